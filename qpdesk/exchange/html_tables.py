"""The tables in a piece of HTML from a clipboard: what Word, Excel and browsers put there.

Tags are looked for from left to right and never back, so a hostile text takes time by its length.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from qpdesk.domain.text import clean
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Spot
from qpdesk.exchange.pages import Cell, Grid, Row

MOST_CELLS = 100_000
_WIDEST = 200  # columns
_TAG = re.compile(r"(/?)([A-Za-z][A-Za-z0-9]*)")
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
_BULLET = re.compile(r"^[·•\uf0b7§o](?:[ \N{NO-BREAK SPACE}]+)(?=\S)")
_SKIPPED = ("style", "script", "title", "xml")
_BREAKING = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_STRONG = frozenset({"b", "strong", "th"})
_LOOKED_AT = 2_000  # characters of a tag


@dataclass(slots=True)
class _Open:
    """A cell that is being read."""

    spans: dict[str, int]
    pieces: list[str] = field(default_factory=list)
    strong: bool = False

    def text(self) -> str:
        lines = (_BLANKS.sub(" ", line).strip() for line in "".join(self.pieces).split("\0"))
        return "\n".join(_BULLET.sub("- ", line) for line in lines if line)


def read_tables(html: str) -> tuple[list[Grid], list[str]]:
    """The tables, and the lines of text that stand outside them.

    A table without merged cells is read as a sheet: what its rows repeat is the same item. Tables
    inside cells are part of the cells' text.

    Raises:
        ImportFailed: There are more cells than any clipboard of sense has.
        NotPrintable: A text holds control characters.
    """
    reader = _Reader(clean(html.rstrip("\0")))
    reader.read()
    grids = [grid for grid in map(_grid, reader.tables) if grid.rows]
    return grids, [line for line in clean(reader.outside.text()).split("\n") if line]


class _Reader:
    """Walks through the text once."""

    def __init__(self, html: str) -> None:
        self._html = html
        self.tables: list[list[list[_Open]]] = []
        self.outside = _Open({})
        self._depth = 0
        self._cell: _Open | None = None
        self._count = 0

    def read(self) -> None:
        at = 0
        while (start := self._html.find("<", at)) >= 0:
            self._text(self._html[at:start])
            at = self._after_tag(start)
            if at < 0:
                return
        self._text(self._html[at:])

    def _text(self, text: str) -> None:
        # A table inside a cell, and everything in it, is text of that cell.
        target = self._cell if self._depth else self.outside
        if target is not None and text:
            target.pieces.append(unescape(_BLANKS.sub(" ", text)))

    def _after_tag(self, start: int) -> int:
        """Take note of the tag that begins here; where it ends, -1 when it never does."""
        if self._html.startswith("<!--", start):
            return _past(self._html, "-->", start)
        end = _past(self._html, ">", start)
        match = _TAG.match(self._html, start + 1)
        if match is None or end < 0:
            return end
        name = match[2].lower()
        if not match[1] and name in _SKIPPED:
            return self._past_end_of(name, end)
        self._tag(name, closing=bool(match[1]), inside=self._html[start:end][:_LOOKED_AT])
        return end

    def _past_end_of(self, name: str, start: int) -> int:
        found = re.compile(f"</{name}", re.IGNORECASE).search(self._html, start)
        return _past(self._html, ">", found.end()) if found else -1

    def _tag(self, name: str, *, closing: bool, inside: str) -> None:
        if name == "table":
            self._table(closing=closing)
        elif self._depth == 1 and name == "tr" and not closing:
            self.tables[-1].append([])
            self._cell = None
        elif self._depth == 1 and name in {"td", "th"}:
            self._new_cell(inside, strong=name == "th") if not closing else self._end_cell()
        elif name in _STRONG and self._cell is not None:
            self._cell.strong = True
        if name in _BREAKING or name == "table":
            (self._cell if self._depth and self._cell else self.outside).pieces.append("\0")
        if name == "li" and not closing:
            self._text("- ")

    def _table(self, *, closing: bool) -> None:
        if not closing:
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif self._depth:
            self._depth -= 1
            if not self._depth:
                self._cell = None

    def _new_cell(self, inside: str, *, strong: bool) -> None:
        spans = {name.lower(): int(number) for name, number in _SPAN.findall(inside)}
        self._count += 1
        if self._count > MOST_CELLS:
            raise ImportFailed(Reason.TOO_LARGE)
        if not self.tables[-1]:
            self.tables[-1].append([])
        self._cell = _Open(spans, strong=strong or "font-weight:700" in inside)
        self.tables[-1][-1].append(self._cell)

    def _end_cell(self) -> None:
        self._cell = None


def _past(text: str, end: str, start: int) -> int:
    found = text.find(end, start)
    return found + len(end) if found >= 0 else -1


def _grid(rows: list[list[_Open]]) -> Grid:
    """The table with all cells at their columns; what a merged cell covers goes on with it."""
    covered: dict[int, int] = {}  # rows still covered, by column
    merged = False
    result: list[tuple[Cell, ...]] = []
    for row in rows:
        cells: list[Cell] = []
        waiting = list(reversed(row))
        while waiting or covered.get(len(cells), 0):
            if covered.get(len(cells), 0):
                covered[len(cells)] -= 1
                cells.append(Cell(continued=True))
                continue
            cell = waiting.pop()
            wide = min(max(cell.spans.get("colspan", 1), 1), _WIDEST - len(cells))
            if wide < 1:
                raise ImportFailed(Reason.TOO_LARGE)
            high = max(cell.spans.get("rowspan", 1), 1)
            merged = merged or high > 1
            covered |= {len(cells) + n: high - 1 for n in range(wide)}
            text = clean(cell.text())
            cells += [Cell(text, span=wide, strong=cell.strong), *[Cell()] * (wide - 1)]
        result.append(tuple(cells))
    width = max(map(len, result), default=0)
    padded = (cells + (Cell(),) * (width - len(cells)) for cells in result)
    numbered = [Row(cells, Spot(row=n)) for n, cells in enumerate(padded, 1)]
    return Grid(tuple(r for r in numbered if r.cells), Spot(), flat=not merged)
