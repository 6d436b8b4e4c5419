"""How large a dialog becomes: so many letters and lines, but never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_EDGE = 48  # pixels for the frame and title that the window manager adds


def room_for(widget: QWidget, letters: int, lines: int) -> QSize:
    """The size for so much text at the size that text has now."""
    metrics, screen = widget.fontMetrics(), widget.screen().availableGeometry().size()
    wanted = QSize(letters * metrics.horizontalAdvance("n"), lines * metrics.lineSpacing())
    return wanted.boundedTo(screen - QSize(_EDGE, _EDGE))
