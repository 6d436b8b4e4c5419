"""Whole branches on their way to another place, in this register or out of another one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qpdesk.domain import edits, placing
from qpdesk.domain.changes import Added, Change, Deed, Edit, Moved, Replaced
from qpdesk.domain.errors import NowhereToMove, WrongParent
from qpdesk.domain.nodes import Footnote, Kind, Measure, Node, kind_of, may_stand_under, new_id
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.placing import Target
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.text import references, with_keys


@dataclass(frozen=True, slots=True)
class Branches:
    """Items, each before those below it, and the footnotes that their texts refer to."""

    nodes: tuple[Node, ...]
    notes: tuple[Footnote, ...] = ()

    @property
    def heads(self) -> tuple[Node, ...]:
        """The items that have none of the others above them."""
        ids = {node.id for node in self.nodes}
        return tuple(node for node in self.nodes if node.place.parent not in ids)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of the heads: what decides where the branches may stand."""
        return frozenset(kind_of(node) for node in self.heads)


def taken(
    register: Register, node_ids: Iterable[NodeId], kept: Collection[NodeId] | None = None
) -> Branches:
    """These items with all below them, in the order they stand; only those ``kept``, if given."""
    nodes: list[Node] = []
    for head in placing.heads(register, node_ids):
        below = (node for node in register.walk(head.id) if kept is None or node.id in kept)
        nodes += [head, *below]
    plans = {register.plan_of(node.id) for node in nodes}
    chosen = {node.id for node in nodes}
    wanted = {key for node in nodes for _, text in prose(node) for key in references(text)}
    notes = (
        note
        for plan in plans
        for note in register.children(plan, Kind.FOOTNOTE)
        if isinstance(note, Footnote) and note.key in wanted and note.id not in chosen
    )
    return Branches(tuple(nodes), tuple(notes))


def target_for(
    register: Register, kinds: Iterable[Kind], plan: NodeId, current: NodeId | None
) -> Target:
    """Where branches of these kinds go, seen from the item that has the focus (None: the plan).

    Last under it where all of them may stand; else right after it, or after what is above it.

    Raises:
        WrongParent: There is no such place there.
    """
    wanted = tuple(kinds)
    start = plan if current is None else current
    below: NodeId | None = None
    for node in (register[start], *register.ancestors(start)):
        if all(may_stand_under(kind, kind_of(node)) for kind in wanted):
            return node.id, None if below is None else _next(register, node.id, below)
        below = node.id
    raise _refused(wanted, kind_of(register[start]))


def paste(
    register: Register, branches: Branches, parent: NodeId, before: NodeId | None = None
) -> Edit:
    """Put copies under ``parent``, before a sibling or last. They get new ids; notes come along.

    Raises:
        WrongParent: One of them may not stand there.
    """
    expect_place(register, branches.heads, parent)
    fresh = {node.id: new_id() for node in branches.nodes}
    notes, keys = _notes_for(register, register.plan_of(parent), branches)
    copies = {node.id: _copy(register, node, fresh, keys) for node in branches.nodes}
    heads = [copies[node.id] for node in branches.heads]
    places = dict[NodeId, Place]()
    changes: list[Change] = [*notes]
    for node, place in placing.places_before(register, parent, before, heads):
        places[node.id] = place
        if node.id in register:  # a sibling that makes room
            changes.append(Moved(node, replace(node, place=place)))
    changes += (
        Added(replace(copy, place=places.get(copy.id, copy.place))) for copy in copies.values()
    )
    return Edit(Deed.PASTE, tuple(changes))


def carry(
    register: Register, node_ids: Sequence[NodeId], parent: NodeId, before: NodeId | None = None
) -> Edit:
    """Move items, with all below them, under ``parent``; notes follow into another plan.

    Raises:
        WrongParent: One of them may not stand there.
        NowhereToMove: There is nothing left of them.
    """
    heads = placing.heads(register, node_ids)
    if not heads:
        raise NowhereToMove
    expect_place(register, heads, parent)
    edit = edits.move(register, node_ids, parent, before)
    plan = register.plan_of(parent)
    if all(register.plan_of(head.id) == plan for head in heads):
        return edit
    branches = taken(register, node_ids)
    notes, keys = _notes_for(register, plan, branches)
    there = {change.after.id: change.after for change in edit.changes if isinstance(change, Moved)}
    now = (there.get(node.id, node) for node in branches.nodes)
    renamed = ((node, _with_keys(node, keys)) for node in now)
    follow = (Replaced(node, after) for node, after in renamed if node != after)
    return Edit(Deed.MOVE, (*notes, *edit.changes, *follow))


def expect_place(register: Register, heads: Iterable[Node], parent: NodeId) -> None:
    """See to it that all of these may stand under ``parent``.

    Raises:
        WrongParent: One may not; it knows which kinds.
    """
    above = kind_of(register[parent])
    kinds = dict.fromkeys(kind_of(node) for node in heads)
    if not all(may_stand_under(kind, above) for kind in kinds):
        raise _refused(kinds, above)


def _refused(kinds: Iterable[Kind], above: Kind) -> WrongParent:
    wrong = [kind for kind in kinds if not may_stand_under(kind, above)]
    return WrongParent(wrong[0], above) if wrong else WrongParent()


def _next(register: Register, parent: NodeId, sibling: NodeId) -> NodeId | None:
    ids = [node.id for node in register.children(parent)]
    row = ids.index(sibling) + 1
    return ids[row] if row < len(ids) else None


def _copy(
    register: Register, node: Node, fresh: Mapping[NodeId, NodeId], keys: Mapping[str, str]
) -> Node:
    """The item with its new id, and with references that lead where they should."""
    above = node.place.parent
    place = Place(None if above is None else fresh.get(above, above), node.place.key)
    copy = replace(_with_keys(node, keys), id=fresh[node.id], place=place)
    if isinstance(copy, Measure) and copy.status_reference:
        other = NodeId(copy.status_reference)
        there = fresh.get(other, other if other in register else NodeId(""))
        copy = replace(copy, status_reference=there)
    return copy


def _with_keys(node: Node, keys: Mapping[str, str]) -> Node:
    """The item with other marks for its notes."""
    if not keys:
        return node
    if isinstance(node, Footnote):
        node = replace(node, key=keys.get(node.key, node.key))
    texts = {name: with_keys(text, keys) for name, text in prose(node) if "[^" in text}
    return replace(node, **texts) if texts else node  # type: ignore[arg-type]  # they are texts


def _notes_for(
    register: Register, plan: NodeId, branches: Branches
) -> tuple[list[Added], dict[str, str]]:
    """The notes that the plan lacks, and which marks must be others there."""
    known = [n for n in register.children(plan, Kind.FOOTNOTE) if isinstance(n, Footnote)]
    by_key = {note.key: note for note in known}
    taken_keys = set(by_key)
    keys: dict[str, str] = {}
    fresh: list[Footnote] = []
    coming = [node for node in branches.nodes if isinstance(node, Footnote)]
    for note in (*branches.notes, *coming):
        same = note not in coming and _same_note(note, known)
        if isinstance(same, Footnote):
            key = same.key
        else:
            key = note.key if note.key not in taken_keys else _free(taken_keys)
            taken_keys.add(key)
            if note not in coming:
                fresh.append(replace(note, key=key))
        if key != note.key:
            keys[note.key] = key
    last = register.children(plan)[-1:]
    places = keys_after(last[0].place.key if last else "", len(fresh))
    added = [
        Added(replace(note, id=new_id(), place=Place(plan, place)))
        for note, place in zip(fresh, places, strict=True)
    ]
    return added, keys


def _same_note(note: Footnote, known: Iterable[Footnote]) -> Footnote | None:
    """The plan's own note that this is: itself, or one that says the same."""
    alike = [each for each in known if note.id == each.id or note.text == each.text]
    return next((each for each in alike if each.id == note.id), alike[0] if alike else None)


def _free(taken_keys: Collection[str]) -> str:
    return next(str(n) for n in range(1, len(taken_keys) + 2) if str(n) not in taken_keys)
