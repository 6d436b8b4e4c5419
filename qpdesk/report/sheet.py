"""What a document is written on, whichever kind of file it becomes: pages of PDF, or Word.

The composition speaks only to this. So which chapter, table and text comes when is decided once.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from qpdesk.report.charts import Chart
from qpdesk.report.passages import Look, Row


@dataclass(frozen=True, slots=True)
class Front:
    """What the cover says.

    ``marks`` stand above the title, ``draft`` ("" for none) marks a plan that is not adopted,
    ``target_group`` is in the domain's notation, ``facts`` are labels with what they say.
    """

    title: str
    marks: tuple[str, ...]
    draft: str
    target_group: str
    facts: tuple[tuple[str, str], ...]


class Grid(Protocol):
    """A table on its way; to be closed."""

    def add(self, rows: Sequence[Row], *, is_last: bool = False) -> None:
        """Add rows that belong together: no cell of them spans into other rows.

        Args:
            rows: The rows.
            is_last: Whether the notes that wait come right below them.
        """

    def close(self) -> None:
        """End the table."""


class Sheet(Protocol):
    """A document that grows downwards. Lengths are in points."""

    def cover(self, front: Front) -> None:
        """Write the cover; what comes next begins on a new page."""

    def turn(self, size: tuple[float, float]) -> None:
        """Go on on a page of this size, a new one unless this one is empty and of that size."""

    def section(self) -> AbstractContextManager[object]:
        """What is written inside belongs together."""

    def heading(self, level: int, text: str, *, is_listed: bool = True) -> int:
        """A heading, on the same page as the beginning of what follows it.

        Args:
            level: 1 to 6; one that would skip a level is raised.
            text: May hold references to notes.
            is_listed: Whether the list of contents has it.

        Returns:
            The level it was given.
        """

    def text(self, text: str, look: Look = Look.BODY, *, label: str = "") -> None:
        """Paragraphs and list items in the domain's notation, after a label of ours.

        Small ones stay with what follows them.
        """

    def chart(self, chart: Chart, alternative: str) -> None:
        """A chart, and what it shows in words; its table follows."""

    def table(
        self, shares: Sequence[float], heads: Sequence[str], summary: str, width: float = 1
    ) -> Grid:
        """A table.

        Args:
            shares: The columns' widths, as parts of the table's.
            heads: The columns' heads.
            summary: What it is about, for those who cannot see it.
            width: The table's width, as a part of the page's.
        """

    def space(self, height: float) -> None:
        """Room, but not at the top of a page."""

    def notes(self) -> None:
        """Here, or at the foot of their pages: the notes that have been referred to till now."""
