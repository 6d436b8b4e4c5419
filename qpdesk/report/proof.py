"""A proof: the pages of a finished PDF as pixels, as text, by their bookmarks, through PDFium.

PDFium serves one thread at a time in a whole process, so whoever opens a proof asks, reads and
closes it on one and the same. Lengths are in points, from a page's upper left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from pypdfium2 import PdfBitmap, PdfDocument, PdfTextPage
from pypdfium2.raw import FPDF_ANNOT, FPDF_RenderPageBitmap, FPDFBitmap_BGRx, FPDFText_GetUnicode

from qpdesk.domain.text import folded

_BROKEN = "\x02"  # PDFium's sign for a hyphen where a word goes on in the next line
_UNICODE_BREAK = {0xFFFE: _BROKEN}
_WHITE = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the list of contents; ``page`` counts from 0, ``level`` from 0."""

    title: str
    level: int
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Pixels:
    """Part of a page in 32 bits a pixel: blue, green, red, and one that means nothing."""

    width: int
    height: int
    stride: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something that was looked for stands: left, top, width, height of each line of it."""

    page: int
    places: tuple[tuple[float, float, float, float], ...]


class Proof:
    """An open proof; to be closed on the thread that opened it."""

    def __init__(self, data: bytes) -> None:
        self._pdf = PdfDocument(data)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._pdf.get_page_size(number) for number in range(len(self._pdf))
        )

    def close(self) -> None:
        """Let go of it; nothing can be asked afterwards."""
        self._pdf.close()

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """The headings, in order."""
        found = []
        for mark in self._pdf.get_toc():
            goal = mark.get_dest()
            page = goal.get_index() if goal else None
            if goal is not None and page is not None:
                _, view = goal.get_view()
                top = self.sizes[page][1] - view[1] if len(view) > 1 else 0.0
                found.append(Bookmark(mark.get_title(), mark.level, page, top))
        return tuple(found)

    def pixels(self, page: int, scale: float, rows: tuple[int, int] | None = None) -> Pixels:
        """A page at so many pixels a point, or some of its rows: the first, and one past the last.

        A whole page at a printer's resolution would take 140 MB.
        """
        width, whole = (ceil(length * scale) for length in self.sizes[page])
        first, last = rows or (0, whole)
        sheet = self._pdf[page]
        bitmap = PdfBitmap.new_native(width, min(last, whole) - first, FPDFBitmap_BGRx)
        try:
            bitmap.fill_rect(_WHITE, 0, 0, width, bitmap.height)
            FPDF_RenderPageBitmap(bitmap, sheet, 0, -first, width, whole, 0, FPDF_ANNOT)
            return Pixels(width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            bitmap.close()
            sheet.close()

    def text(self, page: int) -> str:
        """The words of a page in the order they are read in, each paragraph as one line."""
        lines = "".join(self._signs(page)).replace("\r\n", "\n").replace(_BROKEN, "")
        return lines.replace(" \n", " ")  # our lines end with a blank where their text goes on

    def find(self, page: int, query: str) -> tuple[Hit, ...]:
        """Where a text stands on a page: in any case, over line ends, with or without hyphens."""
        wanted = " ".join(folded(query).split())
        if not wanted:
            return ()
        signs, places = _searchable(self._signs(page))
        starts = _starts(signs, wanted)
        ranges = [(places[at], places[at + len(wanted) - 1] + 1) for at in starts]
        return tuple(self._hits(page, ranges))

    def _signs(self, page: int) -> Sequence[str]:
        """Each character that PDFium counts, so that a place among them is one of PDFium's."""
        sheet = self._pdf[page]
        words = sheet.get_textpage()
        try:
            count = words.count_chars()
            at_once: str = words.get_text_range(0, count)
            if len(at_once) == count:
                return at_once.translate(_UNICODE_BREAK)
            return [chr(FPDFText_GetUnicode(words, at)) for at in range(count)]
        finally:
            words.close()
            sheet.close()

    def _hits(self, page: int, ranges: list[tuple[int, int]]) -> Iterator[Hit]:
        sheet = self._pdf[page]
        words = sheet.get_textpage()
        try:
            for first, last in ranges:
                yield Hit(page, tuple(self._places(words, page, first, last)))
        finally:
            words.close()
            sheet.close()

    def _places(
        self, words: PdfTextPage, page: int, first: int, last: int
    ) -> Iterator[tuple[float, float, float, float]]:
        height = self.sizes[page][1]
        for number in range(words.count_rects(first, last - first)):
            left, bottom, right, top = words.get_rect(number)
            yield left, height - top, right - left, top - bottom


def _searchable(signs: Sequence[str]) -> tuple[str, list[int]]:
    """The signs folded, blanks in a row as one; and the place of each among them."""
    parts = {sign: " " if sign.isspace() else folded(sign) for sign in set(signs)}
    parts[_BROKEN] = ""
    text: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(signs):
        for part in parts[sign]:
            if part != " " or (text and text[-1] != " "):
                text.append(part)
                places.append(place)
    return "".join(text), places


def _starts(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))
