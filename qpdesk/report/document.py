"""A whole document as PDF, from cover to last page: the plan, or its follow-up."""

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.report.composition import Composition, title_of_report
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.paper_sheet import PaperSheet, Written
from qpdesk.report.words import SWEDISH, Words

__all__ = ["Written", "title_of_report", "write"]


def write(  # noqa: PLR0913 - three of them may be left out
    register: Register,
    plan: Plan,
    kind: ReportKind,
    *,
    progress: Progress | None = None,
    attachment: bytes | None = None,
    words: Words = SWEDISH,
) -> Written:
    """Make a document of a plan: PDF/UA-1 and PDF/A-3a.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        attachment: The plan in the open format, to be carried along.
        words: The language of the fixed texts.
    """
    composition = Composition(register, plan, kind, progress, words)
    sheet = PaperSheet(composition.about(), composition.notes(), words)
    composition.write(sheet)
    carried = None
    if attachment is not None:
        carried = (f"{kind.value}.json", attachment, words.attachment)
    return sheet.finished(composition.furniture(), carried)
