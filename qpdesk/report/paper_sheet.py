"""A document as PDF: what the composition writes, set and put on paper."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from typing_extensions import override

from qpdesk.report.canvas import TaggedCanvas
from qpdesk.report.charts import HEIGHT, Chart, Drawing
from qpdesk.report.contents import write_contents
from qpdesk.report.cover import write_cover
from qpdesk.report.faces import Faces, embedded_font
from qpdesk.report.furniture import Furniture, furnish
from qpdesk.report.looks import PORTRAIT
from qpdesk.report.metadata import About, colour_profile
from qpdesk.report.notes import Notes
from qpdesk.report.paper import Paper
from qpdesk.report.passages import Look
from qpdesk.report.profile import PLAIN, Profile
from qpdesk.report.sheet import Front, Grid, Sheet
from qpdesk.report.table import Table
from qpdesk.report.typesetting import Typesetter
from qpdesk.report.words import Words
from qpdesk.report.writer import Attachment

_TABLE_HEAD = 85.0  # a chart's table begins on the same page


@dataclass(frozen=True, slots=True)
class Written:
    """A finished document.

    ``missing`` are the characters that no face could show; U+FFFD is printed for them, and the
    characters themselves stand in the text behind the page.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...]


class PaperSheet(Sheet):
    """A PDF on its way.

    Args:
        about: What the document says about itself.
        notes: The texts of its footnotes, by key.
        words: The language of the fixed texts.
        profile: The municipality's own look.
    """

    def __init__(
        self,
        about: About,
        notes: Mapping[str, str],
        words: Words,
        profile: Profile = PLAIN,
    ) -> None:
        self._profile = profile
        self._canvas = TaggedCanvas(about, colour_profile(), embedded_font())
        self._faces = Faces(self._canvas.document, profile.fonts)
        setter = Typesetter(self._canvas, self._faces, words, Notes(notes), profile.colour)
        self._paper = Paper(self._canvas, setter)
        self._before_contents = self._canvas.tree.root
        self._cover_pages = 0

    @override
    def cover(self, front: Front) -> None:
        write_cover(self._paper, front, self._profile.logo, self._profile.cover)
        self._before_contents = self._canvas.tree.root.child("Sect")
        self._cover_pages = self._paper.page + 1
        self._paper.new_page(PORTRAIT)

    @override
    def turn(self, size: tuple[float, float]) -> None:
        self._paper.turn(size)

    @override
    def section(self) -> AbstractContextManager[object]:
        return self._paper.section()

    @override
    def heading(self, level: int, text: str, *, is_listed: bool = True) -> int:
        return self._paper.heading(level, text, is_listed=is_listed)

    @override
    def text(self, text: str, look: Look = Look.BODY, *, label: str = "") -> None:
        if look is Look.SMALL:
            self._paper.caption(text, label=label)
        else:
            self._paper.text(text, label=label)

    @override
    def chart(self, chart: Chart, alternative: str) -> None:
        paper = self._paper
        drawing = Drawing(chart, paper.styles.body.face)
        paper.need(HEIGHT + _TABLE_HEAD)
        paper.figure(HEIGHT, alternative, lambda x, y: drawing.draw(x, y, paper.measure))

    @override
    def table(
        self, shares: Sequence[float], heads: Sequence[str], summary: str, width: float = 1
    ) -> Grid:
        widths = [share * self._paper.width * width for share in shares]
        return Table(self._paper, widths, heads, summary)

    @override
    def space(self, height: float) -> None:
        self._paper.space(height)

    @override
    def notes(self) -> None:
        self._paper.notes()

    def finished(self, furniture: Furniture, attachments: Sequence[Attachment] = ()) -> Written:
        """The document; nothing can be written on it afterwards.

        Args:
            furniture: What stands at the edges of its pages.
            attachments: What is carried along.
        """
        write_contents(self._paper, self._before_contents, self._cover_pages)
        furnish(self._canvas, self._faces, self._profile.dressed(furniture))
        self._canvas.document.attach(attachments)
        pages = len(self._canvas.pages)
        return Written(self._canvas.finished(), pages, tuple(sorted(self._faces.missing)))
