import pytest

from qpdesk.domain import edits
from qpdesk.domain.errors import OutOfScale, StaleEdit, WrongParent
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.register import Register
from qpdesk.domain.restoring import branch_of, restore, restore_place, restore_value
from tests.plans import facts


@pytest.fixture
def register():
    made = Register()

    def add(kind, parent, **values):
        edit = edits.add(made, kind, parent, **values)
        for change in edit.changes:
            made.apply(change)
        return edits.added(edit).id

    plan = add(Kind.PLAN, None, title="Plan")
    area = add(Kind.AREA, plan, title="Område")
    risk = add(Kind.RISK, area, title="Risk", likelihood=2, consequence=2)
    add(Kind.MEASURE, risk, title="Åtgärd")
    return made


def do(register, edit):
    for change in edit.changes:
        register.apply(change)


def titled(register, title):
    return next(node.id for node in register.walk() if getattr(node, "title", "") == title)


def test_what_was_deleted_stands_again_as_it_was(register):
    before = facts(register)
    gone = edits.delete(register, [titled(register, "Risk")])
    basket = [change.node for change in gone.changes]
    do(register, gone)
    risk = next(node.id for node in basket if node.title == "Risk")
    do(register, restore(register, basket, branch_of(basket, risk)))
    assert facts(register) == before


def test_what_lay_above_comes_along_and_nothing_else(register):
    gone = edits.delete(register, [titled(register, "Område")])
    basket = [change.node for change in gone.changes]
    do(register, gone)
    risk = next(node.id for node in basket if node.title == "Risk")
    do(register, restore(register, basket, [risk]))
    assert [getattr(node, "title", "") for node in register.walk()] == ["Plan", "Område", "Risk"]
    assert restore(register, basket, [risk]).changes == ()


def test_without_a_place_nothing_is_put_back(register):
    gone = edits.delete(register, [titled(register, "Risk")])
    basket = [change.node for change in gone.changes]
    do(register, gone)
    do(register, edits.delete(register, [titled(register, "Område")]))
    with pytest.raises(WrongParent):
        restore(register, basket, [basket[0].id])


def test_an_older_value_is_a_new_edit(register):
    risk = titled(register, "Risk")
    edit = restore_value(register, risk, "title", "Gammal risk")
    do(register, edit)
    assert register[risk].title == "Gammal risk"
    assert restore_value(register, risk, "title", "Gammal risk").changes == ()
    do(register, restore_value(register, risk, "likelihood", 4))
    assert register[risk].level == 8
    with pytest.raises(OutOfScale):
        restore_value(register, risk, "likelihood", 9)
    with pytest.raises(StaleEdit):
        restore_value(register, "borta", "title", "x")


def test_an_item_goes_back_to_the_place_it_had(register):
    measure = next(n for n in register.walk() if kind_of(n) is Kind.MEASURE)
    area = next(n for n in register.walk() if kind_of(n) is Kind.AREA)
    do(register, edits.move(register, [measure.id], area.id))
    edit = restore_place(register, measure.id, measure.place)
    do(register, edit)
    assert register[measure.id] == measure
    assert restore_place(register, measure.id, measure.place).changes == ()
    do(register, edits.delete(register, [measure.place.parent]))
    with pytest.raises(StaleEdit):
        restore_place(register, measure.id, measure.place)
