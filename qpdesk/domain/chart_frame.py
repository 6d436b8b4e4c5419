"""The frame of a chart: where the figures go, the grid, the periods, the key and the notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from qpdesk.domain.axis import Axis
from qpdesk.domain.chart_words import Words, figure
from qpdesk.domain.marks import Anchor, Bar, Ink, Label, Line, Mark, Marker, text_width, wrapped
from qpdesk.domain.nodes import Unit

TEXT = 8.0
"""Letters on the axes and over columns, in points."""
SMALL = 7.0
"""Letters in notes and in narrow columns."""
ROW = 10.0
"""From one line of text to the next."""
_GAP = 6.0
_SWATCH = 10.0
_WIDEST_WORD = 60.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The box that the figures are drawn in, in points, and the axis along its left side."""

    axis: Axis
    left: float
    top: float
    right: float
    bottom: float
    slots: int

    @property
    def slot(self) -> float:
        """How wide one period is."""
        return (self.right - self.left) / self.slots

    @property
    def foot(self) -> float:
        """Where columns stand: at 0, or at the foot of an axis that has none."""
        return self.y(0.0)

    def x(self, row: int) -> float:
        """The middle of a period, counted from 0."""
        return self.left + self.slot * (row + 0.5)

    def y(self, value: float) -> float:
        """The height of a value."""
        return self.bottom - (self.bottom - self.top) * self.axis.share(value)


def frame_for(
    axis: Axis, unit: Unit, slots: int, size: tuple[float, float], rows: tuple[int, int]
) -> Frame:
    """The frame in a drawing of this size, with so many rows of key above and of notes below."""
    width, height = size
    above, below = rows
    labels = max(text_width(figure(tick, unit), TEXT) for tick in axis.ticks)
    return Frame(
        axis=axis,
        left=labels + _GAP,
        top=above * (ROW + 2) + ROW + _GAP,
        right=width - _GAP,
        bottom=height - below * ROW - 2 * ROW - 2 * _GAP,
        slots=slots,
    )


def grid(frame: Frame, unit: Unit) -> Iterator[Mark]:
    """A line and a figure for each tick, and a stronger line where columns stand."""
    for tick in frame.axis.ticks:
        y = frame.y(tick)
        yield Line(frame.left, y, frame.right, y, Ink.GRID)
        text = figure(tick, unit)
        yield Label(frame.left - _GAP / 2, y + TEXT / 3, text, TEXT, Anchor.END)
    yield Line(frame.left, frame.foot, frame.right, frame.foot, Ink.TEXT, 0.8)


def period_labels(frame: Frame, labels: Sequence[str]) -> Iterator[Mark]:
    """The periods below the frame, in two lines at most; where they are many, only every other."""
    words = [text_width(word, TEXT) for label in labels for word in label.split()]
    every = max(ceil((min(max(words, default=0), _WIDEST_WORD) + 3) / frame.slot), 1)
    room = frame.slot * every - 3
    for row in range(0, len(labels), every):
        # A label in the margin's way is moved in: its middle is kept inside the drawing.
        lines = wrapped(labels[row], TEXT, room)
        if len(lines) > 2:  # noqa: PLR2004 - two lines
            lines = [lines[0], shortened(" ".join(lines[1:]), TEXT, room)]
        half = max((text_width(line, TEXT) for line in lines), default=0) / 2
        x = min(max(frame.x(row), half), max(frame.right - half, half))
        for number, line in enumerate(lines, 1):
            yield Label(x, frame.bottom + _GAP / 2 + ROW * number, line, TEXT, Anchor.MIDDLE)


def key(entries: Sequence[tuple[Bar | Marker, str]], width: float) -> list[list[Mark]]:
    """The key above the frame, in rows: each sign with its word. Signs come without a place."""
    rows: list[list[Mark]] = []
    x = width
    for sign, word in entries:
        text = shortened(word, TEXT, width / 2)
        needed = _SWATCH + 4 + text_width(text, TEXT) + 2 * _GAP
        if x + needed > width:
            rows.append([])
            x = 0.0
        base = len(rows) * (ROW + 2) - 2
        rows[-1] += [_placed(sign, x, base), Label(x + _SWATCH + 4, base, text, TEXT)]
        x += needed
    return rows


def notes(reasons: Mapping[str, int], words: Words, width: float, height: float) -> list[str]:
    """The numbered reasons for gaps, in lines for the foot of the drawing, no more than fit."""
    lines = [
        line
        for reason, number in reasons.items()
        for line in wrapped(f"{number}) {reason}", SMALL, width)
    ]
    most = max(int(height // ROW), 1)
    return lines if len(lines) <= most else [*lines[: most - 1], words.see_table]


def shortened(text: str, size: float, width: float) -> str:
    """The text, cut with an ellipsis if it is wider than ``width``."""
    if text_width(text, size) <= width:
        return text
    room = width - text_width("…", size)
    return wrapped(text.replace(" ", "\N{NO-BREAK SPACE}"), size, max(room, size))[0].strip() + "…"


def _placed(sign: Bar | Marker, x: float, base: float) -> Mark:
    middle = base - TEXT / 3
    match sign:
        case Bar():
            return Bar(x, base - 7, _SWATCH, 8, sign.pattern, sign.series)
        case Marker():
            return Marker(x + _SWATCH / 2, middle, sign.radius, sign.shape, sign.ink, sign.series)
