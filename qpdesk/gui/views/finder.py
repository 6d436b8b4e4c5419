"""Finds in a plan: words are indexed when first looked for, and kept up from then on."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qpdesk.domain.nodes import Control, Kind, Measure, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.text import sorting_key
from qpdesk.gui.editor import Editor

if TYPE_CHECKING:
    from qpdesk.domain.search import Index, Search  # loaded when somebody looks for something


class Finder(QObject):
    """Knows what is kept in sight by the last search."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._index: Index | None = None
        self.kept: frozenset[NodeId] | None = None
        """The hits and what stands above them; None when everything is in sight."""
        self._hits: tuple[NodeId, ...] = ()

    def find(self, search: "Search", plan: NodeId) -> Counter[Kind]:
        """Look through a plan, and keep what is found; how many hits of each kind."""
        if search.is_empty:
            self.forget()
            return Counter()
        found = self._ready().find(search, plan)
        self.kept = frozenset(found.ids) | found.above
        self._hits = tuple(node_id for node_id in found.ids if node_id != plan)
        register = self._editor.register
        return Counter(kind_of(register[node_id]) for node_id in found.ids if node_id != plan)

    def forget(self) -> None:
        """Keep everything in sight again."""
        self.kept, self._hits = None, ()

    def next_hit(self, current: NodeId | None, *, back: bool = False) -> tuple[NodeId, int] | None:
        """The hit after (or before) an item in reading order, and which it is, from 1.

        Round and round; hits that have been deleted since are passed over. None when there is none.
        """
        register = self._editor.register
        hits = [node_id for node_id in self._hits if node_id in register]
        if not hits:
            return None
        place = hits.index(current) if current in hits else self._place(current, hits, back=back)
        row = (place + (-1 if back else 1)) % len(hits)
        return hits[row], row + 1

    @property
    def count(self) -> int:
        """How many hits there are."""
        return sum(node_id in self._editor.register for node_id in self._hits)

    def _place(self, current: NodeId | None, hits: list[NodeId], *, back: bool) -> int:
        """Where among the hits an item that is none stands: on the one before, going on."""
        if current is None or current not in self._editor.register:
            return len(hits) if back else -1
        plan = self._editor.register.plan_of(current)
        order = {node.id: row for row, node in enumerate(self._editor.register.walk(plan))}
        earlier = sum(order.get(hit, 0) < order.get(current, 0) for hit in hits)
        return earlier if back else earlier - 1

    def responsibles(self, plan: NodeId | None) -> list[str]:
        """Everyone who is responsible for something in a plan, as a Swedish list is sorted."""
        nodes = self._editor.register.walk(plan) if plan is not None else ()
        names = {node.responsible for node in nodes if isinstance(node, Control | Measure)}
        return sorted(names - {""}, key=sorting_key)

    def _ready(self) -> "Index":
        if self._index is None:
            from qpdesk.domain.search import Index  # noqa: PLC0415 - as above

            self._index = Index(self._editor.register)
            self._editor.changed.connect(self._index.changed)
        return self._index
