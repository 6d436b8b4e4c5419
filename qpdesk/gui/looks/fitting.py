"""Dialogs of the size that suits their text, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # pixels, of a window's own edge


def fit(dialog: QWidget, letters: int, lines: int) -> None:
    """Give a dialog room for so many letters and lines, as far as the screen has it."""
    metrics = dialog.fontMetrics()
    wanted = QSize(letters * metrics.horizontalAdvance("n"), lines * metrics.height())
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - _FRAME))
