from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Document,
    Footnote,
    Holds,
    Indicator,
    Judgement,
    Measure,
    Observation,
    Plan,
    PlanState,
    Result,
    Risk,
    Status,
    kind_of,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.readiness import Matter, Severity, findings, is_ready
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from tests.plans import registers

PLAN = Plan(
    id=NodeId("p"),
    place=Place(None, "1"),
    title="Kvalitetsplan 2022",
    year=2022,
    registry_number="SN 2022/14",
    decision_date=date(2022, 3, 1),
    state=PlanState.ADOPTED,
)
AREA = Area(id=NodeId("a"), place=Place(PLAN.id, "1"), title="Hemtjänst")


def under(parent, key="1"):
    return Place(parent.id, key)


def found(*nodes, plan=PLAN, document=Document.PLAN):
    all_found = findings(Register([plan, AREA, *nodes]), plan.id, document)
    return [(finding.matter, finding.id, finding.field) for finding in all_found]


def test_a_finished_plan_has_nothing_to_find():
    assert found() == []
    assert found(document=Document.FOLLOW_UP) == []


def test_what_an_adopted_plan_must_carry_stops_it_and_only_warns_for_a_draft():
    bare = replace(PLAN, year=None, registry_number=" ", decision_date=None)
    assert found(plan=bare) == [
        (Matter.NO_YEAR, "p", "year"),
        (Matter.NO_REGISTRY_NUMBER, "p", "registry_number"),
        (Matter.NO_DECISION_DATE, "p", "decision_date"),
    ]
    draft = replace(PLAN, registry_number="", decision_date=None, state=PlanState.DRAFT)
    all_found = findings(Register([draft]), draft.id, Document.PLAN)
    assert {finding.severity for finding in all_found} == {Severity.WARN}
    assert is_ready(all_found)
    assert not is_ready(findings(Register([bare]), bare.id, Document.PLAN))


def test_titles():
    assert found(plan=replace(PLAN, title=" ")) == [(Matter.NO_TITLE, "p", "title")]
    wrong = (Matter.OTHER_YEAR_IN_TITLE, "p", "title")
    assert found(plan=replace(PLAN, title="Plan 2021")) == [wrong]
    assert found(plan=replace(PLAN, title="Plan 2021-2022")) == []
    assert found(plan=replace(PLAN, title="Plan för barn")) == []
    late = replace(PLAN, follow_up_title="Uppföljning av kvalitetsplan 2021")
    assert found(plan=late) == []
    assert found(plan=late, document=Document.FOLLOW_UP) == [
        (Matter.OTHER_YEAR_IN_TITLE, "p", "follow_up_title")
    ]


def test_chapters_without_anything_in_them():
    chapters = [
        Chapter(id=NodeId(str(number)), place=under(PLAN, str(number)), title="Rubrik", **values)
        for number, values in enumerate(
            [
                {"level": 1},  # holds the next
                {"level": 2},  # empty
                {"level": 2, "text": "Text"},
                {"level": 1, "holds": Holds.AREAS},
                {"level": 1, "document": Document.FOLLOW_UP},  # empty, in the other document
            ],
            2,
        )
    ]
    assert found(*chapters) == [(Matter.EMPTY_CHAPTER, "3", "text")]
    assert found(*chapters, document=Document.FOLLOW_UP) == [(Matter.EMPTY_CHAPTER, "6", "text")]


def test_notes_and_references_must_meet():
    measure = Measure(
        id=NodeId("m"), place=under(AREA), title="Ny rutin[^1]", what_to_do="Se[^2]", follow_up="-"
    )
    notes = [
        Footnote(id=NodeId("f1"), place=under(PLAN, "2"), key="1", text="Se även[^1]"),
        Footnote(id=NodeId("f3"), place=under(PLAN, "3"), key="3", text="Oanvänd"),
    ]
    assert found(measure, *notes) == [
        (Matter.NOTE_MISSING, "m", "what_to_do"),
        (Matter.NOTE_UNUSED, "f3", "key"),
    ]


def test_a_level_without_its_factors_is_noted_and_stops_nothing():
    risk = Risk(id=NodeId("r"), place=under(AREA), title="Fall", level=6)
    assert found(risk) == [(Matter.NO_FACTORS, "r", "likelihood")]
    assert found(replace(risk, likelihood=2, consequence=3)) == []
    assert found(replace(risk, level=None)) == [(Matter.NO_LEVEL, "r", "level")]
    assert is_ready(findings(Register([PLAN, AREA, risk]), PLAN.id, Document.PLAN))


def test_given_up_without_a_reason_stops_both_documents():
    measure = Measure(
        id=NodeId("m"),
        place=under(AREA),
        title="Rutin",
        status=Status.DISCONTINUED,
        follow_up="Blev inte av",
    )
    for document in (Document.PLAN, Document.FOLLOW_UP):
        assert found(measure, document=document) == [(Matter.NO_REASON, "m", "status_reason")]


def test_a_follow_up_waits_for_every_answer():
    control = Control(id=NodeId("k"), place=under(AREA, "1"), title="Koll")
    result = Result(id=NodeId("s"), place=under(control), judgement=Judgement.DEFICIENT)
    indicator = Indicator(id=NodeId("i"), place=under(PLAN, "2"), title="Andel")
    outcome = Observation(id=NodeId("o"), place=under(indicator))
    assert found(control, result, indicator, outcome, document=Document.FOLLOW_UP) == [
        (Matter.NO_REMEDY, "k", "no_measure"),
        (Matter.NO_FOLLOW_UP, "k", "follow_up"),
        (Matter.NO_OUTCOME, "o", "outcome"),
    ]
    assert found(control, indicator, outcome) == []  # the plan itself does not


@given(registers(), st.sampled_from([Document.PLAN, Document.FOLLOW_UP]))
def test_every_finding_leads_to_a_field_that_is_there(register, document):
    for plan in register.children():
        for finding in findings(register, plan.id, document):
            node = register[finding.id]
            assert register.plan_of(node.id) == plan.id
            assert not finding.field or finding.field in FIELDS[kind_of(node)]
