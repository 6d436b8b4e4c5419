"""A proof on its way to a printer, page by page at the printer's own resolution."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from qpdesk.gui.reader import Reader, Urgency

if TYPE_CHECKING:
    from qpdesk.services.proofs import Pixels, Proof

_SHARPEST = 600  # dots an inch; text is no clearer at more
_ROWS = 600  # of a page at a time: a whole one takes 140 MB at 600 dots an inch


class PaperJob(QObject):
    """Prints some pages. Between them the reader answers what is more urgent."""

    progressed = Signal(int, int)
    ended = Signal(bool)
    """Whether all of it went to the printer."""

    def __init__(
        self, reader: Reader, printer: QPrinter, pages: Sequence[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._printer = printer
        self._pages = list(pages)
        self._painter = QPainter()  # the reader's thread alone paints with it
        self._is_cancelled = False
        printer.setResolution(min(printer.resolution(), _SHARPEST))
        printer.setFullPage(True)

    def start(self) -> None:
        """Begin with the first page."""
        self._ask(0)

    def cancel(self) -> None:
        """Stop before the next page."""
        self._is_cancelled = True

    def _ask(self, number: int) -> None:
        self.progressed.emit(number, len(self._pages))
        is_last = number == len(self._pages) or self._is_cancelled
        work = self._finish if is_last else partial(self._print, number)
        then = self._finished if is_last else partial(self._printed, number)
        self._reader.ask("paper", Urgency.PAPER, work, then)

    def _printed(self, number: int, went: object) -> None:
        if went:
            self._ask(number + 1)
        else:
            self.ended.emit(False)

    def _finished(self, went: object) -> None:
        self.ended.emit(bool(went) and not self._is_cancelled)

    # ------------------------------------------------------------- on the reader's thread

    def _print(self, number: int, proof: "Proof") -> bool:
        page = self._pages[number]
        width, height = proof.sizes[page]
        lies = width > height
        turned = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned)
        began = self._printer.newPage() if number else self._painter.begin(self._printer)
        if began:
            self._paint(proof, page)
        return began

    def _paint(self, proof: "Proof", page: int) -> None:
        """The page in strips, as large as the paper allows."""
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        width, height = proof.sizes[page]
        scale = min(paper.width() / width, paper.height() / height)
        left = round((paper.width() - width * scale) / 2)
        rows = int(height * scale)
        for first in range(0, rows, _ROWS):
            strip = proof.pixels(page, scale, (first, min(first + _ROWS, rows)))
            area = QRect(left, first, strip.width, strip.height)
            self._painter.drawImage(area, picture_of(strip))

    def _finish(self, _proof: "Proof") -> bool:
        if self._is_cancelled:
            self._printer.abort()
        return self._painter.end() if self._painter.isActive() else True


def picture_of(pixels: "Pixels") -> QImage:
    """The pixels as a picture of its own."""
    form = QImage.Format.Format_RGB32
    return QImage(pixels.data, pixels.width, pixels.height, pixels.stride, form).copy()


def pages_of(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages that have been chosen in the printer's dialog, counted from 0, as often as wanted.

    Args:
        printer: The printer.
        count: How many there are.
        current: The one that is read.
    """
    match printer.printRange():
        case QPrinter.PrintRange.PageRange:
            first, last = printer.fromPage() or 1, printer.toPage() or count
            pages = [page for page in range(first - 1, last) if page < count]
        case QPrinter.PrintRange.CurrentPage:
            pages = [current]
        case _:
            pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages * (1 if printer.supportsMultipleCopies() else printer.copyCount())
