"""One number of the overview: a link with its words, and a bar where it is a part of something."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from qpdesk.gui.looks.focus import LinkButton
from qpdesk.gui.words.figures import Figure


class FigureRow(QWidget):
    """The number is a button that leads to what it counts; a nought leads nowhere."""

    wanted = Signal(object)
    """The ``Figure``."""

    def __init__(self, *, has_bar: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure: Figure | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.number = LinkButton(self)
        self.number.setFlat(True)
        self.number.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000"))
        self.number.clicked.connect(lambda _=False: self.wanted.emit(self.figure))
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(not has_bar)
        self._bar = _Bar(self) if has_bar else None
        row.addWidget(self.number)
        row.addWidget(self._words, 0 if has_bar else 1)
        if self._bar is not None:
            row.addWidget(self._bar, 1)
        self._dress()

    def show_figure(self, figure: Figure, whole: int = 0) -> None:
        """Show a number; with a bar, as a part of ``whole``."""
        self.figure = figure
        count = len(figure.ids)
        self.number.setText(str(count))
        self.number.setEnabled(bool(count))
        self.number.setAccessibleName(f"{figure.words}: {count}")
        self.number.setToolTip(self.tr("Visa i planen") if count else "")
        self._words.setText(figure.words)
        if self._bar is not None:
            self._bar.show_share(count / whole if whole else 0)
        self._dress()

    def align(self, width: int) -> None:
        """Where there is a bar give the words a width, so that all bars begin at one line."""
        self.number.setMinimumWidth(self.fontMetrics().horizontalAdvance("00000"))
        if self._bar is not None:
            self._words.setMinimumWidth(width)

    def _dress(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        font.setUnderline(self.number.isEnabled())
        self.number.setFont(font)


class _Bar(QWidget):
    """A bar in a frame; the number beside says the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 8, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        filled = QRectF(area)
        filled.setWidth(area.width() * self._share)
        painter.fillRect(filled, self.palette().color(QPalette.ColorRole.Accent))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1))
        painter.drawRect(area)
        painter.end()
