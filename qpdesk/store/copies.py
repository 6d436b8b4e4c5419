"""Finds copies of a file that others made beside it: a sync client that met two versions, a hand.

Such a copy has the same document id, so its log can be joined to ours; twice does no harm.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from qpdesk.store import disk, scratch
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import StoreError
from qpdesk.store.knowledge import Tips, tips
from qpdesk.store.tables import document_id

_MOST = 30  # files; a folder full of plans is no heap of conflict copies


def copies_beside(path: Path, document: str, known: Tips) -> Iterator[Path]:
    """The whole files in the same folder that have edits of the same document that we lack."""
    with as_store_error(path):
        others = sorted(other for other in path.parent.glob("*.qpd") if other != path)
    for other in others[:_MOST]:
        if _has_more(other, document, known):
            yield other


def _has_more(other: Path, document: str, known: Tips) -> bool:
    try:
        with as_store_error(other), TemporaryDirectory(prefix="qpdesk-") as folder:
            content = disk.read(other)
            if content is None:
                return False
            with scratch.opened(other, content, Path(folder) / "looked-at.db") as (cursor, _):
                if document_id(cursor) != document:
                    return False
                return any(last > known.get(owner, "") for owner, last in tips(cursor).items())
    except StoreError:
        return False
