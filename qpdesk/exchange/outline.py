"""From a document's headings, texts and grids to a plan: which heading is a chapter, which an area.

The nearest heading above a plan table is its area. A heading with text of its own is a chapter, and
so is one with other headings below it. Below a heading about indicators, headings name groups.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from qpdesk.domain.nodes import Document, Holds, Kind
from qpdesk.domain.text import folded
from qpdesk.exchange.columns import Sort
from qpdesk.exchange.draft import Draft, planted, spots
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Reading, Spot
from qpdesk.exchange.front import is_front_matter, looks_like_title, read_front
from qpdesk.exchange.grids import GridReader, sort_of
from qpdesk.exchange.indicator_cards import fill_indicator, read_series
from qpdesk.exchange.pages import Block, Grid, Paragraph, Role
from qpdesk.exchange.reviews import is_legend
from qpdesk.exchange.word import Manuscript

_LOWEST_LEVEL = 3  # of a chapter
_LONGEST_HEADING = 120  # characters, of a bold line that serves as one
_FIRST_CHAPTER = "Inledning"  # for running text before any heading
_AREA_LABELS = {"Processägare": "owner", "Process och rutin": "routine"}
_EMPTY_AREA = "Här finns inga risker, egenkontroller eller åtgärder."
_MATRIX, _MATRIX_CORNER = "Riskmatris", "Sannolikhet och konsekvens"
_UNUSED_NOTES = "Noter utan hänvisning i texten"
_TREE_SORTS = frozenset({Sort.PLAN, Sort.REVIEW})


@dataclass(slots=True)
class _Section:
    """A heading (None before the first) and what stands below it, up to the next one."""

    heading: Paragraph | None
    level: int = 0
    texts: list[Paragraph] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.heading.text if self.heading else ""

    @property
    def role(self) -> Role:
        return self.heading.role if self.heading else Role.BODY

    @property
    def is_empty_area(self) -> bool:
        """Whether it is an area without a table, as this program prints it."""
        return bool(self.texts) and self.texts[-1].text == _EMPTY_AREA and not self.grids

    @property
    def is_matrix(self) -> bool:
        """Whether it is the risk matrix, as this program prints it."""
        heads = [grid.rows[0].cells[0].text for grid in self.grids if grid.rows]
        return self.title == _MATRIX and heads == [_MATRIX_CORNER]

    def has(self, sorts: Iterable[Sort]) -> bool:
        return bool({sort_of(grid) for grid in self.grids} & set(sorts))


def read_document(manuscript: Manuscript, name: str) -> Reading:
    """The plan that a Word document holds; ``name`` is its title where the document has none.

    Raises:
        ImportFailed: There is nothing of a plan in it.
    """
    findings = list(manuscript.findings)
    blocks = _without_contents(manuscript.blocks, findings)
    front, sections = _sections(_with_headings(blocks, findings))
    fields = read_front(front, (manuscript.title, name), findings)
    plan = Draft(Kind.PLAN, Spot(), fields)
    editor = _Editor(plan, sections, manuscript.notes, findings)
    editor.read_all()
    for key, text in manuscript.notes.items():
        plan.add(Kind.FOOTNOTE, Spot(), key=key, text=text)
    if not plan.children:
        raise ImportFailed(Reason.NOTHING_FOUND)
    return Reading(tuple(planted(plan, findings)), tuple(findings), spots(plan))


class _Editor:
    """Gives each section its part in the plan."""

    def __init__(
        self,
        plan: Draft,
        sections: list[_Section],
        notes: Iterable[str],
        findings: list[Finding],
    ) -> None:
        self._plan = plan
        self._notes = notes
        self._sections = sections
        self._findings = findings
        self._grids = GridReader(plan, findings)
        self._chapter: Draft | None = None
        self._held: set[Holds] = set()
        self._indicator_level = 0  # of the heading about indicators that we are below
        is_review = any(section.has({Sort.REVIEW}) for section in sections)
        self._document = Document.FOLLOW_UP if is_review else Document.PLAN

    def read_all(self) -> None:
        """Read the sections in order."""
        for number in range(len(self._sections)):
            self._read(number)
        self._grids.leave_group()

    def _read(self, number: int) -> None:
        section = self._sections[number]
        if section.level <= self._indicator_level:
            self._indicator_level = 0
        is_group = bool(self._indicator_level)
        if not is_group and "indikator" in folded(section.title):
            self._indicator_level = section.level
        if not self._read_ours(number):
            self._read_any(number, is_group=is_group)
            for grid in section.grids:
                self._grids.read(grid)

    def _read_any(self, number: int, *, is_group: bool) -> None:
        section = self._sections[number]
        if section.has(_TREE_SORTS):
            self._area(section)
        elif is_group or section.has({Sort.INDICATORS}):
            self._group(section)
        elif self._is_second_heading(number):
            self._findings.append(_finding(Code.TWO_HEADINGS, section))
            self._grids.enter_area(section.title, _spot(section))
        elif section.heading or section.texts:
            self._new_chapter(section, section.texts)

    def _read_ours(self, number: int) -> bool:
        """Read a section that only this program prints so; False for any other."""
        section = self._sections[number]
        if section.role is Role.INDICATOR:
            self._indicator(section)
        elif section.is_empty_area:
            self._area(section)
        elif self._indicator_level and self._heads_indicators(number):
            self._hold(Holds.INDICATORS)
            self._grids.enter_group(section.title, _spot(section))
        elif section.title == _UNUSED_NOTES:
            self._unused_notes(section)
        elif section.is_matrix:
            self._counted(section)
        else:
            return False
        return True

    def _area(self, section: _Section) -> None:
        """The section's heading is an area; text of its own makes it a chapter as well."""
        fields, texts = _area_fields(section)
        if texts:
            self._new_chapter(section, texts)
            self._findings.append(_finding(Code.HEADING_WITH_TEXT, section))
        self._hold(Holds.AREAS)
        if section.heading:
            self._grids.enter_area(section.title, _spot(section), fields)

    def _indicator(self, section: _Section) -> None:
        """The section is an indicator as this program prints them."""
        self._hold(Holds.INDICATORS)
        indicator = self._grids.add_indicator(section.title, _spot(section))
        fill_indicator(indicator, section.texts)
        for grid in section.grids:
            if not read_series(indicator, grid):
                self._grids.read(grid)

    def _heads_indicators(self, number: int) -> bool:
        """Whether the heading has nothing but indicators of ours below it."""
        section, below = self._sections[number], self._sections[number + 1 : number + 2]
        is_bare = not section.texts and not section.grids
        return is_bare and any(one.role is Role.INDICATOR for one in below)

    def _counted(self, section: _Section) -> None:
        """What this program counts by itself the next time: said, and left out."""
        texts = [section.title, *(line.text for line in section.texts)]
        rows = [row.text() for grid in section.grids for row in grid.rows]
        text = "\n".join([*texts, *rows])
        self._findings.append(Finding(Code.LEGEND, _spot(section), text))

    def _unused_notes(self, section: _Section) -> None:
        """Notes that nothing refers to, as this program prints them."""
        taken = [int(key) for key in self._notes if key.isdecimal()]
        for key, line in enumerate(section.texts, max(taken, default=0) + 1):
            text = f"- {line.text}" if line.bullet else line.text
            self._plan.add(Kind.FOOTNOTE, line.spot, key=str(key), text=text)

    def _group(self, section: _Section) -> None:
        """The section's heading names a group of indicators, in tables or lists."""
        below = bool(self._indicator_level)
        names = [line for line in section.texts if line.bullet and below]
        texts = [line for line in section.texts if line not in names]
        is_heading_itself = "indikator" in folded(section.title)
        if is_heading_itself or texts or not (names or section.grids):
            self._new_chapter(section, texts)
        self._hold(Holds.INDICATORS)
        group = "" if is_heading_itself else section.title
        self._grids.enter_group(group, _spot(section))
        for line in names:
            self._grids.add_indicator(line.text, line.spot)

    def _is_second_heading(self, number: int) -> bool:
        """Whether the heading stands right above another of its kind, which has the table."""
        section = self._sections[number]
        if section.texts or section.grids or number + 1 >= len(self._sections):
            return False
        below = self._sections[number + 1]
        return below.has(_TREE_SORTS) and below.level <= section.level

    def _new_chapter(self, section: _Section, texts: list[Paragraph]) -> None:
        lines = ((f"- {line.text}" if line.bullet else line.text) for line in texts)
        self._chapter = self._plan.add(
            Kind.CHAPTER,
            _spot(section),
            title=section.title or _FIRST_CHAPTER,
            level=max(1, min(section.level, _LOWEST_LEVEL)),
            text="\n".join(lines),
            document=self._document.value,
        )
        if section.heading is None:
            self._findings.append(Finding(Code.NO_HEADING, _spot(section), _FIRST_CHAPTER))

    def _hold(self, what: Holds) -> None:
        """The chapter right before the first table of a sort is printed with those tables."""
        if what not in self._held:
            self._held.add(what)
            if self._chapter and "holds" not in self._chapter.values:
                self._chapter.values["holds"] = what.value


def _without_contents(blocks: Iterable[Block], findings: list[Finding]) -> Iterator[Block]:
    """The blocks less the table of contents and the legend of marks, which we write ourselves."""
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.CONTENTS:
            findings.append(Finding(Code.CONTENTS, block.spot, block.text))
        elif isinstance(block, Paragraph) and is_legend(block.text):
            findings.append(Finding(Code.LEGEND, block.spot, block.text))
        else:
            yield block


def _with_headings(blocks: Iterable[Block], findings: list[Finding]) -> list[Block]:
    """The blocks; in a document without heading styles, short bold lines are its headings."""
    result = list(blocks)
    if any(isinstance(block, Paragraph) and block.heading for block in result):
        return result
    for number, block in enumerate(result):
        if isinstance(block, Paragraph) and _could_be_heading(block):
            result[number] = replace(block, heading=1)
            findings.append(Finding(Code.GUESSED_HEADING, block.spot, block.text))
    return result


def _could_be_heading(block: Paragraph) -> bool:
    short = len(block.text) <= _LONGEST_HEADING and not block.text.endswith((".", ":"))
    return block.strong and short and block.role is Role.BODY and not looks_like_title(block.text)


def _sections(blocks: list[Block]) -> tuple[list[Paragraph], list[_Section]]:
    """The title page's paragraphs, and the sections with levels that begin at 1."""
    front: list[Paragraph] = []
    sections = [_Section(None)]
    for number, block in enumerate(_title_first(blocks)):
        match block:
            case Grid():
                sections[-1].grids.append(block)
            case Paragraph(role=Role.TITLE):
                front.append(block)
            case Paragraph(heading=level) if level:
                sections.append(_Section(block, level))
            case _ if sections[-1].heading is None and is_front_matter(block) and number < 20:  # noqa: PLR2004
                front.append(block)
            case _:
                sections[-1].texts.append(block)
    top = min((section.level for section in sections if section.level), default=1)
    for section in sections:
        section.level = section.level - top + 1 if section.level else 0
    return front, [part for part in sections if part.heading or part.texts or part.grids]


def _title_first(blocks: list[Block]) -> list[Block]:
    """The blocks; a first heading that is the plan's title, alone on its level, becomes one."""
    headings = [block for block in blocks if isinstance(block, Paragraph) and block.heading]
    has_title = any(isinstance(block, Paragraph) and block.role is Role.TITLE for block in blocks)
    if has_title or len(headings) < 2 or not looks_like_title(headings[0].text):  # noqa: PLR2004
        return blocks
    first = headings[0]
    if any(other.heading <= first.heading for other in headings[1:]):
        return blocks
    as_title = replace(first, role=Role.TITLE, heading=0)
    return [as_title if block is first else block for block in blocks]


def _area_fields(section: _Section) -> tuple[dict[str, str], list[Paragraph]]:
    """The lines of an area that this program prints, and what else stands there."""
    fields: dict[str, str] = {}
    texts = []
    for line in section.texts:
        label, _, said = line.text.partition(": ")
        name = _AREA_LABELS.get(label, "")
        if name and name not in fields:
            fields[name] = said
        elif line.text != _EMPTY_AREA:
            texts.append(line)
    return fields, texts


def _spot(section: _Section) -> Spot:
    if section.heading:
        return section.heading.spot
    return section.texts[0].spot if section.texts else section.grids[0].spot


def _finding(code: Code, section: _Section) -> Finding:
    return Finding(code, _spot(section), section.title)
