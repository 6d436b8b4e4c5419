"""Fetches the libraries, each proven by its hash, and unpacks what ships of them."""

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from payload.commands import run
from payload.parts import Parts
from payload.recipe import System
from workshop.trouble import Trouble

PLATFORMS: dict[System, tuple[str, ...]] = {
    "windows": ("win_amd64",),
    "linux": (
        *(f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)),
        "manylinux2014_x86_64",
    ),
}
"""Debian 12 has glibc 2.36; older wheels run on it too."""


@dataclass(frozen=True, slots=True)
class Wheel:
    """A library as it was published."""

    file: Path
    digest: str
    """SHA-256 of the file."""

    @property
    def name(self) -> str:
        """The project's name."""
        return self.file.name.split("-")[0]

    @property
    def version(self) -> str:
        """The version."""
        return self.file.name.split("-")[1]


def fetch(lock: Path, system: System, folder: Path) -> list[Wheel]:
    """Download what the lock names for a system, and nothing else.

    Raises:
        Trouble: A wheel is missing, or is not the one that was locked.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.whl"):
        stale.unlink()
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--no-deps"]
    words += ["--only-binary=:all:", "--implementation=cp", "--python-version=3.11"]
    words += [f"--platform={name}" for name in PLATFORMS[system]]
    run([*words, "--requirement", lock, "--dest", folder], what=f"Fetching {lock.name}")
    return [_wheel(file) for file in sorted(folder.glob("*.whl"))]


def _wheel(file: Path) -> Wheel:
    return Wheel(file, sha256(file.read_bytes()).hexdigest())


def unpack(wheels: list[Wheel], parts: Parts, target: Path) -> None:
    """Lay the files that ship below ``target``.

    Raises:
        Trouble: A part is missing, or a wheel wants to write elsewhere.
    """
    present: set[str] = set()
    for wheel in wheels:
        with zipfile.ZipFile(wheel.file) as archive:
            names = parts.chosen(name for name in archive.namelist() if not name.endswith("/"))
            present.update(names)
            for name, content in _contents(archive, names):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                (target / name).write_bytes(content)
    parts.demand_all(present)


def _contents(archive: zipfile.ZipFile, names: list[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise Trouble(f"{archive.filename} holds the unsafe name {name}")
        yield name, archive.read(name)
