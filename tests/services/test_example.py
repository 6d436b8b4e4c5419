"""The example shows everything that real plans hold, so that nobody builds for tidy ones only."""

import re

import pytest

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Direction,
    Document,
    Footnote,
    Holds,
    Indicator,
    Judgement,
    Kind,
    Measure,
    NoMeasure,
    Observation,
    Plan,
    PlanState,
    Result,
    Risk,
    Status,
    Unit,
    kind_of,
)
from qpdesk.domain.tally import tally
from qpdesk.domain.text import paragraphs, references
from qpdesk.services.checking import check, read_register
from qpdesk.services.example import example_files, make_example
from qpdesk.services.importing import read_source
from qpdesk.system.paths import Paths
from tests.exchange.seeds import SEEDS, needs_seeds

TEXTS = ("text", "purpose", "what_to_do", "follow_up", "comment")


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("example")
    path = folder / "Åsmyra kommun.qpd"
    make_example(path, Paths.under(folder / "home"))
    assert check(path) == []
    return read_register(path)


@pytest.fixture
def every(register):
    def of(node_type):
        return [node for node in register.walk() if isinstance(node, node_type)]

    return of


def below(register, node, *kinds):
    return register.children(node.id, *kinds)


def above(register, node):
    return type(register[node.place.parent])


def texts(node):
    return [getattr(node, name) for name in TEXTS if getattr(node, name, "")]


def test_the_plans_come_in_without_a_single_finding(register):
    readings = [read_source(path) for path in example_files()]
    assert not [finding for reading in readings for finding in reading.findings]
    assert sum(len(reading.nodes) for reading in readings) == len(register)


def test_three_plans_of_a_real_plans_size(register, every):
    plans = every(Plan)
    assert [(plan.year, plan.state) for plan in plans] == [
        (2026, PlanState.ADOPTED),
        (2026, PlanState.FOLLOW_UP),
        (2025, PlanState.CLOSED),
    ]
    for plan in plans:
        kinds = tally(register, plan.id).kinds
        tree = (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE)
        assert 25 <= sum(kinds[kind] for kind in tree) <= 60
        assert kinds[Kind.CHAPTER] >= 12


def test_it_is_not_made_over_a_file_that_is_there(tmp_path):
    path = tmp_path / "min.qpd"
    path.write_text("mitt", encoding="utf-8")
    with pytest.raises(FileExistsError):
        make_example(path, Paths.under(tmp_path / "home"))
    assert path.read_text(encoding="utf-8") == "mitt"


# --- structure


def test_risks(register, every):
    shapes = {
        (
            bool(below(register, risk, Kind.CONTROL)),
            bool(below(register, risk, Kind.MEASURE))
            or any(below(register, control) for control in below(register, risk, Kind.CONTROL)),
        )
        for risk in every(Risk)
    }
    assert (False, True) in shapes, "only measures"
    assert (True, False) in shapes, "controls but no measure"
    assert (True, True) in shapes
    assert any(
        len(below(register, risk, Kind.CONTROL)) == 1
        and len(below(register, risk, Kind.MEASURE)) > 1
        for risk in every(Risk)
    ), "one control and several measures side by side"
    assert any(len(below(register, risk, Kind.CONTROL)) > 2 for risk in every(Risk))
    assert any(risk.level and risk.likelihood is None for risk in every(Risk))
    assert any(risk.likelihood and risk.rationale for risk in every(Risk))
    assert {risk.level for risk in every(Risk)} >= {6, 8, 9, 12}


def test_controls(register, every):
    controls = every(Control)
    free = [control for control in controls if above(register, control) is Area]
    assert any(not below(register, control, Kind.MEASURE) for control in free)
    assert any(
        not control.purpose and below(register, control, Kind.MEASURE) for control in free
    ), "no purpose but a measure"
    assert any(len(below(register, control, Kind.MEASURE)) > 1 for control in free)
    assert {control.no_measure for control in controls} == set(NoMeasure)
    assert any(
        below(register, area) == below(register, area, Kind.CONTROL) for area in every(Area)
    ), "an area of controls alone"


def test_measures(register, every):
    measures = every(Measure)
    assert any(above(register, measure) is Area for measure in measures)
    assert any(not measure.what_to_do for measure in measures)
    assert any(measure.due is None for measure in measures)
    assert {measure.status for measure in measures} == set(Status)


def test_equal_titles_with_different_texts(every):
    plans = {}
    for measure in every(Measure):
        plans.setdefault(measure.title, set()).add(measure.what_to_do)
    assert any(len(set_of_texts) > 2 for set_of_texts in plans.values())


def test_the_same_risk_in_two_plans_beside_different_controls(register, every):
    shared = [risk for risk in every(Risk) if risk.title.startswith("Familjer får stöd")]
    plans = [register[register.plan_of(risk.id)] for risk in shared]
    assert {plan.year for plan in plans} == {2025, 2026}
    assert len({risk.id for risk in shared}) == len(shared) == 3
    siblings = [
        {control.purpose for control in below(register, register[risk.place.parent], Kind.CONTROL)}
        for risk in shared
    ]
    assert siblings[0] != siblings[1]


def test_areas(register, every):
    for plan in every(Plan):
        areas = {area.title for area in below(register, plan, Kind.AREA)}
        headings = {node.area for node in below(register, plan, Kind.INDICATOR)}
        assert headings - areas, "areas for indicators only"
    assert "Förebyggande verksamhet" in {chapter.title for chapter in every(Chapter)}
    assert any(node.area.startswith("Förebyggande och öppet stöd") for node in every(Indicator))


# --- text


def test_chapters(every):
    chapters = every(Chapter)
    assert {chapter.level for chapter in chapters} == {1, 2, 3}
    assert {chapter.document for chapter in chapters} == set(Document)
    assert {chapter.holds for chapter in chapters} == set(Holds)
    assert any(not chapter.text for chapter in chapters)
    assert any(any(item for item, _ in paragraphs(chapter.text)) for chapter in chapters)


def test_cells_of_several_paragraphs_and_lists(every):
    shapes = [
        [item for item, _ in paragraphs(text)]
        for measure in every(Measure)
        for text in texts(measure)
    ]
    assert any(len(shape) > 2 and not any(shape) for shape in shapes), "three paragraphs"
    assert any(shape[:1] == [False] and shape[1:].count(True) > 1 for shape in shapes)
    assert any(shape and all(shape) for shape in shapes), "a follow-up that is only a list"


def test_footnotes(register, every):
    notes = {(register.plan_of(note.id), note.key) for note in every(Footnote)}
    used = {
        (register.plan_of(node.id), key, kind_of(node))
        for node in register.walk()
        for text in texts(node)
        for key in references(text)
    }
    assert {(plan, key) for plan, key, _ in used} == notes, "every note is used, none is missing"
    kinds = {kind for *_, kind in used}
    assert kinds >= {Kind.CHAPTER, Kind.MEASURE, Kind.CONTROL}
    quoted = [text for node in every(Measure) for text in texts(node)]
    assert any(re.search(r'"[^"]*\[\^\d\][^"]*"', text) for text in quoted), "inside a quotation"


def test_quotation_marks_are_mixed(register):
    whole = "\n".join(text for node in register.walk() for text in [*texts(node), _title(node)])
    assert '"' in whole
    assert "”" in whole


def _title(node):
    return getattr(node, "title", "")


def test_target_groups_as_prose_and_as_a_list(every):
    lists = [sum(item for item, _ in paragraphs(plan.target_group)) for plan in every(Plan)]
    assert sorted(bool(count) for count in lists) == [False, False, True]


def test_registration_and_decision(every):
    for plan in every(Plan):
        assert plan.registry_number
        assert plan.decision_date
        assert plan.decision_paragraph
    assert any(plan.appendix for plan in every(Plan))
    assert any(not plan.appendix for plan in every(Plan))


# --- follow-up


def test_last_years_plan_is_followed_up(register, every):
    plan = next(plan for plan in every(Plan) if plan.year == 2025)
    figures = tally(register, plan.id)
    assert set(figures.statuses) == set(Status)
    assert figures.reported >= figures.reportable - 2
    dropped = [
        node
        for node in register.walk(plan.id)
        if isinstance(node, Measure) and node.status is Status.DISCONTINUED
    ]
    for measure in dropped:
        assert measure.status_reason
        assert isinstance(register[measure.status_reference], Control)
    assert any(measure.source.startswith("Tillkom") for measure in dropped), "added in the year"


def test_results_per_unit_and_reasons_for_none(register, every):
    results = every(Result)
    assert {result.judgement for result in results} >= set(Judgement) - {Judgement.NONE}
    assert any(result.no_result_reason and result.value is None for result in results)
    assert len({result.organisational_unit for result in results}) > 2
    failed = [
        control
        for control in every(Control)
        if control.no_measure is NoMeasure.NEXT_YEAR and below(register, control, Kind.RESULT)
    ]
    assert failed, "a failed control without a measure"


def test_indicators(register, every):
    indicators = every(Indicator)
    assert {indicator.unit for indicator in indicators} == set(Unit)
    assert {indicator.direction for indicator in indicators} == set(Direction)
    assert any(indicator.code for indicator in indicators)
    assert any(not below(register, indicator) for indicator in indicators), "names only"


def test_observations(register, every):
    series = [below(register, indicator) for indicator in every(Indicator)]
    seen = every(Observation)
    assert any(
        len(rows) > 2
        and [row.target is not None for row in rows] == [*[False] * (len(rows) - 1), True]
        for rows in series
    ), "a target for the last period only"
    assert any(row.outcome is None and row.no_result_reason for row in seen), "a gap with a reason"
    assert any(row.outcome is not None and row.outcome % 1 for row in seen), "decimals"
    assert any(row.n is not None and row.n < 20 for row in seen), "few answers"
    assert {row.period.split()[0] for row in seen} == {"VB", "D2"}
    assert any(row.note for row in seen), "an outcome in words"
    assert any(row.organisational_unit for row in seen)


@needs_seeds
def test_its_sentences_are_its_own():
    def runs(text):
        words = re.findall(r"\w+", text.lower())
        return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}

    published = set().union(*(runs(path.read_text("utf-8")) for path in SEEDS.glob("*.txt")))
    ours = set().union(*(runs(path.read_text("utf-8")) for path in example_files()))
    assert not published & ours
