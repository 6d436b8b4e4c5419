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
    kinds: Counter[Kind] = Counter()
    statuses: Counter[Status] = Counter()
    reported = 0
    for node in register.walk(branch):
        kinds[kind_of(node)] += 1
        if isinstance(node, Measure):
            statuses[node.status] += 1
        if isinstance(node, Measure | Control) and node.follow_up.strip():
            reported += 1
    return Tally(kinds, statuses, reported, kinds[Kind.CONTROL] + kinds[Kind.MEASURE])
