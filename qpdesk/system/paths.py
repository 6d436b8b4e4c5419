"""Where things lie on this machine."""

import os
from pathlib import Path
from typing import Self

from platformdirs import PlatformDirs

from qpdesk.values import dataclass


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation. Made once, at the front door, and handed on."""

    working: Path
    """Working copies of opened files: local, never roaming, never synced."""
    backups: Path
    log: Path
    settings: Path
    documents: Path
    """Where the user's own files are first looked for."""

    @classmethod
    def of_user(cls) -> Self:
        """The folders of the user who is logged in.

        ``QPDESK_HOME`` puts all of them below one folder: for portable use and for tests.
        """
        if home := os.environ.get("QPDESK_HOME"):
            return cls.under(Path(home))
        dirs = PlatformDirs("qpdesk", appauthor=False, roaming=False)
        return cls(
            working=dirs.user_data_path / "working",
            backups=dirs.user_data_path / "backups",
            log=dirs.user_log_path,
            settings=dirs.user_config_path,
            documents=dirs.user_documents_path,
        )

    @classmethod
    def under(cls, root: Path) -> Self:
        """Everything below one folder."""
        return cls(
            working=root / "working",
            backups=root / "backups",
            log=root / "log",
            settings=root / "settings",
            documents=root / "documents",
        )

    @property
    def window(self) -> Path:
        """Where an open window listens for later starts of the same user."""
        return self.working.parent / "window"
