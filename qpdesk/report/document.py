"""A whole document, from cover to last page: the plan, or its follow-up."""

from collections.abc import Iterator
from dataclasses import dataclass

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
from qpdesk.report.canvas import TaggedCanvas
from qpdesk.report.columns import shares
from qpdesk.report.contents import write_contents
from qpdesk.report.cover import appendix_of, write_cover
from qpdesk.report.faces import Faces, embedded_font, printable
from qpdesk.report.furniture import Furniture, furnish
from qpdesk.report.indicators import indicators_of, write_indicators
from qpdesk.report.kinds import Progress, ReportKind
from qpdesk.report.looks import LANDSCAPE, PORTRAIT
from qpdesk.report.metadata import About, colour_profile
from qpdesk.report.notes import Notes
from qpdesk.report.paper import Paper
from qpdesk.report.typesetting import Typesetter
from qpdesk.report.words import SWEDISH, Words

_LEGEND_ORDER = (
    Status.COMPLETED,
    Status.ONGOING_NEXT_YEAR,
    Status.DISCONTINUED,
    Status.ONGOING,
    Status.NOT_STARTED,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A finished document.

    ``missing`` are the characters that no face could show; U+FFFD is printed for them, and the
    characters themselves stand in the text behind the page.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...]


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
    return _Report(register, plan, kind, progress or _silent, words).written(attachment)


def title_of_report(plan: Plan, kind: ReportKind, words: Words = SWEDISH) -> str:
    """What the document is called."""
    if kind is ReportKind.PLAN:
        return plan.title
    # "Kvalitetsplan 2022" goes on in a sentence; a name in capitals ("KVALITET") stays.
    title = plan.title
    if title[1:2].islower():
        title = title[0].lower() + title[1:]
    return plan.follow_up_title or words.follow_up_of.format(title=title)


def _silent(done: int, parts: int) -> None:
    del done, parts


class _Report:
    """One document on its way onto paper."""

    def __init__(
        self, register: Register, plan: Plan, kind: ReportKind, progress: Progress, words: Words
    ) -> None:
        self._register = register
        self._plan = plan
        self._kind = kind
        self._words = words
        self._title = title_of_report(plan, kind, words)
        self._canvas = TaggedCanvas(self._about(), colour_profile(), embedded_font())
        self._faces = Faces(self._canvas.document)
        notes = Notes(_footnotes(register, plan.id))
        self._paper = Paper(self._canvas, Typesetter(self._canvas, self._faces, words, notes))
        self._chapters = _chapters(register, plan.id, kind)
        self._progress = progress
        self._done = 0
        areas = register.children(plan.id, Kind.AREA)
        self._parts = len(self._chapters) + len(areas) + self._has(Holds.INDICATORS)

    def written(self, attachment: bytes | None) -> Written:
        """The finished document."""
        paper, words = self._paper, self._words
        write_cover(paper, self._plan, self._title)
        before_contents = self._canvas.tree.root.child("Sect")
        cover_pages = paper.page + 1
        paper.new_page(PORTRAIT)
        self._body()
        if self._kind is ReportKind.PLAN:
            self._unused_notes()
        write_contents(paper, before_contents, cover_pages)
        furnish(self._canvas, self._faces, self._furniture())
        if attachment is not None:
            name = f"{self._kind.value}.json"
            self._canvas.document.attach(name, attachment, "application/json", words.attachment)
        pages = len(self._canvas.pages)
        return Written(self._canvas.finished(), pages, tuple(sorted(self._faces.missing)))

    def _body(self) -> None:
        """The chapters with what they hold; what no chapter holds comes after the last one."""
        held = set()
        for chapter in self._chapters:
            level = self._chapter(chapter)
            if chapter.holds not in held:
                self._held(chapter.holds, level + 1)
            held.add(chapter.holds)
            self._step()
        for holds, title in (
            (Holds.AREAS, self._words.areas),
            (Holds.INDICATORS, self._words.indicators),
        ):
            if holds not in held and self._has(holds):
                self._paper.turn(LANDSCAPE if holds is Holds.AREAS else PORTRAIT)
                self._paper.heading(1, title)
                self._held(holds, 2)

    def _chapter(self, chapter: Chapter) -> int:
        """A chapter's heading and text; returns the heading's level."""
        paper = self._paper
        holds_tables = chapter.holds is Holds.AREAS and self._has(Holds.AREAS)
        paper.turn(LANDSCAPE if holds_tables else PORTRAIT)
        with paper.section():
            level = paper.heading(chapter.level, chapter.title)
            paper.text(chapter.text)
            paper.notes()
        return level

    def _has(self, holds: Holds) -> bool:
        kind = {Holds.AREAS: Kind.AREA, Holds.INDICATORS: Kind.INDICATOR}.get(holds)
        return kind is not None and bool(self._register.children(self._plan.id, kind))

    def _held(self, holds: Holds, level: int) -> None:
        match holds:
            case Holds.AREAS:
                self._areas(level)
            case Holds.INDICATORS:
                indicators = indicators_of(self._register, self._plan.id)
                write_indicators(self._paper, self._register, indicators, level, self._words)
                self._step()
            case Holds.NOTHING:
                pass

    def _areas(self, level: int) -> None:
        widths = shares(self._register, self._plan.id, self._kind)
        tables = AreaTables(self._paper, self._register, self._kind, widths, self._pulse)
        areas = self._register.children(self._plan.id, Kind.AREA)
        if areas and self._kind is ReportKind.FOLLOW_UP:
            self._paper.text(self._legend(), self._paper.styles.caption, label=self._words.legend)
        for area in areas:
            if isinstance(area, Area):
                tables.write(area, level)
            self._step()

    def _legend(self) -> str:
        blank = "\N{NO-BREAK SPACE}"
        return f" {2 * blank} ".join(
            f"{SYMBOLS[status]}{blank}{self._words.statuses[status].replace(' ', blank)}"
            for status in _LEGEND_ORDER
        )

    def _unused_notes(self) -> None:
        """Notes that no text of the plan refers to, so that they are not lost."""
        notes = _footnotes(self._register, self._plan.id)
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
            self._paper.turn(PORTRAIT)
            with self._paper.section():
                self._paper.heading(1, self._words.unused_notes)
                for text in unused:
                    self._paper.text(text)
                self._paper.notes()

    def _step(self) -> None:
        self._done = min(self._done + 1, self._parts)
        self._pulse()

    def _pulse(self) -> None:
        self._progress(self._done, self._parts)

    def _about(self) -> About:
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

    def _furniture(self) -> Furniture:
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


def _footnotes(register: Register, plan: NodeId) -> dict[str, str]:
    notes = register.children(plan, Kind.FOOTNOTE)
    return {note.key: note.text for note in notes if isinstance(note, Footnote)}


def _chapters(register: Register, plan: NodeId, kind: ReportKind) -> list[Chapter]:
    wanted = {Document.BOTH, Document.PLAN if kind is ReportKind.PLAN else Document.FOLLOW_UP}
    nodes = register.children(plan, Kind.CHAPTER)
    return [node for node in nodes if isinstance(node, Chapter) and node.document in wanted]


def _texts(node: Node) -> Iterator[str]:
    for name in FIELDS[kind_of(node)]:
        value = getattr(node, name)
        if isinstance(value, str):
            yield value
