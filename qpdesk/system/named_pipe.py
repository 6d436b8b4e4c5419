"""A named pipe that takes short messages from the same user's other processes.

Both systems call it a named pipe and mean different things. On Linux it is a file; on Windows a
name, to which the system gives only its maker and administrators the right to write, and which
here is refused to other machines.
"""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

LONGEST = 4095
"""Bytes of one message. With its end mark it still is one indivisible write on Linux."""
END = b"\0"
"""Ends a message: the one byte that no path holds."""

if sys.platform == "win32":
    import _winapi

    REFUSE_OTHER_MACHINES = 0x8
    """PIPE_REJECT_REMOTE_CLIENTS, which the standard library has no name for."""
    ALREADY_THERE = 535
    """ERROR_PIPE_CONNECTED: the sender came before we waited for it."""

    class Inbox:
        """The reading end."""

        def __init__(self, folder: Path) -> None:
            self._name = rf"\\.\pipe\qpdesk-{os.urandom(16).hex()}"
            self._next = self._instance(_winapi.FILE_FLAG_FIRST_PIPE_INSTANCE)
            self._folder = folder
            self._closing = False
            _note(folder).write_text(self._name, encoding="ascii")

        def messages(self) -> Iterator[bytes]:
            """Each message, without its end mark, until the inbox is closed."""
            while not self._closing:
                current = self._next
                message = self._one(current)
                self._next = self._instance()
                _winapi.CloseHandle(current)
                if message is not None and not self._closing:
                    yield message
            _winapi.CloseHandle(self._next)

        def close(self) -> None:
            """Stop waiting for messages."""
            self._closing = True
            send(self._folder, b"")

        def _instance(self, flags: int = 0) -> int:
            return _winapi.CreateNamedPipe(
                self._name,
                _winapi.PIPE_ACCESS_INBOUND | flags,
                _winapi.PIPE_WAIT | REFUSE_OTHER_MACHINES,
                _winapi.PIPE_UNLIMITED_INSTANCES,
                0,
                LONGEST + 1,
                0,
                0,
            )

        def _one(self, pipe: int) -> bytes | None:
            """What one sender writes; None when it breaks off or says too much."""
            said = b""
            try:
                _wait_for_sender(pipe)
                while not said.endswith(END) and len(said) <= LONGEST:
                    part, _ = _winapi.ReadFile(pipe, LONGEST + 1 - len(said))
                    said += part
            except OSError:
                return None
            return said[:-1] if said.find(END) == len(said) - 1 else None

    def _wait_for_sender(pipe: int) -> None:
        try:
            _winapi.ConnectNamedPipe(pipe)
        except OSError as error:
            if error.winerror != ALREADY_THERE:
                raise

    def send(folder: Path, message: bytes) -> bool:
        """Write one message; False when nobody reads."""
        try:
            name = _note(folder).read_text(encoding="ascii")
            with open(name, "wb", buffering=0) as pipe:  # noqa: PTH123 - a name, no path
                pipe.write(message + END)
        except (OSError, ValueError):
            return False
        return True

    def _note(folder: Path) -> Path:
        return folder / "window.pipe"

else:

    class Inbox:
        """The reading end."""

        def __init__(self, folder: Path) -> None:
            pipe = _pipe(folder)
            pipe.unlink(missing_ok=True)
            os.mkfifo(pipe, 0o600)
            # Open for writing too, so that the last sender's leaving is no end of file.
            self._end = os.open(pipe, os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC)
            self._closing = False

        def messages(self) -> Iterator[bytes]:
            """Each message, without its end mark, until the inbox is closed."""
            said = b""
            while True:
                said += os.read(self._end, LONGEST + 1)
                *whole, said = said.split(END)
                if self._closing:
                    os.close(self._end)
                    return
                yield from (message for message in whole if len(message) <= LONGEST)
                said = said[: LONGEST + 1]

        def close(self) -> None:
            """Stop waiting for messages."""
            self._closing = True
            os.write(self._end, END)

    def send(folder: Path, message: bytes) -> bool:
        """Write one message; False when nobody reads."""
        try:
            end = os.open(_pipe(folder), os.O_WRONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
        except OSError:
            return False
        with contextlib.ExitStack() as leave:
            leave.callback(os.close, end)
            try:
                return stat.S_ISFIFO(os.fstat(end).st_mode) and os.write(end, message + END) > 0
            except OSError:
                return False

    def _pipe(folder: Path) -> Path:
        return folder / "window.pipe"
