"""A question that is answered with a text; below it stands why the plan will not take it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.spelling import Spelling
from qpdesk.gui.views.text_editor import TextEditor


class TextAnswer(QWidget):
    """The label, the editor, and the refusal, which is also told to a screen reader there."""

    typed = Signal()
    finished = Signal()

    def __init__(
        self, parent: QWidget, spelling: Spelling, *, lines: tuple[int, int] = (3, 12)
    ) -> None:
        super().__init__(parent)
        self._label, self.refusal = QLabel(self), QLabel(self)
        self.editor = TextEditor(self, spelling, lines=lines)
        self.editor.typed.connect(self.typed)
        self.editor.finished.connect(self.finished)
        self._label.setBuddy(self.editor.widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self._label, self.refusal):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        for widget in (self._label, self.editor.widget, self.refusal):
            column.addWidget(widget)

    def ask(self, words: str, *, must: bool = False) -> None:
        """Name what is asked for, with a star where it must be answered."""
        self._label.setText(f"{words} *" if must else words)
        self.editor.widget.setAccessibleName(words)

    def raw(self) -> str:
        """The text as it stands."""
        return str(self.editor.raw())

    def refuse(self, words: str) -> None:
        """Say why the answer cannot be saved; "" when nothing is wrong with it."""
        colours = QPalette(self.refusal.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(worn().alarm))
        self.refusal.setPalette(colours)
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.editor.widget.setAccessibleDescription(words)
