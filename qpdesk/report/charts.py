"""An indicator's outcomes as a chart; its numbers stand beside it.

On paper it is the drawing that the screen has; Word makes its own of the bars. Lengths are in
points. The drawing is one figure for a screen reader, who is told its numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10

from qpdesk.domain.chart import chart
from qpdesk.domain.nodes import Indicator, Observation
from qpdesk.report.faces import Face
from qpdesk.report.marks import TARGET, Pen

__all__ = ["HEIGHT", "MOST", "TARGET", "Bar", "Chart", "Drawing", "Scale"]

HEIGHT = 150.0
MOST = 14
"""More outcomes than that are for the table alone."""

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
    """Outcomes in order of time, and the same as bars on a scale.

    ``target`` is the word at the targets' mark; ``gap`` stands where there is no outcome.
    """

    indicator: Indicator
    observations: Sequence[Observation]
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
        made = chart(self.chart.indicator, self.chart.observations, width=width, height=HEIGHT)
        pen = Pen(self.face, x, y + made.height)
        return "\n".join(map(pen.draw, made.marks))
