"""An indicator's chart on the screen: seen, read aloud, shown as a table, copied and saved."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from qpdesk.domain.chart import Chart, Style, chart
from qpdesk.domain.chart_words import Secret, sentence
from qpdesk.domain.nodes import Indicator, Observation
from qpdesk.gui.looks import drawing
from qpdesk.gui.looks.focus import frame_focus
from qpdesk.gui.looks.roles import give_role
from qpdesk.gui.words.charts import chart_words

_PADDING = 10  # pixels around a chart on the screen
_WIDTH, _HEIGHT = 420.0, 230.0  # points, of a chart in a file


class ChartView(QWidget):
    """Shows one indicator. Its figures are its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, QAccessible.Role.Chart)
        self._indicator: Indicator | None = None
        self._observations: list[Observation] = []
        self._secret: Secret = {}
        self.style_of_outcomes = Style.BARS
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_indicator(
        self, indicator: Indicator | None, observations: list[Observation], secret: Secret
    ) -> None:
        """Draw an indicator's outcomes, in order of time; ``secret`` ones are gaps."""
        self._indicator, self._observations, self._secret = indicator, observations, secret
        name = self.tr("Diagram: {0}").format(indicator.title) if indicator else self.tr("Diagram")
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.words())
        self.update()

    def show_style(self, style: Style) -> None:
        """Draw columns or lines."""
        self.style_of_outcomes = style
        self.update()

    def words(self) -> str:
        """Every figure as text."""
        if self._indicator is None:
            return self.tr("Ingen indikator är vald.")
        return sentence(self._indicator, self._observations, self._secret, chart_words())

    def copy(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(drawing.as_image(self._in_file(), self.font()))

    def as_png(self) -> bytes:
        """The chart as a PNG file, on white."""
        return drawing.as_png(self._in_file(), self.font())

    def as_svg(self) -> bytes:
        """The chart as an SVG file, on white."""
        title = self._indicator.title if self._indicator is not None else ""
        return drawing.as_svg(self._in_file(), self.font(), title, self.words())

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 26, line * 15)

    @override
    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 15, line * 9)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = self._scale()
        inner = self.rect().adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        drawn = self._chart(inner.width() / scale, inner.height() / scale)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if drawn is None or not drawn.marks:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            centre = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(12, 12, -12, -12), centre, self.words())
        else:
            painter.translate(inner.topLeft())
            painter.scale(scale, scale)
            drawing.paint(painter, drawn, drawing.Inks.of(self.palette()), self.font())
            painter.resetTransform()
        painter.end()
        frame_focus(self)

    def _scale(self) -> float:
        """Pixels a point: the chart's letters are as large as the window's."""
        return self.fontMetrics().height() / (8 * 1.25)

    def _in_file(self) -> Chart:
        made = self._chart(_WIDTH, _HEIGHT)
        return made if made is not None else Chart(_WIDTH, _HEIGHT, ())

    def _chart(self, width: float, height: float) -> Chart | None:
        if self._indicator is None:
            return None
        return chart(
            self._indicator,
            self._observations,
            width=width,
            height=height,
            style=self.style_of_outcomes,
            secret=self._secret,
            words=chart_words(),
        )
