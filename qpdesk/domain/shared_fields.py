"""What several chosen items have in common: the fields that can be set for all of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, Scalar, scalar
from qpdesk.domain.register import Register

SHARED = ("responsible", "due", "status")
"""The fields that are worth setting for many at once, in the order they are shown."""

KINDS = {name: tuple(kind for kind in Kind if name in FIELDS[kind]) for name in SHARED}
"""The kinds that have each of them."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One field of several items.

    ``value`` is what all that have the field say; when they differ ``is_mixed`` holds, and it is
    None.
    """

    ids: tuple[NodeId, ...]
    """The items that have the field."""
    value: Scalar = None
    is_mixed: bool = False


def shared_by(register: Register, node_ids: Iterable[NodeId]) -> dict[str, Shared]:
    """The fields of these items that can be set together, each with who has it."""
    nodes = [register[node_id] for node_id in dict.fromkeys(node_ids) if node_id in register]
    found = {}
    for name in SHARED:
        having = [node for node in nodes if kind_of(node) in KINDS[name]]
        values = {scalar(getattr(node, name)) for node in having}
        if having:
            value = values.pop() if len(values) == 1 else None
            found[name] = Shared(tuple(node.id for node in having), value, bool(values))
    return found
