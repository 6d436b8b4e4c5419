"""The marks of risk levels and statuses: a shape or sign for each, and a colour beside it."""

from collections.abc import Sequence
from enum import IntEnum

from typing_extensions import override

from qpdesk.domain.nodes import Status
from qpdesk.report.blocks import Block
from qpdesk.report.canvas import END, LAYOUT, TaggedCanvas
from qpdesk.report.looks import INK, QUIET, Colour, Style
from qpdesk.report.structure import Element


class Band(IntEnum):
    """How grave a level is; the value is the band's lowest level."""

    LOW = 1
    MEDIUM = 4
    HIGH = 8
    VERY_HIGH = 12


SYMBOLS = {
    Status.NOT_STARTED: "\N{WHITE CIRCLE}",
    Status.ONGOING: "\N{BLACK CIRCLE}",
    Status.COMPLETED: "\N{CHECK MARK}",
    Status.ONGOING_NEXT_YEAR: "\N{BLACK RIGHT-POINTING TRIANGLE}",
    Status.DISCONTINUED: "\N{BALLOT X}",
}

STATUS_COLOURS = {
    Status.NOT_STARTED: QUIET,
    Status.ONGOING: Colour.from_hex("#0a4fa3"),
    Status.COMPLETED: Colour.from_hex("#1c6b3a"),
    Status.ONGOING_NEXT_YEAR: Colour.from_hex("#7a4a00"),
    Status.DISCONTINUED: Colour.from_hex("#6b2d5c"),
}
"""All darker than 4.5:1 on the paper; the word says the same."""

FILLS = {
    Band.LOW: Colour.from_hex("#d7ecd9"),
    Band.MEDIUM: Colour.from_hex("#fbeeb8"),
    Band.HIGH: Colour.from_hex("#fbd3a4"),
    Band.VERY_HIGH: Colour.from_hex("#f5b5ae"),
}
_EDGE = Colour.from_hex("#5a4a3a")
SIGNS = {
    Band.LOW: "\N{BLACK CIRCLE}",
    Band.MEDIUM: "\N{BLACK DIAMOND}",
    Band.HIGH: "\N{BLACK UP-POINTING TRIANGLE}",
    Band.VERY_HIGH: "\N{BLACK SQUARE}",
}
"""The bands' shapes where they are written and not drawn."""

STATUS_FILL = Colour.from_hex("#f1f4f6")
_SIDE = 8.0
_PADDING = 4.0
BESIDE = _SIDE + 3 * _PADDING
"""The room that a badge takes beside its words."""


def band(level: int) -> Band:
    """The band that a level from 1 to 16 belongs to."""
    return max(band for band in Band if band <= max(level, 1))


class BadgeBlock(Block):
    """A risk's level on a tinted field, with the band's shape before its first line."""

    __slots__ = ("band",)

    def __init__(self, element: Element, lines: Sequence[str], style: Style, band: Band) -> None:
        super().__init__(element, lines, style)
        self.band = band

    @override
    def draw(self, canvas: TaggedCanvas, x: float, y: float, first: int, last: int) -> str:
        face, size = self.style.face, self.style.size
        width = max(face.width(line, size) for line in self.lines[first:last]) + BESIDE
        bottom, height = y - self.leading, (last - first) * self.leading
        field = f"{x:.2f} {y - height + 1:.2f} {width:.2f} {height - 2.5:.2f} re f"
        middle = bottom + (self.leading - 1.5 - _SIDE) / 2 + 0.5
        shape = "" if first else _shape(self.band, x + _PADDING, middle)
        drawn = f"{LAYOUT} 0.7 w {FILLS[self.band].fill} {field} {INK.fill} {shape} {END}\n"
        # The text's own leading is smaller than the field's height: set it in the middle.
        text = super().draw(canvas, x + _SIDE + 2 * _PADDING, y + 0.9, first, last)
        return drawn + text


def _shape(band: Band, x: float, y: float) -> str:
    """A circle, a diamond, a triangle or a square in a square with that lower left corner."""
    if band is Band.LOW:
        return _circle(x + _SIDE / 2, y + _SIDE / 2, _SIDE / 2 - 0.6)
    corners = " ".join(
        f"{x + across * _SIDE:.2f} {y + up * _SIDE:.2f} {'l' if index else 'm'}"
        for index, (across, up) in enumerate(_CORNERS[band])
    )
    return f"{corners} h f"


_CORNERS = {
    Band.MEDIUM: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    Band.HIGH: ((0, 0.05), (1, 0.05), (0.5, 0.95)),
    Band.VERY_HIGH: ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
}
_KAPPA = 0.5523  # a quarter of a circle as a Bézier curve


def _circle(x: float, y: float, radius: float) -> str:
    bend = radius * _KAPPA
    curves = (
        (radius, bend, bend, radius, 0, radius),
        (-bend, radius, -radius, bend, -radius, 0),
        (-radius, -bend, -bend, -radius, 0, -radius),
        (bend, -radius, radius, -bend, radius, 0),
    )
    path = [f"{x + radius:.2f} {y:.2f} m"]
    for curve in curves:
        points = [x + v if i % 2 == 0 else y + v for i, v in enumerate(curve)]
        path.append(" ".join(f"{point:.2f}" for point in points) + " c")
    return " ".join([*path, "f"])
