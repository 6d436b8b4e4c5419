"""A table as other programs take it from a clipboard: as HTML, and as text with tabs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

_NUMBER = re.compile(r"-?[0-9]{1,15}(,[0-9]{1,15})?")
_QUOTED = re.compile(r'[\t\n"]')
_FORMULA = ("=", "+", "-", "@")
_AS_TEXT = "mso-number-format:'\\@'"
_SAME_CELL = '<br style="mso-data-placement:same-cell">'


def as_html(table: Sequence[Sequence[str]], *, heads: bool = True) -> str:
    """The table as HTML, its first row as heads if it has any.

    What is no number is marked as text, so that a spreadsheet neither counts "=1+1" nor takes
    "1-2" for a date.
    """
    first = "".join(f'<th scope="col">{_inside(text)}</th>' for text in table[0] if heads)
    top = f"<thead><tr>{first}</tr></thead>" if heads else ""
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in table[heads:])
    style = 'border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse"'
    return (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"></head><body>'
        f"<table {style}>{top}<tbody>{rows}</tbody></table></body></html>"
    )


def as_tabbed(table: Iterable[Iterable[str]]) -> str:
    """The table as Excel writes it: tabs between cells, cells with line breaks in quotes.

    What would be a formula gets an apostrophe in front, as one types it in Excel.
    """
    return "\n".join("\t".join(map(_defused, row)) for row in table)


def read_tabbed(text: str) -> list[list[str]]:
    """The cells of such a text, line by line. An apostrophe before a formula is taken away."""
    rows: list[list[str]] = [[]]
    for cell, end in _cells(text):
        rows[-1].append(cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell)
        if end == "\n":
            rows.append([])
    return [row for row in rows if row != [""] and row]


def _cell(text: str) -> str:
    if _NUMBER.fullmatch(text):
        return f"<td>{text}</td>"
    return f'<td style="{_AS_TEXT}" sdnum="1053;0;@">{_inside(text)}</td>'


def _inside(text: str) -> str:
    return escape(text).replace("\n", _SAME_CELL)


def _defused(text: str) -> str:
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    quoted = text.replace('"', '""')
    return f'"{quoted}"' if _QUOTED.search(text) else text


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Each cell with the sign that ends it; "" for the last."""
    at = 0
    while at <= len(text):
        cell, at = _quoted(text, at) or _plain(text, at)
        yield cell, text[at : at + 1]
        at += 1


def _plain(text: str, at: int) -> tuple[str, int]:
    ends = [end for sign in "\t\n" if (end := text.find(sign, at)) >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    """A cell in quotation marks and where it ends; None when the marks are the text's own."""
    if text[at : at + 1] != '"':
        return None
    end = at + 1
    while (end := text.find('"', end)) >= 0 and text[end + 1 : end + 2] == '"':
        end += 2
    if end < 0 or text[end + 1 : end + 2] not in {"", "\t", "\n"}:
        return None
    return text[at + 1 : end].replace('""', '"'), end + 1
