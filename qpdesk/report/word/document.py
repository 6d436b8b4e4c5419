"""A whole document as the parts of a Word file."""

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.report.compositions import compose
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.word.word_sheet import WordSheet
from qpdesk.report.words import SWEDISH, Words


def write_word(
    register: Register,
    plan: Plan,
    kind: ReportKind,
    *,
    progress: Progress | None = None,
    words: Words = SWEDISH,
) -> dict[str, bytes]:
    """Make a document of a plan: the parts of a Word file by name, in the order to pack them.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        words: The language of the fixed texts.
    """
    composition = compose(register, plan, kind, progress, words)
    sheet = WordSheet(composition.about(), composition.notes(), words)
    composition.write(sheet)
    return sheet.finished(composition.furniture())
