"""The first page: whose document it is, what it is called, and who decided on it when."""

from collections.abc import Iterator, Sequence

from qpdesk.domain.nodes import Plan, PlanState
from qpdesk.domain.text import paragraphs
from qpdesk.report.blocks import Block, Mark, Setting
from qpdesk.report.canvas import END, LAYOUT
from qpdesk.report.cover_look import BARE, PICTURE_ROOM, Band, CoverLook, LogoPlace
from qpdesk.report.faces import printable
from qpdesk.report.logo import ROOM, Logo
from qpdesk.report.looks import PAPER, PORTRAIT, QUIET, RULE, Style
from qpdesk.report.paper import FOOT, SIDE, Paper
from qpdesk.report.pictures import Picture
from qpdesk.report.sheet import Front
from qpdesk.report.structure import Element
from qpdesk.report.words import Words

_BANDS = {Band.THIN: 10.0, Band.WIDE: 64.0, Band.NONE: 0.0}  # their heights
_BAND_GAP = 26.0
_SHARES = {LogoPlace.LEFT: 0.0, LogoPlace.MIDDLE: 0.5, LogoPlace.RIGHT: 1.0}  # of the room beside
_LOWEST_PICTURE = 80.0  # where names are so long, the cover goes on on another page
_PICTURE_GAP = 16.0
_TITLE = 0.68  # where the title begins, in parts of the page's height
_TITLE_GAP = 40.0
_FILLED = 0.85  # of a line's width, as words are not broken
_FACTS_GAP = 30.0
_RULE_GAP = 12.0
_SENDER_GAP = 14.0
_SENDER_ROOM = 50.0  # is below the facts anyway
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


def write_cover(
    paper: Paper, front: Front, logo: Logo | None = None, look: CoverLook = BARE
) -> None:
    """Write the cover on the first page, with the municipality's logo and look."""
    with paper.section():
        _write_band(paper, _BANDS[look.band])
        if logo:
            _write_logo(paper, logo, look.logo_place)
        _write_marks(paper, front)
        sender = _sender(paper, look)
        if look.picture:
            _write_picture(paper, look.picture, _height_below(paper, front) + _height(sender))
        paper.y = min(paper.y - _TITLE_GAP, PORTRAIT[1] * _TITLE)
        style = paper.styles.cover_title
        setting = Setting(hyphenated=False)
        title = paper.setter.paragraph(
            paper.parent.child("H1"), front.title, style, paper.width, setting
        )
        paper.blocks([title], style.after)
        if front.target_group.strip():
            paper.text(front.target_group, paper.styles.cover_text)
        if front.facts:
            _write_facts(paper, front.facts, _height(sender))
        _write_sender(paper, sender)


def _write_band(paper: Paper, height: float) -> None:
    width, top = PORTRAIT
    if height:
        fill = paper.styles.accent.fill
        paper.draw(f"{LAYOUT} {fill} 0 {top - height:.2f} {width:.2f} {height:.2f} re f {END}")
    paper.y = min(paper.y, top - height - _BAND_GAP)


def _write_logo(paper: Paper, logo: Logo, place: LogoPlace) -> None:
    """The logo, on a field of the document's colour if it is too light for paper."""
    picture = logo.on(paper.styles.accent if logo.needs_ground else PAPER)
    size = logo.fitted(*ROOM)
    indent = (paper.width - size[0]) * _SHARES[place]
    paper.picture(picture, size, printable(logo.alternative), indent)
    paper.y -= 8


def _write_picture(paper: Paper, picture: Picture, below: float) -> None:
    """The picture, as high as what comes below it leaves room for."""
    paper.y -= _PICTURE_GAP
    height = min(PICTURE_ROOM, max(_LOWEST_PICTURE, paper.room - below))
    paper.picture(picture.jpeg, picture.fitted(paper.width, height), printable(picture.alternative))


def _height_below(paper: Paper, front: Front) -> float:
    """About how high title, target group and facts will stand."""
    styles = paper.styles
    texts = (
        (front.title, styles.cover_title, paper.width),
        *((line, styles.cover_text, paper.width) for _, line in paragraphs(front.target_group)),
        *((text, _fact_style(paper), paper.width - _LABELS) for _, text in front.facts),
    )
    lines = sum(
        (1 + int(style.face.width(printable(text), style.size) / (width * _FILLED))) * style.leading
        + style.after
        for text, style, width in texts
    )
    return lines + _TITLE_GAP + _FACTS_GAP + _RULE_GAP


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


def _write_facts(paper: Paper, facts: Sequence[tuple[str, str]], below: float) -> None:
    """Small labels with what they say, below a line; ``below`` is kept free at the page's foot."""
    style = _fact_style(paper)
    paper.need(_FACTS_GAP + _RULE_GAP + 2 * style.leading)  # the line stands with what it is above
    if not paper.is_at_top:
        paper.y = min(paper.y - _FACTS_GAP, _FACTS_TOP + max(0, below - _SENDER_ROOM))
    paper.draw(
        f"{LAYOUT} 1.2 w {RULE.stroke} {SIDE:.2f} {paper.y:.2f} m "
        f"{SIDE + paper.width:.2f} {paper.y:.2f} l S {END}"
    )
    paper.y -= _RULE_GAP
    for label, text in facts:
        element = paper.parent.child("P")
        setting = Setting(indent=_LABELS, mark=Mark(element, f"{label}:", _LABELS))
        paper.blocks([paper.setter.paragraph(element, text, style, paper.width, setting)])


def _fact_style(paper: Paper) -> Style:
    return Style(paper.styles.body.face, 11, 17)


def _sender(paper: Paper, look: CoverLook) -> list[Block]:
    """Who sends the document and how they are reached, not yet hung up in the tree."""
    styles = paper.styles
    name = Style(styles.cover_mark.face, 11, 15, styles.accent)
    reached = Style(styles.body.face, 9.5, 13, QUIET)
    lines = [(look.sender, name), *((line, reached) for line in look.contact)]
    setting = Setting(hyphenated=False)
    return [
        paper.setter.paragraph(Element("P"), line, style, paper.width, setting)
        for line, style in lines
        if line
    ]


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.count * block.leading for block in blocks) + _SENDER_GAP * bool(blocks)


def _write_sender(paper: Paper, sender: Sequence[Block]) -> None:
    """The sender, whole, at the foot of the page."""
    if not sender:
        return
    height = _height(sender)
    paper.need(height)
    paper.y = min(paper.y, FOOT + height) - _SENDER_GAP
    paper.parent.kids += [block.element for block in sender]
    paper.blocks(sender)


def _facts(plan: Plan, words: Words) -> Iterator[tuple[str, str]]:
    yield words.committee, plan.committee
    yield words.department, plan.department
    yield words.year, "" if plan.year is None else str(plan.year)
    yield words.registry_number, plan.registry_number
    yield words.decision_date, plan.decision_date.isoformat() if plan.decision_date else ""
    yield words.decision_paragraph, plan.decision_paragraph
    yield words.state, words.states[plan.state]
