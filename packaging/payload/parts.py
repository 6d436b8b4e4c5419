"""Chooses the files that ship. ``parts.toml`` says why each part of Qt is there."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from payload.recipe import System
from workshop.trouble import Trouble

LIST = Path(__file__).with_name("parts.toml")
QT = ("PySide6/", "shiboken6/")
"""What lies here ships only where a part names it; other libraries ship less what is left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some files of Qt, and the reason they ship."""

    why: str
    files: tuple[str, ...]
    """Patterns, as ``fnmatch`` reads them."""
    module: str = ""
    """Ships only if the program imports this module of PySide6; "" is always."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The list for one system."""

    qt: tuple[Part, ...]
    left_out: tuple[str, ...]
    """Patterns of what does not ship of the other libraries."""
    provided: Mapping[str, str]
    """Libraries that the system brings, in lower case on Windows -> the package that has it."""

    def chosen(self, names: Iterable[str]) -> list[str]:
        """Those of a wheel's files that ship."""
        return [name for name in names if self._ships(name)]

    def _ships(self, name: str) -> bool:
        if name.startswith(QT):
            return any(fnmatchcase(name, file) for part in self.qt for file in part.files)
        return not any(fnmatchcase(name, file) for file in self.left_out)

    def demand_all(self, present: Collection[str]) -> None:
        """See that no part is missing.

        Raises:
            Trouble: A part that the list names is not there.
        """
        for part in self.qt:
            for file in part.files:
                if not any(fnmatchcase(name, file) for name in present):
                    raise Trouble(f"{file} is missing, and it must ship: {part.why}")


def read_parts(system: System, imported: Collection[str], source: Path = LIST) -> Parts:
    """The list for a system, less what the program does not import."""
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    qt = (
        Part(entry["why"], tuple(entry.get(system, ())), entry.get("module", ""))
        for entry in table["part"]
    )
    left_out = (file for entry in table["left_out"] for file in entry["files"])
    return Parts(
        qt=tuple(part for part in qt if not part.module or part.module in imported),
        left_out=tuple(left_out),
        provided=table["provided"][system],
    )


def imported_of_qt(package: Path) -> frozenset[str]:
    """The modules of PySide6 that a package's sources import."""
    statement = re.compile(
        r"^\s*(?:from|import) PySide6(?:\.(\w+)| import ([\w, ]+))", re.MULTILINE
    )
    found: set[str] = set()
    for source in package.rglob("*.py"):
        for one, several in statement.findall(source.read_text(encoding="utf-8")):
            found.update([one] if one else (name.strip() for name in several.split(",")))
    return frozenset(found)


def demand_bindings(parts: Parts, imported: Collection[str]) -> None:
    """See that every module of Qt that the program imports has its reason on the list.

    Raises:
        Trouble: One has not.
    """
    if unlisted := set(imported) - {part.module for part in parts.qt}:
        names = ", ".join(sorted(unlisted))
        raise Trouble(f"The program imports {names}, and parts.toml does not say why it ships.")
