"""A municipality's logo: a picture file from outside, and whether it can be seen on paper."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from qpdesk.report.looks import PAPER, Colour
from qpdesk.report.pictures import LARGEST_PICTURE, on, taken_in

_LARGEST = 4_000_000  # bytes
_SMALL = 640  # pixels along the longer side of one for the screen
_SHARP = 1200  # pixels along the longer side are enough for paper
ROOM = (190.0, 70.0)  # points that a logo is fitted into
_LIGHT = 1.6  # a picture with less contrast against the paper cannot be seen on it


@dataclass(frozen=True)
class Logo:
    """A picture, and what it shows in words.

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
        return on(self.picture, ground)


def read_logo(path: Path, alternative: str) -> Logo:
    """A logo from a PNG or SVG file.

    Raises:
        UnfitPicture: It is none, is damaged or too large; the message says which, in one word.
        OSError: The file cannot be read.
    """
    whole = taken_in(path, _LARGEST, _SHARP, ("PNG",))
    return Logo(whole, alternative, _needs_ground(whole))


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small PNG of a logo or picture; ``needs_ground`` as for a logo."""

    data: bytes
    needs_ground: bool


def thumbnail(path: Path) -> Thumbnail:
    """A logo or picture for the screen, taken in as for paper.

    Raises:
        UnfitPicture: It is none, is damaged or too large; the message says which, in one word.
        OSError: The file cannot be read.
    """
    whole, data = taken_in(path, LARGEST_PICTURE, _SMALL, ("JPEG", "PNG")), BytesIO()
    whole.save(data, "PNG")
    return Thumbnail(data.getvalue(), _needs_ground(whole))


def _needs_ground(picture: Image.Image) -> bool:
    return _mean(picture).contrast(PAPER) < _LIGHT


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
