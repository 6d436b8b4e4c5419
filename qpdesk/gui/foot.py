"""The foot of the window: the plan in figures, work on its way, and where the work is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QStatusBar

if TYPE_CHECKING:
    from qpdesk.gui.tasks import Task
    from qpdesk.gui.work_bar import WorkBar

_MESSAGE = 7_000  # milliseconds that a sentence stands there


class Foot:
    """Speaks through the window's status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self._bar = bar
        self._counts = ""
        self.line, self.saved = QLabel(bar), QLabel(bar)
        for label in (self.line, self.saved):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setContentsMargins(10, 2, 10, 2)
        bar.addWidget(self.line, 1)
        bar.addPermanentWidget(self.saved)
        self._end = QTimer(bar)
        self._end.setSingleShot(True)
        self._end.setInterval(_MESSAGE)
        self._end.timeout.connect(lambda: self.line.setText(self._counts))
        self._work: WorkBar | None = None

    def say(self, words: str) -> None:
        """Show a sentence for a while."""
        self.line.setText(words)
        self._end.start()

    def show_counts(self, words: str) -> None:
        """Show the plan in figures."""
        self._counts = words
        if not self._end.isActive():
            self.line.setText(words)

    def show_saved(self, words: str, well: bool) -> None:
        """Show where the work is; in bold when something must be done about it."""
        if self.saved.font().bold() is well:
            font = QFont()
            font.setBold(not well)
            self.saved.setFont(font)
        self.saved.setText(words)

    def clear(self) -> None:
        """No file is open."""
        self._end.stop()
        self.show_counts("")
        self.saved.clear()

    @property
    def is_busy(self) -> bool:
        """Whether work is on its way."""
        return self._work is not None and self._work.is_busy

    def show_task(self, task: "Task", words: str) -> None:
        """Follow work until it ends, with a way to stop it."""
        if self._work is None:
            from qpdesk.gui.work_bar import WorkBar  # noqa: PLC0415 - not at start

            self._work = WorkBar(self._bar)
            self._bar.removeWidget(self.saved)  # to be the last again
            for widget in (self._work, self.saved):
                self._bar.addPermanentWidget(widget)
            self.saved.show()
        self._work.show_task(task, words)
