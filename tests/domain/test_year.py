from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed
from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Indicator,
    Judgement,
    Measure,
    NoMeasure,
    Observation,
    Plan,
    PlanState,
    Result,
    Status,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.domain.year import Matter, Proposal, new_year, proposals, years_in
from tests.plans import registers

PLAN = Plan(
    id=NodeId("p"),
    place=Place(None, "1"),
    title="Kvalitetsplan 2022",
    year=2022,
    state=PlanState.CLOSED,
    registry_number="SN 2022/14",
    decision_date=date(2022, 3, 1),
    decision_paragraph="§ 12",
    target_group="vuxna",
)
AREA = Area(id=NodeId("a"), place=Place(PLAN.id, "1"), title="Hemtjänst")


def measure(name, status=Status.ONGOING_NEXT_YEAR, **values):
    return Measure(id=NodeId(name), place=Place(AREA.id, name), title=name, status=status, **values)


def made(*nodes, staying=()):
    return new_year(Register([PLAN, AREA, *nodes]), PLAN.id, staying)


def titles(result):
    return [node.title for node in result.nodes if isinstance(node, Measure)]


def test_the_new_plan_is_a_draft_of_the_next_year_and_nobody_has_decided_on_it():
    plan = made().nodes[0]
    assert (plan.year, plan.state, plan.target_group) == (2023, PlanState.DRAFT, "vuxna")
    assert (plan.registry_number, plan.decision_date, plan.decision_paragraph) == ("", None, "")
    assert plan.title == "Kvalitetsplan 2022"  # found, not replaced


def test_what_is_proposed_for_each_item():
    control = Control(id=NodeId("k"), place=Place(AREA.id, "8"), title="Koll")
    result = Result(id=NodeId("s"), place=Place(control.id, "1"))
    measures = [measure(status.value, status) for status in Status]
    said = proposals(Register([PLAN, AREA, control, result, *measures]), PLAN.id)
    assert said == {
        "a": Proposal.FOLLOWS,
        "k": Proposal.FOLLOWS,
        "s": Proposal.STAYS,
        Status.NOT_STARTED: Proposal.DOUBTFUL,
        Status.ONGOING: Proposal.DOUBTFUL,
        Status.COMPLETED: Proposal.STAYS,
        Status.ONGOING_NEXT_YEAR: Proposal.FOLLOWS,
        Status.DISCONTINUED: Proposal.STAYS,
    }


def test_items_that_stay_keep_what_is_below_them():
    other = Area(id=NodeId("b"), place=Place(PLAN.id, "2"), title="Boende")
    below = Measure(id=NodeId("x"), place=Place(other.id, "1"), title="x")
    assert titles(made(measure("1"), measure("2"), staying=["2"])) == ["1"]
    assert titles(made(measure("1"), other, below, staying=["b"])) == ["1"]


def test_measures_begin_the_year_without_their_follow_up():
    old = measure(
        "1",
        status_reason="Ej hunnit",
        status_reference="a",
        follow_up="Halvvägs",
        what_to_do="Gör klart",
        due=date(2023, 5, 1),
    )
    *_, new = made(old).nodes
    assert (new.status, new.status_reason, new.status_reference) == (Status.ONGOING, "", "")
    assert (new.follow_up, new.what_to_do, new.due) == ("", "Gör klart", date(2023, 5, 1))
    *_, again = made(measure("1", Status.COMPLETED)).nodes
    assert again.status is Status.NOT_STARTED


def test_controls_begin_anew_and_indicators_keep_their_history():
    control = Control(
        id=NodeId("k"),
        place=Place(AREA.id, "8"),
        title="Koll",
        follow_up="Bra",
        no_measure=NoMeasure.SATISFACTORY,
        purpose="Se till",
    )
    result = Result(id=NodeId("s"), place=Place(control.id, "1"), judgement=Judgement.PASSED)
    indicator = Indicator(
        id=NodeId("i"), place=Place(PLAN.id, "9"), title="Andel", comment="Upp sedan 2021"
    )
    outcome = Observation(id=NodeId("o"), place=Place(indicator.id, "1"), period="VB 2022")
    nodes = made(control, result, indicator, outcome, staying=["s"]).nodes
    _, _, new_control, new_indicator, new_outcome = nodes
    assert (new_control.follow_up, new_control.no_measure) == ("", NoMeasure.NONE)
    assert new_control.purpose == "Se till"
    assert new_indicator.comment == ""
    assert new_outcome.period == "VB 2022"


def test_a_due_date_that_has_passed_is_taken_out_and_told():
    result = made(measure("1", due=date(2022, 12, 31)))
    assert result.nodes[-1].due is None
    (finding,) = [each for each in result.findings if each.matter is Matter.PAST_DUE_DATE]
    assert (finding.id, finding.field, finding.detail) == (
        result.nodes[-1].id,
        "due",
        "2022-12-31",
    )


def test_years_in_texts_are_found_with_their_place_and_left_alone():
    text = "Under 2022 görs mer än 2021. SOSFS 2011:9 gäller, se SN 2022/14 och 20222."
    chapter = Chapter(id=NodeId("c"), place=Place(PLAN.id, "2"), title="Mål 2030", text=text)
    result = made(chapter)
    assert result.nodes[2].text == text
    found = [(each.field, each.detail, each.start) for each in result.findings]
    assert found == [("title", "2022", 14), ("text", "2022", 6), ("text", "2021", 23)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022", [2022]),
        ("hösten 2022–2023", [2022, 2023]),
        ("2022-03-16", [2022]),
        ("(2001:453)", []),
        ("dnr 2022/14 och 14/2022", []),
        ("12022 20220 1800", []),
    ],
)
def test_what_counts_as_a_year(text, years):
    assert [year for year, _ in years_in(text)] == years


@given(registers(), st.data())
def test_a_new_year_can_be_grafted_and_changes_nothing_of_the_old(register, data):
    plan = data.draw(st.sampled_from(register.children()))
    old = {node.id: node for node in register.nodes()}
    below = [node.id for node in register.walk(plan.id)]
    staying = data.draw(st.sets(st.sampled_from(below))) if below else set()
    result = new_year(register, plan.id, staying)
    edit = edits.graft(register, result.nodes, Deed.ADD)
    register.rehearse(edit)
    for change in edit.changes:
        register.apply(change)
    assert {node_id: register[node_id] for node_id in old} == old
    assert not old.keys() & {node.id for node in result.nodes}
    following = [
        node_id
        for node_id in below
        if not staying & {node_id, *(above.id for above in register.ancestors(node_id))}
    ]
    assert len(result.nodes) == 1 + len(following)
    texts = {node.id: node for node in result.nodes}
    for finding in result.findings:
        if finding.matter is Matter.YEAR_WORD:
            text = getattr(texts[finding.id], finding.field)
            assert text[finding.start :].startswith(finding.detail)


def test_only_a_plan_has_a_next_year():
    with pytest.raises(TypeError):
        new_year(Register([PLAN, AREA]), AREA.id, ())
    undated = replace(PLAN, year=None)
    assert new_year(Register([undated]), PLAN.id, ()).nodes[0].year is None
