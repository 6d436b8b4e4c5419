"""Adds what the user does to the log: which changes it consists of, and what they replace."""

from collections.abc import Iterator, Sequence
from secrets import token_bytes, token_hex
from time import localtime, strftime, time_ns
from typing import NamedTuple

from sqlalchemy import insert

from qpdesk import __version__
from qpdesk.domain.changes import Added, Edit, Moved, Removed, Replaced
from qpdesk.domain.changes import Change as ItemChange
from qpdesk.domain.nodes import Node, kind_of
from qpdesk.domain.record import to_record
from qpdesk.store.heads import Heads
from qpdesk.store.log import (
    DELETED,
    KIND,
    PLACE,
    Changeset,
    as_json,
    changeset_id,
    hash_of,
    person_id_of,
    place_json,
)
from qpdesk.store.schema import DEFAULTS, changeset, person
from qpdesk.store.tables import Cursor, changed_fields, sql

_ADD_PERSON = sql(insert(person))
_ADD_CHANGESET = sql(insert(changeset))

_USUAL = {
    kind: {name: as_json(value) for name, value in values.items()}
    for kind, values in DEFAULTS.items()
}


_Draft = tuple[str, str, str | None, str]
"""One field's change before it stands in the log: item, field, old and new value."""


class Tip(NamedTuple):
    """The end of one replica's chain, and the latest clock that has been seen."""

    number: int
    hash: bytes | None
    hlc: int


def _now() -> str:
    """The local time with its offset, to the second; every edit asks, and datetime takes longer."""
    now = localtime()
    hours, minutes = divmod(abs(now.tm_gmtoff) // 60, 60)
    sign = "-" if now.tm_gmtoff < 0 else "+"
    return f"{strftime('%Y-%m-%dT%H:%M:%S', now)}{sign}{hours:02}:{minutes:02}"


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

    ``tip`` is where the chain stands; who opens the log sets it.
    """

    def __init__(self, cursor: Cursor, replica: str, person_id: str) -> None:
        self._cursor = cursor
        self.replica = replica
        self._person = person_id
        self._app = __version__
        self.tip = Tip(0, None, 0)

    def append(self, edit: Edit, kind: str, undoes: str | None, alive: Sequence[str] = ()) -> Tip:
        """Write an edit as one changeset; returns the new tip, to be kept if the commit succeeds.

        Args:
            edit: What was done.
            kind: "edit", "undo" or "redo".
            undoes: The changeset that this one takes back.
            alive: Items that others have deleted and that this edit shows to be needed still.
        """
        tip = self.tip
        about = Changeset(
            id=changeset_id(self.replica, tip.number + 1),
            hlc=max(tip.hlc + 1, time_ns() // 1_000_000 << 16),
            person=self._person,
            at=_now(),
            kind=kind,
            deed=edit.deed.value,
            note=edit.note,
            undoes=undoes,
            app=self._app,
            previous_hash=tip.hash,
            hash=b"",
        )
        heads = Heads(self._cursor, about.id)
        for item_change in edit.changes:
            for draft in _drafts(item_change, heads):
                heads.supersede(*draft)
        for item in alive:
            heads.supersede(item, DELETED, None, as_json(False))
        about = about._replace(hash=hash_of(about, heads.lines))
        self._cursor.execute(_ADD_CHANGESET, about)
        heads.write()
        return Tip(tip.number + 1, about.hash, about.hlc)


def _drafts(item_change: ItemChange, heads: Heads) -> Iterator[_Draft]:
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


def _added(node: Node, heads: Heads) -> Iterator[_Draft]:
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
