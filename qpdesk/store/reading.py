"""Looks at a .qpd without touching, locking or keeping anything: to show, print or check it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from qpdesk.domain.register import Register
from qpdesk.store import disk, scratch
from qpdesk.store.checking import Check, Problem
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound, TooNew
from qpdesk.store.log import Outcome


def read_register(path: Path) -> Register:
    """The register of a file, as it was last published.

    Raises:
        StoreError: It could not be read; the kind says why.
    """
    with _outcome(path) as outcome:
        return Register(outcome.nodes.values())


def check(path: Path) -> list[Problem]:
    """What does not hold in a file; an empty list if all is well.

    Raises:
        StoreError: It could not be read at all: not there, not permitted.
    """
    try:
        with _outcome(path):
            return []
    except (NotAPlanFile, TooNew) as error:
        return [Problem(Check.HEADER, error.detail)]
    except Damaged as error:
        name, _, detail = error.detail.partition(": ")
        known = name in set(Check)
        return [Problem(Check(name) if known else Check.PAGES, detail if known else error.detail)]


@contextmanager
def _outcome(path: Path) -> Generator[Outcome]:
    with as_store_error(path):
        content = disk.read(path)
    if content is None:
        raise NotFound(path)
    with (
        TemporaryDirectory(prefix="qpdesk-") as folder,
        scratch.opened(path, content, Path(folder) / "looked-at.db") as (_, outcome),
    ):
        yield outcome
