"""What may leave the program: outcomes that too few answered for are taken out of every export."""

from qpdesk.domain.chart_words import SWEDISH
from qpdesk.domain.nodes import Node
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.rules import fewest_of
from qpdesk.domain.suppression import without_hidden


def presentable(register: Register) -> Register:
    """The register as others may see it; itself where no plan hides anything.

    A hidden outcome has a reason in the place of its figure; targets stay.
    """
    plans = [plan.id for plan in register.children()]
    if not any(fewest_of(register, plan) for plan in plans):
        return register
    return Register(node for plan in plans for node in _of_plan(register, plan))


def _of_plan(register: Register, plan: NodeId) -> list[Node]:
    nodes = [register[plan], *register.walk(plan)]
    return without_hidden(nodes, fewest_of(register, plan), SWEDISH.few)
