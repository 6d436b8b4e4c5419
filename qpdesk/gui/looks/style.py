"""Fusion with more room: what is pressed is never smaller than a shaking hand needs."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget
from typing_extensions import override

from qpdesk.gui.looks.edges import draw_edge

LEAST = 24
"""Pixels, either way (WCAG 2.5.8)."""

_AIR = 1.7  # a row of a table, in heights of its text

_LINE = 2  # pixels, that Qt gives a line between a menu's entries
_ON = 3  # pixels, of the line below a button that is on

_Part = QStyle.PrimitiveElement
_FIELDS = {
    *(_Part.PE_FrameLineEdit, _Part.PE_IndicatorCheckBox, _Part.PE_IndicatorRadioButton),
    _Part.PE_IndicatorItemViewItemCheck,
}
_FRAMED = {QStyle.ComplexControl.CC_SpinBox, QStyle.ComplexControl.CC_ComboBox}
_Kind = QStyle.ContentsType
_PRESSED = {
    *(_Kind.CT_PushButton, _Kind.CT_ToolButton, _Kind.CT_CheckBox, _Kind.CT_RadioButton),
    *(_Kind.CT_ComboBox, _Kind.CT_LineEdit, _Kind.CT_SpinBox, _Kind.CT_TabBarTab),
    *(_Kind.CT_MenuItem, _Kind.CT_MenuBarItem, _Kind.CT_ItemViewItem),
}


class RoomyStyle(QProxyStyle):
    """Asked when something is laid out, and when a button is painted; rows are left to Fusion."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    @override
    def sizeFromContents(  # type: ignore[override]  # the stubs of its two bases differ
        self,
        type: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget,
        /,
    ) -> QSize:
        found = super().sizeFromContents(type, option, size, widget)
        is_line = type is _Kind.CT_MenuItem and size.height() <= _LINE
        if type in _PRESSED and not is_line:
            return found.expandedTo(QSize(LEAST, LEAST))
        return found

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """What is written or ticked in has an edge that can be seen in light and dark."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _FIELDS:
            is_round = element is _Part.PE_IndicatorRadioButton
            has_focus = element is _Part.PE_FrameLineEdit and _has_focus(option)
            radius = option.rect.width() / 2 if is_round else 2
            draw_edge(painter, option.rect, option.palette, has_focus=has_focus, radius=radius)

    @override
    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A button that is on has a line below it: Fusion's slight shade cannot be told by all."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _FRAMED:
            draw_edge(painter, option.rect, option.palette, has_focus=_has_focus(option))
        is_on = QStyle.StateFlag.State_On in option.state
        if control is QStyle.ComplexControl.CC_ToolButton and is_on and widget is not None:
            line = widget.rect().adjusted(3, 0, -3, -1)
            line.setTop(line.bottom() - _ON + 1)
            painter.fillRect(line, widget.palette().color(QPalette.ColorRole.Accent))


def _has_focus(option: QStyleOption) -> bool:
    return QStyle.StateFlag.State_HasFocus in option.state


def row_height(metrics: QFontMetrics) -> int:
    """The height of a table's row with its line, in pixels."""
    return max(LEAST + 1, round(metrics.height() * _AIR))
