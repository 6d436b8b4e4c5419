from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.changes import Added, Deed, Edit, Moved, Removed, Replaced
from qpdesk.domain.errors import StaleEdit
from qpdesk.domain.nodes import Area, Control, Kind, Measure, Plan, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from tests.domain.checks import expect_whole
from tests.plans import registers


def node_id(number):
    return NodeId(f"{number:032x}")


PLAN = Plan(id=node_id(1), place=Place(None, "1"), title="Plan")
AREA = Area(id=node_id(2), place=Place(PLAN.id, "1"), title="Område")
RISK = Risk(id=node_id(3), place=Place(AREA.id, "1"), title="Risk")
CONTROL = Control(id=node_id(4), place=Place(RISK.id, "1"), title="Kontroll")
MEASURE = Measure(id=node_id(5), place=Place(RISK.id, "2"), title="Åtgärd")
ALL = (PLAN, AREA, RISK, CONTROL, MEASURE)


@given(registers(), st.randoms(use_true_random=False))
def test_the_order_in_which_items_come_does_not_matter(register, random):
    nodes = list(register.nodes())
    random.shuffle(nodes)
    assert list(Register(nodes).walk()) == list(register.walk())


@given(registers())
def test_a_register_holds_together(register):
    expect_whole(register)


@given(registers())
def test_a_snapshot_stays_as_it_was(register):
    before = list(register.walk())
    copy = register.snapshot()
    for node in before[:1:-1]:
        register.apply(Removed(node))
    assert list(copy.walk()) == before
    expect_whole(copy)


def test_what_stands_where():
    register = Register(ALL)
    assert [node.id for node in register.walk()] == [node.id for node in ALL]
    assert register.children(RISK.id) == (CONTROL, MEASURE)
    assert register.children(RISK.id, Kind.MEASURE) == (MEASURE,)
    assert register.row(MEASURE.id) == 1
    assert list(register.ancestors(MEASURE.id)) == [RISK, AREA, PLAN]
    assert register.plan_of(MEASURE.id) == PLAN.id == register.plan_of(PLAN.id)
    assert register.count(RISK.id) == 2
    assert register.get("no such item") is None


def test_siblings_with_equal_keys_are_ordered_by_id():
    twins = [replace(MEASURE, id=node_id(number)) for number in (9, 7, 8)]
    register = Register([PLAN, AREA, RISK, *twins])
    assert [node.id for node in register.children(RISK.id)] == [*map(node_id, (7, 8, 9))]


@pytest.mark.parametrize(
    "nodes",
    [
        [PLAN, PLAN],
        [AREA],
        [PLAN, replace(RISK, place=Place(PLAN.id, "1"))],
        [replace(PLAN, place=Place(PLAN.id, "1"))],
        [replace(AREA, place=Place(None, "1"))],
        [PLAN, AREA, RISK, replace(RISK, id=node_id(9), place=Place(RISK.id, "1"))],
    ],
    ids=["twice", "orphan", "wrong parent", "plan below itself", "area on top", "risk below risk"],
)
def test_items_that_make_no_tree_are_refused(nodes):
    with pytest.raises(StaleEdit):
        Register(nodes)


@pytest.mark.parametrize(
    "change",
    [
        Added(MEASURE),
        Added(replace(MEASURE, id=node_id(9), place=Place(node_id(8), "1"))),
        Added(replace(MEASURE, id=node_id(9), place=Place(PLAN.id, "1"))),
        Removed(RISK),
        Removed(replace(MEASURE, title="En annan")),
        Removed(replace(MEASURE, id=node_id(9))),
        Replaced(replace(MEASURE, title="Gammal"), MEASURE),
        Replaced(MEASURE, replace(MEASURE, place=Place(RISK.id, "3"))),
        Replaced(MEASURE, replace(MEASURE, id=node_id(9))),
        Replaced(MEASURE, Control(id=MEASURE.id, place=MEASURE.place, title="Kontroll")),
        Moved(MEASURE, replace(MEASURE, place=Place(PLAN.id, "1"))),
        Moved(MEASURE, replace(MEASURE, place=Place(AREA.id, "1"), title="Ny")),
        Moved(replace(MEASURE, title="Gammal"), MEASURE),
        Moved(RISK, replace(RISK, place=Place(RISK.id, "1"))),
    ],
)
def test_a_change_made_for_another_register_is_refused_and_leaves_no_trace(change):
    register = Register(ALL)
    with pytest.raises(StaleEdit):
        register.apply(change)
    assert list(register.walk()) == list(ALL)
    with pytest.raises(StaleEdit):
        register.rehearse(Edit(Deed.CHANGE, (change,)))
    assert list(register.walk()) == list(ALL)


def test_an_edit_that_fails_half_way_is_rehearsed_back():
    register = Register(ALL)
    good = Replaced(MEASURE, replace(MEASURE, title="Ny"))
    with pytest.raises(StaleEdit):
        register.rehearse(Edit(Deed.CHANGE, (Removed(CONTROL), good, good)))
    assert list(register.walk()) == list(ALL)
    expect_whole(register)


@given(registers(), st.data())
def test_where_an_item_would_stand_is_where_it_then_stands(register, data):
    node = data.draw(st.sampled_from(list(register.walk())))
    key = data.draw(st.text("1AVz", min_size=1, max_size=3))
    place = Place(node.place.parent, key)
    row = register.row_for(node.id, place)
    register.apply(Moved(node, replace(node, place=place)))
    assert register.row(node.id) == row
    expect_whole(register)
