"""A part of a plan by itself: one area, or what concerns one unit of the organisation.

A part is a register of its own with the same items, so that whatever prints, counts or exports a
plan does the same with a part of it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Holds,
    Indicator,
    Kind,
    Measure,
    Node,
    Observation,
    Plan,
    Result,
    title_of,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.text import folded, references

_Wanted = Callable[[Node], bool]


def one_area(register: Register, area_id: NodeId) -> Register:
    """The plan of an area with that area alone, and the indicators that go by its name.

    Raises:
        KeyError: There is no such area.
    """
    area = register[area_id]
    if not isinstance(area, Area):
        raise KeyError(area_id)
    name = folded(area.title)
    inside = {area_id, *(node.id for node in register.walk(area_id))}

    def is_wanted(node: Node) -> bool:
        match node:
            case Indicator():
                return folded(node.area) == name
            case Observation():
                return any(is_wanted(above) for above in register.ancestors(node.id))
            case _:
                return node.id in inside

    return _part(register, register.plan_of(area_id), area.title, is_wanted)


def units(register: Register, plan_id: NodeId) -> tuple[str, ...]:
    """The units of the organisation that the plan's results and outcomes name, in reading order."""
    named = dict.fromkeys(
        node.organisational_unit
        for node in register.walk(plan_id)
        if isinstance(node, Result | Observation) and node.organisational_unit.strip()
    )
    return tuple(named)


def one_unit(register: Register, plan_id: NodeId, unit: str) -> Register:
    """The plan with what one unit answers for: its results and outcomes, and no other unit's.

    Controls and measures stay if the unit has a result there or is named among their responsible.
    """
    name = folded(unit)

    def is_wanted(node: Node) -> bool:
        match node:
            case Result() | Observation():
                return folded(node.organisational_unit) == name
            case Control():
                return name in folded(node.responsible) or _has(node, Kind.RESULT)
            case Measure():
                above = register[node.place.parent] if node.place.parent else node
                is_answer = isinstance(above, Control) and is_wanted(above)
                return name in folded(node.responsible) or is_answer
            case Indicator():
                return _has(node, Kind.OBSERVATION)
            case _:
                return False

    def _has(node: Node, kind: Kind) -> bool:
        return any(is_wanted(below) for below in register.children(node.id, kind))

    return _part(register, plan_id, unit, is_wanted)


def _part(register: Register, plan_id: NodeId, name: str, is_wanted: _Wanted) -> Register:
    """The plan under a name of its own, with the wanted items and what stands above them."""
    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    kept: dict[NodeId, Node] = {}
    for node in register.walk(plan_id):
        if _is_frame(node) or is_wanted(node):
            above = [each for each in register.ancestors(node.id) if each.id != plan_id]
            kept |= {each.id: each for each in (*above, node)}
    named = replace(
        plan,
        title=_with(plan.title, name),
        follow_up_title=_with(plan.follow_up_title, name) if plan.follow_up_title else "",
    )
    whole = [named, *(_explained(node, register, kept) for node in kept.values())]
    return Register([*whole, *_notes(register, plan_id, whole)])


def _with(title: str, name: str) -> str:
    return f"{title} \N{EN DASH} {name}"


def _is_frame(node: Node) -> bool:
    """Chapters without tables speak of the whole plan."""
    return isinstance(node, Chapter) and node.holds is not Holds.NOTHING


def _explained(node: Node, register: Register, kept: dict[NodeId, Node]) -> Node:
    """A measure that is explained by an item outside the part says that item's name itself."""
    if not isinstance(node, Measure) or node.status_reference in {"", *kept}:
        return node
    other = register.get(node.status_reference)
    if other is None:
        return node
    reason = f"{node.status_reason} ({title_of(other)})".strip()
    return replace(node, status_reason=reason, status_reference="")


def _notes(register: Register, plan_id: NodeId, whole: list[Node]) -> Iterator[Footnote]:
    """The notes that the part refers to, and those that these refer to."""
    notes = {
        note.key: note
        for note in register.children(plan_id, Kind.FOOTNOTE)
        if isinstance(note, Footnote)
    }
    wanted = [key for node in whole for _, text in prose(node) for key in references(text)]
    while wanted:
        note = notes.pop(wanted.pop(), None)
        if note is not None:
            yield note
            wanted += references(note.text)
