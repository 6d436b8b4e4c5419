"""A table whose cells may span rows and go on over pages; the tree has each cell once.

Cells are columns of blocks. On each page that a cell reaches it is given the room between its upper
edge there and the end of its rows, or of the page. Column heads and cells' edges are repeated as
artifacts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qpdesk.domain.text import split_references
from qpdesk.report.blocks import Block, Column
from qpdesk.report.canvas import END, LAYOUT
from qpdesk.report.looks import HEAD_TINT, RULE, SIDE_TINT, STRONG_RULE
from qpdesk.report.paper import SIDE, Paper
from qpdesk.report.passages import Content, Look, Row, Text
from qpdesk.report.structure import Element, pdf_text

PADDING = 4.5
_BLANK = 0.2  # of a page may stay empty, so that what belongs together is not divided
_DIVISIBLE = 5  # lines a row must have to be divided
_BEGINNING = 62.0  # what a table wants below its head on the page where it begins


@dataclass(slots=True)
class _Cell:
    """A cell being set; ``top`` and ``slot`` are where it begins on the current page."""

    place: int
    last_row: int
    column: Column
    content: Content
    top: float = field(default=0, init=False)
    slot: int = field(default=0, init=False)
    is_continued: bool = field(default=False, init=False)

    @property
    def wanted(self) -> float:
        """The height that it still needs, with room around it."""
        return 0 if self.column.is_empty else self.column.height + 2 * PADDING


class Table:
    """A table at the paper's current height, growing downwards.

    Args:
        paper: Where it is written.
        widths: The columns' widths in points.
        heads: The columns' heads.
        summary: What the table is about, for those who cannot see it.
    """

    def __init__(
        self, paper: Paper, widths: Sequence[float], heads: Sequence[str], summary: str
    ) -> None:
        self._paper = paper
        self._canvas = paper.canvas
        self._edges = [SIDE + sum(widths[:index]) for index in range(len(widths) + 1)]
        self._at = [f"{edge:.2f}" for edge in self._edges]
        self._inner = [width - 2 * PADDING for width in widths]
        table = paper.parent.child("Table", f"/A<</O/Table/Summary{pdf_text(summary)}>>")
        self._heads = self._set_heads(table.child("THead").child("TR"), heads)
        self._body = table.child("TBody")
        self._head_height = 2 * PADDING + max(head.count * head.leading for head in self._heads)
        self._rules: list[str] = []
        paper.need(self._head_height + _BEGINNING)
        self._begin(is_first=True)

    def add(self, rows: Sequence[Row], *, is_last: bool = False) -> None:
        """Add rows that belong together: no cell of them spans into other rows.

        Args:
            rows: The rows.
            is_last: Whether the notes that wait come right below them.
        """
        cells = [self._set_row(row, number) for number, row in enumerate(rows)]
        below = self._paper.height_of_notes if is_last else 0
        self._keep_together(_height(cells) + below)
        active: list[_Cell] = []
        for number, starting in enumerate(cells):
            self._enter(starting)
            active += starting
            is_end = number == len(cells) - 1
            self._set_until_done(number, starting, active, below if is_end else 0)
            active = [cell for cell in active if cell.last_row > number]
            if not is_end:
                self._rule_below({cell.place for cell in active})
        self._rules.append(self._line(STRONG_RULE.stroke))

    def close(self) -> None:
        """End the table."""
        self._end_of_page()
        self._paper.y -= 12

    def _set_heads(self, row: Element, heads: Sequence[str]) -> list[Block]:
        style = self._paper.styles.cell_head
        setter = self._paper.setter
        return [
            setter.paragraph(row.child("TH", "/A<</O/Table/Scope/Column>>"), text, style, width)
            for text, width in zip(heads, self._inner, strict=True)
        ]

    def _set_row(self, row: Row, number: int) -> list[_Cell]:
        element = self._body.child("TR")
        cells = []
        for place, content in enumerate(row):
            if content is not None:
                cell = element.child("TH" if content.is_head else "TD", _attributes(content))
                column = self._paper.setter.cell(cell, content.passages, self._inner[place])
                last_row = number + content.rows - 1
                cells.append(_Cell(place, last_row, column, content))
        return cells

    def _keep_together(self, height: float) -> None:
        """Begin on a new page, if so much fits there and not here, and here little stays empty."""
        paper = self._paper
        if paper.room < height <= paper.height - self._head_height and self._is_near_end:
            self._next_page(())

    def _set_until_done(
        self, number: int, starting: list[_Cell], active: list[_Cell], below: float
    ) -> None:
        """Set what ends with this row, on as many pages as that takes; go to the row's end."""
        paper = self._paper
        minimum = 2 * PADDING + paper.styles.cell.leading
        while True:
            ending = [cell for cell in active if cell.last_row == number]
            needed = (cell.wanted - (cell.top - paper.y) for cell in ending if cell.wanted)
            height = max(minimum, *needed, 0)
            ends_here = height <= paper.room + 1e-6
            if ends_here and (height + below <= paper.room or self._is_at_head):
                break
            self._divide(height, starting, active)
            minimum = 0
        paper.y -= height
        for cell in ending:
            self._draw(cell, paper.y)

    def _divide(self, height: float, starting: list[_Cell], active: list[_Cell]) -> None:
        """Fill this page, and go on on the next: with the whole row if little stays empty then.

        The row's last lines go to the next page, even if they would fit on this one.
        """
        paper = self._paper
        line = paper.styles.cell.leading
        begun = any(not cell.column.is_untouched for cell in starting)
        is_low = height < _DIVISIBLE * line
        moves = (self._is_near_end or is_low) and not begun and not self._is_at_head
        room = min(paper.room, height - 2 * line)
        bottom = paper.y if moves else paper.y - room
        drawn = [self._draw(cell, bottom) for cell in active if not (moves and cell in starting)]
        if self._is_at_head and not any(drawn):
            for cell in active:
                self._draw(cell, bottom, force=True)
        paper.y = bottom
        self._next_page(active)

    @property
    def _is_near_end(self) -> bool:
        """Whether so little of the page is left that it may stay empty."""
        return self._paper.room < _BLANK * self._paper.height

    def _draw(self, cell: _Cell, bottom: float, *, force: bool = False) -> bool:
        """Give the cell the room from its top down to ``bottom``; tell whether it used any."""
        left, right = self._edges[cell.place], self._edges[cell.place + 1]
        room = cell.top - bottom - 2 * PADDING
        parts = []
        if cell.place == 0:
            field = f"{left:.2f} {bottom:.2f} {right - left:.2f} {cell.top - bottom:.2f} re f"
            parts.append(f"{LAYOUT} {SIDE_TINT.fill} {field} {END}")
        used = 0.0
        if not cell.column.is_empty:
            drawn, used = cell.column.draw(
                self._canvas, left + PADDING, cell.top - PADDING, room, force=force
            )
            parts.append(drawn)
        elif cell.is_continued:
            parts.append(self._reminder(cell, room))
        self._canvas.code[cell.slot] = "\n".join(parts)
        return used > 0

    def _reminder(self, cell: _Cell, room: float) -> str:
        """For the eye: what the rows on a later page still belong to."""
        paper, title = self._paper, _title(cell.content)
        if not title:
            return ""
        text = f"{title} ({paper.words.continued})"
        style = paper.styles.cell_small
        setter, width = paper.setter, self._inner[cell.place]
        block = setter.paragraph(Element("P"), text, style, width)
        if block.count * style.leading > room:
            return ""
        return block.draw_again(self._edges[cell.place] + PADDING, cell.top - PADDING)

    def _enter(self, cells: Iterable[_Cell]) -> None:
        """Let the cells begin here, each with a place among the operators in reading order."""
        for cell in cells:
            cell.top = self._paper.y
            cell.slot = len(self._canvas.code)
            self._canvas.code.append("")

    @property
    def _is_at_head(self) -> bool:
        return self._paper.y >= self._top - self._head_height - 0.1

    def _next_page(self, active: Sequence[_Cell]) -> None:
        self._rules.append(self._line(STRONG_RULE.stroke))
        self._end_of_page()
        self._paper.new_page()
        self._begin(is_first=False)
        for cell in active:
            cell.is_continued = not cell.column.is_untouched
        self._enter(active)

    def _begin(self, *, is_first: bool) -> None:
        """The heads of the columns, and the table's upper edge."""
        paper = self._paper
        self._top = paper.y
        left, right = self._edges[0], self._edges[-1]
        low = paper.y - self._head_height
        field = f"{left:.2f} {low:.2f} {right - left:.2f} {self._head_height:.2f}"
        paper.draw(f"{LAYOUT} {HEAD_TINT.fill} {field} re f {END}")
        for head, edge in zip(self._heads, self._edges, strict=False):
            x, y = edge + PADDING, paper.y - PADDING
            paper.draw(
                head.draw(self._canvas, x, y, 0, head.count) if is_first else head.draw_again(x, y)
            )
        self._rules = [self._line(STRONG_RULE.stroke)]
        paper.y -= self._head_height
        self._rules.append(self._line(STRONG_RULE.stroke))

    def _end_of_page(self) -> None:
        """The lines of the table on this page, as one path for each colour."""
        top, bottom = self._top - self._head_height, self._paper.y
        self._rules += [
            f"{RULE.stroke} {edge} {top:.2f} m {edge} {bottom:.2f} l S" for edge in self._at[1:-1]
        ]
        self._paper.draw(f"{LAYOUT} 0.5 w {' '.join(self._rules)} {END}")
        self._rules = []

    def _rule_below(self, reaching_down: set[int]) -> None:
        """A line below a row, but not through the cells that reach further down."""
        for place in range(len(self._inner)):
            if place not in reaching_down:
                self._rules.append(self._line(RULE.stroke, place, place + 1))

    def _line(self, colour: str, first: int = 0, last: int = -1) -> str:
        """A line at the current height, from one edge of a column to another."""
        y = f"{self._paper.y:.2f}"
        return f"{colour} {self._at[first]} {y} m {self._at[last]} {y} l S"


def _title(content: Content) -> str:
    """The title that a cell begins with, without references to notes."""
    match content.passages:
        case (Text(text, Look.TITLE), *_):
            return "".join(piece for piece, _ in split_references(text))
        case _:
            return ""


def _height(rows: Iterable[Iterable[_Cell]]) -> float:
    """How high the rows become on one page."""
    y, ends = 0.0, list[tuple[int, float]]()
    for number, starting in enumerate(rows):
        ends += [(cell.last_row, y + cell.wanted) for cell in starting]
        y = max([y + 2 * PADDING, *(end for last, end in ends if last == number)])
        ends = [(last, end) for last, end in ends if last > number]
    return y


def _attributes(content: Content) -> str:
    span = f"/RowSpan {content.rows}" if content.rows > 1 else ""
    scope = "/Scope/Row" if content.is_head else ""
    return f"/A<</O/Table{scope}{span}>>" if span or scope else ""
