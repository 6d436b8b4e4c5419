"""What a database of ours knows about itself: how far it has come, and what was published of it."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select

from qpdesk.store import tables
from qpdesk.store.database import as_store_error, cursor_of, working_engine
from qpdesk.store.errors import Damaged, StoreError
from qpdesk.store.log import as_json
from qpdesk.store.log_tables import APPLICATION_ID, USER_VERSION, changeset, working
from qpdesk.store.tables import Cursor, sql
from qpdesk.store.tail import acts
from qpdesk.values import dataclass

_FACTS = sql(select(working.c.name, working.c.value))
_LAST = sql(select(func.max(changeset.c.id)).where(changeset.c.id < ""))

Tips = dict[str, str]
"""For each replica its last changeset: what a copy knows."""


def prepare(connection: Connection) -> None:
    """Make the tables of this version."""
    from qpdesk.store.schema import metadata  # noqa: PLC0415 - the plan is seen before

    metadata.create_all(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {USER_VERSION}")


def tips(cursor: Cursor) -> Tips:
    """What a database knows; a look at the end of each replica's changesets, not at all of them."""
    found: Tips = {}
    bound = "~"  # after every id
    while name := cursor.execute(_LAST, (bound,)).fetchone()[0]:
        bound = name.partition(".")[0]
        found[bound] = name
    return found


def facts(cursor: Cursor) -> dict[str, str]:
    """What a working copy knows about itself."""
    return dict(cursor.execute(_FACTS).fetchall())


def set_facts(cursor: Cursor, values: Mapping[str, str]) -> None:
    """Set some of what a working copy knows about itself."""
    cursor.executemany(sql(delete(working).where(working.c.name == "")), [(key,) for key in values])
    cursor.executemany(sql(insert(working)), list(values.items()))


@dataclass(frozen=True, slots=True)
class Known:
    """What a working copy says of itself before it is opened for work."""

    document: str
    base: str
    """What the user's file was known by when we last saw it."""
    is_published: bool
    path: str
    """Where the user's file stood then; "" where that is not known."""
    version: int
    """Of its tables."""
    facts: dict[str, str]
    """All of it."""


def peek(file: Path) -> Known | None:
    """Look into a working copy; None if there is none.

    Raises:
        Damaged: It is not whole.
    """
    if not file.exists():
        return None
    if not file.stat().st_size:  # a power cut on a disk that lies; SQLite would take it for new
        raise Damaged(file, "empty")
    engine = working_engine(file)
    try:
        with as_store_error(file), engine.connect() as connection:
            connection.rollback()
            cursor = cursor_of(connection)
            said = facts(cursor)
            is_published = not acts(cursor) and said.get("published") == as_json(tips(cursor))
            document = tables.document_id(cursor)
            version = int(cursor.execute("PRAGMA user_version").fetchone()[0])
            path = said.get("path", "")
            return Known(document, said["base"], is_published, path, version, said)
    except StoreError as error:
        if error.detail.startswith("no such"):  # tables that should be there are not
            raise Damaged(file, error.detail) from error
        raise
    except (KeyError, TypeError, ValueError) as error:  # rows that should be there are not
        raise Damaged(file, type(error).__name__) from error
    finally:
        engine.dispose()
