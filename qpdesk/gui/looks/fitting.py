"""Dialogs of the size that suits their text, and never larger than the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAME = QSize(16, 48)  # pixels, of a window's own edge


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """As much of a widget as there is room for; the rest is scrolled to."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def fit_around(dialog: QWidget, area: QScrollArea, inside: QWidget) -> None:
    """Give a dialog room for all that is scrolled in its area, as far as the screen has it.

    Qt's own first size is two thirds of the screen at most, and squeezes what is higher.
    """
    beside = dialog.sizeHint() - area.sizeHint()
    wanted = inside.sizeHint() + beside
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - _FRAME))


def fit(dialog: QWidget, letters: int, lines: int) -> None:
    """Give a dialog room for so many letters and lines, as far as the screen has it."""
    metrics = dialog.fontMetrics()
    wanted = QSize(letters * metrics.horizontalAdvance("n"), lines * metrics.height())
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() - _FRAME))
