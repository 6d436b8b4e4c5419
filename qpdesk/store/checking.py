"""Whether a .qpd holds together: its header, its pages, its schema, its log, its tables."""

import struct
from enum import StrEnum
from functools import cache
from pathlib import Path

from sqlalchemy import func, select

from qpdesk.store import collector
from qpdesk.store.database import cursor_of, scratch_engine
from qpdesk.store.errors import Damaged, NotAPlanFile, TooNew
from qpdesk.store.log import BrokenLog, Outcome, check_chain, person_id_of, replay
from qpdesk.store.log_tables import (
    APPLICATION_ID,
    LOG_TABLES,
    MAJOR,
    USER_VERSION,
    change,
    document,
    head,
    person,
    tail,
    working,
)
from qpdesk.store.tables import Cursor, log_of, nodes, size, sql
from qpdesk.store.watching import Watch
from qpdesk.values import dataclass

_HEADER = 100  # bytes
_MAGIC = b"SQLite format 3\0"


class Check(StrEnum):
    """What is looked at, in this order; one that fails ends the check."""

    HEADER = "header"
    SCHEMA = "schema"
    PAGES = "pages"
    REFERENCES = "references"
    LOG = "log"
    TABLES = "tables"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold; ``detail`` names the place, never a text of the plan."""

    check: Check
    detail: str


class Unsound(Exception):
    """A check failed."""

    def __init__(self, check: Check, detail: str) -> None:
        super().__init__(check, detail)
        self.problem = Problem(check, detail)


def check_header(path: Path, content: bytes) -> None:
    """See whether these bytes can be a .qpd that we can read.

    Raises:
        NotAPlanFile: They are another kind of file.
        TooNew: A later major version wrote them.
        Damaged: They are a copy from the middle of somebody's work, or cut off.
    """
    if len(content) < _HEADER or not content.startswith(_MAGIC):
        raise NotAPlanFile(path, "no SQLite file")
    user_version, application_id = struct.unpack_from(">I4xI", content, 60)
    if application_id != APPLICATION_ID:
        raise NotAPlanFile(path, f"application id {application_id:#x}")
    if user_version // 1000 > MAJOR:
        raise TooNew(path, f"version {user_version}")
    if content[18] != 1 or content[19] != 1:
        raise Damaged(path, "header: in WAL mode, never published so")


def verify(cursor: Cursor, *, published: bool = True, watch: Watch | None = None) -> Outcome:
    """See that an open database holds together; returns what its log comes to.

    Args:
        cursor: Of that database.
        published: Whether it is a published file, with nothing of a working copy in it.
        watch: Is told how far it is.

    Raises:
        Unsound: It does not.
    """
    same = verify_shape(cursor)
    watch = watch or Watch()
    watch.expect(2 * size(cursor) if same else 0)
    with collector.at_rest():
        try:
            outcome = verify_log(cursor, watch)
        except BrokenLog as broken:
            raise Unsound(Check.LOG, str(broken)) from broken
        if same:
            _verify_tables(cursor, outcome, watch)
    if same and published:
        verify_public(cursor)
    return outcome


def verify_public(cursor: Cursor) -> None:
    """See that nothing of a working copy is left.

    Raises:
        Unsound: Something is.
    """
    for table in (working, tail):
        if cursor.execute(sql(select(table))).fetchone():
            raise Unsound(Check.TABLES, table.name)


def verify_shape(cursor: Cursor) -> bool:
    """See that schema, pages and references hold; returns whether the tables are of this version.

    Raises:
        Unsound: They do not.
    """
    same = is_of_this_version(cursor)
    _verify_schema(cursor, same=same)
    for table in ("",) if same else LOG_TABLES:
        (verdict,) = cursor.execute(f"PRAGMA integrity_check({table or 1})").fetchone()
        if verdict != "ok":
            raise Unsound(Check.PAGES, str(verdict).partition("\n")[0])
    if same and (row := cursor.execute("PRAGMA foreign_key_check").fetchone()):
        raise Unsound(Check.REFERENCES, f"{row[0]} to {row[2]}")
    return same


def verify_people(cursor: Cursor) -> None:
    """See that no name has been altered.

    Raises:
        BrokenLog: One has.
    """
    for person_id, salt, name in cursor.execute(sql(select(person))).fetchall():
        if salt is not None and person_id_of(salt, name or "") != person_id:
            raise BrokenLog("person")


def is_of_this_version(cursor: Cursor) -> bool:
    """Whether the tables are those of this version; otherwise only the log is read."""
    return bool(cursor.execute("PRAGMA user_version").fetchone()[0] == USER_VERSION)


def _verify_schema(cursor: Cursor, *, same: bool) -> None:
    """Nothing that the program did not make: a trigger or view could make the file lie."""
    found, wanted = _schema_of(cursor), set(_our_schema())
    if not same:
        if any(kind not in {"table", "index"} for kind, *_ in found):
            raise Unsound(Check.SCHEMA, "more than tables")
        found = {entry for entry in found if entry[2] in LOG_TABLES}
        wanted = {entry for entry in wanted if entry[2] in LOG_TABLES}
    if found != wanted:
        names = sorted(str(name) for _, name, *_ in found ^ wanted)
        raise Unsound(Check.SCHEMA, names[0])


def _schema_of(cursor: Cursor) -> set[tuple[object, ...]]:
    rows = cursor.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return set(map(tuple, rows))


@cache
def _our_schema() -> frozenset[tuple[object, ...]]:
    from qpdesk.store.schema import metadata  # noqa: PLC0415 - the plan is seen before

    engine = scratch_engine(Path(":memory:"))
    with engine.begin() as connection:
        metadata.create_all(connection)
        schema = frozenset(_schema_of(cursor_of(connection)))
    engine.dispose()
    return schema


def verify_log(cursor: Cursor, watch: Watch) -> Outcome:
    """See that the log holds together; returns what it comes to.

    Raises:
        BrokenLog: It does not.
    """
    (count,) = cursor.execute(sql(select(func.count()).select_from(change))).fetchone()
    watch.expect(2 * count)
    changesets, changes = log_of(cursor, watch)
    verify_people(cursor)
    if len(cursor.execute(sql(select(document.c.id))).fetchall()) != 1:
        raise BrokenLog("document")
    check_chain(changesets, changes, watch=watch)
    return replay(changes, {line.id: line.hlc for line in changesets}, watch)


def _verify_tables(cursor: Cursor, outcome: Outcome, watch: Watch) -> None:
    """The tables say what the log says, neither more nor less nor anything else.

    Row by row: what is kept of a whole table must be thrown away in one go, and no window is drawn
    meanwhile.
    """
    count = 0
    try:
        for node in watch(nodes(cursor)):
            if outcome.nodes.get(node.id) != node:
                raise Unsound(Check.TABLES, f"item {node.id}")
            count += 1
    except (KeyError, ValueError) as error:  # a choice or date that is none
        raise Unsound(Check.TABLES, "value") from error
    if count != len(outcome.nodes):
        raise Unsound(Check.TABLES, f"{len(outcome.nodes) - count} items too few")
    wanted = sum(len(found) for fields in outcome.heads.values() for found in fields.values())
    for item, field, name in cursor.execute(sql(select(head))):
        if all(line.id != name for line in outcome.heads.get(item, {}).get(field, ())):
            raise Unsound(Check.TABLES, "head")
        wanted -= 1
    if wanted:
        raise Unsound(Check.TABLES, "head")
