"""The numbers of a plan's footnotes, as its documents print them."""

from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.report.kinds import ReportKind
from qpdesk.services.discretion import presentable


def note_numbers(register: Register, plan_id: NodeId) -> dict[str, int]:
    """The number of each note in the plan; of one that only the follow-up has, in that.

    Args:
        register: Where the plan's items are; is only read.
        plan_id: The plan.

    Raises:
        KeyError: There is no such plan.
    """
    from qpdesk.report.numbering import note_numbers as numbers_in  # noqa: PLC0415 - not at start

    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    shown = presentable(register)
    kinds = (ReportKind.FOLLOW_UP, ReportKind.PLAN)
    return {key: n for kind in kinds for key, n in numbers_in(shown, plan, kind).items()}
