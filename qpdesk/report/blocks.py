"""Blocks: paragraphs whose lines are set, and columns of them that fill the room they are given.

A block is one element of the structure tree, wherever its lines come to stand: what does not fit
goes on in the next room, on the next page, and is still the same paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from typing_extensions import override

from qpdesk.report.canvas import END, LAYOUT, REPEATED, TaggedCanvas
from qpdesk.report.lines import Line, Run
from qpdesk.report.looks import LINK, Colour, Style
from qpdesk.report.structure import Element

_FEWEST = 2  # lines of a paragraph that may stand alone above or below a break
_BASELINE = 0.25  # of the leading, between baseline and the line's lower edge
_RISE = 0.33  # of the size, for a note's number


@dataclass(slots=True)
class Mark:
    """What stands before a list item: its element, and how far to the left of the text."""

    element: Element
    text: str
    distance: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph stands in its column.

    Args:
        label: A text of ours before it, in bold.
        indent: How far to the right of the column's edge it begins, in points.
        keep: Whether the beginning of what follows must stand with its last line.
        mark: What stands before its first line.
        hyphenated: Whether its words may be broken by patterns.
    """

    label: str = ""
    indent: float = 0
    keep: bool = False
    mark: Mark | None = None
    hyphenated: bool = True


AS_IT_IS = Setting()


class Block:
    """A paragraph of one face.

    Args:
        element: What it is in the structure tree.
        lines: Its lines.
        style: How they look.
        setting: How it stands in its column.
    """

    __slots__ = ("count", "element", "indent", "keep", "leading", "lines", "mark", "style")

    def __init__(
        self, element: Element, lines: Sequence[str], style: Style, setting: Setting = AS_IT_IS
    ) -> None:
        self.element = element
        self.lines = lines
        self.style = style
        self.count = len(lines)
        """How many lines it has."""
        self.leading = style.leading
        """The height of one line."""
        self.indent = setting.indent
        self.keep = setting.keep
        self.mark = setting.mark

    def draw(self, canvas: TaggedCanvas, x: float, y: float, first: int, last: int) -> str:
        """The operators that draw its lines from ``first`` to before ``last``, down from (x, y)."""
        left = x + self.indent
        marked = self._mark(canvas, left, y) if self.mark and not first else ""
        text = "\n".join(self.lines[first:last])
        return f"{marked}{canvas.opened(self.element)}\n{self._text(text, left, y)} {END}"

    def draw_again(self, x: float, y: float) -> str:
        """The operators that draw all of it once more, as an artifact."""
        text = "\n".join(self.lines)
        return f"{REPEATED}\n{self._text(text, x + self.indent, y)} {END}"

    def _text(self, text: str, x: float, y: float) -> str:
        style = self.style
        shown = style.face.show(text, style.size)
        return f"{style.opening}{x:.2f} {y + style.leading * _BASELINE:.2f} Td {shown} ET"

    def _mark(self, canvas: TaggedCanvas, x: float, y: float) -> str:
        assert self.mark  # noqa: S101 - told by the caller
        drawn = self._text(self.mark.text + " ", x - self.mark.distance, y)
        return f"{canvas.opened(self.mark.element)}\n{drawn} {END}\n"


@dataclass(slots=True)
class Target:
    """What a linked run leads to.

    ``outer`` is the element to hang up in the paragraph: the Link itself, or what it stands in.
    """

    link: Element
    outer: Element
    description: str
    address: str = ""
    destination: str = ""
    place: str = ""
    """The name that others reach this run by, if any."""


class RunBlock(Block):
    """A paragraph with notes, links or several faces.

    Args:
        element: What it is in the structure tree.
        runs: Its lines.
        style: How they look.
        targets: Where its linked runs lead, by the run's order.
        setting: How it stands in its column.
    """

    __slots__ = ("runs", "targets")

    def __init__(
        self,
        element: Element,
        runs: Sequence[Line],
        style: Style,
        targets: dict[int, Target],
        setting: Setting = AS_IT_IS,
    ) -> None:
        super().__init__(element, [], style, setting)
        self.count = len(runs)
        self.runs = runs
        self.targets = targets

    @override
    def draw(self, canvas: TaggedCanvas, x: float, y: float, first: int, last: int) -> str:
        left = x + self.indent
        parts = [self._mark(canvas, left, y)] if self.mark and not first else []
        opened: Element | None = None  # neighbours of one element stand in one mark
        for line in self.runs[first:last]:
            right, base = left, y - self.leading * (1 - _BASELINE)
            for run in line:
                target = self.targets.get(run.order)
                if opened is not (element := self._element(target)):
                    parts += [END] if opened else []
                    parts.append(canvas.opened(element))
                    opened = element
                width = run.face.width(run.text, self.style.size * run.scale)
                parts.append(self._shown(run, LINK if target else self.style.colour, right, base))
                if target:
                    area = (right, self._raised(run, base), right + width)
                    parts += [END, self._link(canvas, target, area)]
                    opened = None
                right += width
            y -= self.leading
        return "\n".join([*parts, END] if opened else parts)

    def _raised(self, run: Run, base: float) -> float:
        """The height of a run's baseline, when that of the line is ``base``."""
        return base + self.style.size * _RISE if run.note else base

    def _shown(self, run: Run, colour: Colour, x: float, base: float) -> str:
        """The operators that show a run."""
        size, base = self.style.size * run.scale, self._raised(run, base)
        return (
            f"BT {run.face.name} {size:g} Tf {size:g} TL {colour.fill} "
            f"{x:.2f} {base + size:.2f} Td {run.face.show(run.text, size)} ET"
        )

    def _element(self, target: Target | None) -> Element:
        """The run's element. A link is hung up when it is first drawn: that is reading order."""
        if target is None:
            return self.element
        if not target.link.kids:
            self.element.kids.append(target.outer)
        return target.link

    def _link(self, canvas: TaggedCanvas, target: Target, base: tuple[float, float, float]) -> str:
        left, bottom, right = base
        area = (left - 0.5, bottom - 2, right + 0.5, bottom + self.style.size * 0.8)
        canvas.link(
            target.link,
            area,
            target.description,
            address=target.address,
            destination=target.destination,
        )
        if target.place:
            canvas.place(target.place, bottom + 2 * self.leading)
        if target.destination:
            return ""
        low = f"{bottom - 1.4:.2f}"
        return f"{LAYOUT} 0.5 w {LINK.stroke} {left:.2f} {low} m {right:.2f} {low} l S {END}"


@dataclass(slots=True)
class Column:
    """Blocks on their way onto the paper, from the top."""

    blocks: list[Block]
    _block: int = field(default=0, init=False)
    _line: int = field(default=0, init=False)
    _height: float | None = field(default=None, init=False)

    @property
    def is_empty(self) -> bool:
        """Whether all of it has been drawn."""
        return self._block >= len(self.blocks)

    @property
    def is_untouched(self) -> bool:
        """Whether none of it has been drawn."""
        return not self._block and not self._line

    @property
    def height(self) -> float:
        """The height of what is left."""
        if self._height is None:
            self._height = self._measured()
        return self._height

    def _measured(self) -> float:
        left = self.blocks[self._block :]
        if not left:
            return 0
        height = sum([block.style.before + block.count * block.leading for block in left])
        return height - left[0].style.before - self._line * left[0].leading

    def draw(
        self, canvas: TaggedCanvas, x: float, y: float, room: float, *, force: bool = False
    ) -> tuple[str, float]:
        """Draw what the room below (x, y) has place for, and move past it.

        Args:
            canvas: Where to.
            x: The column's left edge.
            y: Its upper edge.
            room: Its height.
            force: Draw at least one line, though it should not stand alone.

        Returns:
            The operators, and the height that was used.
        """
        end, line = self._cut(room, force=force)
        self._height = None
        top = y
        parts = []
        while (self._block, self._line) < (end, line):
            block = self.blocks[self._block]
            last = block.count if self._block < end else line
            if top != y:
                y -= block.style.before
            parts.append(block.draw(canvas, x, y, self._line, last))
            y -= (last - self._line) * block.leading
            if self._block == end:
                self._line = line
                break
            self._block, self._line = self._block + 1, 0
        return "\n".join(parts), top - y

    def _cut(self, room: float, *, force: bool) -> tuple[int, int]:
        """How far a room reaches, as block and line; a good place to break, unless forced."""
        index, line = self._block, self._line
        while index < len(self.blocks):
            block = self.blocks[index]
            if index > self._block:
                room -= block.style.before
            left = block.count - line
            height = left * block.leading
            if height > room + 1e-6:
                fit = int((room + 1e-6) / block.leading)
                return self._good_cut(index, line, max(fit, 0), force=force)
            room -= height
            index, line = index + 1, 0
        return index, 0

    def _good_cut(self, index: int, line: int, fit: int, *, force: bool) -> tuple[int, int]:
        """A break in (or before) the block that does not fit whole, ``fit`` lines into its rest."""
        left = self.blocks[index].count - line
        taken = min(fit, left - _FEWEST)
        if taken >= (1 if line else _FEWEST):
            return index, line + taken
        back = index
        while back > self._block and not line and self.blocks[back - 1].keep:
            back -= 1
        start = (self._block, self._line)
        cut = (back, line if back == index else 0)
        if cut > start:
            return cut
        if not force:
            return start
        return (index, 0) if index > self._block else (index, line + max(fit, 1))
