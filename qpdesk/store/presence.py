"""A note beside the user's file that says who has it open, since when, on which computer.

A courtesy: it lets people talk to each other. That nothing is lost when it fails or comes late, is
the joining's work.
"""

import json
import platform
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from time import time

from qpdesk.values import dataclass

_STALE = 600  # seconds without a sign of life
_DAY = 86_400  # seconds; by our own clock, where nothing can be written to compare with
_LARGEST = 4096  # bytes


@dataclass(frozen=True, slots=True)
class Presence:
    """Who has a file open."""

    who: str
    computer: str
    since: str
    """Local time with offset, as that computer claimed it (ISO 8601)."""
    replica: str


class Note:
    """Our note about a file, and what another's says. No failure here stops any work.

    Args:
        path: The user's file.
        who: Who works.
        replica: Whose working copy it is: a note of ours that was left behind is ours.
    """

    def __init__(self, path: Path, who: str, replica: str) -> None:
        # The name that office programs use: people and file servers know to hide and sweep it.
        self._path = path.with_name(f".~lock.{path.name}#")
        now = datetime.now().astimezone().isoformat(timespec="minutes")
        self._ours = Presence(who, platform.node(), now, replica)

    def refresh(self) -> Presence | None:
        """Give a sign of life, if nobody else is there; returns the other one if somebody is."""
        return self._seen(claim=True)

    def look(self) -> Presence | None:
        """Who else is there, without showing that we are."""
        return self._seen(claim=False)

    def take_down(self) -> None:
        """Remove our note; another's stays."""
        with suppress(OSError):
            found = self._read()
            if found is not None and found.replica == self._ours.replica:
                self._path.unlink()

    def _seen(self, *, claim: bool) -> Presence | None:
        with suppress(OSError):
            return self._compared(claim=claim)
        with suppress(OSError):  # we may read there, but not write
            found = self._of_another()
            if found is not None and time() - self._path.stat().st_mtime < _DAY:
                return found
        return None

    def _compared(self, *, claim: bool) -> Presence | None:
        """Age is told by the file's own disk, so that no computer's clock matters."""
        fresh = self._path.with_name(f".~lock.{token_hex(4)}.tmp")
        try:
            fresh.write_text(json.dumps(asdict(self._ours), ensure_ascii=False), encoding="utf-8")
            found = self._of_another()
            if found is not None:
                age = fresh.stat().st_mtime - self._path.stat().st_mtime
                if age < _STALE:
                    return found
            if claim:
                fresh.replace(self._path)
        finally:
            with suppress(OSError):
                fresh.unlink()
        return None

    def _of_another(self) -> Presence | None:
        found = self._read()
        return None if found is None or found.replica == self._ours.replica else found

    def _read(self) -> Presence | None:
        try:
            with self._path.open("rb") as file:
                said = json.loads(file.read(_LARGEST))
            return Presence(**{name: str(said[name])[:200] for name in Presence.__slots__})
        except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
            return None  # none, or written half: whoever writes next puts it right
