"""The pages of one document as they fill: what comes next goes below what came before.

Lengths are in points; ``y`` runs from the foot of the page up.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO

from PIL import Image
from reportlab.lib.utils import ImageReader

from qpdesk.domain.text import split_references
from qpdesk.report.blocks import Block, Column, Setting
from qpdesk.report.canvas import END, LAYOUT, TaggedCanvas
from qpdesk.report.faces import printable
from qpdesk.report.looks import MEASURE, PORTRAIT, RULE, Style
from qpdesk.report.structure import Element, pdf_text
from qpdesk.report.typesetting import Typesetter

SIDE, TOP, FOOT = 46.0, 62.0, 54.0
_NOTE_RULE = 110.0  # the length of the line above notes
_ABOVE_NOTES = 26.0
_MOST_NOTES = 0.3  # of a page are kept with the end of their text
_AFTER_HEADING = 3.2  # lines of running text that a heading wants below it
_DIVISIBLE = 4  # lines a paragraph must have to be divided


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for the list of contents; ``page`` counts from 0, the contents not counted."""

    level: int
    title: str
    place: str
    page: int


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A heading or caption that is put on paper together with the beginning of what follows it."""

    block: Block
    entry: Entry | None = None
    is_listed: bool = False

    @property
    def height(self) -> float:
        """With the room before and after it."""
        style = self.block.style
        return style.before + self.block.count * style.leading + style.after


class Paper:
    """Where a document is written.

    Args:
        canvas: A new canvas.
        setter: What sets its texts.
    """

    def __init__(self, canvas: TaggedCanvas, setter: Typesetter) -> None:
        self.canvas = canvas
        self.setter = setter
        self.words = setter.words
        self.styles = setter.styles
        self.parent = canvas.tree.root
        self.entries: list[Entry] = []
        self.y = 0.0
        self._level = 0
        self._headings = 0
        self._waiting: list[_Waiting] = []
        self._resize(PORTRAIT)

    @property
    def width(self) -> float:
        """The width between the margins."""
        return self._size[0] - 2 * SIDE

    @property
    def measure(self) -> float:
        """The width of running text: the page's, but not so wide that lines are hard to follow."""
        return min(self.width, MEASURE + 24)

    @property
    def height(self) -> float:
        """The height of an empty page between the margins."""
        return self._size[1] - TOP - FOOT

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self.y - FOOT

    @property
    def is_at_top(self) -> bool:
        """Whether nothing has been written on this page."""
        return self.y >= self._size[1] - TOP - 0.1

    @property
    def page(self) -> int:
        """The current page's number in the order in which pages are made, from 0."""
        return len(self.canvas.pages)

    def turn(self, size: tuple[float, float]) -> None:
        """Go on on a page of this size, a new one unless this one is empty and of that size."""
        if self.is_at_top:
            self._resize(size)
        elif size != self._size:
            self.new_page(size)

    def new_page(self, size: tuple[float, float] | None = None) -> None:
        """Go on on a new page."""
        self.canvas.showPage()
        self._resize(size or self._size)

    def _resize(self, size: tuple[float, float]) -> None:
        self._size = size
        self.canvas.setPageSize(size)
        self.y = size[1] - TOP

    def need(self, height: float) -> None:
        """Go on on a new page if less than so much is left on this one, with what waits for it."""
        if self.room < height + sum(each.height for each in self._waiting) and not self.is_at_top:
            self.new_page()
        waiting, self._waiting = self._waiting, []
        for each in waiting:
            self._settle(each)

    def _settle(self, waiting: _Waiting) -> None:
        """Put a heading or caption on paper; a heading gets its bookmark."""
        style, entry = waiting.block.style, waiting.entry
        self.space(style.before)
        if entry:
            self.canvas.place(entry.place, self.y + style.size * 0.4)
            is_closed = entry.level > 1
            self.canvas.addOutlineEntry(entry.title, entry.place, entry.level - 1, closed=is_closed)
        if entry and waiting.is_listed:
            self.entries.append(replace(entry, page=self.page))
        self.blocks([waiting.block], style.after)

    def draw(self, operators: str) -> None:
        """Put operators on this page."""
        self.canvas.code.append(operators)

    @contextmanager
    def section(self, tag: str = "Sect", attributes: str = "") -> Iterator[Element]:
        """What is written inside belongs to a new element."""
        outer = self.parent
        self.parent = outer.child(tag, attributes)
        yield self.parent
        self.parent = outer

    def heading(self, level: int, text: str, *, is_listed: bool = True) -> int:
        """A heading; it comes to stand on the page where what follows it begins.

        Args:
            level: 1 to 6; one that would skip a level is raised.
            text: May hold references to notes.
            is_listed: Whether the list of contents has it.

        Returns:
            The level it was given.
        """
        level = self._level = min(level, self._level + 1, 6)
        style = self.styles.heading_style(level)
        element = self.parent.child(f"H{level}")
        setting = Setting(hyphenated=False)
        block = self.setter.paragraph(element, text, style, self.measure, setting)
        self._headings += 1
        title = printable("".join(piece for piece, _ in split_references(text)))
        entry = Entry(level, title, f"heading-{self._headings}", self.page)
        self._waiting.append(_Waiting(block, entry, is_listed))
        return level

    def caption(self, text: str, *, label: str = "") -> None:
        """Small paragraphs that come to stand on the page where what follows them begins."""
        blocks = self.setter.text(self.parent, text, self.styles.caption, self.measure, label)
        self._waiting += map(_Waiting, blocks)

    def space(self, height: float) -> None:
        """Room, but not at the top of a page, nor between a heading and what follows it."""
        if not (self.is_at_top or self._waiting):
            self.y -= height

    def text(self, text: str, style: Style | None = None, *, label: str = "") -> None:
        """Paragraphs and list items in the domain's notation; their end stays with the notes."""
        style = style or self.styles.body
        blocks = list(self.setter.text(self.parent, text, style, self.measure, label))
        below = self.height_of_notes
        for block in blocks:
            after = style.after / 2 if block.mark else style.after
            self.blocks([block], after, below=below if block is blocks[-1] else 0)

    def paragraph(self, text: str, style: Style, *, tag: str = "P") -> None:
        """One paragraph, as it is."""
        element = self.parent.child(tag)
        self.blocks([self.setter.paragraph(element, text, style, self.measure)], style.after)

    def blocks(self, blocks: Sequence[Block], after: float = 0, *, below: float = 0) -> None:
        """Blocks below each other, over as many pages as it takes.

        Args:
            blocks: The blocks.
            after: The room after them.
            below: The height that must follow their last lines on the same page.
        """
        column = Column(list(blocks))
        if self._waiting:
            self._need_beginning(column, below)
        while not column.is_empty:
            room = self.room
            if column.height <= room < column.height + below and not self.is_at_top:
                room = column.height - 2 * blocks[-1].leading
            drawn, used = column.draw(self.canvas, SIDE, self.y, room, force=self.is_at_top)
            self.draw(drawn)
            self.y -= used
            if not column.is_empty:
                self.new_page()
        self.y -= after

    def _need_beginning(self, column: Column, below: float) -> None:
        line = self.styles.body.leading
        is_whole = column.height < _DIVISIBLE * line
        self.need(column.height + below if is_whole else _AFTER_HEADING * line)

    def figure(self, height: float, alternative: str, draw: Callable[[float, float], str]) -> None:
        """A drawing of this height, and what it shows in words.

        ``draw`` is called with its lower left corner and returns operators.
        """
        self.need(height)
        low = self.y - height
        box = f"[{SIDE:.2f} {low:.2f} {SIDE + self.measure:.2f} {self.y:.2f}]"
        element = self.parent.child(
            "Figure",
            f"/Alt{pdf_text(alternative)}/A<</O/Layout/Placement/Block/BBox{box}>>",
        )
        self.draw(f"{self.canvas.opened(element)}\nq\n{draw(SIDE, low)}\nQ {END}")
        self.y = low - 6

    def picture(
        self,
        picture: Image.Image | bytes,
        size: tuple[float, float],
        alternative: str,
        indent: float = 0,
    ) -> None:
        """A picture, or a JPEG's file, of this width and height.

        Args:
            picture: The picture.
            size: Its width and height here.
            alternative: What it shows in words; "" for one that says nothing.
            indent: How far to the right of the margin it stands.
        """
        width, height = size
        left, low = SIDE + indent, self.y - height
        box = f"[{left:.2f} {low:.2f} {left + width:.2f} {self.y:.2f}]"
        attributes = f"/Alt{pdf_text(alternative)}/A<</O/Layout/Placement/Block/BBox{box}>>"
        opened = LAYOUT
        if alternative:
            opened = self.canvas.opened(self.parent.child("Figure", attributes))
        self.draw(opened)
        source = picture if isinstance(picture, Image.Image) else BytesIO(picture)
        self.canvas.drawImage(ImageReader(source), left, low, width, height)
        self.draw(END)
        self.y = low

    @property
    def height_of_notes(self) -> float:
        """About how high the notes ahead will stand, so that they are not left alone."""
        style = self.styles.note
        ahead = self.setter.notes.ahead
        lines = sum(
            1 + int(style.face.width(note.text, style.size) / self.measure) for note in ahead
        )
        height = lines * style.leading + _ABOVE_NOTES if ahead else 0
        return min(height, _MOST_NOTES * self.height)

    def notes(self) -> None:
        """The notes that have been referred to since the last time, under a short line."""
        if self._waiting and not self._waiting[-1].entry:
            self.need(0)  # captions that nothing follows
        notes = self.setter.notes.waiting()
        if not notes:
            return
        self.space(6)
        self.need(2 * self.styles.note.leading + 8)
        self.draw(
            f"{LAYOUT} 0.6 w {RULE.stroke} {SIDE:.2f} {self.y:.2f} m "
            f"{SIDE + _NOTE_RULE:.2f} {self.y:.2f} l S {END}"
        )
        self.y -= 5
        while notes:
            for note in notes:
                element = self.parent.child("Note", f"/ID({note.place})")
                block = self.setter.note(element, note, self.measure)
                self.need(min(block.count, 2) * block.leading)
                self.canvas.place(note.place, self.y + block.leading)
                self.blocks([block], self.styles.note.after)
            notes = self.setter.notes.waiting()  # what the notes themselves refer to
        self.y -= 4
