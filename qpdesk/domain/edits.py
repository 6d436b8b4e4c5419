"""What a user may do, each as a function from the register to an edit. Nothing is done here.

Every function raises a kind of ``EditRefused`` when the rules do not allow it, and returns an edit
without changes when there is nothing to do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qpdesk.domain import placing
from qpdesk.domain.changes import Added, Deed, Edit, Moved, Removed, Replaced
from qpdesk.domain.errors import EmptyTitle, WrongParent
from qpdesk.domain.fields import with_field
from qpdesk.domain.forming import altered
from qpdesk.domain.nodes import (
    Area,
    Indicator,
    Kind,
    Measure,
    Node,
    Plan,
    Risk,
    Status,
    kind_of,
    may_stand_under,
    new_id,
)
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.record import FIELDS, Scalar, defaults, from_record
from qpdesk.domain.register import Register
from qpdesk.domain.rules import scale_of, under_rules
from qpdesk.domain.scale import STANDARD


def add(
    register: Register,
    kind: Kind,
    parent: NodeId | None,
    *,
    after: NodeId | None = None,
    **values: Scalar,
) -> Edit:
    """Add an item under ``parent``: right after the sibling ``after``, or last when it is None.

    ``values`` are fields by name as the user typed them. The new item is ``added(edit)``.
    """
    above = None if parent is None else kind_of(register[parent])
    if not may_stand_under(kind, above):
        raise WrongParent(kind, above)
    place = Place(parent, placing.key_after(register, parent, after))
    required = FIELDS[kind].keys() - defaults(kind).keys()
    if not required <= values.keys():
        raise EmptyTitle
    node = from_record(kind, new_id(), place, dict.fromkeys(required, "-"))
    for name, raw in values.items():
        node = with_field(node, name, raw, scale_of(register, parent))
    if isinstance(node, Plan):
        node = under_rules(register, node)
    return Edit(Deed.ADD, (Added(node),))


def added(edit: Edit) -> Node:
    """The first item that an edit adds."""
    return next(change.node for change in edit.changes if isinstance(change, Added))


def rename(register: Register, node_id: NodeId, title: str) -> Edit:
    """Give an item another title. An area's indicators follow, where they are grouped under it."""
    node = register[node_id]
    edit = change(register, [node_id], "title", title)
    followers: list[Replaced] = []
    if edit.changes and isinstance(node, Area):
        followers = [
            Replaced(indicator, with_field(indicator, "area", title))
            for indicator in register.children(node.place.parent, Kind.INDICATOR)
            if isinstance(indicator, Indicator) and indicator.area == node.title
        ]
    return Edit(Deed.RENAME, (*edit.changes, *followers))


def change(register: Register, node_ids: Iterable[NodeId], name: str, raw: Scalar) -> Edit:
    """Give a field of these items another value, as typed; items without the field are passed."""
    return _replaced(register, node_ids, {name: raw}, Deed.CHANGE)


def change_many(register: Register, node_id: NodeId, values: dict[str, Scalar]) -> Edit:
    """Give several fields of one item other values, in one edit."""
    return _replaced(register, [node_id], values, Deed.CHANGE)


def set_status(register: Register, node_ids: Iterable[NodeId], status: Status) -> Edit:
    """Give all these measures a status. Other kinds among them have none and are passed over."""
    return _with_status(_measures(register, node_ids), status)


def cycle_status(register: Register, node_ids: Iterable[NodeId]) -> Edit:
    """Move the measures on together: all get the status that follows the first one's."""
    measures = _measures(register, node_ids)
    return _with_status(measures, measures[0].status.next()) if measures else Edit(Deed.STATUS, ())


def delete(register: Register, node_ids: Iterable[NodeId]) -> Edit:
    """Take away items and all below them, the lowest first."""
    doomed: dict[NodeId, Node] = {}
    for node in _present(register, node_ids):
        doomed.update({node.id: node} | {below.id: below for below in register.walk(node.id)})
    depth = {node_id: len(list(register.ancestors(node_id))) for node_id in doomed}
    order = sorted(doomed.values(), key=lambda node: -depth[node.id])
    return Edit(Deed.DELETE, tuple(Removed(node) for node in order))


def move(
    register: Register,
    node_ids: Sequence[NodeId],
    parent: NodeId | None,
    before: NodeId | None = None,
) -> Edit:
    """Put items, with all below them, under ``parent``: before a sibling, or last when it is None.

    An item that stands below another of the items goes along with that one.
    """
    heads = placing.heads(register, node_ids)
    above = None if parent is None else kind_of(register[parent])
    for node in heads:
        if not may_stand_under(kind_of(node), above):
            raise WrongParent(kind_of(node), above)
    places = placing.places_before(register, parent, before, heads)
    return Edit(Deed.MOVE, tuple(Moved(node, replace(node, place=place)) for node, place in places))


def move_up(register: Register, node_ids: Sequence[NodeId]) -> Edit:
    """Put items one step earlier among their siblings."""
    return move(register, node_ids, *placing.above(register, node_ids))


def move_down(register: Register, node_ids: Sequence[NodeId]) -> Edit:
    """Put items one step later among their siblings."""
    return move(register, node_ids, *placing.below(register, node_ids))


def move_out(register: Register, node_ids: Sequence[NodeId]) -> Edit:
    """Put items right after their parent, one level up."""
    return move(register, node_ids, *placing.outside(register, node_ids))


def move_in(register: Register, node_ids: Sequence[NodeId]) -> Edit:
    """Put items last under the sibling before them."""
    return move(register, node_ids, *placing.inside(register, node_ids))


def graft(register: Register, nodes: Sequence[Node], deed: Deed, note: str = "") -> Edit:
    """Add whole branches that were made elsewhere, parents first, last under their parents.

    Ids that the register already has are made anew, here and in references to them.
    """
    fresh = {node.id: new_id() if node.id in register else node.id for node in nodes}
    last: dict[NodeId | None, str] = {}
    changes = []
    for branch in nodes:
        above = branch.place.parent
        parent = None if above is None else fresh.get(above, above)
        if parent not in last:
            siblings = register.children(parent) if parent is None or parent in register else ()
            last[parent] = siblings[-1].place.key if siblings else ""
        last[parent] = keys_after(last[parent], 1)[0]
        node = replace(branch, id=fresh[branch.id], place=Place(parent, last[parent]))
        if isinstance(node, Measure) and node.status_reference in fresh:
            node = replace(node, status_reference=fresh[NodeId(node.status_reference)])
        if isinstance(node, Plan):
            node = under_rules(register, node)
        changes.append(Added(node))
    return Edit(deed, tuple(changes), note)


def _replaced(
    register: Register, node_ids: Iterable[NodeId], values: dict[str, Scalar], deed: Deed
) -> Edit:
    changes = []
    for node in _present(register, node_ids):
        after = node
        scale = scale_of(register, node.id) if isinstance(node, Risk) else STANDARD
        for name, raw in values.items():
            if hasattr(node, name):
                after = with_field(after, name, raw, scale)
        if after != node:
            changes.append(Replaced(node, after))
    return Edit(deed, tuple(changes), ", ".join(values))


def _with_status(measures: Iterable[Measure], status: Status) -> Edit:
    changes = [
        Replaced(measure, altered(measure, {"status": status}))
        for measure in measures
        if measure.status is not status
    ]
    return Edit(Deed.STATUS, tuple(changes), "status")


def _measures(register: Register, node_ids: Iterable[NodeId]) -> list[Measure]:
    return [node for node in _present(register, node_ids) if isinstance(node, Measure)]


def _present(register: Register, node_ids: Iterable[NodeId]) -> list[Node]:
    return [register[node_id] for node_id in dict.fromkeys(node_ids) if node_id in register]
