"""How running text looks while it is written: headings by level, links, misspelt words."""

from PySide6.QtGui import QFont, QGuiApplication, QPalette, QTextCharFormat
from typing_extensions import override

from qpdesk.domain.addresses import split_addresses
from qpdesk.domain.running_text import Shape
from qpdesk.gui.looks.proofreader import Proofreader
from qpdesk.gui.views.writing.marks import shape_of

_SIZES = {Shape.HEADING_1: 1.5, Shape.HEADING_2: 1.25, Shape.HEADING_3: 1.05}
"""Of headings, to the size of the text."""


class WrittenLooks(Proofreader):
    """Paints over the sheet; nothing of it is in the text."""

    @override
    def highlightBlock(self, text: str) -> None:
        shape = shape_of(self.currentBlock())
        if shape in _SIZES:
            font = QFont(self.document().defaultFont())
            font.setPointSizeF(font.pointSizeF() * _SIZES[shape])
            font.setBold(True)
            look = QTextCharFormat()
            look.setFont(font)
            self.setFormat(0, _size(text), look)
        self._mark_links(text)
        super().highlightBlock(text)

    def _mark_links(self, text: str) -> None:
        if "@" not in text and "http" not in text:
            return
        start = 0
        for piece, address in split_addresses(text):
            size = _size(piece)
            if address:
                look = QTextCharFormat(self.format(start))
                look.setForeground(QGuiApplication.palette().color(QPalette.ColorRole.Link))
                look.setFontUnderline(True)
                self.setFormat(start, size, look)
            start += size


def _size(text: str) -> int:
    """How long a text is as Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
