"""Deciding where people have said different things: the decision is an edit like any other."""

from dataclasses import replace

from qpdesk.domain import edits
from qpdesk.domain.changes import Change, Deed, Edit, Moved
from qpdesk.domain.errors import StaleEdit, WrongParent
from qpdesk.domain.nodes import kind_of, may_stand_under
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import Scalar
from qpdesk.domain.register import Register
from qpdesk.domain.restoring import restore_value


def settle_value(
    register: Register, node_id: NodeId, name: str, value: Scalar, other: Scalar
) -> Edit:
    """Say which value of a field is meant.

    Args:
        register: Where.
        node_id: The item.
        name: The field.
        value: What is meant.
        other: What somebody else has said. Where ``value`` is shown already, the edit goes by way
            of it: so the log tells that somebody has seen both.

    Raises:
        StaleEdit: There is no such item now.
        EditRefused: The value does not fit what stands beside it today.
    """
    edit = restore_value(register, node_id, name, value)
    if edit.changes:
        return edit
    return _there_and_back(restore_value(register, node_id, name, other))


def settle_place(register: Register, node_id: NodeId, place: Place, other: Place) -> Edit:
    """Say which of two places is meant; the arguments are as those of ``settle_value``.

    Raises:
        StaleEdit: The item, or what it stood under, is not there now.
        WrongParent: It cannot stand there.
    """
    changes = _moved(register, node_id, place)
    if changes:
        return Edit(Deed.RESTORE, changes)
    return _there_and_back(Edit(Deed.RESTORE, _moved(register, node_id, other)))


def settle_deletion(register: Register, node_id: NodeId, *, keep: bool) -> Edit:
    """Say whether an item stays that one has deleted while another worked with it.

    Raises:
        StaleEdit: It is not there now.
    """
    if node_id not in register:
        raise StaleEdit(node_id)
    gone = edits.delete(register, [node_id])
    return _there_and_back(gone) if keep else gone


def _there_and_back(edit: Edit) -> Edit:
    return Edit(Deed.RESTORE, edit.changes + edit.inverse().changes)


def _moved(register: Register, node_id: NodeId, place: Place) -> tuple[Change, ...]:
    node = register.get(node_id)
    if node is None or (place.parent is not None and place.parent not in register):
        raise StaleEdit(node_id)
    if node.place == place:
        return ()
    above = None if place.parent is None else register[place.parent]
    line = () if above is None else (above, *register.ancestors(above.id))
    if node in line or not may_stand_under(kind_of(node), kind_of(above) if above else None):
        raise WrongParent
    return (Moved(node, replace(node, place=place)),)
