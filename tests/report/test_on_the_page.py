"""Ink stays between the margins, and no letter lies on another."""

from itertools import product

import pikepdf
import pypdfium2
import pytest

from qpdesk.domain.nodes import Area, Chapter, Control, Footnote, Measure, Plan, PlanState, Risk
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.paper import FOOT, SIDE, TOP
from tests.report.example import example
from tests.report.seeds import Grower

TOUCH = 1.3  # points between the middles of two letters that lie on each other
DESCENDER = 0


def letters(data):
    """For each page its size and the middle of each visible letter."""
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            text = page.get_textpage()
            boxes = [
                text.get_charbox(index)
                for index in range(text.count_chars())
                if text.get_text_range(index, 1).strip(" \r\n\x02\xad")
            ]
            yield page.get_size(), [((b[0] + b[2]) / 2, (b[1] + b[3]) / 2) for b in boxes]


def faults(data):
    for number, ((width, height), middles) in enumerate(letters(data), 1):
        seen = {}
        for x, y in middles:
            if not SIDE - 1 <= x <= width - SIDE + 1:
                yield number, "beside the margins", x, y
            in_head, in_foot = y > height - 40, y < 36
            inside = FOOT - DESCENDER < y < height - TOP + 12
            if number > 1 and not (inside or in_head or in_foot):
                yield number, "outside head, foot and page", x, y
            cell = round(x / TOUCH), round(y / TOUCH)
            near = (seen.get((cell[0] + i, cell[1] + j)) for i, j in product((-1, 0, 1), repeat=2))
            for other in filter(None, near):
                if abs(other[0] - x) < TOUCH * 0.6 and abs(other[1] - y) < TOUCH * 0.6:
                    yield number, "on another letter", x, y
            seen[cell] = x, y


@pytest.mark.parametrize("kind", ReportKind)
def test_of_a_plan_with_everything(kind):
    register, plan = example(PlanState.ADOPTED)
    assert not list(faults(write(register, plan, kind).data))


@pytest.mark.parametrize("length", range(30, 62, 6))
def test_wherever_a_cell_meets_the_end_of_a_page(length):
    grower = Grower()
    plan = grower.add(Plan, title="Plan", state=PlanState.ADOPTED)
    grower.add(Footnote, plan, key="n", text="En not.")
    grower.add(Chapter, plan, title="Inledning", text="\n".join(["En rad text."] * length))
    area = grower.add(Area, plan, title="Område")
    risk = grower.add(Risk, area, title="Risk", level=9, rationale="Ord om risken. " * length)
    control = grower.add(Control, risk, title="Kontroll", purpose="Ett syfte. " * 3 * length)
    for number in range(3):
        mark = "- " if number == 1 else ""
        text = "\n".join(f"{mark}Punkt {n} om något[^n]. " + "Mer. " * n for n in range(length))
        grower.add(Measure, control, title=f"Åtgärd {number}", what_to_do=text)
    assert not list(faults(write(grower.register(), plan, ReportKind.PLAN).data))


def test_letters_moved_onto_others_are_noticed(tmp_path):
    register, plan = example(PlanState.ADOPTED)
    path = tmp_path / "moved.pdf"
    path.write_bytes(write(register, plan, ReportKind.PLAN).data)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[3].contents_coalesce()
        content = pdf.pages[3].Contents.read_bytes()
        pdf.pages[3].Contents = pdf.make_stream(content.replace(b"11.6 TL", b"0 TL"))
        pdf.save(path)
    assert list(faults(path.read_bytes()))
