"""A question with its own answers on the buttons; the last one is what Esc means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(parent: QWidget | None, words: str, more: str, answers: Sequence[str]) -> int:
    """Which answer the user chose: its number.

    Args:
        parent: Above which window.
        words: The question.
        more: What each answer leads to.
        answers: With mnemonics; the first is what Enter means.
    """
    box = QMessageBox(parent)
    box.setWindowTitle("QPDesk")
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.setInformativeText(more)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    chosen = (number for number, button in enumerate(buttons) if button is box.clickedButton())
    return next(chosen, len(answers) - 1)
