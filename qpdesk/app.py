"""The door with windows: puts the rooms together, shows the first window, then opens a file."""

import faulthandler
import gc
import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from qpdesk.gui.stage import Stage
from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import configuration
from qpdesk.system.single_instance import FirstWindow

log = logging.getLogger("qpdesk")

_LOG_SIZE = 1_000_000
_TURN = 0.0001
"""Seconds that a thread which publishes may keep a frame waiting for Python, each time it asks.

A frame lets go of Python some forty times, whenever it calls Qt: with 0.001 it took up to 70 ms.
"""
_STYLE = ("-style", "fusion")  # asked of Qt later, it would make all of QStyle known to Python


def main(argv: Sequence[str] | None = None) -> int:
    """Run the application.

    Args:
        argv: The arguments after the program's name: nothing, or a .qpd file to open.

    Returns:
        The process's exit code.
    """
    files = sys.argv[1:] if argv is None else list(argv)
    paths = Paths.of_user()
    with _logs(paths.log):
        return _run(paths, files)


def _run(paths: Paths, files: list[str]) -> int:
    sys.setswitchinterval(_TURN)
    gc.disable()  # while all is being loaded it finds nothing, and takes a tenth of the time
    application = QApplication([sys.argv[0], *_STYLE])
    application.setApplicationName("QPDesk")
    application.setDesktopFileName("qpdesk")
    alarm = Alarm()
    alarm.listen()
    settings = configuration(paths, read_policy())
    stage = Stage(application, paths, settings)
    QTimer.singleShot(0, partial(_open_first, stage, files))
    reception = Reception(stage, paths.window)
    code = application.exec()
    reception.close()
    alarm.stop()
    stage.end()
    del stage, reception
    gc.unfreeze()
    gc.collect()  # what Qt made goes while the application is there; later the process would die
    return code


def _open_first(stage: Stage, files: list[str]) -> None:
    """Open what is worked on; from then on what is no longer needed is collected again.

    What has been loaded by then stays, and need never be looked through.
    """
    stage.window.open_first(Path(files[0]) if files else None)
    gc.freeze()
    gc.enable()


@contextmanager
def _logs(folder: Path) -> Iterator[None]:
    """Write the log, and native crashes beside it. Without a folder to write in, go without."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _log_file(folder / "qpdesk.log")
        crashes = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError:
        yield
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    with crashes:
        faulthandler.enable(crashes)
        yield
        faulthandler.disable()
    log.removeHandler(handler)
    handler.close()


def _log_file(path: Path) -> logging.FileHandler:
    """The log; one that has grown too large becomes the old one.

    The ready-made handler that does so loads half a network library.
    """
    if path.exists() and path.stat().st_size > _LOG_SIZE:
        path.replace(path.with_suffix(".old.log"))
    return logging.FileHandler(path, encoding="utf-8")


class Reception(QObject):
    """Opens in this window the files that later starts of the same user hand over."""

    handed = Signal(object)

    def __init__(self, stage: Stage, folder: Path) -> None:
        super().__init__(stage)
        self._stage = stage
        self.handed.connect(self._welcome)
        try:
            self._first = FirstWindow.claim(folder, self.handed.emit)
        except OSError:  # then each start has a window of its own
            self._first = None

    def close(self) -> None:
        """Let the next start have a window of its own."""
        if self._first is not None:
            self._first.close()

    @Slot(object)
    def _welcome(self, file: Path | None) -> None:
        """Come to the front; a dialog that waits for an answer is answered first."""
        window = self._stage.window
        state = window.windowState() & ~Qt.WindowState.WindowMinimized
        window.setWindowState(state)
        window.raise_()
        window.activateWindow()
        if file is None:
            return
        if QApplication.activeModalWidget() is not None:
            QTimer.singleShot(500, self, lambda: self._welcome(file))
            return
        window.filing.opening.open(file)


class Alarm(QObject):
    """Hears of every fault that nobody caught, writes it down, and tells the user once of each.

    One repaint can raise the same fault thirty times, so a fault is known by where it happened.
    """

    raised = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: set[str] = set()
        self.raised.connect(self._tell)

    def listen(self) -> None:
        """Take over the hooks."""
        sys.excepthook = self._heard
        threading.excepthook = lambda fault: self._heard(
            fault.exc_type, fault.exc_value, fault.exc_traceback
        )

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _heard(
        self,
        kind: type[BaseException],
        _value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Without the exception's own message: that may hold a plan's text."""
        report = f"{kind.__name__}{os.linesep}" + "".join(traceback.format_tb(trace))
        if report not in self._known:
            self._known.add(report)
            log.error("fault: %s", report)
            self.raised.emit(report)

    def _tell(self, report: str) -> None:
        from qpdesk.gui.dialogs.crash import CrashDialog  # noqa: PLC0415 - hardly ever

        CrashDialog(report, QApplication.activeWindow()).open()
