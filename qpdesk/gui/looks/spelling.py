"""What the windows know of spelling: which words are right, the user's own list, on or off.

Hunspell holds Python's lock while it works, so a thread would not spare the window anything. When
the window has been at rest for a moment it is loaded, and reads its dictionary a little at a time;
then it judges a few words at a time.
"""

import logging
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from qpdesk.services.spelling import OwnWords, Speller

log = logging.getLogger(__name__)

_REST = 1_000  # milliseconds from the first question until the dictionary is loaded
_SLICE = 0.008  # seconds at a time for judging words
_MARK = "spelling.loading"


class Spelling(QObject):
    """Off until a window begins with it.

    While the library is loaded a file lies in the user's folder: should the library take the
    program down with it, the next start finds the file and leaves spelling off.
    """

    changed = Signal()
    """What counts as right has changed."""
    judged = Signal(object)
    """The words, a ``frozenset``, that have just been found wrong and counted as right so far."""
    failed = Signal(str)
    """A word could not be written to the list; which word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._own: OwnWords | None = None
        self._speller: Speller | None = None
        self._verdicts: dict[str, bool] = {}
        self._waiting: deque[str] = deque()
        self._asked: set[str] = set()
        self._names: frozenset[str] = frozenset()
        self.is_on = False
        self.is_broken = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)

    def begin(self, folder: Path, *, on: bool) -> None:
        """Work with the words of the user whose folder this is.

        After a start that the library did not survive, it is off whatever is wished.
        """
        self._folder = folder
        self.is_on = on and not (folder / _MARK).exists()

    def accept(self, names: Iterable[str]) -> None:
        """Take these for right too, also in the genitive: what the open file calls itself."""
        self._names = frozenset(names)

    def switch(self, *, on: bool) -> None:
        """Turn it on or off."""
        if on and self._folder is not None:
            (self._folder / _MARK).unlink(missing_ok=True)
        self.is_on, self.is_broken = on, False
        self.changed.emit()

    def knows(self, word: str) -> bool:
        """Whether a word is right; it counts as right until it has been judged."""
        if not self.is_on or word in self._names or word.removesuffix("s") in self._names:
            return True
        verdict = self._verdicts.get(word)
        if verdict is not None:
            return verdict
        if word not in self._asked:
            self._asked.add(word)
            self._waiting.append(word)
            if not self._timer.isActive():
                self._timer.start(_REST if self._speller is None else 0)
        return True

    def judge_all(self) -> None:
        """Judge now what waits, for someone who has asked for the next misspelling."""
        self._timer.stop()
        while self.is_on and self._waiting:
            self._work()

    def suggest(self, word: str) -> list[str]:
        """What may have been meant."""
        return self._speller.suggest(word) if self._speller is not None else []

    def own_words(self) -> list[str]:
        """The user's own words."""
        return self._list().all()

    def add(self, word: str) -> None:
        """Put a word on the user's list."""
        self._change(word, wanted=True)

    def remove(self, word: str) -> None:
        """Take a word off the user's list."""
        self._change(word, wanted=False)

    def _change(self, word: str, *, wanted: bool) -> None:
        try:
            (self._list().add if wanted else self._list().remove)(word)
        except OSError as error:
            log.warning("the own words cannot be written: %s", type(error).__name__)
            self.failed.emit(word)
        self._verdicts.clear()
        self._asked.clear()
        self._waiting.clear()
        self.changed.emit()

    def _list(self) -> "OwnWords":
        if self._own is None:
            from qpdesk.services.spelling import OwnWords  # noqa: PLC0415 - not at start

            self._own = OwnWords((self._folder or Path()) / "ordlista.txt")
        return self._own

    def _work(self) -> None:
        """Read on in the dictionary, or judge some of the words that wait."""
        from qpdesk.services.spelling import NoSpelling  # noqa: PLC0415 - not at start

        try:
            speller = self._speller or self._load()
            is_read = speller.read(_SLICE)
        except (NoSpelling, OSError) as error:
            log.warning("spelling is off: %s", error)
            self._speller, self.is_on, self.is_broken = None, False, True
            self._waiting.clear()
            return
        if is_read:
            self._judge(speller)
        if self._waiting:
            self._timer.start(0)

    def _judge(self, speller: "Speller") -> None:
        end = perf_counter() + _SLICE
        wrong = set()
        while self._waiting and perf_counter() < end:
            word = self._waiting.popleft()
            self._verdicts[word] = speller.knows(word)
            if not self._verdicts[word]:
                wrong.add(word)
        if wrong:
            self.judged.emit(frozenset(wrong))

    def _load(self) -> "Speller":
        from qpdesk.services.spelling import Speller  # noqa: PLC0415 - not at start

        mark = (self._folder or Path()) / _MARK
        mark.parent.mkdir(parents=True, exist_ok=True)
        mark.touch()
        try:
            self._speller = Speller(self._list())
        finally:
            mark.unlink(missing_ok=True)
        return self._speller
