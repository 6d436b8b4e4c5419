"""Items made without their constructors are as those that are made with them."""

from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest

from qpdesk.domain.forming import altered, form
from qpdesk.domain.nodes import TYPES, Kind, Measure, Risk, Status, new_id
from qpdesk.domain.order import Place
from qpdesk.domain.record import FIELDS, OPTIONAL, from_record, scalar, to_record

VALUES = {str: "å", int: 3, float: 2.5, date: date(2026, 3, 1)}


def full(kind):
    """An item with a value in every field."""
    values = {
        name: VALUES[wanted] if wanted in VALUES else list(wanted)[-1]
        for name, wanted in FIELDS[kind].items()
    }
    return TYPES[kind](id=new_id(), place=Place(new_id(), "a5"), **values)


def bare(kind):
    """An item with nothing where nothing may be."""
    return replace(full(kind), **dict.fromkeys(OPTIONAL[kind]))


def row_of(node, fields):
    return (node.id, *vars_of(node.place), *(scalar(getattr(node, name)) for name in fields))


def vars_of(place):
    return place.parent, place.key


@pytest.mark.parametrize("kind", Kind)
def test_a_row_becomes_the_item_it_was(kind):
    fields = list(reversed(FIELDS[kind]))
    nodes = [full(kind), bare(kind)]
    formed = list(form(kind, fields, [row_of(node, fields) for node in nodes]))
    assert formed == nodes
    for one, other in zip(formed, nodes, strict=True):
        assert type(one) is type(other)
        assert hash(one) == hash(other)
        assert type(one.place) is Place
        assert from_record(kind, one.id, one.place, to_record(one)) == other


@pytest.mark.parametrize("kind", Kind)
def test_what_was_formed_is_as_frozen_as_any_item(kind):
    fields = list(FIELDS[kind])
    (node,) = form(kind, fields, [row_of(full(kind), fields)])
    for item, name in ((node, "extra"), (altered(node, {"extra": "{}"}), "extra")):
        with pytest.raises(FrozenInstanceError):
            setattr(item, name, "x")
    with pytest.raises(FrozenInstanceError):
        node.place.key = "x"


def test_a_choice_or_a_date_that_is_none_is_refused():
    fields = list(FIELDS[Kind.MEASURE])
    row = dict(zip(fields, row_of(full(Kind.MEASURE), fields)[3:], strict=True))
    for name, value, kind in (("status", "done", KeyError), ("due", "2026-02-30", ValueError)):
        wrong = ("1", None, "a", *(row | {name: value}).values())
        with pytest.raises(kind):
            list(form(Kind.MEASURE, fields, [wrong]))


@pytest.mark.parametrize("kind", Kind)
def test_an_altered_item_is_another_with_the_same_in_all_other_fields(kind):
    before = full(kind)
    for name in FIELDS[kind]:
        value = getattr(bare(kind), name)
        assert altered(before, {name: value}) == replace(before, **{name: value})
    assert altered(before, {}) == before


def test_an_altered_item_leaves_the_one_before_alone():
    measure = Measure(place=Place(None, "a"), title="Rutin")
    assert altered(measure, {"status": Status.ONGOING}).status is Status.ONGOING
    assert measure.status is Status.NOT_STARTED
    risk = Risk(place=Place(None, "a"), title="Risk")
    assert altered(risk, {"level": 9, "likelihood": 3}) == replace(risk, level=9, likelihood=3)
