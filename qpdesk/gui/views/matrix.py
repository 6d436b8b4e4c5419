"""The risk matrix of some plans: the grid, the chosen square's risks, and those without one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QListView, QSplitter, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from qpdesk.domain.matrix import Matrix, matrix
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.domain.scale import STANDARD
from qpdesk.gui.editor import Editor
from qpdesk.gui.models.item_list import ItemList
from qpdesk.gui.views.figure_row import FigureRow
from qpdesk.gui.views.matrix_grid import MatrixGrid
from qpdesk.gui.words import figures, messages
from qpdesk.gui.words.figures import Figure

_LIST = 34  # characters that the list needs beside the grid; with less it goes below


class MatrixView(QWidget):
    """To the left the grid, to the right lists; a click on either leads into the plan."""

    items_wanted = Signal(object, str)
    """Some items' ids, and in words what they have in common: to narrow the plan to."""
    item_wanted = Signal(object)
    """One item's id."""
    rules_wanted = Signal()
    """Scale and bands are to be set."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._plans: list[NodeId] = []
        self._square: tuple[int, int] | None = None
        self._scale = STANDARD
        self.matrix: Matrix | None = None
        self.grid: MatrixGrid | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self._build()
        editor.edited.connect(self._edited)

    def show_plans(self, plans: Sequence[NodeId]) -> None:
        """Show the risks of some plans, on the first one's scale."""
        self._plans = list(plans)
        self._read()

    def begin(self) -> None:
        """Put the focus on the chosen square, or on the first."""
        if self.grid is not None:
            cells = list(self.grid.cells.values())
            chosen = next((cell for cell in cells if cell.isChecked()), cells[0])
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, likelihood: int, consequence: int) -> None:
        """List a square's risks, and offer to see them in the plan."""
        self._square = (likelihood, consequence)
        self._show_square()

    # ------------------------------------------------------------- inside

    def _edited(self) -> None:
        if self.isVisible():
            self._later.start(0)

    def _read(self) -> None:
        register = self._editor.register
        plans = [plan for plan in self._plans if plan in register]
        scale = scale_of(register, plans[0] if plans else None)
        self.matrix = matrix(register, plans, scale)
        if self.grid is None or self._scale != scale:
            self._scale = scale
            self._replace_grid(MatrixGrid(scale, self))
        assert self.grid is not None  # noqa: S101 - made above
        self.grid.show_matrix(self.matrix)
        self._show_square()
        self._show_others()

    def _replace_grid(self, grid: MatrixGrid) -> None:
        if self.grid is not None:
            self.grid.hide()
            self.grid.deleteLater()
        self.grid = grid
        self._square = None
        grid.chosen.connect(self.choose)
        self._holder.insertWidget(0, grid, 1)

    def _show_square(self) -> None:
        ids: tuple[NodeId, ...] = ()
        head = self.tr("Välj en ruta för att se dess risker.")
        if self._square is not None and self.matrix is not None:
            ids = self.matrix.cell(*self._square).ids
            head = self._words(self._square, len(ids))
        self._head.setText(head)
        self._list.setAccessibleName(head)
        self._model.show_ids(ids)
        self._filter.setEnabled(bool(ids))
        some = Qt.FocusPolicy.StrongFocus if ids else Qt.FocusPolicy.NoFocus
        self._list.setFocusPolicy(some)  # where there is no row, nobody could see the focus

    def _words(self, square: tuple[int, int], count: int) -> str:
        words = figures.square(self._scale, *square)
        return f"{words} – {figures.risks(count)}"

    def _show_others(self) -> None:
        assert self.matrix is not None  # noqa: S101 - just read
        moved = tuple(arrow.id for arrow in self.matrix.arrows)
        for row, ids in (
            (self.beside, self.matrix.beside),
            (self.unjudged, self.matrix.unjudged),
            (self.outside, self.matrix.outside),
            (self.moved, moved),
        ):
            row.show_figure(Figure(self._others[row][0], ids))
            row.setVisible(bool(ids))
        self.moved.number.setToolTip("\n".join(self._arrow_words()))
        self.moved.number.setAccessibleDescription("; ".join(self._arrow_words()))

    def _arrow_words(self) -> list[str]:
        register = self._editor.register
        arrows = self.matrix.arrows if self.matrix is not None else ()
        return [
            f"{messages.cut(getattr(register[arrow.id], 'title', ''), 80)}:"
            f" {figures.moved(arrow.start, arrow.end)}"
            for arrow in arrows[:20]
        ]

    def _want_square(self) -> None:
        if self._square is not None and self.matrix is not None:
            ids = self.matrix.cell(*self._square).ids
            words = self.tr("Sannolikhet {0}, konsekvens {1}").format(*self._square)
            self.items_wanted.emit(ids, words)

    def _want(self, row: FigureRow) -> None:
        if row.figure is not None:
            self.items_wanted.emit(row.figure.ids, self._others[row][1])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list has no room beside the grid, it goes below."""
        super().resizeEvent(event)
        if self.grid is None:
            return
        needed = self.grid.minimumSizeHint().width()
        needed += _LIST * self.fontMetrics().horizontalAdvance("n")
        beside = event.size().width() >= needed
        self._across.setOrientation(
            Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        )

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        self._across = across = QSplitter(self)
        across.setChildrenCollapsible(False)
        left = QWidget(across)
        self._holder = QVBoxLayout(left)
        self._holder.setContentsMargins(0, 0, 0, 0)
        rules = self._button(self.tr("Skala och gränser…"))
        rules.clicked.connect(self.rules_wanted)
        self._holder.addWidget(rules, 0, Qt.AlignmentFlag.AlignLeft)
        across.addWidget(left)
        across.addWidget(self._right(across))
        across.setSizes([760, 440])
        across.setStretchFactor(0, 1)
        whole.addWidget(across)

    def _right(self, parent: QWidget) -> QWidget:
        right = QWidget(parent)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        self._head = QLabel(right)
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        font = QFont(self._head.font())
        font.setBold(True)
        self._head.setFont(font)
        column.addWidget(self._head)
        self._model = ItemList(self._editor, self)
        self._list = QListView(right)
        self._list.setModel(self._model)
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.activated.connect(self._open)
        column.addWidget(self._list, 1)
        self._filter = self._button(self.tr("Visa rutans risker i planen"))
        self._filter.clicked.connect(self._want_square)
        column.addWidget(self._filter)
        self._others = self._other_rows(right)
        for row in self._others:
            row.wanted.connect(lambda _, row=row: self._want(row))
            column.addWidget(row)
        return right

    def _other_rows(self, parent: QWidget) -> dict[FigureRow, tuple[str, str]]:
        """What the grid does not show, each with its words here and on the chip in the plan."""
        self.beside, self.unjudged, self.outside, self.moved = (
            FigureRow(parent=parent) for _ in range(4)
        )
        return {
            self.beside: (
                self.tr("Bara risknivå: ange sannolikhet och konsekvens"),
                self.tr("Utan sannolikhet och konsekvens"),
            ),
            self.unjudged: (self.tr("Utan bedömning"), self.tr("Utan bedömning")),
            self.outside: (
                self.tr("Passar inte skalan; bedömningen är kvar som den var"),
                self.tr("Passar inte skalan"),
            ),
            self.moved: (
                self.tr("Har flyttat sedan förra årets plan (pilar)"),
                self.tr("Flyttade sedan förra året"),
            ),
        }

    def _open(self, index: object) -> None:
        self.item_wanted.emit(self._model.id_at(index))  # type: ignore[arg-type]  # an index

    def _button(self, word: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(word)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
