from dataclasses import replace

import pytest

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.errors import ImpossibleScale, OutOfScale
from qpdesk.domain.nodes import Area, Kind, Plan, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.domain.rules import fewest_of, scale_of, set_rules
from qpdesk.domain.scale import STANDARD, read_scale, scale_text
from tests.plans import WIDER

FIVE = read_scale(WIDER)


@pytest.fixture
def register():
    plans = [Plan(id=NodeId(name), place=Place(None, name), title=name) for name in "12"]
    area = Area(id=NodeId("a"), place=Place(plans[0].id, "1"), title="Område")
    risk = Risk(
        id=NodeId("r"), place=Place(area.id, "1"), title="R", level=16, likelihood=4, consequence=4
    )
    return Register([*plans, area, risk])


def do(register, edit):
    for change in edit.changes:
        register.apply(change)


def test_rules_are_set_for_all_plans_in_one_edit_and_no_judgement_is_altered(register):
    before = register[NodeId("r")]
    edit = set_rules(register, scale=FIVE, fewest=5)
    do(register, edit)
    assert [scale_of(register, plan.id) for plan in register.children()] == [FIVE, FIVE]
    assert fewest_of(register, NodeId("r")) == 5
    assert register[NodeId("r")] == before
    do(register, edit.inverse())
    assert scale_of(register, NodeId("r")) == STANDARD
    assert fewest_of(register, NodeId("r")) == 0
    assert not set_rules(register, scale=STANDARD, fewest=0).changes
    with pytest.raises(OutOfScale):
        set_rules(register, scale=STANDARD, fewest=-1)


def test_a_step_that_only_the_own_scale_has_may_then_be_typed(register):
    with pytest.raises(OutOfScale):
        edits.change(register, [NodeId("r")], "consequence", 5)
    do(register, set_rules(register, scale=FIVE, fewest=0))
    do(register, edits.change(register, [NodeId("r")], "consequence", 5))
    assert register[NodeId("r")].level == 20
    added = edits.add(register, Kind.RISK, NodeId("a"), title="Ny", likelihood=5, consequence=5)
    assert edits.added(added).level == 25


def test_a_new_or_imported_plan_comes_under_the_rules_unless_it_has_its_own(register):
    do(register, set_rules(register, scale=FIVE, fewest=5))
    added = edits.added(edits.add(register, Kind.PLAN, None, title="Ny"))
    assert (added.scale, added.fewest) == (WIDER, 5)
    own = scale_text(STANDARD)
    foreign = Plan(place=Place(None, "1"), title="Annans", scale=own, fewest=0)
    grafted = edits.added(edits.graft(register, [foreign], Deed.IMPORT))
    assert (grafted.scale, grafted.fewest) == (own, 0)
    bare = edits.added(edits.graft(register, [replace(foreign, scale="", fewest=None)], Deed.PASTE))
    assert (bare.scale, bare.fewest) == (WIDER, 5)


def test_a_scale_that_cannot_be_read_stays_and_the_standard_one_rules(register):
    plan = register[NodeId("1")]
    strange = Register([replace(plan, scale="något annat")])
    assert scale_of(strange, plan.id) == STANDARD
    with pytest.raises(ImpossibleScale):
        edits.change(register, [plan.id], "scale", "något annat")
    with pytest.raises(OutOfScale):
        edits.change(register, [plan.id], "fewest", -1)
