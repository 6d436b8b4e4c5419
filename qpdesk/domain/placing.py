"""Where moved and new items go: the arithmetic of parents, neighbours and sort keys."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from qpdesk.domain.errors import NowhereToMove
from qpdesk.domain.nodes import Kind, Node, kind_of, may_stand_under
from qpdesk.domain.order import NodeId, Place, key_between
from qpdesk.domain.register import Register

Target = tuple[NodeId | None, NodeId | None]
"""A parent, and the sibling before which to stand (None: last)."""


def heads(register: Register, node_ids: Iterable[NodeId]) -> list[Node]:
    """The items that have no other of the items above them, in the order they stand."""
    chosen = {node_id for node_id in node_ids if node_id in register}
    tops = [
        register[node_id]
        for node_id in chosen
        if not any(above.id in chosen for above in register.ancestors(node_id))
    ]
    return sorted(tops, key=lambda node: _path(register, node))


def key_after(register: Register, parent: NodeId | None, after: NodeId | None) -> str:
    """A key right after the sibling ``after``, or after all of them when it is None."""
    siblings = register.children(parent)
    if after is None:
        return key_between(siblings[-1].place.key if siblings else "", "")
    key = register[after].place.key
    later = (node.place.key for node in siblings if node.place.key > key)
    return key_between(key, next(later, ""))


def places_before(
    register: Register, parent: NodeId | None, before: NodeId | None, moving: Sequence[Node]
) -> list[tuple[Node, Place]]:
    """Where each item goes so that all stand together before the sibling ``before``.

    Siblings that share a key with the one in front of them leave no room there: then they get new
    keys too. Nothing when the items already stand so.
    """
    moved = {node.id for node in moving}
    if before in moved:
        before = _first_staying(register, parent, before, moved)
    siblings = register.children(parent)
    staying = [node for node in siblings if node.id not in moved]
    row = len(staying) if before is None else [node.id for node in staying].index(before)
    if [*staying[:row], *moving, *staying[row:]] == list(siblings):
        return []
    low = staying[row - 1].place.key if row else ""
    twins = list(takewhile(lambda node: node.place.key == low, staying[row:]))
    high = staying[row + len(twins)].place.key if row + len(twins) < len(staying) else ""
    places = []
    for node in (*moving, *twins):
        low = key_between(low, high)
        places.append((node, Place(parent, low)))
    return places


def above(register: Register, node_ids: Iterable[NodeId]) -> Target:
    """One step earlier among the siblings of the same kinds of place."""
    parent, rows, siblings = _together(register, node_ids)
    if not rows or rows[0] == 0:
        raise NowhereToMove
    return parent, siblings[rows[0] - 1].id


def below(register: Register, node_ids: Iterable[NodeId]) -> Target:
    """One step later among the siblings."""
    parent, rows, siblings = _together(register, node_ids)
    if not rows or rows[-1] == len(siblings) - 1:
        raise NowhereToMove
    return parent, siblings[rows[-1] + 2].id if rows[-1] + 2 < len(siblings) else None


def outside(register: Register, node_ids: Iterable[NodeId]) -> Target:
    """Right after the parent, or the nearest ancestor after which the items may stand."""
    tops = heads(register, node_ids)
    if not tops:
        raise NowhereToMove
    for level in register.ancestors(tops[0].id):
        parent = level.place.parent
        above = None if parent is None else kind_of(register[parent])
        if all(may_stand_under(kind_of(node), above) for node in tops):
            siblings = register.children(parent)
            row = register.row(level.id) + 1
            return parent, siblings[row].id if row < len(siblings) else None
    raise NowhereToMove


def inside(register: Register, node_ids: Iterable[NodeId]) -> Target:
    """Last under the nearest earlier sibling that may have the items."""
    _, rows, siblings = _together(register, node_ids)
    kinds = {kind_of(siblings[row]) for row in rows}
    for candidate in reversed(siblings[: rows[0]] if rows else []):
        if all(may_stand_under(kind, kind_of(candidate)) for kind in kinds):
            return candidate.id, None
    raise NowhereToMove


def _together(
    register: Register, node_ids: Iterable[NodeId]
) -> tuple[NodeId | None, list[int], list[Node]]:
    """The common parent of the items, their rows, and its children that are seen in one list.

    Areas, chapters, indicators and notes hang under the same plan but are shown apart, so a step
    among siblings is a step among those of the same list.
    """
    tops = heads(register, node_ids)
    parents = {node.place.parent for node in tops}
    if len(parents) != 1:
        raise NowhereToMove
    (parent,) = parents
    kinds = _listed_with(kind_of(tops[0]))
    siblings = list(register.children(parent, *kinds))
    rows = [row for row, node in enumerate(siblings) if node in tops]
    if len(rows) != len(tops):
        raise NowhereToMove
    return parent, rows, siblings


def _listed_with(kind: Kind) -> tuple[Kind, ...]:
    together = (Kind.RISK, Kind.CONTROL, Kind.MEASURE)
    return together if kind in together else (kind,)


def _first_staying(
    register: Register, parent: NodeId | None, before: NodeId, moved: set[NodeId]
) -> NodeId | None:
    siblings = [node.id for node in register.children(parent)]
    later = siblings[siblings.index(before) :]
    return next((node_id for node_id in later if node_id not in moved), None)


def _path(register: Register, node: Node) -> list[tuple[str, NodeId]]:
    line = [node, *register.ancestors(node.id)]
    return [(item.place.key, item.id) for item in reversed(line)]
