import pytest

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Removed
from qpdesk.domain.errors import EmptyTitle, ImpossibleLevel, NotPrintable, WrongParent
from qpdesk.domain.nodes import (
    Area,
    Control,
    Footnote,
    Indicator,
    Kind,
    Measure,
    Plan,
    Risk,
    Status,
    new_id,
)
from qpdesk.domain.order import Place
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from tests.domain.checks import do, expect_undone, titles


@pytest.fixture
def plan():
    return Plan(place=Place(None, "1"), title="Plan")


@pytest.fixture
def area(plan):
    return Area(place=Place(plan.id, "1"), title="Utredning")


@pytest.fixture
def risk(area):
    return Risk(place=Place(area.id, "1"), title="Barn får vänta", level=9)


@pytest.fixture
def register(plan, area, risk):
    measures = [
        Measure(place=Place(risk.id, str(number)), title=f"Åtgärd {number}")
        for number in range(1, 5)
    ]
    return Register([plan, area, risk, *measures])


def ids(register, parent):
    return [node.id for node in register.children(parent)]


# --- add


def test_a_new_item_stands_last_or_right_after_another(register, risk):
    first = ids(register, risk.id)[0]
    last = do(register, edits.add(register, Kind.MEASURE, risk.id, title="Sist"))
    assert titles(last, risk.id)[-1] == "Sist"
    second = do(register, edits.add(register, Kind.MEASURE, risk.id, after=first, title="Två"))
    assert titles(second, risk.id)[:3] == ["Åtgärd 1", "Två", "Åtgärd 2"]


def test_a_new_item_has_the_values_as_typed(register, risk):
    edit = edits.add(register, Kind.MEASURE, risk.id, title=" Se över\n", due="2026-05-01")
    node = edits.added(edit)
    assert (node.title, node.due.isoformat(), node.status) == (
        "Se över",
        "2026-05-01",
        Status.NOT_STARTED,
    )


def test_a_measure_needs_neither_risk_nor_control(register, area):
    after = do(register, edits.add(register, Kind.MEASURE, area.id, title="Fristående"))
    assert titles(after, area.id) == ["Barn får vänta", "Fristående"]


def test_equal_titles_are_two_items(register, risk):
    after = do(register, edits.add(register, Kind.MEASURE, risk.id, title="Åtgärd 1"))
    assert titles(after, risk.id).count("Åtgärd 1") == 2


@pytest.mark.parametrize(
    ("kind", "values", "refusal"),
    [
        (Kind.RISK, {"title": "Risk"}, WrongParent),
        (Kind.PLAN, {"title": "Plan"}, WrongParent),
        (Kind.MEASURE, {"title": " "}, EmptyTitle),
        (Kind.MEASURE, {}, EmptyTitle),
        (Kind.MEASURE, {"title": "a\x00"}, NotPrintable),
    ],
)
def test_what_cannot_be_added_is_refused(register, risk, kind, values, refusal):
    with pytest.raises(refusal):
        edits.add(register, kind, risk.id, **values)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_added_to_an_empty_register(kind):
    register = Register()
    path = {
        Kind.AREA: [Kind.PLAN],
        Kind.RISK: [Kind.PLAN, Kind.AREA],
        Kind.CONTROL: [Kind.PLAN, Kind.AREA, Kind.RISK],
        Kind.MEASURE: [Kind.PLAN, Kind.AREA, Kind.RISK, Kind.CONTROL],
        Kind.RESULT: [Kind.PLAN, Kind.AREA, Kind.CONTROL],
        Kind.OBSERVATION: [Kind.PLAN, Kind.INDICATOR],
    }.get(kind, [] if kind is Kind.PLAN else [Kind.PLAN])
    parent = None
    for step in (*path, kind):
        values = {name: "1" for name in ("title", "key") if name in FIELDS[step]}
        edit = edits.add(register, step, parent, **values)
        register = do(register, edit)
        parent = edits.added(edit).id
    assert len(register) == len(path) + 1


# --- change, rename


def test_changing_nothing_is_no_edit(register, risk):
    first = ids(register, risk.id)[0]
    assert not edits.change(register, [first], "title", "Åtgärd 1").changes
    assert not edits.rename(register, first, " Åtgärd  1 ").changes
    assert not edits.set_status(register, [first], Status.NOT_STARTED).changes
    assert not edits.change(register, [new_id()], "title", "x").changes


def test_one_edit_changes_a_field_of_many_and_passes_others_by(register, area, risk):
    chosen = [area.id, *ids(register, risk.id)]
    edit = edits.change(register, chosen, "responsible", "Enhetschef")
    after = do(register, edit)
    assert {node.responsible for node in after.children(risk.id)} == {"Enhetschef"}
    assert len(edit.changes) == 4
    expect_undone(register, edit, after)


def test_several_fields_change_in_one_edit(register, risk):
    edit = edits.change_many(register, risk.id, {"likelihood": 2, "consequence": 4})
    assert do(register, edit)[risk.id].level == 8
    assert len(edit.changes) == 1


def test_one_illegal_field_refuses_the_whole_edit(register, risk):
    with pytest.raises(ImpossibleLevel):
        edits.change_many(register, risk.id, {"title": "Ny", "level": 7})


def test_renaming_an_area_carries_the_indicators_grouped_under_it(register, plan, area):
    indicators = [
        Indicator(place=Place(plan.id, str(number)), title=f"Andel {number}", area=heading)
        for number, heading in enumerate(["Utredning", "Utredning av barn", "Utredning"], 5)
    ]
    register = Register([*register.nodes(), *indicators])
    edit = edits.rename(register, area.id, "Utreda")
    after = do(register, edit)
    assert after[area.id].title == "Utreda"
    assert [after[node.id].area for node in indicators] == ["Utreda", "Utredning av barn", "Utreda"]
    expect_undone(register, edit, after)


def test_renaming_an_area_leaves_the_other_plans_indicators(register, area):
    other = Plan(place=Place(None, "2"), title="Annan")
    indicator = Indicator(place=Place(other.id, "1"), title="Andel", area="Utredning")
    register = Register([*register.nodes(), other, indicator])
    after = do(register, edits.rename(register, area.id, "Utreda"))
    assert after[indicator.id] == indicator


def test_items_without_title_cannot_be_renamed(register, plan):
    note = Footnote(place=Place(plan.id, "9"), key="1", text="En not")
    register = Register([*register.nodes(), note])
    assert not edits.rename(register, note.id, "Ny").changes


# --- status


def test_all_selected_measures_get_one_status_and_other_kinds_are_passed(register, risk):
    edit = edits.set_status(register, [risk.id, *ids(register, risk.id)], Status.DISCONTINUED)
    after = do(register, edit)
    assert {node.status for node in after.children(risk.id)} == {Status.DISCONTINUED}
    expect_undone(register, edit, after)


def test_cycling_moves_all_to_what_follows_the_first_ones(register, risk):
    first, second, *_ = ids(register, risk.id)
    mixed = do(register, edits.set_status(register, [second], Status.COMPLETED))
    after = do(mixed, edits.cycle_status(mixed, [risk.id, first, second]))
    assert after[first].status is after[second].status is Status.ONGOING
    assert not edits.cycle_status(register, [risk.id]).changes


def test_a_status_does_not_wipe_what_was_written_about_it(register, risk):
    first = ids(register, risk.id)[0]
    register = do(register, edits.change(register, [first], "status_reason", "Se kontrollen"))
    register = do(register, edits.set_status(register, [first], Status.COMPLETED))
    assert register[first].status_reason == "Se kontrollen"


# --- delete


def test_deleting_an_item_deletes_all_below_it_the_lowest_first(register, area, risk):
    edit = edits.delete(register, [area.id])
    assert [type(change) for change in edit.changes] == [Removed] * 6
    after = do(register, edit)
    assert [node.title for node in after.walk()] == ["Plan"]
    expect_undone(register, edit, after)


def test_overlapping_selections_are_deleted_once(register, area, risk):
    first = ids(register, risk.id)[0]
    edit = edits.delete(register, [first, risk.id, first, area.id, new_id()])
    assert len(edit.changes) == 6
    expect_undone(register, edit, do(register, edit))


# --- graft


def test_a_branch_made_elsewhere_comes_last_in_its_own_order(register, plan):
    other = Plan(place=Place(None, "zz"), title="Annan")
    areas = [Area(place=Place(other.id, key), title=key) for key in ("b", "a")]
    edit = edits.graft(register, [other, *areas], Deed.IMPORT, "plan.docx")
    after = do(register, edit)
    assert titles(after) == ["Plan", "Annan"]
    assert titles(after, other.id) == ["b", "a"]
    assert (edit.deed, edit.note) == (Deed.IMPORT, "plan.docx")
    expect_undone(register, edit, after)


def test_the_same_plan_twice_gets_new_ids_and_keeps_its_references(register, plan, risk):
    first, second, *_ = ids(register, risk.id)
    register = do(register, edits.change(register, [first], "status_reference", second))
    edit = edits.graft(register, [plan, *register.walk(plan.id)], Deed.PASTE)
    after = do(register, edit)
    assert len(after) == 2 * len(register)
    copy = after.children()[1]
    assert copy.id != plan.id
    copied = [node for node in after.walk(copy.id) if isinstance(node, Measure)]
    assert titles(after, copied[0].place.parent) == titles(after, risk.id)
    assert copied[0].status_reference == copied[1].id
    expect_undone(register, edit, after)


def test_a_branch_can_be_put_under_an_item_that_is_there(register, area):
    control = Control(place=Place(area.id, "0V"), title="Loggkontroll")
    after = do(register, edits.graft(register, [control], Deed.PASTE))
    assert titles(after, area.id) == ["Barn får vänta", "Loggkontroll"]
