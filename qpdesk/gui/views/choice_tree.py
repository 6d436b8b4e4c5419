"""A tree in which items are chosen by their ids, and branches are opened quickly."""

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPoint,
    QSignalBlocker,
)
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QTreeView, QWidget
from typing_extensions import override

from qpdesk.domain.order import NodeId
from qpdesk.gui.models.plan_model import PlanModel

_Flag = QItemSelectionModel.SelectionFlag
_MANY = 100  # ranges of selected rows, above which the whole tree is painted anew


class ChoiceTree(QTreeView):
    """Rows are looked at range by range: Qt's own ways take square time for ten thousand."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_viewport()
        self.plan_model = model
        self.setModel(model)
        self._chosen: frozenset[int] | None = None  # the rows, when they must be counted anew: None
        self._is_mixed = False  # whether the chosen ranges are in another order than one reads
        model.modelReset.connect(self._open_anew)
        model.modelReset.connect(self._forget_chosen)

    def _make_viewport(self) -> None:
        """As Qt makes it. Of one that Qt has made, Python must first find out which it is of all.

        At that it gets to know every kind of widget, and the window waits.
        """
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chosen is None:
            self._chosen = self._chosen_rows()
        with self.plan_model.painted(self._chosen):
            super().paintEvent(event)

    def _forget_chosen(self) -> None:
        self._chosen = None

    def _chosen_rows(self) -> frozenset[int]:
        spans = list(self.selectionModel().selection())  # type: ignore[call-overload]  # iterates
        rows = (self.plan_model.rows_in(span.parent(), span.top(), span.bottom()) for span in spans)
        return frozenset(chain.from_iterable(rows))

    def _parents_in_sight(self) -> set[int]:
        """The numbers of the rows under which the rows in sight stand."""
        found = set()
        index, bottom = self.indexAt(QPoint(0, 0)), self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < bottom:
            found.add(index.parent().internalId())
            index = self.indexBelow(index)
        return found

    def _open_anew(self) -> None:
        """Open everything that is shown from now on: nobody has opened or closed any of it."""
        with QSignalBlocker(self):
            self.expandAll()

    def expand_below(self, node_ids: Iterable[NodeId]) -> None:
        """Open these items and everything below them."""
        todo = [self.plan_model.index_of(node_id) for node_id in node_ids]
        for index in todo:
            rows = self.plan_model.rowCount(index)
            if index.isValid() and rows:
                self.setExpanded(index, True)
                todo += [self.plan_model.index(row, 0, index) for row in range(rows)]

    def selected_ids(self) -> list[NodeId]:
        """The selected items, the current one first if it is among them.

        Read range by range: asking for the selected rows one by one takes a hundred times longer.
        """
        found: dict[NodeId, None] = {}
        current = self.plan_model.node(self.currentIndex())
        if current is not None and self.selectionModel().isSelected(self.currentIndex()):
            found[current.id] = None
        spans = list(self.selectionModel().selection())  # type: ignore[call-overload]  # iterates
        for span in self.plan_model.as_read(spans) if self._is_mixed else spans:
            ids = self.plan_model.child_ids(span.parent(), span.top(), span.bottom())
            found.update(dict.fromkeys(ids))
        return list(found)

    def count_selected(self) -> int:
        """How many rows are selected."""
        spans = list(self.selectionModel().selection())  # type: ignore[call-overload]  # iterates
        return sum(span.height() for span in spans)

    def current_id(self) -> NodeId | None:
        """The item that has the focus."""
        node = self.plan_model.node(self.currentIndex())
        return None if node is None else node.id

    def go_to(self, node_id: NodeId) -> None:
        """Make an item the current and only selected one, and bring it into sight."""
        index = self.plan_model.index_of(node_id)
        if index.isValid():
            flags = _Flag.ClearAndSelect | _Flag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def go_to_first(self) -> None:
        """Make the first row the current and only selected one, whatever keys are held down."""
        flags = _Flag.ClearAndSelect | _Flag.Rows
        self.selectionModel().setCurrentIndex(self.plan_model.index(0, 0), flags)

    def select_ids(self, node_ids: list[NodeId]) -> None:
        """Select these items, as far as they are shown; the first becomes the current one."""
        selection = QItemSelection()
        for first, last in self.plan_model.spans_of(node_ids):
            selection.append(QItemSelectionRange(first, last))
        current = self.plan_model.index_of(node_ids[0] if node_ids else None)
        if current.isValid():
            self.selectionModel().setCurrentIndex(current, _Flag.NoUpdate)
        self.selectionModel().select(selection, _Flag.ClearAndSelect)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._forget_chosen()
        self._is_mixed = False
        # Qt would look up where each range stands, to paint no more than that.
        if selected.count() + deselected.count() > _MANY:
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)

    @override
    def selectAll(self) -> None:
        """Select every open row: one range for each parent. Qt's own takes square time.

        To paint a row, Qt looks through the ranges until it finds its own: what is in sight comes
        first.
        """
        selection = QItemSelection()
        last = self.plan_model.columnCount() - 1
        near = self._parents_in_sight()
        branches = self.plan_model.branches(self.isExpanded)
        for parent, count in sorted(branches, key=lambda each: each[0].internalId() not in near):
            first = self.plan_model.index(0, 0, parent)
            selection.append(
                QItemSelectionRange(first, self.plan_model.index(count - 1, last, parent))
            )
        self.selectionModel().select(selection, _Flag.ClearAndSelect)
        self._is_mixed = True
