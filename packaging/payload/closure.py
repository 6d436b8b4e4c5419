"""Proves that the payload is whole and holds nothing idle: every library finds those it needs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from payload.commands import run
from payload.recipe import System
from workshop.trouble import Trouble

SUFFIXES: Mapping[System, tuple[str, ...]] = {
    "windows": (".exe", ".dll", ".pyd"),
    "linux": (".so",),
}
FORBIDDEN = re.compile(
    r"qt6?network|_ssl|_hashlib|libssl|libcrypto|schannel|openssl", re.IGNORECASE
)
"""Network code of Qt and everything that speaks TLS: an offline program has no use for it."""


@dataclass(frozen=True, slots=True)
class Library:
    """A program or library and the names of those it loads."""

    file: Path
    needs: frozenset[str]


def libraries(payload: Path, system: System) -> list[Library]:
    """Every program and library below a folder."""
    read = _needs_on_windows if system == "windows" else _needs_on_linux
    return [
        Library(file, read(file)) for file in sorted(payload.rglob("*")) if _is_code(file, system)
    ]


def demand_whole(found: Iterable[Library], provided: Iterable[str]) -> frozenset[str]:
    """See that everything needed ships or comes with the system; what comes with it is returned.

    Raises:
        Trouble: Something is missing, or ships and must not.
    """
    found, known = list(found), set(provided)
    names = {library.file.name.lower() for library in found}
    from_system: set[str] = set()
    for library in found:
        if FORBIDDEN.search(library.file.name):
            raise Trouble(f"{library.file.name} must not ship: the program is offline.")
        for need in library.needs:
            if need.lower() in names:
                continue
            if need not in known:
                raise Trouble(f"{library.file.name} needs {need}, and nothing provides it.")
            from_system.add(need)
    return frozenset(from_system)


def demand_used(found: Iterable[Library]) -> None:
    """See that every plain library is needed by another one; modules and plugins are roots.

    Raises:
        Trouble: One is not, and would only fill the disk.
    """
    found = list(found)
    needed = {need.lower() for library in found for need in library.needs}
    for library in found:
        name = library.file.name.lower()
        is_plain = library.file.parent.name in ("lib", "pillow.libs") and ".so" in name
        if (is_plain or re.match(r"qt6\w+\.dll$", name)) and name not in needed:
            raise Trouble(f"{library.file.name} ships and nothing needs it.")


def _is_code(file: Path, system: System) -> bool:
    if not file.is_file():
        return False
    if system == "linux":
        return file.read_bytes()[:4] == b"\x7fELF"
    return file.suffix.lower() in SUFFIXES["windows"]


def _needs_on_windows(file: Path) -> frozenset[str]:
    told = run(["x86_64-w64-mingw32-objdump", "--private-headers", file])
    names = (name.lower() for name in re.findall(r"DLL Name: (\S+)", told))
    return frozenset(name for name in names if not name.startswith("api-ms-win-"))


def _needs_on_linux(file: Path) -> frozenset[str]:
    told = run(["readelf", "--dynamic", "--wide", file])
    return frozenset(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
