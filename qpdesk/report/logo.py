"""A municipality's logo: a picture file from outside, taken in within limits."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from qpdesk.report.looks import PAPER, Colour
from qpdesk.report.svg import UnfitDrawing, drawn

_LARGEST = 4_000_000  # bytes
_PNG = b"\x89PNG"
_MOST_PIXELS = 16_000_000
_SHARP = 1200  # pixels along the longer side are enough for paper
ROOM = (190.0, 70.0)  # points that a logo is fitted into
_LIGHT = 1.6  # a picture with less contrast against the paper cannot be seen on it


class UnfitLogo(Exception):
    """The file is neither a PNG picture nor an SVG of plain shapes, or it is too large."""


@dataclass(frozen=True)
class Logo:
    """A picture without transparency, and what it shows in words.

    ``needs_ground`` tells that it is so light that it must stand on a dark field.
    """

    picture: Image.Image
    alternative: str
    needs_ground: bool

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The size that fills a room without being stretched."""
        scale = min(width / self.picture.width, height / self.picture.height)
        return self.picture.width * scale, self.picture.height * scale

    def on(self, ground: Colour) -> Image.Image:
        """The picture on a ground."""
        parts = (ground.red, ground.green, ground.blue)
        field = Image.new("RGBA", self.picture.size, (*(round(part * 255) for part in parts), 255))
        return Image.alpha_composite(field, self.picture).convert("RGB")


def read_logo(path: Path, alternative: str) -> Logo:
    """A logo from a PNG or SVG file.

    Raises:
        UnfitLogo: It is none, is damaged or too large; the message says which, in one word.
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise UnfitLogo("size")
    if not data.startswith(_PNG):
        data = _drawn(data)
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=["PNG"]) as picture:
            warnings.simplefilter("ignore")  # of sizes; we have a limit of our own
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnfitLogo("size")
            whole = picture.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnfitLogo("form") from error
    whole.thumbnail((_SHARP, _SHARP))
    return Logo(whole, alternative, _mean(whole).contrast(PAPER) < _LIGHT)


def _drawn(data: bytes) -> bytes:
    try:
        return drawn(data)
    except UnfitDrawing as error:
        raise UnfitLogo(str(error)) from error


def _mean(picture: Image.Image) -> Colour:
    """The mean colour of what is seen of a picture."""
    small = picture.resize((64, 64), Image.Resampling.BOX)
    raw = small.tobytes()
    weight = sum(raw[3::4]) or 1
    light = (
        sum(part * seen for part, seen in zip(raw[place::4], raw[3::4], strict=True)) / weight / 255
        for place in range(3)
    )
    return Colour(*light)
