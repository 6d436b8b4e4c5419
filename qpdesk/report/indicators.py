"""The indicators under their headings, with outcomes and targets by period."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from qpdesk.domain.assessment import observations_of
from qpdesk.domain.nodes import Indicator, Kind, Observation, Unit
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.report.charts import MOST, Bar, Chart, Scale
from qpdesk.report.faces import printable
from qpdesk.report.figures import number
from qpdesk.report.looks import PORTRAIT
from qpdesk.report.passages import Content, Look, Passage, Text
from qpdesk.report.sheet import Sheet
from qpdesk.report.words import Words

_HIGHEST = {Unit.PERCENT: 100.0, Unit.SCALE_1_5: 5.0}


def indicators_of(register: Register, plan: NodeId) -> list[Indicator]:
    """A plan's indicators, in order."""
    nodes = register.children(plan, Kind.INDICATOR)
    return [node for node in nodes if isinstance(node, Indicator)]


def write_indicators(
    sheet: Sheet, register: Register, indicators: Sequence[Indicator], level: int, words: Words
) -> None:
    """The indicators by area. An area where they only have names gets a plain list."""
    sheet.turn(PORTRAIT)
    for area, group in groupby(indicators, lambda indicator: indicator.area):
        members = list(group)
        with sheet.section():
            if area:
                sheet.heading(level, area)
            below = level + 1 if area else level
            if any(_has_more(register, indicator) for indicator in members):
                for indicator in members:
                    _indicator(sheet, register, indicator, below, words)
            else:
                sheet.text("\n".join(f"- {indicator.title}" for indicator in members))
            sheet.space(4)
            sheet.notes()


def _has_more(register: Register, indicator: Indicator) -> bool:
    said = indicator.code or indicator.comment or indicator.direction
    return bool(said) or register.count(indicator.id) > 0


def _indicator(
    sheet: Sheet, register: Register, indicator: Indicator, level: int, words: Words
) -> None:
    observations = observations_of(register, indicator)
    outcomes = [one for one in observations if one.outcome is not None]
    has_chart = len(outcomes) > 1 and len(observations) <= MOST
    sheet.heading(level, indicator.title, is_listed=False)
    if indicator.code.strip():
        sheet.text(indicator.code, Look.SMALL, label=words.code)
    if indicator.direction:
        sheet.text(words.directions[indicator.direction], Look.SMALL, label=words.direction)
    if has_chart:
        _chart(sheet, indicator, observations, words)
    if observations:
        _observations(sheet, indicator, observations, words)
    if indicator.comment.strip():
        sheet.text(indicator.comment)


def _chart(
    sheet: Sheet, indicator: Indicator, observations: Sequence[Observation], words: Words
) -> None:
    """The outcomes as bars, on the page where their table begins."""
    bars = [
        Bar(printable(_label(observation)), observation.outcome, observation.target)
        for observation in observations
    ]
    values = [value for bar in bars for value in (bar.outcome, bar.target) if value is not None]
    scale = Scale.of(values, _HIGHEST.get(indicator.unit))
    chart = Chart(
        indicator, observations, bars, scale, words.decimal_sign, words.target, words.chart_gap
    )
    points = "; ".join(_point(bar, words) for bar in bars)
    alternative = printable(words.chart.format(title=indicator.title, points=points))
    sheet.chart(chart, alternative)


def _label(observation: Observation) -> str:
    return " ".join(filter(None, (observation.period, observation.organisational_unit)))


def _point(bar: Bar, words: Words) -> str:
    """Such as "VB 2022: 4,2, mål 4"."""
    outcome = words.chart_gap
    if bar.outcome is not None:
        outcome = number(bar.outcome, words.decimal_sign)
    point = words.chart_point.format(period=bar.label, outcome=outcome)
    if bar.target is None:
        return point
    target = number(bar.target, words.decimal_sign)
    return words.chart_target.format(point=point, target=target)


def _observations(
    sheet: Sheet, indicator: Indicator, observations: Sequence[Observation], words: Words
) -> None:
    """A table with a row for each observation; columns that would be empty are left out."""
    heads = (
        words.period,
        words.organisational_unit,
        words.outcome.format(unit=words.units.get(indicator.unit, "")),
        words.target,
        words.answers,
        words.remark,
    )
    rows = [_row(observation, words) for observation in observations]
    always = {0, 2, 3}
    kept = [i for i in range(len(heads)) if i in always or any(row[i] for row in rows)]
    shares = [(1.2, 1.4, 1.1, 0.8, 1.1, 3.2)[i] for i in kept]
    parts = [share / sum(shares) for share in shares]
    width = 1 if len(kept) > len(always) else 0.6
    title = words.observations.format(title=indicator.title)
    table = sheet.table(parts, [heads[i] for i in kept], title, width)
    for row in rows:
        cells = [row[i] for i in kept]
        table.add([[_content(text, is_head=not i) for i, text in enumerate(cells)]])
    table.close()


def _content(texts: Iterable[str], *, is_head: bool) -> Content:
    passages: tuple[Passage, ...] = tuple(Text(text) for text in texts if text.strip())
    return Content(passages, is_head=is_head and bool(passages))


def _row(observation: Observation, words: Words) -> tuple[tuple[str, ...], ...]:
    """Period, unit, outcome, target, n and remarks, each as its paragraphs."""
    outcome = words.not_reported
    if observation.outcome is not None:
        outcome = number(observation.outcome, words.decimal_sign)
    elif observation.note:
        outcome = ""
    target = "" if observation.target is None else number(observation.target, words.decimal_sign)
    answers = "" if observation.n is None else number(observation.n, words.decimal_sign)
    texts = (observation.period, observation.organisational_unit, outcome, target, answers)
    remarks = tuple(filter(None, (observation.note, observation.no_result_reason)))
    return (*((text,) if text else () for text in texts), remarks)
