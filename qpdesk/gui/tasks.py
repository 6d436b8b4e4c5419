"""Work that takes time, away from the thread that draws the windows."""

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal

Progress = Callable[[int, int], None]
"""Told by the job how many of how many steps are done; raises ``Cancelled`` to stop it."""


class Cancelled(Exception):
    """The user asked the job to stop."""


class Task(QObject):
    """One job on its way. Lives on the gui thread, so its signals arrive there."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, job: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._cancelled = False
        self._worker = Thread(target=self._run, name="task")

    def start(self) -> None:
        """Run the job on a worker thread."""
        self._worker.start()

    def cancel(self) -> None:
        """Let the job stop at its next step."""
        self._cancelled = True

    def wait(self) -> None:
        """Hold the caller until the job has ended; for closing time."""
        if self._worker.is_alive():
            self._worker.join()

    def _run(self) -> None:
        try:
            self.succeeded.emit(self._job(self._step))
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - shown where the user is
            self.failed.emit(error)
        finally:
            self.finished.emit()

    def _step(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        self.progressed.emit(done, total)
