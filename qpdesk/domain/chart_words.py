"""An indicator's chart in words: the sentence read aloud instead of it, and the rows of its table.

Also the few words that stand in the chart itself, as a value, so that a window may translate them;
paper is Swedish.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpdesk.domain.assessment import Verdict, decimal, verdict
from qpdesk.domain.nodes import Indicator, Observation, Unit
from qpdesk.domain.order import NodeId
from qpdesk.domain.periods import label
from qpdesk.domain.suppression import Hidden

Secret = Mapping[NodeId, Hidden]
"""The outcomes not to be shown, from ``suppression.hidden``."""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in charts and their tables beside the user's own words."""

    chart: str = "Diagram"
    period: str = "Period"
    unit: str = "Enhet"
    outcome: str = "Utfall"
    target: str = "Mål"
    answers: str = "Antal svar"
    remark: str = "Anmärkning"
    reached: str = "målet nått"
    not_reached: str = "målet inte nått"
    missing: str = "inget resultat"
    few: str = "för få svar för att redovisas"
    protects: str = "redovisas inte, för att skydda en enhet med få svar"
    see_table: str = "fler anmärkningar: se tabellen"
    nothing: str = "Inga utfall är angivna."


SWEDISH = Words()


def shown(observation: Observation, secret: Secret) -> float | None:
    """The outcome as a number that may be shown; None for a gap."""
    return None if observation.id in secret else observation.outcome


def figure(value: float, unit: Unit) -> str:
    """A value with its unit, as printed: 67 %, 4,2."""
    return decimal(value, 2) + ("\N{NO-BREAK SPACE}%" if unit is Unit.PERCENT else "")


def gap_reason(observation: Observation, secret: Secret, words: Words = SWEDISH) -> str:
    """Why there is no figure; "" when there is one, or words instead."""
    match secret.get(observation.id):
        case Hidden.FEW:
            return words.few
        case Hidden.PROTECTS:
            return words.protects
        case None:
            pass
    if observation.outcome is not None:
        return ""
    return observation.no_result_reason.strip() or ("" if observation.note else words.missing)


def remark(
    indicator: Indicator, observation: Observation, secret: Secret, words: Words = SWEDISH
) -> str:
    """What is said beside the figures: why there are none, or whether the target is reached."""
    reason = gap_reason(observation, secret, words)
    if reason:
        return reason
    match verdict(indicator, observation):
        case Verdict.REACHED:
            return words.reached
        case Verdict.NOT_REACHED:
            return words.not_reached
        case _:
            return ""


def sentence(
    indicator: Indicator,
    observations: Sequence[Observation],
    secret: Secret,
    words: Words = SWEDISH,
) -> str:
    """The chart as text for who does not see it: every figure, every gap with its reason."""
    parts = [_part(indicator, observation, secret, words) for observation in observations]
    facts = "; ".join(parts) + "." if parts else words.nothing
    return f"{words.chart}: {indicator.title}. {facts}"


def table(
    indicator: Indicator,
    observations: Sequence[Observation],
    secret: Secret,
    words: Words = SWEDISH,
) -> list[tuple[str, ...]]:
    """The heads and then a row for each outcome. Columns that all rows leave empty are left out."""
    heads = (words.period, words.unit, words.outcome, words.target, words.answers, words.remark)
    rows = [_row(indicator, observation, secret, words) for observation in observations]
    used = [
        column
        for column, head in enumerate(heads)
        if head in {words.period, words.outcome} or any(row[column] for row in rows)
    ]
    return [tuple(row[column] for column in used) for row in (heads, *rows)]


def _part(indicator: Indicator, observation: Observation, secret: Secret, words: Words) -> str:
    _, unit, outcome, target, _, said = _row(indicator, observation, secret, words)
    name = ", ".join(filter(None, (label(observation.period), unit)))
    facts = (
        f"{words.outcome.lower()} {outcome}" if outcome else "",
        f"{words.target.lower()} {target}" if target else "",
        said,
    )
    return f"{name}: " + ", ".join(filter(None, facts))


def _row(
    indicator: Indicator, observation: Observation, secret: Secret, words: Words
) -> tuple[str, ...]:
    value = shown(observation, secret)
    hidden = observation.id in secret
    outcome = "" if hidden else observation.note
    if value is not None:
        outcome = figure(value, indicator.unit)
        outcome += f" ({observation.note})" if observation.note else ""
    target = observation.target
    return (
        label(observation.period),
        observation.organisational_unit,
        outcome,
        "" if target is None else figure(target, indicator.unit),
        "" if hidden or observation.n is None else decimal(observation.n),
        remark(indicator, observation, secret, words),
    )
