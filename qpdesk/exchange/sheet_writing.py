"""Writing a plan as an Excel file: one row an item, ids kept, to come back without loss."""

import io
import re
from collections.abc import Iterator
from enum import StrEnum
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from qpdesk.domain.nodes import Node, Plan, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, scalar
from qpdesk.domain.register import Register
from qpdesk.exchange.sheet_words import (
    CONTINUED,
    FIRST_HEADS,
    HEADS,
    KINDS,
    SHEETS,
    fields_in,
    word_of,
)

LONGEST_CELL = 16_000  # characters; Excel takes 32,767, and escapes can double a text
_WIDTHS = {"Slag": 14, "Id": 12, "Under": 12, "Rubrik": 48}
_WIDE, _NARROW = 40, 16  # characters, of columns with and without running text
_RUNNING = frozenset({"Text", "Syfte", "Vad ska göras?", "Uppföljning", "Kommentar", "Motivering"})
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_YEAR_ONE = (1980, 1, 1, 0, 0, 0)  # the zip format's first; the same plan gives the same bytes
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

Value = str | int | float | None


def export_workbook(register: Register, plan_id: NodeId) -> bytes:
    """The plan with all below it as an .xlsx; the same plan gives the same bytes.

    Raises:
        KeyError: There is no plan with that id.
    """
    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in SHEETS:
        _fill(book.create_sheet(name), register, plan)
    buffer = io.BytesIO()
    book.save(buffer)
    return timeless(buffer.getvalue())


def _fill(sheet: Worksheet, register: Register, plan: Plan) -> None:
    names = fields_in(sheet.title)
    heads = [*FIRST_HEADS, *(HEADS[name] for name in names)]
    for column, head in enumerate(heads, start=1):
        cell = sheet.cell(1, column)
        write_cell(cell, head)
        cell.font = Font(bold=True)
        width = _WIDTHS.get(head, _WIDE if head in _RUNNING else _NARROW)
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A2"
    row = 2
    for node, depth in _items(register, plan):
        if kind_of(node) in SHEETS[sheet.title]:
            row = _write_item(sheet, row, node, names, depth)


def _items(register: Register, plan: Plan) -> Iterator[tuple[Node, int]]:
    """The plan and all below it in order, each with its depth below the plan's children."""
    yield plan, 0
    depths = {plan.id: -1}
    for node in register.walk(plan.id):
        depths[node.id] = depths[node.place.parent or plan.id] + 1
        yield node, depths[node.id]


def _write_item(sheet: Worksheet, row: int, node: Node, names: list[str], depth: int) -> int:
    """Write an item's row, and more of them for texts that no cell holds; the next free row."""
    kind = kind_of(node)
    first: list[Value] = [KINDS[kind], node.id, node.place.parent or ""]
    values = [_shown(getattr(node, name)) if name in FIELDS[kind] else None for name in names]
    while True:
        pieces = [_piece(value) for value in values]
        for column, value in enumerate([*first, *(piece for piece, _ in pieces)], start=1):
            if value not in {None, ""}:
                write_cell(sheet.cell(row, column), value)
        sheet.cell(row, len(FIRST_HEADS) + 1).alignment = Alignment(
            indent=min(depth, 8), vertical="top", wrap_text=True
        )
        row += 1
        values = [rest for _, rest in pieces]
        if not any(values):
            return row
        first = [CONTINUED, node.id, ""]


def _shown(value: object) -> Value:
    if isinstance(value, float) and float(f"{value:.15g}") != value:
        return repr(value)  # more digits than a number in Excel keeps
    return word_of(value) if isinstance(value, StrEnum) else scalar(value)


def _piece(value: Value) -> tuple[Value, Value]:
    """What goes into this row's cell, and what is left for the next row's."""
    if isinstance(value, str) and len(value) > LONGEST_CELL:
        return value[:LONGEST_CELL], value[LONGEST_CELL:]
    return value, None


def write_cell(cell: Cell | MergedCell, value: Value) -> None:
    """Put a value into a cell; a text is always a text, whatever it begins with."""
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(value, str):
        cell.value = _ESCAPE.sub("_x005F_", value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    else:
        cell.value = value


def timeless(data: bytes) -> bytes:
    """The same file without the moment of its making."""
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(buffer, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            part = ZipInfo(name, _YEAR_ONE)
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, content)
    return buffer.getvalue()
