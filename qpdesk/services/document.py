"""An open förvaltning: its file and its register, always telling the same story."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from qpdesk.domain.changes import Change, Edit
from qpdesk.domain.register import Register
from qpdesk.store.department_file import DepartmentFile
from qpdesk.system.paths import Paths


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

    Raises:
        StoreError: The file could not be opened; the kind says why. It is untouched.
    """

    def __init__(self, path: Path, paths: Paths, *, author: str = "") -> None:
        self._file = DepartmentFile.open(path, paths.working, paths.backups, author=author)
        self._register = self._file.load()
        self._listeners: list[Listener] = []

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
            EditRefused: The register has changed since the edit was made.
            StoreError: It could not be written. Register and disk are as before.
        """
        if not edit.changes:
            return
        self._register.rehearse(edit)
        self._file.write(edit, undo=undo)
        for change in edit.changes:
            for listener in self._listeners:
                listener.about_to_change(change)
            self._register.apply(change)
            for listener in self._listeners:
                listener.changed(change)
        for listener in self._listeners:
            listener.edited(edit)

    def publish(self) -> None:
        """Bring the user's file up to the working copy, as a whole, verified.

        Raises:
            StoreError: It could not be done now. The edits are safe in the working copy, and the
                user's file is as it was.
        """
        self._file.publish()

    def close(self) -> None:
        """Publish what is unpublished and let go.

        Raises:
            StoreError: As ``publish``. The working copy is kept and taken up at the next opening.
        """
        self._file.close()
