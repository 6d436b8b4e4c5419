"""A förvaltning's whole register in memory: the tree that windows show and reports print."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Self

from qpdesk.domain.changes import Added, Change, Edit, Moved, Removed, Replaced
from qpdesk.domain.errors import StaleEdit
from qpdesk.domain.nodes import TYPES, Kind, Node, kind_of, may_stand_under
from qpdesk.domain.order import NodeId, Place

_Slot = tuple[str, NodeId]

_ABOVE = {
    TYPES[kind]: frozenset(
        TYPES[parent] if parent else type(None)
        for parent in (None, *Kind)
        if may_stand_under(kind, parent)
    )
    for kind in Kind
}
"""May-stand-under by types: a register of ten thousand items asks it of each."""


class Register:
    """The items by id, and their order under each parent.

    Args:
        nodes: Items in any order, as a store or an import has them.

    Raises:
        StaleEdit: An item's parent is missing or of a wrong kind, or an id comes twice. (Kinds are
            levels, so parents cannot go in a circle.)
    """

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes: dict[NodeId, Node] = {}
        self._slots: dict[NodeId | None, list[_Slot]] = {}
        early = self._enter(nodes)
        for node in early:
            if self._is_lost(node):
                raise StaleEdit(node.id)
        for slots in self._slots.values():
            if len(slots) > 1:
                slots.sort()

    def _enter(self, nodes: Iterable[Node]) -> list[Node]:
        """Enter items, and return those whose parents were not there yet.

        Each is touched once and nothing is called: a hundred thousand are waited for here.
        """
        by_id, slots = self._nodes, self._slots
        early = []
        for node in nodes:
            node_id, place = node.id, node.place
            parent = place.parent
            if node_id in by_id:
                raise StaleEdit(node_id)
            by_id[node_id] = node
            if parent not in by_id or type(by_id[parent]) not in _ABOVE[type(node)]:
                early.append(node)
            if parent in slots:
                slots[parent].append((place.key, node_id))
            else:
                slots[parent] = [(place.key, node_id)]
        return early

    def _is_lost(self, node: Node) -> bool:
        """Whether an item's parent is missing or of a wrong kind."""
        parent = node.place.parent
        above = None if parent is None else self._nodes.get(parent)
        return type(above) not in _ABOVE[type(node)] or (above is None and parent is not None)

    def __getitem__(self, node_id: NodeId) -> Node:
        return self._nodes[node_id]

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._nodes

    def __len__(self) -> int:
        return len(self._nodes)

    def get(self, node_id: NodeId | str) -> Node | None:
        """The item, or None when there is no such item."""
        return self._nodes.get(NodeId(node_id))

    def nodes(self) -> Iterable[Node]:
        """All items, in no order."""
        return self._nodes.values()

    def children(self, parent: NodeId | None = None, *kinds: Kind) -> tuple[Node, ...]:
        """The items right under ``parent`` (None: the plans) in order; of ``kinds`` if given."""
        under = self._under(parent)
        if not under:
            return ()
        nodes = [self._nodes[node_id] for _, node_id in under]
        return tuple([node for node in nodes if kind_of(node) in kinds] if kinds else nodes)

    def count(self, parent: NodeId | None = None) -> int:
        """How many items stand right under ``parent``."""
        return len(self._under(parent))

    def row(self, node_id: NodeId) -> int:
        """Where an item stands among its siblings, from 0."""
        node = self._nodes[node_id]
        return bisect_left(self._slots[node.place.parent], _slot(node))

    def row_for(self, node_id: NodeId, place: Place) -> int:
        """Where an item would stand if it were put at ``place``, the item itself not counted."""
        slots = self._under(place.parent)
        row = bisect_left(slots, (place.key, node_id))
        node = self._nodes.get(node_id)
        same = node is not None and node.place.parent == place.parent
        return row - 1 if same and node is not None and _slot(node) < (place.key, node_id) else row

    def walk(self, parent: NodeId | None = None) -> Iterator[Node]:
        """Every item below ``parent``, each before its children."""
        nodes, slots = self._nodes, self._slots
        todo = [node_id for _, node_id in reversed(self._under(parent))]
        while todo:
            node_id = todo.pop()
            yield nodes[node_id]
            if below := slots.get(node_id):
                todo += [node_id for _, node_id in reversed(below)]

    def ancestors(self, node_id: NodeId) -> Iterator[Node]:
        """The items above, the nearest first."""
        parent = self._nodes[node_id].place.parent
        while parent is not None:
            yield self._nodes[parent]
            parent = self._nodes[parent].place.parent

    def plan_of(self, node_id: NodeId) -> NodeId:
        """The id of the plan that the item belongs to (its own for a plan)."""
        node = self._nodes[node_id]
        while node.place.parent is not None:
            node = self._nodes[node.place.parent]
        return node.id

    def snapshot(self) -> Self:
        """A copy that a worker thread may read; the items themselves never change."""
        copy = type(self)()
        copy._nodes = self._nodes.copy()  # noqa: SLF001 - the same class
        slots = {parent: slots.copy() for parent, slots in self._slots.items()}
        copy._slots = slots  # noqa: SLF001 - the same class
        return copy

    def rehearse(self, edit: Edit) -> None:
        """See whether every change of the edit could be made, in order; change nothing.

        Raises:
            StaleEdit: One could not.
        """
        new = {made.after.id: made for made in edit.changes if isinstance(made, Replaced)}
        if len(new) == len(edit.changes):  # what most edits are: nothing depends on another
            for made in new.values():
                self._expect_same(made.before, made.after)
            return
        done: list[Change] = []
        try:
            for change in edit.changes:
                self.apply(change)
                done.append(change)
        finally:
            for change in Edit(edit.deed, tuple(done)).inverse().changes:
                self.apply(change)

    def apply(self, change: Change) -> None:
        """Make one change.

        Raises:
            StaleEdit: The register is not as the change expects; nothing is changed.
        """
        match change:
            case Added(node):
                self._add(node)
            case Removed(node):
                self._remove(node)
            case Replaced(before, after):
                self._expect_same(before, after)
                self._nodes[after.id] = after
            case Moved(before, after):
                self._move(before, after)

    def _add(self, node: Node) -> None:
        if node.id in self._nodes:
            raise StaleEdit(node.id)
        self._expect_parent(node, node.place)
        self._nodes[node.id] = node
        insort(self._slots.setdefault(node.place.parent, []), _slot(node))

    def _remove(self, node: Node) -> None:
        self._expect(node)
        if self._slots.get(node.id):
            raise StaleEdit(node.id)
        self._take_out(node)
        self._slots.pop(node.id, None)
        del self._nodes[node.id]

    def _move(self, before: Node, after: Node) -> None:
        self._expect(before)
        self._expect_parent(before, after.place)
        if replace(before, place=after.place) != after:
            raise StaleEdit(before.id)
        self._take_out(before)
        self._nodes[after.id] = after
        insort(self._slots.setdefault(after.place.parent, []), _slot(after))

    def _under(self, parent: NodeId | None) -> Sequence[_Slot]:
        if parent is not None and parent not in self._slots:
            self._nodes[parent]  # nobody asks for what is below an item that is not there
            return ()
        return self._slots.get(parent, ())

    def _take_out(self, node: Node) -> None:
        slots = self._slots[node.place.parent]
        del slots[bisect_left(slots, _slot(node))]

    def _expect(self, node: Node) -> None:
        found = self._nodes.get(node.id)
        if found is not node and found != node:
            raise StaleEdit(node.id)

    def _expect_same(self, before: Node, after: Node) -> None:
        """That an item is as expected, and is to have nothing new but values."""
        self._expect(before)
        if (type(before), before.id, before.place) != (type(after), after.id, after.place):
            raise StaleEdit(before.id)

    def _expect_parent(self, node: Node, place: Place) -> None:
        parent = None if place.parent is None else self._nodes.get(place.parent)
        if (parent is None) != (place.parent is None):
            raise StaleEdit(node.id)
        if not may_stand_under(kind_of(node), None if parent is None else kind_of(parent)):
            raise StaleEdit(node.id)


def _slot(node: Node) -> _Slot:
    return node.place.key, node.id
