"""Work on its way, at the foot of the window: what it is, how far it is, a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from qpdesk.gui.tasks import Task


class WorkBar(QWidget):
    """Shows one task; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QProgressBar(self)
        self._progress.setAccessibleName(self.tr("Hur långt arbetet har kommit"))
        self._progress.setFixedWidth(140)
        self._progress.setTextVisible(False)
        self._stop = QToolButton(self)
        self._stop.setText(self.tr("Avbryt"))
        self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stop.clicked.connect(self.cancel)
        for widget in (self._words, self._progress, self._stop):
            row.addWidget(widget)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether a task is on its way."""
        return self._task is not None

    def show_task(self, task: Task, words: str) -> None:
        """Follow a task until it ends."""
        self._task = task
        self._words.setText(words)
        self._progress.setRange(0, 0)
        task.progressed.connect(self._advance)
        task.finished.connect(self._end)
        self.show()

    def cancel(self) -> None:
        """Ask the task to stop at its next step."""
        if self._task is not None:
            self._task.cancel()

    def _advance(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _end(self) -> None:
        self._task = None
        self.hide()
