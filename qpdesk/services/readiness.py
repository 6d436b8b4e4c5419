"""What stops a document from being published: what the plan lacks, and what paper cannot show.

Figures need no looking at: their words are made from the numbers, and a logo without is refused.
"""

from collections.abc import Iterator

from qpdesk.domain.nodes import Document
from qpdesk.domain.order import NodeId
from qpdesk.domain.prose import prose
from qpdesk.domain.readiness import Finding, Matter, Severity, findings, in_reading_order
from qpdesk.domain.register import Register

__all__ = ["Finding", "Matter", "Severity", "what_stops"]


def what_stops(register: Register, plan_id: NodeId, document: Document) -> tuple[Finding, ...]:
    """All there is to look at before the plan or its follow-up goes out, in reading order."""
    found = [*findings(register, plan_id, document), *_unshowable(register, plan_id)]
    return in_reading_order(register, plan_id, found)


def _unshowable(register: Register, plan_id: NodeId) -> Iterator[Finding]:
    from qpdesk.report.faces import unshowable  # noqa: PLC0415 - loads ReportLab

    for node in (register[plan_id], *register.walk(plan_id)):
        for name, text in prose(node):
            if signs := unshowable(text):
                yield Finding(Matter.NO_GLYPH, Severity.WARN, node.id, name, signs)
