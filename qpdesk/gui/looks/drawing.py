"""Paints the marks of ``domain.marks`` with Qt: on a widget, in a picture or an SVG."""

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
)
from PySide6.QtSvg import QSvgGenerator

from qpdesk.domain.chart import Chart
from qpdesk.domain.marks import STRIP, Anchor, Bar, Ink, Label, Line, Mark, Marker, Pattern, Shape
from qpdesk.gui.looks.colours import DARK, is_high_contrast, worn

POINT = 72 / 96
"""How many points a pixel of the screen is at 100 %."""

_HATCHING = {
    Pattern.RISING: Qt.BrushStyle.BDiagPattern,
    Pattern.FALLING: Qt.BrushStyle.FDiagPattern,
    Pattern.DOTS: Qt.BrushStyle.Dense6Pattern,
    Pattern.CROSSED: Qt.BrushStyle.DiagCrossPattern,
}
_PICTURE = 3.0  # pixels a point in a copied picture: sharp on paper too


class Inks:
    """The colours of a drawing: from a palette, or black and blue on white for pictures."""

    def __init__(self, ground: str, text: str, grid: str, series: str, target: str) -> None:
        self.ground = QColor(ground)
        self._inks = {
            Ink.TEXT: QColor(text),
            Ink.GRID: QColor(grid),
            Ink.SERIES: QColor(series),
            Ink.TARGET: QColor(target),
        }

    def __getitem__(self, ink: Ink) -> QColor:
        return self._inks[ink]

    @classmethod
    def of(cls, palette: QPalette) -> "Inks":
        """The colours that fit a palette, light or dark."""
        ground = palette.color(QPalette.ColorRole.Base).name()
        text = palette.color(QPalette.ColorRole.Text).name()
        if is_high_contrast():
            return cls(ground, text, text, text, text)
        grid, target = DARK_LINES if worn() is DARK else LIGHT_LINES
        series = palette.color(QPalette.ColorRole.Accent).name()
        return cls(ground, text, grid, series, target)


LIGHT_LINES, DARK_LINES = ("#cbd2da", "#a34700"), ("#4b545f", "#ffb454")
"""Grid and target. A grid line only helps the eye: the values are printed."""
PAPER_INKS = ("#ffffff", "#14181f", "#cbd2da", "#1b5c8e", "#a34700")


def paint(painter: QPainter, chart: Chart, inks: Inks, font: QFont) -> None:
    """Paint a chart; the painter's unit is the point, its corner the chart's."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, chart.width, chart.height), inks.ground)
    for mark in chart.marks:
        _paint(painter, mark, inks, font)
    painter.restore()


def as_image(chart: Chart, font: QFont) -> QImage:
    """The chart as a picture on white, three pixels a point."""
    size = QSize(round(chart.width * _PICTURE), round(chart.height * _PICTURE))
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_PICTURE, _PICTURE)
    paint(painter, chart, Inks(*PAPER_INKS), font)
    painter.end()
    return image


def as_png(chart: Chart, font: QFont) -> bytes:
    """The chart as a PNG file."""
    buffer = _buffer()
    as_image(chart, font).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(buffer.data().data())


def as_svg(chart: Chart, font: QFont, title: str, description: str) -> bytes:
    """The chart as an SVG file with its words as title and description."""
    buffer = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(72)
    generator.setSize(QSizeF(chart.width, chart.height).toSize())
    generator.setViewBox(QRectF(0, 0, chart.width, chart.height))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    paint(painter, chart, Inks(*PAPER_INKS), font)
    painter.end()
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()  # with bytes of its own: it would not keep ours alive
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _paint(painter: QPainter, mark: Mark, inks: Inks, font: QFont) -> None:
    match mark:
        case Line():
            _line(painter, mark, inks)
        case Bar():
            _bar(painter, mark, inks)
        case Marker():
            _marker(painter, mark, inks)
        case Label():
            _label(painter, mark, inks, font)


def _line(painter: QPainter, line: Line, inks: Inks) -> None:
    way = QLineF(line.x1, line.y1, line.x2, line.y2)
    pen = QPen(inks.ground, line.width * STRIP)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.clear:
        painter.setPen(pen)
        painter.drawLine(way)
    pen.setColor(inks[line.ink])
    pen.setWidthF(line.width)
    if line.dash:
        pen.setDashPattern([length / line.width for length in line.dash])
    painter.setPen(pen)
    painter.drawLine(way)


def _bar(painter: QPainter, bar: Bar, inks: Inks) -> None:
    colour = inks[Ink.SERIES]
    brush = QBrush(colour)
    if bar.pattern is Pattern.EMPTY:
        brush = QBrush(inks.ground)
    elif bar.pattern is not Pattern.SOLID:
        brush.setStyle(_HATCHING[bar.pattern])
    area = QRectF(bar.x, bar.y, bar.width, bar.height)
    painter.fillRect(area, inks.ground)
    painter.setPen(QPen(colour, 0.8))
    painter.setBrush(brush)
    painter.drawRect(area)


def _marker(painter: QPainter, marker: Marker, inks: Inks) -> None:
    x, y, r = marker.x, marker.y, marker.radius
    painter.setPen(QPen(inks[marker.ink], 1.2))
    painter.setBrush(inks[marker.ink])
    match marker.shape:
        case Shape.CROSS:
            painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
            painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))
        case Shape.CIRCLE:
            painter.drawEllipse(QPointF(x, y), r, r)
        case Shape.SQUARE:
            painter.drawRect(QRectF(x - r, y - r, 2 * r, 2 * r))
        case Shape.TRIANGLE:
            painter.drawPolygon(_polygon((x, y - r), (x + r, y + r), (x - r, y + r)))
        case Shape.DIAMOND:
            painter.drawPolygon(_polygon((x - r, y), (x, y - r), (x + r, y), (x, y + r)))


def _polygon(*corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*corner) for corner in corners])


def _label(painter: QPainter, label: Label, inks: Inks, font: QFont) -> None:
    face = QFont(font)
    face.setPixelSize(100)  # measured large: small fonts are rounded to whole pixels
    metrics = QFontMetricsF(face)
    size = label.size / 100
    width = metrics.horizontalAdvance(label.text) * size
    offset = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    if label.clear:
        ground = QRectF(label.x - offset - 1, label.y - label.size * 0.8, width + 2, label.size)
        painter.fillRect(ground, inks.ground)
    painter.save()
    painter.translate(label.x - offset, label.y)
    painter.scale(size, size)
    painter.setFont(face)
    painter.setPen(inks[Ink.TEXT])
    painter.drawText(QPointF(0, 0), label.text)
    painter.restore()
