"""What an indicator's figures say: target reached or not, better or worse than before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qpdesk.domain.nodes import Direction, Indicator, Kind, Observation, Unit
from qpdesk.domain.periods import a_year_before, in_order, read_period
from qpdesk.domain.register import Register


class Verdict(StrEnum):
    """How an outcome stands to its target."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NO_TARGET = "no_target"
    NO_OUTCOME = "no_outcome"
    NO_DIRECTION = "no_direction"
    """Outcome and target differ, and it is not said which way is better."""


class ChangeUnit(StrEnum):
    """What a change is counted in."""

    POINTS = "points"
    """Percentage points: the difference of two shares."""
    PER_CENT = "per_cent"
    """Per cent of the earlier count."""
    STEPS = "steps"
    """The difference itself: on a scale, or of counts where the earlier was none."""


class Trend(StrEnum):
    """What a change means with the wished direction."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ChangeSince:
    """How an outcome differs from an earlier one."""

    earlier: Observation
    later: Observation
    amount: float
    unit: ChangeUnit
    trend: Trend


def observations_of(register: Register, indicator: Indicator) -> list[Observation]:
    """An indicator's outcomes by period, as they stood where the periods are the same."""
    nodes = register.children(indicator.id, Kind.OBSERVATION)
    found = [node for node in nodes if isinstance(node, Observation)]
    return in_order(found, lambda observation: observation.period)


def series_of(observations: Iterable[Observation]) -> dict[str, list[Observation]]:
    """The outcomes by unit of the organisation, in the order the units first come."""
    series: dict[str, list[Observation]] = {}
    for observation in observations:
        series.setdefault(observation.organisational_unit, []).append(observation)
    return series


def latest(observations: Sequence[Observation]) -> list[Observation]:
    """The last outcome of each unit of the organisation; of observations in order of time."""
    return [series[-1] for series in series_of(observations).values()]


def verdict(indicator: Indicator, observation: Observation) -> Verdict:
    """Whether the outcome reaches the target. Without a number there is no outcome to compare."""
    outcome, target = observation.outcome, observation.target
    if outcome is None:
        return Verdict.NO_OUTCOME
    if target is None:
        return Verdict.NO_TARGET
    if outcome == target:
        return Verdict.REACHED
    match indicator.direction:
        case Direction.HIGHER_IS_BETTER:
            return Verdict.REACHED if outcome > target else Verdict.NOT_REACHED
        case Direction.LOWER_IS_BETTER:
            return Verdict.REACHED if outcome < target else Verdict.NOT_REACHED
        case Direction.NONE:
            return Verdict.NO_DIRECTION


def change_since(
    indicator: Indicator, earlier: Observation, later: Observation
) -> ChangeSince | None:
    """The change between two outcomes; None when one of them is missing."""
    if earlier.outcome is None or later.outcome is None or indicator.unit is Unit.TEXT:
        return None
    before, after = Decimal(repr(earlier.outcome)), Decimal(repr(later.outcome))
    amount, unit = after - before, ChangeUnit.STEPS
    if indicator.unit is Unit.PERCENT:
        unit = ChangeUnit.POINTS
    elif indicator.unit is Unit.COUNT and before > 0:
        amount, unit = (after - before) * 100 / before, ChangeUnit.PER_CENT
    trend = _trend(indicator.direction, amount)
    return ChangeSince(earlier, later, float(amount), unit, trend)


def comparable(series: Sequence[Observation], observation: Observation) -> Observation | None:
    """The outcome to compare with: of the same sort of period a year before, else the one before.

    ``series`` is of one unit of the organisation, in order of time. Gaps are passed over.
    """
    row = next((row for row, each in enumerate(series) if each.id == observation.id), 0)
    earlier = [each for each in series[:row] if each.outcome is not None]
    wished = a_year_before(read_period(observation.period))
    for each in reversed(earlier):
        if wished is not None and read_period(each.period).label == wished.label:
            return each
    return earlier[-1] if earlier else None


def decimal(value: float, digits: int | None = None) -> str:
    """A number as Swedish writes it: decimal comma, no-break blanks between thousands, true minus.

    With ``digits`` rounded to so many decimals (half up), and zeros at the end left out; without,
    every digit that was stored.
    """
    number = Decimal(repr(float(value)))
    if digits is not None:
        number = number.quantize(Decimal(1).scaleb(-digits), rounding="ROUND_HALF_UP")
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    text = text.translate(
        {ord(","): "\N{NO-BREAK SPACE}", ord("."): ",", ord("-"): "\N{MINUS SIGN}"}
    )
    return "0" if text == "\N{MINUS SIGN}0" else text


def _trend(direction: Direction, amount: Decimal) -> Trend:
    if amount == 0:
        return Trend.SAME
    match direction:
        case Direction.HIGHER_IS_BETTER:
            return Trend.BETTER if amount > 0 else Trend.WORSE
        case Direction.LOWER_IS_BETTER:
            return Trend.BETTER if amount < 0 else Trend.WORSE
        case Direction.NONE:
            return Trend.UNKNOWN
