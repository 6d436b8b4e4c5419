"""A list to choose from that may be narrower than its words: what tells them apart is seen."""

from typing import cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)
from typing_extensions import override

_Part = QStyle.ComplexControl.CC_ComboBox
_AIR = 4  # pixels that the style leaves on both sides of the words, together


class Chooser(QComboBox):
    """As wide as so many letters; what is cut short stands whole in the tooltip.

    Args:
        letters: How many it has room for at least, unless its place is narrower.
        parent: The place.
    """

    def __init__(self, letters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)

    def shown(self) -> str:
        """The words as there is room for them."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._elided(option)

    @override
    def event(self, event: QEvent) -> bool:
        """What is cut short is told whole."""
        if event.type() == QEvent.Type.ToolTip and self.shown() != self.currentText():
            from html import escape  # noqa: PLC0415 - with it, 2,231 names of signs

            # Qt guesses whether a tooltip is markup; as escaped markup it cannot guess wrong.
            whole = f"<p>{escape(self.currentText())}</p>"
            QToolTip.showText(cast("QHelpEvent", event).globalPos(), whole, self)
            return True
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._elided(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(_Part, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _elided(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(_Part, option, part, self).width() - _AIR
        # Plans all begin alike; their ends say whose they are, or which year's.
        return self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideMiddle, room)
