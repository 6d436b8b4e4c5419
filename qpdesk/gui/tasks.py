"""Work that takes time, away from the thread that draws the windows."""

from collections.abc import Callable
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject, Signal

Progress = Callable[[int, int], None]
"""Told by the job how many of how many steps are done; raises ``Cancelled`` to stop it."""


class Cancelled(Exception):
    """The user asked the job to stop."""


class Task(QObject):
    """One job on its way, heard on the gui thread as long as its owner is there.

    Its thread speaks through it, so it must not go before that has said its last word. It is
    therefore no child of its owner: the thread holds it, and then the word that is on its way.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal()

    _stepped = Signal(int, int)
    _ended = Signal(object)
    """What the thread says; told on the gui thread by the signals above."""

    def __init__(self, job: Callable[[Progress], object], owner: QObject | None = None) -> None:
        super().__init__()
        self._cancelled = False
        self._is_heard = True
        # A daemon: a share that is away may hold it when the program is to end.
        self._worker = Thread(target=self._run, args=(job,), name="task", daemon=True)
        self._stepped.connect(self._tell_step)
        self._ended.connect(self._tell)
        if owner is not None:
            owner.destroyed.connect(self._fall_silent)

    def start(self) -> None:
        """Run the job on a worker thread."""
        self._worker.start()

    def cancel(self) -> None:
        """Let the job stop at its next step."""
        self._cancelled = True

    def wait(self, seconds: float | None = None) -> None:
        """Hold the caller until the job has ended, or so long; for closing time."""
        if self._worker.is_alive():
            self._worker.join(seconds)

    # ------------------------------------------------------------- on the worker thread

    def _run(self, job: Callable[[Progress], object]) -> None:
        words: list[Callable[[], None]] = [self._finish]
        try:
            words.insert(0, partial(self._succeed, job(self._step)))
        except Cancelled:
            pass
        except Exception as error:  # noqa: BLE001 - shown where the user is
            words.insert(0, partial(self._fail, error))
        finally:
            self._ended.emit(words)

    def _step(self, done: int, total: int) -> None:
        if self._cancelled:
            raise Cancelled
        self._stepped.emit(done, total)

    # ------------------------------------------------------------- on the gui thread

    def _tell(self, words: list[Callable[[], None]]) -> None:
        self._worker.join()  # it is leaving; were it the last to hold the task, that would go there
        for word in words:
            if self._is_heard:  # each may open a dialog, during which the owner can go
                word()

    def _tell_step(self, done: int, total: int) -> None:
        if self._is_heard:
            self.progressed.emit(done, total)

    def _succeed(self, result: object) -> None:
        self.succeeded.emit(result)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)

    def _finish(self) -> None:
        self.finished.emit()

    def _fall_silent(self) -> None:
        self._is_heard = False
