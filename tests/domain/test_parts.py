"""A part of a plan is a plan with fewer items, and says no less of those it has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Holds,
    Indicator,
    Kind,
    Measure,
    Observation,
    Plan,
    Result,
    Risk,
)
from qpdesk.domain.order import Place
from qpdesk.domain.parts import one_area, one_unit, units
from qpdesk.domain.register import Register
from tests.plans import registers

PLAN = Plan(place=Place(None, "1"), title="Plan")
ONE = Area(place=Place(PLAN.id, "1"), title="Utredning[^a]")
TWO = Area(place=Place(PLAN.id, "2"), title="Stöd")
RISK = Risk(place=Place(ONE.id, "1"), title="Risk")
CONTROL = Control(place=Place(RISK.id, "1"), title="Kontroll")
NORTH = Result(place=Place(CONTROL.id, "1"), organisational_unit="Norra")
SOUTH = Result(place=Place(CONTROL.id, "2"), organisational_unit="Södra")
ANSWER = Measure(place=Place(CONTROL.id, "3"), title="Åtgärd")
OTHER = Measure(
    place=Place(TWO.id, "1"), title="Annan", responsible="chef, södra", status_reference=CONTROL.id
)
COUNTED = Indicator(place=Place(PLAN.id, "3"), title="Andel", area="stöd")
SEEN = Observation(place=Place(COUNTED.id, "1"), organisational_unit="Södra")
TABLES = Chapter(place=Place(PLAN.id, "4"), title="Risker", holds=Holds.AREAS)
WORDS = Chapter(place=Place(PLAN.id, "5"), title="Inledning", text="Allt.")
NOTE = Footnote(place=Place(PLAN.id, "6"), key="a", text="Se [^b].")
NEXT = Footnote(place=Place(PLAN.id, "7"), key="b", text="Nästa.")
IDLE = Footnote(place=Place(PLAN.id, "8"), key="c", text="Ingen.")
ALL = Register(
    (
        *(PLAN, ONE, TWO, RISK, CONTROL, NORTH, SOUTH, ANSWER, OTHER, COUNTED, SEEN),
        *(TABLES, WORDS, NOTE, NEXT, IDLE),
    )
)


def ids(register):
    return {node.id for node in register.nodes()}


def test_one_area_has_what_is_below_it_the_chapter_for_it_and_its_notes():
    part = one_area(ALL, ONE.id)
    whole = (PLAN, ONE, RISK, CONTROL, NORTH, SOUTH, ANSWER, TABLES, NOTE, NEXT)
    assert ids(part) == {node.id for node in whole}
    assert part[PLAN.id].title == "Plan – Utredning[^a]"


def test_one_area_has_the_indicators_that_go_by_its_name():
    assert ids(one_area(ALL, TWO.id)) == {
        node.id for node in (PLAN, TWO, OTHER, COUNTED, SEEN, TABLES)
    }


def test_a_reason_outside_the_part_is_said_by_name():
    [measure] = one_area(ALL, TWO.id).children(TWO.id)
    assert (measure.status_reason, measure.status_reference) == ("(Kontroll)", "")


def test_one_unit_has_its_results_and_what_it_answers_for():
    north, south = (one_unit(ALL, PLAN.id, unit) for unit in ("norra", "Södra"))
    both = {node.id for node in (PLAN, ONE, RISK, CONTROL, ANSWER, TABLES, NOTE, NEXT)}
    assert ids(north) == both | {NORTH.id}
    assert ids(south) == both | {SOUTH.id, TWO.id, OTHER.id, COUNTED.id, SEEN.id}


def test_units_are_those_that_report():
    assert units(ALL, PLAN.id) == ("Norra", "Södra")


@pytest.mark.parametrize("node", [PLAN, RISK])
def test_only_areas_are_areas(node):
    with pytest.raises(KeyError):
        one_area(ALL, node.id)


@given(registers(largest=20, plans=2), st.data())
def test_a_part_of_any_plan_is_a_register_of_its_own_items(register, data):
    areas = [node for node in register.walk() if isinstance(node, Area)]
    for area in areas[:3]:
        part = one_area(register, area.id)
        assert ids(part) <= ids(register)
        assert {node.id for node in register.walk(area.id)} <= ids(part)
    for plan in register.children():
        for unit in units(register, plan.id)[:3]:
            part = one_unit(register, plan.id, unit)
            assert ids(part) <= ids(register)
            found = [n for n in part.nodes() if isinstance(n, Result | Observation)]
            assert found
            assert part.children() == part.children(None, Kind.PLAN)
