"""Which items stand side by side: the cases that printed plans have."""

import pytest

from qpdesk.domain.nodes import Area, Control, Measure, Plan, Risk
from qpdesk.report.rows import groups
from tests.report.seeds import Grower


@pytest.fixture
def grower():
    return Grower()


@pytest.fixture
def area(grower):
    return grower.add(Area, grower.add(Plan, title="Plan"), title="Område")


def drawn(grower, area):
    """The groups as texts: risk, then (control, rows it reaches, measure) for each row."""
    for group in groups(grower.register(), area):
        yield (
            group.risk and group.risk.title,
            [
                (
                    pair.control and pair.control.title,
                    pair.reaches,
                    pair.measure and pair.measure.title,
                )
                for pair in group.pairs
            ],
        )


def test_a_risk_with_nothing_below_it_is_a_row(grower, area):
    grower.add(Risk, area, title="R")
    assert list(drawn(grower, area)) == [("R", [(None, 1, None)])]


def test_a_control_reaches_over_its_measures(grower, area):
    risk = grower.add(Risk, area, title="R")
    control = grower.add(Control, risk, title="K")
    for title in "abc":
        grower.add(Measure, control, title=title)
    assert list(drawn(grower, area)) == [("R", [("K", 3, "a"), (None, 0, "b"), (None, 0, "c")])]


def test_the_last_of_several_controls_reaches_over_the_measures_that_are_left(grower, area):
    risk = grower.add(Risk, area, title="R")
    for title in "KL":
        grower.add(Control, risk, title=title)
    for title in "abc":
        grower.add(Measure, risk, title=title)
    assert list(drawn(grower, area)) == [("R", [("K", 1, "a"), ("L", 2, "b"), (None, 0, "c")])]


def test_several_controls_and_one_measure_of_one_risk(grower, area):
    risk = grower.add(Risk, area, title="R")
    for title in "KL":
        grower.add(Control, risk, title=title)
    grower.add(Measure, risk, title="a")
    assert list(drawn(grower, area)) == [("R", [("K", 1, "a"), ("L", 1, None)])]


def test_a_risk_with_measures_alone(grower, area):
    risk = grower.add(Risk, area, title="R")
    for title in "ab":
        grower.add(Measure, risk, title=title)
    assert list(drawn(grower, area)) == [("R", [(None, 2, "a"), (None, 0, "b")])]


def test_order_is_kept_around_a_control_with_measures(grower, area):
    risk = grower.add(Risk, area, title="R")
    grower.add(Measure, risk, title="först")
    control = grower.add(Control, risk, title="K")
    grower.add(Measure, control, title="a")
    grower.add(Control, risk, title="L")
    grower.add(Measure, risk, title="sist")
    [(_, rows)] = drawn(grower, area)
    assert rows == [(None, 1, "först"), ("K", 1, "a"), ("L", 1, "sist")]


def test_what_stands_under_no_risk_has_groups_of_its_own(grower, area):
    grower.add(Measure, area, title="a")
    control = grower.add(Control, area, title="K")
    for title in "bc":
        grower.add(Measure, control, title=title)
    grower.add(Control, area, title="L")
    assert list(drawn(grower, area)) == [
        (None, [(None, 1, "a")]),
        (None, [("K", 2, "b"), (None, 0, "c")]),
        (None, [("L", 1, None)]),
    ]
