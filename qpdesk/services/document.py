"""An open förvaltning: its file and its register, always telling the same story."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from qpdesk.domain.changes import Change, Deed, Edit
from qpdesk.domain.errors import OpenForReading
from qpdesk.domain.order import NodeId
from qpdesk.domain.plans import refuse_closed
from qpdesk.domain.register import Register
from qpdesk.store.arrival import COPY, folder_of
from qpdesk.store.backups import Backup
from qpdesk.store.department_file import Published
from qpdesk.store.errors import ChangedElsewhere, Unseen
from qpdesk.store.opening import Notice, Opening, open_file
from qpdesk.store.presence import Presence
from qpdesk.store.reading import Glance, glance
from qpdesk.store.repair import salvage
from qpdesk.store.watching import Progress
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.store.history import Conflict, Deleted, Event
    from qpdesk.store.steps import Step

__all__ = ["Document", "Listener", "Notice", "Opening", "Published"]

_ATTEMPTS = 3  # others may publish again while we take in what they published


def is_known(path: Path, paths: Paths) -> bool:
    """Whether a file has been worked in on this computer, so that its work is here."""
    return (folder_of(path.resolve(), paths.working) / COPY).exists()


class Listener(Protocol):
    """Who wants to know what happens to the register. Called in this order for every edit."""

    def about_to_change(self, change: Change) -> None:
        """One change is about to be made."""

    def changed(self, change: Change) -> None:
        """That change has been made."""

    def edited(self, edit: Edit) -> None:
        """All changes of the edit have been made, and are on disk."""


class Document:
    """The only door to a förvaltning's data. Every edit passes through ``apply``.

    Args:
        path: The .qpd file. One that is not there is begun.
        paths: The folders of this installation.
        author: Who works, for the history.
        how: What to do when the file is not there, or damaged.
        progress: Is told how many of how many rows have been gone through; what it raises ends the
            opening, and nothing has changed.

    Raises:
        StoreError: The file could not be opened; the kind says why. It is untouched.
    """

    def __init__(
        self,
        path: Path,
        paths: Paths,
        *,
        author: str = "",
        how: Opening = Opening.OR_BEGIN,
        progress: Progress | None = None,
    ) -> None:
        self._file = open_file(
            path, paths.working, paths.backups, author=author, how=how, progress=progress
        )
        self._register = self._file.load()
        self._listeners: list[Listener] = []
        self.is_for_reading = False
        """Whether edits are refused and nothing is published; others' edits are shown as ever."""

    @property
    def path(self) -> Path:
        """The user's .qpd file."""
        return self._file.path

    @property
    def register(self) -> Register:
        """The register, to read."""
        return self._register

    @property
    def is_published(self) -> bool:
        """Whether the user's file holds every edit; the working copy always does."""
        return self._file.is_published

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener`` of every change from now on; call what is returned to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, edit: Edit, *, undo: bool = False) -> None:
        """Rehearse the edit, write it, then show it. If a step fails, no later one is taken.

        Args:
            edit: What to do. Without changes, nothing happens.
            undo: Whether the edit takes an earlier one back, for the history.

        Raises:
            EditRefused: The register has changed since the edit was made, a plan is closed, or all
                is only read.
            StoreError: It could not be written. Register and disk are as before.
        """
        if not edit.changes:
            return
        if self.is_for_reading:
            raise OpenForReading
        self._write(edit, undo=undo)
        self._show(edit)

    def _write(self, edit: Edit, *, undo: bool) -> None:
        """What others did is shown first: nobody edits what they have not seen."""
        while True:
            self.show_joined()
            if not undo:
                refuse_closed(self._register, edit)
            self._register.rehearse(edit)
            with suppress(Unseen):
                self._file.write(edit, undo=undo)
                return

    def history(self, node_id: NodeId | None = None, limit: int = 500) -> "list[Event]":
        """What has happened to an item, or to all, the newest first."""
        return self._file.history(node_id, limit)

    def deleted(self) -> "list[Deleted]":
        """What lies in the wastebasket, the last deleted first."""
        return self._file.deleted()

    def conflicts(self) -> "list[Conflict]":
        """Where people disagree: both values are kept until somebody says a new one."""
        return self._file.conflicts()

    @property
    def opened_by(self) -> Presence | None:
        """Somebody else who had the file open when we last looked, on whatever computer."""
        return self._file.opened_by

    def look(self) -> bool:
        """Whether others have published meanwhile, so that ``publish`` would take in their edits.

        To be asked every half minute or so; it also shows others that we have the file open.

        Raises:
            Vanished: It is not there any more; the next publishing puts it back.
            StoreError: It cannot be read just now.
        """
        return self._file.look(works=not self.is_for_reading)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was not as usual at opening, for the user to be told."""
        return self._file.notices

    def copies_beside(self) -> list[Path]:
        """Copies of the file in its folder with edits that it lacks; slow, for a worker thread.

        Sync clients make them when two computers have saved: ``take_in_copy`` joins one.

        Raises:
            StoreError: The folder cannot be read.
        """
        return self._file.copies_beside()

    def take_in_copy(self, other: Path) -> "list[Event]":
        """Join what such a copy has, as ``take_in``; the copy itself stays as it is.

        Raises:
            StoreError: It could not be read, or is a copy of something else. Nothing has changed.
        """
        return self._file.take_in_copy(other)

    def set_aside(self) -> list[Backup]:
        """Working copies that had to make room on this computer, damaged or of other files."""
        return self._file.set_aside()

    def backups(self) -> list[Backup]:
        """The versions of the file that have been replaced, the newest first."""
        return self._file.backups()

    def glance(self, backup: Backup) -> Glance:
        """Who worked last in a version, and how many items it has; slow, for a worker thread.

        Raises:
            StoreError: It cannot be read.
        """
        return glance(backup.path)

    def write_out(self, backup: Backup, path: Path) -> None:
        """Write a version, or a working copy that was set aside, as a file of its own.

        Raises:
            StoreError: It is damaged, or could not be written. What stood there stands there.
        """
        salvage(backup.path, path)

    def write_copy(self, path: Path) -> None:
        """Write all as it is now as a file of its own; the work goes on in the one that is open.

        Raises:
            StoreError: It could not be written. What stood there stands there.
        """
        self._file.write_copy(path)

    def put_back(self) -> None:
        """Put our work in the place of whatever stands there; that is kept among the backups.

        Raises:
            StoreError: It could not be done now.
        """
        self._file.put_back()

    def compare(self, backup: Backup) -> Edit:
        """What would take the register back to a backup: to look at, then to apply, or not.

        Applied, it is an edit as any other: nothing that came after the backup is lost by it.

        Raises:
            StoreError: The backup cannot be read.
        """
        note = backup.at.astimezone().isoformat(timespec="seconds")
        return Edit(Deed.RESTORE, self._file.compare(backup), note)

    def steps(self, limit: int = 100) -> "list[Step]":
        """What can be undone, the oldest first, then what can be redone, the next first.

        For the undo stack of a window that has just been opened: what was done on this computer.
        """
        return self._file.steps(limit)

    def publish(self) -> None:
        """Bring the user's file up to the working copy, as a whole, verified.

        If others have published meanwhile, their edits are taken in and shown first: nobody's
        work is overwritten.

        Raises:
            StoreError: It could not be done now. The edits are safe in the working copy, and the
                user's file is as it was.
        """
        for _ in range(_ATTEMPTS):
            try:
                self.publish_ours()
            except ChangedElsewhere:
                self.join()
            else:
                return
        self.publish_ours()

    def publish_ours(self) -> Published:
        """The slow half of ``publish``: may run in a worker thread while edits go on.

        Raises:
            ChangedElsewhere: Others have published. ``join`` first, then try again.
            StoreError: As ``publish``.
        """
        return self._file.publish()

    def take_in(self) -> "list[Event]":
        """The slow half of ``join``: may run in a worker thread while edits go on.

        What it has joined is shown by ``show_joined``, or before the next edit.

        Returns:
            What others had done, the newest first.

        Raises:
            StoreError: The file could not be read; the kind says why. Nothing has changed.
        """
        return self._file.take_in()

    def show_joined(self, most: int | None = None) -> bool:
        """Show what was joined, on the thread of the listeners; whether there is more of it.

        Args:
            most: So many changes at most; None for all.
        """
        changes = self._file.unseen(most)
        if changes:
            self._show(Edit(Deed.JOIN, changes))
        return most is not None and len(changes) == most

    def join(self) -> "list[Event]":
        """Take in what others have published, and show it: on the thread of the listeners.

        Returns:
            What others had done, the newest first.

        Raises:
            StoreError: The file could not be read. Nothing has changed.
        """
        events = self.take_in()
        self.show_joined()
        return events

    def close(self) -> None:
        """Publish what is unpublished and let go.

        Raises:
            StoreError: As ``publish``. The working copy is kept and taken up at the next opening.
        """
        try:
            if not self.is_published and not self.is_for_reading:
                self.publish()
        finally:
            self._file.close(publishing=False)  # a share that is away is not tried twice

    def leave(self) -> None:
        """Let go of the file without a look at its place, which does not answer.

        What is still being done with it fails. The edits are taken up at the next opening.
        """
        self._file.leave()

    def _show(self, edit: Edit) -> None:
        """Let the register follow what is on the disk already."""
        for change in edit.changes:
            for listener in self._listeners:
                listener.about_to_change(change)
            self._register.apply(change)
            for listener in self._listeners:
                listener.changed(change)
        for listener in self._listeners:
            listener.edited(edit)
