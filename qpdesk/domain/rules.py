"""What a förvaltning has set for its plans: the scale of the risks, the least number of answers.

It stands in each plan, so that it travels with the plan and last year's judgements keep the scale
they were made on; a window sets it for all plans at once.
"""

from dataclasses import replace

from qpdesk.domain.changes import Deed, Edit, Replaced
from qpdesk.domain.errors import ImpossibleScale, OutOfScale
from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.scale import STANDARD, Scale, read_scale, scale_text


def scale_of(register: Register, node_id: NodeId | None) -> Scale:
    """The scale of the plan that an item belongs to; the standard one when none can be read."""
    plan = None if node_id is None else register[register.plan_of(node_id)]
    if not isinstance(plan, Plan) or not plan.scale:
        return STANDARD
    try:
        return read_scale(plan.scale)
    except ImpossibleScale:  # an imported text; it stays, to be mended
        return STANDARD


def fewest_of(register: Register, node_id: NodeId) -> int:
    """The least number of answers that an outcome in the item's plan may be shown with."""
    plan = register[register.plan_of(node_id)]
    return (plan.fewest or 0) if isinstance(plan, Plan) else 0


def set_rules(register: Register, *, scale: Scale, fewest: int) -> Edit:
    """Give every plan this scale and least number of answers; no judgement is altered.

    Raises:
        OutOfScale: The number is below 0.
    """
    if fewest < 0:
        raise OutOfScale
    text = "" if scale == STANDARD else scale_text(scale)
    plans = [plan for plan in register.children() if isinstance(plan, Plan)]
    after = [replace(plan, scale=text, fewest=fewest or None) for plan in plans]
    changes = [Replaced(*both) for both in zip(plans, after, strict=True) if both[0] != both[1]]
    return Edit(Deed.CHANGE, tuple(changes), "scale, fewest")


def under_rules(register: Register, plan: Plan) -> Plan:
    """A plan that comes into the register: what it has not set itself is as in the plan before."""
    others = [other for other in register.children() if isinstance(other, Plan)]
    if not others:
        return plan
    last = others[-1]
    fewest = last.fewest if plan.fewest is None else plan.fewest
    return replace(plan, scale=plan.scale or last.scale, fewest=fewest)
