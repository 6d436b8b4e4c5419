"""What no validator sees, the reading of the tree does: order, loss, texts out of place."""

from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from qpdesk.domain.addresses import split_addresses
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


def link_before_its_text(pdf):
    for element in elements(pdf, "P"):
        kids = list(element.K) if isinstance(element.get("/K"), Array) else []
        links = [kid for kid in kids if isinstance(kid, Dictionary) and kid.get("/S") == Name.Link]
        element.K = Array([*links, *(kid for kid in kids if kid not in links)])


def link_is_no_link(pdf):
    for element in elements(pdf, "Link"):
        element.S = Name.Span


def list_as_paragraphs(pdf):
    for element in elements(pdf, "LBody"):
        element.S = Name.P


def note_lost(pdf):
    del next(iter(elements(pdf, "Note"))).K


def notes_swapped(pdf):
    first, second = list(elements(pdf, "Note"))[:2]
    first.K, second.K = list(second.K), list(first.K)


def addresses(paper):
    """The web and mail addresses that are links, in reading order."""
    return [text for link in paper.root.find("Link") if is_address(text := link.text)]


def is_address(text):
    return any(address for _, address in split_addresses(text))


@pytest.mark.parametrize(
    "mutate",
    [link_before_its_text, link_is_no_link, list_as_paragraphs, note_lost, notes_swapped],
)
def test_the_reading_notices_links_lists_and_notes(mutate):
    register, plan = example()
    wanted = Expected(register, plan, kind=ReportKind.PLAN).lines
    linked = [part for _, text in wanted for part, address in split_addresses(text) if address]
    data, changed = write(register, plan, ReportKind.PLAN).data, BytesIO()
    paper = Paper(BytesIO(data))
    assert linked
    assert (body(paper), addresses(paper)) == (wanted, linked)
    with pikepdf.open(BytesIO(data)) as pdf:
        mutate(pdf)
        pdf.save(changed)
    paper = Paper(changed)
    assert (body(paper), addresses(paper)) != (wanted, linked)


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
