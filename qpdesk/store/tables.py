"""Items and their rows, both ways: the tables that anyone may read, kept in step with the log."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Executable

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.forming import Row, form
from qpdesk.domain.nodes import PARENTS, TYPES, Kind, Node, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, Scalar, scalar, to_record
from qpdesk.store.log import DELETED, BrokenLog, Changeset, Outcome, as_json
from qpdesk.store.log import Change as LoggedChange
from qpdesk.store.log_tables import (
    change,
    changeset,
    document,
    field_columns,
    head,
    parent_columns,
    person,
)

Cursor = Any  # the driver has no types

_RANK = {kind: rank for rank, kind in enumerate(Kind)}
_VALUES = {TYPES[kind]: (tuple(names), attrgetter(*names)) for kind, names in FIELDS.items()}
_DIALECT = sqlite.dialect(paramstyle="qmark")


def sql(statement: Executable) -> str:
    """The statement's text with question marks: for the driver, where every edit passes."""
    return str(statement.compile(dialect=_DIALECT))  # type: ignore[attr-defined]  # all we have can


_DOCUMENT_ID = sql(select(document.c.id))


def nodes(cursor: Cursor) -> Iterator[Node]:
    """All items of all kinds, parents' kinds first; the cursor is free again after the last."""
    for kind in Kind:
        yield from form(kind, field_columns(kind), cursor.execute(_selecting(kind)))


def found(cursor: Cursor, node_id: NodeId) -> Node | None:
    """One item; None if it does not stand."""
    for kind in Kind:
        rows = cursor.execute(_selecting_one(kind), (node_id,)).fetchall()
        for node in form(kind, field_columns(kind), rows):
            return node
    return None


def apply(cursor: Cursor, changes: Iterable[Change]) -> None:
    """Make changes in the tables, in order. Parents come before what is added below them."""
    for statement, alike in groupby(map(_step, changes), itemgetter(0)):
        # A row that is asked for is made now, when what stands above it is there.
        rows = [row(cursor) if callable(row) else row for _, row in alike]
        if len(rows) == 1:
            cursor.execute(statement, rows[0])
        elif statement:
            cursor.executemany(statement, rows)


def _step(made: Change) -> tuple[str, Row | Callable[[Cursor], Row]]:
    """What makes one change: the statement, and its row or what makes that."""
    match made:
        case Replaced(before, after):
            changed = changed_fields(before, after)
            if not changed:
                return "", ()
            values = (now for _, now in changed.values())
            return _updating(kind_of(after), (*changed,)), (*values, after.id)
        case Added(node):
            return _inserting(kind_of(node)), partial(_row_of, node)
        case Removed(node):
            return _deleting(kind_of(node)), (node.id,)
        case Moved(_, after):
            kind = kind_of(after)
            return _updating(kind, _place_columns(kind)), partial(_place_of, after)


def set_field(cursor: Cursor, item: str, name: str, value: Scalar) -> None:
    """Give an item another value, in whichever table it stands."""
    for kind in Kind:
        if name in FIELDS[kind]:
            cursor.execute(_updating(kind, (name,)), (value, item))
            if cursor.rowcount:
                return


def changed_fields(before: Node, after: Node) -> dict[str, tuple[Scalar, Scalar]]:
    """The fields that are different, with their plain values before and after."""
    names, values = _VALUES[type(after)]
    return {
        name: (scalar(was), scalar(now))
        for name, was, now in zip(names, values(before), values(after), strict=True)
        if was is not now and was != now
    }


def size(cursor: Cursor) -> int:
    """How many items there are."""
    counts = (f"SELECT count(*) FROM {kind}" for kind in Kind)  # noqa: S608 - all names are ours
    return sum(int(cursor.execute(count).fetchone()[0]) for count in counts)


def rebuild(cursor: Cursor, outcome: Outcome) -> None:
    """Make all tables anew from what the log comes to."""
    for kind in reversed(Kind):
        cursor.execute(sql(delete(_items(kind))))
    apply(cursor, map(Added, sorted(outcome.nodes.values(), key=lambda n: _RANK[kind_of(n)])))
    cursor.execute(sql(delete(head)))
    cursor.executemany(sql(insert(head)), outcome.head_rows())


def log_of(
    cursor: Cursor, watch: Callable[[Iterable[Row]], Iterable[Row]] = iter
) -> tuple[list[Changeset], list[LoggedChange]]:
    """The whole log in the order of its ids; ``watch`` counts the changes as they are read."""
    about = sql(select(changeset).order_by(changeset.c.id))
    lines = sql(select(change).order_by(change.c.changeset, change.c.number))
    changesets = list(map(Changeset._make, cursor.execute(about)))
    return changesets, list(map(LoggedChange._make, watch(cursor.execute(lines))))


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
    about = source.execute(sql(select(changeset).order_by(changeset.c.id)))
    changesets = list(map(Changeset._make, about))
    for line in changesets:
        if ours.get(line.id, line.hash) != line.hash:
            raise BrokenLog(f"two of {line.id}")
    missing = [line for line in changesets if line.id not in ours]
    target.executemany(sql(insert(changeset)), missing)
    lines_of = sql(select(change).where(change.c.changeset == ""))
    for line in missing:  # row by row: none is kept, so that none need be thrown away at once
        target.executemany(sql(insert(change)), source.execute(lines_of, (line.id,)))


def document_id(cursor: Cursor) -> str:
    """The id that travels with every copy."""
    return str(cursor.execute(_DOCUMENT_ID).fetchone()[0])


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


def doubles(cursor: Cursor) -> set[tuple[NodeId, str]]:
    """The items and fields that have several heads."""
    columns = (head.c.item, head.c.field)
    several = select(*columns).group_by(*columns).having(func.count() > 1)
    return set(map(tuple, cursor.execute(sql(several), (1,)).fetchall()))


def _row_of(node: Node, cursor: Cursor) -> Row:
    record = to_record(node)
    fields = (record[name] for name in field_columns(kind_of(node)))
    *place, node_id = _place_of(node, cursor)
    return [node_id, *place, *fields]


def _place_columns(kind: Kind) -> tuple[str, ...]:
    return (*parent_columns(kind), "sort_key")


def _place_of(node: Node, cursor: Cursor) -> Row:
    """What an item's place is in its table; the item's id last."""
    above = _kind_above(cursor, node)
    parents = (node.place.parent if kind is above else None for kind in PARENTS[kind_of(node)])
    return [*parents, node.place.key, node.id]


def _kind_above(cursor: Cursor, node: Node) -> Kind | None:
    *others, last = PARENTS[kind_of(node)] or (None,)
    for kind in others:
        if cursor.execute(_finding(kind), (node.place.parent,)).fetchone():
            return kind
    return last


def _items(kind: Kind) -> Table:
    from qpdesk.store.schema import items  # noqa: PLC0415 - the plan is seen before

    return items[kind]


@cache
def _selecting(kind: Kind) -> str:
    """Spelled out: each opening waits for it, and would have to wait for the whole schema."""
    parent = f"coalesce({', '.join(('NULL', 'NULL', *parent_columns(kind)))})"
    columns = ", ".join(("id", parent, "sort_key", *field_columns(kind)))
    return f"SELECT {columns} FROM {kind}"  # noqa: S608 - all names are ours


def _selecting_one(kind: Kind) -> str:
    return f"{_selecting(kind)} WHERE id = ?"


@cache
def _finding(kind: Kind | None) -> str:
    assert kind is not None  # noqa: S101 - plans are alone in having no parent
    table = _items(kind)
    return sql(select(table.c.id).where(table.c.id == ""))


@cache
def _inserting(kind: Kind) -> str:
    return sql(insert(_items(kind)))


@cache
def _deleting(kind: Kind) -> str:
    table = _items(kind)
    return sql(delete(table).where(table.c.id == ""))


@cache
def _updating(kind: Kind, names: tuple[str, ...]) -> str:
    table = _items(kind)
    # The values only hold the places of the question marks.
    return sql(
        update(table).where(table.c.id == "").ordered_values(*((name, "") for name in names))
    )
