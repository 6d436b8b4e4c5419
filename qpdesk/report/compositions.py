"""What each kind of document says: the composition for it."""

from typing import Protocol

from qpdesk.domain.nodes import Plan
from qpdesk.domain.register import Register
from qpdesk.domain.year_report import plans_of_year
from qpdesk.report.composition import Composition
from qpdesk.report.furniture import Furniture
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.metadata import About
from qpdesk.report.sheet import Sheet
from qpdesk.report.unreported import Unreported
from qpdesk.report.words import SWEDISH, Words
from qpdesk.report.year_report import YearReport


class Composed(Protocol):
    """A document, to be written on a sheet."""

    def write(self, sheet: Sheet) -> None:
        """Write it, from the cover to the last text."""

    def notes(self) -> dict[str, str]:
        """The texts of its footnotes, by key."""

    def about(self) -> About:
        """What it says about itself."""

    def furniture(self) -> Furniture:
        """What stands at the edges of its pages."""


def compose(
    register: Register,
    plan: Plan,
    kind: ReportKind,
    progress: Progress | None = None,
    words: Words = SWEDISH,
) -> Composed:
    """The document of a plan, or of all plans of its year.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        words: The language of the fixed texts.
    """
    match kind:
        case ReportKind.PLAN | ReportKind.FOLLOW_UP | ReportKind.INDICATORS:
            return Composition(register, plan, kind, progress, words)
        case ReportKind.UNREPORTED:
            return Unreported(register, plan, progress, words)
        case ReportKind.YEAR_REPORT:
            return YearReport(register, plans_of_year(register, plan), progress, words)
