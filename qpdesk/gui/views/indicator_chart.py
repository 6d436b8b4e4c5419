"""A chart with what can be done with it: columns or line, as a table, copied, saved."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.chart import Style
from qpdesk.domain.chart_words import Secret, table
from qpdesk.domain.nodes import Indicator, Observation
from qpdesk.gui.looks.style import row_height
from qpdesk.gui.views.chart import ChartView
from qpdesk.gui.views.outgoing import Outgoing
from qpdesk.gui.words.charts import chart_words
from qpdesk.gui.words.files import safe_name


class IndicatorChart(QWidget):
    """Chart and table of one indicator, one of them in front."""

    told = Signal(str)
    going_out = Signal(object)
    """An ``Outgoing``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.chart = ChartView(self)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setAccessibleName(self.tr("Diagrammets värden"))
        self._faces = QStackedWidget(self)
        self._faces.addWidget(self.chart)
        self._faces.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._tools())
        column.addWidget(self._faces, 1)
        self._fit()

    def show_indicator(
        self, indicator: Indicator | None, observations: list[Observation], secret: Secret
    ) -> None:
        """Draw an indicator, and fill the table with the same figures."""
        self._title = indicator.title if indicator is not None else ""
        self.chart.show_indicator(indicator, observations, secret)
        rows = (
            table(indicator, observations, secret, chart_words()) if indicator is not None else [()]
        )
        heads, *lines = rows
        self.table.setColumnCount(len(heads))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setRowCount(len(lines))
        for row, cells in enumerate(lines):
            for place, words in enumerate(cells):
                self.table.setItem(row, place, QTableWidgetItem(words))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for button in (self._copy, self._save, self.as_table):
            button.setEnabled(indicator is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        group = QButtonGroup(self)
        self.columns = self._button(self.tr("Stapel"), checkable=True)
        self.lines = self._button(self.tr("Linje"), checkable=True)
        for button in (self.columns, self.lines):
            group.addButton(button)
        self.columns.setChecked(True)
        self.lines.toggled.connect(
            lambda on: self.chart.show_style(Style.LINES if on else Style.BARS)
        )
        self.as_table = self._button(self.tr("Visa som tabell"), checkable=True)
        self.as_table.toggled.connect(lambda on: self._faces.setCurrentIndex(int(on)))
        self._copy = self._button(self.tr("Kopiera bild"))
        self._copy.clicked.connect(self._copied)
        self._save = self._button(self.tr("Spara bild…"))
        self._save.clicked.connect(self._send)
        for button in (self.columns, self.lines, self.as_table, self._copy, self._save):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _button(self, word: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setText(word)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _copied(self) -> None:
        self.chart.copy()
        self.told.emit(self.tr("Diagrammet är kopierat som bild."))

    def _send(self) -> None:
        kinds = {".svg": self.tr("Bild för webb och tryck"), ".png": self.tr("Bild")}
        makers = {".svg": self.chart.as_svg, ".png": self.chart.as_png}
        name = safe_name(self._title)
        self.going_out.emit(Outgoing(name, kinds, lambda suffix: makers[suffix]()))
