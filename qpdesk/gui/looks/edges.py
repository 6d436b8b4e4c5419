"""The line around a field: the style's own is too faint to be told from the paper."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

from qpdesk.gui.looks.colours import worn


def frame_field(widget: QWidget) -> None:
    """Draw the line around a widget; for use while it is being painted."""
    painter = QPainter(widget)
    draw_edge(painter, widget.rect(), widget.palette(), has_focus=widget.hasFocus())
    painter.end()


def draw_edge(
    painter: QPainter,
    area: QRect,
    palette: QPalette,
    *,
    has_focus: bool,
    radius: float = 2,
) -> None:
    """Draw the line just inside an area: wider and in the accent's colour where the focus is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    accent = palette.color(QPalette.ColorRole.Accent)
    painter.setPen(QPen(accent if has_focus else QColor(worn().edge), 2 if has_focus else 1))
    inset = 1.0 if has_focus else 0.5
    line = QRectF(area).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(line, radius, radius)
    painter.restore()
