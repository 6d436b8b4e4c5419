"""Keeps a working copy for one process: a lock that the system lets go of when the process ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from qpdesk.store.errors import InUse

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Guard:
    """Holds a folder until released.

    Args:
        folder: Of the working copy; local, so that locks can be trusted.
        path: The user's file, to name in the error.

    Raises:
        InUse: Another process holds it, or this one already does.
    """

    def __init__(self, folder: Path, path: Path) -> None:
        descriptor = os.open(folder / "in-use", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise InUse(path, "working copy") from error
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let others in, once. The lock file stays: removing it would let two in."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            with suppress(OSError):
                os.close(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
