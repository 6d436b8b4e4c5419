"""One window for each user: a later start hands its file to the window that is already open.

A named pipe of the operating system carries the path; no socket is opened. It lies in a folder
that only the user can read (on Windows: its random name does), and the system lets only the user
write to it. What arrives is judged all the same: its size, and that it is a whole path.
"""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Self

from qpdesk.system.named_pipe import LONGEST, Inbox, send

PATIENCE = 2.0
"""Seconds that a later start waits for a window that is just opening its pipe."""

OnFile = Callable[[Path | None], None]
"""Gets the path that a later start was given; None means: just come to the front."""


class FirstWindow:
    """Held by the start that came first. Calls ``on_file`` from a thread of its own."""

    def __init__(self, folder: Path, lock: BinaryIO, on_file: OnFile) -> None:
        self._lock = lock
        self._on_file = on_file
        self._inbox = Inbox(folder)
        self._thread = threading.Thread(target=self._listen, name="later starts", daemon=True)
        self._thread.start()

    @classmethod
    def claim(cls, folder: Path, on_file: OnFile) -> Self | None:
        """Be the first; None when another start of this user already is.

        Raises:
            OSError: The folder cannot hold a lock or a pipe.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (folder / "window.lock").open("ab")
        try:
            if _is_ours(lock):
                return cls(folder, lock, on_file)
        except OSError:
            lock.close()
            raise
        lock.close()
        return None

    def close(self) -> None:
        """Let the next start be the first."""
        self._inbox.close()
        self._thread.join(PATIENCE)
        self._lock.close()

    def _listen(self) -> None:
        for message in self._inbox.messages():
            with contextlib.suppress(_NoPath):
                self._on_file(_understood(message))


def is_open(folder: Path) -> bool:
    """Whether a window of this user is open. Costs no more than trying a lock."""
    try:
        with (folder / "window.lock").open("r+b") as lock:
            return not _is_ours(lock)
    except OSError:
        return False


def hand_over(folder: Path, file: Path | None, *, patience: float = PATIENCE) -> bool:
    """Give the file to the window that is open.

    Args:
        folder: The same as the window claimed.
        file: What to open there; None brings the window to the front.
        patience: Seconds to wait for a window that is just opening.

    Returns:
        Whether it was taken. If not, the start that asked opens a window of its own.
    """
    message = b"" if file is None else os.fsencode(file.absolute())
    if len(message) > LONGEST:
        return False
    _let_it_come_to_the_front()
    until = time.monotonic() + patience
    while not send(folder, message):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


class _NoPath(ValueError):
    """A message that is no whole path."""


def _understood(message: bytes) -> Path | None:
    """The path in a message; None where it only asks the window to come to the front.

    Raises:
        _NoPath: It is something else.
    """
    if not message:
        return None
    file = Path(os.fsdecode(message))
    if not file.is_absolute():
        raise _NoPath(message)
    return file


if sys.platform == "win32":
    import ctypes
    import msvcrt

    def _let_it_come_to_the_front() -> None:
        """Windows lets only the program that the user just started do that, or whom it names."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)

    def _is_ours(lock: BinaryIO) -> bool:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:  # a PermissionError on Windows; wine does not say which
            return False
        return True
else:
    import fcntl

    def _let_it_come_to_the_front() -> None:
        """The desktop decides."""

    def _is_ours(lock: BinaryIO) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
