"""A table in Word: its head marked as such, cells merged downwards, low rows kept whole."""

from collections.abc import Iterable, Sequence

from typing_extensions import override

from qpdesk.report.looks import SIDE_TINT
from qpdesk.report.passages import Content, Row, Text
from qpdesk.report.sheet import Grid
from qpdesk.report.word import styles
from qpdesk.report.word.cells import cell
from qpdesk.report.word.flow import Flow
from qpdesk.report.word.inline import Inline
from qpdesk.report.word.markup import Paragraph, attribute, hex_of, run, twips

_WHOLE = 600  # a row whose cells have fewer letters than that is not divided over pages


class WordTable(Grid):
    """A table on its way into the flow.

    Args:
        flow: Where it comes when it is closed.
        inline: What makes runs of its texts.
        widths: The columns' widths in points.
        heads: The columns' heads.
        summary: What it is about, for those who cannot see it.
    """

    def __init__(
        self,
        flow: Flow,
        inline: Inline,
        widths: Sequence[float],
        heads: Sequence[str],
        summary: str,
    ) -> None:
        self._flow = flow
        self._inline = inline
        self._widths = [twips(width) for width in widths]
        self._parts = [self._opening(summary), self._head_row(heads)]

    @override
    def add(self, rows: Sequence[Row], *, is_last: bool = False) -> None:
        self._parts += [self._row(row) for row in rows]

    @override
    def close(self) -> None:
        self._flow.add_xml("".join([*self._parts, "</w:tbl>"]))

    def _opening(self, summary: str) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.TABLE}"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f"<w:tblCaption w:val={attribute(summary)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def _head_row(self, heads: Sequence[str]) -> str:
        cells = "".join(
            self._cell(place, "", [Paragraph(styles.CELL_HEAD, run(text))])
            for place, text in enumerate(heads)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, row: Row) -> str:
        cells = "".join(self._content(place, content) for place, content in enumerate(row))
        is_low = all(_letters(content) < _WHOLE for content in row if content)
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if is_low else ""
        return f"<w:tr>{whole}{cells}</w:tr>"

    def _content(self, place: int, content: Content | None) -> str:
        tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{hex_of(SIDE_TINT)}"/>'
        look = "" if place else tint
        if content is None:
            return self._cell(place, f"<w:vMerge/>{look}", [Paragraph(styles.CELL, "")])
        merged = '<w:vMerge w:val="restart"/>' if content.rows > 1 else ""
        return self._cell(place, merged + look, cell(self._inline, content))

    def _cell(self, place: int, look: str, paragraphs: Iterable[Paragraph]) -> str:
        inside = "".join(paragraph.xml() for paragraph in paragraphs)
        width = f'<w:tcW w:w="{self._widths[place]}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{look}</w:tcPr>{inside}</w:tc>"


def _letters(content: Content) -> int:
    return sum(len(passage.text) for passage in content.passages if isinstance(passage, Text))
