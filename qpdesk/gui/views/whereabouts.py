"""Where one is in a tree: current row, selection, closed branches, kept while rows come and go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex

from qpdesk.gui.views.choice_tree import ChoiceTree

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId

_Flag = QItemSelectionModel.SelectionFlag


class Whereabouts:
    """Asked before a tree is filled anew, and told after it."""

    def __init__(self, tree: ChoiceTree) -> None:
        self._tree = tree
        self._current: NodeId | None = None
        self._chosen: list[NodeId] = []
        self._closed: set[NodeId] = set()
        self._stand_in: NodeId | None = None
        self._is_away = False
        tree.collapsed.connect(self._note_closed)
        tree.expanded.connect(self._note_opened)

    def _note_closed(self, index: QModelIndex) -> None:
        node = self._tree.plan_model.node(index)
        if node is not None and self._tree.plan_model.kept is None:
            self._closed.add(node.id)

    def _note_opened(self, index: QModelIndex) -> None:
        node = self._tree.plan_model.node(index)
        if node is not None and self._tree.plan_model.kept is None:
            self._closed.discard(node.id)

    def note(self) -> None:
        """Take note of where one is.

        If the row one was at is out of sight since the last time, and one has not gone elsewhere
        by oneself, that row is still where one is.
        """
        tree = self._tree
        current = tree.current_id()
        if not self._is_away or current != self._stand_in:
            self._current, self._chosen = current, tree.selected_ids()

    @property
    def has_closed(self) -> bool:
        """Whether the user had closed branches when all was in sight."""
        return bool(self._closed)

    def restore(self) -> None:
        """Go there again, or to the first row while it is out of sight."""
        tree, model = self._tree, self._tree.plan_model
        if model.kept is None:  # what a search finds is never in a closed branch
            for node_id in tuple(self._closed):
                if (closed := model.index_of(node_id)).isValid():
                    tree.collapse(closed)
        index = model.index_of(self._current)
        self._is_away = not index.isValid()
        if self._is_away:
            index = model.index(0, 0)
        node = model.node(index)
        self._stand_in = None if node is None else node.id
        tree.select_ids(self._chosen)
        tree.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        if not tree.selectionModel().hasSelection():
            tree.selectionModel().select(index, _Flag.ClearAndSelect | _Flag.Rows)
        tree.scrollTo(index)

    def forget(self) -> None:
        """Another plan is shown."""
        self._current, self._chosen, self._closed = None, [], set()
        self._stand_in, self._is_away = None, False
