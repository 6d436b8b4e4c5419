import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.assessment import (
    ChangeUnit,
    Trend,
    Verdict,
    change_since,
    comparable,
    decimal,
    latest,
    observations_of,
    series_of,
    verdict,
)
from qpdesk.domain.fields import read_number
from qpdesk.domain.nodes import Direction, Indicator, Observation, Plan, Unit
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register

HIGHER, LOWER = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER


def indicator(unit=Unit.PERCENT, direction=HIGHER):
    return Indicator(
        id=NodeId("i"), place=Place(NodeId("p"), "1"), title="Andel", unit=unit, direction=direction
    )


def outcome(value=None, target=None, period="VB 2022", unit=""):
    return Observation(
        place=Place(NodeId("i"), "1"),
        outcome=value,
        target=target,
        period=period,
        organisational_unit=unit,
    )


@pytest.mark.parametrize(
    ("value", "target", "direction", "said"),
    [
        (4.2, 4, HIGHER, Verdict.REACHED),
        (4, 4, LOWER, Verdict.REACHED),
        (3.9, 4, HIGHER, Verdict.NOT_REACHED),
        (4.2, 4, LOWER, Verdict.NOT_REACHED),
        (3, 4, LOWER, Verdict.REACHED),
        (4, 4, Direction.NONE, Verdict.REACHED),
        (3, 4, Direction.NONE, Verdict.NO_DIRECTION),
        (0, None, HIGHER, Verdict.NO_TARGET),
        (None, 4, HIGHER, Verdict.NO_OUTCOME),
    ],
)
def test_whether_a_target_is_reached(value, target, direction, said):
    assert verdict(indicator(direction=direction), outcome(value, target)) is said


@pytest.mark.parametrize(
    ("unit", "before", "after", "amount", "counted"),
    [
        (Unit.PERCENT, 24, 31, 7, ChangeUnit.POINTS),
        (Unit.PERCENT, 0.3, 0.1, -0.2, ChangeUnit.POINTS),  # not -0.19999999999999998
        (Unit.COUNT, 200, 150, -25, ChangeUnit.PER_CENT),
        (Unit.COUNT, 0, 3, 3, ChangeUnit.STEPS),
        (Unit.SCALE_1_5, 4.2, 4.3, 0.1, ChangeUnit.STEPS),
    ],
)
def test_a_change_is_counted_in_what_the_indicator_counts_in(unit, before, after, amount, counted):
    change = change_since(indicator(unit), outcome(before), outcome(after))
    assert (change.amount, change.unit) == (amount, counted)
    assert change.trend is (Trend.BETTER if amount > 0 else Trend.WORSE)
    lower = change_since(indicator(unit, LOWER), outcome(before), outcome(after))
    assert lower.trend is (Trend.WORSE if amount > 0 else Trend.BETTER)


def test_no_change_and_none_to_tell():
    assert change_since(indicator(), outcome(3), outcome(3)).trend is Trend.SAME
    unknown = change_since(indicator(direction=Direction.NONE), outcome(3), outcome(4))
    assert unknown.trend is Trend.UNKNOWN
    assert change_since(indicator(), outcome(None), outcome(4)) is None
    assert change_since(indicator(Unit.TEXT), outcome(3), outcome(4)) is None


def test_what_to_compare_with():
    year, half, gap, now = (
        outcome(4, period="VB 2021"),
        outcome(5, period="D2 2022"),
        outcome(None, period="T3 2022"),
        outcome(6, period="VB 2022"),
    )
    assert comparable([year, half, gap, now], now) == year
    assert comparable([half, gap, now], now) == half
    assert comparable([gap, now], now) is None


def test_outcomes_in_order_and_by_unit():
    plan = Plan(id=NodeId("p"), place=Place(None, "1"), title="Plan")
    norr22, syd22 = outcome(1, unit="Norr"), outcome(2, unit="Syd")
    norr21 = outcome(3, period="VB 2021", unit="Norr")
    register = Register([plan, indicator(), norr22, syd22, norr21])
    observations = observations_of(register, indicator())
    assert observations[0] == norr21
    assert series_of(observations) == {"Norr": [norr21, norr22], "Syd": [syd22]}
    assert latest(observations) == [norr22, syd22]


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (4.2, None, "4,2"),
        (67.0, None, "67"),
        (0.1 + 0.2, 1, "0,3"),
        (2.25, 1, "2,3"),
        (4.0, 2, "4"),
        (-0.04, 1, "0"),
        (-3, None, "\N{MINUS SIGN}3"),
        (12345678.5, None, "12\N{NO-BREAK SPACE}345\N{NO-BREAK SPACE}678,5"),
        (1e14, None, "100" + 4 * "\N{NO-BREAK SPACE}000"),
        (1e-7, None, "0,0000001"),
        (100, 0, "100"),
    ],
)
def test_numbers_are_written_with_a_decimal_comma(value, digits, written):
    assert decimal(value, digits) == written


@given(st.floats(-1e12, 1e12))
def test_a_written_number_reads_back(value):
    assert read_number(decimal(value)) == value
