"""A table's row by the meaning of its columns."""

from dataclasses import dataclass

from qpdesk.exchange.columns import Column, Heads
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.pages import Grid, Row


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row says, by column; texts of columns that mean the same are joined."""

    texts: dict[Column, str]
    continued: frozenset[Column]
    spot: Spot
    flat: bool
    inner: tuple[Grid, ...] = ()

    def text(self, column: Column) -> str:
        """The text in that column, "" for none."""
        return self.texts.get(column, "")

    def only(self, column: Column) -> bool:
        """Whether that column alone has a text."""
        return set(self.texts) == {column}


def read_entry(row: Row, heads: Heads, *, flat: bool, findings: list[Finding]) -> Entry:
    """The row by meaning; texts under heads that mean nothing we know are reported."""
    texts: dict[Column, str] = {}
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
    return Entry(texts, frozenset(continued), row.spot, flat, tuple(inner))
