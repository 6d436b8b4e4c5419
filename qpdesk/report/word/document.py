"""A whole document as the parts of a Word file."""

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.report.compositions import compose
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.profile import PLAIN, Profile
from qpdesk.report.word.word_sheet import WordSheet
from qpdesk.report.words import SWEDISH, Words


def write_word(  # noqa: PLR0913 - three of them may be left out
    register: Register,
    plan: Plan,
    kind: ReportKind,
    *,
    progress: Progress | None = None,
    words: Words = SWEDISH,
    profile: Profile = PLAIN,
) -> dict[str, bytes]:
    """Make a document of a plan: the parts of a Word file by name, in the order to pack them.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        words: The language of the fixed texts.
        profile: The municipality's own look.
    """
    composition = compose(register, plan, kind, progress, words)
    sheet = WordSheet(composition.about(), composition.notes(), words, profile)
    composition.write(sheet)
    return sheet.finished(composition.furniture())
