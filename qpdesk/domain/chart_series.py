"""The figures in a chart: columns, lines, gaps and targets, set into a frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qpdesk.domain.assessment import decimal
from qpdesk.domain.chart_frame import SMALL, TEXT, Frame
from qpdesk.domain.chart_words import Secret, Words, gap_reason, shown
from qpdesk.domain.marks import (
    Anchor,
    Bar,
    Ink,
    Label,
    Line,
    Mark,
    Marker,
    Pattern,
    Shape,
    text_width,
)
from qpdesk.domain.nodes import Observation
from qpdesk.domain.periods import label

_PATTERNS = tuple(Pattern)
_SHAPES = (Shape.CIRCLE, Shape.SQUARE, Shape.TRIANGLE)
_DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 2.0), (1.5, 1.5), (6.0, 2.0, 1.5, 2.0))
_TARGET_DASH = (4.0, 2.5)
_WIDEST_BAR = 36.0
_GROUP = 0.7  # of a period's width
_DIAMOND = 3.5
_MARKER = 2.8

GAP_SIGN = Marker(0, 0, 2.5, Shape.CROSS, Ink.TEXT)
TARGET_SIGN = Marker(0, 0, _DIAMOND, Shape.DIAMOND, Ink.TARGET)


@dataclass(frozen=True, slots=True)
class Slot:
    """One period on the axis, with the outcome of each unit there."""

    label: str
    outcomes: dict[str, Observation]

    def target(self, unit: str) -> float | None:
        """The unit's target."""
        observation = self.outcomes.get(unit)
        return None if observation is None else observation.target


@dataclass(frozen=True, slots=True)
class Subject:
    """What is drawn, before it has a place; ``reasons`` for gaps have numbers from 1."""

    slots: list[Slot]
    units: list[str]
    secret: Secret
    reasons: dict[str, int]
    words: Words

    def value(self, slot: Slot, unit: str) -> float | None:
        """The outcome that may be shown."""
        observation = slot.outcomes.get(unit)
        return None if observation is None else shown(observation, self.secret)

    def values(self) -> list[float]:
        """Every figure that the axis must reach."""
        each = [(slot, unit) for slot in self.slots for unit in self.units]
        figures = [*(self.value(*one) for one in each), *(slot.target(unit) for slot, unit in each)]
        return [value for value in figures if value is not None]


def subject_of(observations: Sequence[Observation], secret: Secret, words: Words) -> Subject:
    """Sort outcomes, in order of time, by period and unit."""
    subject = Subject([], [], secret, {}, words)
    for observation in observations:
        name, unit = label(observation.period), observation.organisational_unit
        if unit not in subject.units:
            subject.units.append(unit)
        fitting = (s for s in subject.slots if s.label == name and unit not in s.outcomes)
        slot = next(fitting, None)
        if slot is None:  # a second outcome of the same period and unit stands beside the first
            slot = Slot(name, {})
            subject.slots.append(slot)
        slot.outcomes[unit] = observation
        if shown(observation, secret) is None:
            reason = _reason(subject, observation)
            subject.reasons.setdefault(reason, len(subject.reasons) + 1)
    return subject


def bars(subject: Subject, frame: Frame) -> Iterator[Mark]:
    """A column for each outcome, units side by side, with its value at the end."""
    for row, slot in enumerate(subject.slots):
        for series, unit in enumerate(subject.units):
            value = subject.value(slot, unit)
            if value is None:
                continue
            x, width = _column(subject, frame, row, series)
            top, foot = sorted((frame.y(value), frame.foot))
            pattern = _PATTERNS[series % len(_PATTERNS)]
            yield Bar(x - width / 2, top, width, foot - top, pattern, series)
            room = min(width + 4, frame.slot / len(subject.units))
            yield from _value(x, foot + TEXT + 1 if value < 0 else top - 3, value, room)


def lines(subject: Subject, frame: Frame) -> Iterator[Mark]:
    """A marker for each outcome, joined to the next one of the unit unless a gap is between."""
    for series, unit in enumerate(subject.units):
        values = [subject.value(slot, unit) for slot in subject.slots]
        dash = _DASHES[series % len(_DASHES)]
        for row, (value, following) in enumerate(pairwise(values)):
            if value is not None and following is not None:
                start, end = (frame.x(row), frame.y(value)), (frame.x(row + 1), frame.y(following))
                yield Line(*start, *end, Ink.SERIES, 1.2, dash)
        shape = _SHAPES[series % len(_SHAPES)]
        for row, value in enumerate(values):
            if value is not None:
                yield Marker(frame.x(row), frame.y(value), _MARKER, shape, Ink.SERIES, series)
    for row, slot in enumerate(subject.slots):
        yield from _line_values(subject, frame, row, slot)


def _line_values(subject: Subject, frame: Frame, row: int, slot: Slot) -> Iterator[Mark]:
    """The highest value over its marker, the lowest under, those between to the right."""
    found = {value for unit in subject.units if (value := subject.value(slot, unit)) is not None}
    for value in found:
        x, y = frame.x(row), frame.y(value)
        if value == max(found):
            yield from _value(x, y - _MARKER - 2, value, frame.slot)
        elif value == min(found):
            yield from _value(x, y + _MARKER + TEXT, value, frame.slot)
        else:
            yield from _value(x + _MARKER + 2, y + 3, value, frame.slot / 2, Anchor.START)


def gaps(subject: Subject, frame: Frame) -> Iterator[Mark]:
    """A cross at the foot where an outcome is missing, with the number of the reason."""
    for row, slot in enumerate(subject.slots):
        for series, unit in enumerate(subject.units):
            observation = slot.outcomes.get(unit)
            if observation is None or subject.value(slot, unit) is not None:
                continue
            x, width = _column(subject, frame, row, series)
            number = f"{subject.reasons[_reason(subject, observation)]})"
            yield Marker(x, frame.foot - 6, GAP_SIGN.radius, GAP_SIGN.shape, Ink.TEXT)
            if text_width(number, SMALL) <= max(width, frame.slot / len(subject.units)):
                yield Label(x, frame.foot - 11, number, SMALL, Anchor.MIDDLE, clear=True)


def targets(subject: Subject, frame: Frame) -> Iterator[Mark]:
    """A dashed line with a diamond at each target; one for all units that share it."""
    for row, slot in enumerate(subject.slots):
        found = {unit: slot.target(unit) for unit in slot.outcomes}
        wished = {target for target in found.values() if target is not None}
        if len(wished) == 1:
            yield from _target(frame, frame.x(row), frame.slot * 0.94, wished.pop())
            continue
        for series, unit in enumerate(subject.units):
            target = found.get(unit)
            if target is not None:
                yield from _target(frame, *_column(subject, frame, row, series), target)


def key_signs(subject: Subject, *, columns: bool) -> list[tuple[Bar | Marker, str]]:
    """What the signs in the chart mean, in the order of the key."""
    found: list[tuple[Bar | Marker, str]] = []
    for series, unit in enumerate(subject.units):
        bar = Bar(0, 0, 0, 0, _PATTERNS[series % len(_PATTERNS)], series)
        marker = Marker(0, 0, _MARKER, _SHAPES[series % len(_SHAPES)], Ink.SERIES, series)
        found.append((bar if columns else marker, unit or subject.words.outcome))
    if any(slot.target(unit) is not None for slot in subject.slots for unit in subject.units):
        found.append((TARGET_SIGN, subject.words.target))
    if subject.reasons:
        found.append((GAP_SIGN, subject.words.missing))
    return found


def _reason(subject: Subject, observation: Observation) -> str:
    return gap_reason(observation, subject.secret, subject.words) or observation.note


def _column(subject: Subject, frame: Frame, row: int, series: int) -> tuple[float, float]:
    """The middle and the width of a unit's column in a period."""
    count = len(subject.units)
    width = min(frame.slot * _GROUP / count, _WIDEST_BAR)
    return frame.x(row) + (series - (count - 1) / 2) * width, width


def _value(
    x: float, y: float, value: float, room: float, anchor: Anchor = Anchor.MIDDLE
) -> Iterator[Mark]:
    """A figure, in smaller letters if need be; none if even those are too wide."""
    text = decimal(value, 2)
    for size in (TEXT, SMALL, SMALL - 1):
        if text_width(text, size) <= room:
            yield Label(x, y, text, size, anchor, clear=True)
            return


def _target(frame: Frame, x: float, width: float, value: float) -> Iterator[Mark]:
    y, end = frame.y(value), x + width / 2
    yield Line(x - width / 2, y, end, y, Ink.TARGET, 1.2, _TARGET_DASH, clear=True)
    yield Marker(end - _DIAMOND, y, _DIAMOND, Shape.DIAMOND, Ink.TARGET)
    text = decimal(value, 2)
    if text_width(text, SMALL) <= width / 2 - _DIAMOND * 2:
        yield Label(end, y - _DIAMOND - 1.5, text, SMALL, Anchor.END, clear=True)
