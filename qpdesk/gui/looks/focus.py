"""A frame for those widgets whose style shows nothing while they have the focus."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override


class LinkButton(QPushButton):
    """A flat button that looks like a link, in whichever colours are worn."""

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self.isEnabled():
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.ButtonText, palette.color(QPalette.ColorRole.Link))
            option.palette = palette

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        frame_focus(self)


class CommandLink(QCommandLinkButton):
    """A large button with a sentence below its word, both as large as the program's text.

    Qt's own keeps its letters at one size, whatever the reader has asked for.
    """

    @override
    def sizeHint(self) -> QSize:
        lines = self._title().lineSpacing() + self.fontMetrics().lineSpacing()
        height = max(lines, self.iconSize().height()) + 2 * self._air()
        title = self._title().horizontalAdvance(self.text())
        width = max(title, self.fontMetrics().horizontalAdvance(self.description()))
        return QSize(self._indent() + width + self._air(), height)

    @override
    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        air, size = self._air(), self.iconSize()
        self.icon().paint(painter, air, air, size.width(), size.height())
        room = self.rect().adjusted(self._indent(), air, -air, -air)
        elided = self.fontMetrics().elidedText(
            self.description(), Qt.TextElideMode.ElideMiddle, room.width()
        )
        painter.drawText(room.adjusted(0, self._title().lineSpacing(), 0, 0), elided)
        painter.setFont(self._bold())
        painter.drawText(room, Qt.TextFlag.TextShowMnemonic, self.text())
        painter.end()
        frame_focus(self)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _title(self) -> QFontMetrics:
        return QFontMetrics(self._bold())

    def _air(self) -> int:
        return self.fontMetrics().height() // 2

    def _indent(self) -> int:
        return self.iconSize().width() + 2 * self._air()


def frame_focus(widget: QWidget) -> None:
    """Draw a frame just inside a widget that has the focus; for use while it is being painted."""
    if widget.hasFocus():
        painter = QPainter(widget)
        painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(widget.rect().adjusted(1, 1, -1, -1))
        painter.end()
