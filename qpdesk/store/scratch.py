"""Files that are looked at or built before they count: SQLite opens these, never the user's own."""

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, insert

from qpdesk.domain.nodes import new_id
from qpdesk.store import collector, disk
from qpdesk.store.checking import Unsound, check_header, is_of_this_version, verify
from qpdesk.store.database import as_store_error, cursor_of, scratch_engine
from qpdesk.store.errors import Damaged, DiskFull, NotPermitted, StoreError, TooNew
from qpdesk.store.knowledge import prepare, set_facts, tips
from qpdesk.store.log import Outcome, as_json
from qpdesk.store.log_tables import document, tail, working
from qpdesk.store.newer import writer_of
from qpdesk.store.tables import Cursor, copy_log, document_id, rebuild, sql
from qpdesk.store.tail import Act, enter
from qpdesk.store.watching import Watch


def discard(file: Path) -> None:
    """Remove a database and what SQLite may have left beside it.

    Raises:
        StoreError: It cannot be removed.
    """
    with as_store_error(file):
        for name in (file.name, f"{file.name}-wal", f"{file.name}-journal", f"{file.name}-shm"):
            file.with_name(name).unlink(missing_ok=True)


@contextmanager
def opened(
    path: Path, content: bytes, file: Path, watch: Watch | None = None
) -> Generator[tuple[Cursor, Outcome]]:
    """Open a .qpd's content, by way of a copy, when all checks have passed.

    Args:
        path: Where the content is from, to name in errors.
        content: The bytes.
        file: Where the copy may stand; it stays when the context ends well.
        watch: Is told how far the checks are.

    Raises:
        NotAPlanFile, Damaged, TooNew: The content is not what we can read.
    """
    try:
        check_header(path, content)
    except TooNew as error:
        _write(content, file)
        program = writer_of(file)
        discard(file)
        raise TooNew(path, error.detail, program) from error
    _write(content, file)
    engine = scratch_engine(file)
    try:
        with as_damage(path):
            connection = engine.connect()
            cursor = cursor_of(connection)
            outcome = verify(cursor, watch=watch)
        with connection:
            yield cursor, outcome
            connection.commit()
    except BaseException:
        engine.dispose()
        with suppress(StoreError):
            discard(file)
        raise
    engine.dispose()


def _write(content: bytes, file: Path) -> None:
    discard(file)
    with as_store_error(file):
        file.write_bytes(content)


@contextmanager
def reopened(file: Path) -> Generator[Cursor]:
    """Read once more in a copy that ``opened`` has left after all checks."""
    engine = scratch_engine(file)
    try:
        with as_store_error(file), engine.connect() as connection:
            connection.rollback()
            yield cursor_of(connection)
    finally:
        engine.dispose()


def take_in(path: Path, content: bytes, into: Path, facts: Mapping[str, str], watch: Watch) -> None:
    """Make a working copy's database of a .qpd's content.

    A file of another minor version is taken in by its log; its tables are made anew as ours.

    Raises:
        NotAPlanFile, Damaged, TooNew: The content is not what we can read.
    """
    other = into.with_name(f"{into.name}-other")
    with opened(path, content, other, watch) as (cursor, outcome):
        facts = {**facts, "published": as_json(tips(cursor))}
        if is_of_this_version(cursor):
            facts["sound"] = facts["base"]
        else:
            begin_from(cursor, outcome, into, facts)
            return
        set_facts(cursor, facts)
    other.replace(into)


def finish(file: Path, sound: bytes | None = None) -> bytes:
    """Make a snapshot of a working copy fit to be published: nothing of ours in it, compact, sound.

    Args:
        file: The snapshot.
        sound: What was last published and has passed all checks; then only what came since is
            looked at in full.

    Raises:
        Damaged: It does not hold together: it must not be published.
    """
    with as_store_error(file):
        engine = scratch_engine(file)
        try:
            with engine.connect() as connection:
                connection.rollback()
                cursor = cursor_of(connection)
                for table in (working, tail):
                    cursor.execute(sql(delete(table)))
                cursor.execute("VACUUM")
                # The collector is let in when all is thrown away again: else it would look through
                # what has been read of the log, and windows would stand still so long.
                with as_damage(file), collector.at_rest():
                    if sound is None or not _has_grown(file, cursor, sound):
                        verify(cursor).let_go()
        finally:
            engine.dispose()
        content = file.read_bytes()
    check_header(file, content)
    discard(file)
    return content


def _has_grown(file: Path, cursor: Cursor, sound: bytes) -> bool:
    from qpdesk.store.growth import verify_growth  # noqa: PLC0415 - no opening needs it

    older = file.with_name("published.db")
    try:
        older.write_bytes(sound)
        return verify_growth(cursor, older)
    finally:
        discard(older)


def begin(file: Path, facts: Mapping[str, str]) -> None:
    """Make a working copy's database with an empty register and an id of its own."""
    discard(file)
    with as_store_error(file), _connected(file) as connection:
        prepare(connection)
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        connection.execute(insert(document).values(id=new_id(), created=now))
        set_facts(cursor_of(connection), facts)


def begin_from(
    source: Cursor,
    outcome: Outcome,
    file: Path,
    facts: Mapping[str, str],
    waiting: Iterable[Act] = (),
) -> None:
    """Make a working copy's database of another's log, what it comes to, and what waits there."""
    discard(file)
    with as_store_error(file), _connected(file) as connection:
        prepare(connection)
        copy_log(source, cursor_of(connection))
        rebuild(cursor_of(connection), outcome)
        enter(cursor_of(connection), waiting)
        set_facts(cursor_of(connection), facts)


def document_of(path: Path, content: bytes, file: Path, watch: Watch) -> str:
    """The id that travels with every copy of a .qpd.

    Raises:
        NotAPlanFile, Damaged, TooNew: The content is not what we can read.
    """
    with opened(path, content, file, watch) as (cursor, _):
        return document_id(cursor)


def digest_of(content: bytes | None) -> str:
    """What the content is known by; "" for none."""
    return "" if content is None else disk.digest(content)


@contextmanager
def _connected(file: Path) -> Generator[Connection]:
    engine = scratch_engine(file)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def as_damage(path: Path) -> Generator[None]:
    """What cannot be read or does not fit together is damaged, except when the disk is at fault."""
    try:
        with as_store_error(path):
            yield
    except Unsound as unsound:
        problem = unsound.problem
        raise Damaged(path, f"{problem.check}: {problem.detail}") from unsound
    except (DiskFull, NotPermitted):
        raise
    except StoreError as error:
        raise Damaged(path, error.detail) from error
    except (ValueError, OverflowError) as error:  # texts that are none, even in SQLite's complaint
        raise Damaged(path, type(error).__name__) from error
