"""Brings the user's file up to the working copy: built aside, verified, replaced as a whole."""

from enum import Enum, auto
from pathlib import Path
from threading import Lock

from qpdesk.store import disk, scratch
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import ChangedElsewhere
from qpdesk.store.knowledge import Tips
from qpdesk.store.log import as_json
from qpdesk.store.target import Target
from qpdesk.store.working_copy import WorkingCopy


class Published(Enum):
    """What a publishing has come to."""

    NOTHING = auto()
    """The file had it all already."""
    WRITTEN = auto()
    """The file is up to date now."""
    PUT_BACK = auto()
    """It was gone, removed or renamed meanwhile, and stands there again."""


class Publisher:
    """Knows what the user's file held when we last dealt with it, and what it lacks.

    Args:
        copy: The working copy.
        target: The user's file.
        folder: Where the working copy lies; what is built stands there for a moment.
    """

    def __init__(self, copy: WorkingCopy, target: Target, folder: Path) -> None:
        self._copy = copy
        self._target = target
        self._folder = folder
        self.lock = Lock()
        """Held by whoever builds the file's content, or takes it in; edits need not wait."""
        self.look_up()

    def look_up(self) -> None:
        """Ask the working copy what is published, after it may have taken something in."""
        self._published = self._copy.facts.get("published", "")

    @property
    def is_published(self) -> bool:
        """Whether the user's file holds every edit."""
        return self._published == as_json(self._copy.tips)

    @property
    def base(self) -> str:
        """What we know the user's file by."""
        return self._copy.facts["base"]

    def standing(self) -> str | None:
        """What is known by that now; None when nothing stands there.

        Raises:
            StoreError: It cannot be read.
        """
        content = self._target.read()
        return None if content is None else disk.digest(content)

    def disown(self, base: str) -> None:
        """As if we had published what is known by ``base``: the next publishing replaces it."""
        self._copy.set_facts({"base": base, "sound": "", "published": ""})
        self._published = ""

    def publish(self) -> Published:
        """Bring the user's file up to the working copy.

        Raises:
            ChangedElsewhere: The file is no longer the one we know. It is left alone.
            StoreError: It could not be done now. The file is as it was.
        """
        with self.lock:
            content = self._target.read()
            base = scratch.digest_of(content)
            known_base = self.base
            if content is not None and base != known_base:
                raise ChangedElsewhere(self._target.path)
            if content is not None and self.is_published:
                return Published.NOTHING
            is_sound = content is not None and base == self._copy.facts.get("sound")
            fresh, known = self._built(content if is_sound else None)
            self._target.replace(content, fresh)
            base = disk.digest(fresh)
            self._copy.set_facts({"base": base, "sound": base, "published": as_json(known)})
            self._published = as_json(known)
        return Published.PUT_BACK if content is None and known_base else Published.WRITTEN

    def put_back(self) -> None:
        """Put our work in the place of whatever stands there; that is kept among the backups.

        Raises:
            StoreError: As ``publish``.
        """
        standing = self.standing()
        if standing is not None:
            self.disown(standing)
        self.publish()

    def write_copy(self, path: Path) -> None:
        """Write what the working copy holds to another place, as a whole .qpd.

        Raises:
            StoreError: It could not be written. What stood there stands there.
        """
        with self.lock:
            fresh, _ = self._built(None)
        with as_store_error(path):
            disk.replace_whole(path, fresh)

    def _built(self, sound: bytes | None) -> tuple[bytes, Tips]:
        """The working copy as it is to be published, verified, and what it knows."""
        outgoing = self._folder / "outgoing.db"
        scratch.discard(outgoing)
        known = self._copy.snapshot(outgoing)
        return scratch.finish(outgoing, sound), known
