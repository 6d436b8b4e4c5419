"""What a change of the plan does to the rows that are shown: one comes, goes or moves, or none."""

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.nodes import Node
from qpdesk.gui.models.mirror import Mirror
from qpdesk.values import dataclass


@dataclass(frozen=True, slots=True)
class Coming:
    """A row that will stand at a place."""

    parent: int
    row: int


@dataclass(frozen=True, slots=True)
class Going:
    """A row that stands at a place."""

    parent: int
    row: int


@dataclass(frozen=True, slots=True)
class Shifting:
    """A row that leaves a place for another, which is counted without the row itself."""

    source: int
    row: int
    parent: int
    new_row: int

    @property
    def before(self) -> int:
        """The row it will stand before, as the rows are counted before the move."""
        down = self.source == self.parent and self.new_row > self.row
        return self.new_row + 1 if down else self.new_row


Step = Coming | Going | Shifting


def step_of(mirror: Mirror, change: Change) -> Step | None:
    """What will happen to the shown rows when a change is made."""
    match change:
        case Added(node):
            return _coming(mirror, node)
        case Removed(node):
            return _going(mirror, node)
        case Moved(before, after):
            return _moving(mirror, before, after)
        case Replaced():
            return None


def _coming(mirror: Mirror, node: Node) -> Coming | None:
    parent = mirror.parent_for(node, node.place)
    return None if parent is None else Coming(parent, mirror.row_for(parent, node, node.place))


def _going(mirror: Mirror, node: Node) -> Going | None:
    number = mirror.numbers.get(node.id)
    return None if number is None else Going(mirror.parents[number], mirror.row(number))


def _moving(mirror: Mirror, before: Node, after: Node) -> Step | None:
    number = mirror.numbers.get(before.id)
    target = mirror.parent_for(after, after.place)
    if number is None:
        return _coming(mirror, after)
    if target is None:
        return _going(mirror, before)
    source, row = mirror.parents[number], mirror.row(number)
    new_row = mirror.row_for(target, after, after.place)
    if (source, row) == (target, new_row):
        return None  # among the rows that are shown, nothing moves
    return Shifting(source, row, target, new_row)
