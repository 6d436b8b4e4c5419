"""Items and their rows, both ways: the tables that anyone may read, kept in step with the log."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Executable

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.nodes import PARENTS, TYPES, Kind, Node, kind_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, to_record
from qpdesk.store.log import DELETED, BrokenLog, Changeset, Outcome, as_json, row_of_line
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

_RANK = {kind: rank for rank, kind in enumerate(Kind)}
_DIALECT = sqlite.dialect(paramstyle="qmark")


def sql(statement: Executable) -> str:
    """The statement's text with question marks: for the driver, where every edit passes."""
    return str(statement.compile(dialect=_DIALECT))  # type: ignore[attr-defined]  # all we have can


def nodes(cursor: Cursor) -> Iterator[Node]:
    """All items of all kinds, parents' kinds first."""
    for kind in Kind:
        cursor.execute(_selecting(kind))
        yield from map(_reader(kind), cursor)


def apply(cursor: Cursor, made: Change) -> None:
    """Make one change in the tables. Parents come before what is added below them."""
    match made:
        case Added(node):
            cursor.execute(_inserting(kind_of(node)), _row_of(cursor, node))
        case Removed(node):
            cursor.execute(_deleting(kind_of(node)), (node.id,))
        case Replaced(before, after):
            was, now = to_record(before), to_record(after)
            changed = [name for name in now if now[name] != was[name]]
            if changed:
                _update(cursor, after, changed, [now[name] for name in changed])
        case Moved(_, after):
            names = (*parent_columns(kind_of(after)), "sort_key")
            row = _row_of(cursor, after)
            _update(cursor, after, names, row[1 : 1 + len(names)])


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
    changesets = [Changeset(*row) for row in cursor.execute(about)]
    return changesets, [LoggedChange(*row) for row in cursor.execute(lines)]


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
    target.executemany(sql(insert(changeset)), map(row_of_line, missing))
    lines = (row_of_line(line) for line in changes if line.changeset not in ours)
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
    return sql(select(items[kind]))


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
    """What makes an item of a row."""
    names = field_columns(kind)
    first = len(parent_columns(kind)) + 2
    make = TYPES[kind]
    special = [
        (place, convert)
        for place, name in enumerate(names)
        if (convert := _converter(FIELDS[kind][name])) is not None
    ]

    def read(row: Row) -> Node:
        values = list(row[first:])
        for place, convert in special:
            if values[place] is not None:
                values[place] = convert(values[place])
        parent = next((above for above in row[1 : first - 1] if above is not None), None)
        place_ = Place(parent, row[first - 1])
        return make(id=row[0], place=place_, **dict(zip(names, values, strict=True)))

    return read


def _converter(wanted: type) -> Callable[[str], object] | None:
    if wanted is date:
        return date.fromisoformat
    return wanted if issubclass(wanted, StrEnum) else None
