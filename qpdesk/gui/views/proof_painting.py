"""Has the pages that come into sight painted and read out, large ones and small, and no others."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from qpdesk.gui.reader import Reader, Urgency
from qpdesk.gui.views.paper_job import picture_of
from qpdesk.gui.views.proof_pages import ProofPages
from qpdesk.gui.views.proof_side import SMALL, ProofSide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qpdesk.services.proofs import Proof


class ProofPainting(QObject):
    """Stands between the reader and those who show pages."""

    def __init__(self, reader: Reader, pages: ProofPages, side: ProofSide) -> None:
        super().__init__(pages)
        self._reader = reader
        self._pages = pages
        self._side = side
        self.sizes: Sequence[tuple[float, float]] = ()
        """Those of the document that is shown, in points."""
        pages.wanted.connect(self._want_pages)
        side.small_wanted.connect(self._want_small)

    def _want_pages(self) -> None:
        """Have the pages in sight painted, and nothing that no longer is."""
        self._reader.forget(Urgency.IN_SIGHT)
        scale, ratio = self._pages.scale, self._pages.devicePixelRatioF()
        for page in self._pages.in_sight():
            work = partial(_picture, page, scale * ratio)
            then = partial(self._show_picture, page, scale)
            self._reader.ask(("page", page), Urgency.IN_SIGHT, work, then)
        if (page := self._pages.page) >= 0:
            self._reader.ask("words", Urgency.IN_SIGHT, lambda proof: proof.text(page), self._read)

    def _show_picture(self, page: int, scale: float, picture: object) -> None:
        if scale == self._pages.scale:
            self._pages.show_picture(page, cast("QImage", picture))

    def _read(self, words: object) -> None:
        """Let a screen reader read the page."""
        self._pages.setAccessibleDescription(str(words))

    def _want_small(self, page: int) -> None:
        if page < len(self.sizes):
            scale = SMALL / max(self.sizes[page]) * self._pages.devicePixelRatioF()
            then = partial(self._show_small, page)
            self._reader.ask(("small", page), Urgency.AHEAD, partial(_picture, page, scale), then)

    def _show_small(self, page: int, picture: object) -> None:
        self._side.small.show_picture(page, cast("QImage", picture))


def _picture(page: int, scale: float, proof: "Proof") -> QImage:
    return picture_of(proof.pixels(page, scale))
