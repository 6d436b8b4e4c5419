"""The value axis of a chart: where it starts and ends, and the round numbers in between."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from qpdesk.domain.nodes import Unit

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_TICKS = 7
_WHOLE = 100  # per cent
_SCALE_TICKS = (1.0, 2.0, 3.0, 4.0, 5.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis by its ticks, from the lowest value to the highest."""

    ticks: tuple[float, ...]

    @property
    def low(self) -> float:
        """The value at the foot of the axis."""
        return self.ticks[0]

    @property
    def high(self) -> float:
        """The value at its top."""
        return self.ticks[-1]

    def share(self, value: float) -> float:
        """How far up the axis a value is, 0 to 1; kept within the axis."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


def axis_for(values: list[float], unit: Unit) -> Axis:
    """The axis that shows all the values.

    A scale of 1-5 shows all its steps, shares that reach half of everything show it up to 100 %;
    bars stand on nothing, so an axis of counts and shares always has its 0.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    if unit is Unit.SCALE_1_5 and low >= _SCALE_TICKS[0] and high <= _SCALE_TICKS[-1]:
        return Axis(_SCALE_TICKS)
    low, high = min(low, 0.0), max(high, 0.0)
    if unit is Unit.PERCENT and low == 0 and _WHOLE / 2 <= high <= _WHOLE:
        high = float(_WHOLE)
    return Axis(_ticks(Decimal(repr(low)), Decimal(repr(high))))


def _ticks(low: Decimal, high: Decimal) -> tuple[float, ...]:
    """Multiples of the smallest round step that needs few enough of them."""
    power = Decimal(1).scaleb((high - low).adjusted() - 1) if high > low else Decimal(1)
    steps = (factor * power * tens for tens in (1, 10) for factor in _ROUND)
    step = next(step for step in steps if (high - low) / step <= _MOST_TICKS - 2)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return tuple(float(number * step) for number in range(first, max(last, first + 1) + 1))
