"""A short document of titled tables: the overview on paper, PDF/UA-1 and PDF/A-3a as plans are."""

from collections.abc import Sequence

from qpdesk.report.canvas import TaggedCanvas
from qpdesk.report.faces import Faces, embedded_font, printable
from qpdesk.report.furniture import Furniture, furnish
from qpdesk.report.looks import LANDSCAPE, PORTRAIT
from qpdesk.report.metadata import About, colour_profile
from qpdesk.report.notes import Notes
from qpdesk.report.paper import Paper
from qpdesk.report.passages import Content, Text
from qpdesk.report.table import Table
from qpdesk.report.typesetting import Typesetter
from qpdesk.report.words import SWEDISH

_FEW = 4  # columns that a page upright has room for
_FIRST = 3.0  # times as wide as the others


def write_tables(
    title: str, about: Sequence[str], tables: Sequence[tuple[str, list[str], list[list[str]]]]
) -> bytes:
    """A PDF with a heading and a table for each of ``tables``: its title, heads and rows.

    Args:
        title: Of the document.
        about: Lines below the title.
        tables: In order; the first column of each names its rows.
    """
    canvas = TaggedCanvas(About(printable(title)), colour_profile(), embedded_font())
    faces = Faces(canvas.document)
    paper = Paper(canvas, Typesetter(canvas, faces, SWEDISH, Notes({})))
    with paper.section():
        paper.heading(1, _plain(title))
        for line in about:
            paper.text(_plain(line))
        for name, heads, rows in tables:
            if rows:
                _table(paper, name, heads, rows)
    canvas.showPage()
    furnish(canvas, faces, Furniture(title, "", "", SWEDISH.page_of, ""))
    return canvas.finished()


def _table(paper: Paper, title: str, heads: list[str], rows: list[list[str]]) -> None:
    paper.turn(PORTRAIT if len(heads) <= _FEW else LANDSCAPE)
    with paper.section():
        paper.heading(2, _plain(title), is_listed=False)
        shares = [_FIRST, *(1.0 for _ in heads[1:])]
        widths = [share / sum(shares) * paper.width for share in shares]
        table = Table(paper, widths, heads, title)
        for row in rows:
            table.add([[_content(text, is_head=not place) for place, text in enumerate(row)]])
        table.close()


def _content(text: str, *, is_head: bool) -> Content:
    shown = _plain(text)
    return Content((Text(shown),) if shown else (), is_head=is_head and bool(shown))


def _plain(text: str) -> str:
    """The text without the marks of the notation: a name is data here, and no note is printed."""
    text = text.removeprefix("- ")
    return text.replace("[^", "[\N{WORD JOINER}^")
