"""The private database that takes every edit; the user's own file is made from it."""

from collections import deque
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import sleep
from typing import TYPE_CHECKING

from sqlalchemy import select

from qpdesk.domain.changes import Added, Change, Edit, Moved, Removed
from qpdesk.domain.errors import StaleEdit
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.store import collector, tables, tail
from qpdesk.store.database import (
    Transaction,
    as_store_error,
    cursor_of,
    scratch_engine,
    working_engine,
)
from qpdesk.store.errors import Damaged, StoreError, Unseen
from qpdesk.store.joining import Joined, enter
from qpdesk.store.journal import Journal, Tip, add_person
from qpdesk.store.knowledge import Tips, facts, set_facts, tips
from qpdesk.store.log_tables import changeset, person
from qpdesk.store.tables import sql
from qpdesk.store.watching import Watch

if TYPE_CHECKING:
    from qpdesk.store.history import Archive, Conflict, Deleted, Event
    from qpdesk.store.steps import Step

_PAGES = 400  # copied in one go, in about a millisecond, while edits wait
_PAUSE = 0.001  # seconds between, so that they get their turn


class WorkingCopy:
    """An open working copy. Every write is on the disk when it returns.

    One thread may write while another takes a snapshot.

    Raises:
        InUse: Another process has it open.
        StoreError: It cannot be opened.
    """

    def __init__(self, file: Path, author: str) -> None:
        self.file = file
        self._engine = working_engine(file)
        self._lock = RLock()
        self._done: list[tuple[str, Edit]] = []
        self._undone: list[tuple[str, Edit]] = []
        self._unseen: deque[Change] = deque()
        with as_store_error(file):
            try:
                self._connection = self._engine.connect()
                self._connection.rollback()
                self._cursor = cursor_of(self._connection)
                self._transaction = Transaction(file, self._cursor, self._lock)
                with self._transaction:
                    tail.settle(self._cursor)
                    self._start(author)
            except BaseException:
                self._engine.dispose()
                raise

    def load(self, watch: Watch | None = None) -> Register:
        """The whole register; ``watch`` is told how far it is.

        Raises:
            Damaged: The tables do not hold together.
        """
        with self._whole(), collector.at_rest():
            try:
                if watch is None:
                    return Register(tables.nodes(self._cursor))
                watch.expect(tables.size(self._cursor))
                return Register(watch(tables.nodes(self._cursor)))
            except (KeyError, ValueError, StaleEdit) as error:
                raise Damaged(self.file, type(error).__name__) from error

    def write(self, edit: Edit, *, undo: bool) -> None:
        """Write an edit, in one transaction or not at all.

        Raises:
            Unseen: Something was joined that the edit's author cannot have seen.
        """
        kind, at = self._kind(edit, undo=undo)
        steps = self._done if undo else self._undone
        undoes = steps[at][0] if at >= 0 else None
        with self._lock:
            if self._unseen:
                raise Unseen(self.file)
            about = self._journal.next(edit, kind, undoes)
            if act := self._journal.act(about, edit):
                self._transaction.alone(tail.KEEP, act)
            else:
                revived = self._revived(edit)
                with self._transaction:
                    self._journal.append(about, edit, sorted(revived))
                self._undead -= revived
            self._journal.stands(about, waits=act is not None)
            self._tips[self._journal.replica] = about.id
            self._remember(edit, kind, at, about.id)

    @property
    def document_id(self) -> str:
        """The id that travels with every copy of the file."""
        with self._lock, as_store_error(self.file):
            return tables.document_id(self._cursor)

    def history(self, item: NodeId | None, limit: int) -> "list[Event]":
        """What has happened, the newest first."""
        with self._whole():
            return self._archive().events(item, limit)

    def deleted(self) -> "list[Deleted]":
        """What lies in the wastebasket."""
        with self._whole():
            return self._archive().deleted()

    def conflicts(self) -> "list[Conflict]":
        """Where people disagree; one person alone cannot."""
        if len(self._tips) == 1:
            return []
        with self._whole():
            return self._archive().conflicts(self._doubles, self._undead)

    def steps(self, limit: int) -> "list[Step]":
        """What can be undone and redone; from now on ``write`` knows these steps by their edits."""
        from qpdesk.store.steps import steps  # noqa: PLC0415 - the plan is seen before

        with self._whole():
            found = steps(self._cursor, self._journal.replica, limit)
        self._done = [(step.changeset, step.edit) for step in found if not step.is_undone]
        undone = [(step.changeset, step.edit) for step in found if step.is_undone]
        self._undone = undone[::-1]
        return found

    @contextmanager
    def _whole(self) -> Generator[None]:
        """To read log and tables in. Where there is no room to enter what waits, it waits on."""
        with self._lock, as_store_error(self.file):
            with suppress(StoreError):
                self._settle()
            if not self._journal.waits:
                yield
                return
            with self._transaction.taken_back():
                tail.settle(self._cursor)
                yield

    def _settle(self) -> None:
        """Enter what waits in the tail."""
        with self._lock:
            if self._journal.waits:
                with self._transaction:
                    tail.settle(self._cursor)
                self._journal.settled()

    def _archive(self) -> "Archive":
        from qpdesk.store.history import Archive  # noqa: PLC0415 - no opening needs it

        return Archive(self._cursor)

    @property
    def tips(self) -> Tips:
        """What it knows."""
        return self._tips.copy()

    @property
    def facts(self) -> dict[str, str]:
        """What it knows about itself: its replica, and what was published."""
        with self._lock, as_store_error(self.file):
            return facts(self._cursor)

    def set_facts(self, values: Mapping[str, str]) -> None:
        """Set some of it."""
        with self._transaction:
            set_facts(self._cursor, values)

    def enter(self, joined: Joined) -> bool:
        """Take in what a join has come to; False if there were edits since it was worked out.

        Until it has been handed out by ``unseen``, nothing else is written.
        """
        with self._lock:
            if self._tips != joined.known:
                return False
            with self._transaction:
                enter(self._cursor, joined)
            self._unseen += joined.changes
            if joined.replica is not None:
                self._journal.replica = joined.replica
                self._done.clear()
                self._undone.clear()
            with as_store_error(self.file):
                self._look_up_tips()
            self._undead, self._doubles = joined.undead, joined.doubles
        return True

    def unseen(self, most: int | None = None) -> tuple[Change, ...]:
        """Hand out what was joined and has not been shown yet, in the order to show it in."""
        with self._lock:
            count = len(self._unseen) if most is None else min(most, len(self._unseen))
            return tuple(self._unseen.popleft() for _ in range(count))

    @contextmanager
    def at_rest(self) -> Generator[None]:
        """Let edits of other threads wait."""
        with self._lock:
            yield

    def snapshot(self, into: Path) -> Tips:
        """Copy it, page by page so that edits need not wait; returns what the copy knows."""
        self._settle()
        engine = scratch_engine(into)
        with as_store_error(into), self._lock, engine.connect() as connection:
            source = self._connection.connection.driver_connection
            target = connection.connection.driver_connection
            assert source is not None  # noqa: S101 - both are open

            def pause(_status: int, _remaining: int, _total: int) -> None:
                self._lock.release()
                sleep(_PAUSE)
                self._lock.acquire()

            connection.rollback()
            source.backup(target, pages=_PAGES, progress=pause)
            known = tips(cursor_of(connection))  # not ours: an edit may have come since
        engine.dispose()
        return known

    def close(self) -> None:
        """Let go of it."""
        with self._lock, suppress(Exception):
            self._connection.close()
        self._engine.dispose()

    def _start(self, author: str) -> None:
        """Take up the chain of our replica, and the name of who works."""
        replica = facts(self._cursor)["replica"]
        self._journal = Journal(self._cursor, replica, self._person(author))
        self._stand()

    def _stand(self) -> None:
        """Look where the chain stands, and what people disagree about; one alone cannot."""
        self._look_up_tips()
        alone = len(self._tips) == 1
        self._undead = set() if alone else tables.undead(self._cursor)
        self._doubles = set() if alone else tables.doubles(self._cursor)

    def _look_up_tips(self) -> None:
        self._tips = tips(self._cursor)
        self._journal.tip = self._tip(self._journal.replica)

    def _person(self, name: str) -> str:
        known = sql(select(person.c.id).where(person.c.name == "").limit(1))
        row = self._cursor.execute(known, (name, 1, 0)).fetchone()
        return str(row[0]) if row else add_person(self._cursor, name)

    def _tip(self, replica: str) -> Tip:
        last = sql(select(changeset.c.hlc).where(changeset.c.id == ""))
        ends = (self._cursor.execute(last, (name,)).fetchone() for name in self._tips.values())
        clock = max((hlc for (hlc,) in ends), default=0)
        _, _, number = self._tips.get(replica, "").partition(".")
        return Tip(int(number or 0), clock)

    def _revived(self, edit: Edit) -> set[NodeId]:
        """Items deleted by others that stand only for what is below, when that is taken away."""
        if not self._undead:
            return set()
        above = set()
        for change in edit.changes:
            match change:
                case Added(node) | Removed(node) | Moved(node, _):
                    above.add(node.place.parent)
                case _:
                    pass
        return {item for item in above if item in self._undead}

    def _kind(self, edit: Edit, *, undo: bool) -> tuple[str, int]:
        """Whether this is a new deed, or takes an earlier one back or up again: which one."""
        if undo:
            return "undo", _last(self._done, edit.inverse())
        at = _last(self._undone, edit) if self._undone else -1
        return ("redo", at) if at >= 0 else ("edit", -1)

    def _remember(self, edit: Edit, kind: str, at: int, name: str) -> None:
        match kind:
            case "undo" if at >= 0:
                del self._done[at:]
                self._undone.append((name, edit.inverse()))
            case "undo":  # of what we do not know: nothing before it can be told apart
                self._done.clear()
                self._undone.clear()
            case "redo":
                del self._undone[at:]
                self._done.append((name, edit))
            case _:
                self._undone.clear()
                self._done.append((name, edit))


def _last(steps: list[tuple[str, Edit]], edit: Edit) -> int:
    """Where an edit stands in a list of steps, looked for from the end; -1 if it does not."""
    places = range(len(steps) - 1, -1, -1)
    return next((place for place in places if steps[place][1] == edit), -1)
