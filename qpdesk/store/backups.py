"""Keeps what is replaced: every version for a while, then fewer and fewer, never without bound."""

import logging
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import disk_usage

from qpdesk.store import disk
from qpdesk.values import dataclass

_log = logging.getLogger(__name__)

_STAMP = "%Y%m%dT%H%M%S%fZ"
_LAST = 20
_LARGEST = 500_000_000  # bytes for all versions of one file
_SHARE = 0.2  # of what would be free without them: work needs the disk more than its past

_Period = Callable[[datetime], Hashable]
_RULES: tuple[tuple[timedelta, _Period], ...] = (
    (timedelta(days=1), lambda at: (at.date(), at.hour)),
    (timedelta(days=30), lambda at: at.date()),
    (timedelta(days=366), lambda at: (at.year, at.month)),
)
"""Of each hour for a day, of each day for 30 days, of each month for a year: the last."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A version of a file that was replaced."""

    path: Path
    at: datetime
    """When it was replaced, in UTC."""
    size: int
    """Bytes."""


class Backups:
    """The replaced versions of one file.

    Args:
        folder: For this file alone; it need not be there yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> None:
        """Keep a version that is about to be replaced, once; and let old ones go.

        Work never waits for a backup: what goes wrong is only logged.
        """
        name = disk.digest(content)[:16]
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not any(self._folder.glob(f"*-{name}.qpd")):
                stamp = datetime.now(UTC).strftime(_STAMP)
                disk.replace_whole(self._folder / f"{stamp}-{name}.qpd", content)
            self._thin()
        except OSError:
            _log.exception("no backup was made")

    def all(self) -> list[Backup]:
        """All versions that are kept, the newest first."""
        found = []
        for path in self._folder.glob("*Z-*.qpd"):
            with suppress(ValueError, OSError):
                at = datetime.strptime(path.name.partition("-")[0], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(path, at, path.stat().st_size))
        return sorted(found, key=lambda backup: (backup.at, backup.path), reverse=True)

    def _thin(self) -> None:
        backups = self.all()
        free = disk_usage(self._folder).free + sum(backup.size for backup in backups)
        room = min(_LARGEST, int(free * _SHARE))
        for backup in set(backups) - set(worth_keeping(backups, datetime.now(UTC), room)):
            backup.path.unlink(missing_ok=True)


def worth_keeping(backups: Sequence[Backup], now: datetime, room: int = _LARGEST) -> list[Backup]:
    """Those of the versions (the newest first) that are kept on: at least one.

    Args:
        backups: The versions.
        now: In UTC.
        room: Bytes for all of them.
    """
    kept = set(backups[:_LAST])
    for age, period in _RULES:
        seen: set[Hashable] = set()
        for backup in backups:
            if now - backup.at <= age and period(backup.at) not in seen:
                seen.add(period(backup.at))
                kept.add(backup)
    chosen: list[Backup] = []
    for backup in backups:
        room -= backup.size
        if backup in kept and (room >= 0 or not chosen):
            chosen.append(backup)
        elif backup not in kept:
            room += backup.size
    return chosen
