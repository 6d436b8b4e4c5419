"""A document as a Word file: what the composition writes, as paragraphs, tables and charts."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext

from typing_extensions import override

from qpdesk.domain.text import split_references
from qpdesk.report.charts import Chart
from qpdesk.report.cover_look import PICTURE_ROOM
from qpdesk.report.furniture import Furniture
from qpdesk.report.logo import ROOM as LOGO_ROOM
from qpdesk.report.looks import LANDSCAPE, MEASURE, PORTRAIT
from qpdesk.report.metadata import About
from qpdesk.report.passages import Look
from qpdesk.report.profile import PLAIN, Profile
from qpdesk.report.sheet import Front, Grid, Sheet
from qpdesk.report.word import cells, charts, edges, parts, styles
from qpdesk.report.word.drawings import Frame, as_png, picture
from qpdesk.report.word.flow import Edges, Flow, width_of
from qpdesk.report.word.front import Entry, Shown, contents_of, cover_of
from qpdesk.report.word.inline import Footnotes, Inline
from qpdesk.report.word.markup import DECLARATION, NAMESPACES, Paragraph, Relations
from qpdesk.report.word.tables import WordTable
from qpdesk.report.words import Words

_LOWEST = 6
_LOGO_NUMBER = 1000  # charts are numbered from 1
_FIRST_PLACE = 100_000  # bookmarks of headings are numbered from here, those of notes from 1


class WordSheet(Sheet):
    """A Word document on its way.

    Args:
        about: What the document says about itself.
        notes: The texts of its footnotes, by key.
        words: The language of the fixed texts.
        profile: The municipality's own look.
    """

    def __init__(
        self, about: About, notes: Mapping[str, str], words: Words, profile: Profile = PLAIN
    ) -> None:
        self._profile = profile
        self._about = about
        self._words = words
        self._relations = Relations()
        for kind in ("styles", "numbering", "settings", "footnotes"):
            self._relations.add(kind, f"{kind}.xml")
        self._notes = Footnotes(notes)
        self._inline = Inline(self._notes, self._relations)
        self._flow = Flow(self._edges())
        self._entries: list[Entry] = []
        self._charts: dict[str, str] = {}
        self._pictures: dict[str, bytes] = {}
        self._contents = 0
        self._level = 0
        self._headings = 0

    def _edges(self) -> Edges:
        add = self._relations.add
        return Edges(
            (add("header", "header1.xml"), add("footer", "footer1.xml")),
            (add("header", "header2.xml"), add("footer", "footer2.xml")),
            add("header", "header3.xml"),
        )

    @override
    def cover(self, front: Front) -> None:
        shown = Shown(self._logo(), self._cover_picture())
        for paragraph in cover_of(self._inline, front, self._profile, shown):
            self._flow.add(paragraph)
        self._contents = self._flow.add_xml("")
        self._flow.break_section()

    def _logo(self) -> str:
        """The run with the municipality's logo; "" for none."""
        logo = self._profile.logo
        if logo is None:
            return ""
        frame = Frame("Logotyp", _LOGO_NUMBER, *logo.fitted(*LOGO_ROOM), logo.alternative)
        return self._shown("media/logo.png", as_png(logo, self._profile.colour), frame)

    def _cover_picture(self) -> str:
        """The run with the cover's picture; "" for none."""
        shown = self._profile.cover.picture
        if shown is None:
            return ""
        size = shown.fitted(width_of(PORTRAIT), PICTURE_ROOM)
        frame = Frame("Omslagsbild", _LOGO_NUMBER + 1, *size, shown.alternative)
        return self._shown("media/omslag.jpeg", shown.jpeg, frame)

    def _shown(self, name: str, data: bytes, frame: Frame) -> str:
        self._pictures[name] = data
        return picture(frame, self._relations.add("image", name))

    @override
    def turn(self, size: tuple[float, float]) -> None:
        self._flow.turn(size)

    @override
    def section(self) -> AbstractContextManager[object]:
        return nullcontext()

    @override
    def heading(self, level: int, text: str, *, keep: float = 0, is_listed: bool = True) -> int:
        level = self._level = min(level, self._level + 1, _LOWEST)
        number = self._headings = self._headings + 1
        place, mark = f"_Toc{number:08}", f'w:id="{_FIRST_PLACE + number}"'
        title = "".join(piece for piece, _ in split_references(text))
        if is_listed:
            self._entries.append(Entry(level, title, place))
        style = f"Heading{level}" if is_listed else styles.unlisted_heading(level)
        runs = (
            f'<w:bookmarkStart {mark} w:name="{place}"/>{self._inline.runs(text)}'
            f"<w:bookmarkEnd {mark}/>"
        )
        self._flow.add(Paragraph(style, runs))
        return level

    @override
    def text(self, text: str, look: Look = Look.BODY, *, label: str = "") -> None:
        pair = cells.SMALL if look is Look.SMALL else cells.BODY
        for paragraph in cells.text(self._inline, text, pair, label):
            self._flow.add(paragraph)

    @override
    def chart(self, chart: Chart, alternative: str) -> None:
        number = len(self._charts) + 1
        name = f"charts/chart{number}.xml"
        outcome = self._words.outcome.format(unit="")
        self._charts[name] = charts.part(chart, outcome, self._about.language)
        relation = self._relations.add("chart", name)
        width = min(MEASURE, width_of(self._flow.size))
        runs = charts.drawing(relation, number, width, alternative)
        self._flow.add(Paragraph(styles.FIGURE, runs))

    @override
    def table(
        self, shares: Sequence[float], heads: Sequence[str], summary: str, width: float = 1
    ) -> Grid:
        room = width_of(self._flow.size) * width
        widths = [share * room for share in shares]
        return WordTable(self._flow, self._inline, widths, heads, summary)

    @override
    def space(self, height: float) -> None:
        """Styles have their room in Word."""

    @override
    def notes(self) -> None:
        """Word puts footnotes at the foot of their pages."""

    def finished(self, furniture: Furniture) -> dict[str, bytes]:
        """The parts of the file by name, the first one first; nothing can be written afterwards."""
        self._flow.replace(self._contents, [contents_of(self._words.contents, self._entries)])
        body = self._flow.xml()
        furniture = self._profile.dressed(furniture)
        upright, lying = width_of(PORTRAIT), width_of(LANDSCAPE)
        written = {
            "document.xml": f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body>"
            "</w:document>",
            "styles.xml": styles.styles(
                upright,
                self._about.language,
                self._profile.colour,
                self._profile.family or styles.FONT,
            ),
            "numbering.xml": styles.numbering(),
            "settings.xml": styles.settings(self._about.language),
            "footnotes.xml": self._notes.xml(),
            "header1.xml": edges.head(furniture, upright, 1),
            "header2.xml": edges.head(furniture, lying, 2),
            "header3.xml": edges.bare_head(furniture, 3),
            "footer1.xml": edges.foot(furniture, upright),
            "footer2.xml": edges.foot(furniture, lying),
            **self._charts,
            "_rels/document.xml.rels": self._relations.xml(),
            "_rels/footnotes.xml.rels": self._notes.relations.xml(),
        }
        return parts.together(written, self._about, self._pictures)
