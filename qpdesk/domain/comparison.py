"""What an edit would change, item by item: to be looked at before going back to a version."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qpdesk.domain.changes import Added, Edit, Moved, Removed, Replaced
from qpdesk.domain.nodes import Node, kind_of
from qpdesk.domain.record import FIELDS, Scalar, scalar


class Way(StrEnum):
    """What becomes of an item."""

    COMES = "comes"
    GOES = "goes"
    MOVES = "moves"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the comparison."""

    way: Way
    node: Node
    """The item: as it will be, or as it was when it goes."""
    field: str = ""
    before: Scalar = None
    after: Scalar = None


def compared(edit: Edit) -> Iterator[Difference]:
    """The lines that say what an edit does, in its order; a changed item has one for each field."""
    for change in edit.changes:
        match change:
            case Added(node):
                yield Difference(Way.COMES, node)
            case Removed(node):
                yield Difference(Way.GOES, node)
            case Moved(_, after):
                yield Difference(Way.MOVES, after)
            case Replaced(before, after):
                yield from _fields(before, after)


def _fields(before: Node, after: Node) -> Iterator[Difference]:
    for name in FIELDS[kind_of(after)]:
        was, now = scalar(getattr(before, name)), scalar(getattr(after, name))
        if was != now:
            yield Difference(Way.CHANGES, after, name, was, now)
