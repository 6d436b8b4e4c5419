"""Makes the tables of a file anew from its log, when the log is whole."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from qpdesk.store import disk, scratch
from qpdesk.store.backups import Backups
from qpdesk.store.checking import check_header, verify_log
from qpdesk.store.database import as_store_error, cursor_of, scratch_engine
from qpdesk.store.errors import Damaged, NotFound
from qpdesk.store.log import BrokenLog
from qpdesk.store.tables import Cursor, document_id
from qpdesk.store.tail import acts
from qpdesk.store.watching import Watch


def repair(path: Path, backups: Path) -> None:
    """Put a file in the place of a damaged one that says the same as its log.

    Args:
        path: The file. It is replaced as a whole, or left alone.
        backups: The folder of all replaced versions; the damaged one is kept there.

    Raises:
        NotFound: There is no such file.
        Damaged: Its log is damaged too: nothing to make it from. It is left alone.
        StoreError: It could not be read or written. It is left alone.
    """
    with as_store_error(path):
        content = disk.read(path)
    if content is None:
        raise NotFound(path)
    check_header(path, content)
    folder = backups / "repair"
    with as_store_error(path):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    broken, mended = folder / "broken.db", folder / "mended.db"
    try:
        with as_store_error(broken):
            broken.write_bytes(content)
        name = from_log(path, broken, mended, {})
        fresh = scratch.finish(mended)
        with as_store_error(path):
            Backups(backups / name).keep(content)
            disk.replace_whole(path, fresh)
    finally:
        for file in (broken, mended):
            scratch.discard(file)


def salvage(source: Path, target: Path) -> None:
    """Write what a version or a working copy that lies aside holds as a .qpd of its own.

    Args:
        source: That file; it stays as it is.
        target: Where to. It is replaced as a whole, or left alone.

    Raises:
        Damaged: Not even its log is whole.
        StoreError: It could not be read or written.
    """
    with TemporaryDirectory(prefix="qpdesk-") as folder:
        broken, mended = Path(folder) / "broken.db", Path(folder) / "mended.db"
        with as_store_error(source):
            for end in ("-wal", ""):
                if (one := source.with_name(source.name + end)).exists():
                    copyfile(one, broken.with_name(broken.name + end))
        from_log(source, broken, mended, {})
        fresh = scratch.finish(mended)
        with as_store_error(target):
            disk.replace_whole(target, fresh)


def from_log(path: Path, broken: Path, into: Path, facts: Mapping[str, str]) -> str:
    """Make a new database of what another's log comes to; returns the document's id.

    Args:
        path: Where the other is from, to name in errors.
        broken: The other one; a private file, it may be written to.
        into: The new one.
        facts: What it is to know about itself.

    Raises:
        Damaged: The log is not whole.
    """
    engine = scratch_engine(broken)
    try:
        with scratch.as_damage(path), engine.connect() as connection:
            connection.rollback()
            cursor = cursor_of(connection)
            _expect_only_tables(path, cursor)
            try:
                outcome = verify_log(cursor, Watch())
            except BrokenLog as error:
                raise Damaged(path, f"log: {error}") from error
            scratch.begin_from(cursor, outcome, into, facts, acts(cursor))
            return document_id(cursor)
    finally:
        engine.dispose()


def _expect_only_tables(path: Path, cursor: Cursor) -> None:
    """Nothing that acts by itself may stand in what we read from."""
    for kind, name in cursor.execute("SELECT type, name FROM sqlite_schema").fetchall():
        if kind not in {"table", "index"}:
            raise Damaged(path, f"schema: {name}")
