"""The grid of the risk matrix: cells, the names of the steps, and arrows from last year."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QWidget
from typing_extensions import override

from qpdesk.domain.matrix import Arrow, Matrix, Square
from qpdesk.domain.scale import Scale
from qpdesk.gui.views.matrix_cell import MatrixCell
from qpdesk.gui.words import terms

_HEAD = 9.0  # pixels, of an arrow


class MatrixGrid(QWidget):
    """The likelihoods go up, the consequences to the right."""

    chosen = Signal(int, int)
    """The likelihood and consequence of the cell that was chosen."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: dict[Square, MatrixCell] = {}
        self._scale = scale
        self._group = QButtonGroup(self)
        self.setAccessibleName(self.tr("Riskmatris"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self._name_steps()
        self.arrows = _Arrows(self)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show the risks; the cells that are there stay, with their focus."""
        for cell in matrix.cells:
            place = (cell.likelihood, cell.consequence)
            if place in self.cells:
                self.cells[place].show_cell(cell)
                continue
            made = MatrixCell(cell, self._scale, self)
            made.clicked.connect(lambda _=False, place=place: self.chosen.emit(*place))
            made.neighbour_wanted.connect(lambda up, on, place=place: self._go(place, up, on))
            self.cells[place] = made
            self._group.addButton(made)
            row = len(self._scale.likelihoods) - cell.likelihood
            self._grid.addWidget(made, row, cell.consequence + 1)
        self.arrows.show_arrows(matrix.arrows)

    def _go(self, place: Square, up: int, on: int) -> None:
        neighbour = self.cells.get((place[0] + up, place[1] + on))
        if neighbour is not None:
            neighbour.setFocus(Qt.FocusReason.TabFocusReason)

    def _name_steps(self) -> None:
        rows, columns = len(self._scale.likelihoods), len(self._scale.consequences)
        self._grid.addWidget(self._axis(self.tr("Sannolikhet ↑")), rows, 0, 2, 2)
        for number, name in enumerate(self._scale.likelihoods, 1):
            self._grid.addWidget(self._step(number, terms.step(name)), rows - number, 0, 1, 2)
        for number, name in enumerate(self._scale.consequences, 1):
            label = self._step(number, terms.step(name))
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(label, rows, number + 1)
        axis = self._axis(self.tr("Konsekvens →"))
        axis.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._grid.addWidget(axis, rows + 1, 2, 1, columns)
        for row in range(rows):
            self._grid.setRowStretch(row, 1)
        for column in range(2, columns + 2):
            self._grid.setColumnStretch(column, 1)

    def _step(self, number: int, name: str) -> QLabel:
        label = QLabel(f"{number} {name}", self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _axis(self, words: str) -> QLabel:
        label = QLabel(words, self)
        font = QFont(label.font())
        font.setBold(True)
        label.setFont(font)
        return label

    def centre(self, place: Square) -> QPointF:
        """The middle of a cell."""
        return QPointF(self.cells[place].geometry().center())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrows.setGeometry(self.rect())
        self.arrows.raise_()


class _Arrows(QWidget):
    """Lies over the cells and lets every click through."""

    def __init__(self, grid: MatrixGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._ways: Counter[tuple[Square, Square]] = Counter()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_arrows(self, arrows: Iterable[Arrow]) -> None:
        self._ways = Counter((arrow.start, arrow.end) for arrow in arrows)
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        for (start, end), count in self._ways.items():
            painter.setPen(QPen(ink, min(1.2 + 0.4 * count, 4)))
            painter.setBrush(ink)
            self._arrow(painter, QLineF(self._grid.centre(start), self._grid.centre(end)))
        painter.end()

    @staticmethod
    def _arrow(painter: QPainter, whole: QLineF) -> None:
        line = QLineF(whole)
        line.setLength(whole.length() - _HEAD)
        painter.drawLine(line)
        painter.drawEllipse(whole.p1(), 3, 3)
        tip = QPolygonF([whole.p2()])
        for turn in (155, 205):
            side = QLineF(whole.p2(), whole.p1())
            side.setAngle(whole.angle() + turn)
            side.setLength(_HEAD * 1.3)
            tip.append(side.p2())
        painter.drawPolygon(tip)
