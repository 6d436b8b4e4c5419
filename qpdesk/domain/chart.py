"""An indicator's chart as marks: the one drawing behind screen, preview and paper.

Columns or lines for each unit of the organisation, targets as dashed lines with diamonds, a cross
with a numbered reason where a result is missing, and the values in figures. What does not fit
(a figure too wide for its column) is left out here and stands in ``chart_words.table``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qpdesk.domain.axis import axis_for
from qpdesk.domain.chart_frame import (
    ROW,
    SMALL,
    frame_for,
    grid,
    key,
    notes,
    period_labels,
)
from qpdesk.domain.chart_series import bars, gaps, key_signs, lines, subject_of, targets
from qpdesk.domain.chart_words import SWEDISH, Secret, Words
from qpdesk.domain.marks import Label, Mark
from qpdesk.domain.nodes import Indicator, Observation

NARROWEST, LOWEST = 160.0, 120.0
"""The least size of a chart, in points."""


class Style(StrEnum):
    """How the outcomes are drawn."""

    BARS = "bars"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of this size in points. Without marks there is no figure to draw, only words."""

    width: float
    height: float
    marks: tuple[Mark, ...]


def chart(  # noqa: PLR0913 - one drawing, all of it by name
    indicator: Indicator,
    observations: Sequence[Observation],
    *,
    width: float,
    height: float,
    style: Style = Style.BARS,
    secret: Secret | None = None,
    words: Words = SWEDISH,
) -> Chart:
    """Draw an indicator.

    Args:
        indicator: What is counted.
        observations: Its outcomes in order of time, as ``assessment.observations_of`` has them.
        width: Of the drawing, in points; never less than ``NARROWEST``.
        height: Likewise; never less than ``LOWEST``.
        style: Columns or lines.
        secret: Outcomes not to be shown, from ``suppression.hidden``; they become gaps.
        words: The words in the chart.
    """
    width, height = max(width, NARROWEST), max(height, LOWEST)
    subject = subject_of(observations, secret or {}, words)
    values = subject.values()
    if not values:
        return Chart(width, height, ())
    head = key(key_signs(subject, columns=style is Style.BARS), width)
    foot = notes(subject.reasons, words, width, height / 4)
    frame = frame_for(
        axis_for(values, indicator.unit),
        indicator.unit,
        len(subject.slots),
        (width, height),
        (len(head), len(foot)),
    )
    outcomes = bars(subject, frame) if style is Style.BARS else lines(subject, frame)
    marks = [*grid(frame, indicator.unit), *outcomes, *gaps(subject, frame)]
    marks += [*targets(subject, frame), *period_labels(frame, [s.label for s in subject.slots])]
    marks += [mark for row in head for mark in row]
    marks += [
        Label(0, height - 3 - number * ROW, line, SMALL)
        for number, line in enumerate(reversed(foot))
    ]
    # Figures come last, over lines and columns.
    return Chart(width, height, tuple(sorted(marks, key=lambda mark: isinstance(mark, Label))))
