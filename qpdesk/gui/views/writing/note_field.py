"""The note that the cursor touches, to be read and written right below the text."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from qpdesk.gui.looks.spelling import Spelling
from qpdesk.gui.views.text_editor import TextEditor

_REST = 1_000  # milliseconds without typing after which the note is saved


class NoteField(QWidget):
    """Hidden while the cursor touches none."""

    written = Signal(str, str)
    """A note's key and its text."""
    left = Signal()
    """The user wants back to the text."""

    def __init__(self, spelling: Spelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self._shown = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 14, 6)
        column.setSpacing(3)
        row = QHBoxLayout()
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        hint = QLabel(self.tr("Esc går tillbaka till texten"), self)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        row.addWidget(self.label, 1)
        row.addWidget(hint)
        column.addLayout(row)
        self.editor = TextEditor(self, spelling)
        self.editor.widget.setPlaceholderText(self.tr("Skriv fotnoten här"))
        self.label.setBuddy(self.editor.widget)
        column.addWidget(self.editor.widget)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.save)
        self.editor.typed.connect(self._rest.start)
        self.editor.finished.connect(self.save)
        self.hide()

    def show_note(self, key: str, number: str, text: str) -> None:
        """Show a note ("" for none); what was being written in another is saved."""
        if key != self.key:
            self.save()
        words = self.tr("&Fotnot {0}").format(number)
        self.label.setText(words)
        self.editor.widget.setAccessibleName(words.replace("&", ""))
        if key != self.key or text != self._shown:
            self.key, self._shown = key, text
            self.editor.show(text)
        self.setVisible(bool(key))

    def save(self) -> None:
        """Give away what has been written."""
        self._rest.stop()
        text = str(self.editor.raw())
        if self.key and text != self._shown:
            self._shown = text
            self.written.emit(self.key, text)

    def begin(self) -> None:
        """Let the note be written."""
        self.editor.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
