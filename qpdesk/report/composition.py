"""What a document of a plan says, in order: which chapter, table and text comes when."""

from collections.abc import Iterator

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Document,
    Footnote,
    Holds,
    Kind,
    Node,
    Plan,
    PlanState,
    Status,
    kind_of,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from qpdesk.domain.text import references
from qpdesk.report.area_tables import AreaTables
from qpdesk.report.badges import SYMBOLS
from qpdesk.report.columns import shares
from qpdesk.report.cover import appendix_of, front_of
from qpdesk.report.faces import printable
from qpdesk.report.furniture import Furniture
from qpdesk.report.indicators import indicators_of, write_indicators
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.looks import LANDSCAPE, PORTRAIT
from qpdesk.report.metadata import About
from qpdesk.report.passages import Look
from qpdesk.report.risk_matrix import write_matrix
from qpdesk.report.sheet import Sheet
from qpdesk.report.words import SWEDISH, Words

_LEGEND_ORDER = (
    Status.COMPLETED,
    Status.ONGOING_NEXT_YEAR,
    Status.DISCONTINUED,
    Status.ONGOING,
    Status.NOT_STARTED,
)


def title_of_report(plan: Plan, kind: ReportKind, words: Words = SWEDISH) -> str:
    """What the document is called."""
    if kind is ReportKind.PLAN:
        return plan.title
    if kind is ReportKind.YEAR_REPORT:
        return words.year_report.format(year=plan.year or "").strip()
    # "Kvalitetsplan 2022" goes on in a sentence; a name in capitals ("KVALITET") stays.
    title = plan.title
    if title[1:2].islower():
        title = title[0].lower() + title[1:]
    if kind is ReportKind.UNREPORTED:
        return words.unreported_of.format(title=title)
    if kind is ReportKind.INDICATORS:
        return words.indicators_of.format(title=title)
    return plan.follow_up_title or words.follow_up_of.format(title=title)


def _silent(done: int, parts: int) -> None:
    del done, parts


class Composition:
    """One document of a plan, to be written on a sheet.

    Args:
        register: Where the plan's items are; is only read.
        plan: The plan.
        kind: Which document.
        progress: Told after each chapter, area and risk.
        words: The language of the fixed texts.
    """

    def __init__(
        self,
        register: Register,
        plan: Plan,
        kind: ReportKind,
        progress: Progress | None = None,
        words: Words = SWEDISH,
    ) -> None:
        self._register = register
        self._plan = plan
        self._kind = kind
        self._words = words
        self._title = title_of_report(plan, kind, words)
        self._chapters = _chapters(register, plan.id, kind)
        self._progress = progress or _silent
        self._done = 0
        areas = len(register.children(plan.id, Kind.AREA)) if self._has(Holds.AREAS) else 0
        self._parts = len(self._chapters) + areas + self._has(Holds.INDICATORS)

    @property
    def title(self) -> str:
        """What the document is called."""
        return self._title

    def write(self, sheet: Sheet) -> None:
        """Write the document, from the cover to the last text."""
        sheet.cover(front_of(self._plan, self._title, self._words))
        self.body(sheet)
        if self._kind is ReportKind.PLAN:
            self._unused_notes(sheet)

    def body(self, sheet: Sheet, below: int = 0) -> None:
        """The chapters with what they hold; what no chapter holds comes after the last one.

        Args:
            sheet: Where to.
            below: The level of the heading that all of it stands under.
        """
        held = set()
        for chapter in self._chapters:
            level = self._chapter(sheet, chapter, below)
            if chapter.holds not in held:
                self._held(sheet, chapter.holds, level + 1)
            held.add(chapter.holds)
            self._step()
        for holds, title in (
            (Holds.AREAS, self._words.areas),
            (Holds.INDICATORS, self._words.indicators),
        ):
            if holds not in held and self._has(holds):
                sheet.turn(LANDSCAPE if holds is Holds.AREAS else PORTRAIT)
                sheet.heading(below + 1, title)
                self._held(sheet, holds, below + 2)
        if self._kind is ReportKind.INDICATORS and not self._has(Holds.INDICATORS):
            sheet.turn(PORTRAIT)
            sheet.text(self._words.no_indicators)
            self._step()

    def _chapter(self, sheet: Sheet, chapter: Chapter, below: int) -> int:
        """A chapter's heading and text; returns the heading's level."""
        holds_tables = chapter.holds is Holds.AREAS and self._has(Holds.AREAS)
        sheet.turn(LANDSCAPE if holds_tables else PORTRAIT)
        with sheet.section():
            level = sheet.heading(below + chapter.level, chapter.title)
            sheet.text(chapter.text)
            sheet.notes()
        return level

    def _has(self, holds: Holds) -> bool:
        if holds is Holds.AREAS and self._kind is ReportKind.INDICATORS:
            return False
        kind = {Holds.AREAS: Kind.AREA, Holds.INDICATORS: Kind.INDICATOR}.get(holds)
        return kind is not None and bool(self._register.children(self._plan.id, kind))

    def _held(self, sheet: Sheet, holds: Holds, level: int) -> None:
        match holds:
            case Holds.AREAS:
                self._areas(sheet, level)
            case Holds.INDICATORS:
                indicators = indicators_of(self._register, self._plan.id)
                write_indicators(sheet, self._register, indicators, level, self._words)
                self._step()
            case Holds.NOTHING:
                pass

    def _areas(self, sheet: Sheet, level: int) -> None:
        widths = shares(self._register, self._plan.id, self._kind)
        tables = AreaTables(sheet, self._register, self._kind, widths, self._words, self._pulse)
        areas = self._register.children(self._plan.id, Kind.AREA)
        if areas and self._kind is ReportKind.FOLLOW_UP:
            sheet.text(self._legend(), Look.SMALL, label=self._words.legend)
        for area in areas:
            if isinstance(area, Area):
                tables.write(area, level)
            self._step()
        write_matrix(sheet, self._register, self._plan.id, level, self._words)

    def _legend(self) -> str:
        blank = "\N{NO-BREAK SPACE}"
        return f" {2 * blank} ".join(
            f"{SYMBOLS[status]}{blank}{self._words.statuses[status].replace(' ', blank)}"
            for status in _LEGEND_ORDER
        )

    def _unused_notes(self, sheet: Sheet) -> None:
        """Notes that no text of the plan refers to, so that they are not lost."""
        notes = self.notes()
        if not notes:
            return
        used = {
            key
            for node in (self._plan, *self._register.walk(self._plan.id))
            for text in _texts(node)
            for key in references(text)
        }
        unused = [text for key, text in notes.items() if key not in used]
        if unused:
            sheet.turn(PORTRAIT)
            with sheet.section():
                sheet.heading(1, self._words.unused_notes)
                for text in unused:
                    sheet.text(text)
                sheet.notes()

    def _step(self) -> None:
        self._done = min(self._done + 1, self._parts)
        self._pulse()

    def _pulse(self) -> None:
        self._progress(self._done, self._parts)

    def notes(self) -> dict[str, str]:
        """The texts of the plan's footnotes, by key."""
        nodes = self._register.children(self._plan.id, Kind.FOOTNOTE)
        return {note.key: note.text for note in nodes if isinstance(note, Footnote)}

    def about(self) -> About:
        """What the document says about itself."""
        plan, words = self._plan, self._words
        decision = plan.decision_date.isoformat() if plan.decision_date else ""
        facts = (
            (words.registry_number, plan.registry_number),
            (words.decision_date, decision),
            (words.decision_paragraph, plan.decision_paragraph),
        )
        subject = ", ".join(f"{label} {text}" for label, text in facts if text)
        author = plan.municipality or plan.department
        return About(printable(self._title), printable(author), printable(subject), words.language)

    def furniture(self) -> Furniture:
        """What stands at the edges of its pages."""
        plan, words = self._plan, self._words
        draft = words.draft if plan.state is PlanState.DRAFT else ""
        right = (appendix_of(plan, words), plan.municipality)
        left = (plan.registry_number, words.states[plan.state])
        return Furniture(
            self._title,
            " · ".join(filter(None, right)),
            " · ".join(filter(None, left)),
            words.page_of,
            draft,
        )


def _chapters(register: Register, plan: NodeId, kind: ReportKind) -> list[Chapter]:
    wanted = {Document.BOTH, Document.PLAN if kind is ReportKind.PLAN else Document.FOLLOW_UP}
    nodes = register.children(plan, Kind.CHAPTER)
    chapters = [node for node in nodes if isinstance(node, Chapter)]
    if kind is ReportKind.INDICATORS:
        return [chapter for chapter in chapters if chapter.holds is Holds.INDICATORS][:1]
    return [chapter for chapter in chapters if chapter.document in wanted]


def _texts(node: Node) -> Iterator[str]:
    for name in FIELDS[kind_of(node)]:
        value = getattr(node, name)
        if isinstance(value, str):
            yield value
