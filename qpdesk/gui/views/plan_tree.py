"""The tree that a plan is worked in: selecting, and the keys and clicks of a row."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget
from typing_extensions import override

from qpdesk.domain.nodes import Measure
from qpdesk.domain.order import NodeId
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.models.rows import Column
from qpdesk.gui.views.drag_tree import DragTree
from qpdesk.gui.views.row_delegate import RowDelegate
from qpdesk.gui.views.sorting import Sorting
from qpdesk.gui.views.whereabouts import Whereabouts

_Flag = QItemSelectionModel.SelectionFlag
_WIDTHS = {
    Column.LEVEL: 14,
    Column.STATUS: 19,
    Column.DUE: 11,
    Column.RESPONSIBLE: 15,
    Column.FOLLOW_UP: 20,
    Column.TEXT: 48,
    Column.DOCUMENT: 16,
    Column.KEY: 16,
    Column.HEADING: 22,
    Column.OUTCOME: 14,
    Column.TARGET: 9,
    Column.COMMENT: 22,
}
"""Of each column at first, in characters; the title has what is left."""
_TITLE = 34
_SPARED = {
    *(Column.DUE, Column.RESPONSIBLE, Column.FOLLOW_UP),
    *(Column.COMMENT, Column.TEXT, Column.DOCUMENT),
}
"""What a narrow tree does without: it stands among the fields beside it."""


class PlanTree(DragTree):
    """Rows of two lines, all of one height, so that ten thousand are as quick as ten."""

    status_clicked = Signal(object)
    """The id of a measure whose status badge was clicked."""
    indented = Signal(bool)
    """A row that is being typed for the first time is wanted further in, or out when true."""

    def __init__(self, model: PlanModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.whereabouts = Whereabouts(self)
        self._pressed = QModelIndex()
        self._fresh = False
        delegate = RowDelegate(self)
        delegate.tab_pressed.connect(self._indent)
        self.setItemDelegate(delegate)
        self.setUniformRowHeights(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)  # Tab must lead out of the tree (WCAG 2.1.2)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setMinimumSectionSize(48)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        model.many_changed.connect(self.viewport().update)
        self.sorting = Sorting(model, self.header())
        self.sorting.changed.connect(self._show_again)

    def set_measures(self, badge_limit: QSize) -> None:
        """Fit indentation, icons and columns to the size of the text."""
        self.setIconSize(badge_limit)
        self.set_first_widths()
        self.setIndentation(round(QFontMetrics(self.font()).height() * 1.2))

    def set_first_widths(self) -> None:
        """Give each column the width it has before the user has chosen one."""
        for section, column in enumerate(self.plan_model.outline.columns):
            if column in _WIDTHS:
                self.setColumnWidth(section, self._width(column))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_what_has_no_room()

    def _hide_what_has_no_room(self) -> None:
        """Leave out columns from the right while the title would be too narrow to read."""
        left = self.viewport().width() - _TITLE * QFontMetrics(self.font()).horizontalAdvance("n")
        for section, column in enumerate(self.plan_model.outline.columns):
            if column in _WIDTHS:
                left -= self._width(column)
                self.setColumnHidden(section, left < 0 and column in _SPARED)

    def _width(self, column: Column) -> int:
        return _WIDTHS[column] * QFontMetrics(self.font()).horizontalAdvance("n")

    def show_plan(self, plan: NodeId | None) -> None:
        """Show a plan from its beginning."""
        self.whereabouts.forget()
        self.plan_model.show_plan(plan)

    def show_kept(self, plan: NodeId | None, kept: frozenset[NodeId] | None) -> None:
        """Narrow the tree, or show all again; selected and current items stay so if they can."""
        self.whereabouts.note()
        if self.whereabouts.has_closed or not self.plan_model.keeps(plan, kept):
            self._show(plan, kept)

    def _show_again(self) -> None:
        self.whereabouts.note()
        self._show(self.plan_model.plan, self.plan_model.kept)

    def _show(self, plan: NodeId | None, kept: frozenset[NodeId] | None) -> None:
        self.plan_model.show_plan(plan, kept)
        self.whereabouts.restore()

    def type_anew(self) -> bool:
        """Edit the current row, which has just been made: Tab moves it in and out meanwhile."""
        self._fresh = self.edit_current()
        return self._fresh

    def _indent(self, out: bool) -> None:
        if self._fresh:
            self.indented.emit(out)

    def edit_current(self) -> bool:
        """Edit the current cell in its row, or the row's title; whether that is possible."""
        self._fresh = False
        index = self.currentIndex()
        for candidate in (index, index.siblingAtColumn(0)):
            if candidate.isValid() and candidate.flags() & Qt.ItemFlag.ItemIsEditable:
                # The selection stays, whatever keys are held down: Ctrl+Enter has brought us here.
                self.selectionModel().setCurrentIndex(candidate, _Flag.NoUpdate)
                self.edit(candidate)
                return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            if self.state() is not QAbstractItemView.State.EditingState:  # a field lets it through
                self.edit_current()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._badge_at(event)
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        released = self._badge_at(event)
        pressed, self._pressed = self._pressed, QModelIndex()
        if released.isValid() and released == pressed:
            node = self.plan_model.node(released)
            if node is not None:
                self.status_clicked.emit(node.id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._badge_at(event).isValid():
            self._pressed = self._badge_at(event)  # the second of two quick clicks is a click too
            return
        super().mouseDoubleClickEvent(event)

    def _badge_at(self, event: QMouseEvent) -> QModelIndex:
        """The cell whose status badge is under the mouse, for a plain left click."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() is not Qt.MouseButton.LeftButton or not plain:
            return QModelIndex()
        index = self.indexAt(event.position().toPoint())
        node = self.plan_model.node(index)
        if not isinstance(node, Measure):
            return QModelIndex()
        if self.plan_model.outline.columns[index.column()] is not Column.STATUS:
            return QModelIndex()
        return index if self._is_on_badge(index, event) else QModelIndex()

    def _is_on_badge(self, index: QModelIndex, event: QMouseEvent) -> bool:
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        width = icon.actualSize(self.iconSize()).width()
        left = self.visualRect(index).left()
        inside: bool = left <= event.position().x() <= left + width + 2 * self._margin()
        return inside

    def _margin(self) -> int:
        return self.style().pixelMetric(self.style().PixelMetric.PM_FocusFrameHMargin) + 1
