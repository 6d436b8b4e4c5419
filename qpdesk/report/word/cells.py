"""What stands in a cell, or under a heading, as Word paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from qpdesk.domain.text import paragraphs
from qpdesk.report.badges import FILLS, SIGNS, STATUS_COLOURS, STATUS_FILL, band
from qpdesk.report.looks import INK
from qpdesk.report.passages import Badge, Content, Look, Passage, StatusMark, Text
from qpdesk.report.word import styles
from qpdesk.report.word.inline import Inline
from qpdesk.report.word.markup import Paragraph, hex_of, run

_BOLD = "<w:b/><w:bCs/>"


@dataclass(frozen=True, slots=True)
class Pair:
    """The styles of a text's paragraphs and of its list items."""

    text: str
    bullet: str


BODY = Pair(styles.TEXT, styles.BULLET)
SMALL = Pair(styles.SMALL, styles.SMALL_BULLET)
COVER = Pair(styles.COVER_TEXT, styles.COVER_BULLET)
_CELL = Pair(styles.CELL, styles.CELL_BULLET)
_CELL_SMALL = Pair(styles.CELL_SMALL, styles.CELL_SMALL_BULLET)


def text(inline: Inline, notation: str, pair: Pair, label: str = "") -> Iterator[Paragraph]:
    """Paragraphs and list items of a text in the domain's notation, after a label in bold."""
    for is_item, line in paragraphs(notation):
        if is_item and label:
            yield Paragraph(pair.text, run(label, _BOLD))
        before = run(f"{label} ", _BOLD) if label and not is_item else ""
        yield Paragraph(pair.bullet if is_item else pair.text, before + inline.runs(line))
        label = ""


def cell(inline: Inline, content: Content) -> list[Paragraph]:
    """The paragraphs of a cell, of which Word wants at least one.

    The style of its title says what no layout does: whether a measure is the control's beside it.
    """
    title = styles.CELL_TITLE_BELOW if content.is_below else styles.CELL_TITLE
    found = [part for passage in content.passages for part in _passage(inline, passage, title)]
    return found or [Paragraph(styles.CELL, "")]


def _passage(inline: Inline, passage: Passage, title: str) -> Iterator[Paragraph]:
    match passage:
        case Text(notation, Look.TITLE):
            yield Paragraph(title, inline.runs(notation))
        case Text(notation, look, label):
            pair = _CELL_SMALL if look is Look.SMALL else _CELL
            yield from text(inline, notation, pair, label)
        case Badge(level, words):
            grave = band(level)
            yield _marked(f"{SIGNS[grave]} {words}", hex_of(INK), hex_of(FILLS[grave]))
        case StatusMark(status, words):
            yield _marked(words, hex_of(STATUS_COLOURS[status]), hex_of(STATUS_FILL))


def _marked(words: str, colour: str, fill: str) -> Paragraph:
    """Bold words on a tinted field."""
    look = (
        f'{_BOLD}<w:color w:val="{colour}"/><w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )
    return Paragraph(styles.CELL, run(words, look))
