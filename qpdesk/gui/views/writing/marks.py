"""How a block of running text stands in a Qt document: its shape, its chapter, marks for notes.

Only this is in the document. What a heading looks like is painted over it, so that no look is ever
typed, copied or undone.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)
from typing_extensions import override

from qpdesk.domain.order import NodeId
from qpdesk.domain.running_text import Block, Shape
from qpdesk.domain.text import split_references

NOTE = int(QTextFormat.ObjectTypes.UserObject) + 1
"""The kind of object in a document that is a mark for a note."""
_PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
_SHAPE = int(QTextFormat.Property.UserProperty) + 1
_CHAPTER = int(QTextFormat.Property.UserProperty) + 2
_KEY = int(QTextFormat.Property.UserProperty) + 3
_SHAPES = {shape.value: shape for shape in Shape}
_RAISED = 0.75  # of the text's size
_MARGINS = {Shape.HEADING_1: 16.0, Shape.HEADING_2: 12.0, Shape.HEADING_3: 10.0}


def shape_of(block: QTextBlock) -> Shape:
    """What a block is."""
    return _shape(block.blockFormat())


def chapter_of(block: QTextBlock) -> NodeId | None:
    """The chapter that a heading names."""
    look = block.blockFormat()
    return _named(look) if _shape(look).level else None


def chapter_once(block: QTextBlock) -> NodeId | None:
    """The chapter that a block names, or named before it became plain text."""
    return _named(block.blockFormat())


def _shape(look: QTextBlockFormat) -> Shape:
    name = look.property(_SHAPE)
    return _SHAPES[name] if name else Shape.PARAGRAPH


def _named(look: QTextBlockFormat) -> NodeId | None:
    name = look.property(_CHAPTER)
    return NodeId(name) if name else None


def give(cursor: QTextCursor, shape: Shape, chapter: NodeId | None = None) -> None:
    """Make the cursor's block what it is to be."""
    look = QTextBlockFormat()
    look.setProperty(_SHAPE, shape.value)
    look.setHeadingLevel(shape.level)
    look.setTopMargin(_MARGINS.get(shape, 0.0))
    look.setBottomMargin(2.0 if shape is Shape.BULLET else 5.0)
    if chapter:
        look.setProperty(_CHAPTER, chapter)
    cursor.setBlockFormat(look)
    if shape is Shape.BULLET:
        dots = QTextListFormat()
        dots.setStyle(QTextListFormat.Style.ListDisc)
        cursor.createList(dots)


def write(cursor: QTextCursor, text: str, known: Callable[[str], bool]) -> None:
    """Put a text at the cursor; references to notes that are ``known`` become marks."""
    for piece, key in split_references(text):
        cursor.insertText(piece, QTextCharFormat())
        if key and known(key):
            put_note(cursor, key)
        elif key:
            cursor.insertText(f"[^{key}]", QTextCharFormat())


def put_note(cursor: QTextCursor, key: str) -> None:
    """Put a mark for a note at the cursor."""
    mark = QTextCharFormat()
    mark.setObjectType(NOTE)
    mark.setProperty(_KEY, key)
    cursor.insertText(_PLACEHOLDER, mark)
    cursor.setCharFormat(QTextCharFormat())


def text_of(block: QTextBlock, start: int = 0, end: int | None = None) -> str:
    """A block's text in the domain's notation, or a part of it, as Qt counts."""
    last = block.length() if end is None else end
    pieces = _pieces(block, start, last)
    return "".join(text if not key else f"[^{key}]" for text, key in pieces)


def block_at(block: QTextBlock) -> Block:
    """A block as the domain has it."""
    look, text = block.blockFormat(), block.text()
    shape = _shape(look)
    if _PLACEHOLDER in text:  # few have notes, and what has none is read in one go
        text = text_of(block)
    return Block(shape, text.replace("\u2028", " "), _named(look) if shape.level else None)


def notes_in(block: QTextBlock) -> Iterator[tuple[int, str]]:
    """Each mark for a note: its place in the block, as Qt counts, and its key."""
    for part in block.textFormats():
        if part.format.objectType() == NOTE:
            for place in range(part.start, part.start + part.length):
                yield place, str(part.format.property(_KEY))


def _pieces(block: QTextBlock, start: int, end: int) -> Iterator[tuple[str, str]]:
    whole = block.text().encode("utf-16-le", "surrogatepass")  # Qt counts in halves
    for part in block.textFormats():
        first, last = max(part.start, start), min(part.start + part.length, end)
        if part.format.objectType() == NOTE:
            for _ in range(first, last):
                yield "", str(part.format.property(_KEY))
        elif first < last:
            piece = whole[2 * first : 2 * last]
            yield piece.decode("utf-16-le", "surrogatepass").replace("\u2028", " "), ""


class NoteMarks(QPyTextObject):
    """Paints the number of each note, raised, as paper prints it.

    Args:
        number: The number of a note by its key, as it is shown.
    """

    def __init__(self, number: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._number = number

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        font = _raised(doc.defaultFont())
        text = self._number(str(format.property(_KEY)))
        width = QFontMetricsF(font).horizontalAdvance(text)
        return QSizeF(width + 1.5, QFontMetricsF(doc.defaultFont()).ascent())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        font = _raised(doc.defaultFont())
        painter.setFont(font)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Link))
        base = QPointF(rect.left(), rect.top() + QFontMetricsF(font).ascent() - 1)
        painter.drawText(base, self._number(str(format.property(_KEY))))


def _raised(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _RAISED)
    small.setBold(True)
    return small
