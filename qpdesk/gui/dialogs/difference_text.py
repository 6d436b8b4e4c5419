"""Two versions of a text in one: what was taken away is struck out, what came is underlined."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from qpdesk.domain.differences import Sort, differences
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.words import past

_SIGNS = {Sort.REMOVED: ("[-", "-]"), Sort.ADDED: ("[+", "+]"), Sort.EQUAL: ("", "")}
"""Brackets say it too: colour and line are never the only marks."""


class DifferenceText(QTextEdit):
    """Read-only; the texts are put in as text, never as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard  # with a cursor to see
        )
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Före och efter"))

    def show_difference(self, before: str, after: str) -> None:
        """Show what leads from one text to the other."""
        self.clear()
        runs = differences(before, after)
        cursor = self.textCursor()
        for run in runs:
            first, last = _SIGNS[run.sort]
            words = run.text.lstrip()  # the blank before a changed word stands outside the mark
            cursor.insertText(run.text[: len(run.text) - len(words)], QTextCharFormat())
            cursor.insertText(f"{first}{words}{last}", _look(run.sort))
        self.setAccessibleDescription(past.spoken(runs))

    def show_words(self, words: str) -> None:
        """Show a sentence instead."""
        self.setPlainText(words)
        self.setAccessibleDescription(words)


def _look(sort: Sort) -> QTextCharFormat:
    look = QTextCharFormat()
    if sort is Sort.REMOVED:
        look.setFontStrikeOut(True)
        look.setForeground(QColor(worn().alarm))
    elif sort is Sort.ADDED:
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.Bold)
    return look
