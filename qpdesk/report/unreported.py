"""What a plan's follow-up still lacks, area by area: a list to work through."""

from collections.abc import Sequence
from itertools import groupby

from qpdesk.domain.follow_up import Step, queue
from qpdesk.domain.nodes import (
    Area,
    Control,
    Footnote,
    Kind,
    Measure,
    Observation,
    Plan,
    PlanState,
    kind_of,
    title_of,
)
from qpdesk.domain.register import Register
from qpdesk.report.composition import title_of_report
from qpdesk.report.cover import front_of
from qpdesk.report.faces import printable
from qpdesk.report.furniture import Furniture
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.looks import PORTRAIT
from qpdesk.report.metadata import About
from qpdesk.report.passages import Content, Look, Row, Text
from qpdesk.report.sheet import Sheet
from qpdesk.report.words import Words

_SHARES = (0.5, 0.2, 0.3)


class Unreported:
    """The list of a plan, to be written on a sheet.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        progress: Told after each area.
        words: The language of the fixed texts.
    """

    def __init__(
        self, register: Register, plan: Plan, progress: Progress | None, words: Words
    ) -> None:
        self._register = register
        self._plan = plan
        self._progress = progress
        self._words = words
        self._title = title_of_report(plan, ReportKind.UNREPORTED, words)

    def write(self, sheet: Sheet) -> None:
        """Write the document, from the cover to the last text."""
        words, all_steps = self._words, queue(self._register, self._plan.id)
        sheet.cover(front_of(self._plan, self._title, words))
        sheet.turn(PORTRAIT)
        with sheet.section():
            sheet.heading(1, words.unreported)
            counts = {"waiting": len(all_steps.waiting), "all": len(all_steps.steps)}
            is_done = not all_steps.waiting
            sheet.text(words.all_reported if is_done else words.unreported_count.format(**counts))
            for place, steps in groupby(all_steps.waiting, self._place):
                self._table(sheet, place, list(steps))
                if self._progress:
                    self._progress(0, 1)
        if self._progress:
            self._progress(1, 1)

    def _place(self, step: Step) -> str:
        """The area that the item is in; indicators are a place of their own."""
        above = next(
            (node for node in self._register.ancestors(step.id) if isinstance(node, Area)), None
        )
        return above.title if above else self._words.indicators

    def _table(self, sheet: Sheet, place: str, steps: Sequence[Step]) -> None:
        words = self._words
        with sheet.section():
            sheet.heading(2, place)
            summary = words.unreported_table.format(area=place)
            table = sheet.table(_SHARES, words.unreported_columns, summary)
            for step in steps:
                table.add([self._row(step)], is_last=step is steps[-1])
            table.close()
            sheet.notes()

    def _row(self, step: Step) -> Row:
        node, words = self._register[step.id], self._words
        name = Text(self._name(step), Look.BODY, words.kinds[kind_of(node)])
        responsible = node.responsible if isinstance(node, Control | Measure) else ""
        missing = Text(", ".join(words.missing[lack] for lack in step.missing))
        return (
            Content((name,), is_head=True),
            Content((Text(responsible),) if responsible.strip() else ()),
            Content((missing,)),
        )

    def _name(self, step: Step) -> str:
        """The item's title; an outcome's is its indicator's and its period."""
        node = self._register[step.id]
        if not isinstance(node, Observation) or node.place.parent is None:
            return title_of(node)
        indicator = title_of(self._register[node.place.parent])
        return ", ".join(filter(None, (indicator, title_of(node))))

    def notes(self) -> dict[str, str]:
        """The texts of the plan's footnotes, by key."""
        nodes = self._register.children(self._plan.id, Kind.FOOTNOTE)
        return {note.key: note.text for note in nodes if isinstance(note, Footnote)}

    def about(self) -> About:
        """What the document says about itself."""
        author = printable(self._plan.municipality or self._plan.department)
        return About(printable(self._title), author, language=self._words.language)

    def furniture(self) -> Furniture:
        """What stands at the edges of its pages."""
        draft = self._words.draft if self._plan.state is PlanState.DRAFT else ""
        return Furniture(self._title, self._plan.municipality, "", self._words.page_of, draft)
