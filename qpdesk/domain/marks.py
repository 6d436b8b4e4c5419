"""What a drawing is made of: lines, bars, markers and labels, as values for any painter.

Points (1/72 inch) from the upper left corner, x to the right and y down. A painter gives each ink
its colour; nothing is told by colour alone, so it may be one grey.
"""

from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """What a mark is drawn as."""

    TEXT = "text"
    GRID = "grid"
    SERIES = "series"
    TARGET = "target"


class Pattern(StrEnum):
    """How a bar is filled, so that units side by side differ without colour."""

    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    DOTS = "dots"
    CROSSED = "crossed"
    EMPTY = "empty"


class Shape(StrEnum):
    """What a marker looks like."""

    DIAMOND = "diamond"
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    CROSS = "cross"


class Anchor(StrEnum):
    """Which end of a label stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


STRIP = 2.6
"""How many times as wide as a clear line its strip is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; ``dash`` is the lengths drawn and left out, () for a whole line.

    A ``clear`` one lies on a strip of the ground, so that it is seen across a bar without colours.
    """

    x1: float
    y1: float
    x2: float
    y2: float
    ink: Ink
    width: float = 0.5
    dash: tuple[float, ...] = ()
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled box with an outline; ``series`` counts from 0."""

    x: float
    y: float
    width: float
    height: float
    pattern: Pattern
    series: int = 0


@dataclass(frozen=True, slots=True)
class Marker:
    """A small sign around a point; crosses are lines, the others are filled."""

    x: float
    y: float
    radius: float
    shape: Shape
    ink: Ink
    series: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; ``y`` is its base line. The text is data: draw it, don't read it.

    ``clear`` labels stand among lines and columns: paint the ground behind them first.
    """

    x: float
    y: float
    text: str
    size: float
    anchor: Anchor = Anchor.START
    clear: bool = False


Mark = Line | Bar | Marker | Label


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in points. One guess for screen and paper keeps them the same.

    On the wide side for the sans-serif faces that we ship, so that labels rarely touch.
    """
    return size * sum(0.34 if each in _NARROW else 0.98 if each in _WIDE else 0.64 for each in text)


_NARROW = frozenset(" \N{NO-BREAK SPACE}.,:;!|()[]ijlftI'")
_WIDE = frozenset("mwMW%—@")


def wrapped(text: str, size: float, width: float) -> list[str]:
    """The text in lines no wider than ``width``; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        rest = word
        if line and text_width(f"{line} {rest}", size) <= width:
            line = f"{line} {rest}"
            continue
        if line:
            lines.append(line)
        while len(rest) > 1 and text_width(rest, size) > width:
            cut = _fitting(rest, size, width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line] if line else lines


def _fitting(word: str, size: float, width: float) -> int:
    """How many letters of a word that is too long fit; at least one."""
    used = 0.0
    for count, letter in enumerate(word):
        used += text_width(letter, size)
        if used > width:
            return max(count, 1)
    return len(word)
