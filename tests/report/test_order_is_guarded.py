"""What no validator sees, the reading of the tree does: order, loss, texts out of place."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Name

from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from tests.report.example import example
from tests.report.expected import Expected
from tests.report.reading import Paper
from tests.report.test_conformance import elements, rewrite
from tests.report.test_every_word import body


def reversed_order(pdf):
    for element in elements(pdf, "TR"):
        element.K = Array(list(reversed(list(element.K))))


def text_as_artifact(pdf):
    rewrite(pdf, rb"/H2 <</MCID \d+>> BDC", rb"/Artifact <</Type/Layout>> BDC")


def cell_lost(pdf):
    cell = next(e for e in elements(pdf, "TD") if "/K" in e)
    del cell.K


def table_as_paragraphs(pdf):
    for element in elements(pdf, "TH"):
        element.S = Name.P


def heading_as_paragraph(pdf):
    for element in elements(pdf, "H2"):
        element.S = Name.P


@pytest.mark.parametrize(
    "mutate",
    [reversed_order, text_as_artifact, cell_lost, table_as_paragraphs, heading_as_paragraph],
)
@pytest.mark.parametrize("kind", ReportKind)
def test_the_reading_notices(mutate, kind):
    register, plan = example()
    wanted = Expected(register, plan, kind=kind).lines
    data, changed = write(register, plan, kind).data, BytesIO()
    assert body(Paper(BytesIO(data))) == wanted
    with pikepdf.open(BytesIO(data)) as pdf:
        mutate(pdf)
        pdf.save(changed)
    try:
        read = body(Paper(changed))
    except (KeyError, AssertionError):
        return
    assert read != wanted
