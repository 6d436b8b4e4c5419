"""Makes the n-th thing that is done to a disk fail, or be the last: for every n in turn."""

import errno
import os
import signal
from contextlib import contextmanager
from pathlib import Path

from qpdesk.store import disk

_PLACES = ((os, "fsync"), (Path, "replace"), (Path, "open"), (Path, "unlink"), (Path, "read_bytes"))


class Counter:
    """Counts what is done to files below a folder, and fails at the chosen one."""

    def __init__(self, fail_at, fail):
        self.count = 0
        self._fail_at = fail_at
        self._fail = fail

    def step(self):
        self.count += 1
        if self.count == self._fail_at:
            self._fail()


@contextmanager
def failing(fail_at, fail):
    """Call ``fail`` at the n-th file operation of the store; tells how many there were."""
    counter = Counter(fail_at, fail)
    kept = [(place, name, getattr(place, name)) for place, name in _PLACES]

    def wrapped(original):
        def operation(*args, **kwargs):
            counter.step()
            return original(*args, **kwargs)

        return operation

    for place, name, original in kept:
        setattr(place, name, wrapped(original))
    try:
        yield counter
    finally:
        for place, name, original in kept:
            setattr(place, name, original)


def raising(code):
    def fail():
        raise OSError(code, os.strerror(code))

    return fail


def killed():
    os.kill(os.getpid(), signal.SIGKILL)


CODES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)

__all__ = ["CODES", "disk", "failing", "killed", "raising"]
