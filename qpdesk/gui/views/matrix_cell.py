"""One square of the risk matrix: a button that says its level, its band and how many risks."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from qpdesk.domain.matrix import Cell
from qpdesk.domain.scale import Scale
from qpdesk.gui.looks.symbols import tints
from qpdesk.gui.words import figures, terms

_MARGIN = 1.4  # lines, of both sides of the words together, with the hatching
_WIDEST = 12  # lines; a longer name of a band is cut, and stands whole in the tooltip

_HATCHING = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""By how grave the band is; the word says the same."""

STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}
"""What an arrow key adds to likelihood and consequence."""


class MatrixCell(QAbstractButton):
    """Checked while its risks are listed. Arrow keys ask for the neighbour."""

    neighbour_wanted = Signal(int, int)
    """A step in likelihood and in consequence."""

    def __init__(self, cell: Cell, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cell = cell
        self._scale = scale
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(figures.square(scale, cell.likelihood, cell.consequence))
        self.show_cell(cell)

    def show_cell(self, cell: Cell) -> None:
        """Show the same square with other risks."""
        self.cell = cell
        self.setAccessibleDescription(figures.risks(len(cell.ids)))
        self.setToolTip(f"{self.accessibleName()}. {self.accessibleDescription()}.")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 8, round(line * 4.6))

    @override
    def minimumSizeHint(self) -> QSize:
        """Room for the names of the bands, and for a number with its count below."""
        metrics = self.fontMetrics()
        line = metrics.height()
        names = [metrics.horizontalAdvance(band.name) for band in self._scale.bands]
        widest = min(max(names) + round(line * _MARGIN) + 4, line * _WIDEST)
        return QSize(max(widest, line * 5), round(line * 4))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.neighbour_wanted.emit(*step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        level = self._scale.gravity(self.cell.level)
        tint = tints().levels[level]
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.fillRect(area, QColor(tint.ground))
        self._hatch(painter, area, level, QColor(tint.edge))
        painter.setPen(QPen(QColor(tint.edge), 1))
        painter.drawRect(area)
        self._write(painter, area, QColor(tint.ink))
        if self.isChecked() or self.hasFocus():
            line = Qt.PenStyle.SolidLine if self.isChecked() else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(tint.ink), 3, line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -1.5))
            if self.isChecked() and self.hasFocus():
                painter.setPen(QPen(QColor(tint.ink), 1, Qt.PenStyle.DashLine))
                painter.drawRect(area.adjusted(6, 6, -6, -6))
        painter.end()

    def _hatch(self, painter: QPainter, area: QRectF, level: int, colour: QColor) -> None:
        if _HATCHING[level] is not Qt.BrushStyle.NoBrush:
            side = self.fontMetrics().height() * 0.7
            strip = QRectF(area.right() - side, area.top(), side, area.height())
            painter.fillRect(strip, QBrush(colour, _HATCHING[level]))

    def _write(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        line = self.fontMetrics().height()
        painter.setPen(ink)
        inner = area.adjusted(line * 0.45, line * 0.3, -line * 0.95, -line * 0.35)
        number = str(self.cell.level)
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * 1.35)
        large.setBold(True)
        painter.setFont(large)
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(inner, int(top), number)
        taken = QFontMetricsF(large).horizontalAdvance(number)
        painter.setFont(self.font())
        band = terms.step(self._scale.bands[self.cell.band].name)
        foot = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        shown = QFontMetricsF(self.font()).elidedText(
            band, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(foot), shown)
        if self.cell.ids:
            strong = QFont(self.font())
            strong.setBold(True)
            painter.setFont(strong)
            words = figures.risks(len(self.cell.ids))
            metrics = QFontMetricsF(strong)
            where = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            if taken + line * 0.4 + metrics.horizontalAdvance(words) > inner.width():
                where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(where), words)
