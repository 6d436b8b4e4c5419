"""Items and their rows, both ways: the tables that anyone may read, kept in step with the log."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import repeat
from operator import attrgetter, call
from typing import Any

from sqlalchemy import Select, delete, func, insert, null, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Executable

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.nodes import PARENTS, TYPES, Kind, Node, kind_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, Scalar, scalar, to_record
from qpdesk.store.log import DELETED, BrokenLog, Changeset, Outcome, as_json
from qpdesk.store.log import Change as LoggedChange
from qpdesk.store.schema import (
    change,
    changeset,
    document,
    field_columns,
    head,
    items,
    parent_columns,
    person,
)

Cursor = Any  # the driver has no types
Row = Sequence[Any]

_new = object.__new__
_set_parent = vars(Place)["parent"].__set__
_set_key = vars(Place)["key"].__set__
_RANK = {kind: rank for rank, kind in enumerate(Kind)}
_VALUES = {kind: attrgetter(*names) for kind, names in FIELDS.items()}
_DIALECT = sqlite.dialect(paramstyle="qmark")


def sql(statement: Executable) -> str:
    """The statement's text with question marks: for the driver, where every edit passes."""
    return str(statement.compile(dialect=_DIALECT))  # type: ignore[attr-defined]  # all we have can


def nodes(cursor: Cursor) -> Iterator[Node]:
    """All items of all kinds, parents' kinds first."""
    for kind in Kind:
        yield from map(_reader(kind), cursor.execute(_selecting(kind)).fetchall())


def found(cursor: Cursor, node_id: NodeId) -> Node | None:
    """One item; None if it does not stand."""
    for kind in Kind:
        row = cursor.execute(_selecting_one(kind), (node_id,)).fetchone()
        if row:
            return _reader(kind)(row)
    return None


def apply(cursor: Cursor, made: Change) -> None:
    """Make one change in the tables. Parents come before what is added below them."""
    match made:
        case Added(node):
            cursor.execute(_inserting(kind_of(node)), _row_of(cursor, node))
        case Removed(node):
            cursor.execute(_deleting(kind_of(node)), (node.id,))
        case Replaced(before, after):
            changed = changed_fields(before, after)
            if changed:
                _update(cursor, after, list(changed), [now for _, now in changed.values()])
        case Moved(_, after):
            names = (*parent_columns(kind_of(after)), "sort_key")
            row = _row_of(cursor, after)
            _update(cursor, after, names, row[1 : 1 + len(names)])


def changed_fields(before: Node, after: Node) -> dict[str, tuple[Scalar, Scalar]]:
    """The fields that are different, with their plain values before and after."""
    kind = kind_of(after)
    values = _VALUES[kind]
    return {
        name: (scalar(was), scalar(now))
        for name, was, now in zip(FIELDS[kind], values(before), values(after), strict=True)
        if was is not now and was != now
    }


def rebuild(cursor: Cursor, outcome: Outcome) -> None:
    """Make all tables anew from what the log comes to."""
    for kind in reversed(Kind):
        cursor.execute(sql(delete(items[kind])))
    for node in sorted(outcome.nodes.values(), key=lambda node: _RANK[kind_of(node)]):
        apply(cursor, Added(node))
    cursor.execute(sql(delete(head)))
    cursor.executemany(sql(insert(head)), outcome.head_rows())


def log_of(cursor: Cursor) -> tuple[list[Changeset], list[LoggedChange]]:
    """The whole log in the order of its ids."""
    about = sql(select(changeset).order_by(changeset.c.id))
    lines = sql(select(change).order_by(change.c.changeset, change.c.number))
    changesets = list(map(Changeset._make, cursor.execute(about)))
    return changesets, list(map(LoggedChange._make, cursor.execute(lines)))


def copy_log(source: Cursor, target: Cursor) -> None:
    """Add to one log what another has and it lacks.

    Raises:
        BrokenLog: They have different changesets of one name.
    """
    ours = dict(target.execute(sql(select(changeset.c.id, changeset.c.hash))).fetchall())
    target.execute(sql(delete(document)))
    for table in (document, person):
        adding = sql(insert(table).prefix_with("OR IGNORE"))
        target.executemany(adding, source.execute(sql(select(table))).fetchall())
    changesets, changes = log_of(source)
    for line in changesets:
        if ours.get(line.id, line.hash) != line.hash:
            raise BrokenLog(f"two of {line.id}")
    missing = [line for line in changesets if line.id not in ours]
    target.executemany(sql(insert(changeset)), missing)
    lines = [line for line in changes if line.changeset not in ours]
    target.executemany(sql(insert(change)), lines)


def document_id(cursor: Cursor) -> str:
    """The id that travels with every copy."""
    return str(cursor.execute(sql(select(document.c.id))).fetchone()[0])


def undead(cursor: Cursor) -> set[NodeId]:
    """The items that stand although somebody deleted them: others knew more, or need them."""
    one = sql(select(change.c.new).where(change.c.changeset == "", change.c.number == 0))
    heads = sql(select(head.c.item, head.c.change).where(head.c.field == DELETED))
    deleted = set()
    for item, name in cursor.execute(heads, (DELETED,)).fetchall():
        owner, _, number = name.rpartition(".")
        if cursor.execute(one, (owner, int(number))).fetchone() == (as_json(True),):
            deleted.add(item)
    return {node.id for node in nodes(cursor) if node.id in deleted} if deleted else set()


def _row_of(cursor: Cursor, node: Node) -> list[object]:
    kind = kind_of(node)
    above = _kind_above(cursor, node)
    record = to_record(node)
    parents = [node.place.parent if parent is above else None for parent in PARENTS[kind]]
    fields = [record[name] for name in field_columns(kind)]
    return [node.id, *parents, node.place.key, *fields]


def _kind_above(cursor: Cursor, node: Node) -> Kind | None:
    *others, last = PARENTS[kind_of(node)] or (None,)
    for kind in others:
        if cursor.execute(_finding(kind), (node.place.parent,)).fetchone():
            return kind
    return last


def _update(cursor: Cursor, node: Node, names: Sequence[str], values: Sequence[object]) -> None:
    cursor.execute(_updating(kind_of(node), tuple(names)), (*values, node.id))


@cache
def _selecting(kind: Kind) -> str:
    return sql(_rows(kind))


@cache
def _selecting_one(kind: Kind) -> str:
    return sql(_rows(kind).where(items[kind].c.id == ""))


def _rows(kind: Kind) -> Select[*tuple[Any, ...]]:
    columns = items[kind].c
    parent = func.coalesce(null(), null(), *(columns[name] for name in parent_columns(kind)))
    fields = (columns[name] for name in field_columns(kind))
    return select(columns.id, parent, columns.sort_key, *fields)


@cache
def _finding(kind: Kind | None) -> str:
    assert kind is not None  # noqa: S101 - plans are alone in having no parent
    table = items[kind]
    return sql(select(table.c.id).where(table.c.id == ""))


@cache
def _inserting(kind: Kind) -> str:
    return sql(insert(items[kind]))


@cache
def _deleting(kind: Kind) -> str:
    table = items[kind]
    return sql(delete(table).where(table.c.id == ""))


@cache
def _updating(kind: Kind, names: tuple[str, ...]) -> str:
    table = items[kind]
    # The values only hold the places of the question marks.
    return sql(
        update(table).where(table.c.id == "").ordered_values(*((name, "") for name in names))
    )


@cache
def _reader(kind: Kind) -> Callable[[Row], Node]:
    """What makes an item of a row: id, parent, key, fields.

    It fills the slots itself: the constructor of a frozen class takes three times as long, and
    a window waits for ten thousand of them.
    """
    names = field_columns(kind)
    make = TYPES[kind]
    fill = [getattr(make, name).__set__ for name in ("id", "place", *names)]
    converters = [_converter(FIELDS[kind][name]) for name in names]
    special = [(at, convert) for at, convert in enumerate(converters, 2) if convert]

    def read(row: Row) -> Node:
        node_id, parent, key, *fields = row
        place = _new(Place)
        _set_parent(place, parent)
        _set_key(place, key)
        values = [node_id, place, *fields]
        for at, convert in special:
            if values[at] is not None:
                values[at] = convert(values[at])
        node: Node = _new(make)
        any(map(call, fill, repeat(node), values))  # as a loop would, in C: no setter says anything
        return node

    return read


def _converter(wanted: type) -> Callable[[str], object] | None:
    if wanted is date:
        return date.fromisoformat
    if issubclass(wanted, StrEnum):
        return {choice.value: choice for choice in wanted}.__getitem__
    return None
