"""Draws the marks of ``domain.marks`` as PDF operators: the same drawing as on the screen."""

from collections.abc import Iterator

from qpdesk.domain.marks import STRIP, Anchor, Bar, Ink, Label, Line, Mark, Marker, Pattern, Shape
from qpdesk.report.faces import Face, printable
from qpdesk.report.looks import ACCENT, INK, PAPER, RULE, Colour, Style

TARGET = Colour.from_hex("#a8480f")

_INKS = {Ink.TEXT: INK, Ink.GRID: RULE, Ink.SERIES: ACCENT, Ink.TARGET: TARGET}
_HATCH = 3.2  # from line to line
_SLANTS = {
    Pattern.RISING: (1,),
    Pattern.FALLING: (-1,),
    Pattern.CROSSED: (1, -1),
    Pattern.DOTS: (1,),
}
_KAPPA = 0.5523  # a quarter of a circle as a Bézier curve


class Pen:
    """Turns marks, whose y runs down, into operators, whose y runs up.

    Args:
        face: Of the labels.
        x: The drawing's left edge on the page.
        top: Its upper edge.
    """

    def __init__(self, face: Face, x: float, top: float) -> None:
        self._face = face
        self._x = x
        self._top = top

    def draw(self, mark: Mark) -> str:
        """The operators of one mark."""
        match mark:
            case Line():
                return self._line(mark)
            case Bar():
                return "\n".join(self._bar(mark))
            case Marker():
                return self._marker(mark)
            case Label():
                return self._label(mark)

    def _at(self, x: float, y: float) -> str:
        return f"{self._x + x:.2f} {self._top - y:.2f}"

    def _line(self, line: Line) -> str:
        way = f"{self._at(line.x1, line.y1)} m {self._at(line.x2, line.y2)} l S"
        strip = f"{line.width * STRIP} w {PAPER.stroke} [] 0 d {way} " if line.clear else ""
        dash = f"[{' '.join(map(str, line.dash))}] 0 d" if line.dash else "[] 0 d"
        return f"{strip}{line.width} w {_INKS[line.ink].stroke} {dash} {way} [] 0 d"

    def _bar(self, bar: Bar) -> Iterator[str]:
        box = f"{self._at(bar.x, bar.y + bar.height)} {bar.width:.2f} {bar.height:.2f} re"
        fill = ACCENT if bar.pattern is Pattern.SOLID else PAPER
        yield f"{fill.fill} {box} f"
        if bar.pattern in _SLANTS:
            dash = "[0.7 1.6] 0 d" if bar.pattern is Pattern.DOTS else "[] 0 d"
            yield f"q {box} W n 0.7 w {ACCENT.stroke} {dash}"
            for slant in _SLANTS[bar.pattern]:
                yield from self._slanted(bar, slant)
            yield "Q"
        yield f"0.8 w {ACCENT.stroke} {box} S"

    def _slanted(self, bar: Bar, slant: int) -> Iterator[str]:
        """Lines at 45 degrees over a box, and past it: the box clips them."""
        start = -bar.height
        while start < bar.width:
            foot, head = (start, start + bar.height)[::slant]
            low = self._at(bar.x + foot, bar.y + bar.height)
            yield f"{low} m {self._at(bar.x + head, bar.y)} l S"
            start += _HATCH

    def _marker(self, marker: Marker) -> str:
        x, y, r = marker.x, marker.y, marker.radius
        colour = _INKS[marker.ink]
        if marker.shape is Shape.CROSS:
            lines = ((x - r, y - r, x + r, y + r), (x - r, y + r, x + r, y - r))
            drawn = " ".join(f"{self._at(*one[:2])} m {self._at(*one[2:])} l S" for one in lines)
            return f"1.2 w {colour.stroke} {drawn}"
        if marker.shape is Shape.CIRCLE:
            return f"{colour.fill} {self._circle(x, y, r)}"
        corners = {
            Shape.DIAMOND: ((-r, 0), (0, -r), (r, 0), (0, r)),
            Shape.SQUARE: ((-r, -r), (r, -r), (r, r), (-r, r)),
            Shape.TRIANGLE: ((0, -r), (r, r), (-r, r)),
        }[marker.shape]
        path = " ".join(
            f"{self._at(x + across, y + down)} {'l' if number else 'm'}"
            for number, (across, down) in enumerate(corners)
        )
        return f"{colour.fill} {path} h f"

    def _circle(self, x: float, y: float, radius: float) -> str:
        bend = radius * _KAPPA
        quarters = (
            (radius, bend, bend, radius, 0, radius),
            (-bend, radius, -radius, bend, -radius, 0),
            (-radius, -bend, -bend, -radius, 0, -radius),
            (bend, -radius, radius, -bend, radius, 0),
        )
        curves = " ".join(
            " ".join(self._at(x + one[place], y + one[place + 1]) for place in (0, 2, 4)) + " c"
            for one in quarters
        )
        return f"{self._at(x + radius, y)} m {curves} f"

    def _label(self, label: Label) -> str:
        text = printable(label.text)
        width = self._face.width(text, label.size)
        x = label.x - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
        ground = ""
        if label.clear:
            high, low = label.y - label.size * 0.8, label.y + label.size * 0.2
            ground = (
                f"{PAPER.fill} {self._at(x - 1, low)} m {self._at(x + width + 1, low)} l "
                f"{self._at(x + width + 1, high)} l {self._at(x - 1, high)} l h f\n"
            )
        style = Style(self._face, label.size, label.size, INK)
        shown = self._face.show(text, label.size)
        return f"{ground}{style.opening}{self._at(x, label.y - label.size)} Td {shown} ET"
