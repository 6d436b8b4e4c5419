"""What can go wrong with a .qpd file that is no fault of ours. No words: gui and cli have those."""

from pathlib import Path


class StoreError(Exception):
    """The file or its working copy could not be read or written. The file is untouched."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class NotFound(StoreError):
    """There is no such file."""


class Vanished(NotFound):
    """The file stood there and does not any more, though its folder is there."""


class NotAPlanFile(StoreError):
    """The file is something else: no SQLite file, or another program's."""


class Damaged(StoreError):
    """The file is a .qpd, but its content does not hold together."""


class TooNew(StoreError):
    """A later version of the program wrote the file: ``program``, or "" if the file does not tell.

    That is a version number, so it may be shown as it is.
    """

    def __init__(self, path: Path, detail: str = "", program: str = "") -> None:
        super().__init__(path, detail)
        self.program = program


class InUse(StoreError):
    """Another process on this machine has the file's working copy open."""


class DiskFull(StoreError):
    """There is no room left."""


class NotPermitted(StoreError):
    """Read-only, or no permission."""


class Unseen(StoreError):
    """Others' edits were joined and have not been shown yet: show them, then try again."""


class ChangedElsewhere(StoreError):
    """The file is no longer the one we know: somebody else has published. Join, then try again."""
