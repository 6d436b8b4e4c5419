"""Whether a file is what a sound older one has grown to: so that publishing looks at what is new.

The whole check reads and hashes every line that was ever written, in Python. Here SQLite compares
the two files row by row, and only what was added is hashed and replayed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import MetaData, Table, exists, func, select

from qpdesk.domain.nodes import Node
from qpdesk.domain.order import NodeId
from qpdesk.store.checking import Check, Unsound, verify_people, verify_public, verify_shape
from qpdesk.store.history import place_from
from qpdesk.store.log import (
    DELETED,
    PLACE,
    BrokenLog,
    Change,
    Changeset,
    as_json,
    check_chain,
    names_in,
    replay,
)
from qpdesk.store.log_tables import LOG_TABLES, change, changeset, head
from qpdesk.store.schema import items, metadata
from qpdesk.store.tables import Cursor, found, sql

_MOST = 2_000  # items; above it (an import) the whole check is as quick

_old_metadata = MetaData()
_OLD = {
    table.name: table.to_metadata(_old_metadata, schema="sound") for table in metadata.sorted_tables
}

_Heads = dict[str, dict[str, dict[str, Change]]]
"""By item, field and name the changes that none replaces."""


class _Unsure(Exception):
    """What is new cannot be judged by itself."""


def verify_growth(cursor: Cursor, sound: Path) -> bool:
    """See that an open database holds all of a sound one, and that what came to it is in order.

    Args:
        cursor: Of the database, as it is to be published.
        sound: A file of this version that has passed all checks.

    Returns:
        False when that cannot be told without the whole check.

    Raises:
        Unsound: It does not hold together.
    """
    verify_shape(cursor)
    cursor.execute("ATTACH DATABASE ? AS sound", (str(sound),))
    try:
        _verify_growth(cursor)
    except BrokenLog as broken:
        raise Unsound(Check.LOG, str(broken)) from broken
    except _Unsure:
        return False
    finally:
        cursor.execute("DETACH DATABASE sound")
    return True


def _verify_growth(cursor: Cursor) -> None:
    for name in LOG_TABLES:
        if _without_like(cursor, _OLD[name], metadata.tables[name]):
            raise Unsound(Check.LOG, f"{name} is shorter")
    if _without_like(cursor, metadata.tables["document"], _OLD["document"]):
        raise Unsound(Check.LOG, "document")
    verify_public(cursor)
    verify_people(cursor)
    changesets = list(map(Changeset._make, _without_like(cursor, changeset, _OLD["changeset"])))
    lines = list(map(Change._make, _without_like(cursor, change, _OLD["change"])))
    check_chain(changesets, lines, _ends(cursor, changesets))
    touched = {line.item for line in lines}
    if len(touched) > _MOST:
        raise _Unsure
    _verify_rest(cursor, touched)
    _verify_touched(cursor, _heads(cursor, touched, lines))


def _without_like(cursor: Cursor, here: Table, there: Table) -> list[Any]:
    """The rows of one table that the other has not, in the order of their keys."""
    return list(cursor.execute(_comparing(here, there)).fetchall())


@cache
def _comparing(here: Table, there: Table) -> str:
    ours, others = here.alias("ours"), there.alias("others")
    same = (
        others.c[column.name].is_not_distinct_from(column)
        if column.nullable
        else others.c[column.name] == column
        for column in ours.c
    )
    rows = select(ours).where(~exists(select(1).select_from(others).where(*same)))
    return sql(rows.order_by(*ours.primary_key))


def _ends(cursor: Cursor, new: Iterable[Changeset]) -> dict[str, tuple[int, bytes]]:
    """Where the chain of each replica ends in the sound file."""
    old = _OLD["changeset"].c
    last = sql(select(func.max(old.id), old.hash).where(old.id.between("", "")))
    ends = {}
    for owner in {line.id.partition(".")[0] for line in new}:
        name, link = cursor.execute(last, (f"{owner}.", f"{owner}/")).fetchone()
        if name:
            ends[owner] = (int(name.partition(".")[2]), link)
    return ends


def _verify_rest(cursor: Cursor, touched: set[str]) -> None:
    """What no new line speaks of is as it was."""
    for table in (head, *items.values()):
        for one, other in ((table, _OLD[table.name]), (_OLD[table.name], table)):
            for row in _without_like(cursor, one, other):
                if row[0] not in touched:
                    raise Unsound(Check.TABLES, f"item {row[0]}")


def _heads(cursor: Cursor, touched: Iterable[str], lines: Iterable[Change]) -> _Heads:
    """What the heads of these items were, with the new lines in place of what they replace."""
    old = _OLD["head"].c
    heads_of = sql(select(old.field, old.change).where(old.item == ""))
    heads: _Heads = {item: defaultdict(dict) for item in touched}
    for item, fields in heads.items():
        for field, name in cursor.execute(heads_of, (item,)).fetchall():
            fields[field][name] = _line(cursor, name)
    for line in lines:  # a replica's own lines are in order, and only one has worked since
        fields = heads[line.item]
        for name in names_in(line.replaces):
            if fields[line.field].pop(name, None) is None:
                raise _Unsure
        fields[line.field][line.id] = line
    return heads


def _verify_touched(cursor: Cursor, heads: _Heads) -> None:
    """The tables say of these items what the log says."""
    heads_of = sql(select(head).where(head.c.item == ""))
    for item, fields in heads.items():
        rows = set(map(tuple, cursor.execute(heads_of, (item,)).fetchall()))
        if rows != {(item, field, name) for field, names in fields.items() for name in names}:
            raise Unsound(Check.TABLES, "head")
    standing = {item: found(cursor, NodeId(item)) for item in heads}
    wanted = _wanted(cursor, heads, standing)
    for item, node in standing.items():
        if wanted.get(NodeId(item)) != node:
            raise Unsound(Check.TABLES, f"item {item}")


def _wanted(cursor: Cursor, heads: _Heads, standing: dict[str, Node | None]) -> dict[NodeId, Node]:
    """What the log comes to for these items: replayed with all that stands above them."""
    lines: dict[str, list[Change]] = {}
    todo: list[str] = []
    for item, fields in heads.items():
        if any(line.new == as_json(True) for line in fields.get(DELETED, {}).values()):
            if standing[item] is not None:
                raise _Unsure  # for what stands below it, or what its deleter did not know
            continue
        lines[item] = [line for names in fields.values() for line in names.values()]
        todo += _above(lines[item])
    heads_of = sql(select(head.c.change).where(head.c.item == ""))
    while todo:
        item = todo.pop()
        if item not in lines:
            if item in heads:
                raise _Unsure
            names = cursor.execute(heads_of, (item,)).fetchall()
            lines[item] = [_line(cursor, name) for (name,) in names]
            todo += _above(lines[item])
    every = [line._replace(replaces="[]") for found in lines.values() for line in found]
    return replay(every, _clock(cursor, every)).nodes


def _above(lines: Iterable[Change]) -> Iterator[str]:
    for line in lines:
        parent = place_from(line.new).parent if line.field == PLACE else None
        if parent is not None:
            yield parent


def _line(cursor: Cursor, name: str) -> Change:
    one = sql(select(change).where(change.c.changeset == "", change.c.number == 0))
    owner, _, number = name.rpartition(".")
    row = cursor.execute(one, (owner, int(number))).fetchone()
    if row is None:
        raise BrokenLog(f"no {name}")
    return Change._make(row)


def _clock(cursor: Cursor, lines: Iterable[Change]) -> dict[str, int]:
    one = sql(select(changeset.c.hlc).where(changeset.c.id == ""))
    names = {line.changeset for line in lines}
    return {name: cursor.execute(one, (name,)).fetchone()[0] for name in names}
