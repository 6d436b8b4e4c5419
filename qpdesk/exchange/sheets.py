"""Reading an Excel file (.xlsx) as grids: values only, a formula by the value Excel last saw."""

import io
import re
import warnings
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.package import Package, expect_no_doctype
from qpdesk.exchange.pages import Cell, Grid, Row

MOST_COLUMNS = 200
_BROKEN = (
    *(BadZipFile, SyntaxError, ArithmeticError, AttributeError, LookupError, OSError),
    *(TypeError, ValueError, AssertionError, RecursionError),
)
"""What openpyxl lets through from files that do not hold together; XML errors are SyntaxErrors."""
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ERRORS = frozenset({"#REF!", "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"})
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"


def open_book(package: Package, data: bytes) -> Workbook:
    """The workbook with values where it has formulas.

    Raises:
        ImportFailed: A part is damaged or unsafe.
    """
    for name in sorted(package.names):
        if name.endswith((".xml", ".rels", ".vml")):
            expect_no_doctype(package.read(name), name)
    return _open(data, values=True)


def grids_of(book: Workbook) -> list[Grid]:
    """Each sheet with something in it, in order."""
    grids = (_grid(sheet) for sheet in book.worksheets)
    return [grid for grid in grids if grid.rows]


def findings_of(book: Workbook, package: Package, data: bytes) -> Iterator[Finding]:
    """What lies beside the values: formulas, comments, shapes, hidden sheets, links out."""
    formulas = _open(data, values=False) if _has_formulas(package) else None
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            yield Finding(Code.HIDDEN, Spot(sheet=sheet.title), sheet.title)
        if formulas is not None:
            yield from _formulas(sheet, formulas[sheet.title])
        yield from _comments(sheet)
    yield from _drawn_texts(package)
    yield from package.strangers()


def rows_of(sheet: Worksheet) -> dict[int, dict[int, SheetCell]]:
    """The cells that hold something, by row and column number."""
    by_row: dict[int, dict[int, SheetCell]] = defaultdict(dict)
    for cell in _cells(sheet):
        if cell.value not in {None, ""} and cell.column <= MOST_COLUMNS:
            by_row[cell.row][cell.column] = cell
    return by_row


def unescaped(text: str) -> str:
    """A text as Excel shows it: ``_x000D_`` stands for the character with that number."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _open(data: bytes, *, values: bool) -> Workbook:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions that openpyxl leaves out hold no cells
            return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except MemoryError:
        raise ImportFailed(Reason.TOO_LARGE) from None
    except _BROKEN as error:
        raise ImportFailed(Reason.DAMAGED, detail=str(error)) from None


def _has_formulas(package: Package) -> bool:
    sheets = (name for name in package.names if name.startswith("xl/worksheets/"))
    return any(_FORMULA.search(package.read(name)) for name in sheets)


def _grid(sheet: Worksheet) -> Grid:
    by_row = {
        number: row for number, row in rows_of(sheet).items() if any(map(_text, row.values()))
    }
    continued, spans = _merged(sheet, sorted(by_row))
    columns = [column for row in by_row.values() for column in row]
    width = max([*columns, *(column for _, column in continued)], default=0)
    rows = [
        Row(
            tuple(
                _cell(by_row[number].get(column), (number, column), continued, spans)
                for column in range(1, width + 1)
            ),
            Spot(sheet=sheet.title, row=number),
        )
        for number in sorted(by_row)
    ]
    return Grid(tuple(rows), Spot(sheet=sheet.title), flat=True)


def _cell(
    cell: SheetCell | None,
    place: tuple[int, int],
    continued: set[tuple[int, int]],
    spans: dict[tuple[int, int], int],
) -> Cell:
    if cell is None:
        return Cell(continued=place in continued)
    strong = bool(cell.font.b)
    return Cell(_text(cell), place in continued, spans.get(place, 1), strong)


def _merged(
    sheet: Worksheet, rows: list[int]
) -> tuple[set[tuple[int, int]], dict[tuple[int, int], int]]:
    """The places below the first row of a merged range, and how wide ranges are."""
    continued: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], int] = {}
    for merged in sheet.merged_cells.ranges:
        last = min(merged.max_col, MOST_COLUMNS)
        spans[merged.min_row, merged.min_col] = last - merged.min_col + 1
        first, end = bisect_right(rows, merged.min_row), bisect_right(rows, merged.max_row)
        for row in rows[first:end]:
            continued |= {(row, column) for column in range(merged.min_col, last + 1)}
    return continued, spans


def _cells(sheet: Worksheet) -> Iterator[SheetCell]:
    """The cells that exist. ``iter_rows`` would make all those between as well, a million rows."""
    cells = sheet._cells  # noqa: SLF001 - openpyxl has no other way to see only existing cells
    for place in sorted(cells):
        if isinstance(cell := cells[place], SheetCell):
            yield cell


def _text(cell: SheetCell) -> str:
    """What the cell shows, as text."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case int() | float():
            return _number(value, cell.number_format)
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time() | timedelta():
            return str(value)
        case _:
            lines = unescaped(str(value)).replace("\r\n", "\n").strip().split("\n")
            return "\n".join(filter(None, (line.strip() for line in lines)))


def _number(value: float, shown_as: str) -> str:
    percent = "%" in (shown_as or "")
    text = f"{value * 100 if percent else value:.12g}".replace(".", ",")
    return f"{text} %" if percent else text


def _formulas(sheet: Worksheet, formulas: Worksheet) -> Iterator[Finding]:
    """Each formula: with the value that stands for it, or unplaced where Excel saved none."""
    for cell in _cells(formulas):
        if cell.data_type == "f":
            value = sheet.cell(cell.row, cell.column)
            shown = _text(value) if isinstance(value, SheetCell) else ""
            code = Code.FORMULA if shown and shown not in _ERRORS else Code.NO_CACHED_VALUE
            spot = Spot(sheet=sheet.title, row=cell.row, column=cell.column_letter)
            formula = getattr(cell.value, "text", cell.value)
            yield Finding(code, spot, f"{formula}: {shown}" if shown else str(formula))


def _comments(sheet: Worksheet) -> Iterator[Finding]:
    for cell in _cells(sheet):
        if cell.comment is not None:
            spot = Spot(sheet=sheet.title, row=cell.row, column=cell.column_letter)
            yield Finding(Code.COMMENT, spot, cell.comment.text)


def _drawn_texts(package: Package) -> Iterator[Finding]:
    """Texts in shapes that lie over the cells."""
    for name in sorted(package.names):
        if name.startswith("xl/drawings/") and name.endswith(".xml"):
            texts = [text.text or "" for text in package.xml(name).iter(_DRAWN_TEXT)]
            if any(texts):
                yield Finding(Code.TEXT_BOX, Spot(path=name), "\n".join(filter(None, texts)))
