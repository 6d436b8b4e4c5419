"""Which version of the program wrote a file that we cannot read, as far as the file tells."""

import re
from contextlib import suppress
from pathlib import Path

from qpdesk import __version__
from qpdesk.store.database import as_store_error, cursor_of, scratch_engine
from qpdesk.store.errors import StoreError

# Every version of the file names in ``changeset.app`` who made each changeset: that is promised to
# older programs, for nothing else of a later major version is known to them.
_APPS = "SELECT DISTINCT app FROM changeset LIMIT 1000"
_IS_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'changeset'"
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){1,3}")


def writer_of(file: Path) -> str:
    """The highest version that a file's log names, if it is later than ours; otherwise "".

    Args:
        file: A private copy; whatever it holds does no harm.
    """
    engine = scratch_engine(file)
    try:
        with suppress(StoreError), as_store_error(file), engine.connect() as connection:
            connection.rollback()
            cursor = cursor_of(connection)
            if cursor.execute(_IS_TABLE).fetchone() is None:
                return ""
            apps = [app for (app,) in cursor.execute(_APPS).fetchall() if isinstance(app, str)]
            later = [app for app in apps if _is_later(app)]
            return max(later, key=_order, default="")
    finally:
        engine.dispose()
    return ""


def _is_later(app: str) -> bool:
    return bool(_VERSION.fullmatch(app)) and _order(app) > _order(__version__)


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)))
