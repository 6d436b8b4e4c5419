"""Where the organisation allows exports to be written, and what of its word was not understood."""

from pathlib import Path

from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import Unclear, configuration

__all__ = ["Unclear", "allowed_folders", "problems"]


def allowed_folders(file: Path, paths: Paths) -> tuple[Path, ...] | None:
    """None if the file may be written where it says; otherwise the folders that are allowed.

    The policy is read each time, so that a change holds from that moment.
    """
    settings = configuration(paths, read_policy())
    if settings.allows_export_to(file):
        return None
    return settings.export_folders.value or ()


def problems(paths: Paths) -> tuple[Unclear, ...]:
    """What the organisation wrote and that cannot be understood; its settings stay locked."""
    return configuration(paths, read_policy()).problems
