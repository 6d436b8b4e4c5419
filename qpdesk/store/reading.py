"""Looks at a .qpd without touching, locking or keeping anything: to show, print or check it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from qpdesk.domain.register import Register
from qpdesk.store import disk, scratch
from qpdesk.store.checking import Check, Problem
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound, TooNew
from qpdesk.store.log import Outcome
from qpdesk.store.log_tables import changeset, person
from qpdesk.store.tables import sql
from qpdesk.values import dataclass


@dataclass(frozen=True, slots=True)
class Glance:
    """What tells one version of a file from another at first sight."""

    who: str
    """Who worked last in it; "" where that is not known."""
    at: str
    """When, as that computer claimed (ISO 8601); "" where nobody has worked yet."""
    items: int


def read_register(path: Path) -> Register:
    """The register of a file, as it was last published.

    Raises:
        StoreError: It could not be read; the kind says why.
    """
    return Register(_outcome(path).nodes.values())


def glance(path: Path) -> Glance:
    """Who worked last in a file, when, and how many items it has.

    Raises:
        StoreError: It could not be read; the kind says why.
    """
    with as_store_error(path):
        content = disk.read(path)
    if content is None:
        raise NotFound(path)
    last = (
        select(person.c.name, changeset.c.at)
        .join_from(changeset, person)
        .order_by(changeset.c.hlc.desc(), changeset.c.id.desc())
        .limit(1)
    )
    with (
        TemporaryDirectory(prefix="qpdesk-") as folder,
        scratch.opened(path, content, Path(folder) / "looked-at.db") as (cursor, outcome),
    ):
        row = cursor.execute(sql(last), (1, 0)).fetchone()
        who, at = row or ("", "")
        return Glance(who or "", at, len(outcome.nodes))


def check(path: Path) -> list[Problem]:
    """What does not hold in a file; an empty list if all is well.

    Raises:
        StoreError: It could not be read at all: not there, not permitted.
    """
    try:
        _outcome(path)
    except (NotAPlanFile, TooNew) as error:
        return [Problem(Check.HEADER, error.detail)]
    except Damaged as error:
        name, _, detail = error.detail.partition(": ")
        known = name in set(Check)
        return [Problem(Check(name) if known else Check.PAGES, detail if known else error.detail)]
    return []


def _outcome(path: Path) -> Outcome:
    """What the file's log comes to, when all checks have passed: at the second reading if need be.

    A disk or a share may fail for a moment, and SQLite then calls a whole file malformed.
    """
    try:
        return _read(path)
    except (Damaged, NotAPlanFile):
        return _read(path)


def _read(path: Path) -> Outcome:
    with as_store_error(path):
        content = disk.read(path)
    if content is None:
        raise NotFound(path)
    with (
        TemporaryDirectory(prefix="qpdesk-") as folder,
        scratch.opened(path, content, Path(folder) / "looked-at.db") as (_, outcome),
    ):
        return outcome
