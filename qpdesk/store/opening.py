"""Opens a .qpd: its working copy is found or made, and each brought up to the other."""

from dataclasses import replace
from pathlib import Path

from qpdesk.store import scratch
from qpdesk.store.arrival import (
    COPY,
    Arrival,
    Notice,
    Opening,
    arrive,
    folder_of,
    make_ready,
    mend_copy,
)
from qpdesk.store.database import as_store_error
from qpdesk.store.department_file import DepartmentFile
from qpdesk.store.errors import Damaged, NotAPlanFile
from qpdesk.store.guard import Guard
from qpdesk.store.watching import Progress, Watch

__all__ = ["Notice", "Opening", "open_file"]


def open_file(  # noqa: PLR0913 - three of them may be left out
    path: Path,
    working: Path,
    backups: Path,
    *,
    author: str = "",
    how: Opening = Opening.OR_BEGIN,
    progress: Progress | None = None,
) -> DepartmentFile:
    """Open a file, or begin a new one.

    Args:
        path: The user's file. It is read here, and replaced as a whole when it is published.
        working: The folder of all working copies; local.
        backups: The folder where replaced versions are kept; local.
        author: Who works, for the history.
        how: What to do when the file is not there, or damaged.
        progress: Is told how far it is; what it raises ends the opening, and nothing has changed.

    Raises:
        StoreError: It could not be opened; the kind says why. The file is untouched.
    """
    with as_store_error(path):
        path = path.resolve()
        folder = folder_of(path, working)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        guard = Guard(folder, path)
    watch = Watch(progress)

    def opened(arrival: Arrival) -> DepartmentFile:
        file = DepartmentFile(path, folder, backups, guard, author)
        return _brought_up(file, folder / COPY, arrival, how, watch)

    try:
        arrival = arrive(path, folder, backups, how, watch)
        try:
            return opened(arrival)
        except Damaged as error:
            if error.path != folder / COPY:
                raise
            notice = mend_copy(path, folder / COPY)
        return opened(replace(make_ready(path, folder, how, watch), notices=(notice,)))
    except BaseException:
        guard.release()
        raise


def _brought_up(
    file: DepartmentFile, copy: Path, arrival: Arrival, how: Opening, watch: Watch
) -> DepartmentFile:
    try:
        file.arrived(arrival.notices)
        _catch_up(file, arrival, how, watch)
        file.read_ahead(watch)
    except BaseException:
        file.put_away()
        if arrival.is_new:
            scratch.discard(copy)
        raise
    return file


def _catch_up(file: DepartmentFile, arrival: Arrival, how: Opening, watch: Watch) -> None:
    """Put a new file in its place at once, so that what is wrong with it shows at once.

    An old one may have changed since we saw it.
    """
    if arrival.is_new:
        file.publish()
        return
    base = file.publisher.base
    if arrival.content and arrival.content == base:
        return
    standing = file.publisher.standing()
    if standing is None and Notice.FROM_GENERATION in arrival.notices:
        file.publisher.disown(base)
    elif standing is None and how is Opening.RECOVER:
        file.publish()
    elif standing not in {None, base}:
        _join(file, how, watch)


def _join(file: DepartmentFile, how: Opening, watch: Watch) -> None:
    try:
        file.take_in(file.fetch(watch))
        file.unseen()  # it is all in what is loaded next
    except (Damaged, NotAPlanFile):
        if how is not Opening.RECOVER:
            raise
        file.put_back()
