"""Where pages end: headings stand with what they head, notes with their text; feet are filled."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Holds,
    Indicator,
    Measure,
    Observation,
    Plan,
    PlanState,
    Risk,
    Unit,
)
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.paper import FOOT
from tests.plans import registers
from tests.report.seeds import Grower

LENGTHS = range(24, 60, 3)  # lines before what is looked at: it meets the page's end somewhere


def marked(data):
    """(tag, page) of everything that holds text after cover and contents, in reading order."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        body = list(pdf.Root.StructTreeRoot.K.K)[2:]
        return [place for element in body for place in _places(element, pages)]


def _places(element, pages):
    tag = str(element.S)[1:]
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield tag, pages[element.Pg.objgen]
        elif kid.get("/Type") == pikepdf.Name.MCR:
            yield tag, pages[kid.Pg.objgen]
        elif "/S" in kid:
            yield from _places(kid, pages)


def lonely_headings(data):
    """Headings after which something stands, but on another page."""
    return [
        (before, after)
        for before, after in pairwise(marked(data))
        if before[0] in {"H1", "H2", "H3", "H4"} and before[1] != after[1]
    ]


def paper(build):
    grower = Grower()
    plan = grower.add(Plan, title="Plan", state=PlanState.ADOPTED)
    grower.add(Footnote, plan, key="n", text="En not. " * 30)
    build(grower, plan)
    return write(grower.register(), plan, ReportKind.PLAN).data


def filled(grower, plan, lines, **values):
    text = "\n".join(["En rad text."] * lines)
    return grower.add(Chapter, plan, title="Inledning", text=text, **values)


@pytest.mark.parametrize("lines", LENGTHS)
def test_headings_stand_with_what_they_head(lines):
    def build(grower, plan):
        filled(grower, plan, lines, holds=Holds.INDICATORS)
        for name in ("Ett", "Två"):
            indicator = grower.add(Indicator, plan, title=name, area=f"Om {name}", unit=Unit.COUNT)
            for year in (2025, 2026):
                grower.add(Observation, indicator, period=f"VB {year}", outcome=4, target=5)
        grower.add(Chapter, plan, title="Utan text")
        grower.add(Chapter, plan, title="Under den", level=2, text="Kort.")

    assert not lonely_headings(paper(build))


@pytest.mark.parametrize("lines", LENGTHS)
def test_areas_stand_with_their_tables(lines):
    def build(grower, plan):
        filled(grower, plan, 4, holds=Holds.AREAS)
        for number in range(4):
            area = grower.add(Area, plan, title=f"Område {number}", owner="Enhetschef")
            risk = grower.add(Risk, area, title="Risk", level=9)
            grower.add(Measure, risk, title="Åtgärd", what_to_do="Mer ska göras. " * lines)
        grower.add(Area, plan, title="Tomt")

    assert not lonely_headings(paper(build))


@settings(max_examples=15)
@given(registers(largest=20, plans=1), st.sampled_from(ReportKind))
def test_headings_of_any_plan_stand_with_what_they_head(register, kind):
    [plan] = register.children()
    assert not lonely_headings(write(register, plan, kind).data)


@pytest.mark.parametrize("lines", LENGTHS)
@pytest.mark.parametrize("end", ["Kort[^n].", "Längre text som går över flera rader[^n]. " * 8])
def test_notes_stand_with_the_end_of_their_text(lines, end):
    def build(grower, plan):
        chapter = filled(grower, plan, lines)
        grower.add(Chapter, plan, title="Med not", level=2, text=f"{chapter.text}\n{end}")

    found = marked(paper(build))
    first = next(index for index, (tag, _) in enumerate(found) if tag == "Note")
    text = max(index for index in range(first) if found[index][0] == "P")
    note = next(page for tag, page in found[first:] if tag == "Note")
    assert found[text][1] == note


@pytest.mark.parametrize("lines", LENGTHS)
@pytest.mark.parametrize("length", [1, 25, 200])
def test_notes_stand_with_the_end_of_their_table(lines, length):
    def build(grower, plan):
        filled(grower, plan, 4, holds=Holds.AREAS)
        area = grower.add(Area, plan, title="Område")
        for text in ("Mer ska göras. " * lines * 2, "Något ska göras[^n]. " * length):
            risk = grower.add(Risk, area, title="Risk", level=9)
            grower.add(Measure, risk, title="Åtgärd", what_to_do=text)

    found = marked(paper(build))
    first = next(index for index, (tag, _) in enumerate(found) if tag == "Note")
    text = max(index for index in range(first) if found[index][0] == "TD")
    assert found[text][1] == next(page for tag, page in found[first:] if tag == "Note")


@pytest.mark.parametrize("lines", range(4, 60, 4))
def test_tables_leave_no_large_foot_blank(lines):
    def build(grower, plan):
        filled(grower, plan, 4, holds=Holds.AREAS)
        area = grower.add(Area, plan, title="Område")
        for number in range(12):
            risk = grower.add(Risk, area, title=f"Risk {number}", level=9)
            control = grower.add(Control, risk, title="Kontroll", purpose="Ett syfte. " * lines)
            grower.add(Measure, control, title="Åtgärd", what_to_do="Mer ska göras. " * lines)

    with pypdfium2.PdfDocument(paper(build)) as pdf:
        pages = [page for page in pdf if page.get_width() > page.get_height()]
        for page in pages[:-1]:
            text = page.get_textpage()
            boxes = [text.get_charbox(index) for index in range(text.count_chars())]
            low = min(box[1] for box in boxes if box[1] > FOOT - 5)
            assert low - FOOT < 0.25 * (page.get_height() - 2 * FOOT)
