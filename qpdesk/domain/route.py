"""What leads from one register to another, as changes in an order that can be made."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.order import NodeId

_RANK = {kind: rank for rank, kind in enumerate(Kind)}  # parents' kinds come first


def route(before: Mapping[NodeId, Node], after: Mapping[NodeId, Node]) -> Iterator[Change]:
    """The changes that make the items ``before`` into those ``after``; both make a register.

    First what is new, then what has moved or changed, then what is gone: so parents are there
    when they are needed, and empty when they go.
    """
    yield from (Added(node) for node in _down(after) if node.id not in before)
    for node in _down(after):
        old = before.get(node.id, node)
        if old.place != node.place:
            moved = replace(old, place=node.place)
            yield Moved(old, moved)
            old = moved
        if old != node:
            yield Replaced(old, node)
    yield from (Removed(node) for node in reversed(_down(before)) if node.id not in after)


def _down(nodes: Mapping[NodeId, Node]) -> list[Node]:
    return sorted(nodes.values(), key=lambda node: _RANK[kind_of(node)])
