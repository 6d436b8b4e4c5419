from dataclasses import replace

from hypothesis import given

from qpdesk.domain.follow_up import Missing, missing, queue
from qpdesk.domain.nodes import (
    Area,
    Control,
    Indicator,
    Judgement,
    Measure,
    Observation,
    Plan,
    Result,
    Risk,
    Status,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from tests.plans import registers


def at(parent, key="1"):
    return Place(NodeId(parent) if parent else None, key)


def plan_with(*nodes):
    return Register(
        [
            Plan(id=NodeId("p"), place=at(None), title="Plan"),
            Area(id=NodeId("a"), place=at("p"), title="Hemtjänst"),
            *nodes,
        ]
    )


def measure(name, key="1", **values):
    return Measure(id=NodeId(name), place=at("a", key), title=name, **values)


def test_a_measure_needs_a_text_and_some_statuses_a_reason():
    for status, lacking in [
        (Status.COMPLETED, ()),
        (Status.ONGOING, ()),
        (Status.DISCONTINUED, (Missing.REASON,)),
        (Status.ONGOING_NEXT_YEAR, (Missing.REASON,)),
    ]:
        node = measure("m", status=status, follow_up="Gjort")
        assert missing(plan_with(node), node) == lacking
        node = replace(node, follow_up=" \n")
        assert missing(plan_with(node), node) == (*lacking, Missing.FOLLOW_UP)
        node = replace(node, status_reason="Se beslut")
        assert missing(plan_with(node), node) == (Missing.FOLLOW_UP,)


def test_another_items_comment_is_a_reason_as_long_as_that_item_is_there():
    node = measure("m", status=Status.DISCONTINUED, follow_up="Se a", status_reference="a")
    assert missing(plan_with(node), node) == ()
    node = replace(node, status_reference="gone")
    assert missing(plan_with(node), node) == (Missing.REASON,)


def test_a_control_needs_judged_results_and_a_text():
    control = Control(id=NodeId("k"), place=at("a"), title="Koll")
    result = Result(id=NodeId("s"), place=at("k"), value=67)
    assert missing(plan_with(control), control) == (Missing.RESULT, Missing.FOLLOW_UP)
    register = plan_with(control, result)
    assert missing(register, control) == (Missing.JUDGEMENT, Missing.FOLLOW_UP)
    result = replace(result, judgement=Judgement.NOT_REPORTABLE)
    assert missing(plan_with(control, result), control) == (Missing.REASON, Missing.FOLLOW_UP)
    result = replace(result, no_result_reason="Systemet stödjer det inte")
    assert missing(plan_with(control, result), control) == (Missing.FOLLOW_UP,)


def test_an_indicator_needs_outcomes_in_figures_or_words_or_a_reason():
    indicator = Indicator(id=NodeId("i"), place=at("p", "2"), title="Andel")
    assert missing(plan_with(indicator), indicator) == (Missing.OUTCOME,)
    for values, lacking in [
        ({}, (Missing.OUTCOME,)),
        ({"outcome": 0.0}, ()),
        ({"note": "Fler"}, ()),
        ({"no_result_reason": "För få svar"}, ()),
    ]:
        outcome = Observation(id=NodeId("o"), place=at("i"), **values)
        register = plan_with(indicator, outcome)
        assert missing(register, outcome) == lacking
        assert [step.id for step in queue(register, NodeId("p")).steps] == ["o"]


def test_the_queue_counts_and_leads_to_what_is_missing():
    line = queue(
        plan_with(
            measure("one", "1", follow_up="Gjort"),
            measure("two", "2"),
            measure("three", "3", follow_up="Gjort"),
            measure("four", "4"),
        ),
        NodeId("p"),
    )
    assert (line.done, len(line.steps)) == (2, 4)
    assert [step.id for step in line.missing_first] == ["two", "four", "one", "three"]
    assert line.next(None) == "two"
    assert line.next(NodeId("two")) == "four"
    assert line.next(NodeId("three")) == "four"
    assert line.next(NodeId("four")) == "two"  # round again
    assert line.next(NodeId("four"), waiting=False) == "one"
    assert line.previous(NodeId("two")) == "one"
    assert line.previous(NodeId("one")) == "four"
    assert line.previous(NodeId("one"), waiting=True) == "four"
    assert line.next(NodeId("deleted")) == "two"


def test_the_last_one_waiting_has_no_next():
    register = plan_with(measure("one", "1", follow_up="Gjort"), measure("two", "2"))
    line = queue(register, NodeId("p"))
    assert line.next(NodeId("two")) is None
    assert queue(plan_with(), NodeId("p")).next(None) is None


def test_mine_are_those_i_am_responsible_for():
    register = plan_with(
        measure("one", "1", responsible="Åsa Ek"), measure("two", "2", responsible="Bo")
    )
    assert [step.id for step in queue(register, NodeId("p"), "åsa  ek").steps] == ["one"]


@given(registers())
def test_every_measure_and_control_is_asked_about_and_next_visits_all_that_wait(register):
    for plan in register.children():
        line = queue(register, plan.id)
        asked = {step.id for step in line.steps}
        for node in register.walk(plan.id):
            if isinstance(node, Measure | Control | Observation):
                assert node.id in asked
            assert not isinstance(node, Risk) or node.id not in asked
        waiting = [step.id for step in line.waiting]
        seen = [line.next(None)] if waiting else []
        while len(seen) < len(waiting):
            seen.append(line.next(seen[-1]))
        assert seen == waiting
        assert line.done + len(waiting) == len(line.steps)
