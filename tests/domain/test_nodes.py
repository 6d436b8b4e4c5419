from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import (
    LEVELS,
    PARENTS,
    TYPES,
    Area,
    Footnote,
    Kind,
    Observation,
    Result,
    Status,
    kind_of,
    may_stand_under,
    new_id,
    title_of,
)
from qpdesk.domain.order import NodeId, Place

TOP = Place(None, "1")


def test_space_goes_round_the_three_everyday_statuses():
    assert Status.NOT_STARTED.next() is Status.ONGOING
    assert Status.ONGOING.next() is Status.COMPLETED
    assert Status.COMPLETED.next() is Status.NOT_STARTED


@given(st.sampled_from(Status))
def test_space_never_discontinues_or_postpones(status):
    assert status.next() not in {Status.DISCONTINUED, Status.ONGOING_NEXT_YEAR}
    assert status.next() is not status


def test_levels_are_exactly_the_products():
    assert {first * second for first in range(1, 5) for second in range(1, 5)} == LEVELS
    assert not LEVELS & {5, 7, 10, 11, 13, 14, 15}


def test_ids_made_in_order_sort_in_order():
    made = [new_id() for _ in range(50)]
    assert len(set(made)) == 50
    times = [node_id[:12] for node_id in made]
    assert times == sorted(times)
    assert {node_id[12] for node_id in made} == {"7"}
    assert {len(node_id) for node_id in made} == {32}


def test_where_each_kind_may_stand():
    assert may_stand_under(Kind.PLAN, None)
    assert not may_stand_under(Kind.AREA, None)
    assert may_stand_under(Kind.MEASURE, Kind.AREA)
    assert may_stand_under(Kind.MEASURE, Kind.RISK)
    assert may_stand_under(Kind.MEASURE, Kind.CONTROL)
    assert may_stand_under(Kind.CONTROL, Kind.AREA)
    assert not may_stand_under(Kind.RISK, Kind.RISK)
    assert not may_stand_under(Kind.CONTROL, Kind.MEASURE)


def test_kinds_are_levels_so_that_no_branch_can_hold_itself():
    order = list(Kind)
    order.sort(key=lambda kind: kind is Kind.MEASURE)  # under everything else it may stand in
    for kind, parents in PARENTS.items():
        assert all(order.index(parent) < order.index(kind) for parent in parents)


def test_every_kind_has_a_type_and_back():
    for kind, node_type in TYPES.items():
        titled = {"title": "x"} if "title" in node_type.__match_args__ else {}
        keyed = {"key": "1"} if kind is Kind.FOOTNOTE else {}
        names = {field for field in node_type.__dataclass_fields__ if field == "title"}
        node = node_type(place=TOP, **dict.fromkeys(names, "x"), **titled, **keyed)
        assert kind_of(node) is kind


def test_items_without_title_are_called_by_what_tells_them_apart():
    parent = Place(NodeId("0"), "1")
    assert title_of(Area(place=TOP, title="Placerade barn")) == "Placerade barn"
    assert title_of(Footnote(place=TOP, key="1", text="En not")) == "En not"
    assert title_of(Result(place=parent, period="VB 2025", organisational_unit="Norr")) == (
        "VB 2025, Norr"
    )
    assert title_of(Observation(place=parent, period="D2 2025")) == "D2 2025"
