"""The numbers that the window shows beside notes are those that the PDF prints."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from qpdesk.domain.nodes import Chapter, Footnote, Kind, Plan
from qpdesk.domain.register import Register
from qpdesk.domain.text import references
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.numbering import note_numbers
from qpdesk.services import numbering
from tests.plans import registers
from tests.report.example import example
from tests.report.reading import Paper
from tests.report.seeds import Grower

KINDS = (ReportKind.PLAN, ReportKind.FOLLOW_UP)


def named(register):
    """The same register with notes that tell which they are, and refer to what they did."""

    def telling(node):
        if not isinstance(node, Footnote):
            return node
        inner = " ".join(f"[^{key}]" for key in references(node.text))
        return replace(node, text=f"Not {node.key} {inner}")

    return Register(map(telling, register.nodes()))


def printed(register, plan, kind, path):
    """The numbers of the notes as they stand on paper, by key."""
    path.write_bytes(write(register, plan, kind).data)
    notes = (note.text.split() for note in Paper(path).root.find("Note"))
    return {key: int(number) for number, _, key, *_ in notes}


@settings(max_examples=25, deadline=None)
@given(registers(plans=1, smallest=6, largest=20))
def test_any_plan_has_the_numbers_of_its_paper(tmp_path_factory, register):
    register = named(register)
    (plan,) = register.children()
    path = tmp_path_factory.mktemp("paper") / "plan.pdf"
    for kind in KINDS:
        assert note_numbers(register, plan, kind) == printed(register, plan, kind, path)


@pytest.mark.parametrize("kind", KINDS)
def test_notes_in_headings_tables_quotations_and_notes(kind, tmp_path):
    register = named(example()[0])
    plan = register.children()[0]
    numbers = note_numbers(register, plan, kind)
    assert numbers == printed(register, plan, kind, tmp_path / "plan.pdf")
    assert len(numbers) > 1


def test_notes_that_lead_to_notes_come_before_the_next_chapter(tmp_path):
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    for key, text in (("a", "[^b]"), ("b", "[^c]"), ("c", ""), ("d", "")):
        grower.add(Footnote, plan, key=key, text=text)
    grower.add(Chapter, plan, title="Ett", text="Text[^a]")
    grower.add(Chapter, plan, title="Två", text="Text[^d]")
    register = named(grower.register())
    numbers = note_numbers(register, plan, ReportKind.PLAN)
    assert numbers == {"a": 1, "b": 2, "c": 3, "d": 4}
    assert numbers == printed(register, plan, ReportKind.PLAN, tmp_path / "plan.pdf")


def test_a_note_that_only_the_follow_up_has_gets_that_number():
    register, plan = example()
    numbers = numbering.note_numbers(register, plan.id)
    used = {
        key
        for node in register.walk(plan.id)
        if node not in register.children(plan.id, Kind.FOOTNOTE)
        for name in ("title", "text", "what_to_do", "follow_up", "comment", "purpose")
        for key in references(getattr(node, name, ""))
    }
    there = {note.key for note in register.children(plan.id, Kind.FOOTNOTE)}
    assert used & there <= numbers.keys()
    assert note_numbers(register, plan, ReportKind.PLAN).items() <= numbers.items()
