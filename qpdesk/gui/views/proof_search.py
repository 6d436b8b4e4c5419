"""Looking for words in a proof: all that is found, counted, and which of it one is at."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from qpdesk.gui.reader import Reader, Urgency
from qpdesk.gui.words import documents

if TYPE_CHECKING:
    from qpdesk.services.proofs import Hit, Proof

_AT_ONCE = 8  # pages


class ProofSearch(QObject):
    """Looks through the pages from the one that is read on, some at a time."""

    changed = Signal(bool)
    """There is more to show; whether another hit has been gone to."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.query = ""
        self.hits: list[Hit] = []
        self.current: Hit | None = None
        self._left: list[int] = []

    def look_for(self, query: str, page: int, pages: int, *, goes: bool = True) -> None:
        """Look for a text.

        Args:
            query: What is looked for; "" for nothing.
            page: Where one is.
            pages: How many pages there are.
            goes: Whether to go to what is found.
        """
        self._reader.forget(Urgency.SEARCH)
        self.query = query
        self.hits, self.current = [], None
        every = list(range(pages)) if query.strip() else []
        self._left = every[page:] + every[:page]
        self.changed.emit(False)
        self._go_on(goes=goes)

    def step(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the end."""
        if self.hits:
            at = self.hits.index(self.current) if self.current in self.hits else -1
            self.current = self.hits[(at + way) % len(self.hits)]
            self.changed.emit(True)

    @property
    def words(self) -> str:
        """How much has been found, and where one is in it."""
        if not self.query.strip():
            return ""
        number = self.hits.index(self.current) + 1 if self.current in self.hits else 0
        return documents.hits(number, len(self.hits), is_done=not self._left)

    def _go_on(self, *, goes: bool) -> None:
        pages, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        if pages:
            work = partial(_found, self.query, pages)
            self._reader.ask("find", Urgency.SEARCH, work, partial(self._add, goes))

    def _add(self, goes: bool, found: object) -> None:
        hits = cast("Sequence[Hit]", found)
        is_first = bool(hits) and self.current is None
        if is_first:
            self.current = hits[0]
        self.hits = sorted([*self.hits, *hits], key=lambda hit: (hit.page, _height(hit)))
        self.changed.emit(is_first and goes)
        self._go_on(goes=goes)


def _found(query: str, pages: Sequence[int], proof: "Proof") -> "list[Hit]":
    return [hit for page in pages for hit in proof.find(page, query)]


def _height(hit: "Hit") -> tuple[float, float]:
    left, top, *_ = hit.places[0] if hit.places else (0.0, 0.0)
    return top, left
