"""A whole document as PDF, from cover to last page: the plan, or its follow-up."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.report.composition import title_of_report
from qpdesk.report.compositions import Composed, compose
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.paper_sheet import PaperSheet, Written
from qpdesk.report.profile import PLAIN, Profile
from qpdesk.report.words import SWEDISH, Words
from qpdesk.report.writer import Attachment

__all__ = ["Written", "title_of_report", "write"]


def write(  # noqa: PLR0913 - three of them may be left out
    register: Register,
    plan: Plan,
    kind: ReportKind,
    *,
    progress: Progress | None = None,
    attachment: bytes | Sequence[bytes] = (),
    words: Words = SWEDISH,
    profile: Profile = PLAIN,
) -> Written:
    """Make a document of a plan: PDF/UA-1 and PDF/A-3a.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        attachment: The plan, or each plan of the year, in the open format, to be carried along.
        words: The language of the fixed texts.
        profile: The municipality's own look.
    """
    composition = compose(register, plan, kind, progress, words)
    carried = _carried(kind, attachment, words)
    with _undisturbed():
        return _written(composition, carried, words, profile)


def _written(
    composition: Composed, carried: Sequence[Attachment], words: Words, profile: Profile
) -> Written:
    """The document; all that was made on the way is let go of with this function."""
    sheet = PaperSheet(composition.about(), composition.notes(), words, profile)
    composition.write(sheet)
    return sheet.finished(composition.furniture(), carried)


def _carried(
    kind: ReportKind, attachment: bytes | Sequence[bytes], words: Words
) -> Sequence[Attachment]:
    files = [attachment] if isinstance(attachment, bytes) else attachment
    numbers = [f"-{number:02}" for number in range(1, len(files) + 1)] if len(files) > 1 else [""]
    return [
        Attachment(f"{kind.value}{number}.json", data, words.attachment)
        for number, data in zip(numbers, files, strict=False)
    ]


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
