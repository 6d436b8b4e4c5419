"""An indicator's outcomes as bars, with a mark where the target lies. The numbers stand beside it.

Lengths are in points. The drawing is one figure for a screen reader, who is told its numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10

from qpdesk.report.faces import Face
from qpdesk.report.figures import number
from qpdesk.report.looks import ACCENT, INK, PAPER, QUIET, RULE, STRONG_RULE, Colour, Style

HEIGHT = 128.0
MOST = 14
"""More outcomes than that are for the table alone."""

_LEFT, _RIGHT, _TOP, _FOOT = 34.0, 6.0, 16.0, 26.0
_SIZE = 7.8
_BAR = 0.46  # of a period's room
_WIDEST = 34.0
_TALL = 15.0  # high enough for a number inside
TARGET = Colour.from_hex("#a8480f")
_STEPS = (1, 2, 2.5, 5, 10)
_LINES = 4  # aimed at on the scale


@dataclass(frozen=True, slots=True)
class Bar:
    """One period; a missing outcome is a gap."""

    label: str
    outcome: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class Scale:
    """What the chart's height stands for, and where its lines are."""

    low: float
    high: float
    step: float

    @classmethod
    def of(cls, values: Sequence[float], highest: float | None = None) -> "Scale":
        """A scale with round lines from zero over all values; up to ``highest`` if they fit."""
        low, high = min(0.0, *values), max(0.0, *values)
        if highest is not None and high <= highest:
            high = highest
        span = (high - low) or 1.0
        power = 10.0 ** floor(log10(span / _LINES))
        step = next(step * power for step in _STEPS if step * power * _LINES >= span * 0.999)
        return cls(floor(low / step) * step, -floor(-high / step) * step or step, step)

    def part(self, value: float) -> float:
        """Where a value lies, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def lines(self) -> Iterator[float]:
        """The values that have a line."""
        for index in range(round((self.high - self.low) / self.step) + 1):
            yield round(self.low + index * self.step, 12)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars on a scale.

    ``target`` is the word at the targets' mark; ``gap`` stands where there is no outcome.
    """

    bars: Sequence[Bar]
    scale: Scale
    decimal_sign: str
    target: str
    gap: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as it is drawn in a face."""

    chart: Chart
    face: Face

    def draw(self, x: float, y: float, width: float) -> str:
        """The operators that draw it with its lower left corner at (x, y)."""
        left, right = x + _LEFT, x + width - _RIGHT
        base, top = y + _FOOT, y + HEIGHT - _TOP
        parts = [*self._grid(left, right, base, top)]
        room = (right - left) / len(self.chart.bars)
        for index, bar in enumerate(self.chart.bars):
            parts += self._bar(bar, left + index * room, room, (base, top))
        return "\n".join(parts)

    def _grid(self, left: float, right: float, base: float, top: float) -> Iterator[str]:
        for value in self.chart.scale.lines():
            y = base + self.chart.scale.part(value) * (top - base)
            colour = STRONG_RULE if value == 0 else RULE
            yield f"0.5 w {colour.stroke} {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
            text = number(value, self.chart.decimal_sign)
            yield self._text(text, left - 5 - self.face.width(text, _SIZE), y - 2.6, QUIET)

    def _bar(self, bar: Bar, left: float, room: float, span: tuple[float, float]) -> Iterator[str]:
        base, top = span
        height, middle = top - base, left + room / 2
        width = min(room * _BAR, _WIDEST)
        zero = base + self.chart.scale.part(0) * height
        if bar.outcome is None:
            yield self._centred(self.chart.gap, middle, zero + 4, room, QUIET)
        else:
            end = base + self.chart.scale.part(bar.outcome) * height
            yield (
                f"{ACCENT.fill} {middle - width / 2:.2f} {zero:.2f} "
                f"{width:.2f} {end - zero:.2f} re f"
            )
            yield self._outcome(bar.outcome, middle, (zero, end), room)
        if bar.target is not None:
            y = base + self.chart.scale.part(bar.target) * height
            edge = width / 2 + 5
            yield (
                f"1.6 w {TARGET.stroke} [3.2 1.6] 0 d {middle - edge:.2f} {y:.2f} m "
                f"{middle + edge:.2f} {y:.2f} l S [] 0 d"
            )
            text = f"{self.chart.target} {number(bar.target, self.chart.decimal_sign)}"
            if self.face.width(text, _SIZE) < room / 2 - edge:
                # Above the line that the scale may have at the same height.
                yield self._text(text, middle + edge + 2, y + 2, TARGET)
        yield self._centred(bar.label, middle, base - 12, room, INK)

    def _outcome(
        self, outcome: float, middle: float, span: tuple[float, float], room: float
    ) -> str:
        """The number at the bar's foot, where no target's mark crosses it; above a low bar."""
        zero, end = span
        text = number(outcome, self.chart.decimal_sign)
        fits = self.face.width(text, _SIZE) < min(room * _BAR, _WIDEST) - 2
        if end - zero > _TALL and fits:
            return self._centred(text, middle, zero + 4, room, PAPER)
        return self._centred(text, middle, max(end, zero) + 3, room, INK)

    def _centred(self, text: str, middle: float, y: float, room: float, colour: Colour) -> str:
        """The text around ``middle``, cut where its room ends; in full it stands in the table."""
        while text and self.face.width(text, _SIZE) > room - 3:
            text = text.removesuffix("\N{HORIZONTAL ELLIPSIS}")[:-1].rstrip()
            text = f"{text}\N{HORIZONTAL ELLIPSIS}" if text else ""
        return self._text(text, middle - self.face.width(text, _SIZE) / 2, y, colour)

    def _text(self, text: str, x: float, y: float, colour: Colour) -> str:
        style = Style(self.face, _SIZE, _SIZE, colour)
        shown = self.face.show(text, _SIZE)
        return f"{style.opening}{x:.2f} {y + _SIZE:.2f} Td {shown} ET"
