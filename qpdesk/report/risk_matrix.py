"""The risk matrix on paper: a table whose cells say level, band and how many risks.

So nobody needs to see its colours. Below it the risks without a square, and those that have moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from qpdesk.domain.matrix import Cell, Matrix, matrix
from qpdesk.domain.nodes import title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.rules import scale_of
from qpdesk.report.cells import band_name, level_badge
from qpdesk.report.looks import LANDSCAPE
from qpdesk.report.passages import Content, Text
from qpdesk.report.sheet import Sheet
from qpdesk.report.words import Words

_FIRST = 1.4  # times as wide as the others


@dataclass(frozen=True, slots=True)
class MatrixWords:
    """What stands in the matrix beside the names of the scale."""

    title: str = "Riskmatris"
    corner: str = "Sannolikhet och konsekvens"
    one: str = "1 risk"
    many: str = "{count} risker"
    beside: str = "Risker med bara risknivå, utan sannolikhet och konsekvens: {count}."
    unjudged: str = "Risker utan bedömning: {count}."
    outside: str = "Risker vars bedömning inte passar skalan: {count}."
    moved: str = "Flyttade sedan förra året"
    way: str = "{title}: från sannolikhet {}, konsekvens {} till sannolikhet {}, konsekvens {}"


SWEDISH_MATRIX = MatrixWords()


def write_matrix(sheet: Sheet, register: Register, plan: NodeId, level: int, words: Words) -> None:
    """The matrix of a plan under a heading of this level; nothing while no risk has a square."""
    found = matrix(register, [plan], scale_of(register, plan))
    if not any(cell.ids for cell in found.cells):
        return
    own = SWEDISH_MATRIX
    sheet.turn(LANDSCAPE)
    with sheet.section():
        sheet.heading(level, own.title)
        _table(sheet, found, words)
        for line in _lines(register, found):
            sheet.text(line)


def _table(sheet: Sheet, found: Matrix, words: Words) -> None:
    names = found.scale.consequences
    heads = [SWEDISH_MATRIX.corner, *(f"{n} {name}" for n, name in enumerate(names, 1))]
    whole = _FIRST + len(names)
    shares = [_FIRST / whole, *(1 / whole for _ in names)]
    table = sheet.table(shares, heads, SWEDISH_MATRIX.title)
    width = len(names)
    for start in range(0, len(found.cells), width):
        cells = found.cells[start : start + width]
        step = cells[0].likelihood
        head = Text(f"{step} {found.scale.likelihoods[step - 1]}")
        row = [Content((head,), is_head=True), *(_content(cell, found, words) for cell in cells)]
        table.add([row])
    table.close()


def _content(cell: Cell, found: Matrix, words: Words) -> Content:
    scale = found.scale
    name = f"{cell.level} {band_name(cell.level, scale, words)}"
    badge = level_badge(cell.level, scale, name)
    count = len(cell.ids)
    if not count:
        return Content((badge,))
    said = SWEDISH_MATRIX.one if count == 1 else SWEDISH_MATRIX.many.format(count=count)
    return Content((badge, Text(said)))


def _lines(register: Register, found: Matrix) -> Iterator[str]:
    """What the grid cannot show, in the domain's notation."""
    own = SWEDISH_MATRIX
    for words, ids in (
        (own.beside, found.beside),
        (own.unjudged, found.unjudged),
        (own.outside, found.outside),
    ):
        if ids:
            yield words.format(count=len(ids))
    if found.arrows:
        ways = [
            own.way.format(*arrow.start, *arrow.end, title=title_of(register[arrow.id]))
            for arrow in found.arrows
        ]
        yield "\n".join([f"{own.moved}:", *(f"- {way}" for way in ways)])
