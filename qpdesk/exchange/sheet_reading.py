"""Reading our own Excel file back: every item by its id, also after someone has edited it."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from qpdesk.domain.errors import NotANumber
from qpdesk.domain.fields import read_number
from qpdesk.domain.nodes import PARENTS, Kind
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, Scalar, value_of
from qpdesk.domain.text import cleansed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Reading, Spot
from qpdesk.exchange.json_text import Path, wrong
from qpdesk.exchange.planting import Planting, tidy
from qpdesk.exchange.sheet_words import (
    CONTINUED,
    FIRST_HEADS,
    HEADS,
    ID_HEAD,
    KIND_HEAD,
    KINDS,
    PARENT_HEAD,
    code_of,
)
from qpdesk.exchange.sheets import rows_of, unescaped

Line = dict[str, Scalar]

_KIND_BY_WORD = {word: kind for kind, word in KINDS.items()}
_FIELD_BY_HEAD = {head: name for name, head in HEADS.items()}


def is_ours(book: Workbook) -> bool:
    """Whether the file has the sheets that we write."""
    return any(_heads(rows_of(sheet)) for sheet in book.worksheets)


def read_export(book: Workbook, findings: list[Finding]) -> Reading:
    """The plan that the file holds. Rows without id are new items; they belong to the item above.

    Raises:
        ImportFailed: A value is wrong; the place names sheet, row and field.
    """
    reader = _Reader(findings)
    for sheet in book.worksheets:
        for path, line in _lines(sheet, findings):
            reader.read(line, path)
    if reader.plan is None:
        raise ImportFailed(Reason.NOTHING_FOUND)
    return Reading(tuple(reader.planting.nodes()), tuple(findings))


class _Reader:
    """Reads rows in order; parents stand above their children."""

    def __init__(self, findings: list[Finding]) -> None:
        self.planting = Planting(findings)
        self.plan: NodeId | None = None
        self._findings = findings
        self._kinds: dict[NodeId, Kind] = {}
        self._ids: dict[str, NodeId] = {}  # by the id in the file
        self._above: list[NodeId] = []

    def read(self, line: Line, path: Path) -> None:
        word = str(line.get(KIND_HEAD) or "").strip().casefold()
        kind = _KIND_BY_WORD.get(word)
        if kind is None or (kind is Kind.PLAN and self.plan is not None):
            text = " | ".join(str(value) for value in line.values() if value not in {None, ""})
            spot = Spot(sheet=str(path[0]), row=int(path[1]))
            self._findings.append(Finding(Code.UNKNOWN_TABLE, spot, text))
            return
        parent = self._parent(kind, line, path)
        raw_id = line.get(ID_HEAD) or None
        record = dict(_record(kind, line, path, self._findings))
        node_id = self.planting.add(kind, raw_id, parent, record, path)
        self._kinds[node_id] = kind
        self._above.append(node_id)
        self._ids[str(raw_id or node_id)] = node_id
        if kind is Kind.PLAN:
            self.plan = node_id

    def _parent(self, kind: Kind, line: Line, path: Path) -> NodeId | None:
        """The item that the row names, or the nearest above under which it may stand."""
        if kind is Kind.PLAN:
            return None
        named = self._ids.get(str(line.get(PARENT_HEAD) or ""))
        candidates = [named] if named else reversed(self._above)
        for candidate in candidates:
            if self._kinds[candidate] in PARENTS[kind]:
                return candidate
        raise wrong((*path, PARENT_HEAD), line.get(PARENT_HEAD))


def _heads(rows: dict[int, dict[int, Cell]]) -> dict[int, str]:
    """The column heads by column number, when the first row has those that we write."""
    heads = {column: str(cell.value).strip() for column, cell in rows.get(1, {}).items()}
    ours = all(heads.get(column) == head for column, head in enumerate(FIRST_HEADS, start=1))
    return heads if ours else {}


def _lines(sheet: Worksheet, findings: list[Finding]) -> Iterator[tuple[Path, Line]]:
    """Each item's row by column head; rows that continue long texts are joined to it."""
    rows = rows_of(sheet)
    heads = _heads(rows)
    pending: tuple[Path, Line] | None = None
    for number in sorted(rows.keys() - {1}) if heads else ():
        spot = Spot(sheet=sheet.title, row=number)
        line = {
            heads.get(column, cell.column_letter): _plain(cell.value, spot, findings)
            for column, cell in rows[number].items()
        }
        is_more = line.get(KIND_HEAD) == CONTINUED
        if pending and is_more and line.get(ID_HEAD) == pending[1].get(ID_HEAD):
            for head in line.keys() - {*FIRST_HEADS}:
                pending[1][head] = f"{pending[1].get(head) or ''}{line[head]}"
            continue
        if pending:
            yield pending
        pending = ((sheet.title, number), line)
    if pending:
        yield pending


def _record(
    kind: Kind, line: Line, path: Path, findings: list[Finding]
) -> Iterator[tuple[str, Scalar]]:
    for head, raw in line.items():
        if raw is None or raw == "" or head in FIRST_HEADS:
            continue
        name = _FIELD_BY_HEAD.get(head)
        if name is None or name not in FIELDS[kind]:
            spot = Spot(sheet=str(path[0]), row=int(path[1]))
            findings.append(Finding(Code.UNKNOWN_COLUMN, spot, f"{head}: {raw}"))
            continue
        value = _typed(FIELDS[kind][name], raw)
        try:
            value_of(kind, name, value)
        except ValueError:
            raise wrong((*path, head), raw) from None
        yield name, tidy(name, value, (*path, head))
    if "title" in FIELDS[kind] and not line.get(HEADS["title"]):
        raise ImportFailed(Reason.MISSING, f"{path[0]}[{path[1]}].{HEADS['title']}")
    if kind is Kind.FOOTNOTE and not line.get(HEADS["key"]):
        raise ImportFailed(Reason.MISSING, f"{path[0]}[{path[1]}].{HEADS['key']}")


def _typed(wanted: type, raw: Scalar) -> Scalar:
    """What a cell holds, as the field's type; Excel makes numbers of texts and texts of numbers."""
    if wanted is str and not isinstance(raw, str):
        return f"{raw:.12g}" if isinstance(raw, float) else str(raw)
    if not isinstance(raw, str):
        return raw
    if issubclass(wanted, StrEnum):
        return code_of(wanted, raw)
    return _number(raw) if wanted in {int, float} else raw


def _number(raw: str) -> float | str:
    """A number written as text, with decimal comma or as computers write it."""
    for read in (read_number, float):
        try:
            return read(raw)
        except (NotANumber, ValueError):
            continue
    return raw


def _plain(value: object, spot: Spot, findings: list[Finding]) -> Scalar:
    match value:
        case bool():
            return str(value)
        case None | int() | float():
            return value
        case datetime():
            return value.date().isoformat()
        case _:
            text, replaced = cleansed(unescaped(str(value)))
            if replaced:
                findings.append(Finding(Code.CONTROL_CHARACTERS, spot, text))
            return text
