"""Adds what the user does to the log: which changes it consists of, and what they replace."""

from collections.abc import Iterator, Sequence
from functools import cache
from secrets import token_bytes, token_hex
from time import localtime, strftime, time_ns
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import insert

from qpdesk import __version__
from qpdesk.domain.changes import Added, Edit, Moved, Removed, Replaced
from qpdesk.domain.changes import Change as ItemChange
from qpdesk.domain.nodes import Node, kind_of
from qpdesk.domain.record import to_record
from qpdesk.store.log import (
    DELETED,
    KIND,
    PLACE,
    Changeset,
    as_json,
    changeset_id,
    person_id_of,
    place_json,
)
from qpdesk.store.log_tables import DEFAULTS, person
from qpdesk.store.tables import Cursor, apply, changed_fields, sql
from qpdesk.store.tail import Act, act_of, settle

if TYPE_CHECKING:
    from qpdesk.store.heads import Heads

_ADD_PERSON = sql(insert(person))
_MOST = 64  # changesets that wait: to enter them takes a few milliseconds

_USUAL = {
    kind: {name: as_json(value) for name, value in values.items()}
    for kind, values in DEFAULTS.items()
}


_Draft = tuple[str, str, str | None, str]
"""One field's change before it stands in the log: item, field, old and new value."""


class Tip(NamedTuple):
    """The end of one replica's chain, and the latest clock that has been seen."""

    number: int
    hlc: int


def _now() -> str:
    """The local time with its offset, to the second; every edit asks, and datetime takes longer."""
    now = localtime()
    return strftime("%Y-%m-%dT%H:%M:%S", now) + _offset(now.tm_gmtoff)


@cache
def _offset(seconds: int) -> str:
    """What the local time is ahead of or behind UTC."""
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}:{minutes:02}"


def new_replica() -> str:
    """An id for one working copy: 64 random bits as hexadecimal digits."""
    return token_hex(8)


def add_person(cursor: Cursor, name: str) -> str:
    """Make somebody known to the log; returns the id."""
    salt = token_bytes(16)
    person_id = person_id_of(salt, name)
    cursor.execute(_ADD_PERSON, (person_id, salt, name))
    return person_id


class Journal:
    """The log of an open file, as a place to add to.

    Args:
        cursor: Of the one connection; who calls begins and ends the transactions.
        replica: Whose chain it is.
        person_id: Who works.

    ``tip`` is where the chain stands; who opens the log, when nothing waits, sets it.
    """

    def __init__(self, cursor: Cursor, replica: str, person_id: str) -> None:
        self._cursor = cursor
        self.replica = replica
        self._person = person_id
        self._app = __version__
        self.tip = Tip(0, 0)
        self._waiting = 0  # changesets of the chain that are in the tail

    def next(self, edit: Edit, kind: str, undoes: str | None) -> Changeset:
        """The changeset of an edit, not linked to the chain yet.

        Args:
            edit: What was done.
            kind: "edit", "undo" or "redo".
            undoes: The changeset that this one takes back.
        """
        number, hlc = self.tip
        return Changeset(
            changeset_id(self.replica, number + 1),
            max(hlc + 1, time_ns() // 1_000_000 << 16),
            self._person,
            _now(),
            kind,
            str(edit.deed),
            edit.note,
            undoes,
            self._app,
            None,
            b"",
        )

    def act(self, about: Changeset, edit: Edit) -> Act | None:
        """An edit as a row that may wait in the tail; None if it must be entered at once."""
        return act_of(about, edit) if self._waiting < _MOST else None

    def append(self, about: Changeset, edit: Edit, alive: Sequence[str] = ()) -> None:
        """Enter an edit in log and tables, and before it all that waits.

        Args:
            about: Its changeset.
            edit: What was done.
            alive: Items that others have deleted and that this edit shows to be needed still.

        Raises:
            BrokenLog: What waits is not what was kept.
        """
        from qpdesk.store.heads import Heads  # noqa: PLC0415 - the plan is seen before

        settle(self._cursor)
        heads = Heads(self._cursor, about.id)
        for item_change in edit.changes:
            for draft in _drafts(item_change, heads):
                heads.supersede(*draft)
        for item in alive:
            heads.supersede(item, DELETED, None, as_json(False))
        heads.write(about)
        apply(self._cursor, edit.changes)

    def stands(self, about: Changeset, *, waits: bool) -> None:
        """The next changeset follows this one, which is on the disk."""
        self.tip = Tip(self.tip.number + 1, about.hlc)
        self._waiting = self._waiting + 1 if waits else 0

    @property
    def waits(self) -> bool:
        """Whether there is something in the tail."""
        return self._waiting > 0

    def settled(self) -> None:
        """What waited is entered, and that is on the disk."""
        self._waiting = 0


def _drafts(item_change: ItemChange, heads: "Heads") -> Iterator[_Draft]:
    match item_change:
        case Added(node):
            yield from _added(node, heads)
        case Removed(node):
            yield (node.id, DELETED, None, as_json(True))
        case Replaced(before, after):
            for name, (was, now) in changed_fields(before, after).items():
                yield (after.id, name, as_json(was), as_json(now))
        case Moved(before, after):
            yield (after.id, PLACE, place_json(before.place), place_json(after.place))


def _added(node: Node, heads: "Heads") -> Iterator[_Draft]:
    """A new item: what is not as usual. One that comes back: what is not as it was."""
    kind = kind_of(node)
    shown = heads.shown(node.id)
    if shown:
        yield (node.id, DELETED, shown.get(DELETED), as_json(False))
    values = {KIND: as_json(kind.value), PLACE: place_json(node.place)}
    values |= {name: as_json(value) for name, value in to_record(node).items()}
    for name, value in values.items():
        if value != shown.get(name, _USUAL[kind].get(name)):
            yield (node.id, name, shown.get(name), value)
