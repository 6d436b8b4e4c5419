"""The table of an indicator's outcomes, with the keys of Excel: copy, paste, delete."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.style import row_height
from qpdesk.gui.models.outcomes import FIELDS, OutcomeModel
from qpdesk.gui.views.verbatim import VerbatimCells
from qpdesk.gui.words import pasting
from qpdesk.services.clipping import MOST_ITEMS, as_html, as_tabbed, read_tabbed

_Keys = QKeySequence.StandardKey
_OURS = (_Keys.Copy, _Keys.Paste, _Keys.Delete)
_WIDTHS = (13, 18, 9, 8, 10, 14, 24, 30)  # characters


class OutcomeTable(QTableView):
    """Types into the last row make a new outcome. Tab leads from cell to cell only while typing."""

    told = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.outcomes = OutcomeModel(editor, self)
        self.setModel(self.outcomes)
        self.setItemDelegate(VerbatimCells(self))
        self.setAccessibleName(self.tr("Utfall per period"))
        self.setTabKeyNavigation(False)  # Tab must lead out of the table (WCAG 2.1.2)
        self.setAlternatingRowColors(True)
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
        self._fit()

    def _fit(self) -> None:
        """Fit columns and rows to the size of the text."""
        letter = self.fontMetrics().horizontalAdvance("n")
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width * letter)
        self.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))

    def paste(self) -> None:
        """Put what the clipboard holds into the table from the current cell on, as one edit."""
        text = QGuiApplication.clipboard().text()
        if not text.strip() or self.outcomes.indicator is None:
            return
        cells = read_tabbed(text.replace("\r\n", "\n"))
        if len(cells) > MOST_ITEMS:
            self.told.emit(pasting.too_large(MOST_ITEMS))
            return
        index = self.currentIndex()
        row = index.row() if index.isValid() else len(self.outcomes.observations)
        column = min(max(index.column(), 0), len(FIELDS) - 1)
        edit = self.outcomes.paste(row, column, cells)
        if edit is not None:
            self.told.emit(self.tr("{0} rader inklistrade.").format(len(edit.changes)))

    def copy(self) -> None:
        """Put the selected cells on the clipboard as Excel takes them."""
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        rows: dict[int, list[str]] = {}
        for row, column in cells:
            words = str(self.outcomes.index(row, column).data() or "")
            rows.setdefault(row, []).append(words)
        data = QMimeData()
        data.setText(as_tabbed(rows.values()))
        data.setHtml(as_html(list(rows.values()), heads=False))
        QGuiApplication.clipboard().setMimeData(data)

    def delete(self) -> None:
        """Take away the outcomes that the selected cells belong to."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        self._editor.attempt(edits.delete, self.outcomes.ids(rows))

    def shift(self, *, up: bool) -> None:
        """Move the current outcome among those whose periods have no order of their own."""
        row = self.currentIndex().row()
        chosen = self.outcomes.ids([row]) if row >= 0 else []
        if chosen and self._editor.attempt(edits.move_up if up else edits.move_down, chosen):
            self.setCurrentIndex(self.outcomes.index(self.outcomes.row_of(chosen[0]), 0))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(any(event.matches(key) for key in _OURS))
            if event.isAccepted():
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        moving = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(_Keys.Paste):
            self.paste()
        elif event.matches(_Keys.Copy):
            self.copy()
        elif event.matches(_Keys.Delete):
            self.delete()
        elif event.modifiers() == moving and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift(up=event.key() == Qt.Key.Key_Up)
        else:
            super().keyPressEvent(event)
