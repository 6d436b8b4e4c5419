"""A municipality's own look: which folder it is taken from, and keeping one of one's own.

A förvaltning's profile is a folder beside its file with the same name, so that it goes with the
file when both are moved, and IT can lay the same folder out for everybody.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from qpdesk.report.kinds import ProfileRefused, Unfit
from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import configuration

__all__ = [
    "Look",
    "ProfileRefused",
    "Source",
    "Unfit",
    "check",
    "own_folder",
    "passing",
    "profile_folder",
    "read_look",
    "remove",
    "save",
    "source_of",
    "thumbnail",
]

if TYPE_CHECKING:
    from qpdesk.report.logo import Thumbnail

BESIDE = "profil"
"""The folder that holds the profile of all files beside it that have none of their own."""
FILES = ("logo", "picture", "font", "font_bold")
"""What of a profile is a file."""
TEXTS = (
    *("logo_text", "logo_place", "colour", "header", "footer"),
    *("band", "picture_text", "sender", "address", "phone", "email", "web"),
)


class Source(StrEnum):
    """Whose profile a file's documents wear."""

    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    USER = "user"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Look:
    """A profile as it is said: short texts, and files wherever they lie."""

    texts: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)


def own_folder(paths: Paths, file: Path | None) -> Path:
    """Where the profile of a file is kept, or without a file the user's own."""
    return paths.settings / BESIDE if file is None else file.with_suffix(f".{BESIDE}")


def source_of(paths: Paths, file: Path | None) -> tuple[Source, Path | None]:
    """Whose profile a file's documents wear, and its folder.

    The organisation's, if it has decided; else the förvaltning's; else the user's; else none.

    Args:
        paths: Where this user's settings are.
        file: The förvaltning's file; None while no file is open.
    """
    setting = configuration(paths, read_policy()).profile
    if setting.is_locked:
        return Source.ORGANISATION, setting.value
    beside = () if file is None else (own_folder(paths, file), file.parent / BESIDE)
    for folder in beside:
        if folder.is_dir():
            return Source.DEPARTMENT, folder
    return (Source.NONE if setting.value is None else Source.USER), setting.value


def profile_folder(paths: Paths, file: Path) -> Path | None:
    """The folder of the profile that a file's documents wear; None for the look of the house."""
    return source_of(paths, file)[1]


def read_look(folder: Path) -> Look:
    """What a profile says, right or wrong.

    Raises:
        ProfileRefused: It cannot be read.
    """
    from qpdesk.report.profile import said  # noqa: PLC0415 - ReportLab, on first use

    texts = said(folder)
    files = {name: folder / texts[name] for name in FILES if texts.get(name)}
    return Look({name: texts[name] for name in TEXTS if texts.get(name)}, files)


def passing(colour: str) -> str:
    """The colour itself if text in it can be read (WCAG AA), else the nearest shade that can.

    Raises:
        ValueError: It is no colour.
    """
    from qpdesk.report.contrast import nearest_passing  # noqa: PLC0415 - on first use
    from qpdesk.report.looks import Colour  # noqa: PLC0415 - on first use

    return nearest_passing(Colour.from_hex(colour)).code


def thumbnail(path: Path) -> "Thumbnail | None":
    """A small picture of a logo or picture, taken in as for paper; None when it cannot be one."""
    from qpdesk.report.logo import thumbnail  # noqa: PLC0415 - on first use
    from qpdesk.report.pictures import UnfitPicture  # noqa: PLC0415 - on first use

    try:
        return thumbnail(path)
    except (UnfitPicture, OSError):
        return None


def check(look: Look) -> None:
    """Try whether documents can wear a look.

    Raises:
        ProfileRefused: Something in it does not fit.
        OSError: One of its files cannot be read.
    """
    with TemporaryDirectory(prefix="qpdesk-") as scratch:
        _write(Path(scratch), look)


def save(folder: Path, look: Look) -> None:
    """Keep a look in a folder, in place of the one that was there; all of it or nothing.

    Raises:
        ProfileRefused: Something in it does not fit; what was there is untouched.
        OSError: It could not be written; what was there is untouched.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".profil-", dir=folder.parent) as scratch:
        fresh, old = Path(scratch) / "new", Path(scratch) / "old"
        fresh.mkdir()
        _write(fresh, look)
        if folder.exists():
            folder.rename(old)
        try:
            fresh.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise


def remove(folder: Path) -> None:
    """Take a profile away, and its folder if nothing else lies in it.

    Raises:
        OSError: It could not be removed.
    """
    for name in ("profile.toml", "profile.json", *(f"{each}.*" for each in FILES)):
        for path in folder.glob(name):
            path.unlink()
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _write(folder: Path, look: Look) -> None:
    from qpdesk.report.profile import read_profile  # noqa: PLC0415 - ReportLab, on first use

    said = {name: text for name, text in look.texts.items() if text}
    for name, path in look.files.items():
        said[name] = f"{name}{path.suffix.lower()}"
        shutil.copyfile(path, folder / said[name])
    # A JSON string is a TOML string too, but for U+007F, which is refused in a profile anyway.
    lines = [f"{name} = {json.dumps(text, ensure_ascii=False)}\n" for name, text in said.items()]
    (folder / "profile.toml").write_text("".join(lines), encoding="utf-8")
    read_profile(folder)
