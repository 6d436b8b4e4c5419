"""What a tree shows of a plan, in lists by small numbers, since Qt keeps no Python object alive."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register

ROOT = 0
"""The number of the invisible row above all; no item has it."""


class Mirror:
    """The rows that are shown of one plan: whole, or narrowed to ``kept``.

    A number means the same row as long as the row is shown, and is not used again.
    """

    def __init__(self, register: Register, tops: tuple[Kind, ...]) -> None:
        self._register = register
        self._tops = tops
        self.plan: NodeId | None = None
        self.kept: frozenset[NodeId] | None = None
        self.order: Callable[[Iterable[Node]], Iterable[Node]] | None = None
        """How siblings are put in order; None as they stand in the plan."""
        self.numbers: dict[NodeId, int] = {}
        self.nodes: list[Node] = []
        self.parents: list[int] = []
        self.children: list[list[int]] = []
        self.show(None, None)

    def show(self, plan: NodeId | None, kept: frozenset[NodeId] | None) -> None:
        """Begin anew with a plan (None: nothing)."""
        self.plan = plan if plan is not None and plan in self._register else None
        self.kept = kept
        self.numbers = {}
        self.nodes = [None]  # type: ignore[list-item]  # the root is no item
        self.parents = [ROOT]
        self.children = [[]]
        if self.plan is not None:
            self.fill(ROOT, self._register.children(self.plan, *self._tops))

    def fill(self, parent: int, nodes: Iterable[Node]) -> None:
        """Enter items last under a row, with all below them, as far as they are kept."""
        stack = [(parent, nodes)]
        kept, order, below, children = self.kept, self.order, self._register.children, self.children
        while stack:
            above, siblings = stack.pop()
            if order is not None:
                siblings = order(siblings)
            if kept is not None:
                siblings = [node for node in siblings if node.id in kept]
            first = len(self.nodes)
            self.nodes += siblings
            numbers = range(first, len(self.nodes))
            self.parents += [above] * len(numbers)
            children += [[] for _ in numbers]
            children[above] += numbers
            for number in numbers:
                node_id = self.nodes[number].id
                self.numbers[node_id] = number
                if found := below(node_id):
                    stack.append((number, found))

    def insert(self, node: Node, parent: int, row: int) -> None:
        """Enter an item at a row, with all below it."""
        number = self._enter(node, parent)
        self.children[parent].insert(row, number)
        self.fill(number, self._register.children(node.id))

    def remove(self, parent: int, row: int) -> list[int]:
        """Strike a row and all below it; their numbers."""
        gone = [self.children[parent].pop(row)]
        for number in gone:
            gone.extend(self.children[number])
            del self.numbers[self.nodes[number].id]
        return gone

    def move(self, number: int, parent: int, row: int) -> None:
        """Put a row under another, at a place counted without the row itself."""
        self.children[self.parents[number]].remove(number)
        self.children[parent].insert(row, number)
        self.parents[number] = parent

    def row(self, number: int) -> int:
        """Where a row stands among its siblings."""
        return self.children[self.parents[number]].index(number)

    def branches(self, is_open: Callable[[int], bool] = lambda _: True) -> list[int]:
        """The numbers of all rows that have rows below them, each before those below it.

        What is not ``is_open`` is left out, with all below it.
        """
        found = []
        stack = [ROOT]
        while stack:
            number = stack.pop()
            below = self.children[number]
            if below and (number == ROOT or is_open(number)):
                found.append(number)
                stack.extend(child for child in reversed(below) if self.children[child])
        return found

    def runs(self, node_ids: Iterable[NodeId]) -> Iterator[tuple[int, int, int]]:
        """Parent, first and last row of each run that the shown ones of these items make."""
        numbers = {self.numbers.get(node_id, ROOT) for node_id in node_ids} - {ROOT}
        above: Iterable[int] = {self.parents[number] for number in numbers}
        if len(numbers) > 1:  # painting a row, Qt looks through the runs until it finds its own
            above = [number for number in self.branches() if number in above]
        for parent in above:
            rows = [row for row, number in enumerate(self.children[parent]) if number in numbers]
            for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
                found = [row for _, row in run]
                yield parent, found[0], found[-1]

    def parent_for(self, node: Node, place: Place) -> int | None:
        """The number of the row under which an item is shown at a place, if it is."""
        if place.parent == self.plan:
            return ROOT if kind_of(node) in self._tops else None
        return None if place.parent is None else self.numbers.get(place.parent)

    def row_for(self, parent: int, node: Node, place: Place) -> int:
        """Where among the shown siblings an item belongs, itself not counted."""
        itself = self.numbers.get(node.id)
        others = self.children[parent]
        if itself is not None and self.parents[itself] == parent:
            others = [number for number in others if number != itself]
        if self.order is None:
            return bisect_left(others, (place.key, node.id), key=self._slot)
        # Sorted otherwise it comes after the one that it follows in the plan, until sorted anew.
        earlier = [number for number in others if self._slot(number) < (place.key, node.id)]
        return others.index(max(earlier, key=self._slot)) + 1 if earlier else 0

    def _enter(self, node: Node, parent: int) -> int:
        number = len(self.nodes)
        self.numbers[node.id] = number
        self.nodes.append(node)
        self.parents.append(parent)
        self.children.append([])
        return number

    def _slot(self, number: int) -> tuple[str, NodeId]:
        node = self.nodes[number]
        return node.place.key, node.id
