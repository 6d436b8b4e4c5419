"""Counts over a plan: how many items of each kind, and how the measures stand."""

from collections import Counter

from qpdesk.domain.nodes import Control, Kind, Measure, Status, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.values import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a branch.

    ``reported`` of its ``reportable`` controls and measures have a follow-up text.
    """

    kinds: Counter[Kind]
    statuses: Counter[Status]
    reported: int
    reportable: int


def tally(register: Register, branch: NodeId | None) -> Tally:
    """Count everything below an item (None: in the whole register)."""
    nodes = list(register.walk(branch))
    types = Counter(map(type, nodes))  # classes are counted quicker than kinds, which hash slowly
    example = {type(node): node for node in nodes}
    kinds = Counter({kind_of(example[kind]): number for kind, number in types.items()})
    measures = [node for node in nodes if isinstance(node, Measure)]
    texts = [node.follow_up for node in nodes if isinstance(node, Control)]
    texts += [node.follow_up for node in measures]
    reported = sum(1 for text in texts if text.strip())
    return Tally(kinds, Counter(node.status for node in measures), reported, len(texts))
