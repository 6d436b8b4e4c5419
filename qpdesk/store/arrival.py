"""Finds or makes the working copy for a user's file, whatever has happened to either."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path
from shutil import copyfile
from time import time_ns

from qpdesk.store import disk, scratch
from qpdesk.store.backups import Backup, Backups
from qpdesk.store.database import as_store_error
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound, StoreError, TooNew
from qpdesk.store.guard import Guard
from qpdesk.store.journal import new_replica
from qpdesk.store.knowledge import Known, peek
from qpdesk.store.log_tables import MAJOR, USER_VERSION
from qpdesk.store.repair import from_log
from qpdesk.store.watching import Watch
from qpdesk.values import dataclass

COPY = "plan.db"
DOCUMENT = "document"
"""Its id, readable even when the working copy is not."""
_ENDS = ("-wal", "")  # the log first: without it, the database would look whole and lack its end


class Opening(Enum):
    """What to do when a file is not as one hopes."""

    OR_BEGIN = auto()
    """Begin a new one where there is none."""
    EXISTING = auto()
    """A file that is not there is an error, unless there are unpublished edits of it here."""
    RECOVER = auto()
    """Put our working copy, or else the newest whole generation that is kept, in the place of a
    file that is damaged or gone; a damaged one is kept among the backups.
    """


class Notice(Enum):
    """What the user should be told of an opening."""

    MOVED = auto()
    """The file has another name or place than before; what was done here came along."""
    COPY_MENDED = auto()
    """The working copy was damaged, and has been made anew from its own log. Nothing is lost."""
    COPY_SET_ASIDE = auto()
    """The working copy was damaged. The file was opened as last published; the copy is kept."""
    FROM_GENERATION = auto()
    """The file was gone, empty or damaged: what is shown is the version kept beside it."""
    FROM_BACKUP = auto()
    """The file was damaged: what is shown is the newest whole version that was replaced."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was found at the user's path, and here."""

    is_new: bool = False
    content: str = ""
    """What the file is known by; "" where that was not looked at, or there was none."""
    notices: tuple[Notice, ...] = ()


def folder_of(path: Path, working: Path) -> Path:
    """Where the working copy of a file lies."""
    return working / disk.digest(str(path).encode())[:32]


def arrive(path: Path, folder: Path, backups: Path, how: Opening, watch: Watch) -> Arrival:
    """See to it that there is a working copy for the file, at the second reading if need be.

    Raises:
        StoreError: It cannot be done; nothing at the user's path has changed.
    """
    copy = folder / COPY
    if notices := renew(path, copy):
        return replace(_arrived(path, folder, backups, how, watch), notices=notices)
    if (base := _base_of(copy)) and _digest(path) == base:
        return Arrival(content=base)  # as it mostly is; then the file need not be held in memory
    return _arrived(path, folder, backups, how, watch)


def _arrived(path: Path, folder: Path, backups: Path, how: Opening, watch: Watch) -> Arrival:
    try:
        return make_ready(path, folder, how, watch)
    except (Damaged, NotAPlanFile):
        with suppress(Damaged, NotAPlanFile):  # a disk or a share may fail for a moment
            return make_ready(path, folder, how, watch)
        if how is not Opening.RECOVER:
            raise
    return recover(path, folder, backups, watch)


def make_ready(path: Path, folder: Path, how: Opening, watch: Watch) -> Arrival:
    """See to it that there is a working copy for the file.

    Raises:
        StoreError: It cannot be done; nothing at the user's path has changed.
    """
    copy, fresh = folder / COPY, folder / "incoming.db"
    with as_store_error(path):
        given = disk.read(path)
        content = given or disk.read_whole(path)
        is_away = not path.parent.is_dir()
    notices: tuple[Notice, ...] = () if content == given else (Notice.FROM_GENERATION,)
    known, more = _known(path, copy, is_there=content is not None)
    notices += more
    if known is not None and content is not None:
        if (found := disk.digest(content)) == known.base:
            return Arrival(content=found if content is given else "", notices=notices)
        if scratch.document_of(path, content, fresh, watch) == known.document:
            return Arrival(notices=notices)
    elif known is not None and (is_away or not known.is_published or how is Opening.RECOVER):
        return Arrival(notices=notices)  # the file is lost, or its share is away: the work is here
    if content is None and (how is not Opening.OR_BEGIN or is_away):
        raise NotFound(path)
    if known is not None:
        _set_aside(copy)  # it belongs to another file that stood here
    if content is not None and _take_over(path, content, folder, watch):
        return Arrival(notices=(*notices, Notice.MOVED))
    base = _begin(path, content, folder, watch)
    return Arrival(content is None, base if content is given else "", notices)


def recover(path: Path, folder: Path, backups: Path, watch: Watch) -> Arrival:
    """Make a working copy for a damaged file from the newest whole generation that is kept.

    Raises:
        Damaged: There is none.
    """
    if (folder / COPY).exists():
        return Arrival()
    for generation, notice in _generations(path, folder, backups):
        with suppress(StoreError), as_store_error(generation):
            content = disk.read(generation)
            if content is not None:
                _begin(generation, content, folder, watch)
                return Arrival(notices=(notice,))
    raise Damaged(path, "no whole generation")


def set_aside(folder: Path) -> list[Backup]:
    """The working copies that had to make room, the newest first."""
    found = []
    for path in folder.glob("set-aside-*.db"):
        with suppress(ValueError, OSError):
            at = datetime.fromtimestamp(int(path.stem.rpartition("-")[2], 16) / 1e9, UTC)
            found.append(Backup(path, at, path.stat().st_size))
    return sorted(found, key=lambda copy: copy.at, reverse=True)


def renew(path: Path, copy: Path) -> tuple[Notice, ...]:
    """Make a working copy whose tables are of another minor version anew, from its log, as ours.

    What it was stays among those set aside.

    Raises:
        TooNew: Its tables are of a later major version. It is left alone.
    """
    known = None
    with suppress(StoreError):  # a damaged one is dealt with later
        known = peek(copy)
    if known is None or known.version == USER_VERSION:
        return ()
    if known.version // 1000 > MAJOR:
        raise TooNew(path, f"working copy of version {known.version}")
    notice = mend_copy(path, copy, {**known.facts, "sound": ""})
    return () if notice is Notice.COPY_MENDED else (notice,)


def mend_copy(path: Path, copy: Path, facts: Mapping[str, str] | None = None) -> Notice:
    """Make a working copy anew from its log; where that fails, set it aside.

    Nothing that it holds is thrown away: what it was stays among those set aside.

    Args:
        path: The user's file.
        copy: The working copy.
        facts: What it knows about itself, where that can be believed.
    """
    aside = _set_aside(copy)
    broken, mended = copy.with_name("broken.db"), copy.with_name("mended.db")
    fresh = {"replica": new_replica(), "base": "", "published": "", "path": str(path)}
    try:
        with as_store_error(copy):
            for end in _ENDS:
                if (one := _with_end(aside, end)).exists():
                    copyfile(one, _with_end(broken, end))
        from_log(aside, broken, mended, facts or fresh)
        with as_store_error(copy):
            mended.replace(copy)
    except StoreError:
        return Notice.COPY_SET_ASIDE
    finally:
        scratch.discard(broken)
    return Notice.COPY_MENDED


def _base_of(copy: Path) -> str:
    """What a working copy knows the user's file by; "" where there is none, or not a whole one."""
    with suppress(StoreError):
        known = peek(copy)
        return "" if known is None else known.base
    return ""


def _digest(path: Path) -> str | None:
    with as_store_error(path):
        return disk.digest_at(path)


def _known(path: Path, copy: Path, *, is_there: bool) -> tuple[Known | None, tuple[Notice, ...]]:
    """What the working copy says of itself; a damaged one is mended, or makes room."""
    try:
        return peek(copy), ()
    except (Damaged, NotAPlanFile):
        notice = mend_copy(path, copy)
    known = peek(copy)
    if known is None and not is_there:  # what was set aside may be all there is: begin nothing
        for end in _ENDS:
            if (one := _with_end(set_aside(copy.parent)[0].path, end)).exists():
                one.replace(_with_end(copy, end))
        raise Damaged(path, "working copy")
    return known, (notice,)


def _set_aside(copy: Path) -> Path:
    """Make room for another working copy; what it holds stays on this computer."""
    aside = copy.with_name(f"set-aside-{time_ns():x}.db")
    with as_store_error(copy):
        for end in _ENDS:
            if (one := _with_end(copy, end)).exists():
                one.replace(_with_end(aside, end))
    return aside


def _with_end(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _begin(path: Path, content: bytes | None, folder: Path, watch: Watch) -> str:
    """Make a working copy of the file, or of an empty register; returns what it is known by."""
    base = scratch.digest_of(content)
    facts = {"replica": new_replica(), "base": base, "path": str(path)}
    fresh = folder / "incoming.db"
    if content is None:
        scratch.begin(fresh, facts)
    else:
        scratch.take_in(path, content, fresh, facts, watch)
    with as_store_error(path):
        fresh.replace(folder / COPY)
    return base


def _take_over(path: Path, content: bytes, folder: Path, watch: Watch) -> bool:
    """Bring the working copy along when the user has moved or renamed the file."""
    document, fresh = None, folder / "incoming.db"
    for other in sorted(folder.parent.glob(f"*/{COPY}")):
        with suppress(StoreError, OSError):
            guard = Guard(other.parent, path)
            try:
                known = peek(other)
                if known is None or not known.path or Path(known.path).exists():
                    continue
                document = document or scratch.document_of(path, content, fresh, watch)
                if known.document == document and Path(known.path).parent.is_dir():
                    other.replace(folder / COPY)
                    renew(path, folder / COPY)
                    return True
            finally:
                guard.release()
    return False


def _generations(path: Path, folder: Path, backups: Path) -> Iterator[tuple[Path, Notice]]:
    """Where a whole version may be found, the newest first."""
    yield disk.generation_of(path), Notice.FROM_GENERATION
    with suppress(OSError):
        document = (folder / DOCUMENT).read_text(encoding="ascii")
        for backup in Backups(backups / document).all():
            yield backup.path, Notice.FROM_BACKUP
