"""Every word of a plan is read in its documents, item by item, in reading order."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpdesk.domain.nodes import PlanState, kind_of
from qpdesk.domain.record import FIELDS
from qpdesk.domain.text import paragraphs, split_references
from qpdesk.report.document import title_of_report, write
from qpdesk.report.kinds import ReportKind
from tests.plans import registers
from tests.report.example import example
from tests.report.expected import Expected
from tests.report.reading import Paper, squeezed
from tests.report.seeds import FOLDER, seed

kinds = pytest.mark.parametrize("kind", ReportKind)


def read(register, plan, kind):
    return Paper(BytesIO(write(register, plan, kind).data))


def body(paper):
    """The lines after cover and contents."""
    lines = paper.lines()
    tags = [tag for tag, _ in lines]
    start = lines.index(("H1", "Innehåll")) + 1
    while start < len(lines) and tags[start] == "TOCI":
        start += 1
    return lines[start:]


def expected(register, plan, kind):
    return Expected(register, plan, kind=kind).lines


@kinds
def test_of_a_plan_with_everything(kind):
    register, plan = example()
    assert body(read(register, plan, kind)) == expected(register, plan, kind)


@settings(max_examples=25)
@given(registers(largest=14, plans=1), st.sampled_from(ReportKind))
def test_of_any_plan(register, kind):
    [plan] = register.children()
    paper = read(register, plan, kind)
    assert body(paper) == expected(register, plan, kind)
    assert not paper.unread


@pytest.mark.skipif(not FOLDER.exists(), reason="the published plans do not lie beside the repo")
@pytest.mark.parametrize("name", ["barn-unga-plan", "barn-unga-followup"])
@kinds
def test_of_a_published_plan(name, kind):
    register, plan = seed(name)
    assert body(read(register, plan, kind)) == expected(register, plan, kind)


def test_between_them_the_documents_hold_every_field():
    register, plan = example(PlanState.ADOPTED)
    papers = [read(register, plan, kind) for kind in ReportKind]
    both = "\n".join(text for paper in papers for _, text in paper.lines())
    for node in (plan, *register.walk(plan.id)):
        for name in FIELDS[kind_of(node)].keys() - _NOT_PRINTED:
            value = getattr(node, name)
            if type(value) is str:  # codes have words of their own
                for text in _texts(value):
                    assert text in both, (node, name)


_NOT_PRINTED = {"extra", "key", "status_reference", "scale"}


def _texts(value):
    """The texts in a field, without list marks and references."""
    for _, line in paragraphs(value):
        for text, _ in split_references(line):
            yield squeezed(text)


def test_the_cover_says_whose_plan_it_is():
    register, plan = example()
    lines = read(register, plan, ReportKind.PLAN).lines()
    cover = lines[: lines.index(("H1", "Innehåll"))]
    assert cover == [
        ("P", "Vätterås kommun"),
        ("P", "Bilaga 2"),
        ("P", "Utkast"),
        ("H1", "Kvalitetsplan 2026 för äldre"),
        ("Lbl", "•"),
        ("LBody", "Äldre i ordinärt boende"),
        ("Lbl", "•"),
        ("LBody", "Äldre i särskilt boende"),
        ("P", "Nämnd: Äldrenämnden"),
        ("P", "Förvaltning: Äldreförvaltningen"),
        ("P", "År: 2026"),
        ("P", "Diarienummer: ÄN 2026/0012"),
        ("P", "Beslutsdatum: 2026-02-03"),
        ("P", "Paragraf: § 14"),
        ("P", "Status: Utkast"),
    ]


@kinds
def test_contents_and_bookmarks_name_the_headings_and_their_pages(kind):
    register, plan = example()
    paper = read(register, plan, kind)
    headings = [
        (int(element.tag[1]), squeezed("".join(k for k in element.kids if isinstance(k, str))))
        for element in paper.root.find("H1", "H2", "H3", "H4")
    ]
    headings = headings[2:]  # the title, and contents themselves
    assert [(level, squeezed(title)) for level, title in paper.bookmarks] == headings
    listed = [squeezed(element.text).rpartition(" ") for element in paper.root.find("TOCI")]
    titles = [title for title, _, _ in listed]
    assert titles == [title for _, title in headings if title != "Andel nöjda"]
    pages = [int(page) for _, _, page in listed]
    assert pages == sorted(pages)
    assert pages[0] == 3
    assert pages[-1] <= paper.pages


def test_only_an_unadopted_plan_is_marked_as_a_draft():
    for state in PlanState:
        register, plan = example(state)
        marks = [page.count("Utkast") for page in read(register, plan, ReportKind.PLAN).artifacts]
        assert all(marks) == (state is PlanState.DRAFT)
        assert any(marks) == (state is PlanState.DRAFT)


@kinds
def test_every_page_but_the_cover_says_which_it_is(kind):
    register, plan = example()
    paper = read(register, plan, kind)
    for number, artifacts in enumerate(paper.artifacts[1:], 2):
        assert f"Sida {number} av {paper.pages}" in artifacts[-1]
        assert title_of_report(plan, kind) in artifacts[-2]


def test_the_follow_up_is_named_after_the_plan_unless_it_has_a_name():
    _, plan = example()
    named = title_of_report(plan, ReportKind.FOLLOW_UP)
    assert named == "Uppföljning av kvalitetsplan 2026 för äldre"
