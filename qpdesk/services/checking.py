"""Looks at a förvaltning's file without opening it for work: is it whole, what is in it."""

from pathlib import Path

from qpdesk.store.checking import Check, Problem
from qpdesk.store.reading import check, read_register
from qpdesk.store.repair import repair as repair_file
from qpdesk.system.paths import Paths

__all__ = ["Check", "Problem", "check", "read_register", "repair"]


def repair(path: Path, paths: Paths) -> None:
    """Make a damaged file's tables anew from its log; the damaged one is kept with the backups.

    Raises:
        StoreError: It could not be done, or the log is damaged too. The file is left alone.
    """
    repair_file(path, paths.backups)
