"""Taking things back without undoing what came after: out of the wastebasket, or an older value."""

from collections.abc import Iterable
from dataclasses import replace

from qpdesk.domain.changes import Added, Deed, Edit, Moved, Replaced
from qpdesk.domain.errors import StaleEdit, WrongParent
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import Node, Plan, Risk, kind_of, may_stand_under
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import Scalar, value_of
from qpdesk.domain.register import Register
from qpdesk.domain.rules import scale_of, under_rules

_FACTORS = {"level", "likelihood", "consequence"}


def restore(register: Register, basket: Iterable[Node], wanted: Iterable[NodeId]) -> Edit:
    """Put deleted items back where they stood, with their ids.

    Args:
        register: Where to. What stands there again already is passed over.
        basket: Everything in the wastebasket: what lies above a wanted item comes along.
        wanted: The items to put back.

    Raises:
        WrongParent: What an item stood under is neither in the register nor in the basket.
    """
    lying = {node.id: node for node in basket}
    chosen: dict[NodeId, Node] = {}
    for node_id in wanted:
        line: list[Node] = []
        at: NodeId | None = node_id
        while at is not None and at not in register and at not in chosen:
            if at not in lying:
                raise WrongParent
            line.append(lying[at])
            at = lying[at].place.parent
        chosen.update((node.id, node) for node in reversed(line))
    nodes = (under_rules(register, n) if isinstance(n, Plan) else n for n in chosen.values())
    return Edit(Deed.RESTORE, tuple(Added(node) for node in nodes))


def branch_of(basket: Iterable[Node], node_id: NodeId) -> list[NodeId]:
    """An item of the wastebasket and all that lies below it there, each before those below."""
    below: dict[NodeId | None, list[NodeId]] = {}
    for node in basket:
        below.setdefault(node.place.parent, []).append(node.id)
    found = [node_id]
    for each in found:
        found += below.get(each, [])
    return found


def restore_place(register: Register, node_id: NodeId, place: Place) -> Edit:
    """Put an item, with all below it, back to a place that it had; without changes if it is there.

    Raises:
        StaleEdit: There is no such item now, or nothing that it could stand under.
        WrongParent: What stands there now is of another kind than it was.
    """
    node = register.get(node_id)
    if node is None or (place.parent is not None and place.parent not in register):
        raise StaleEdit(node_id)
    above = None if place.parent is None else kind_of(register[place.parent])
    if not may_stand_under(kind_of(node), above):
        raise WrongParent(kind_of(node), above)
    changes = () if node.place == place else (Moved(node, replace(node, place=place)),)
    return Edit(Deed.RESTORE, changes)


def restore_value(register: Register, node_id: NodeId, name: str, value: Scalar) -> Edit:
    """Give a field the value it had once, as it was stored; without changes if it has that now.

    Raises:
        StaleEdit: There is no such item now.
        EditRefused: The value does not fit what stands beside it today (a risk's factors, say).
    """
    node = register.get(node_id)
    if node is None:
        raise StaleEdit(node_id)
    after: Node
    if isinstance(node, Risk) and name in _FACTORS:
        after = with_field(node, name, value, scale_of(register, node_id))
    else:
        after = replace(node, **{name: value_of(kind_of(node), name, value)})  # type: ignore[arg-type]
    changes = () if after == node else (Replaced(node, after),)
    return Edit(Deed.RESTORE, changes, name)
