"""Which folder a municipality's own look is taken from."""

from pathlib import Path

from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import configuration

BESIDE = "profil"
"""The folder beside a förvaltning's file that holds its own profile."""


def profile_folder(paths: Paths, file: Path) -> Path | None:
    """The organisation's, if it has decided; else the förvaltning's; else the user's; else none.

    Args:
        paths: Where this user's settings are.
        file: The förvaltning's file.
    """
    setting = configuration(paths, read_policy()).profile
    beside = file.parent / BESIDE
    if not setting.is_locked and beside.is_dir():
        return beside
    return setting.value
