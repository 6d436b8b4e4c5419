"""Where the organisation allows exports to be written."""

from pathlib import Path

from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import configuration


def allowed_folders(file: Path, paths: Paths) -> tuple[Path, ...] | None:
    """None if the file may be written where it says; otherwise the folders that are allowed.

    The policy is read each time, so that a change holds from that moment.
    """
    settings = configuration(paths, read_policy())
    if settings.allows_export_to(file):
        return None
    return settings.export_folders.value or ()
