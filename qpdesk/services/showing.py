"""What stands in a register, as plain values: to show, to pass on, and to choose a plan from."""

from dataclasses import dataclass

from qpdesk.domain.nodes import Chapter, Measure, Node, Plan, Risk, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import scalar
from qpdesk.domain.register import Register
from qpdesk.domain.tally import tally
from qpdesk.domain.text import folded

Values = dict[str, object]


@dataclass(frozen=True)
class NoSuchPlan(Exception):
    """No plan answers to what was asked for, or more than one does.

    ``plans`` are those to choose from; ``asked`` is "" when nothing was asked for.
    """

    asked: str
    plans: tuple[Plan, ...]


def plans(register: Register) -> tuple[Plan, ...]:
    """The plans, in order."""
    return tuple(node for node in register.children() if isinstance(node, Plan))


def find_plan(register: Register, asked: str | None) -> Plan:
    """The plan with this id or title (case and hyphens do not matter); the only one for None.

    Raises:
        NoSuchPlan: None, or more than one.
    """
    every = plans(register)
    if asked is None:
        found = every
    else:
        found = (
            tuple(plan for plan in every if plan.id == asked)
            or tuple(plan for plan in every if plan.title == asked)
            or tuple(plan for plan in every if folded(plan.title) == folded(asked))
        )
    if len(found) != 1:
        raise NoSuchPlan(asked or "", found or every)
    return found[0]


def as_values(register: Register, plan: Plan) -> Values:
    """A plan with its figures and its tree, for JSON."""
    figures = tally(register, plan.id)
    return {
        "id": plan.id,
        "title": plan.title,
        "year": plan.year,
        "state": scalar(plan.state),
        "counts": {kind.value: count for kind, count in sorted(figures.kinds.items())},
        "statuses": {status.value: count for status, count in sorted(figures.statuses.items())},
        "reported": figures.reported,
        "reportable": figures.reportable,
        "items": _children(register, plan.id),
    }


def _children(register: Register, parent: NodeId) -> list[Values]:
    return [
        _item(node) | {"items": _children(register, node.id)} for node in register.children(parent)
    ]


def _item(node: Node) -> Values:
    """What tells an item apart, and how it stands."""
    values: Values = {"kind": kind_of(node).value, "id": node.id, "title": title_of(node)}
    match node:
        case Risk() | Chapter():
            values["level"] = node.level
        case Measure():
            values["status"] = scalar(node.status)
        case _:
            pass
    return values
