"""A fresh Windows for a trial: a wine prefix, and what an administrator types in it.

Wine is not Windows. What it shows is that the parts fit together.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from payload.commands import run

STUBS = Path(__file__).with_name("wine_stubs")
INSTALLER = 300
"""Seconds that Windows Installer may take."""


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix."""

    prefix: Path
    environment: Mapping[str, str]

    @classmethod
    def made_in(cls, folder: Path, environment: Mapping[str, str]) -> Self:
        """A new prefix, with the libraries that Qt and resvg ask of Windows 10 and wine lacks."""
        shutil.rmtree(folder, ignore_errors=True)
        told = {"WINEPREFIX": str(folder), "WINEARCH": "win64", "WINEDEBUG": "-all"}
        told |= {"WINEDLLOVERRIDES": "mscms=n;mscoree,mshtml=", "LC_ALL": "C.UTF-8"}
        made = cls(folder, {**environment, **told})
        subprocess.run(
            ["wineboot", "--init"], env=made.environment, capture_output=True, check=True
        )
        system = made.path("windows/system32")
        for source in STUBS.glob("*.c"):
            target = system / f"{source.stem}.dll"
            run(["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", target, source])
        return made

    def path(self, place: str) -> Path:
        """A place on C: as Linux sees it."""
        return self.prefix / "drive_c" / place

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a program and leave it running."""
        return subprocess.Popen(
            ["wine", *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def call(self, *words: str, patience: float = INSTALLER) -> tuple[int, str]:
        """Run a program to its end; its exit code (the low byte) and what it said."""
        # Through a pipe: with a plain file Python finds no standard streams under wine.
        done = subprocess.run(
            ["wine", *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=patience,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", errors="replace").replace("\r", "")

    def msiexec(self, *words: str) -> int:
        """Windows Installer's exit code, of which Linux sees the low byte (1603 is 67)."""
        return self.call("msiexec", *words, "/qn", "/norestart")[0]

    def registry(self, key: str) -> str:
        """What the registry holds below a key; "" if there is none."""
        code, said = self.call("reg", "query", key, "/s")
        return said if code == 0 else ""

    def close(self) -> None:
        """End everything in this prefix, and throw it away."""
        subprocess.run(["wineserver", "--kill"], env=self.environment, check=False)
        subprocess.run(["wineserver", "--wait"], env=self.environment, check=False)
        shutil.rmtree(self.prefix, ignore_errors=True)


def as_windows_sees(path: Path) -> str:
    """A Linux path as wine's programs call it."""
    return "Z:" + str(path).replace(os.sep, "\\")
