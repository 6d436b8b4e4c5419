"""The overview: where one or several plans stand, in numbers that lead to what they count."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.nodes import Status
from qpdesk.domain.order import NodeId
from qpdesk.domain.overview import Overview, overview
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.heading import Heading
from qpdesk.gui.looks.style import row_height
from qpdesk.gui.models.figure_table import FigureTable
from qpdesk.gui.views.figure_row import FigureRow
from qpdesk.gui.words import figures
from qpdesk.gui.words.figures import Figure

_LARGER = 1.15  # times the text, of a heading
_THRESHOLD = 9
"""The level from which a risk is high until the user says another; printed plans do the same."""


class OverviewView(QScrollArea):
    """Counts anew after each edit while it is seen."""

    items_wanted = Signal(object, str)
    """Some items' ids, and in words what they have in common: to narrow the plan to."""
    export_wanted = Signal(str)
    """The ending of the file that the overview is wanted in."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.plans: list[NodeId] = []
        self.found: Overview | None = None
        self._rows: dict[str, list[FigureRow]] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._count)
        self._build()
        editor.edited.connect(self._edited)

    @property
    def threshold(self) -> int:
        """The level from which a risk is high."""
        return self._threshold.currentData() or _THRESHOLD

    def show_plans(self, plans: Sequence[NodeId]) -> None:
        """Count some plans."""
        self.plans = list(plans)
        self._offer_levels()
        self._count()

    def begin(self) -> None:
        """Put the focus on the first choice."""
        self._threshold.setFocus(Qt.FocusReason.OtherFocusReason)

    def tables(self) -> list[tuple[str, list[str], list[list[str]]]]:
        """Everything shown, as titles, heads and rows of texts, for paper and Excel."""
        heads = [self.tr("Vad"), self.tr("Antal")]
        found = [
            (
                title,
                heads,
                [[row.figure.words, str(len(row.figure.ids))] for row in rows if row.figure],
            )
            for title, rows in self._rows.items()
        ]
        for title, model in ((self._by_name, self.responsible), (self._by_place, self.units)):
            if model.rows:
                found.append((title, model.heads(), model.texts()))
        return found

    # ------------------------------------------------------------- counting

    def _edited(self) -> None:
        if self.isVisible():
            self._later.start(0)

    def _count(self) -> None:
        register = self._editor.register
        plans = [plan for plan in self.plans if plan in register]
        today = date.today()  # noqa: DTZ011 - the user's own day
        found = overview(register, plans, threshold=self.threshold, today=today)
        self.found = found
        groups = (
            figures.attention(found, self.threshold),
            figures.by_status(found),
            figures.progress(found),
            figures.contents(found),
        )
        for rows, group in zip(self._rows.values(), groups, strict=True):
            whole = sum(len(figure.ids) for figure in group)
            for row, figure in zip(rows, group, strict=True):
                row.show_figure(figure, whole)
        self.responsible.show_rows(figures.by_responsible(found))
        self.units.show_rows(figures.by_unit(found))
        for table, label, model in self._tables:
            table.setVisible(bool(model.rows))
            label.setVisible(bool(model.rows))
        self._fit()

    def _fit(self) -> None:
        """Fit what has a size of its own to the size of the text."""
        for table, _, model in self._tables:
            table.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))
            table.resizeColumnsToContents()
            _fit_height(table, model.rowCount())
        width = self.fontMetrics().horizontalAdvance(self.tr("Poster som saknar uppföljning"))
        for rows in self._rows.values():
            for row in rows:
                row.align(width)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _offer_levels(self) -> None:
        """The levels of the plans' scale; the choice stays if it can."""
        first = next((plan for plan in self.plans if plan in self._editor.register), None)
        levels = sorted(scale_of(self._editor.register, first).levels)
        wanted = self.threshold if self.threshold in levels else levels[-1]
        self._threshold.blockSignals(True)
        self._threshold.clear()
        for level in levels:
            self._threshold.addItem(self.tr("{0} eller mer").format(level), level)
        self._threshold.setCurrentIndex(self._threshold.findData(wanted))
        self._threshold.blockSignals(False)

    def _want(self, figure: Figure | None) -> None:
        if figure is not None and figure.ids:
            self.items_wanted.emit(figure.ids, figure.words)

    def _want_cell(self, index: QModelIndex) -> None:
        model = index.model()
        if isinstance(model, FigureTable) and index.column():
            self._want(model.figure(index))

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Översikt"))
        inside = QWidget(self)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(16, 8, 16, 16)
        whole.setSpacing(12)
        whole.addLayout(self._tools())
        grid = QGridLayout()
        grid.setHorizontalSpacing(40)
        grid.setVerticalSpacing(16)
        for place, (title, count, has_bar) in enumerate(
            (
                (self.tr("Att titta på"), 7, False),
                (self.tr("Åtgärder efter status"), len(Status), True),
                (self.tr("Uppföljningen"), 2, True),
                (self.tr("Innehåll"), 3, False),
            )
        ):
            spot = ((0, 0, 3), (0, 1, 1), (1, 1, 1), (2, 1, 1))[place]
            group = self._group(title, count, has_bar=has_bar)
            grid.addLayout(group, spot[0], spot[1], spot[2], 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        whole.addLayout(grid)
        self._by_name, self._by_place = (
            self.tr("Åtgärder efter ansvarig"),
            self.tr("Egenkontrollernas senaste resultat efter enhet"),
        )
        self.responsible = FigureTable(self.tr("Ansvarig"), self)
        self.units = FigureTable(self.tr("Enhet"), self)
        self._tables = [
            self._table(whole, self._by_name, self.responsible),
            self._table(whole, self._by_place, self.units),
        ]
        whole.addStretch(1)
        self.setWidget(inside)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        label = QLabel(self.tr("Hög risk är &nivå"), self)
        self._threshold = QComboBox(self)
        self._threshold.setAccessibleName(self.tr("Nivå från vilken en risk är hög"))
        self._threshold.currentIndexChanged.connect(lambda _: self._count())
        label.setBuddy(self._threshold)
        row.addWidget(label)
        row.addWidget(self._threshold)
        row.addStretch(1)
        for word, suffix in (
            (self.tr("Spara som PDF…"), ".pdf"),
            (self.tr("Spara som Excel…"), ".xlsx"),
        ):
            button = QToolButton(self)
            button.setText(word)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, suffix=suffix: self.export_wanted.emit(suffix))
            row.addWidget(button)
        return row

    def _group(self, title: str, count: int, *, has_bar: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Heading(title, _LARGER, self))
        rows = [FigureRow(has_bar=has_bar, parent=self) for _ in range(count)]
        for row in rows:
            row.wanted.connect(self._want)
            column.addWidget(row)
        self._rows[title] = rows
        return column

    def _table(
        self, column: QVBoxLayout, title: str, model: FigureTable
    ) -> tuple[QTableView, QLabel, FigureTable]:
        label = Heading(title, _LARGER, self)
        table = QTableView(self)
        table.setModel(model)
        table.setAccessibleName(title)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        table.clicked.connect(self._want_cell)
        table.activated.connect(self._want_cell)
        column.addWidget(label)
        column.addWidget(table)
        return table, label, model


def _fit_height(table: QTableView, rows: int) -> None:
    """As high as its rows, up to twelve of them."""
    row = table.verticalHeader().defaultSectionSize()
    table.setFixedHeight(table.horizontalHeader().sizeHint().height() + row * min(rows, 12) + 22)
