"""In which order a tree lists siblings when it is sorted by a column."""

from collections.abc import Iterable
from datetime import date

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Indicator,
    Measure,
    Node,
    Observation,
    Risk,
    Status,
    title_of,
)
from qpdesk.domain.text import sorting_key
from qpdesk.gui.models.rows import Column

_STATUSES = list(Status)


def in_order(column: Column, nodes: Iterable[Node], *, falling: bool) -> list[Node]:
    """Items sorted by what a column shows; those without it last, equals as in the plan."""
    keyed = [(_key(node, column), node) for node in nodes]
    with_key = [(key, node) for key, node in keyed if key is not None]
    with_key.sort(key=lambda pair: pair[0], reverse=falling)
    return [node for _, node in with_key] + [node for key, node in keyed if key is None]


def falls_first(column: Column) -> bool:
    """Whether one wants the highest first."""
    return column in {Column.LEVEL, Column.OUTCOME}


def _key(node: Node, column: Column) -> tuple[float, str] | None:
    """What an item is sorted by: a number or words; None when the column is empty."""
    number = _number(node, column)
    if number is not None:
        return number, ""
    words = _words(node, column)
    return (0, sorting_key(words)) if words else None


def _number(node: Node, column: Column) -> float | None:
    match node, column:
        case Risk(level=level), Column.LEVEL:
            return level
        case Measure(status=status), Column.STATUS:
            return _STATUSES.index(status)
        case Measure(due=date() as due), Column.DUE:
            return due.toordinal()
        case Observation(outcome=outcome), Column.OUTCOME:
            return outcome
        case Observation(target=target), Column.TARGET:
            return target
        case _:
            return None


def _words(node: Node, column: Column) -> str:
    match node, column:
        case _, Column.TITLE:
            return title_of(node)
        case (
            (Area(owner=words) | Control(responsible=words) | Measure(responsible=words)),
            (Column.RESPONSIBLE),
        ):
            return words
        case ((Control(follow_up=words) | Measure(follow_up=words)), Column.FOLLOW_UP):
            return words
        case _:
            return _text(node, column)


def _text(node: Node, column: Column) -> str:
    match node, column:
        case Chapter(text=words), Column.TEXT:
            return words
        case Footnote(key=words), Column.KEY:
            return words.rjust(40) if words.isdecimal() else words
        case Indicator(area=words), Column.HEADING:
            return words
        case Indicator(comment=words), Column.COMMENT:
            return words
        case _:
            return ""
