"""The kvalitetsberättelse: chapters of its own, then what became of each plan of the year."""

from collections.abc import Sequence
from functools import partial

from qpdesk.domain.nodes import Chapter, Plan, PlanState
from qpdesk.domain.register import Register
from qpdesk.domain.year_report import free_chapters, with_notes_apart
from qpdesk.report.composition import Composition, title_of_report
from qpdesk.report.faces import printable
from qpdesk.report.furniture import Furniture
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.looks import PORTRAIT
from qpdesk.report.metadata import About
from qpdesk.report.sheet import Front, Sheet
from qpdesk.report.words import Words


class YearReport:
    """The report of a year, to be written on a sheet.

    Args:
        register: Where the plans' items are; is only read.
        plans: The plans of the year, at least one.
        progress: Told after each chapter, area and risk.
        words: The language of the fixed texts.
    """

    def __init__(
        self, register: Register, plans: Sequence[Plan], progress: Progress | None, words: Words
    ) -> None:
        self._plans = plans
        self._words = words
        self._title = title_of_report(plans[0], ReportKind.YEAR_REPORT, words)
        apart = with_notes_apart(register, plans)
        self._chapters = free_chapters(apart, plans)
        self._progress = progress
        self._parts = [
            Composition(apart, plan, ReportKind.FOLLOW_UP, partial(self._tell, number), words)
            for number, plan in enumerate(plans)
        ]

    def write(self, sheet: Sheet) -> None:
        """Write the document, from the cover to the last text."""
        sheet.cover(self._front())
        for chapter in self._chapters:
            self._chapter(sheet, chapter)
        for number, part in enumerate(self._parts):
            sheet.turn(PORTRAIT)
            with sheet.section():
                sheet.heading(1, part.title)
                part.body(sheet, 1)
            self._tell(number + 1)

    def _chapter(self, sheet: Sheet, chapter: Chapter) -> None:
        with sheet.section():
            sheet.heading(chapter.level, chapter.title)
            sheet.text(chapter.text)
            sheet.notes()

    def _tell(self, done: int, *_: int) -> None:
        if self._progress:
            self._progress(done, len(self._parts))

    def notes(self) -> dict[str, str]:
        """The texts of the plans' footnotes, by key."""
        return {key: text for part in self._parts for key, text in part.notes().items()}

    def about(self) -> About:
        """What the document says about itself."""
        author = self._said("municipality") or self._said("department")
        subject = ", ".join(plan.title for plan in self._plans)
        return About(
            printable(self._title), printable(author), printable(subject), self._words.language
        )

    def furniture(self) -> Furniture:
        """What stands at the edges of its pages."""
        words = self._words
        return Furniture(self._title, self._said("municipality"), "", words.page_of, self._draft())

    def _front(self) -> Front:
        words = self._words
        titles = ", ".join(plan.title for plan in self._plans)
        facts = (
            (words.committee, self._said("committee")),
            (words.department, self._said("department")),
            (words.plans, titles),
        )
        marks = tuple(filter(str.strip, [self._said("municipality")]))
        said = tuple((label, text) for label, text in facts if text.strip())
        return Front(self._title, marks, self._draft(), "", said)

    def _draft(self) -> str:
        is_draft = any(plan.state is PlanState.DRAFT for plan in self._plans)
        return self._words.draft if is_draft else ""

    def _said(self, name: str) -> str:
        """What the plans have in a field, each thing once."""
        texts: list[str] = [getattr(plan, name) for plan in self._plans]
        return ", ".join(dict.fromkeys(text for text in texts if text.strip()))
