"""One förvaltning's .qpd: read whole, edited in a private copy, published as a whole."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from threading import Lock
from time import time_ns
from typing import Self

from qpdesk.domain.changes import Change, Edit
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.route import route
from qpdesk.store import disk, scratch
from qpdesk.store.backups import Backup, Backups
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import ChangedElsewhere, Damaged, NotAPlanFile, NotFound
from qpdesk.store.guard import Guard
from qpdesk.store.history import Conflict, Deleted, Event
from qpdesk.store.journal import new_replica
from qpdesk.store.log import as_json
from qpdesk.store.presence import Note, Presence
from qpdesk.store.reading import read_register
from qpdesk.store.steps import Step
from qpdesk.store.working_copy import WorkingCopy, peek

_COPY = "plan.db"


class Opening(Enum):
    """What to do when a file is not as one hopes."""

    OR_BEGIN = auto()
    """Begin a new one where there is none."""
    EXISTING = auto()
    """A file that is not there is an error, unless there are unpublished edits of it here."""
    RECOVER = auto()
    """Put our working copy, if we have one, in the place of a file that is damaged; that one is
    kept among the backups.
    """


class DepartmentFile:
    """The file, as a place to load a register from and write edits to.

    Made by ``open``. Edits go to the working copy at once; the user's file follows at ``publish``.
    """

    def __init__(self, path: Path, folder: Path, backups: Path, guard: Guard, author: str) -> None:
        self._path = path
        self._folder = folder
        self._guard = guard
        self._publishing = Lock()
        self._copy = WorkingCopy(folder / _COPY, author)
        self._published = self._copy.facts.get("published", "")
        self._backups = Backups(backups / self._copy.document_id)
        self._note = Note(path, author, self._copy.facts["replica"])
        self._opened_by: Presence | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        working: Path,
        backups: Path,
        *,
        author: str = "",
        how: Opening = Opening.OR_BEGIN,
    ) -> Self:
        """Open a file, or begin a new one.

        Args:
            path: The user's file. It is read here, and replaced as a whole at ``publish``.
            working: The folder of all working copies; local.
            backups: The folder where replaced versions are kept; local.
            author: Who works, for the history.
            how: What to do when the file is not there, or damaged.

        Raises:
            StoreError: It could not be opened; the kind says why. The file is untouched.
        """
        with as_store_error(path):
            path = path.resolve()
            folder = working / disk.digest(str(path).encode())[:32]
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            guard = Guard(folder, path)
        try:
            try:
                seen = _make_ready(path, folder, how)
            except (Damaged, NotAPlanFile):
                if how is not Opening.RECOVER or not (folder / _COPY).exists():
                    raise
                seen = _Seen(is_new=False)
            file = cls(path, folder, backups, guard, author)
        except BaseException:
            guard.release()
            raise
        try:
            file._catch_up(how, seen)
        except BaseException:
            file._let_go()
            if seen.is_new:
                scratch.discard(folder / _COPY)
            raise
        return file

    @property
    def path(self) -> Path:
        """The user's file."""
        return self._path

    @property
    def is_published(self) -> bool:
        """Whether the user's file holds every edit; the working copy always does."""
        return self._published == as_json(self._copy.tips)

    @property
    def opened_by(self) -> Presence | None:
        """Somebody else who had the file open when we last looked, on whatever computer."""
        return self._opened_by

    def look(self) -> bool:
        """Whether others have published since we last did or joined; to be asked now and then.

        Looks also who has the file open, and shows others that we have.

        Raises:
            StoreError: The file cannot be read just now.
        """
        self._opened_by = self._note.refresh()
        with as_store_error(self._path):
            content = disk.read(self._path)
        return content is not None and disk.digest(content) != self._copy.facts["base"]

    def backups(self) -> list[Backup]:
        """The versions that have been replaced, the newest first."""
        return self._backups.all()

    def compare(self, backup: Backup) -> tuple[Change, ...]:
        """What would lead from the register as it is to that of a backup.

        Raises:
            StoreError: The backup cannot be read.
        """
        before = {node.id: node for node in self.load().nodes()}
        after = {node.id: node for node in read_register(backup.path).nodes()}
        return tuple(route(before, after))

    def load(self) -> Register:
        """The whole register."""
        return self._copy.load()

    def write(self, edit: Edit, *, undo: bool = False) -> None:
        """Write every change of an edit to the working copy, or none.

        Raises:
            StoreError: It could not be done; nothing has changed.
        """
        self._copy.write(edit, undo=undo)

    def history(self, node_id: NodeId | None = None, limit: int = 500) -> list[Event]:
        """What has happened to an item, or to all, the newest first."""
        return self._copy.history(node_id, limit)

    def deleted(self) -> list[Deleted]:
        """What lies in the wastebasket, the last deleted first."""
        return self._copy.deleted()

    def conflicts(self) -> list[Conflict]:
        """Where people disagree: both values are kept until somebody says a new one."""
        return self._copy.conflicts()

    def steps(self, limit: int = 100) -> list[Step]:
        """What was done here and can be undone, then what was undone and can be redone."""
        return self._copy.steps(limit)

    def publish(self) -> None:
        """Bring the user's file up to the working copy, as a whole, verified.

        Raises:
            ChangedElsewhere: The file is no longer the one we know. It is left alone.
            StoreError: It could not be done now. The file is as it was.
        """
        with self._publishing:
            with as_store_error(self._path):
                content = disk.read(self._path)
            base = scratch.digest_of(content)
            if content is not None and base != self._copy.facts["base"]:
                raise ChangedElsewhere(self._path)
            if content is not None and self.is_published:
                return
            outgoing = self._folder / "outgoing.db"
            scratch.discard(outgoing)
            known = self._copy.snapshot(outgoing)
            is_sound = content is not None and base == self._copy.facts.get("sound")
            fresh = scratch.finish(outgoing, content if is_sound else None)
            with as_store_error(self._path):
                if content is not None:
                    self._backups.keep(content)
                disk.replace_whole(self._path, fresh)
            base = disk.digest(fresh)
            self._copy.set_facts({"base": base, "sound": base, "published": as_json(known)})
            self._published = as_json(known)

    def close(self) -> None:
        """Publish what is unpublished and let go.

        Raises:
            StoreError: As ``publish``. The working copy is kept and taken up at the next opening.
        """
        try:
            if not self.is_published:
                self.publish()
        finally:
            self._let_go()

    def join(self) -> tuple[Change, ...]:
        """Take in what others have put into the file; both sides' edits are kept.

        Returns:
            What has changed in the register by that, in an order in which it can be shown.

        Raises:
            StoreError: The file could not be read. Nothing has changed.
        """
        with self._publishing:
            with as_store_error(self._path):
                content = disk.read(self._path)
            if content is None:
                return ()
            incoming = self._folder / "incoming.db"
            with scratch.opened(self._path, content, incoming) as (theirs, _):
                changes = self._copy.join(self._path, theirs, disk.digest(content))
            scratch.discard(incoming)
            self._published = self._copy.facts["published"]
            return changes

    def _catch_up(self, how: Opening, seen: "_Seen") -> None:
        """Put a new file in its place at once, so that what is wrong with it shows at once.

        An old one may have changed since we saw it.
        """
        self._opened_by = self._note.refresh()
        if seen.is_new:
            self.publish()
            return
        if seen.content == self._copy.facts["base"]:
            return
        with as_store_error(self._path):
            content = disk.read(self._path)
        if content is None or disk.digest(content) == self._copy.facts["base"]:
            return
        try:
            self.join()
        except (Damaged, NotAPlanFile):
            if how is not Opening.RECOVER:
                raise
            # As if we had published what stands there: the next publishing replaces it.
            self._copy.set_facts({"base": disk.digest(content), "published": ""})
            self._published = ""
            self.publish()

    def _let_go(self) -> None:
        self._note.take_down()
        self._copy.close()
        self._guard.release()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found at the user's path."""

    is_new: bool
    content: str = ""
    """What it is known by; "" where that was not looked at, or there was none."""


def _make_ready(path: Path, folder: Path, how: Opening) -> _Seen:
    """See to it that there is a working copy for the file."""
    copy = folder / _COPY
    with as_store_error(path):
        content = disk.read(path)
        is_away = not path.parent.is_dir()
    known = peek(copy)
    if known is not None and content is not None:
        if (found := disk.digest(content)) == known.base:
            return _Seen(is_new=False, content=found)
        if scratch.document_of(path, content, folder / "incoming.db") == known.document:
            return _Seen(is_new=False)
    elif known is not None and (is_away or not known.is_published):
        return _Seen(is_new=False)  # the file is lost, or its share is away: the work is here
    if content is None and (how is not Opening.OR_BEGIN or is_away):
        raise NotFound(path)
    if known is not None:
        _set_aside(copy)  # it belongs to another file that stood here
    facts = {"replica": new_replica(), "base": scratch.digest_of(content)}
    fresh = copy.with_name("incoming.db")
    if content is None:
        scratch.begin(fresh, facts)
    else:
        scratch.take_in(path, content, fresh, facts)
    fresh.replace(copy)
    return _Seen(is_new=content is None, content=facts["base"])


def _set_aside(copy: Path) -> None:
    """Make room for another file's working copy; what it holds stays on this computer."""
    copy.replace(copy.with_name(f"set-aside-{time_ns():x}.db"))
