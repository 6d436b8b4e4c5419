"""Titled tables as an Excel file, a sheet for each: numbers as numbers, texts as mere texts."""

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from qpdesk.exchange.sheet_writing import timeless, write_cell

_LONGEST_NAME = 31  # what Excel allows
_FORBIDDEN = re.compile(r"[\\/*?:\[\]]")
_FIRST, _OTHERS = 48, 18  # characters


def write_tables(
    title: str, about: Sequence[str], tables: Sequence[tuple[str, list[str], list[list[str]]]]
) -> bytes:
    """An .xlsx with a sheet for each of ``tables``: its title, heads and rows.

    Args:
        title: Stands above each table.
        about: Lines below the title.
        tables: In order. A cell of digits alone becomes a number.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, heads, rows in tables:
        sheet = book.create_sheet(_FORBIDDEN.sub(" ", name)[:_LONGEST_NAME])
        above = [[f"{title}: {name}"], *([line] for line in about), []]
        for number, row in enumerate([*above, heads, *rows], start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                write_cell(
                    cell, int(text) if text.isascii() and text.isdigit() and column > 1 else text
                )
                if number == 1 or number == len(above) + 1:
                    cell.font = Font(bold=True)
        for column in range(1, len(heads) + 1):
            width = _FIRST if column == 1 else _OTHERS
            sheet.column_dimensions[get_column_letter(column)].width = width
    buffer = io.BytesIO()
    book.save(buffer)
    return timeless(buffer.getvalue())
