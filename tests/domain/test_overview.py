from datetime import date

from hypothesis import given

from qpdesk.domain.nodes import (
    Area,
    Control,
    Direction,
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
from qpdesk.domain.overview import overview
from qpdesk.domain.register import Register
from qpdesk.domain.tally import tally
from tests.plans import registers

TODAY = date(2022, 10, 1)


def at(parent, key="1"):
    return Place(NodeId(parent) if parent else None, key)


def branch(name):
    return [
        Plan(id=NodeId(name), place=at(None, name), title="Plan"),
        Area(id=NodeId(f"a{name}"), place=at(name), title="Hemtjänst"),
    ]


def risk(name, parent, level=9, title=None):
    return Risk(id=NodeId(name), place=at(parent, name), title=title or name, level=level)


def measure(name, parent, **values):
    return Measure(id=NodeId(name), place=at(parent, name), title=name, **values)


def control(name, parent, **values):
    return Control(id=NodeId(name), place=at(parent, name), title=name, **values)


def look(*nodes, plans=("p",)):
    register = Register(nodes)
    return overview(register, [NodeId(plan) for plan in plans], threshold=9, today=TODAY)


def test_measures_by_status_and_by_responsible():
    found = look(
        *branch("p"),
        measure("1", "ap", responsible="Åsa Ek"),
        measure("2", "ap", responsible="åsa ek", status=Status.COMPLETED),
        measure("3", "ap", status=Status.COMPLETED),
    )
    assert found.statuses[Status.NOT_STARTED] == ("1",)
    assert found.statuses[Status.COMPLETED] == ("2", "3")
    assert found.statuses[Status.DISCONTINUED] == ()
    assert list(found.responsible) == ["Åsa Ek", ""]
    assert found.responsible["Åsa Ek"][Status.COMPLETED] == ("2",)


def test_high_risks_and_those_that_nothing_answers():
    found = look(
        *branch("p"),
        risk("r1", "ap", 9),
        measure("m1", "r1", status=Status.ONGOING),
        risk("r2", "ap", 12),
        measure("m2", "r2", status=Status.COMPLETED),
        risk("r3", "ap", 8),
        risk("r4", "ap", None),
    )
    assert found.high_risks == ("r1", "r2")
    assert found.unanswered_risks == ("r2",)


def test_controls_that_are_silent_or_failed_without_remedy_and_results_by_unit():
    found = look(
        *branch("p"),
        control("k1", "ap", follow_up="Bra"),
        Result(
            id=NodeId("s1"),
            place=at("k1"),
            judgement=Judgement.DEFICIENT,
            organisational_unit="Norr",
        ),
        control("k2", "ap"),
    )
    assert found.silent_controls == ("k2",)
    assert found.failed_controls == ("k1",)
    assert found.units["Norr"][Judgement.DEFICIENT] == ("s1",)
    assert found.units["Norr"][Judgement.PASSED] == ()


def test_late_measures_are_those_still_open():
    found = look(
        *branch("p"),
        measure("1", "ap", due=date(2022, 9, 30)),
        measure("2", "ap", due=TODAY),
        measure("3", "ap", due=date(2022, 1, 1), status=Status.COMPLETED),
        measure("4", "ap", due=date(2022, 1, 1), status=Status.ONGOING_NEXT_YEAR),
        measure("5", "ap", due=date(2022, 1, 1), status=Status.DISCONTINUED),
    )
    assert found.late_measures == ("1", "4")


def test_indicators_are_judged_by_their_latest_outcome():
    def indicator(name, *rows):
        return [
            Indicator(
                id=NodeId(name),
                place=at("p", name),
                title=name,
                direction=Direction.HIGHER_IS_BETTER,
            ),
            *(
                Observation(place=at(name, str(key)), period=period, outcome=value, target=target)
                for key, (period, value, target) in enumerate(rows, 1)
            ),
        ]

    found = look(
        *branch("p"),
        *indicator("i1", ("VB 2022", 3, 4), ("VB 2021", 4, 4)),
        *indicator("i2", ("VB 2021", 3, 4), ("VB 2022", 4, 4)),
        *indicator("i3", ("VB 2022", 4, None)),
        *indicator("i4"),
    )
    assert found.missed_targets == ("i1",)
    assert found.without_target == ("i3",)
    assert found.waiting == ("i4",)
    assert len(found.followed_up) == 5


def test_a_risk_that_two_plans_share_is_one_risk_but_two_of_a_name_in_one_plan_are_two():
    nodes = [
        *branch("p"),
        risk("r1", "ap", title="Stödet samordnas inte"),
        risk("r2", "ap", title="Stödet samordnas inte"),
        *branch("q"),
        risk("r3", "aq", title="stödet  samordnas inte"),
        risk("r4", "aq", title="Annat"),
    ]
    both = look(*nodes, plans=("p", "q"))
    assert both.risks == ("r1", "r2", "r3", "r4")
    assert both.different_risks == ("r1", "r2", "r4")
    assert look(*nodes, plans=("q",)).different_risks == ("r3", "r4")


@given(registers())
def test_the_figures_agree_with_a_plain_count(register):
    plans = [plan.id for plan in register.children()]
    found = overview(register, plans, threshold=9, today=TODAY)
    figures = tally(register, None)
    assert {status: len(ids) for status, ids in found.statuses.items() if ids} == dict(
        figures.statuses
    )
    by_person = [i for row in found.responsible.values() for ids in row.values() for i in ids]
    assert sorted(by_person) == sorted(i for ids in found.statuses.values() for i in ids)
    assert set(found.unanswered_risks) <= set(found.high_risks) <= set(found.risks)
    assert set(found.different_risks) <= set(found.risks)
    titles = {register[node_id].title.casefold() for node_id in found.risks}
    assert bool(titles) == bool(found.different_risks)
    assert not set(found.waiting) & set(found.followed_up)
