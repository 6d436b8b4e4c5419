"""Where the pages of a document are when they stand below one another: sums, no painting."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QRectF, QSize

GAP = 12
"""Pixels between two pages, and around them."""


class ProofStack:
    """Pages of their sizes in points, at so many pixels a point."""

    def __init__(self) -> None:
        self.sizes: Sequence[tuple[float, float]] = ()
        self.scale = 1.0
        self._tops: list[float] = [float(GAP)]

    def lay_out(self, sizes: Sequence[tuple[float, float]], scale: float) -> None:
        """Put these pages below one another."""
        self.sizes, self.scale = sizes, scale
        heights = (height * scale + GAP for _, height in sizes)
        self._tops = list(accumulate(heights, initial=float(GAP)))

    @property
    def widest(self) -> float:
        """Points of the widest page; 0 when there is none."""
        return max((width for width, _ in self.sizes), default=0.0)

    @property
    def extent(self) -> QSize:
        """Pixels that all pages take."""
        return QSize(round(self.widest * self.scale) + 2 * GAP, round(self._tops[-1]))

    def page_at(self, y: float) -> int:
        """The page at a height in pixels; the nearest one for a height without."""
        return min(max(bisect_right(self._tops, y) - 1, 0), max(len(self.sizes) - 1, 0))

    def span(self, y: float, height: float) -> range:
        """The pages between a height and that much below."""
        return range(self.page_at(y), self.page_at(y + height) + 1) if self.sizes else range(0)

    def height_of(self, page: int, top: float) -> float:
        """Pixels from the first page's top to a place that lies so many points down a page."""
        return self._tops[page] + top * self.scale

    def top_at(self, page: int, y: float) -> float:
        """Points from a page's top to a height in pixels, at least 0."""
        return max(0.0, (y - self._tops[page]) / self.scale)

    def area(self, page: int, room: int, corner: QPoint) -> QRectF:
        """Where a page is in a view.

        Args:
            page: The page.
            room: The view's width in pixels; pages stand in the middle of it.
            corner: How far the view is scrolled.
        """
        width, height = (length * self.scale for length in self.sizes[page])
        left = (max(room, self.extent.width()) - width) / 2 - corner.x()
        return QRectF(left, self._tops[page] - corner.y(), width, height)
