"""Whole plans: next year's, a copy, and one that is closed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.errors import EmptyTitle, PlanClosed
from qpdesk.domain.last_year import precedent
from qpdesk.domain.nodes import Area, Measure, Plan, PlanState, Status, title_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.plans import NEXT_STATE, duplicate, next_year, refuse_closed
from qpdesk.domain.register import Register
from tests.plans import registers

OLD = Plan(
    id=NodeId("p"),
    place=Place(None, "1"),
    title="Kvalitetsplan 2025",
    year=2025,
    state=PlanState.FOLLOW_UP,
    registry_number="SN 2025/1",
)
AREA = Area(id=NodeId("a"), place=Place(OLD.id, "1"), title="Hemtjänst under 2025")
GOES = Measure(
    id=NodeId("m"),
    place=Place(AREA.id, "1"),
    title="Ny körordning",
    status=Status.ONGOING_NEXT_YEAR,
    status_reference="d",
    follow_up="Halva vägen.",
)
DONE = Measure(id=NodeId("d"), place=Place(AREA.id, "2"), title="Klart", status=Status.COMPLETED)


@pytest.fixture
def register():
    return Register([OLD, AREA, GOES, DONE])


def carry_out(register, edit):
    for change in edit.changes:
        register.apply(change)
    return edits.added(edit)


def test_next_year_is_one_edit_that_can_be_undone(register):
    before = list(register.walk())
    begun = next_year(register, OLD.id, {DONE.id}, title=" Kvalitetsplan  2026 ", close=True)
    plan = carry_out(register, begun.edit)
    assert (plan.title, plan.year, plan.state) == ("Kvalitetsplan 2026", 2026, PlanState.DRAFT)
    assert register[OLD.id].state is PlanState.CLOSED
    area, measure = register.walk(plan.id)
    assert (area.title, measure.title) == (AREA.title, GOES.title)
    assert (measure.status, measure.follow_up) == (Status.ONGOING, "")
    assert measure.status_reference == ""  # what it pointed at has stayed
    for change in begun.edit.inverse().changes:
        register.apply(change)
    assert list(register.walk()) == before


def test_what_is_to_be_read_again_is_in_the_new_plan(register):
    begun = next_year(register, OLD.id, (), title="Kvalitetsplan 2026")
    carry_out(register, begun.edit)
    (found,) = begun.findings
    assert title_of(register[found.id]) == AREA.title
    assert (found.field, found.detail) == ("title", "2025")


def test_last_years_follow_up_stands_beside_the_new_item(register):
    plan = carry_out(register, next_year(register, OLD.id, {DONE.id}, title="2026").edit)
    *_, measure = register.walk(plan.id)
    assert precedent(register, measure.id).text == "Halva vägen."


@pytest.mark.parametrize("make", [duplicate, lambda *a: next_year(*a[:2], (), title=a[2])])
def test_a_plan_needs_a_name(register, make):
    with pytest.raises(EmptyTitle):
        make(register, OLD.id, " \n ")


@given(registers())
def test_a_copy_has_all_that_the_plan_has_and_nobody_has_decided_on_it(register):
    for plan in register.children():
        size = len(list(register.walk(plan.id)))
        copy = carry_out(register, duplicate(register, plan.id, "Kopia"))
        kept = replace(copy, id=plan.id, place=plan.place, title=plan.title)
        assert kept == replace(
            plan,
            state=PlanState.DRAFT,
            registry_number="",
            decision_date=None,
            decision_paragraph="",
            scale=kept.scale,
            fewest=kept.fewest,
        )
        there = list(register.walk(copy.id))
        assert len(there) == size
        inside = {node.id for node in there} | {copy.id}
        for node in there:
            reference = getattr(node, "status_reference", "")
            assert not reference or reference in inside


@pytest.fixture
def closed(register):
    carry_out_all(register, edits.change(register, [OLD.id], "state", "closed"))
    return register


def carry_out_all(register, edit):
    for change in edit.changes:
        register.apply(change)


def test_nothing_in_a_closed_plan_is_changed(closed):
    for edit in (
        edits.set_status(closed, [GOES.id], Status.COMPLETED),
        edits.rename(closed, AREA.id, "Annat"),
        edits.delete(closed, [GOES.id]),
        edits.add(closed, "measure", AREA.id, title="Ny"),
        edits.move_down(closed, [GOES.id]),
    ):
        with pytest.raises(PlanClosed):
            refuse_closed(closed, edit)


def test_nothing_is_moved_into_or_out_of_a_closed_plan(closed):
    other = carry_out(closed, edits.add(closed, "plan", None, title="Annan"))
    area = carry_out(closed, edits.add(closed, "area", other.id, title="Där"))
    for what, where in ((GOES.id, area.id), (area.id, OLD.id)):
        with pytest.raises(PlanClosed):
            refuse_closed(closed, edits.move(closed, [what], where))
    refuse_closed(closed, edits.rename(closed, area.id, "Här"))


def test_a_closed_plan_can_be_opened_again_copied_and_taken_away(closed):
    state = NEXT_STATE[PlanState.CLOSED]
    for edit in (
        edits.change(closed, [OLD.id], "state", state.value),
        edits.change(closed, [OLD.id], "decision_paragraph", "§ 3"),
        edits.delete(closed, [OLD.id]),
        duplicate(closed, OLD.id, "Kopia"),
        next_year(closed, OLD.id, (), title="2026").edit,
        Edit("restore", edits.set_status(closed, [GOES.id], Status.COMPLETED).changes),
    ):
        refuse_closed(closed, edit)


@given(st.sampled_from(PlanState))
def test_every_state_leads_to_another(state):
    assert NEXT_STATE[state] is not state
