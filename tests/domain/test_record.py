from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, OPTIONAL, defaults, from_record, to_record, value_of
from tests.plans import records

ID, PLACE = NodeId("0" * 32), Place(NodeId("1" * 32), "5")


@given(kind=st.sampled_from(Kind), data=st.data())
def test_an_item_survives_as_plain_values(kind, data):
    node = from_record(kind, ID, PLACE, data.draw(records(kind)))
    again = from_record(kind, ID, PLACE, to_record(node))
    assert again == node
    assert to_record(again) == to_record(node)


@pytest.mark.parametrize("kind", Kind)
def test_fields_left_out_take_their_defaults(kind):
    required = dict.fromkeys(FIELDS[kind].keys() - defaults(kind).keys(), "x")
    node = from_record(kind, ID, PLACE, required)
    assert to_record(node) == defaults(kind) | required


def test_plain_values_are_those_of_the_open_format():
    record = {"title": "Å", "due": "2026-03-31", "status": "ongoing_next_year"}
    measure = from_record(Kind.MEASURE, ID, PLACE, record)
    assert measure.due == date(2026, 3, 31)
    assert measure.status is Status.ONGOING_NEXT_YEAR
    assert to_record(measure).items() >= record.items()


@pytest.mark.parametrize(
    ("kind", "name", "raw"),
    [
        (Kind.MEASURE, "status", "done"),
        (Kind.MEASURE, "due", "31 mars"),
        (Kind.MEASURE, "due", "12026-03-31"),
        (Kind.MEASURE, "title", 5),
        (Kind.MEASURE, "title", None),
        (Kind.RISK, "level", "9"),
        (Kind.RISK, "level", 2.5),
        (Kind.RISK, "level", True),
        (Kind.RISK, "level", 10**15),
        (Kind.OBSERVATION, "outcome", float("nan")),
        (Kind.OBSERVATION, "outcome", float("inf")),
        (Kind.OBSERVATION, "outcome", "4,2"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_by_name(kind, name, raw):
    with pytest.raises(ValueError, match=name):
        value_of(kind, name, raw)


def test_a_whole_number_written_with_decimals_is_whole():
    assert value_of(Kind.RISK, "level", 9.0) == 9
    assert isinstance(value_of(Kind.OBSERVATION, "outcome", 4), float)


@pytest.mark.parametrize("name", ["id", "place", "colour"])
def test_unknown_fields_are_refused(name):
    with pytest.raises(KeyError):
        from_record(Kind.AREA, ID, PLACE, {"title": "A", name: "x"})


def test_an_item_without_its_title_is_refused():
    with pytest.raises(ValueError, match="title"):
        from_record(Kind.AREA, ID, PLACE, {})


def test_only_numbers_and_dates_may_be_unknown():
    for kind in Kind:
        assert not [name for name in OPTIONAL[kind] if FIELDS[kind][name] is str]
