"""What one build is made from and where: the values that every step of it shares."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

System = Literal["windows", "linux"]

VERSION = re.compile(r'(?<=^__version__ = ")[^"]+(?="$)', re.MULTILINE)
"""The program's version where it stands in the sources."""

FIRST_RELEASE = 1_700_000_000
"""Seconds since 1970 that stand as the date of every file where there is no git, or no history."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One build."""

    root: Path
    """The checkout."""
    version: str
    """Three numbers; Windows Installer compares no more."""
    moment: int
    """Seconds since 1970: the date of every file, so that two builds are one."""

    @classmethod
    def of(cls, root: Path, version: str = "") -> Self:
        """The build of the checkout as it stands."""
        return cls(root, version or _version(root), _moment(root))

    @property
    def lock(self) -> Path:
        """The hash lock of the libraries that ship."""
        return self.root / "packaging" / "requirements" / "run.txt"

    @property
    def scratch(self) -> Path:
        """Where it is built; may be thrown away."""
        return self.root / "build" / "installers"

    @property
    def dist(self) -> Path:
        """Where the packages end up."""
        return self.root / "dist"


def _version(root: Path) -> str:
    source = (root / "qpdesk" / "__init__.py").read_text(encoding="utf-8")
    return VERSION.findall(source)[0]


def _moment(root: Path) -> int:
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    if shutil.which("git") is None:
        return FIRST_RELEASE
    asked = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return int(told.stdout) if told.returncode == 0 and told.stdout.strip() else FIRST_RELEASE
