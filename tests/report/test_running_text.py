"""What is written as running text is on paper as headings, lists, links and notes, and conforms."""

import pytest

from qpdesk.domain.addresses import read_address
from qpdesk.domain.nodes import Chapter, Footnote, Plan
from qpdesk.domain.rewriting import Memory, rewrite
from qpdesk.domain.running_text import Block, Shape
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from qpdesk.report.word.document import write_word
from tests.report.judges import all_faults
from tests.report.reading import Paper
from tests.report.seeds import Grower

WRITTEN = [
    Block(Shape.HEADING_1, "Förebyggande verksamhet"),
    Block(Shape.PARAGRAPH, "Läs mer (https://www.example.se/plan) hos oss[^1]."),
    Block(Shape.HEADING_2, "Insatser[^2]"),
    Block(Shape.BULLET, "Utveckla en chatt, skriv till ungdom@example.se"),
    Block(Shape.BULLET, "Ännu en"),
    Block(Shape.PARAGRAPH, ""),
    Block(Shape.HEADING_3, "Placerade barn"),
    Block(Shape.PARAGRAPH, "javascript:alert(1) är text"),
]
NOTES = {"1": "Se https://www.example.se/not.", "2": "Den andra."}


@pytest.fixture
def written():
    """A register in which the text has been written, and its plan."""
    grower = Grower()
    plan = grower.add(Plan, title="Kvalitetsplan 2026")
    register = grower.register()
    edit = rewrite(register, plan.id, WRITTEN, Memory("Nytt kapitel", {}, NOTES))
    for change in edit.changes:
        register.apply(change)
    return register, plan


def test_it_is_tagged_and_conforms(written, tmp_path):
    path = tmp_path / "plan.pdf"
    path.write_bytes(write(*written, ReportKind.PLAN).data)
    assert not all_faults(path)
    root = Paper(path).root
    assert [each.text for each in root.find("H1")][-1] == "Förebyggande verksamhet"
    assert [each.text for each in root.find("H3")] == ["Placerade barn"]
    assert [each.text for each in root.find("LBody")] == [WRITTEN[3].text, WRITTEN[4].text]
    links = [each.text for each in root.find("Link")]
    for address in ("https://www.example.se/plan", "ungdom@example.se"):
        assert read_address(address) in links
    assert not any("javascript" in link for link in links)
    assert [note.text.split()[0] for note in root.find("Note")] == ["1", "2"]


def test_word_has_the_same_links_and_notes(written):
    parts = write_word(*written, ReportKind.PLAN)
    whole = {name: data.decode("utf-8", "replace") for name, data in parts.items()}
    document = whole["word/document.xml"]
    assert document.count("<w:hyperlink r:id") == 2
    assert document.count("<w:footnoteReference ") == 2
    assert "https://www.example.se/plan" in whole["word/_rels/document.xml.rels"]
    assert "javascript" not in whole["word/_rels/document.xml.rels"]


def test_the_chapters_are_what_was_written(written):
    register, plan = written
    chapters = [node for node in register.children(plan.id) if isinstance(node, Chapter)]
    assert [(chapter.level, chapter.title) for chapter in chapters] == [
        (1, "Förebyggande verksamhet"),
        (2, "Insatser[^2]"),
        (3, "Placerade barn"),
    ]
    assert sum(isinstance(node, Footnote) for node in register.children(plan.id)) == 2
