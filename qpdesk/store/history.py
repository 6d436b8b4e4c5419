"""What the log tells people: who did what, and what lies in the wastebasket."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, groupby, islice

from sqlalchemy import select

from qpdesk.domain.nodes import Kind, Node
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, Scalar, from_record
from qpdesk.store import tables
from qpdesk.store.log import DELETED, KIND, PLACE, Change, Changeset, as_json
from qpdesk.store.log_tables import change, changeset, head, person
from qpdesk.store.tables import Cursor, nodes, sql

_GONE = as_json(True)

_ONE_CHANGESET = sql(select(changeset).where(changeset.c.id == ""))
_ONE_LINE = sql(select(change).where(change.c.changeset == "", change.c.number == 0))
_LINES_OF = sql(select(change).where(change.c.changeset == "").order_by(change.c.number))
_HEADS_OF = sql(select(head.c.field, head.c.change).where(head.c.item == ""))


class What(StrEnum):
    """What a line of the history says of an item."""

    ADDED = "added"
    DELETED = "deleted"
    RESTORED = "restored"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history: what somebody did to one item."""

    item: NodeId
    kind: Kind | None
    """None for kinds of a later version."""
    what: What
    field: str
    """The changed field; "" for what concerns the whole item."""
    before: Scalar
    after: Scalar
    """What the field said; where the item stood, for ``place_from`` to read, when it was moved."""
    who: str
    at: str
    """Local time with offset, as that computer claimed it (ISO 8601)."""
    deed: str
    is_undo: bool
    note: str
    changeset: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """An item in the wastebasket, as it was. Items of one deletion share the changeset."""

    node: Node
    who: str
    at: str
    changeset: str


@dataclass(frozen=True, slots=True)
class Version:
    """What one person said of a field, not knowing what another said."""

    value: Scalar
    """None for a deletion."""
    who: str
    at: str
    change: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which people say different things; the last version is the one that is shown.

    ``field`` is "_place" for where the item stands, and "" for an item that somebody deleted
    while another worked with it: the versions are then the deletions.
    """

    item: NodeId
    field: str
    versions: tuple[Version, ...]


class Archive:
    """The log, to read in.

    Args:
        cursor: Of an open database.
    """

    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._people = dict(cursor.execute(sql(select(person.c.id, person.c.name))).fetchall())

    def events(self, item: NodeId | None = None, limit: int = 500) -> list[Event]:
        """What has happened, the newest first: to one item, or to all."""
        lines = self.all_of(item) if item else self._newest()
        events = (
            event
            for about, found in groupby(lines, key=lambda line: line.changeset)
            for event in self._told(self.changeset(about), list(found))
        )
        return list(islice(events, limit))

    def events_since(self, known: Mapping[str, str]) -> list[Event]:
        """What has happened after these ends of the replicas' chains, the newest first."""
        order = select(changeset.c.id).order_by(changeset.c.hlc.desc(), changeset.c.id.desc())
        names = [name for (name,) in self._cursor.execute(sql(order)).fetchall()]
        fresh = [name for name in names if name > known.get(name.partition(".")[0], "")]
        return [
            event for name in fresh for event in self._told(self.changeset(name), self.lines(name))
        ]

    def deleted(self) -> list[Deleted]:
        """What lies in the wastebasket, the last deleted first."""
        standing = {node.id for node in nodes(self._cursor)}
        found = []
        heads = self._cursor.execute(
            sql(select(head.c.item, head.c.change).where(head.c.field == "")), (DELETED,)
        ).fetchall()
        for item, name in heads:
            if item not in standing and (node := self.ghost(NodeId(item))) is not None:
                about = self.changeset(name.rpartition(".")[0])
                found.append((about.hlc, self._deleted(node, about)))
        return [deleted for _, deleted in sorted(found, key=lambda pair: pair[0], reverse=True)]

    def conflicts(
        self, doubles: Iterable[tuple[NodeId, str]], undead: Iterable[NodeId]
    ) -> list[Conflict]:
        """Where people disagree, by item and field.

        Args:
            doubles: Items and fields that had several heads when somebody last joined.
            undead: Items that stood then although somebody had deleted them.
        """
        disputed = []
        for item, field in doubles:
            lines = [self.line(name) for name in self._heads(item)[field]]
            if field != DELETED and len({line.new for line in lines}) > 1:
                disputed.append(Conflict(item, field, tuple(map(self._version, lines))))
        disputed += self._deletions_refused(undead)
        return sorted(disputed, key=lambda conflict: (conflict.item, conflict.field))

    def _deletions_refused(self, undead: Iterable[NodeId]) -> Iterator[Conflict]:
        """Items that stand although somebody deleted them: those that are the reason."""
        standing = {item: node for item in undead if (node := tables.found(self._cursor, item))}
        above = {node.place.parent for node in standing.values()}
        for item in standing:
            heads = self._heads(item)
            lines = [self.line(name) for name in heads.pop(DELETED)]
            gone = [line for line in lines if line.new == _GONE]
            known = {name for line in lines for name in json.loads(line.seen or "[]")}
            is_wanted = len(gone) < len(lines)
            is_unknown = not known.issuperset(chain(*heads.values()))
            if gone and (is_wanted or is_unknown or item not in above):
                yield Conflict(item, "", tuple(map(self._version, gone)))

    def ghost(self, item: NodeId) -> Node | None:
        """An item as the log knows it, standing or not; None for kinds of a later version."""
        shown = {field: self.line(names[-1]).new for field, names in self._heads(item).items()}
        kind = kind_from(shown.get(KIND))
        if kind is None:
            return None
        record = {name: json.loads(shown[name] or "null") for name in FIELDS[kind] if name in shown}
        return from_record(kind, item, place_from(shown[PLACE]), record)

    def line(self, name: str) -> Change:
        """One change by its id."""
        owner, _, number = name.rpartition(".")
        return Change._make(self._cursor.execute(_ONE_LINE, (owner, int(number))).fetchone())

    def changeset(self, name: str) -> Changeset:
        """One changeset by its id."""
        return Changeset._make(self._cursor.execute(_ONE_CHANGESET, (name,)).fetchone())

    def lines(self, name: str) -> list[Change]:
        """The changes of one changeset, in order."""
        return list(map(Change._make, self._cursor.execute(_LINES_OF, (name,)).fetchall()))

    def all_of(self, item: NodeId) -> list[Change]:
        """Everything that was ever changed in an item, the newest first: from the heads down."""
        found: dict[str, Change] = {}
        todo = [name for names in self._heads(item).values() for name in names]
        while todo:
            name = todo.pop()
            if name not in found:
                found[name] = self.line(name)
                todo += json.loads(found[name].replaces)
        clock = {line.changeset: self.changeset(line.changeset).hlc for line in found.values()}
        return sorted(
            found.values(),
            key=lambda line: (clock[line.changeset], line.changeset, -line.number),
            reverse=True,
        )

    def _heads(self, item: NodeId) -> dict[str, list[str]]:
        """The names of an item's heads by field, the one that is shown last."""
        heads: dict[str, list[str]] = {}
        for field, name in self._cursor.execute(_HEADS_OF, (item,)).fetchall():
            heads.setdefault(field, []).append(name)
        for names in heads.values():
            if len(names) > 1:
                names.sort(key=self._age)
        return heads

    def _age(self, name: str) -> tuple[int, str, int]:
        owner, _, number = name.rpartition(".")
        return self.changeset(owner).hlc, owner, int(number)

    def _newest(self) -> Iterator[Change]:
        order = select(changeset.c.id).order_by(changeset.c.hlc.desc(), changeset.c.id.desc())
        for (name,) in self._cursor.execute(sql(order)).fetchall():
            yield from self.lines(name)

    def _told(self, about: Changeset, lines: Iterable[Change]) -> Iterator[Event]:
        for item, found in groupby(lines, key=lambda line: line.item):
            by_field = {line.field: line for line in found}
            kind = kind_from(by_field[KIND].new if KIND in by_field else self._kind_line(item).new)
            for what, line in _summary(by_field):
                yield Event(
                    item=NodeId(item),
                    kind=kind,
                    what=what,
                    field=line.field if what is What.CHANGED else "",
                    before=_told_value(what, line.old),
                    after=_told_value(what, line.new),
                    who=self._people.get(about.person) or "",
                    at=about.at,
                    deed=about.deed,
                    is_undo=about.kind == "undo",
                    note=about.note,
                    changeset=about.id,
                )

    def _kind_line(self, item: str) -> Change:
        return self.line(self._heads(NodeId(item))[KIND][-1])

    def _version(self, line: Change) -> Version:
        about = self.changeset(line.changeset)
        value = None if line.field == DELETED else _plain(line.new)
        return Version(value, self._people.get(about.person) or "", about.at, line.id)

    def _deleted(self, node: Node, about: Changeset) -> Deleted:
        return Deleted(node, self._people.get(about.person) or "", about.at, about.id)


def kind_from(text: str | None) -> Kind | None:
    """The kind that the log names; None for those of a later version."""
    name = json.loads(text or "null")
    return Kind(name) if name in set(Kind) else None


def place_from(text: str | None) -> Place:
    """The place that the log names."""
    parent, key = json.loads(text or "null")
    return Place(parent, key)


def _summary(lines: dict[str, Change]) -> Iterator[tuple[What, Change]]:
    """An item that comes or goes is one line, whatever fields it brings along."""
    for field, what in ((KIND, What.ADDED), (DELETED, What.RESTORED)):
        if line := lines.get(field):
            yield (What.DELETED if field == DELETED and line.new == _GONE else what), line
            return
    for field, line in lines.items():
        yield (What.MOVED if field == PLACE else What.CHANGED), line


def _told_value(what: What, text: str | None) -> Scalar:
    """A changed field's value; of a move the place, as ``place_from`` reads it."""
    if what is What.CHANGED:
        return _plain(text)
    return text if what is What.MOVED else None


def _plain(text: str | None) -> Scalar:
    value = json.loads(text or "null")
    return value if isinstance(value, str | int | float) else None if value is None else text
