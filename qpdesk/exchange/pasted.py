"""From a clipboard's table or lines to items: by the column heads, or else a title on each line."""

from collections.abc import Iterable
from dataclasses import dataclass

from qpdesk.domain.branches import Branches
from qpdesk.domain.nodes import Kind
from qpdesk.domain.text import clean
from qpdesk.exchange.clip_text import read_tabbed
from qpdesk.exchange.draft import Draft, planted
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.grids import GridReader, sort_of
from qpdesk.exchange.html_tables import read_tables
from qpdesk.exchange.pages import Cell, Grid, Row

LARGEST = 10_000_000  # characters
MOST_ITEMS = 5_000

_REST = {
    Kind.RISK: "rationale",
    Kind.CONTROL: "purpose",
    Kind.MEASURE: "what_to_do",
    Kind.CHAPTER: "text",
    Kind.INDICATOR: "comment",
}
"""Where the further cells of a line without heads go."""
_BULLETS = ("- ", "• ", "· ", "\uf0b7 ")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a clipboard holds, and what a person should look at.

    ``has_heads`` tells that column heads said what is what; without them every line is an item of
    the kind that was asked for.
    """

    branches: Branches
    findings: tuple[Finding, ...]
    has_heads: bool


def read_pasted(html: str, text: str, kind: Kind) -> Pasted:
    """The items in a clipboard's HTML, if there are tables in it, or else in its text.

    Args:
        html: The clipboard's HTML, "" for none.
        text: Its plain text.
        kind: What a line becomes when no heads say it.

    Raises:
        ImportFailed: There is too much of it, or nothing.
        NotPrintable: It holds control characters.
    """
    if len(html) > LARGEST or len(text) > LARGEST:
        raise ImportFailed(Reason.TOO_LARGE)
    grids, outside = read_tables(html) if "<t" in html.lower() else ([], [])
    if not grids:
        grids, outside = [_grid(read_tabbed(clean(text)))], []
    findings = [Finding(Code.LOOSE_TEXT, Spot(), line) for line in outside]
    plan = Draft(Kind.PLAN, Spot(), {"title": ""})
    has_heads = any(sort_of(grid) for grid in grids)
    tops = _by_heads(plan, grids, findings) if has_heads else _by_lines(grids, kind)
    plan.children = list(tops)
    nodes = planted(plan, findings)[1:]
    if not nodes:
        raise ImportFailed(Reason.NOTHING_FOUND)
    if len(nodes) > MOST_ITEMS:
        raise ImportFailed(Reason.TOO_LARGE)
    return Pasted(Branches(tuple(nodes)), tuple(findings), has_heads)


def _grid(rows: Iterable[list[str]]) -> Grid:
    lines = [
        Row(tuple(Cell(text.strip()) for text in row), Spot(row=number))
        for number, row in enumerate(rows, 1)
    ]
    return Grid(tuple(lines), Spot(), flat=True)


def _by_heads(plan: Draft, grids: Iterable[Grid], findings: list[Finding]) -> list[Draft]:
    """Items by the columns' heads. Rows that name no area or indicator belong where one pastes."""
    reader = GridReader(plan, findings)
    reader.enter_area("", Spot())
    here = reader.add_indicator("", Spot())
    for grid in grids:
        reader.read(grid)
    findings += [Finding(Code.LOOSE_TEXT, spot, title) for spot, title in reader.titles]
    if comment := here.text("comment"):
        findings.append(Finding(Code.NO_OWNER, Spot(), comment))
    tops: list[Draft] = []
    for child in plan.children:
        tops += [child] if child.text("title") else child.children
    return tops


def _by_lines(grids: Iterable[Grid], kind: Kind) -> list[Draft]:
    rows = (row for grid in grids for row in grid.rows)
    return [draft for row in rows if (draft := _line(row, kind)) is not None]


def _line(row: Row, kind: Kind) -> Draft | None:
    texts = [text for cell in row.cells if (text := _unmarked(cell.text))]
    if not texts:
        return None
    rest = _REST.get(kind)
    title = " ".join(texts[:1] if rest else texts)
    if kind is Kind.FOOTNOTE:
        return Draft(kind, row.spot, {"key": str(row.spot.row), "text": title})
    draft = Draft(kind, row.spot, {"title": " ".join(title.split("\n"))})
    if rest:
        draft.append(rest, "\n".join(texts[1:]))
    return draft


def _unmarked(text: str) -> str:
    mark = next((mark for mark in _BULLETS if text.startswith(mark)), "")
    return text.removeprefix(mark).strip()
