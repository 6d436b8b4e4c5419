"""The first page: whose document it is, what it is called, and who decided on it when."""

from collections.abc import Iterator

from qpdesk.domain.nodes import Plan, PlanState
from qpdesk.report.blocks import Block, Mark, Setting
from qpdesk.report.canvas import END, LAYOUT
from qpdesk.report.looks import ACCENT, PORTRAIT, RULE, Style
from qpdesk.report.paper import SIDE, Paper
from qpdesk.report.words import Words

_BAND = 10.0  # the height of the coloured band at the page's upper edge
_TITLE = 0.68  # where the title begins, in parts of the page's height
_FACTS_GAP = 30.0
_FACTS_TOP = 235.0
_LABELS = 105.0  # the width of the labels's column


def appendix_of(plan: Plan, words: Words) -> str:
    """The appendix mark: "2" is printed as "Bilaga 2", anything else as it is."""
    mark = plan.appendix.strip()
    return words.appendix.format(number=mark) if mark.isdigit() else mark


def write_cover(paper: Paper, plan: Plan, title: str) -> None:
    """Write the cover on the first page."""
    words = paper.words
    width, height = PORTRAIT
    with paper.section():
        paper.draw(f"{LAYOUT} {ACCENT.fill} 0 {height - _BAND:.2f} {width:.2f} {_BAND} re f {END}")
        _top_line(paper, plan, words)
        paper.y = min(paper.y - 40, height * _TITLE)
        style = paper.styles.cover_title
        element = paper.parent.child("H1")
        paper.blocks(
            [paper.setter.paragraph(element, title, style, paper.width, Setting(hyphenated=False))],
            style.after,
        )
        if plan.target_group.strip():
            paper.text(plan.target_group, paper.styles.cover_text)
        _facts(paper, plan, words)


def _top_line(paper: Paper, plan: Plan, words: Words) -> None:
    style = paper.styles.cover_mark
    for text in (plan.municipality, appendix_of(plan, words)):
        if text.strip():
            paper.paragraph(text, style)
    if plan.state is PlanState.DRAFT:
        _draft(paper, words)


def _draft(paper: Paper, words: Words) -> None:
    style = Style(paper.styles.cover_mark.face, 11, 18, ACCENT)
    width = style.face.width(words.draft, style.size) + 16
    paper.y -= 6
    box = f"{SIDE:.2f} {paper.y - 17:.2f} {width:.2f} 17 re S"
    paper.draw(f"{LAYOUT} 0.9 w {ACCENT.stroke} {box} {END}")
    block = Block(paper.parent.child("P"), [words.draft], style, Setting(indent=8))
    paper.blocks([block])


def _facts(paper: Paper, plan: Plan, words: Words) -> None:
    """Small labels with what they say, below a line."""
    facts = [(label, text) for label, text in _texts(plan, words) if text.strip()]
    if not facts:
        return
    paper.y = min(paper.y - _FACTS_GAP, _FACTS_TOP)
    paper.draw(
        f"{LAYOUT} 1.2 w {RULE.stroke} {SIDE:.2f} {paper.y:.2f} m "
        f"{SIDE + paper.width:.2f} {paper.y:.2f} l S {END}"
    )
    paper.y -= 12
    style = Style(paper.styles.body.face, 11, 17)
    for label, text in facts:
        element = paper.parent.child("P")
        setting = Setting(indent=_LABELS, mark=Mark(element, f"{label}:", _LABELS))
        paper.blocks([paper.setter.paragraph(element, text, style, paper.width, setting)])


def _texts(plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    yield words.committee, plan.committee
    yield words.department, plan.department
    yield words.year, "" if plan.year is None else str(plan.year)
    yield words.registry_number, plan.registry_number
    yield words.decision_date, plan.decision_date.isoformat() if plan.decision_date else ""
    yield words.decision_paragraph, plan.decision_paragraph
    yield words.state, words.states[plan.state]
