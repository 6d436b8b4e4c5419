"""The log in a .qpd file, and what a working copy knows of itself: the tables all openings read.

The log (``document``, ``person``, ``changeset``, ``change``) is the file; it only grows. The tables
of items and ``head`` are its result and can be made anew from it. Items' tables are in ``schema``,
apart: describing them takes as long as reading a plan, and reading needs but their names. A working
copy has two tables more to itself: ``working``, and ``tail``, the log's newest acts.
"""

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

from qpdesk.domain.nodes import PARENTS, Kind
from qpdesk.domain.record import FIELDS, defaults

APPLICATION_ID = 0x51504431
"""What tells a .qpd from other SQLite files: "QPD1"."""

MAJOR, MINOR = 1, 1
"""A file of a later major version cannot be read; one of a later minor version can, by its log."""

USER_VERSION = MAJOR * 1000 + MINOR

LOG_TABLES = ("document", "person", "changeset", "change")

metadata = MetaData()
"""Whole only when ``schema`` has been imported; from there it is to be fetched."""


def make_table(name: str, *parts: Column[object] | CheckConstraint | Index) -> Table:
    """Describe a table as all of ours are: strict, and kept in the order of its key."""
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=False)


document = make_table(
    "document",
    Column("id", Text, primary_key=True),
    Column("created", Text, nullable=False),
)
"""One row: the id that travels with every copy."""

person = make_table(
    "person",
    Column("id", Text, primary_key=True),
    Column("salt", LargeBinary),
    Column("name", Text),
)
"""Who made changes. The id is the digest of salt and name; both may be blanked later."""

changeset = make_table(
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

change = make_table(
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

head = make_table(
    "head",
    Column("item", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("change", Text, primary_key=True),
)
"""The changes that none replaces. Two for one field: two people disagree."""

working = make_table(
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


DEFAULTS = {kind: defaults(kind) for kind in Kind}
"""What a field is as long as no change says otherwise. A released default never changes."""
