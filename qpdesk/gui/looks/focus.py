"""A frame for those widgets whose style shows nothing while they have the focus."""

from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCommandLinkButton, QPushButton, QWidget
from typing_extensions import override


class LinkButton(QPushButton):
    """A flat button that looks like a link."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        frame_focus(self)


class CommandLink(QCommandLinkButton):
    """A large button with a sentence below its word."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        frame_focus(self)


def frame_focus(widget: QWidget) -> None:
    """Draw a frame just inside a widget that has the focus; for use while it is being painted."""
    if widget.hasFocus():
        painter = QPainter(widget)
        painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(widget.rect().adjusted(1, 1, -1, -1))
        painter.end()
