"""A document's words alone, to be read, searched and copied as plain text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from qpdesk.gui.reader import Reader, Urgency
from qpdesk.gui.words import documents

if TYPE_CHECKING:
    from qpdesk.services.proofs import Proof


class ProofText(QPlainTextEdit):
    """All pages below one another, each under its number."""

    def __init__(self, reader: Reader, parent: QWidget) -> None:
        super().__init__(parent)
        self._reader = reader
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Dokumentets text"))

    def renew(self) -> None:
        """Have the words of the document read as it is now; one stays where one was."""
        self._reader.ask("text", Urgency.SEARCH, _words, self._fill)

    def go_to(self, query: str) -> None:
        """Go to the next place where this stands, round the end."""
        if not self.find(query):
            self.moveCursor(self.textCursor().MoveOperation.Start)
            self.find(query)

    def _fill(self, words: object) -> None:
        bar = self.verticalScrollBar()
        was = bar.value()
        self.setPlainText(str(words))
        bar.setValue(was)


def _words(proof: "Proof") -> str:
    count = len(proof.sizes)
    pages = (f"{documents.page_of(page + 1, count)}\n{proof.text(page)}" for page in range(count))
    return "\n\n".join(pages)
