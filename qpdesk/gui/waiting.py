"""Waiting for work that nothing can go on without: the window stays alive and can say stop."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer

from qpdesk.gui.tasks import Cancelled, Task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog, QWidget

_PATIENCE = 1_000  # milliseconds before a dialog is shown


class Waiting(QObject):
    """Runs one task and returns when it has ended; the window is drawn and hears "Avbryt"."""

    def __init__(self, window: "QWidget") -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        self._dialog: QProgressDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a task is being waited for."""
        return self._task is not None

    def result(self, task: Task, words: str) -> object:
        """Run the task to its end and give its result.

        Raises:
            Cancelled: The user would not wait, or the program is ending.
            Exception: What the task raised.
        """
        outcome: list[object] = []
        faults: list[Exception] = []
        loop, late = QEventLoop(), QTimer(self)
        task.succeeded.connect(lambda made: outcome.append(made))  # noqa: PLW0108 - on our thread
        task.failed.connect(lambda fault: faults.append(fault))  # noqa: PLW0108 - as above
        task.finished.connect(loop.quit)
        late.setSingleShot(True)
        late.timeout.connect(lambda: self._show(task, loop, words))
        self._task = task
        late.start(_PATIENCE)
        task.start()
        loop.exec()
        late.stop()
        self._task = None
        if self._dialog is not None:
            self._dialog.reset()
            self._dialog.deleteLater()
            self._dialog = None
        if faults:
            raise faults[0]
        if not outcome:
            task.cancel()
            raise Cancelled
        return outcome[0]

    def cancel(self) -> None:
        """Wait no longer; what the task still makes is thrown away by the task itself."""
        if self._task is not None:
            self._task.cancel()

    def _show(self, task: Task, loop: QEventLoop, words: str) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - hardly ever
        from PySide6.QtWidgets import QProgressDialog  # noqa: PLC0415 - as above

        dialog = QProgressDialog(words, self.tr("Avbryt"), 0, 0, self._window)
        dialog.setWindowTitle("QPDesk")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.canceled.connect(task.cancel)
        dialog.canceled.connect(loop.quit)
        self._dialog = dialog
        dialog.show()
