"""The table in which results and outcomes are typed, period by period, with the keyboard alone."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.style import row_height
from qpdesk.gui.models.child_table import CODE, ChildTable
from qpdesk.gui.views.verbatim import VerbatimCells

Index = QModelIndex | QPersistentModelIndex
_Keys = QKeySequence.StandardKey
_WIDTHS = {"period": 13, "organisational_unit": 24, "judgement": 20, "note": 22}
_WIDTH = 12  # characters, of the other columns


class ChildTableView(QTableView):
    """Rows as high as their text, as many as there are; Tab leads out of it (WCAG 2.1.2)."""

    def __init__(self, editor: Editor, kind: Kind, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self.table = ChildTable(editor, kind, self)
        self.setModel(self.table)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        for told in (self.table.modelReset, self.table.rowsInserted, self.table.rowsRemoved):
            told.connect(self._fit_height)
        self._fit()

    def delete(self) -> None:
        """Take away the rows that are selected, to the wastebasket."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        self._editor.attempt(edits.delete, self.table.ids(rows))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.matches(_Keys.Delete):
            self.delete()
        elif is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if self.state() is not QAbstractItemView.State.EditingState:
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        for column, name in enumerate(self.table.names):
            self.setColumnWidth(column, _WIDTHS.get(name, _WIDTH) * letter)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
        self._fit_height()

    def _fit_height(self) -> None:
        row = self.verticalHeader().defaultSectionSize()
        shown = min(max(self.table.rowCount(), 2), 8)
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + shown * row + bar + 2 * self.frameWidth())


class _Cells(VerbatimCells):
    """Lets values be chosen where they are not typed."""

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        table = cast("ChildTable", index.model())
        choices = table.choices(index.column())
        if not choices:
            editor = super().createEditor(parent, option, index)
        else:
            editor = QComboBox(parent)
            for code, word in choices.items():
                editor.addItem(word, code)
            editor.activated.connect(lambda _row: self.commitData.emit(editor))
        editor.setAccessibleName(str(table.headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(str(index.data(CODE))), 0))
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(cast("QModelIndex", index), editor.currentData())
        else:
            super().setModelData(editor, model, index)
