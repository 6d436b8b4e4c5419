"""What may be done with whole plans: next year's from last year's, a copy, and what is closed."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Change, Deed, Edit, Removed, Replaced
from qpdesk.domain.errors import EmptyTitle, PlanClosed
from qpdesk.domain.nodes import Measure, Node, Plan, PlanState
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.text import one_line
from qpdesk.values import dataclass

if TYPE_CHECKING:
    from qpdesk.domain.year import Finding

NEXT_STATE = {
    PlanState.DRAFT: PlanState.ADOPTED,
    PlanState.ADOPTED: PlanState.FOLLOW_UP,
    PlanState.FOLLOW_UP: PlanState.CLOSED,
    PlanState.CLOSED: PlanState.FOLLOW_UP,
}
"""Where a plan goes from each state; a closed one can be opened again."""

_FREE = frozenset({Deed.RESTORE, Deed.JOIN})  # what was there comes back, or others have decided


@dataclass(frozen=True, slots=True)
class Begun:
    """A new plan as an edit, and what in it should be read again."""

    edit: Edit
    findings: "tuple[Finding, ...]"


def next_year(
    register: Register,
    plan_id: NodeId,
    staying: Collection[NodeId],
    *,
    title: str,
    close: bool = False,
) -> Begun:
    """Next year's plan from this one, as ``year.new_year`` makes it, under a title of its own.

    Args:
        register: Where both are; it is only read.
        plan_id: Last year's plan.
        staying: The items that do not follow.
        title: What the new plan is called.
        close: Whether last year's plan becomes closed by the same edit.

    Raises:
        EmptyTitle: The title says nothing.
    """
    from qpdesk.domain.year import new_year  # noqa: PLC0415 - once a year, and not at start

    made = new_year(register, plan_id, staying)
    head = _titled(made.nodes[0], title)
    edit = _grafted(register, [head, *made.nodes[1:]], _title_of(register, plan_id))
    old = register[plan_id]
    if close and isinstance(old, Plan) and old.state is not PlanState.CLOSED:
        changes = (*edit.changes, Replaced(old, replace(old, state=PlanState.CLOSED)))
        edit = replace(edit, changes=changes)
    findings = (found for found in made.findings if (found.id, found.field) != (head.id, "title"))
    return Begun(edit, tuple(findings))


def duplicate(register: Register, plan_id: NodeId, title: str) -> Edit:
    """A copy of a plan with all that stands in it, as a draft that nobody has decided on.

    Raises:
        EmptyTitle: The title says nothing.
    """
    head = _titled(register[plan_id], title)
    if isinstance(head, Plan):
        head = replace(
            head,
            state=PlanState.DRAFT,
            registry_number="",
            decision_date=None,
            decision_paragraph="",
        )
    nodes = [head, *register.walk(plan_id)]
    return _grafted(register, nodes, _title_of(register, plan_id))


def refuse_closed(register: Register, edit: Edit) -> None:
    """A closed plan is only read; its own fields can be changed, and it can go or come as a whole.

    Raises:
        PlanClosed: The edit would change something in one.
    """
    if edit.deed in _FREE or not any(_is_closed(plan) for plan in register.children()):
        return
    leaving = {change.node.id for change in edit.changes if isinstance(change, Removed)}
    for change in edit.changes:
        for plan_id in _touched(register, change) - leaving:
            if _is_closed(register[plan_id]):
                raise PlanClosed


def _touched(register: Register, change: Change) -> set[NodeId]:
    """The plans, among those that are there, in whose contents something is changed."""
    match change:
        case Added(node) | Removed(node):
            places = [node.place.parent]
        case Replaced(before, _):
            places = [before.place.parent]
        case moved:
            places = [moved.before.place.parent, moved.after.place.parent]
    return {register.plan_of(above) for above in places if above is not None and above in register}


def _is_closed(node: Node) -> bool:
    return isinstance(node, Plan) and node.state is PlanState.CLOSED


def _titled(node: Node, title: str) -> Plan:
    if not isinstance(node, Plan):
        raise TypeError(node.id)
    if not (words := one_line(title)):
        raise EmptyTitle
    return replace(node, title=words)


def _title_of(register: Register, plan_id: NodeId) -> str:
    plan = register[plan_id]
    return plan.title if isinstance(plan, Plan) else ""


def _grafted(register: Register, nodes: list[Node], note: str) -> Edit:
    """The nodes as one edit; a reference to an item that is not among them is let go."""
    edit = edits.graft(register, nodes, Deed.ADD, note)
    there = {change.node.id for change in edit.changes if isinstance(change, Added)}
    changes = tuple(
        Added(_without_reference(change.node, there)) if isinstance(change, Added) else change
        for change in edit.changes
    )
    return replace(edit, changes=changes)


def _without_reference(node: Node, there: Collection[str]) -> Node:
    if isinstance(node, Measure) and node.status_reference and node.status_reference not in there:
        return replace(node, status_reference="")
    return node
