"""A whole document as PDF, from cover to last page: the plan, or its follow-up."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

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
    carried = None
    if attachment is not None:
        carried = (f"{kind.value}.json", attachment, words.attachment)
    with _undisturbed():
        sheet = PaperSheet(composition.about(), composition.notes(), words)
        composition.write(sheet)
        return sheet.finished(composition.furniture(), carried)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without Python's search for dead circles.

    Nearly all that is made for a document lives until it is finished. To look through it again
    and again takes a sixth of the time and finds nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
