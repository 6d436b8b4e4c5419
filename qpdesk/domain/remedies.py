"""What answers a risk or a failed control: the measures that the plan has for it."""

from collections.abc import Iterator

from qpdesk.domain.nodes import Control, Judgement, Kind, Measure, NoMeasure, Result, Risk
from qpdesk.domain.order import NodeId
from qpdesk.domain.periods import in_order
from qpdesk.domain.register import Register
from qpdesk.domain.remaining import is_open


def results_of(register: Register, control: NodeId) -> list[Result]:
    """A control's results by period, the latest last."""
    nodes = register.children(control, Kind.RESULT)
    results = [node for node in nodes if isinstance(node, Result)]
    return in_order(results, lambda result: result.period)


def latest_results(register: Register, control: NodeId) -> list[Result]:
    """The latest result of each unit of the organisation."""
    latest = {result.organisational_unit: result for result in results_of(register, control)}
    return list(latest.values())


def is_deficient(register: Register, control: Control) -> bool:
    """Whether the latest result of some unit is judged as a deficiency (brist)."""
    return any(
        result.judgement is Judgement.DEFICIENT for result in latest_results(register, control.id)
    )


def measures_for(register: Register, node: Risk | Control) -> Iterator[Measure]:
    """The measures that answer a risk or control.

    They stand below it; for a control also straight under the same risk, where the printed tables
    show measures beside the control.
    """
    for below in register.walk(node.id):
        if isinstance(below, Measure):
            yield below
    parent = node.place.parent
    if isinstance(node, Control) and parent is not None and isinstance(register[parent], Risk):
        for beside in register.children(parent, Kind.MEASURE):
            if isinstance(beside, Measure):
                yield beside


def lacks_open_measure(register: Register, risk: Risk) -> bool:
    """Whether no measure on which work remains answers the risk."""
    return not any(is_open(measure) for measure in measures_for(register, risk))


def lacks_remedy(register: Register, control: Control) -> bool:
    """Whether a deficiency has neither a measure nor a reason why there is none."""
    return (
        is_deficient(register, control)
        and control.no_measure is NoMeasure.NONE
        and not any(measures_for(register, control))
    )
