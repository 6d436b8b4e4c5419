"""Which items stand side by side in an area's table, and how far each reaches down.

A risk reaches down over all that is under it. A control with measures of its own reaches down over
them. Childless controls and measures straight under the same risk stand side by side, in pairs, as
the printed plans have them. Their order is kept, but for those pairs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from qpdesk.domain.nodes import Area, Control, Kind, Measure, Node, Risk
from qpdesk.domain.register import Register


@dataclass(frozen=True, slots=True)
class Pair:
    """A control and a measure in one row; ``reaches`` is the control's rows, 0 from above."""

    control: Control | None = None
    measure: Measure | None = None
    reaches: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """A risk (None: what is under none) with its rows."""

    risk: Risk | None
    pairs: tuple[Pair, ...]


def groups(register: Register, area: Area) -> Iterator[Group]:
    """The groups of an area's table, in order; none for an empty area."""
    for node in register.children(area.id, Kind.RISK, Kind.CONTROL, Kind.MEASURE):
        match node:
            case Risk():
                below = register.children(node.id, Kind.CONTROL, Kind.MEASURE)
                yield Group(node, tuple(_pairs(register, below)) or (Pair(),))
            case _:
                yield Group(None, tuple(_pairs(register, [node])))


def _pairs(register: Register, nodes: Iterable[Node]) -> Iterator[Pair]:
    alone: list[Control] = []
    direct: list[Measure] = []
    for node in nodes:
        match node:
            case Measure():
                direct.append(node)
            case Control():
                own = _measures(register, node)
                if not own:
                    alone.append(node)
                    continue
                yield from _side_by_side(alone, direct)
                alone, direct = [], []
                yield Pair(node, own[0], len(own))
                yield from (Pair(None, measure, 0) for measure in own[1:])
            case _:
                pass
    yield from _side_by_side(alone, direct)


def _measures(register: Register, control: Control) -> list[Measure]:
    below = register.children(control.id, Kind.MEASURE)
    return [node for node in below if isinstance(node, Measure)]


def _side_by_side(controls: list[Control], measures: list[Measure]) -> Iterator[Pair]:
    """In pairs; the last control's cell reaches down over the measures that are left.

    A measure's cell does not: that a control has no measure beside it is worth seeing.
    """
    rows, last = max(len(controls), len(measures)), max(len(controls) - 1, 0)
    for row, (control, measure) in enumerate(zip_longest(controls, measures)):
        yield Pair(control, measure, 1 if row < last else rows - row if row == last else 0)
