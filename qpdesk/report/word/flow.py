"""The body of a Word document: blocks one after another, in sections of upright or lying pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from qpdesk.report.looks import PORTRAIT
from qpdesk.report.word.markup import Paragraph, twips
from qpdesk.report.word.styles import GAP

_LYING = ' w:orient="landscape"'
SIDE, TOP, FOOT, EDGE = 56.7, 68.0, 56.7, 30.0  # 2 cm beside the text; head and foot at EDGE


def width_of(size: tuple[float, float]) -> float:
    """The width between the margins of a page."""
    return size[0] - 2 * SIDE


@dataclass(frozen=True, slots=True)
class Edges:
    """The ids of heads and feet: of upright pages, of lying pages, and the first page's head."""

    upright: tuple[str, str]
    lying: tuple[str, str]
    first: str


class Flow:
    """The blocks so far.

    Args:
        edges: The heads and feet of the pages.
    """

    def __init__(self, edges: Edges) -> None:
        self.size = PORTRAIT
        self._edges = edges
        self._blocks: list[Paragraph | str] = []
        self._start = 0  # of the section
        self._sections = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in this section yet."""
        return len(self._blocks) == self._start

    def add(self, paragraph: Paragraph) -> None:
        """Put a paragraph last."""
        self._blocks.append(paragraph)

    def add_xml(self, xml: str) -> int:
        """Put a block that is no paragraph last, and a gap below: Word joins tables that meet.

        Returns:
            The block's number, for ``replace``.
        """
        self._blocks += [xml, Paragraph(GAP, "")]
        return len(self._blocks) - 2

    def replace(self, number: int, blocks: Sequence[str]) -> None:
        """Put others in a block's place, when what they say is known."""
        self._blocks[number] = "".join(blocks)

    def turn(self, size: tuple[float, float]) -> None:
        """Go on on pages of this size."""
        if size != self.size and not self.is_empty:
            self.break_section()
        self.size = size

    def break_section(self) -> None:
        """End the section; the next begins on a new page."""
        last = self._blocks[-1]
        assert isinstance(last, Paragraph)  # noqa: S101 - blocks that are none have a gap below
        last.section = self._section()
        self._start = len(self._blocks)

    def xml(self) -> str:
        """The body's content."""
        if self.is_empty:
            self._blocks.append(Paragraph(GAP, ""))
        blocks = (block if isinstance(block, str) else block.xml() for block in self._blocks)
        return "".join(blocks) + self._section()

    def _section(self) -> str:
        width, height = self.size
        is_lying = width > height
        head, foot = self._edges.lying if is_lying else self._edges.upright
        first = not self._sections
        self._sections += 1
        return (
            "<w:sectPr>"
            + (f'<w:headerReference w:type="first" r:id="{self._edges.first}"/>' if first else "")
            + f'<w:headerReference w:type="default" r:id="{head}"/>'
            f'<w:footerReference w:type="default" r:id="{foot}"/><w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"'
            f"{_LYING if is_lying else ''}/>"
            f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(SIDE)}" w:bottom="{twips(FOOT)}" '
            f'w:left="{twips(SIDE)}" w:header="{twips(EDGE)}" w:footer="{twips(EDGE)}" '
            'w:gutter="0"/><w:cols w:space="720"/>'
            + ("<w:titlePg/>" if first else "")
            + "</w:sectPr>"
        )
