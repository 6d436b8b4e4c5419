"""A tree whose rows are dragged: a line or a frame shows where they would go."""

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget
from typing_extensions import override

from qpdesk.domain.order import NodeId
from qpdesk.domain.placing import Target
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.views.choice_tree import ChoiceTree
from qpdesk.values import dataclass

_EDGE = 0.3  # of a row's height, at which a drop goes between rows
_MIDDLE = 0.5  # of it: above, the place before the row is the nearer one
_LINE, _KNOB = 2, 4  # pixels
_OPEN_AFTER = 700  # milliseconds of resting on a closed row


@dataclass(frozen=True, slots=True)
class Drop:
    """Where dragged items would go: the place in the plan, and how it is shown."""

    target: Target
    area: QRect
    between: bool
    """Whether they would go between two rows: then the area is a line."""


class Carrier(Protocol):
    """Who knows what is dragged, and what may be dropped where."""

    def pick_up(self) -> QMimeData | None:
        """What is dragged from here; None when there is nothing to drag."""

    def refusal(self, data: QMimeData, drop: Drop, *, copies: bool) -> str:
        """Why this cannot be dropped there, in words; "" when it can."""

    def put_down(self, data: QMimeData, drop: Drop, *, copies: bool) -> None:
        """Do it."""

    def refused(self, words: str) -> None:
        """Say why not."""


class DragTree(ChoiceTree):
    """Everything that a drag needs is also on keys and in the menu (WCAG 2.5.7)."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.carrier: Carrier | None = None
        self._drop: Drop | None = None
        self._words = ""
        self._mark = _Mark(self.viewport())
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(_OPEN_AFTER)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        data = self.carrier.pick_up() if self.carrier is not None else None
        if data is None:
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        self._words = ""
        done = drag.exec(
            Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
        )
        self._forget()
        if done is Qt.DropAction.IgnoreAction and self._words and self.carrier is not None:
            self.carrier.refused(self._words)  # once more, now that it was let go of

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.setState(QAbstractItemView.State.DraggingState)
        event.acceptProposedAction()
        self._consider(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges, and opens closed rows
        self._consider(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._forget()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        drop = self._best(event)
        copies = event.dropAction() is Qt.DropAction.CopyAction
        self._forget()
        self.setState(QAbstractItemView.State.NoState)
        if drop is not None and self.carrier is not None:
            event.accept()
            self.carrier.put_down(event.mimeData(), drop, copies=copies)
        else:
            event.ignore()

    def _consider(self, event: QDragMoveEvent) -> None:
        """Show where a drop would go; where nothing can go, say why, once for each place."""
        before, self._drop = self._words, self._best(event)
        self._mark.show_drop(self._drop)
        if self._drop is None:
            event.ignore()
            if self._words and self._words != before and self.carrier is not None:
                self.carrier.refused(self._words)
        else:
            event.acceptProposedAction()

    def _best(self, event: QDropEvent) -> Drop | None:
        """The nearest place that may take what is dragged; else the words of the nearest one."""
        first = ""
        copies = event.dropAction() is Qt.DropAction.CopyAction
        for drop in self._near(event.position().toPoint()):
            words = ""
            if self.carrier is not None:
                words = self.carrier.refusal(event.mimeData(), drop, copies=copies)
            if not words:
                self._words = ""
                return drop
            first = first or words
        self._words = first
        return None

    def _forget(self) -> None:
        self._drop = None
        self._mark.show_drop(None)

    # ------------------------------------------------------------- places

    def _near(self, at: QPoint) -> Iterator[Drop]:
        """The places about a point, the nearest first."""
        index = self.indexAt(at).siblingAtColumn(0)
        if not index.isValid():
            plan = self.plan_model.plan
            if plan is not None:
                yield Drop((plan, None), self.viewport().rect(), between=False)
            return
        row = self._row(index)
        height = (at.y() - row.top()) / max(row.height(), 1)
        inside = Drop((self._id(index), None), row, between=False)
        if height < _EDGE:
            yield self._before(index)
            yield inside
        elif height > 1 - _EDGE:
            yield from (self._first(index), self._after(index), inside)
        else:
            yield inside
            yield self._before(index) if height < _MIDDLE else self._after(index)

    def _before(self, index: QModelIndex) -> Drop:
        row = self._row(index)
        line = QRect(row.left(), row.top(), row.width(), _LINE)
        return Drop((self._id(index.parent()), self._id(index)), line, between=True)

    def _after(self, index: QModelIndex) -> Drop:
        """After a row, which is below everything that is open under it."""
        last = index
        while self.isExpanded(last) and (rows := self.plan_model.rowCount(last)):
            last = self.plan_model.index(rows - 1, 0, last)
        row = self._row(index)
        line = QRect(row.left(), self.visualRect(last).bottom(), row.width(), _LINE)
        following = index.siblingAtRow(index.row() + 1)
        before = self._id(following) if following.isValid() else None
        return Drop((self._id(index.parent()), before), line, between=True)

    def _first(self, index: QModelIndex) -> Drop:
        """Right below a row: first under it if it is open, else after it."""
        if self.isExpanded(index) and self.plan_model.rowCount(index):
            return self._before(self.plan_model.index(0, 0, index))
        return self._after(index)

    def _id(self, index: QModelIndex) -> NodeId | None:
        node = self.plan_model.node(index)
        return self.plan_model.plan if node is None else node.id

    def _row(self, index: QModelIndex) -> QRect:
        """The row from its title's beginning to the end."""
        rect = self.visualRect(index)
        rect.setRight(self.viewport().width() - 1)
        return rect


class _Mark(QWidget):
    """The line or frame; no mouse ever sees it."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._between = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_drop(self, drop: Drop | None) -> None:
        """Show a place; None takes the mark away."""
        self.setVisible(drop is not None)
        if drop is not None:
            self._between = drop.between
            margin = _KNOB if drop.between else 0
            self.setGeometry(drop.area.adjusted(-margin, -margin, 0, margin))
            self.raise_()
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        ink = self.palette().color(QPalette.ColorRole.Text)
        colour = ink if accent.lightness() > 230 else accent  # noqa: PLR2004 - must be seen
        painter.setPen(QPen(colour, _LINE))
        if self._between:
            middle = self.height() // 2
            painter.drawEllipse(QRect(1, middle - 3, 6, 6))
            painter.drawLine(8, middle, self.width(), middle)
        else:
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()
