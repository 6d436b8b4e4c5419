"""The sheet on which running text stands: blocks in and out, notes, and where the cursor is."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from qpdesk.domain.order import NodeId
from qpdesk.domain.running_text import Block, Shape
from qpdesk.gui.looks.spelling import Spelling
from qpdesk.gui.views.writing import marks
from qpdesk.gui.views.writing.looks import WrittenLooks
from qpdesk.gui.views.writing.marks import NoteMarks, block_at, chapter_of, shape_of

_Move = QTextCursor.MoveOperation
_Keep = QTextCursor.MoveMode.KeepAnchor


class Sheet(QTextEdit):
    """Shows blocks and gives them back."""

    wanted = Signal(str)
    """The name of a gesture that the sheet cannot carry out alone; see ``gestures``."""

    def __init__(self, spelling: Spelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.numbers: Mapping[str, int] = {}
        self.notes: dict[str, str] = {}
        """The texts of all notes that may be referred to, also of those that have been cut out."""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(14)
        self.proof = WrittenLooks(self, spelling)
        self._marks = NoteMarks(self.shown_number, self)
        self.document().documentLayout().registerHandler(marks.NOTE, self._marks)

    # ------------------------------------------------------------- blocks in and out

    def blocks(self) -> list[Block]:
        """What stands on the sheet."""
        written = [block_at(block) for block in self._every_block()]
        return [] if written == [Block(Shape.PARAGRAPH, "")] else written

    def show_blocks(self, wanted: Sequence[Block]) -> bool:
        """Show these blocks, changing no more than what differs; whether any words did.

        What has been typed is no longer undone by itself afterwards: it is in the plan.
        """
        now = [block_at(block).settled() for block in self._every_block()]
        target = [block.settled() for block in wanted] or [Block(Shape.PARAGRAPH, "")]
        first, last = _common(now, target)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if first + last < max(len(now), len(target)):
            first, last = self._replace(cursor, list(wanted or target), first, last, len(now))
        changed = first + last < len(target)
        self._name_chapters(target)
        cursor.endEditBlock()
        self.document().clearUndoRedoStacks()
        if changed and self.hasFocus():
            self._go_to_block(len(target) - last - 1)
        return changed

    def _replace(
        self, cursor: QTextCursor, wanted: list[Block], first: int, last: int, count: int
    ) -> tuple[int, int]:
        """Put blocks in the place of those between the first and last ones that stay."""
        if first + last >= min(count, len(wanted)):  # only new, or only gone: take a neighbour too
            first, last = (first - 1, last) if first else (first, last - 1)
        document = self.document()
        cursor.setPosition(document.findBlockByNumber(first).position())
        end = document.findBlockByNumber(count - last - 1)
        cursor.setPosition(end.position() + end.length() - 1, _Keep)
        cursor.removeSelectedText()
        for number, block in enumerate(wanted[first : len(wanted) - last]):
            if number:
                cursor.insertBlock()
            marks.give(cursor, block.shape, block.chapter)
            marks.write(cursor, block.text, self.notes.__contains__)
        return first, last

    def _name_chapters(self, target: Sequence[Block]) -> None:
        """Headings that have just become chapters learn which."""
        for block, wanted in zip(self._every_block(), target, strict=False):
            if chapter_of(block) != wanted.chapter:
                marks.give(QTextCursor(block), wanted.shape, wanted.chapter)

    def _every_block(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    # ------------------------------------------------------------- where the cursor is

    def shape(self) -> Shape:
        """What the cursor's block is."""
        return shape_of(self.textCursor().block())

    def chapter(self) -> NodeId | None:
        """The chapter that the cursor is in."""
        block = self.textCursor().block()
        while block.isValid() and chapter_of(block) is None:
            block = block.previous()
        return chapter_of(block) if block.isValid() else None

    def chapters(self) -> list[NodeId]:
        """The chapters whose headings stand on the sheet."""
        named = map(chapter_of, self._every_block())
        return [chapter for chapter in named if chapter is not None]

    def note(self) -> str:
        """The key of the note whose mark the cursor touches, or ""."""
        cursor = self.textCursor()
        place = cursor.position() - cursor.block().position()
        touched = {at - place: key for at, key in marks.notes_in(cursor.block())}
        return touched.get(-1) or touched.get(0) or ""

    def go_to_chapter(self, chapter: NodeId) -> None:
        """Bring a chapter's heading to the upper edge, and the cursor there."""
        for block in self._every_block():
            if chapter_of(block) == chapter:
                self._go_to_block(block.blockNumber())
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top))
                return

    def _go_to_block(self, number: int) -> None:
        block = self.document().findBlockByNumber(max(number, 0))
        cursor = QTextCursor(block)
        cursor.movePosition(_Move.EndOfBlock)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # ------------------------------------------------------------- notes

    def shown_number(self, key: str) -> str:
        """A note's number as it is printed; a dot while it is not known."""
        return str(self.numbers.get(key, "•"))

    def show_numbers(self, numbers: Mapping[str, int]) -> None:
        """Show other numbers beside the marks."""
        if numbers != self.numbers:
            self.numbers = numbers
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self.proof.rehighlight()


def _common(now: Sequence[Block], target: Sequence[Block]) -> tuple[int, int]:
    """How many blocks at the beginning and at the end say the same in the same shape."""
    limit = min(len(now), len(target))

    def same(one: Block, other: Block) -> bool:
        return (one.shape, one.text) == (other.shape, other.text)

    first = 0
    while first < limit and same(now[first], target[first]):
        first += 1
    last = 0
    while last < limit - first and same(now[-1 - last], target[-1 - last]):
        last += 1
    return first, last
