"""Whole files on the user's disk, stick or share: read at once, replaced at once, never edited."""

import errno
import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from hashlib import file_digest, sha256
from io import BufferedReader
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep

_LARGEST = 1 << 30  # bytes; ten times any register we can imagine
_OLD = 86_400.0  # seconds; what a power cut or a lost share left of us beside the file
_OURS = (".qpdesk-*.tmp", ".~lock.????????.tmp")
_PATIENCE = 10.0  # seconds; on Windows a virus scanner or a preview may hold the file a moment


class Overtaken(OSError):
    """What was put in place is not what stands there: somebody else was at it too."""


def digest(content: bytes) -> str:
    """What a file's content is known by."""
    return sha256(content).hexdigest()


def read(path: Path) -> bytes | None:
    """The whole file, or None when there is none.

    Raises:
        OSError: It cannot be read, or is too large to be one of ours.
    """
    try:
        with _opened(path) as file:
            return file.read()
    except FileNotFoundError:
        return None


def digest_at(path: Path) -> str | None:
    """What a file's content is known by, without holding it all in memory; None for no file.

    Raises:
        OSError: As ``read``.
    """
    try:
        with _opened(path) as file:
            return file_digest(file, sha256).hexdigest()
    except FileNotFoundError:
        return None


@contextmanager
def _opened(path: Path) -> Generator[BufferedReader]:
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size > _LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        yield file


def generation_of(path: Path) -> Path:
    """Where the version before the last is kept beside a file, on sticks and the like."""
    return path.with_name(f"{path.name}.bak")


def read_whole(path: Path) -> bytes | None:
    """As ``read``; of a file that is gone or empty, the generation that is kept beside it.

    A stick that is pulled out may lose the name of what was just written, or leave it empty.

    Raises:
        OSError: As ``read``.
    """
    content = read(path)
    return content or read(generation_of(path)) or content


def replace_whole(path: Path, content: bytes) -> None:
    """Put a file in place, or leave what is there: nobody ever sees half of it.

    Written beside under another name, synced, read back, renamed, synced again (FAT keeps a file's
    length in its folder: without the second sync a power cut leaves nothing), read back again.

    Raises:
        Overtaken: It was done, but something else stands there now.
        OSError: It could not be done, or did not hold.
    """
    beside = path.with_name(f".qpdesk-{token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _expect(beside, content)
        _sweep(path.parent, beside.stat().st_mtime)
        with suppress(OSError):  # there may be none yet, or the share keeps its own rights
            shutil.copymode(path, beside)
        _rename(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _sync(path, os.O_RDWR)
    with suppress(OSError):  # Windows cannot sync folders, nor can some shares
        _sync(path.parent, os.O_RDONLY)
    if path.read_bytes() != content:
        raise Overtaken(errno.EBUSY, "another has written there", str(path))


def _sweep(folder: Path, now: float) -> None:
    """Remove what was left of us beside the file long ago, by the clock of that disk."""
    for pattern in _OURS:
        with suppress(OSError):
            for left in folder.glob(pattern):
                if now - left.stat().st_mtime > _OLD:
                    left.unlink()


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _expect(path: Path, content: bytes) -> None:
    if path.read_bytes() != content:
        raise OSError(errno.EIO, "what was written is not what is read", str(path))


def _rename(source: Path, target: Path) -> None:
    deadline = monotonic() + (_PATIENCE if sys.platform == "win32" else 0)
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if monotonic() >= deadline:
                raise
            sleep(0.1)
        else:
            return
