"""The tables of a .qpd file: the log, and what the log comes to, readable with any SQLite tool.

The log (``document``, ``person``, ``changeset``, ``change``) is the file; it only grows. The tables
of items and ``head`` are its result and can be made anew from it. Items' tables have the fields of
the domain, in its order; a stored copy of the whole schema among the tests guards both. A working
copy has two tables more to itself: ``working``, and ``tail``, the log's newest acts.
"""

from datetime import date
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import REAL, TypeEngine

from qpdesk.domain.nodes import EVERY_LEVEL, PARENTS, STEPS, Kind
from qpdesk.domain.record import FIELDS, OPTIONAL, defaults

APPLICATION_ID = 0x51504431
"""What tells a .qpd from other SQLite files: "QPD1"."""

MAJOR, MINOR = 1, 1
"""A file of a later major version cannot be read; one of a later minor version can, by its log."""

USER_VERSION = MAJOR * 1000 + MINOR

LOG_TABLES = ("document", "person", "changeset", "change")

metadata = MetaData()


def _table(name: str, *parts: Column[object] | CheckConstraint | Index) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=False)


document = _table(
    "document",
    Column("id", Text, primary_key=True),
    Column("created", Text, nullable=False),
)
"""One row: the id that travels with every copy."""

person = _table(
    "person",
    Column("id", Text, primary_key=True),
    Column("salt", LargeBinary),
    Column("name", Text),
)
"""Who made changes. The id is the digest of salt and name; both may be blanked later."""

changeset = _table(
    "changeset",
    Column("id", Text, primary_key=True),
    Column("hlc", Integer, nullable=False),
    Column("person", Text, ForeignKey("person.id"), nullable=False),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("deed", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Text),
    Column("app", Text, nullable=False),
    Column("previous_hash", LargeBinary),
    Column("hash", LargeBinary, nullable=False),
)
"""One act of one user. The id is "<replica>.<number>"; ``at`` is what that computer claimed."""

change = _table(
    "change",
    Column("changeset", Text, ForeignKey("changeset.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("replaces", Text, nullable=False),
    Column("seen", Text),
    Column("salt", LargeBinary),
    Column("digest", LargeBinary),
)
"""One field of one item: before and after as JSON, and the changes that this one replaces."""

head = _table(
    "head",
    Column("item", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("change", Text, primary_key=True),
)
"""The changes that none replaces. Two for one field: two people disagree."""

working = _table(
    "working",
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What a working copy knows about itself. Empty in every published file."""

tail = Table(
    "tail",
    metadata,
    Column("number", Integer, primary_key=True),  # as rowid: what comes last costs one page
    Column("act", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The newest acts of a working copy, not entered yet. Empty in every published file."""


def parent_columns(kind: Kind) -> list[str]:
    """The columns that name the parent: one of them has a value, or there are none."""
    return [f"{parent}_id" for parent in PARENTS[kind]]


def field_columns(kind: Kind) -> list[str]:
    """The columns of the fields, what we do not know ("extra") last."""
    return [*(name for name in FIELDS[kind] if name != "extra"), "extra"]


def _items(kind: Kind) -> Table:
    above = parent_columns(kind)
    alone = len(above) == 1
    parts: list[Column[object] | CheckConstraint | Index] = [Column("id", Text, primary_key=True)]
    # Deferred: within one transaction, items may come before their parents.
    parts += [
        Column(
            name,
            Text,
            ForeignKey(f"{parent}.id", deferrable=True, initially="DEFERRED"),
            nullable=not alone,
        )
        for name, parent in zip(above, PARENTS[kind], strict=True)
    ]
    parts += [Column("sort_key", Text, CheckConstraint("sort_key <> ''"), nullable=False)]
    parts += [_field(kind, name) for name in field_columns(kind)]
    if len(above) > 1:
        parts.append(
            CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in above) + " = 1")
        )
    parts += [Index(f"{kind}_{name}", name) for name in above]
    return _table(kind, *parts)


def _field(kind: Kind, name: str) -> Column[object]:
    wanted = FIELDS[kind][name]
    types: dict[type, TypeEngine[object]] = {int: Integer(), float: REAL()}  # type: ignore[dict-item]
    rules = [CheckConstraint(rule) for rule in _rules(kind, name, wanted)]
    return Column(name, types.get(wanted, Text()), *rules, nullable=name in OPTIONAL[kind])


def _rules(kind: Kind, name: str, wanted: type) -> list[str]:
    """What the database itself refuses: unknown choices, impossible factors, texts for dates."""
    match kind, name:
        case Kind.RISK, "level":
            return [f"level IN ({', '.join(map(str, sorted(EVERY_LEVEL)))})"]
        case Kind.RISK, "likelihood" | "consequence":
            return [f"{name} BETWEEN {STEPS[0]} AND {STEPS[-1]}"]
        case Kind.CHAPTER, "level":
            return ["level BETWEEN 1 AND 3"]
        case _:
            pass
    if issubclass(wanted, StrEnum):
        choices = ", ".join(f"'{choice.value}'" for choice in wanted)
        return [f"{name} IN ({choices})"]
    if wanted is date:
        return [f"{name} = date({name})"]
    return []


items: dict[Kind, Table] = {kind: _items(kind) for kind in Kind}
"""The table of each kind."""

DEFAULTS = {kind: defaults(kind) for kind in Kind}
"""What a field is as long as no change says otherwise. A released default never changes."""
