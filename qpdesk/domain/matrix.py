"""The risk matrix: which risks stand in which cell, beside the grid, outside it, and since when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qpdesk.domain.conditions import one_name
from qpdesk.domain.last_year import plans_before
from qpdesk.domain.nodes import Kind, Risk, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.scale import Scale

Square = tuple[int, int]
"""A likelihood and a consequence."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One square of the grid: its level, the band that is in (from 0), and the risks there."""

    likelihood: int
    consequence: int
    level: int
    band: int
    ids: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Arrow:
    """A risk that stood in another square the year before."""

    id: NodeId
    before: NodeId
    start: Square
    end: Square


@dataclass(frozen=True, slots=True)
class Matrix:
    """The risks of some plans on a scale. Each risk is in exactly one cell or one of the lists."""

    scale: Scale
    cells: tuple[Cell, ...]
    """Row by row as they are drawn: the highest likelihood first, the lowest consequence first."""
    beside: tuple[NodeId, ...]
    """Risks with a level, but not both factors."""
    unjudged: tuple[NodeId, ...]
    """Risks without a level."""
    outside: tuple[NodeId, ...]
    """Risks whose factors, or level, the scale does not have."""
    arrows: tuple[Arrow, ...]

    def cell(self, likelihood: int, consequence: int) -> Cell:
        """The cell of a square."""
        width = len(self.scale.consequences)
        row = len(self.scale.likelihoods) - likelihood
        return self.cells[row * width + consequence - 1]


def matrix(register: Register, plans: Sequence[NodeId], scale: Scale) -> Matrix:
    """Put the plans' risks on the grid. What is stored is only read."""
    risks = [node for plan in plans for node in register.walk(plan) if isinstance(node, Risk)]
    squares: dict[Square, list[NodeId]] = {}
    beside: list[NodeId] = []
    unjudged: list[NodeId] = []
    outside: list[NodeId] = []
    levels = scale.levels
    for risk in risks:
        match square_of(risk):
            case None if risk.level is None:
                unjudged.append(risk.id)
            case None:
                (beside if risk.level in levels else outside).append(risk.id)
            case square if scale.holds(*square):
                squares.setdefault(square, []).append(risk.id)
            case _:
                outside.append(risk.id)
    return Matrix(
        scale=scale,
        cells=tuple(_cells(scale, squares)),
        beside=tuple(beside),
        unjudged=tuple(unjudged),
        outside=tuple(outside),
        arrows=tuple(arrow for plan in plans for arrow in _arrows(register, plan, scale)),
    )


def square_of(risk: Risk) -> Square | None:
    """Where a risk stands; None while a factor is unknown."""
    if risk.likelihood is None or risk.consequence is None:
        return None
    return risk.likelihood, risk.consequence


def _cells(scale: Scale, squares: dict[Square, list[NodeId]]) -> Iterable[Cell]:
    for likelihood in range(len(scale.likelihoods), 0, -1):
        for consequence in range(1, len(scale.consequences) + 1):
            level = likelihood * consequence
            ids = tuple(squares.get((likelihood, consequence), ()))
            yield Cell(likelihood, consequence, level, scale.band(level), ids)


def _arrows(register: Register, plan: NodeId, scale: Scale) -> Iterable[Arrow]:
    """From the plan of the year before: the risk of the same title in an area of the same name.

    A reworded or moved risk has no arrow, nor have two of one title: a wrong one is worse.
    """
    earlier = [before.id for before in plans_before(register, plan)]
    old = _by_title(register, earlier)
    new = _by_title(register, [plan])
    for name, risks in new.items():
        if len(risks) != 1 or len(old.get(name, ())) != 1:
            continue
        start, end = square_of(old[name][0]), square_of(risks[0])
        if start is None or end is None or start == end:
            continue
        if scale.holds(*start) and scale.holds(*end):
            yield Arrow(risks[0].id, old[name][0].id, start, end)


def _by_title(register: Register, plans: Iterable[NodeId]) -> dict[tuple[str, str], list[Risk]]:
    found: dict[tuple[str, str], list[Risk]] = {}
    for plan in plans:
        for area in register.children(plan, Kind.AREA):
            name = one_name(title_of(area))
            for node in register.children(area.id):
                if isinstance(node, Risk):
                    found.setdefault((name, one_name(node.title)), []).append(node)
    return found
