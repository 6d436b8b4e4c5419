"""The indicators under their headings, with outcomes and targets by period."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from qpdesk.domain.nodes import Indicator, Kind, Observation
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.report.figures import number
from qpdesk.report.looks import PORTRAIT
from qpdesk.report.paper import Paper
from qpdesk.report.passages import Passage, Text
from qpdesk.report.table import Content, Table
from qpdesk.report.words import Words

_WITH_TABLE = 90.0


def indicators_of(register: Register, plan: NodeId) -> list[Indicator]:
    """A plan's indicators, in order."""
    nodes = register.children(plan, Kind.INDICATOR)
    return [node for node in nodes if isinstance(node, Indicator)]


def write_indicators(
    paper: Paper, register: Register, indicators: Sequence[Indicator], level: int, words: Words
) -> None:
    """The indicators by area. An area where they only have names gets a plain list."""
    paper.turn(PORTRAIT)
    for area, group in groupby(indicators, lambda indicator: indicator.area):
        members = list(group)
        with paper.section():
            if area:
                paper.heading(level, area)
            below = level + 1 if area else level
            if any(_has_more(register, indicator) for indicator in members):
                for indicator in members:
                    _indicator(paper, register, indicator, below, words)
            else:
                paper.text("\n".join(f"- {indicator.title}" for indicator in members))
            paper.space(4)
            paper.notes()


def _has_more(register: Register, indicator: Indicator) -> bool:
    said = indicator.code or indicator.comment or indicator.direction
    return bool(said) or register.count(indicator.id) > 0


def _indicator(
    paper: Paper, register: Register, indicator: Indicator, level: int, words: Words
) -> None:
    paper.heading(level, indicator.title, keep=_WITH_TABLE, is_listed=False)
    caption = paper.styles.caption
    if indicator.code.strip():
        paper.text(indicator.code, caption, label=words.code)
    if indicator.direction:
        paper.text(words.directions[indicator.direction], caption, label=words.direction)
    nodes = register.children(indicator.id, Kind.OBSERVATION)
    observations = [node for node in nodes if isinstance(node, Observation)]
    if observations:
        _observations(paper, indicator, observations, words)
    if indicator.comment.strip():
        paper.text(indicator.comment)


def _observations(
    paper: Paper, indicator: Indicator, observations: Sequence[Observation], words: Words
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
    width = paper.width if len(kept) > len(always) else paper.width * 0.6
    widths = [share / sum(shares) * width for share in shares]
    title = words.observations.format(title=indicator.title)
    table = Table(paper, widths, [heads[i] for i in kept], title)
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
