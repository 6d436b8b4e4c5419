"""From any grid to items: finds the column heads by meaning, wherever they stand, and goes on."""

from collections.abc import Mapping
from types import MappingProxyType

from qpdesk.domain.nodes import Kind
from qpdesk.exchange import reviews
from qpdesk.exchange.columns import Column, Heads, Sort, read_heads
from qpdesk.exchange.draft import Draft
from qpdesk.exchange.entries import read_entry
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.front import looks_like_title
from qpdesk.exchange.indicators import Indicators
from qpdesk.exchange.pages import Grid, Row
from qpdesk.exchange.tables import Branch

_LOOKED_THROUGH = 30  # rows in which heads are looked for


def sort_of(grid: Grid) -> Sort | None:
    """What a grid is about, by the first heads in it."""
    for row in grid.rows[:_LOOKED_THROUGH]:
        if heads := _heads(row):
            return heads.sort
    return None


def _heads(row: Row) -> Heads | None:
    return read_heads([cell.text for cell in row.cells])


class GridReader:
    """Reads a document's grids in order. Areas and indicators become children of the plan.

    ``titles`` are lone texts above a sheet's first heads; the plan's title may be among them.
    """

    def __init__(self, plan: Draft, findings: list[Finding]) -> None:
        self.titles: list[tuple[Spot, str]] = []
        self._indicators = Indicators(plan, findings)
        self._plan = plan
        self._findings = findings
        self._heads: Heads | None = None
        self._branch: Branch | None = None
        self._heading = ""  # the area's name for indicators
        self._unused_group: Spot | None = None
        self._sheet_titled = False

    def enter_area(
        self,
        title: str,
        spot: Spot,
        fields: Mapping[str, str] = MappingProxyType({}),
        *,
        reuse: bool = False,
    ) -> None:
        """The rows to come belong to this area.

        Args:
            title: Its title.
            spot: Where it stands.
            fields: What else the file says of it.
            reuse: The rows may go on with an area of that name, if there is one.
        """
        title = " ".join(title.split("\n"))
        areas = [child for child in self._plan.children if child.kind is Kind.AREA]
        same = [area for area in areas if area.text("title") == title] if reuse else []
        area = same[-1] if same else self._plan.add(Kind.AREA, spot, title=title)
        area.values.update(fields)
        if self._branch is None or self._branch.area is not area:
            self._branch = Branch(area, self._findings)

    def enter_group(self, heading: str, spot: Spot) -> None:
        """The indicators to come stand under this heading; one that gets none is reported."""
        self.leave_group()
        self._heading = heading
        self._unused_group = spot if heading else None

    def leave_group(self) -> None:
        """No more indicators stand under the last heading."""
        if self._unused_group:
            self._findings.append(Finding(Code.LOOSE_TEXT, self._unused_group, self._heading))
        self._heading, self._unused_group = "", None

    def add_indicator(self, title: str, spot: Spot) -> Draft:
        """An indicator, under the heading above."""
        self._unused_group = None
        return self._indicators.add(title, self._heading, spot)

    def forget(self) -> None:
        """Begin anew for a sheet that says by itself which area its rows belong to."""
        self._heads = self._branch = None
        self.leave_group()
        self._sheet_titled = False

    def read(self, grid: Grid) -> None:
        """Add what the grid says, and report what of it cannot be placed."""
        known = self._known_heads(grid)
        if known is None and sort_of(grid) is None:
            for row in grid.rows:
                self._loose(row, Code.UNKNOWN_TABLE)
            return
        self._heads = known
        waiting: list[Row] = []
        for number, row in enumerate(grid.rows):
            heads = _heads(row)
            if heads:
                self._above_heads(waiting, grid)
                waiting = []
                self._new_heads(heads, row)
            elif self._heads is None:
                waiting.append(row)
            elif self._is_area(row, grid, number):
                self._area_row(row)
            else:
                self._row(row, grid)

    def _known_heads(self, grid: Grid) -> Heads | None:
        """The heads of the table before, for a table that goes on without heads of its own."""
        width = len(grid.rows[0].cells) if grid.rows else 0
        if grid.flat or self._heads is None or sort_of(grid) is not None:
            return None
        if len(self._heads.columns) != width or width == 1:
            return None
        self._findings.append(Finding(Code.NO_COLUMN_HEADS, grid.spot, grid.rows[0].text()))
        return self._heads

    def _new_heads(self, heads: Heads, row: Row) -> None:
        is_same = self._heads is not None and self._heads.columns == heads.columns
        code = Code.REPEATED_HEADS if is_same else Code.COLUMN_HEADS
        self._findings.append(Finding(code, row.spot, row.text()))
        self._heads = heads

    def _above_heads(self, rows: list[Row], grid: Grid) -> None:
        """Rows before the heads: the one right above may name the area, others a sheet's title."""
        filled = [row for row in rows if any(cell.text for cell in row.cells)]
        for row in filled:
            lone = row.lone()
            if lone and grid.flat and not self._sheet_titled and looks_like_title(lone.text):
                self._sheet_titled = True
                self.titles.append((row.spot, lone.text))
            elif lone and row is filled[-1]:
                self._area_row(row)
            else:
                self._loose(row, Code.LOOSE_TEXT)

    def _is_area(self, row: Row, grid: Grid, number: int) -> bool:
        """Whether a row names an area: one text over most columns, or a bold first one alone."""
        lone = row.lone()
        if lone is None or self._heads is None or "\n" in lone.text:
            return False
        if lone.span * 2 > len(row.cells) > 1:
            return True
        below = grid.rows[number + 1 :][:1]
        is_last = not below or not any(cell.text for cell in below[0].cells)
        has_column = self._heads.has(Column.AREA)
        return grid.flat and lone.strong and row.cells[0] is lone and not has_column and not is_last

    def _area_row(self, row: Row) -> None:
        title = next(cell.text for cell in row.cells if cell.text)
        if self._heads and self._heads.sort is Sort.INDICATORS:
            self.enter_group(title, row.spot)
        else:
            self.enter_area(title, row.spot, reuse=True)

    def _row(self, row: Row, grid: Grid) -> None:
        if self._heads is None or not any(cell.text for cell in row.cells):
            return
        entry = read_entry(row, self._heads, flat=grid.flat, findings=self._findings)
        if self._heads.sort in {Sort.INDICATORS, Sort.OBSERVATIONS}:
            self._indicators.read(entry, self._heading)
            self._unused_group = None
            return
        if area := entry.texts.pop(Column.AREA, ""):
            self.enter_area(area, row.spot, reuse=True)
        if not entry.texts:
            return
        if self._branch is None:
            title = grid.spot.sheet or self._plan.text("title")
            self._findings.append(Finding(Code.NO_HEADING, row.spot, title))
            self.enter_area(title, row.spot)
        if self._branch and self._heads.sort is Sort.REVIEW:
            reviews.read_row(self._branch, entry)
        elif self._branch:
            self._branch.read(entry)

    def _loose(self, row: Row, code: Code) -> None:
        if text := row.text():
            self._findings.append(Finding(code, row.spot, text))
