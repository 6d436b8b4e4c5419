"""A municipality's logo: a picture file from outside, and whether it can be seen on paper."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from qpdesk.report.looks import PAPER, Colour
from qpdesk.report.pictures import on, taken_in

_LARGEST = 4_000_000  # bytes
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
    return Logo(whole, alternative, _mean(whole).contrast(PAPER) < _LIGHT)


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
