"""What others have put into the file, or a copy of it: read, found whole, and joined to ours."""

from pathlib import Path
from typing import TYPE_CHECKING

from qpdesk.store import collector, disk, scratch
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound
from qpdesk.store.joining import work_out
from qpdesk.store.publishing import Publisher
from qpdesk.store.tables import Cursor, document_id
from qpdesk.store.target import Target
from qpdesk.store.watching import Watch
from qpdesk.store.working_copy import WorkingCopy
from qpdesk.values import dataclass

if TYPE_CHECKING:
    from qpdesk.store.history import Event

_ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file's content that is ready to be joined."""

    file: Path
    """A private copy that has passed all checks."""
    base: str
    """What the user's file is known by."""
    is_put_back: bool
    """Whether it is the generation beside a file that is gone or empty."""


class Intake:
    """Takes in others' edits; both sides' are kept.

    Args:
        copy: The working copy.
        target: The user's file.
        publisher: Who publishes; nothing is published while something is taken in.
        folder: Where the working copy lies; what is read stands there for a moment.
    """

    def __init__(
        self, copy: WorkingCopy, target: Target, publisher: Publisher, folder: Path
    ) -> None:
        self._copy = copy
        self._target = target
        self._publisher = publisher
        self._folder = folder

    def fetch(self, watch: Watch | None = None) -> Incoming | None:
        """Read what stands at the user's path, and see that it is whole; None when nothing does.

        Raises:
            StoreError: It could not be read; the kind says why.
        """
        # The collector is let in when all is thrown away again, as in ``scratch.finish``.
        with self._publisher.lock, collector.at_rest():
            try:
                return self._fetched(watch)
            except (Damaged, NotAPlanFile):  # a disk or a share may fail for a moment: read again
                return self._fetched(watch)

    def _fetched(self, watch: Watch | None) -> Incoming | None:
        file, standing = self._folder / "fetched.db", self._target.read()
        if (content := standing or self._target.read_whole()) is None:
            return None
        base = scratch.digest_of(content if standing is None else standing)
        with scratch.opened(self._target.path, content, file, watch) as (_, outcome):
            outcome.let_go()
            return Incoming(file, base, is_put_back=content is not standing)

    def take_in(self, incoming: Incoming) -> "list[Event]":
        """Join what ``fetch`` has laid ready; may run in a worker thread while edits go on.

        Returns:
            What others had done, the newest first.

        Raises:
            StoreError: It contradicts ours. Nothing has changed.
        """
        with self._publisher.lock, collector.at_rest():
            with scratch.reopened(incoming.file) as theirs:
                events = self._joined(self._target.path, theirs, incoming.base)
            scratch.discard(incoming.file)
            if incoming.is_put_back:
                self._copy.set_facts({"published": ""})  # the file is gone or empty: put it back
            self._publisher.look_up()
        return events

    def take_in_copy(self, other: Path) -> "list[Event]":
        """Join what a copy of the file has; that copy stays as it is.

        Raises:
            StoreError: It could not be read, or is of another document. Nothing has changed.
        """
        with as_store_error(other):
            if (content := disk.read(other)) is None:
                raise NotFound(other)
        file = self._folder / "incoming.db"
        with (
            self._publisher.lock,
            collector.at_rest(),
            scratch.opened(other, content, file) as (theirs, outcome),
        ):
            outcome.let_go()
            if document_id(theirs) != self._copy.document_id:
                raise NotAPlanFile(other, "another document")
            events = self._joined(other, theirs, None)
        scratch.discard(file)
        return events

    def _joined(self, path: Path, theirs: Cursor, base: str | None) -> "list[Event]":
        """Work the join out on a snapshot; if there were edits meanwhile, on another one.

        In the end edits wait, so that it comes to an end.
        """
        for _ in range(_ATTEMPTS):
            events = self._attempted(path, theirs, base)
            if events is not None:
                return events
        with self._copy.at_rest():
            return self._attempted(path, theirs, base) or []

    def _attempted(self, path: Path, theirs: Cursor, base: str | None) -> "list[Event] | None":
        from qpdesk.store.history import Archive  # noqa: PLC0415 - no opening needs it

        file = self._folder / "joining.db"
        scratch.discard(file)
        self._copy.snapshot(file)
        try:
            with scratch.reopened(file) as ours:
                with as_store_error(file):
                    joined = work_out(path, ours, theirs, base)
                if not self._copy.enter(joined):
                    return None
                return Archive(ours).events_since(joined.known)
        finally:
            scratch.discard(file)
