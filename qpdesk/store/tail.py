"""The end of the log that is not entered yet: small acts as they came, one row each.

A row at the end of one table is on the disk much sooner than rows in the four tables that an act
concerns. It is committed and synced as all else is, and it belongs to the log: whoever reads log or
tables enters first what waits here, and so does every opening.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from os import urandom
from typing import Any

from sqlalchemy import delete, insert, select

from qpdesk.domain.changes import Edit, Replaced
from qpdesk.domain.nodes import TYPES
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, Scalar
from qpdesk.store.log import BrokenLog, Changeset, as_json
from qpdesk.store.log_tables import tail
from qpdesk.store.tables import Cursor, changed_fields, set_field, sql

_FEW = 4  # changes in one row
_LONGEST = 1_500  # characters in one row: what is longer would only be written twice

KEEP = sql(insert(tail).values(act="", digest=b""))
"""The statement that lets an act wait, alone in its transaction."""

_IS_THERE = "SELECT 1 FROM sqlite_schema WHERE name = 'tail'"
_ALL = sql(select(tail.c.act, tail.c.digest).order_by(tail.c.number))
_EMPTY = sql(delete(tail))

_TEXTS = {
    TYPES[kind]: {name: wanted for name, wanted in fields.items() if issubclass(wanted, str)}
    for kind, fields in FIELDS.items()
}
"""Of each class of items the fields with texts and choices, and the class of their values."""

Act = tuple[str, bytes]
"""An act as it is kept, and its checksum."""

Values = list[tuple[NodeId, str, Scalar, Scalar, str]]
"""Items, fields, their values before and after, and the salts that the log is to have for these."""


def act_of(about: Changeset, edit: Edit) -> Act | None:
    """A small act as a row for ``KEEP``; None for one that must be entered at once.

    What waits has been acknowledged, so it can only be what no table refuses: texts and choices,
    for items that stand. Of what comes, goes or moves, the heads must be at hand.
    """
    values = _values_of(edit)
    if values is None:
        return None
    act = as_json([about[:-2], values])
    return None if len(act) > _LONGEST else (act, sha256(act.encode()).digest())


def acts(cursor: Cursor) -> list[Act]:
    """What waits, as it was kept, in order; nothing in files of before there was a tail."""
    if cursor.execute(_IS_THERE).fetchone() is None:
        return []
    return list(cursor.execute(_ALL).fetchall())


def settle(cursor: Cursor) -> None:
    """Enter what waits in log and tables; who calls begins and ends the transaction.

    Raises:
        BrokenLog: It is not what was kept.
    """
    if waiting := acts(cursor):
        enter(cursor, waiting)
        cursor.execute(_EMPTY)


def enter(cursor: Cursor, waiting: Iterable[Act]) -> None:
    """Enter acts in a log and tables that are as they were when these were done.

    They come to the same whenever and wherever that happens: copies of one file can be joined.

    Raises:
        BrokenLog: They are not what was kept.
    """
    for act, digest in waiting:
        if sha256(act.encode()).digest() != digest:
            raise BrokenLog("tail")
        try:
            _enter(cursor, *json.loads(act))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise BrokenLog("tail") from error


def _enter(cursor: Cursor, said: Iterable[Any], values: Values) -> None:
    from qpdesk.store.heads import Heads  # noqa: PLC0415 - the plan is seen before

    about = Changeset._make((*said, None, b""))
    heads = Heads(cursor, about.id)
    for item, name, was, now, salt in values:
        heads.supersede(item, name, as_json(was), as_json(now), bytes.fromhex(salt))
        set_field(cursor, item, name, now)
    heads.write(about)


def _values_of(edit: Edit) -> Values | None:
    if len(edit.changes) > _FEW:
        return None
    values: Values = []
    for made in edit.changes:
        if type(made) is not Replaced:
            return None
        after = made.after
        texts = _TEXTS[type(after)]
        for name, (was, now) in changed_fields(made.before, after).items():
            if type(getattr(after, name)) is not texts.get(name):
                return None
            values.append((after.id, name, was, now, urandom(16).hex()))
    return values
