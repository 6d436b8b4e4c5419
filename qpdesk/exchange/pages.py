"""What a Word or Excel file shows, before anyone says what it means: paragraphs and grids.

Texts are in the notation of domain/text.py; a footnote reference is already ``[^key]``.
"""

from dataclasses import dataclass
from enum import StrEnum

from qpdesk.exchange.findings import Spot


class Role(StrEnum):
    """What a paragraph's style says it is, beside heading and list item.

    The last five are styles of ours; ``below`` is a measure of the control beside it, a letterhead
    the municipality's and not the plan's.
    """

    BODY = "body"
    TITLE = "title"
    SUBTITLE = "subtitle"
    CONTENTS = "contents"
    TARGET_GROUP = "target_group"
    INDICATOR = "indicator"
    CELL_TITLE = "cell_title"
    CELL_TITLE_BELOW = "cell_title_below"
    LETTERHEAD = "letterhead"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, a list item or a heading (``heading`` 1-9, 0 for none)."""

    text: str
    spot: Spot
    heading: int = 0
    bullet: bool = False
    strong: bool = False
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid.

    ``continued`` is the lower part of a cell that is merged over several rows; ``span`` is how many
    columns it covers; ``inner`` are tables inside it, whose texts also stand in ``text``; ``role``
    is that of its title, where a style says which paragraph is one.
    """

    text: str = ""
    continued: bool = False
    span: int = 1
    strong: bool = False
    inner: "tuple[Grid, ...]" = ()
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Row:
    """A row; all rows of a grid have their cells at the same positions."""

    cells: tuple[Cell, ...]
    spot: Spot

    def lone(self) -> Cell | None:
        """The only cell with a text, if there is one such."""
        filled = [cell for cell in self.cells if cell.text]
        return filled[0] if len(filled) == 1 else None

    def text(self) -> str:
        """The row for the report, cells apart by a bar."""
        return " | ".join(cell.text for cell in self.cells if cell.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a sheet.

    ``flat`` is a sheet's habit: a risk with two measures is written out in full in both rows.
    """

    rows: tuple[Row, ...]
    spot: Spot
    flat: bool = False


Block = Paragraph | Grid
