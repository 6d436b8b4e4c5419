"""Joins another copy's log to ours: worked out beside the working copy, entered in one go."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select

from qpdesk.domain.changes import Change as ItemChange
from qpdesk.domain.order import NodeId
from qpdesk.domain.route import route
from qpdesk.store import collector, tables
from qpdesk.store.errors import Damaged
from qpdesk.store.fork import part
from qpdesk.store.knowledge import Tips, set_facts, tips
from qpdesk.store.log import (
    DELETED,
    BrokenLog,
    Change,
    Changeset,
    Outcome,
    as_json,
    check_chain,
    replay,
)
from qpdesk.store.log_tables import change, changeset, document, head, person
from qpdesk.store.tables import Cursor, sql

_GONE = as_json(True)


@dataclass(frozen=True, slots=True)
class Joined:
    """What two logs come to, as what our own database lacks of it."""

    known: Tips
    """What ours knew: it must know no more when this is entered."""
    gone: list[str]
    """Our changesets that go by other names from now on."""
    people: list[Any]
    documents: list[Any]
    changesets: list[Changeset]
    lines: list[Change]
    heads: dict[str, list[tuple[str, str, str]]]
    """The rows of every item that one of the lines speaks of."""
    changes: tuple[ItemChange, ...]
    """What changes in the register by that, in an order in which it can be shown."""
    undead: set[NodeId]
    """As ``tables.undead``."""
    doubles: set[tuple[NodeId, str]]
    """As ``tables.doubles``."""
    facts: dict[str, str]
    replica: str | None
    """Our new name, if another works under the old one."""


def work_out(path: Path, ours: Cursor, theirs: Cursor, base: str | None) -> Joined:
    """What two logs come to: the slow half of a join, away from whoever works.

    Args:
        path: Where the other copy is from, to name in errors.
        ours: Of a snapshot of the working copy; from now on its log and its heads are the joined.
        theirs: Of the other copy, checked.
        base: What its content is known by; None for what does not stand at the user's path.

    Raises:
        Damaged: The two logs contradict each other.
    """
    known = tips(ours)
    had = dict(ours.execute(sql(select(changeset.c.id, changeset.c.hash))).fetchall())
    with collector.at_rest():
        before = {node.id: node for node in tables.nodes(ours)}
        try:
            replica = part(ours, theirs)
            tables.copy_log(theirs, ours)
            changesets, changes = tables.log_of(ours)
            check_chain(changesets, changes)
            outcome = replay(changes, {line.id: line.hlc for line in changesets})
        except BrokenLog as broken:
            raise Damaged(path, str(broken)) from broken
        now = {line.id: line.hash for line in changesets}
        fresh = {name for name, link in now.items() if had.get(name) != link}
        lines = [line for line in changes if line.changeset in fresh]
        joined = Joined(
            known=known,
            gone=[name for name, link in had.items() if now.get(name) != link],
            people=ours.execute(sql(select(person))).fetchall(),
            documents=ours.execute(sql(select(document))).fetchall(),
            changesets=[line for line in changesets if line.id in fresh],
            lines=lines,
            heads=_heads(outcome, {line.item for line in lines}),
            changes=tuple(route(before, outcome.nodes)),
            undead=_undead(outcome),
            doubles=_doubles(outcome),
            facts=_facts(theirs, base, replica),
            replica=replica,
        )
        put_heads(ours, joined.heads)
        changes.clear()  # the outcome holds most of them, and lets go bit by bit
        outcome.let_go()
        while before:
            before.popitem()
    return joined


def enter(cursor: Cursor, joined: Joined) -> None:
    """Write into the working copy what it lacks; who calls begins and ends the transaction."""
    old = [(name,) for name in joined.gone]
    cursor.executemany(sql(delete(change).where(change.c.changeset == "")), old)
    cursor.executemany(sql(delete(changeset).where(changeset.c.id == "")), old)
    cursor.execute(sql(delete(document)))
    cursor.executemany(sql(insert(document)), joined.documents)
    cursor.executemany(sql(insert(person).prefix_with("OR IGNORE")), joined.people)
    cursor.executemany(sql(insert(changeset)), joined.changesets)
    cursor.executemany(sql(insert(change)), joined.lines)
    tables.apply(cursor, joined.changes)
    put_heads(cursor, joined.heads)
    set_facts(cursor, joined.facts)


def put_heads(cursor: Cursor, heads: Mapping[str, list[tuple[str, str, str]]]) -> None:
    """Make the heads of these items anew."""
    cursor.executemany(sql(delete(head).where(head.c.item == "")), [(item,) for item in heads])
    cursor.executemany(sql(insert(head)), (row for rows in heads.values() for row in rows))


def _facts(theirs: Cursor, base: str | None, replica: str | None) -> dict[str, str]:
    facts = {"sound": ""}
    if base is not None:
        facts |= {"base": base, "published": as_json(tips(theirs))}
    if replica is not None:
        facts["replica"] = replica
    return facts


def _heads(outcome: Outcome, touched: set[str]) -> dict[str, list[tuple[str, str, str]]]:
    return {
        item: [
            (item, field, line.id) for field, found in outcome.heads[item].items() for line in found
        ]
        for item in touched
    }


def _undead(outcome: Outcome) -> set[NodeId]:
    return {
        item
        for item in outcome.nodes
        if any(line.new == _GONE for line in outcome.heads[item].get(DELETED, ()))
    }


def _doubles(outcome: Outcome) -> set[tuple[NodeId, str]]:
    return {
        (NodeId(item), field)
        for item, fields in outcome.heads.items()
        for field, found in fields.items()
        if len(found) > 1
    }
