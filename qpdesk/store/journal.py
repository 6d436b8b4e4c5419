"""Adds what the user does to the log: which changes it consists of, and what they replace."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from secrets import token_bytes, token_hex
from time import time_ns
from typing import NamedTuple

from sqlalchemy import delete, insert, select

from qpdesk import __version__
from qpdesk.domain.changes import Added, Edit, Moved, Removed, Replaced
from qpdesk.domain.changes import Change as ItemChange
from qpdesk.domain.nodes import Node, kind_of
from qpdesk.domain.record import to_record
from qpdesk.store.log import (
    DELETED,
    KIND,
    PLACE,
    Change,
    Changeset,
    as_json,
    changeset_id,
    hash_of,
    person_id_of,
    place_json,
)
from qpdesk.store.schema import DEFAULTS, change, changeset, head, person
from qpdesk.store.tables import Cursor, changed_fields, sql

_ADD_PERSON = sql(insert(person))
_ADD_CHANGESET = sql(insert(changeset))
_ADD_CHANGE = sql(insert(change))
_ADD_HEAD = sql(insert(head))
_DROP_HEAD = sql(delete(head).where(head.c.item == "", head.c.field == "", head.c.change == ""))
_HEADS_OF = sql(select(head.c.field, head.c.change).where(head.c.item == ""))
_VALUE_OF = sql(select(change.c.new).where(change.c.changeset == "", change.c.number == 0))
_CLOCK_OF = sql(select(changeset.c.hlc).where(changeset.c.id == ""))

_IS_DELETED = (DELETED, as_json(True))
_LATEST = 2**63  # later than any clock
_USUAL = {
    kind: {name: as_json(value) for name, value in values.items()}
    for kind, values in DEFAULTS.items()
}


class Tip(NamedTuple):
    """The end of one replica's chain, and the latest clock that has been seen."""

    number: int
    hash: bytes | None
    hlc: int


class _Draft(NamedTuple):
    """One field's change, before it stands in the log."""

    item: str
    field: str
    old: str | None
    new: str


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
            at=datetime.now().astimezone().isoformat(timespec="seconds"),
            kind=kind,
            deed=edit.deed.value,
            note=edit.note,
            undoes=undoes,
            app=self._app,
            previous_hash=tip.hash,
            hash=b"",
        )
        heads = _Heads(self._cursor, about.id)
        for item_change in edit.changes:
            for draft in _drafts(item_change, heads):
                heads.supersede(draft)
        for item in alive:
            heads.supersede(_Draft(item, DELETED, None, as_json(False)))
        about = about._replace(hash=hash_of(about, heads.lines))
        self._cursor.execute(_ADD_CHANGESET, about)
        heads.write()
        return Tip(tip.number + 1, about.hash, about.hlc)


class _Heads:
    """The heads of the items that an edit touches, read once each, and what it makes of them."""

    def __init__(self, cursor: Cursor, changeset_name: str) -> None:
        self._cursor = cursor
        self._changeset = changeset_name
        self._names: dict[str, dict[str, list[str]]] = {}
        self._gone: list[tuple[str, str, str]] = []
        self.lines: list[Change] = []

    def shown(self, item: str) -> dict[str, str | None]:
        """What the log says of an item by field: of several heads, the latest's value."""
        found = self._of(item).items()
        return {field: max(map(self._found, names))[3] for field, names in found}

    def supersede(self, draft: _Draft) -> None:
        """Add the change that replaces all heads of a field."""
        heads = self._of(draft.item)
        replaced = heads.get(draft.field, [])
        self._gone += ((draft.item, draft.field, name) for name in replaced)
        line = Change(
            changeset=self._changeset,
            number=len(self.lines),
            item=draft.item,
            field=draft.field,
            old=draft.old,
            new=draft.new,
            replaces=as_json(sorted(replaced)),
            seen=_seen(heads) if (draft.field, draft.new) == _IS_DELETED else None,
            salt=token_bytes(16),
            digest=None,
        )
        self.lines.append(line)
        heads[draft.field] = [line.id]

    def write(self) -> None:
        """Write the changes, and make the heads table say what now is."""
        self._cursor.executemany(_ADD_CHANGE, self.lines)
        self._cursor.executemany(
            _ADD_HEAD, ((line.item, line.field, line.id) for line in self.lines)
        )
        self._cursor.executemany(_DROP_HEAD, self._gone)

    def _of(self, item: str) -> dict[str, list[str]]:
        """The heads of an item by field, as they are now."""
        if item not in self._names:
            self._names[item] = {}
            for field, name in self._cursor.execute(_HEADS_OF, (item,)).fetchall():
                self._names[item].setdefault(field, []).append(name)
        return self._names[item]

    def _found(self, name: str) -> tuple[int, str, int, str | None]:
        changeset_name, _, digits = name.rpartition(".")
        number = int(digits)
        if changeset_name == self._changeset:
            return _LATEST, changeset_name, number, self.lines[number].new
        (hlc,) = self._cursor.execute(_CLOCK_OF, (changeset_name,)).fetchone()
        (value,) = self._cursor.execute(_VALUE_OF, (changeset_name, number)).fetchone()
        return hlc, changeset_name, number, value


def _seen(heads: Mapping[str, list[str]]) -> str:
    """All that the author of a deletion knew of the item."""
    return as_json(sorted(chain(*(names for field, names in heads.items() if field != DELETED))))


def _drafts(item_change: ItemChange, heads: _Heads) -> Iterator[_Draft]:
    match item_change:
        case Added(node):
            yield from _added(node, heads)
        case Removed(node):
            yield _Draft(node.id, DELETED, None, as_json(True))
        case Replaced(before, after):
            for name, (was, now) in changed_fields(before, after).items():
                yield _Draft(after.id, name, as_json(was), as_json(now))
        case Moved(before, after):
            yield _Draft(after.id, PLACE, place_json(before.place), place_json(after.place))


def _added(node: Node, heads: _Heads) -> Iterator[_Draft]:
    """A new item: what is not as usual. One that comes back: what is not as it was."""
    kind = kind_of(node)
    shown = heads.shown(node.id)
    if shown:
        yield _Draft(node.id, DELETED, shown.get(DELETED), as_json(False))
    values = {KIND: as_json(kind.value), PLACE: place_json(node.place)}
    values |= {name: as_json(value) for name, value in to_record(node).items()}
    for name, value in values.items():
        if value != shown.get(name, _USUAL[kind].get(name)):
            yield _Draft(node.id, name, shown.get(name), value)
