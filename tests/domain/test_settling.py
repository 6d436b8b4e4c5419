"""Deciding between what people have said: an edit that says so in the log, and undoes like any."""

import pytest

from qpdesk.domain import edits
from qpdesk.domain.errors import StaleEdit, WrongParent
from qpdesk.domain.nodes import Kind
from qpdesk.domain.order import Place
from qpdesk.domain.register import Register
from qpdesk.domain.settling import settle_deletion, settle_place, settle_value


def do(register, edit):
    register.rehearse(edit)
    for change in edit.changes:
        register.apply(change)
    return edit


def add(register, kind, parent, **values):
    return edits.added(do(register, edits.add(register, kind, parent, **values))).id


@pytest.fixture
def plan():
    register = Register([])
    plan = add(register, Kind.PLAN, None, title="Plan")
    one, other = (add(register, Kind.AREA, plan, title=title) for title in ("Ett", "Två"))
    risk = add(register, Kind.RISK, one, title="Risk")
    return register, one, other, risk


def test_another_value_is_an_ordinary_change(plan):
    register, one, *_ = plan
    edit = do(register, settle_value(register, one, "title", "Bos ord", "Annas ord"))
    assert register[one].title == "Bos ord"
    do(register, edit.inverse())
    assert register[one].title == "Ett"


def test_the_value_that_stands_is_said_again_by_way_of_the_other(plan):
    register, one, *_ = plan
    edit = do(register, settle_value(register, one, "title", "Ett", "Bos ord"))
    assert len(edit.changes) == 2
    assert register[one].title == "Ett"


def test_a_place_is_decided_like_a_value(plan):
    register, one, other, risk = plan
    there = Place(other, "5")
    here = register[risk].place
    do(register, settle_place(register, risk, here, there))
    assert register[risk].place == here
    do(register, settle_place(register, risk, there, here))
    assert register[risk].place == there
    with pytest.raises(WrongParent):
        settle_place(register, one, Place(risk, "1"), register[one].place)
    with pytest.raises(StaleEdit):
        settle_place(register, risk, Place("borta", "1"), there)


def test_an_item_stays_whole_or_goes_whole(plan):
    register, one, _, risk = plan
    before = {node.id: node for node in register.nodes()}
    do(register, settle_deletion(register, one, keep=True))
    assert {node.id: node for node in register.nodes()} == before
    do(register, settle_deletion(register, one, keep=False))
    assert one not in register
    assert risk not in register
    with pytest.raises(StaleEdit):
        settle_deletion(register, one, keep=True)
