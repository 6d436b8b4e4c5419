"""The first page: whose document it is, what it is called, and who decided on it when."""

from collections.abc import Iterator, Sequence

from qpdesk.domain.nodes import Plan, PlanState
from qpdesk.report.blocks import Block, Mark, Setting
from qpdesk.report.canvas import END, LAYOUT
from qpdesk.report.faces import printable
from qpdesk.report.logo import ROOM, Logo
from qpdesk.report.looks import PAPER, PORTRAIT, RULE, Style
from qpdesk.report.paper import SIDE, Paper
from qpdesk.report.sheet import Front
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


def front_of(plan: Plan, title: str, words: Words) -> Front:
    """What the cover of a plan's document says."""
    marks = (plan.municipality, appendix_of(plan, words))
    return Front(
        title,
        tuple(mark for mark in marks if mark.strip()),
        words.draft if plan.state is PlanState.DRAFT else "",
        plan.target_group,
        tuple((label, text) for label, text in _facts(plan, words) if text.strip()),
    )


def write_cover(paper: Paper, front: Front, logo: Logo | None = None) -> None:
    """Write the cover on the first page, with the municipality's logo if it has one."""
    width, height = PORTRAIT
    accent = paper.styles.accent
    with paper.section():
        paper.draw(f"{LAYOUT} {accent.fill} 0 {height - _BAND:.2f} {width:.2f} {_BAND} re f {END}")
        if logo:
            _write_logo(paper, logo)
        _write_marks(paper, front)
        paper.y = min(paper.y - 40, height * _TITLE)
        style = paper.styles.cover_title
        element = paper.parent.child("H1")
        paper.blocks(
            [
                paper.setter.paragraph(
                    element, front.title, style, paper.width, Setting(hyphenated=False)
                )
            ],
            style.after,
        )
        if front.target_group.strip():
            paper.text(front.target_group, paper.styles.cover_text)
        if front.facts:
            _write_facts(paper, front.facts)


def _write_logo(paper: Paper, logo: Logo) -> None:
    """The logo, on a field of the document's colour if it is too light for paper."""
    picture = logo.on(paper.styles.accent if logo.needs_ground else PAPER)
    paper.picture(picture, logo.fitted(*ROOM), printable(logo.alternative))
    paper.y -= 8


def _write_marks(paper: Paper, front: Front) -> None:
    for text in front.marks:
        paper.paragraph(text, paper.styles.cover_mark)
    if front.draft:
        _write_draft(paper, front.draft)


def _write_draft(paper: Paper, text: str) -> None:
    style = Style(paper.styles.cover_mark.face, 11, 18, paper.styles.accent)
    width = style.face.width(text, style.size) + 16
    paper.y -= 6
    box = f"{SIDE:.2f} {paper.y - 17:.2f} {width:.2f} 17 re S"
    paper.draw(f"{LAYOUT} 0.9 w {style.colour.stroke} {box} {END}")
    block = Block(paper.parent.child("P"), [text], style, Setting(indent=8))
    paper.blocks([block])


def _write_facts(paper: Paper, facts: Sequence[tuple[str, str]]) -> None:
    """Small labels with what they say, below a line."""
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


def _facts(plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    yield words.committee, plan.committee
    yield words.department, plan.department
    yield words.year, "" if plan.year is None else str(plan.year)
    yield words.registry_number, plan.registry_number
    yield words.decision_date, plan.decision_date.isoformat() if plan.decision_date else ""
    yield words.decision_paragraph, plan.decision_paragraph
    yield words.state, words.states[plan.state]
