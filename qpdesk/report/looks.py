"""How the paper looks: colours, sizes of type, measures of the page. Lengths are in points."""

from dataclasses import dataclass
from functools import cached_property

from qpdesk.report.faces import Face, Faces

_LINEAR = 0.04045  # sRGB is linear below it


@dataclass(frozen=True)
class Colour:
    """A colour as red, green and blue from 0 to 1."""

    red: float
    green: float
    blue: float

    @classmethod
    def from_hex(cls, code: str) -> "Colour":
        """From ``#rrggbb``."""
        return cls(*(int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)))

    @property
    def code(self) -> str:
        """As ``#rrggbb``."""
        parts = (round(part * 255) for part in (self.red, self.green, self.blue))
        return "#" + "".join(f"{part:02x}" for part in parts)

    @cached_property
    def fill(self) -> str:
        """The operator that fills, and writes text, with it."""
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f} rg"

    @cached_property
    def stroke(self) -> str:
        """The operator that draws lines with it."""
        return f"{self.red:.3f} {self.green:.3f} {self.blue:.3f} RG"

    @property
    def luminance(self) -> float:
        """Relative luminance. Source: WCAG 2.1, definition of relative luminance."""
        parts = (
            part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
            for part in (self.red, self.green, self.blue)
        )
        return sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))

    def contrast(self, other: "Colour") -> float:
        """The contrast ratio, 1 to 21. Source: WCAG 2.1, definition of contrast ratio."""
        lighter, darker = sorted((self.luminance, other.luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)


INK = Colour.from_hex("#1b2126")
QUIET = Colour.from_hex("#51606b")
ACCENT = Colour.from_hex("#134a63")
LINK = Colour.from_hex("#0a4fa3")
RULE = Colour.from_hex("#b9c4cb")
STRONG_RULE = Colour.from_hex("#6f8290")
HEAD_TINT = Colour.from_hex("#e3edf2")
SIDE_TINT = Colour.from_hex("#f6f9fa")
PAPER = Colour.from_hex("#ffffff")
WATERMARK = Colour.from_hex("#f1f4f6")

PORTRAIT = (595.28, 841.89)
LANDSCAPE = (841.89, 595.28)
MEASURE = 482.0
"""The longest line of running text."""


@dataclass(frozen=True)
class Style:
    """A paragraph's face, size, distance of lines, colour, and room before and after it."""

    face: Face
    size: float
    leading: float
    colour: Colour = INK
    before: float = 0
    after: float = 0

    @cached_property
    def opening(self) -> str:
        """The operators that begin text in this style; position and text follow."""
        return f"BT {self.face.name} {self.size:g} Tf {self.leading:g} TL {self.colour.fill} "

    def units(self, width: float) -> float:
        """A width in thousandths of the size, as lines are measured."""
        return width * 1000 / self.size


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of one document; ``accent`` is the colour of its headings."""

    accent: Colour
    body: Style
    heading: tuple[Style, ...]
    note: Style
    caption: Style
    cell: Style
    cell_title: Style
    cell_head: Style
    cell_small: Style
    badge: Style
    cover_title: Style
    cover_text: Style
    cover_mark: Style

    @classmethod
    def of(cls, faces: Faces, accent: Colour = ACCENT) -> "Styles":
        """The house's styles in these faces and this colour."""
        body, bold = faces.body, faces.bold
        return cls(
            accent=accent,
            body=Style(body, 10.5, 14.5, after=6),
            heading=(
                Style(bold, 19, 24, accent, before=20, after=7),
                Style(bold, 13.5, 18, accent, before=14, after=4),
                Style(bold, 11.5, 15.5, INK, before=10, after=3),
                Style(bold, 10.5, 14.5, QUIET, before=8, after=2),
            ),
            note=Style(body, 8.5, 11, QUIET, after=2),
            caption=Style(body, 9, 12, QUIET, after=4),
            cell=Style(body, 9, 11.6, before=2.5),
            cell_title=Style(bold, 9, 11.6, before=1),
            cell_head=Style(bold, 9, 11.6, accent),
            cell_small=Style(body, 8.2, 10.6, QUIET, before=2),
            badge=Style(bold, 8.4, 15, before=3),
            cover_title=Style(bold, 30, 36, accent, after=10),
            cover_text=Style(body, 14, 19, INK, after=3),
            cover_mark=Style(bold, 12, 16, accent),
        )

    def heading_style(self, level: int) -> Style:
        """The style of a heading at a level from 1; deep ones look alike."""
        return self.heading[min(level, len(self.heading)) - 1]
