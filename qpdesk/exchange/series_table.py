"""A table of figures from a CSV or Excel file (Kolada, a survey tool), as texts under heads."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qpdesk.domain.text import cleansed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.package import Package

LARGEST_FILE = 16 * 2**20  # bytes
MOST_ROWS = 20_000
MOST_COLUMNS = 200

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SEPARATORS = ";\t,|"
_TRIED = 50  # lines that the separator is told from


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: as many texts as there are heads, and where it stands in the file."""

    cells: tuple[str, ...]
    spot: Spot


@dataclass(frozen=True, slots=True)
class Table:
    """The heads, the rows below them, and what the file holds beside the table."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()


def read_table(data: bytes) -> Table:
    """The first table of a file. Its heads are the first row with two texts or more.

    Raises:
        ImportFailed: The file is neither CSV nor Excel, too large, or damaged.
    """
    if len(data) > LARGEST_FILE:
        raise ImportFailed(Reason.TOO_LARGE)
    if not data.strip():
        raise ImportFailed(Reason.EMPTY)
    if data.startswith(_OLD_OFFICE):
        raise ImportFailed(Reason.OLD_FORMAT)
    if data.startswith(_ZIP):
        return _table(*_sheet_lines(data))
    text, found = cleansed(_decoded(data))
    noted = [Finding(Code.CONTROL_CHARACTERS, Spot(), str(found))] if found else []
    return _table(_csv_lines(text), noted)


def _table(lines: Sequence[Line], findings: list[Finding]) -> Table:
    filled = [line for line in lines if any(line.cells)]
    first = next((row for row, line in enumerate(filled) if sum(map(bool, line.cells)) > 1), None)
    if first is None:
        raise ImportFailed(Reason.NOTHING_FOUND)
    loose = [Finding(Code.LOOSE_TEXT, line.spot, _text(line)) for line in filled[:first]]
    width = max(len(line.cells) for line in filled[first:])
    if len(filled) > MOST_ROWS or width > MOST_COLUMNS:
        raise ImportFailed(Reason.TOO_LARGE)
    heads, *rows = (_widened(line, width) for line in filled[first:])
    return Table(heads.cells, tuple(rows), (*findings, *loose))


def _text(line: Line) -> str:
    return " | ".join(filter(None, line.cells))


def _widened(line: Line, width: int) -> Line:
    return Line(line.cells + ("",) * (width - len(line.cells)), line.spot)


def _decoded(data: bytes) -> str:
    """The text: by its byte order mark, else UTF-8, else the encoding of Swedish Windows."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        raise ImportFailed(Reason.UNKNOWN_FORMAT)
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ImportFailed(Reason.UNKNOWN_FORMAT)


def _csv_lines(text: str) -> list[Line]:
    rows = text.splitlines(keepends=True)
    separator = max(_SEPARATORS, key=lambda each: _fit(rows[:_TRIED], each))
    lines = []
    reader = csv.reader(rows, delimiter=separator)
    try:
        for row in reader:
            cells = tuple(" ".join(cell.split()) for cell in row)
            lines.append(Line(cells, Spot(row=reader.line_num)))
    except csv.Error as error:
        raise ImportFailed(Reason.DAMAGED, detail=str(error)) from None
    return lines


def _fit(rows: Iterable[str], separator: str) -> tuple[int, int]:
    """How well a separator explains some lines: lines of the same width above one, that width."""
    try:
        widths = [len(row) for row in csv.reader(rows, delimiter=separator) if any(row)]
    except csv.Error:
        return 0, 0
    common = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
    return (widths.count(common), common) if common > 1 else (0, 0)


def _sheet_lines(data: bytes) -> tuple[list[Line], list[Finding]]:
    from qpdesk.exchange.sheets import findings_of, grids_of, open_book  # noqa: PLC0415 - slow

    package = Package(data)
    if not any(name.startswith("xl/worksheets/") for name in package.names):
        raise ImportFailed(Reason.UNKNOWN_FORMAT)
    book = open_book(package, data)
    findings = list(findings_of(book, package, data))
    for grid in grids_of(book):
        lines = [Line(tuple(cell.text for cell in row.cells), row.spot) for row in grid.rows]
        if any(sum(map(bool, line.cells)) > 1 for line in lines):
            return [_cleansed(line) for line in lines], findings
    raise ImportFailed(Reason.NOTHING_FOUND)


def _cleansed(line: Line) -> Line:
    return Line(tuple(" ".join(cleansed(cell)[0].split()) for cell in line.cells), line.spot)
