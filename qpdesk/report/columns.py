"""How wide the columns of a document's tables are: the same in all of them, after what they hold.

Much text in one column makes tables high, so width goes where the text is. It goes by the square
root, as a column that is twice as wide also gets half as many lines; and no column becomes so
narrow that its words do not fit.
"""

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from qpdesk.domain.nodes import Control, Measure, Result, Risk
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.report.kinds import ReportKind

_LEAST = 0.14  # of the table's width
_BADGE = 40  # a level takes room like so many letters
_STATUS = 30
_PLAN_COLUMNS = 5
_FOLLOW_UP_COLUMNS = 3


def shares(register: Register, plan: NodeId, kind: ReportKind) -> tuple[float, ...]:
    """The parts of the table's width that its columns get; together 1."""
    lengths: Counter[int] = Counter()
    for node in register.walk(plan):
        match node:
            case Risk() | Control() | Measure() | Result():
                lengths.update(_planned(node) if kind is ReportKind.PLAN else _followed_up(node))
            case _:
                pass
    count = _PLAN_COLUMNS if kind is ReportKind.PLAN else _FOLLOW_UP_COLUMNS
    return _parts([lengths[column] for column in range(count)])


def _parts(lengths: Sequence[int]) -> tuple[float, ...]:
    weights = [sqrt(length + 1) for length in lengths]
    least = [max(weight / sum(weights), _LEAST) for weight in weights]
    return tuple(part / sum(least) for part in least)


def _planned(node: Risk | Control | Measure | Result) -> dict[int, int]:
    """About how many letters an item puts into which column of the plan."""
    match node:
        case Risk():
            return {0: _letters(node.title, node.rationale, node.participants) + _BADGE}
        case Control():
            method = _letters(node.title, node.method, node.frequency, node.scope)
            return {1: method, 2: _letters(node.purpose)}
        case Measure():
            return {3: _letters(node.title, node.evidence), 4: _letters(node.what_to_do)}
        case Result():
            return {1: _STATUS}


def _followed_up(node: Risk | Control | Measure | Result) -> dict[int, int]:
    """The same for the follow-up."""
    match node:
        case Risk():
            return {0: _letters(node.title) + _BADGE}
        case Control():
            return {1: _letters(node.title, node.follow_up)}
        case Measure():
            return {2: _letters(node.title, node.follow_up) + _STATUS}
        case Result():
            return {1: _STATUS}


def _letters(*texts: str) -> int:
    return sum(map(len, texts))
