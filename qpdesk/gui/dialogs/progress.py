"""How far the work is that a window waits for, for eyes and ears, and a button that ends it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from qpdesk.gui.guide import answer_f1
from qpdesk.gui.words import files

_STRIDE = 25  # per cent that are read out at a time
_WIDTH = 420


class ProgressDialog(QDialog):
    """Shows words, a bar, and how far it is once the work says so.

    Qt's own lets events in while it is told how far it is.

    Args:
        words: What is being waited for.
        stop: What the button says.
        window: Above which window.
    """

    def __init__(self, words: str, stop: str, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle("QPDesk")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self.words, self.far = QLabel(words, self), QLabel(self)
        for label in (self.words, self.far):
            label.setTextFormat(Qt.TextFormat.PlainText)  # the words name a file
            label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(words)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.far.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(stop, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.words, self.bar, self.far, buttons):
            column.addWidget(widget)
        self._told = 0
        answer_f1(self, "place")

    def show_progress(self, done: int, total: int) -> None:
        """Show that so much of the whole is done."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        far = files.how_far(done, total)
        self.far.setText(far)
        self.far.show()
        if (stride := done * 100 // max(1, total) // _STRIDE) != self._told:
            self._told = stride
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, far))

    def end(self) -> None:
        """The waiting is over."""
        self.hide()
        self.deleteLater()
