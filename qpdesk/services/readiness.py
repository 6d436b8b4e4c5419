"""What stops a document from being published: what the plan lacks, and what paper cannot show.

Figures need no looking at: their words are made from the numbers, and a logo without is refused.
"""

from collections.abc import Iterator

from qpdesk.domain.nodes import Document, Indicator, Node, Observation, Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.prose import prose
from qpdesk.domain.readiness import (
    Finding,
    Matter,
    Severity,
    findings,
    in_reading_order,
    is_ready,
)
from qpdesk.domain.register import Register
from qpdesk.domain.year_report import plans_of_year
from qpdesk.services.printing import Report, ReportKind, part_of

__all__ = ["Finding", "Matter", "Severity", "is_ready", "what_stops", "what_stops_report"]


def what_stops(register: Register, plan_id: NodeId, document: Document) -> tuple[Finding, ...]:
    """All there is to look at before the plan or its follow-up goes out, in reading order."""
    found = [*findings(register, plan_id, document), *_unshowable(register, plan_id)]
    return in_reading_order(register, plan_id, found)


def what_stops_report(register: Register, report: Report) -> tuple[Finding, ...]:
    """All there is to look at before this document goes out, in reading order.

    Raises:
        KeyError: There is no such plan or area.
    """
    part = part_of(register, report)
    plan = part[report.plan]
    if report.kind is ReportKind.YEAR_REPORT and isinstance(plan, Plan):
        plans = plans_of_year(part, plan)
        return tuple(each for one in plans for each in what_stops(part, one.id, Document.FOLLOW_UP))
    document = Document.PLAN if report.kind is ReportKind.PLAN else Document.FOLLOW_UP
    found = what_stops(part, report.plan, document)
    return tuple(each for each in found if _is_printed(part[each.id], report.kind))


def _is_printed(node: Node, kind: ReportKind) -> bool:
    """Whether an item's own texts are what the document is about."""
    match kind:
        case ReportKind.INDICATORS:
            return isinstance(node, Plan | Indicator | Observation)
        case ReportKind.UNREPORTED:  # the document itself says what is lacking
            return isinstance(node, Plan)
        case _:
            return True


def _unshowable(register: Register, plan_id: NodeId) -> Iterator[Finding]:
    from qpdesk.report.faces import unshowable  # noqa: PLC0415 - loads ReportLab

    for node in (register[plan_id], *register.walk(plan_id)):
        for name, text in prose(node):
            if signs := unshowable(text):
                yield Finding(Matter.NO_GLYPH, Severity.WARN, node.id, name, signs)
