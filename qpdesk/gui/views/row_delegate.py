"""The height of a row, and the field in which a cell is edited in place. Qt paints the rows."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from qpdesk.gui.models.plan_model import Index
from qpdesk.gui.views.verbatim import unlimited

_LINES, _AIR = 2, 10


class RowDelegate(QStyledItemDelegate):
    """Painting is left to Qt's own code: a Python method for each cell would cost the frame."""

    tab_pressed = Signal(bool)
    """Tab, or Shift+Tab when true, has ended the editing of a row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, option.fontMetrics.height() * _LINES + _AIR)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        unlimited(editor)
        header = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(header))
        editor.setFrame(True)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            place = QModelIndex(index)  # type: ignore[arg-type]  # a persistent one converts too
            model.setData(place, editor.text())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = option.rect
        height = min(area.height(), editor.sizeHint().height() + 4)
        editor.setGeometry(
            area.left(), area.top() + (area.height() - height) // 2, area.width(), height
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Tab in a row's field ends the editing: it does not open the next cell.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            editor = watched
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.tab_pressed.emit(event.key() == Qt.Key.Key_Backtab)
                return True
        return super().eventFilter(watched, event)
