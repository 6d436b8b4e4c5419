"""A municipality's own look: logo, colour, typefaces, cover, edge texts, from a folder of files.

The folder holds ``profile.toml`` or ``profile.json`` and the files that these name. All of it comes
from outside: what does not fit is refused with its reason, and nothing outside the folder is read.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.text import one_line
from qpdesk.report.contrast import nearest_passing, passes
from qpdesk.report.cover_look import BARE, Band, CoverLook, LogoPlace
from qpdesk.report.furniture import Furniture
from qpdesk.report.kinds import ProfileRefused, Unfit
from qpdesk.report.logo import Logo, read_logo
from qpdesk.report.looks import ACCENT, Colour
from qpdesk.report.own_fonts import NotEmbeddable, checked_font, family_of
from qpdesk.report.pictures import Picture, UnfitPicture, read_picture

_LARGEST = 64_000  # bytes of the profile itself
_LONGEST = 200  # letters of a text
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_KEYS = frozenset(
    {"logo", "logo_text", "logo_place", "colour", "header", "footer", "font", "font_bold"}
    | {"band", "picture", "picture_text", "sender", "address", "phone", "email", "web"}
)
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Profile:
    """How a municipality's documents look.

    ``cover`` is what its covers have beside the logo; ``header`` and ``footer`` are added to the
    edges of the pages; ``fonts`` are the files of the faces that stand in for ours, by the name of
    ours, and ``family`` what they call themselves.
    """

    logo: Logo | None = None
    cover: CoverLook = BARE
    colour: Colour = ACCENT
    header: str = ""
    footer: str = ""
    fonts: Mapping[str, Path] = field(default_factory=dict)
    family: str = ""

    def dressed(self, furniture: Furniture) -> Furniture:
        """What stands at the edges of the pages, with the municipality's texts."""
        right = " · ".join(filter(None, (furniture.head_right, self.header)))
        left = " · ".join(filter(None, (furniture.foot_left, self.footer)))
        return replace(furniture, head_right=right, foot_left=left)


PLAIN = Profile()
"""The look of the house."""


def said(folder: Path) -> dict[str, str]:
    """What the profile in a folder says, right or wrong, each thing as one line of text.

    Raises:
        ProfileRefused: There is none, or it cannot be read.
    """
    return _texts(_read(folder))


def read_profile(folder: Path) -> Profile:
    """The profile in a folder.

    Raises:
        ProfileRefused: There is none, or something in it does not fit.
    """
    texts = said(folder)
    fonts = {
        face: _font(_inside(folder, key, texts[key]), key)
        for face, key in (("Body", "font"), ("Bold", "font_bold"))
        if texts.get(key)
    }
    return Profile(
        _logo(folder, texts),
        _cover(folder, texts),
        _colour(texts["colour"]) if texts.get("colour") else ACCENT,
        texts.get("header", ""),
        texts.get("footer", ""),
        fonts,
        family_of(fonts["Body"]) if "Body" in fonts else "",
    )


def _read(folder: Path) -> object:
    try:
        path = next(path for path in map(folder.joinpath, _NAMES) if path.is_file())
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise ProfileRefused(Unfit.UNREADABLE)
        text = data.decode("utf-8-sig")
        return tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except (OSError, StopIteration, ValueError, RecursionError) as error:
        raise ProfileRefused(Unfit.UNREADABLE) from error


_NAMES = ("profile.toml", "profile.json")


def _texts(said: object) -> dict[str, str]:
    """What the profile says, each thing as one line of text."""
    if not isinstance(said, dict):
        raise ProfileRefused(Unfit.UNREADABLE)
    texts = {}
    for key, text in said.items():
        if key not in _KEYS:
            raise ProfileRefused(Unfit.UNKNOWN_KEY, str(key)[:40])
        if not isinstance(text, str) or len(text) > _LONGEST:
            raise ProfileRefused(Unfit.NOT_TEXT, key)
        try:
            texts[key] = one_line(text)
        except NotPrintable as error:
            raise ProfileRefused(Unfit.NOT_TEXT, key) from error
    return texts


def _inside(folder: Path, key: str, name: str) -> Path:
    """A file in the folder, links followed."""
    try:
        path = (folder / name).resolve()
        is_inside = path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError) as error:
        raise ProfileRefused(Unfit.OUTSIDE, key) from error
    if not is_inside:
        raise ProfileRefused(Unfit.OUTSIDE, key)
    return path


def _logo(folder: Path, texts: Mapping[str, str]) -> Logo | None:
    if not texts.get("logo"):
        return None
    if not texts.get("logo_text"):
        raise ProfileRefused(Unfit.NO_LOGO_TEXT, "logo_text")
    path = _inside(folder, "logo", texts["logo"])
    try:
        return read_logo(path, texts["logo_text"])
    except (UnfitPicture, OSError) as error:
        raise ProfileRefused(Unfit.LOGO, "logo") from error


def _cover(folder: Path, texts: Mapping[str, str]) -> CoverLook:
    ways = (texts.get(key, "") for key in ("phone", "email", "web"))
    return CoverLook(
        _chosen(Band, "band", texts),
        _chosen(LogoPlace, "logo_place", texts),
        _picture(folder, texts),
        texts.get("sender", ""),
        tuple(filter(None, (texts.get("address", ""), " · ".join(filter(None, ways))))),
    )


def _chosen(choices: type[_Choice], key: str, texts: Mapping[str, str]) -> _Choice:
    """What is chosen; the first of the choices where nothing is said."""
    try:
        return choices(texts[key]) if texts.get(key) else next(iter(choices))
    except ValueError as error:
        raise ProfileRefused(Unfit.CHOICE, key, ", ".join(choices)) from error


def _picture(folder: Path, texts: Mapping[str, str]) -> Picture | None:
    if not texts.get("picture"):
        return None
    path = _inside(folder, "picture", texts["picture"])
    try:
        return read_picture(path, texts.get("picture_text", ""))
    except (UnfitPicture, OSError) as error:
        raise ProfileRefused(Unfit.PICTURE, "picture") from error


def _font(path: Path, key: str) -> Path:
    try:
        return checked_font(path)
    except (NotEmbeddable, OSError) as error:
        raise ProfileRefused(Unfit.FONT, key) from error


def _colour(code: str) -> Colour:
    if not _COLOUR.fullmatch(code):
        raise ProfileRefused(Unfit.COLOUR, "colour")
    colour = Colour.from_hex(code)
    if not passes(colour):
        raise ProfileRefused(Unfit.CONTRAST, "colour", nearest_passing(colour).code)
    return colour
