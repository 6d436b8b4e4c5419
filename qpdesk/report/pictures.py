"""Picture files from outside, taken in within limits: nothing but their pixels comes further."""

import struct
import warnings
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from qpdesk.report.looks import PAPER, Colour
from qpdesk.report.svg import UnfitDrawing, drawn

_MOST_PIXELS = 25_000_000
_PIXELS = (b"\x89PNG", b"\xff\xd8\xff")  # how PNG and JPEG files begin
_WIDEST = 1600  # pixels along a cover picture's longer side: 225 in an inch
LARGEST_PICTURE = 10_000_000  # bytes
_QUALITY = 88  # of JPEG, where neither sky nor lines suffer
_DAMAGED = (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError)
"""What Pillow raises at a file that is not whole, or not what it says it is."""


class UnfitPicture(Exception):
    """The file is no picture that may be used, or too large; the message says which."""


@dataclass(frozen=True)
class Picture:
    """A picture for the cover, without transparency.

    ``alternative`` is what it shows in words; "" for one that is there for looks alone.
    """

    image: Image.Image
    alternative: str

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """The size that fills a room without being stretched."""
        scale = min(width / self.image.width, height / self.image.height)
        return self.image.width * scale, self.image.height * scale

    @cached_property
    def jpeg(self) -> bytes:
        """Its file, which says nothing of where and when it was taken."""
        data = BytesIO()
        self.image.save(data, "JPEG", quality=_QUALITY, subsampling=0)
        return data.getvalue()


def read_picture(path: Path, alternative: str) -> Picture:
    """A picture for the cover, from a JPEG, PNG or SVG file; transparent parts become paper.

    Raises:
        UnfitPicture: It is none, is damaged or too large; the message says which, in one word.
        OSError: The file cannot be read.
    """
    image = taken_in(path, LARGEST_PICTURE, _WIDEST, ("JPEG", "PNG"))
    return Picture(on(image, PAPER), alternative)


def on(image: Image.Image, ground: Colour) -> Image.Image:
    """A picture on a ground."""
    parts = (ground.red, ground.green, ground.blue)
    field = Image.new("RGBA", image.size, (*(round(part * 255) for part in parts), 255))
    return Image.alpha_composite(field, image).convert("RGB")


def taken_in(path: Path, largest: int, sharp: int, formats: tuple[str, ...]) -> Image.Image:
    """A picture file's pixels, with transparency, upright as it was taken.

    Args:
        path: The file, of one of the formats or an SVG of plain shapes.
        largest: How many bytes it may have.
        sharp: How many pixels along the longer side are enough for paper.
        formats: As Pillow names them.

    Raises:
        UnfitPicture: It is none, is damaged or too large; the message says which, in one word.
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise UnfitPicture("size")
    if not data.startswith(_PIXELS):
        data = _drawn(data)
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of sizes, which have our own limit; of EXIF
            Image.open(BytesIO(data), formats=formats) as picture,
        ):
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnfitPicture("size")
            picture.draft("RGB", (sharp, sharp))  # a photograph need not be unpacked in full
            whole = ImageOps.exif_transpose(picture).convert("RGBA")
    except _DAMAGED as error:
        raise UnfitPicture("form") from error
    whole.thumbnail((sharp, sharp))
    return whole


def _drawn(data: bytes) -> bytes:
    try:
        return drawn(data)
    except UnfitDrawing as error:
        raise UnfitPicture(str(error)) from error
