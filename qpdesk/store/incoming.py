"""What others have put into the file: read, found whole, and laid ready to be joined."""

from dataclasses import dataclass
from pathlib import Path

from qpdesk.store import scratch
from qpdesk.store.errors import Damaged, NotAPlanFile
from qpdesk.store.target import Target


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file's content that is ready to be joined."""

    file: Path
    """A private copy that has passed all checks."""
    base: str
    """What the user's file is known by."""
    is_put_back: bool
    """Whether it is the generation beside a file that is gone or empty."""


def fetch(target: Target, file: Path) -> Incoming | None:
    """Read what stands at the user's path; None when there is nothing.

    Args:
        target: That path.
        file: Where the private copy may stand.

    Raises:
        StoreError: It could not be read; the kind says why.
    """
    try:
        return _fetched(target, file)
    except (Damaged, NotAPlanFile):  # a disk or a share may fail for a moment: read again
        return _fetched(target, file)


def _fetched(target: Target, file: Path) -> Incoming | None:
    standing = target.read()
    if (content := standing or target.read_whole()) is None:
        return None
    base = scratch.digest_of(content if standing is None else standing)
    with scratch.opened(target.path, content, file):
        return Incoming(file, base, is_put_back=content is not standing)
