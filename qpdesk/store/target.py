"""The user's own file: read whole, replaced whole, with regard to what it lies on."""

from pathlib import Path
from time import monotonic, sleep

from qpdesk.store import disk
from qpdesk.store.backups import Backups
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import ChangedElsewhere
from qpdesk.store.media import Medium, medium_of

_SETTLE = 1.6  # seconds; so long a share may show us what we ourselves read last, not what is there


class Target:
    """A path that the user chose.

    Args:
        path: That path.
        backups: Where replaced versions are kept.
    """

    def __init__(self, path: Path, backups: Backups) -> None:
        self.path = path
        self._backups = backups
        self._looked = monotonic()

    def read(self) -> bytes | None:
        """What stands there; on a share, not what we saw there just before.

        Raises:
            StoreError: It cannot be read.
        """
        with as_store_error(self.path):
            if medium_of(self.path.parent) is Medium.REMOTE:
                sleep(max(0.0, self._looked + _SETTLE - monotonic()))
            content = disk.read(self.path)
        self._looked = monotonic()
        return content

    def read_whole(self) -> bytes | None:
        """What stands there, or of a file that is gone or empty the generation beside it.

        Raises:
            StoreError: It cannot be read.
        """
        with as_store_error(self.path):
            return disk.read_whole(self.path)

    def replace(self, old: bytes | None, new: bytes) -> None:
        """Put a new version there; the old one is kept, on a stick also beside the file.

        Raises:
            ChangedElsewhere: Somebody else has replaced it in the same moment.
            StoreError: It could not be done. What stands there is the old one or the new.
        """
        with as_store_error(self.path):
            if old:
                self._backups.keep(old)
                if medium_of(self.path.parent) is Medium.FRAIL:
                    disk.replace_whole(disk.generation_of(self.path), old)
            try:
                disk.replace_whole(self.path, new)
            except disk.Overtaken as error:
                raise ChangedElsewhere(self.path) from error
        self._looked = monotonic()
