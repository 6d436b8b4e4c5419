"""What one municipality writes as a Word file, another takes in: the same tree, the same texts."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qpdesk.domain.nodes import Kind, Measure, kind_of
from qpdesk.domain.register import Register
from qpdesk.domain.text import paragraphs
from qpdesk.exchange.findings import Weight
from qpdesk.exchange.packing import packed
from qpdesk.exchange.sources import read
from qpdesk.report.kinds import ReportKind
from qpdesk.report.word.document import write_word
from tests.plans import registers
from tests.report.example import example
from tests.report.reading import squeezed
from tests.report.seeds import FOLDER, seed

PRINTED = {
    ReportKind.PLAN: {
        Kind.AREA: ("owner", "routine"),
        Kind.RISK: ("level", "likelihood", "consequence", "rationale", "participants", "source"),
        Kind.CONTROL: ("purpose", "method", "frequency", "scope", "responsible", "no_measure"),
        Kind.MEASURE: ("what_to_do", "responsible", "due", "evidence", "source"),
    },
    ReportKind.FOLLOW_UP: {
        Kind.AREA: (),
        Kind.RISK: ("level",),
        Kind.CONTROL: ("no_measure",),
        Kind.MEASURE: ("status", "status_reason", "follow_up"),
    },
}
"""What each document says of an item, beside its title. Results are read as follow-up texts."""


def taken_in(register, plan, kind):
    return read(packed(write_word(register, plan, kind)), "plan.docx")


def lines(value):
    """A value as compared: texts line by line, with white space and invisible signs squeezed."""
    if not isinstance(value, str):
        return value
    marked = ((f"- {line}" if item else line) for item, line in paragraphs(value))
    return [line for line in map(squeezed, marked) if line]


def tree(register, parent, kind, notes):
    """Titles and printed fields, nested; references to notes as the notes' texts.

    Controls and measures that stand side by side have no order between them on paper.
    """
    return [
        (
            kind_of(node).value,
            said(node.title, notes),
            [said(getattr(node, name), notes) for name in PRINTED[kind][kind_of(node)]],
            tree(register, node.id, kind, notes),
        )
        for some in ((Kind.AREA, Kind.RISK), (Kind.CONTROL,), (Kind.MEASURE,))
        for node in register.children(parent, *some)
    ]


def said(value, notes):
    if isinstance(value, str):
        value = re.sub(
            r"\[\^([^\]\s]{1,40})\]", lambda key: f"({notes.get(key[1], key[0])})", value
        )
    return lines(value)


def notes_of(register, plan):
    """The notes' texts by key; keys inside them, which change, left out."""
    notes = register.children(plan.id, Kind.FOOTNOTE)
    return {note.key: re.sub(r"\[\^.*?\]", "[^]", " ".join(lines(note.text))) for note in notes}


def check(register, plan, kind):
    reading = taken_in(register, plan, kind)
    again, new = Register(reading.nodes), reading.nodes[0]
    before = tree(register, plan.id, kind, notes_of(register, plan))
    assert tree(again, new.id, kind, notes_of(again, new)) == before
    return reading


@pytest.mark.parametrize("kind", PRINTED)
def test_of_a_plan_with_everything(kind):
    reading = check(*example(), kind)
    assert not list(reading.of_weight(Weight.UNPLACED))
    assert not list(reading.of_weight(Weight.UNCERTAIN))


@pytest.mark.skipif(not FOLDER.exists(), reason="the published plans do not lie beside the repo")
@pytest.mark.parametrize("name", ["barn-unga-plan", "barn-unga-followup"])
@pytest.mark.parametrize("kind", PRINTED)
def test_of_a_published_plan(name, kind):
    reading = check(*seed(name), kind)
    assert not list(reading.of_weight(Weight.UNPLACED))


def test_the_rest_of_a_plan_comes_back_too():
    register, plan = example()
    reading = taken_in(register, plan, ReportKind.PLAN)
    again, new = Register(reading.nodes), reading.nodes[0]
    for name in ("title", "year", "municipality", "committee", "department", "target_group"):
        assert getattr(new, name) == getattr(plan, name), name
    for name in ("registry_number", "decision_date", "decision_paragraph", "state"):
        assert getattr(new, name) == getattr(plan, name), name
    notes = notes_of(again, new)
    chapters = [
        (node.title, node.text)
        for node in again.children(new.id, Kind.CHAPTER)
        if node.title != "Kvalitetsindikatorer"  # printed where no chapter of the plan has them
    ]
    assert [[said(text, notes) for text in chapter] for chapter in chapters] == [
        [said(text, notes_of(register, plan)) for text in (node.title, node.text)]
        for node in register.children(plan.id, Kind.CHAPTER)
        if node.document != "follow_up"
    ]
    assert sorted(notes.values()) == sorted(notes_of(register, plan).values())
    indicators = [
        (node.title, node.area, node.code, node.unit, node.direction, node.comment)
        for node in again.children(new.id, Kind.INDICATOR)
    ]
    assert indicators[0] == (
        "Andel nöjda",
        "Hemtjänst",
        "U21468",
        "percent",
        "higher_is_better",
        "Fler är nöjda.",
    )
    assert indicators[1][:2] == ("Bara ett namn", "Särskilt boende")
    fields = ("period", "organisational_unit", "outcome", "target", "n", "note", "no_result_reason")
    was, now = (
        [[getattr(one, name) for name in fields] for one in of.children(parent.id)]
        for of, parent in (
            (register, register.children(plan.id, Kind.INDICATOR)[0]),
            (again, again.children(new.id, Kind.INDICATOR)[0]),
        )
    )
    assert now == was


@pytest.mark.parametrize("kind", PRINTED)
@pytest.mark.parametrize(
    "label", ["Sannolikhet", "Metod", "Klart senast", "Orsak", "Kod", "Period"]
)
def test_what_people_write_over_our_labels_is_not_lost(kind, label):
    parts = write_word(*example(), kind)
    document = parts["word/document.xml"].decode()
    changed = re.sub(f">{label}(:? ?)<", r">Eget ord\1<", document)
    reading = read(packed(parts | {"word/document.xml": changed.encode()}), "plan.docx")
    found = " ".join([*map(str, reading.nodes), *(finding.text for finding in reading.findings)])
    assert ("Eget ord" in found) == (changed != document)
    if kind is ReportKind.PLAN:
        assert changed != document or label == "Orsak"  # which the follow-up has
        for text in ("Det hände fyra gånger", "Stickprov", "Revision", "U21468", "VB 2024"):
            assert text in found


@settings(max_examples=40)
@given(registers(largest=14, plans=1), st.sampled_from(sorted(PRINTED)))
def test_of_any_plan(register, kind):
    [plan] = register.children()
    assume(register.children(plan.id, Kind.AREA))
    # An item that a status refers to is looked for by its title, and so may be another one.
    nodes = (
        replace(node, status_reference="") if isinstance(node, Measure) else node
        for node in (plan, *register.walk(plan.id))
    )
    check(Register(nodes), plan, kind)
