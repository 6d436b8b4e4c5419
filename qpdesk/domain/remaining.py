"""Whether work remains on an item, and whether it is late."""

from datetime import date

from qpdesk.domain.nodes import Measure, Node, Status

_CLOSED = frozenset({Status.COMPLETED, Status.DISCONTINUED})
"""The statuses after which nothing more is to be done."""


def is_open(node: Node) -> bool:
    """Whether the item is a measure on which work remains."""
    return isinstance(node, Measure) and node.status not in _CLOSED


def is_late(node: Node, today: date) -> bool:
    """Whether the item is an open measure that was due before ``today``."""
    return isinstance(node, Measure) and is_open(node) and node.due is not None and node.due < today
