"""What stops publishing: the plan's own gaps, and signs that would not be seen on paper."""

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import Area, Chapter, Document, Plan
from qpdesk.domain.order import Place
from qpdesk.domain.readiness import Matter, findings
from qpdesk.domain.register import Register
from qpdesk.report.document import write
from qpdesk.report.faces import unshowable
from qpdesk.report.kinds import ReportKind
from qpdesk.services.readiness import what_stops
from tests.report.example import example

PLAN = Plan(place=Place(None, "1"), title="Plan 漢")
CHAPTER = Chapter(place=Place(PLAN.id, "1"), title="Åtgärder ✓", text="Två 漢 och 字, och 漢.")
AREA = Area(place=Place(PLAN.id, "2"), title="A\N{ZERO WIDTH JOINER}B \N{LARGE GREEN CIRCLE}")


def test_signs_that_cannot_be_shown_are_found_where_they_stand():
    register = Register([PLAN, CHAPTER, AREA])
    found = what_stops(register, PLAN.id, Document.PLAN)
    signs = [(each.id, each.field, each.detail) for each in found if each.matter is Matter.NO_GLYPH]
    assert signs == [(PLAN.id, "title", "漢"), (CHAPTER.id, "text", "漢字")]
    others = tuple(each for each in found if each.matter is not Matter.NO_GLYPH)
    assert others == findings(register, PLAN.id, Document.PLAN)
    assert [each.id for each in found] == sorted(
        [e.id for e in found], key=[PLAN.id, CHAPTER.id].index
    )


def test_a_plan_with_everything_has_all_its_signs():
    register, plan = example()
    for document in (Document.PLAN, Document.FOLLOW_UP):
        found = what_stops(register, plan.id, document)
        assert Matter.NO_GLYPH not in {each.matter for each in found}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_what_is_said_to_be_unshowable_is_what_printing_misses(text):
    chapter = Chapter(place=Place(PLAN.id, "1"), title="Kapitel", text=f"a{text}")
    plan = Plan(id=PLAN.id, place=PLAN.place, title="Plan")
    written = write(Register([plan, chapter]), plan, ReportKind.PLAN)
    assert set(unshowable(text)) == set(written.missing)
