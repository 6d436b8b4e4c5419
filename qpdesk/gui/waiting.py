"""Waiting for work that nothing can go on without: the window stays alive and can say stop."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer

from qpdesk.gui.tasks import Cancelled, Task

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qpdesk.gui.dialogs.progress import ProgressDialog

_PATIENCE = 1_000  # milliseconds before a dialog is shown


class Waiting(QObject):
    """Runs one task and returns when it has ended; the window is drawn and hears "Avbryt"."""

    def __init__(self, window: "QWidget") -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None
        self._dialog: ProgressDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a task is being waited for."""
        return self._task is not None

    def result(self, task: Task, words: str, stop: str = "", bound: int = 0) -> object:
        """Run the task to its end and give its result.

        Args:
            task: What to wait for.
            words: What that is.
            stop: What the button says that ends the waiting; "" for "Avbryt".
            bound: Milliseconds after which it is waited no longer; 0 for as long as it takes.

        Raises:
            Cancelled: The user would not wait, or the program is ending.
            Exception: What the task raised.
        """
        outcome: list[object] = []
        faults: list[Exception] = []
        loop, late, latest = QEventLoop(), QTimer(self), QTimer(self)
        task.succeeded.connect(lambda made: outcome.append(made))  # noqa: PLW0108 - on our thread
        task.failed.connect(lambda fault: faults.append(fault))  # noqa: PLW0108 - as above
        task.finished.connect(loop.quit)
        for timer, ring in (
            (late, partial(self._show, task, loop, words, stop)),
            (latest, loop.quit),
        ):
            timer.setSingleShot(True)
            timer.timeout.connect(ring)
        self._task = task
        late.start(_PATIENCE)
        if bound:
            latest.start(bound)
        task.start()
        loop.exec()
        late.stop()
        latest.stop()
        self._task = None
        if self._dialog is not None:
            self._dialog.end()
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

    def _show(self, task: Task, loop: QEventLoop, words: str, stop: str) -> None:
        from qpdesk.gui.dialogs.progress import ProgressDialog  # noqa: PLC0415 - hardly ever

        self._dialog = ProgressDialog(words, stop or self.tr("Avbryt"), self._window)
        task.progressed.connect(self._dialog.show_progress)
        self._dialog.rejected.connect(task.cancel)
        self._dialog.rejected.connect(loop.quit)
        self._dialog.show()
