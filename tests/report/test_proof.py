"""A proof shows what the PDF holds: its pages' pixels, words, headings, and where words stand."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from qpdesk.domain.nodes import Area, Chapter, Control, Plan, Risk
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.proof import Proof
from tests.report.example import example
from tests.report.seeds import Grower

LONG = "kontinuitetsplaneringsunderlagsgranskning"


@pytest.fixture
def proof():
    """The proof of a plan whose table has a word that must be broken."""
    grower = Grower()
    plan = grower.add(Plan, title="Kvalitetsplan 2026")
    grower.add(Chapter, plan, title="Inledning", text="Så här arbetar vi med Café Ångström.")
    area = grower.add(Area, plan, title="Hemtjänst")
    grower.add(Risk, area, title=f"Att {LONG} inte hinns med och att {LONG} uteblir", level=9)
    made = Proof(write(grower.register(), plan, ReportKind.PLAN).data)
    yield made
    made.close()


def hits(proof, query):
    return [hit for page in range(len(proof.sizes)) for hit in proof.find(page, query)]


def test_the_headings_lead_to_their_places(proof):
    found = [(mark.title, mark.level) for mark in proof.bookmarks()]
    assert found[:3] == [("Inledning", 0), ("Risker och egenkontroller", 0), ("Hemtjänst", 1)]
    for mark in proof.bookmarks():
        [first, *_] = [hit for hit in proof.find(mark.page, mark.title) if hit.places[0][1] > 45]
        assert abs(first.places[0][1] - mark.top) < 25


def test_the_words_of_a_page_come_in_order_and_whole(proof):
    words = proof.text(2)
    assert "Inledning\nSå här arbetar vi med Café Ångström.\n" in words
    assert sum(proof.text(page).count(LONG) for page in range(len(proof.sizes))) == 2


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (LONG, 2),
        (LONG.upper(), 2),
        ("cafe ÅNGSTRÖM", 1),
        ("Angström", 0),
        ("  ", 0),
        ("finnsej", 0),
    ],
)
def test_words_are_found_in_any_case_and_over_line_ends(proof, query, count):
    found = hits(proof, query)
    assert len(found) == count
    for hit in found:
        width, height = proof.sizes[hit.page]
        for left, top, wide, high in hit.places:
            assert 0 <= left < left + wide <= width
            assert 0 <= top < top + high <= height
    if query == LONG:
        assert any(len(hit.places) > 1 for hit in found), "one of them is broken"


def test_a_page_in_strips_is_the_page(proof):
    whole = proof.pixels(2, 1.5)
    strips = [proof.pixels(2, 1.5, (first, first + 100)) for first in range(0, whole.height, 100)]
    pairs = zip(b"".join(strip.data for strip in strips), whole.data, strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 2, "but for rounding"
    assert sum(strip.height for strip in strips) == whole.height
    assert len(set(whole.data)) > 2, "it is not blank"


def test_what_is_found_is_where_the_ink_is(proof):
    [hit] = hits(proof, "Ångström")
    [(left, top, width, height)] = hit.places
    page = proof.pixels(hit.page, 2)
    rows = [
        page.data[
            row * page.stride + round(left * 2) * 4 : row * page.stride
            + round((left + width) * 2) * 4
        ]
        for row in range(round(top * 2), round((top + height) * 2))
    ]
    assert min(min(row) for row in rows) < 100


def test_every_kind_can_be_read(tmp_path):
    register, plan = example()

    def read(kind):
        made = Proof(write(register, plan, kind).data)
        try:
            return [made.text(page) for page in range(len(made.sizes))]
        finally:
            made.close()

    with ThreadPoolExecutor(1) as reader:  # on one thread, which need not be the first
        for kind in ReportKind:
            assert all(reader.submit(read, kind).result())


def test_pdfium_is_loaded_only_with_the_first_proof():
    program = "import sys, qpdesk.gui.views.preview; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "qpdesk.gui.views.preview" in done.stdout
    for name in ("pypdfium2", "reportlab"):
        assert name not in done.stdout.split()


def test_a_level_stays_in_its_column_however_narrow_that_is():
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    area = grower.add(Area, plan, title="Hemtjänst")
    risk = grower.add(Risk, area, title="Risk", level=12)
    grower.add(Control, risk, title="Kontrollen", purpose="Ett långt syfte. " * 900)
    made = Proof(write(grower.register(), plan, ReportKind.PLAN).data)
    try:
        [level] = hits(made, "Risknivå 12: mycket hög")
        [beside, *_] = hits(made, "Kontrollen")
        edge = beside.places[0][0]
        assert beside.page == level.page
        assert all(left + width < edge for left, _, width, _ in level.places)
    finally:
        made.close()
