"""How SQLite is spoken to: one connection, hardened, with real transactions and our own errors."""

import errno
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

# SQLite 3.53 on every machine. Python 3.11 carries 3.40 or 3.45, which can lose a committed
# transaction at a checkpoint (fixed in 3.51.3).
from pysqlite3 import dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from qpdesk.store.errors import (
    Damaged,
    DiskFull,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
)
from qpdesk.store.log import BrokenLog

_HARDENED = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "foreign_keys = ON",
    "recursive_triggers = OFF",
)
_WORKING = (
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "cache_size = -65536",  # KiB: a whole register, so that an edit reads nothing from the disk
)
# A scratch file is thrown away if anything goes wrong; what is published from it is synced then.
_SCRATCH = ("locking_mode = EXCLUSIVE", "journal_mode = OFF", "synchronous = OFF")

_FOREIGN = (DBAPIError, dbapi2.Error, OSError, BrokenLog)

_ERRNO: dict[int | None, type[StoreError]] = {
    errno.ENOENT: NotFound,
    errno.ENOTDIR: NotFound,
    errno.EACCES: NotPermitted,
    errno.EPERM: NotPermitted,
    errno.EROFS: NotPermitted,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
}
_SQLITE: dict[str, type[StoreError]] = {
    "SQLITE_BUSY": InUse,
    "SQLITE_LOCKED": InUse,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": NotPermitted,
    "SQLITE_PERM": NotPermitted,
    "SQLITE_CANTOPEN": NotPermitted,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": NotAPlanFile,
}

# Copying a database page by page tells no code, only these words.
_NAMES = {
    "database or disk is full": "SQLITE_FULL",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "attempt to write a readonly database": "SQLITE_READONLY",
}


def working_engine(path: Path) -> Engine:
    """The engine of a working copy: every commit is on the disk when it returns.

    One connection, exclusive, so that no index is shared in memory with another process.
    """
    return _engine(path, (*_WORKING, *_HARDENED))


def scratch_engine(path: Path) -> Engine:
    """The engine of a file that is being checked or built, for us alone."""
    return _engine(path, (*_SCRATCH, *_HARDENED))


@contextmanager
def as_store_error(path: Path) -> Generator[None]:
    """Turn what the disk, SQLite and a broken log say into our own errors about ``path``."""
    try:
        yield
    except _FOREIGN as error:
        raise _ours(path, error) from error


class Transaction:
    """Entered, one writes to a database of several threads: all is on the disk at the end, or none.

    What the disk and SQLite say becomes our own errors about ``path``. A class, for every edit
    waits for it: a generator would take as long as one of the edit's statements.
    """

    def __init__(self, path: Path, cursor: Any, lock: RLock) -> None:  # noqa: ANN401 - no types
        self._path = path
        self._execute = cursor.execute
        self._lock = lock

    def __enter__(self) -> None:
        self._lock.acquire()
        try:
            self._execute("BEGIN IMMEDIATE")
        except BaseException as error:
            self._lock.release()
            if isinstance(error, dbapi2.Error):
                raise _ours(self._path, error) from error
            raise

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            if error is None:
                self._execute("COMMIT")
                return
            self._take_back()
        except BaseException as failed:
            self._take_back()
            if isinstance(failed, dbapi2.Error):
                raise _ours(self._path, failed) from failed
            raise
        finally:
            self._lock.release()
        if isinstance(error, _FOREIGN):
            raise _ours(self._path, error) from error

    def alone(self, statement: str, row: Sequence[object]) -> None:
        """Run one statement that is a transaction by itself: it is on the disk, or nothing is.

        Who calls has the lock.
        """
        try:
            self._execute(statement, row)
        except dbapi2.Error as error:
            raise _ours(self._path, error) from error

    @contextmanager
    def taken_back(self) -> Generator[None]:
        """Entered, one looks at what would be: nothing of it stays."""
        with self._lock, as_store_error(self._path):
            self._execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                self._take_back()

    def _take_back(self) -> None:
        with suppress(Exception):  # SQLite may have rolled back already
            self._execute("ROLLBACK")


def cursor_of(connection: Connection) -> Any:  # noqa: ANN401 - the driver has no types
    """The driver's own cursor, for the statements that every edit runs."""
    return connection.connection.cursor()


def _ours(path: Path, error: DBAPIError | dbapi2.Error | OSError | BrokenLog) -> StoreError:
    if isinstance(error, BrokenLog):
        return Damaged(path, f"log: {error}")
    if isinstance(error, OSError):
        return _ERRNO.get(error.errno, StoreError)(path, str(error))
    return _from_sqlite(path, error.orig if isinstance(error, DBAPIError) else error)


def _from_sqlite(path: Path, error: BaseException | None) -> StoreError:
    name = str(getattr(error, "sqlite_errorname", "")) or _NAMES.get(str(error), "")
    kind = next((kind for code, kind in _SQLITE.items() if name.startswith(code)), StoreError)
    return kind(path, str(error))


def _engine(path: Path, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=dbapi2,
        poolclass=StaticPool,
        connect_args={"timeout": 0, "isolation_level": None, "check_same_thread": False},
    )

    def connected(connection: Any, _record: object) -> None:  # noqa: ANN401 - as above
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()  # or it would hold its lock as long as anyone looks at the error
            raise

    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", begun)
    return engine
