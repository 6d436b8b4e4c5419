"""One förvaltning's .qpd: read whole, edited in a private copy, published as a whole."""

from contextlib import suppress
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from qpdesk.domain.changes import Change, Edit
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.route import route
from qpdesk.store import disk, scratch
from qpdesk.store.arrival import (
    COPY,
    DOCUMENT,
    Arrival,
    Notice,
    Opening,
    arrive,
    folder_of,
    make_ready,
    mend_copy,
    set_aside,
)
from qpdesk.store.backups import Backup, Backups
from qpdesk.store.copies import copies_beside
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import ChangedElsewhere, Damaged, NotAPlanFile, NotFound, Vanished
from qpdesk.store.guard import Guard
from qpdesk.store.incoming import Incoming, fetch
from qpdesk.store.knowledge import Tips
from qpdesk.store.log import as_json
from qpdesk.store.presence import Note, Presence
from qpdesk.store.reading import read_register
from qpdesk.store.tables import document_id
from qpdesk.store.target import Target
from qpdesk.store.working_copy import WorkingCopy

if TYPE_CHECKING:
    from qpdesk.store.history import Conflict, Deleted, Event
    from qpdesk.store.steps import Step

__all__ = ["DepartmentFile", "Incoming", "Notice", "Opening", "Published"]


class Published(Enum):
    """What a publishing has come to."""

    NOTHING = auto()
    """The file had it all already."""
    WRITTEN = auto()
    """The file is up to date now."""
    PUT_BACK = auto()
    """It was gone, removed or renamed meanwhile, and stands there again."""


class DepartmentFile:
    """The file, as a place to load a register from and write edits to.

    Made by ``open``. Edits go to the working copy at once; the user's file follows at ``publish``.
    """

    def __init__(self, path: Path, folder: Path, backups: Path, guard: Guard, author: str) -> None:
        self._path = path
        self._folder = folder
        self._guard = guard
        self._publishing = Lock()
        self._opened_by: Presence | None = None
        self._loaded: Register | None = None
        self._notices: tuple[Notice, ...] = ()
        self._copy = WorkingCopy(folder / COPY, author)
        try:
            self._make_known(backups, author)
        except BaseException:
            self._copy.close()
            raise

    def _make_known(self, backups: Path, author: str) -> None:
        facts = self._copy.facts
        self._published = facts.get("published", "")
        self._backups = Backups(backups / self._copy.document_id)
        self._target = Target(self._path, self._backups)
        self._note = Note(self._path, author, facts["replica"])
        if facts.get("path") != str(self._path):
            self._copy.set_facts({"path": str(self._path)})
        with suppress(OSError):  # read only when nothing else can be
            (self._folder / DOCUMENT).write_text(self._copy.document_id, encoding="ascii")

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
            folder = folder_of(path, working)
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            guard = Guard(folder, path)
        opened = partial(cls._opened, path, folder, backups, guard, author=author, how=how)
        try:
            arrival = arrive(path, folder, backups, how)
            try:
                return opened(arrival=arrival)
            except Damaged as error:
                if error.path != folder / COPY:
                    raise
                notice = mend_copy(path, folder / COPY)
            arrival = replace(make_ready(path, folder, how), notices=(notice,))
            return opened(arrival=arrival)
        except BaseException:
            guard.release()
            raise

    @classmethod
    def _opened(  # noqa: PLR0913 - what ``open`` has found out
        cls,
        path: Path,
        folder: Path,
        backups: Path,
        guard: Guard,
        *,
        author: str,
        how: Opening,
        arrival: Arrival,
    ) -> Self:
        file = cls(path, folder, backups, guard, author)
        try:
            file._catch_up(how, arrival)
            file._loaded = file._copy.load()
        except BaseException:
            file._close()
            if arrival.is_new:
                scratch.discard(folder / COPY)
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
    def notices(self) -> tuple[Notice, ...]:
        """What was not as usual at opening, for the user to be told."""
        return self._notices

    def copies_beside(self) -> list[Path]:
        """Copies of the file in its folder with edits that we lack: of a sync client, of a hand.

        Raises:
            StoreError: The folder cannot be read.
        """
        return list(copies_beside(self._path, self._copy.document_id, self._copy.tips))

    def set_aside(self) -> list[Backup]:
        """The working copies that had to make room here, the newest first."""
        return set_aside(self._folder)

    @property
    def opened_by(self) -> Presence | None:
        """Somebody else who had the file open when we last looked, on whatever computer."""
        return self._opened_by

    def look(self, *, works: bool = True) -> bool:
        """Whether others have published since we last did or joined; to be asked now and then.

        Looks also who has the file open, and shows others that we have if somebody ``works``.

        Raises:
            Vanished: It is not there any more; the next publishing puts it back.
            StoreError: It cannot be read just now.
        """
        self._opened_by = self._note.refresh() if works else self._note.look()
        with as_store_error(self._path):
            standing = disk.digest_at(self._path)
            if standing is None:
                is_away = not self._path.parent.is_dir()
                raise (NotFound if is_away else Vanished)(self._path)
        return standing != self._copy.facts["base"]

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
        loaded, self._loaded = self._loaded, None
        return loaded or self._copy.load()

    def write(self, edit: Edit, *, undo: bool = False) -> None:
        """Write every change of an edit to the working copy, or none.

        Raises:
            StoreError: It could not be done; nothing has changed.
        """
        self._copy.write(edit, undo=undo)

    def history(self, node_id: NodeId | None = None, limit: int = 500) -> "list[Event]":
        """What has happened to an item, or to all, the newest first."""
        return self._copy.history(node_id, limit)

    def deleted(self) -> "list[Deleted]":
        """What lies in the wastebasket, the last deleted first."""
        return self._copy.deleted()

    def conflicts(self) -> "list[Conflict]":
        """Where people disagree: both values are kept until somebody says a new one."""
        return self._copy.conflicts()

    def steps(self, limit: int = 100) -> "list[Step]":
        """What was done here and can be undone, then what was undone and can be redone."""
        return self._copy.steps(limit)

    def publish(self) -> Published:
        """Bring the user's file up to the working copy, as a whole, verified.

        Raises:
            ChangedElsewhere: The file is no longer the one we know. It is left alone.
            StoreError: It could not be done now. The file is as it was.
        """
        with self._publishing:
            content = self._target.read()
            base = scratch.digest_of(content)
            known_base = self._copy.facts["base"]
            if content is not None and base != known_base:
                raise ChangedElsewhere(self._path)
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
        content = self._target.read()
        if content is not None:
            # As if we had published what stands there: the next publishing replaces it.
            self._unpublish(disk.digest(content))
        self.publish()

    def write_copy(self, path: Path) -> None:
        """Write what the working copy holds to another place, as a whole .qpd.

        Raises:
            StoreError: It could not be written. What stood there stands there.
        """
        with self._publishing:
            fresh, _ = self._built(None)
        with as_store_error(path):
            disk.replace_whole(path, fresh)

    def _built(self, sound: bytes | None) -> tuple[bytes, Tips]:
        """The working copy as it is to be published, verified, and what it knows."""
        outgoing = self._folder / "outgoing.db"
        scratch.discard(outgoing)
        known = self._copy.snapshot(outgoing)
        return scratch.finish(outgoing, sound), known

    def close(self, *, publishing: bool = True) -> None:
        """Publish what is unpublished, unless that is not wanted, and let go.

        Raises:
            StoreError: As ``publish``. The working copy is kept and taken up at the next opening.
        """
        try:
            if publishing and not self.is_published:
                self.publish()
        finally:
            self._let_go()

    def fetch(self) -> Incoming | None:
        """Read what others have put into the file, and see that it is whole: the slow half.

        May run in a worker thread while edits go on. None when there is no file.

        Raises:
            StoreError: The file could not be read; the kind says why.
        """
        with self._publishing:
            return fetch(self._target, self._folder / "fetched.db")

    def join(self, incoming: Incoming | None = None) -> tuple[Change, ...]:
        """Take in what others have put into the file; both sides' edits are kept.

        Args:
            incoming: What ``fetch`` has laid ready; otherwise that is done now.

        Returns:
            What has changed in the register by that, in an order in which it can be shown.

        Raises:
            StoreError: The file could not be read. Nothing has changed.
        """
        incoming = incoming or self.fetch()
        if incoming is None:
            return ()
        with self._publishing, scratch.reopened(incoming.file) as theirs:
            changes = self._copy.join(self._path, theirs, incoming.base)
        scratch.discard(incoming.file)
        if incoming.is_put_back:
            self._copy.set_facts({"published": ""})  # the file is gone or empty: put it back
        self._published = self._copy.facts["published"]
        return changes

    @property
    def tips(self) -> Tips:
        """What the working copy knows."""
        return self._copy.tips

    def history_since(self, known: Tips) -> "list[Event]":
        """What has happened that was not known yet, the newest first."""
        return self._copy.history_since(known)

    def join_copy(self, other: Path) -> tuple[Change, ...]:
        """Take in what a copy of the file has; that copy stays as it is.

        Raises:
            StoreError: It could not be read, or is of another document. Nothing has changed.
        """
        with as_store_error(other):
            if (content := disk.read(other)) is None:
                raise NotFound(other)
        incoming = self._folder / "incoming.db"
        with self._publishing, scratch.opened(other, content, incoming) as (theirs, _):
            if document_id(theirs) != self._copy.document_id:
                raise NotAPlanFile(other, "another document")
            changes = self._copy.join(other, theirs, None)
        scratch.discard(incoming)
        return changes

    def _catch_up(self, how: Opening, arrival: Arrival) -> None:
        """Put a new file in its place at once, so that what is wrong with it shows at once.

        An old one may have changed since we saw it.
        """
        self._notices = arrival.notices
        self._opened_by = self._note.refresh()
        if arrival.is_new:
            self.publish()
            return
        base = self._copy.facts["base"]
        if arrival.content and arrival.content == base:
            return
        content = self._target.read()
        if content is None or disk.digest(content) == base:
            if content is None and Notice.FROM_GENERATION in self._notices:
                self._unpublish(base)
            elif content is None and how is Opening.RECOVER:
                self.publish()
            return
        try:
            self.join()
        except (Damaged, NotAPlanFile):
            if how is not Opening.RECOVER:
                raise
            self.put_back()

    def _unpublish(self, base: str) -> None:
        self._copy.set_facts({"base": base, "sound": "", "published": ""})
        self._published = ""

    def _let_go(self) -> None:
        self._close()
        self._guard.release()

    def _close(self) -> None:
        self._note.take_down()
        self._copy.close()
