"""Columns are as wide as their texts ask for, and never too narrow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import Area, Control, Measure, Plan, Risk
from qpdesk.report.columns import _parts, shares
from qpdesk.report.kinds import ReportKind
from tests.report.seeds import Grower


@given(st.lists(st.integers(0, 10**9), min_size=3, max_size=5))
def test_they_share_the_width_and_none_is_starved(lengths):
    parts = _parts(lengths)
    assert sum(parts) == pytest.approx(1)
    assert min(parts) > 0.09
    assert sorted(parts) == [parts[i] for i in sorted(range(len(parts)), key=lengths.__getitem__)]


def test_a_plan_with_measures_alone_gives_them_the_width():
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    risk = grower.add(Risk, grower.add(Area, plan, title="Område"), title="En risk", level=9)
    grower.add(Measure, risk, title="Åtgärd", what_to_do="Mycket ska göras. " * 20)
    parts = shares(grower.register(), plan.id, ReportKind.PLAN)
    assert max(parts) == parts[4] > 0.35
    assert parts[1] == parts[2] == min(parts)


def test_the_follow_up_weighs_what_was_followed_up():
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    area = grower.add(Area, plan, title="Område")
    grower.add(Control, area, title="Kontroll", purpose="Långt syfte. " * 50, follow_up="Kort.")
    grower.add(Measure, area, title="Åtgärd", follow_up="Mycket har gjorts. " * 20)
    parts = shares(grower.register(), plan.id, ReportKind.FOLLOW_UP)
    assert parts[0] < parts[1] < parts[2]
