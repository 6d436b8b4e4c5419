from dataclasses import replace

from qpdesk.domain.nodes import (
    Area,
    Control,
    Judgement,
    Measure,
    NoMeasure,
    Plan,
    Result,
    Risk,
    Status,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.domain.remedies import is_deficient, lacks_open_measure, lacks_remedy

PLAN = Plan(id=NodeId("p"), place=Place(None, "1"), title="Plan")
AREA = Area(id=NodeId("a"), place=Place(PLAN.id, "1"), title="Hemtjänst")
RISK = Risk(id=NodeId("r"), place=Place(AREA.id, "1"), title="Fall")
CONTROL = Control(id=NodeId("k"), place=Place(RISK.id, "1"), title="Koll")


def result(name, period, judgement, unit=""):
    return Result(
        id=NodeId(name),
        place=Place(CONTROL.id, name),
        period=period,
        judgement=judgement,
        organisational_unit=unit,
    )


def plan_with(*nodes):
    return Register([PLAN, AREA, RISK, CONTROL, *nodes])


FAILED = result("1", "D2 2022", Judgement.DEFICIENT)
PASSED = result("2", "VB 2022", Judgement.PASSED)


def test_the_latest_result_of_each_unit_decides():
    assert is_deficient(plan_with(FAILED), CONTROL)
    assert not is_deficient(plan_with(PASSED, FAILED), CONTROL)  # time decides, not place
    other = result("3", "VB 2021", Judgement.DEFICIENT, "Norr")
    assert is_deficient(plan_with(FAILED, PASSED, other), CONTROL)
    assert not is_deficient(plan_with(), CONTROL)


def test_a_measure_below_the_control_or_beside_it_or_a_reason_is_a_remedy():
    assert lacks_remedy(plan_with(FAILED), CONTROL)
    for parent, answers in [(CONTROL, True), (RISK, True), (AREA, False)]:
        measure = Measure(place=Place(parent.id, "9"), title="Åtgärd")
        assert lacks_remedy(plan_with(FAILED, measure), CONTROL) is not answers
    reasoned = replace(CONTROL, no_measure=NoMeasure.NEXT_YEAR)
    assert not lacks_remedy(Register([PLAN, AREA, RISK, reasoned, FAILED]), reasoned)


def test_measures_straight_under_an_area_answer_no_control_of_that_area():
    control = replace(CONTROL, place=Place(AREA.id, "2"))
    measure = Measure(place=Place(AREA.id, "3"), title="Åtgärd")
    assert lacks_remedy(Register([PLAN, AREA, control, FAILED, measure]), control)


def test_only_work_that_remains_answers_a_risk():
    assert lacks_open_measure(plan_with(), RISK)
    for status, closed in [
        (Status.NOT_STARTED, False),
        (Status.ONGOING, False),
        (Status.ONGOING_NEXT_YEAR, False),
        (Status.COMPLETED, True),
        (Status.DISCONTINUED, True),
    ]:
        measure = Measure(place=Place(CONTROL.id, "9"), title="Åtgärd", status=status)
        assert lacks_open_measure(plan_with(measure), RISK) is closed
