"""One förvaltning's .qpd: read whole, edited in a private copy, published as a whole."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qpdesk.domain.changes import Change, Edit
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.route import route
from qpdesk.store import disk
from qpdesk.store.arrival import COPY, DOCUMENT, Notice, set_aside
from qpdesk.store.backups import Backup, Backups
from qpdesk.store.copies import copies_beside
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import NotFound, Vanished
from qpdesk.store.guard import Guard
from qpdesk.store.incoming import Incoming, Intake
from qpdesk.store.presence import Note, Presence
from qpdesk.store.publishing import Published, Publisher
from qpdesk.store.reading import read_register
from qpdesk.store.target import Target
from qpdesk.store.watching import Watch
from qpdesk.store.working_copy import WorkingCopy

if TYPE_CHECKING:
    from qpdesk.store.history import Conflict, Deleted, Event
    from qpdesk.store.steps import Step

__all__ = ["DepartmentFile", "Incoming", "Published"]


class DepartmentFile:
    """The file, as a place to load a register from and write edits to.

    Made by ``opening.open_file``. Edits go to the working copy at once; the user's file follows at
    ``publish``.
    """

    def __init__(self, path: Path, folder: Path, backups: Path, guard: Guard, author: str) -> None:
        self._path = path
        self._folder = folder
        self._guard = guard
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
        self._backups = Backups(backups / self._copy.document_id)
        target = Target(self._path, self._backups)
        self.publisher = Publisher(self._copy, target, self._folder)
        self._intake = Intake(self._copy, target, self.publisher, self._folder)
        self._note = Note(self._path, author, facts["replica"])
        if facts.get("path") != str(self._path):
            self._copy.set_facts({"path": str(self._path)})
        with suppress(OSError):  # read only when nothing else can be
            (self._folder / DOCUMENT).write_text(self._copy.document_id, encoding="ascii")

    def arrived(self, notices: tuple[Notice, ...]) -> None:
        """Show others that we are here; ``notices`` are what was not as usual on the way."""
        self._notices = notices
        self._opened_by = self._note.refresh()

    def read_ahead(self, watch: Watch) -> None:
        """Read the register for the first ``load`` already, to see that it can be read.

        Args:
            watch: Is told how far it is.

        Raises:
            StoreError: It cannot.
        """
        self._loaded = self._copy.load(watch)

    @property
    def path(self) -> Path:
        """The user's file."""
        return self._path

    @property
    def is_published(self) -> bool:
        """Whether the user's file holds every edit; the working copy always does."""
        return self.publisher.is_published

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
            Unseen: Something was joined that has not been handed out by ``unseen`` yet.
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
        return self.publisher.publish()

    def put_back(self) -> None:
        """Put our work in the place of whatever stands there; that is kept among the backups.

        Raises:
            StoreError: As ``publish``.
        """
        self.publisher.put_back()

    def write_copy(self, path: Path) -> None:
        """Write what the working copy holds to another place, as a whole .qpd.

        Raises:
            StoreError: It could not be written. What stood there stands there.
        """
        self.publisher.write_copy(path)

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

    def fetch(self, watch: Watch | None = None) -> Incoming | None:
        """Read what others have put into the file, and see that it is whole: the slow half.

        May run in a worker thread while edits go on. None when there is no file.

        Args:
            watch: Is told how far it is.

        Raises:
            StoreError: The file could not be read; the kind says why.
        """
        return self._intake.fetch(watch)

    def take_in(self, incoming: Incoming | None = None) -> "list[Event]":
        """Join what others have put into the file; both sides' edits are kept.

        May run in a worker thread while edits go on. Nothing is written afterwards until ``unseen``
        has handed out what has changed by it.

        Args:
            incoming: What ``fetch`` has laid ready; otherwise that is done now.

        Returns:
            What others had done, the newest first.

        Raises:
            StoreError: The file could not be read. Nothing has changed.
        """
        incoming = incoming or self.fetch()
        return [] if incoming is None else self._intake.take_in(incoming)

    def take_in_copy(self, other: Path) -> "list[Event]":
        """Join what a copy of the file has, as ``take_in``; that copy stays as it is.

        Raises:
            StoreError: It could not be read, or is of another document. Nothing has changed.
        """
        return self._intake.take_in_copy(other)

    def unseen(self, most: int | None = None) -> tuple[Change, ...]:
        """Hand out what was joined and not shown yet, in an order in which it can be shown."""
        return self._copy.unseen(most)

    def _let_go(self) -> None:
        self.put_away()
        self._guard.release()

    def leave(self) -> None:
        """Let go as far as that is ours alone: the file's place does not answer."""
        self._copy.close()
        self._guard.release()

    def put_away(self) -> None:
        """Let go of the working copy, but not of the right to open it again."""
        self._note.take_down()
        self._copy.close()
