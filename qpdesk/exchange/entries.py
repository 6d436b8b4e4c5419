"""A table's row by the meaning of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qpdesk.exchange.columns import Column, Heads
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.pages import Grid, Role, Row


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says, by column; texts of columns that mean the same are joined."""

    texts: dict[Column, str]
    continued: frozenset[Column]
    spot: Spot
    flat: bool
    inner: tuple[Grid, ...] = ()
    roles: Mapping[Column, Role] = field(default_factory=dict)
    """Of the titles in the columns' cells."""

    def text(self, column: Column) -> str:
        """The text in that column, "" for none."""
        return self.texts.get(column, "")

    def only(self, column: Column) -> bool:
        """Whether that column alone has a text."""
        return set(self.texts) == {column}

    def is_card(self, column: Column) -> bool:
        """Whether that column's cell is one of those that this program prints."""
        return self.roles.get(column) in {Role.CELL_TITLE, Role.CELL_TITLE_BELOW}

    def is_below(self, column: Column) -> bool:
        """Whether the measure in that column belongs to the control beside it."""
        return self.roles.get(column) is Role.CELL_TITLE_BELOW


def read_entry(row: Row, heads: Heads, *, flat: bool, findings: list[Finding]) -> Entry:
    """The row by meaning; texts under heads that mean nothing we know are reported."""
    texts: dict[Column, str] = {}
    roles: dict[Column, Role] = {}
    continued = set()
    inner: list[Grid] = []
    for position, cell in enumerate(row.cells):
        column = heads.columns[position] if position < len(heads.columns) else None
        if column is None:
            if cell.text:
                head = heads.texts[position] if position < len(heads.texts) else ""
                text = f"{head}: {cell.text}" if head else cell.text
                findings.append(Finding(Code.UNKNOWN_COLUMN, row.spot, text))
            continue
        if cell.continued:
            continued.add(column)
        if cell.text:
            texts[column] = f"{texts[column]}\n{cell.text}" if column in texts else cell.text
        inner += cell.inner
        roles[column] = cell.role
    return Entry(texts, frozenset(continued), row.spot, flat, tuple(inner), roles)
