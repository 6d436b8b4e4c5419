"""Reads a proof on a thread of its own, one question at a time, the most urgent first.

PDFium serves one thread at a time in a whole process: this is that thread. All waiting questions
stay here, so a page that comes into sight never waits for a search or for paper.
"""

from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from qpdesk.services.proofs import Proof

Work = Callable[["Proof"], object]
Answer = Callable[[object], None]


class Urgency(IntEnum):
    """What is read first."""

    OPENING = 0
    IN_SIGHT = 1
    SEARCH = 2
    PAPER = 3
    AHEAD = 4


@dataclass(frozen=True, slots=True)
class _Question:
    key: Hashable
    urgency: Urgency
    work: Callable[[], object]
    then: Answer


class Reader(QObject):
    """Answers arrive on the gui thread, and none to a question that has been taken back."""

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._waiting: dict[Hashable, _Question] = {}
        self._asked: _Question | None = None
        self._proof: Proof | None = None  # the thread's alone
        self._has_ended = False
        self._answered.connect(self._hand_on)

    def open(self, data: bytes, work: Work, then: Answer) -> None:
        """Go over to another document; all that was asked about the one before is taken back."""
        self.forget()

        def open_and_work() -> object:
            from qpdesk.services.proofs import Proof  # noqa: PLC0415 - PDFium, on first use

            self._close()
            self._proof = Proof(data)
            return work(self._proof)

        self._put(_Question("open", Urgency.OPENING, open_and_work, then))

    def ask(self, key: Hashable, urgency: Urgency, work: Work, then: Answer) -> None:
        """Ask something of the open document; what waits under the same key is asked anew."""

        def work_with_proof() -> object:
            assert self._proof is not None  # noqa: S101 - opened before, on the same thread
            return work(self._proof)

        self._put(_Question(key, urgency, work_with_proof, then))

    @property
    def is_opening(self) -> bool:
        """Whether a document is on its way."""
        asked = self._asked is not None and self._asked.urgency is Urgency.OPENING
        return asked or "open" in self._waiting

    def forget(self, urgency: Urgency | None = None) -> None:
        """Take questions back: all, or those of one urgency."""
        kept = self._waiting.values() if urgency is not None else ()
        self._waiting = {each.key: each for each in kept if each.urgency is not urgency}
        if self._asked is not None and urgency in {None, self._asked.urgency}:
            self._asked = _Question(None, Urgency.AHEAD, lambda: None, lambda _: None)

    def end(self) -> None:
        """Close the document and let the thread go; waits for the question that it is at.

        What is asked afterwards (by a view that is painted once more) is not heard.
        """
        self.forget()
        self._has_ended = True
        self._thread.submit(self._close)
        self._thread.shutdown(wait=True)

    def _put(self, question: _Question) -> None:
        self._waiting[question.key] = question
        self._next()

    def _next(self) -> None:
        if self._asked is None and self._waiting and not self._has_ended:
            question = min(self._waiting.values(), key=lambda each: each.urgency)
            del self._waiting[question.key]
            self._asked = question
            self._thread.submit(self._read, question)

    def _read(self, question: _Question) -> None:
        answer, fault = None, None
        try:
            answer = question.work()
        except Exception as error:  # noqa: BLE001 - raised where the user is
            fault = error
        self._answered.emit(question, answer, fault)

    def _hand_on(self, question: _Question, answer: object, fault: Exception | None) -> None:
        is_wanted = question is self._asked
        self._asked = None
        try:
            if is_wanted and fault is not None:
                raise fault
            if is_wanted:
                question.then(answer)
        finally:
            self._next()

    def _close(self) -> None:
        if self._proof is not None:
            self._proof.close()
            self._proof = None
