"""A plan's indicators: choose one, type its outcomes by period, and see them as a chart."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.nodes import Indicator, Kind
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.detail_panel import DetailPanel
from qpdesk.gui.views.indicator_chart import IndicatorChart
from qpdesk.gui.views.outcome_table import OutcomeTable
from qpdesk.gui.words import terms

_ID = Qt.ItemDataRole.UserRole
_NARROW = 130  # characters of width below which the chart goes under the fields
_FIELDS, _TABLE = 13, 7  # lines that these must have when everything stands in one column


class IndicatorView(QWidget):
    """One plan's indicators under their areas, to the left; the chosen one to the right."""

    told = Signal(str)
    going_out = Signal(object)
    """An ``Outgoing``."""

    series_wanted = Signal(object)
    """Figures from a file are wanted for the indicator with this id."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._listed: list[Indicator] = []
        self._plan: NodeId | None = None
        self._build()
        editor.edited.connect(self._edited)

    @property
    def indicator(self) -> NodeId | None:
        """The indicator that is shown."""
        item = self.list.currentItem()
        return None if item is None else item.data(0, _ID)

    def show_plans(self, plans: list[NodeId]) -> None:
        """Show a plan's indicators, those of the first that is given."""
        self._plan = plans[0] if plans else None
        self._fill(self.indicator)

    def begin(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        self.details.save()

    def add(self) -> None:
        """Make a new indicator under the same area as the chosen one, and let it be named."""
        if self._plan is None:
            return
        chosen = self._editor.register.get(self.indicator or "")
        area = chosen.area if isinstance(chosen, Indicator) else ""
        title = terms.new_titles()[Kind.INDICATOR]
        edit = self._editor.attempt(
            edits.add, Kind.INDICATOR, self._plan, after=self.indicator, title=title, area=area
        )
        if edit is not None:
            self._fill(edits.added(edit).id)
            self.details.focus_field("title")

    def delete(self) -> None:
        """Take the chosen indicator away; it can be had back with Ångra."""
        if self.indicator is not None:
            self._editor.attempt(edits.delete, [self.indicator])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    # ------------------------------------------------------------- inside

    def _arrange(self) -> None:
        """Large text in a small window: one below the other, and the page scrolls."""
        metrics = self.fontMetrics()
        wide = self.width() >= _NARROW * metrics.horizontalAdvance("n")
        self._above.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        self.details.setMinimumHeight(0 if wide else _FIELDS * metrics.lineSpacing())
        self._table_box.setMinimumHeight(_TABLE * metrics.lineSpacing())

    def _fill(self, wanted: NodeId | None) -> None:
        """List the indicators by area; ``wanted`` or the first becomes the chosen one."""
        self.list.blockSignals(True)
        self.list.clear()
        tops: dict[str, QTreeWidgetItem] = {}
        chosen: QTreeWidgetItem | None = None
        self._listed = self._indicators()
        for node in self._listed:
            item = QTreeWidgetItem(self._top(tops, node.area), [node.title])
            item.setData(0, _ID, node.id)
            item.setToolTip(0, node.title)
            if chosen is None or node.id == wanted:
                chosen = item
        for top in tops.values():
            top.setExpanded(True)  # not expandAll: that marks leaves too, and screen readers say so
        if chosen is not None:
            self.list.setCurrentItem(chosen)
        self.list.blockSignals(False)
        self._show()

    def _top(self, tops: dict[str, QTreeWidgetItem], area: str) -> QTreeWidgetItem:
        if area not in tops:
            tops[area] = QTreeWidgetItem(self.list, [area or self.tr("Utan område")])
            font = tops[area].font(0)
            font.setBold(True)
            tops[area].setFont(0, font)
            tops[area].setFlags(Qt.ItemFlag.ItemIsEnabled)
        return tops[area]

    def _show(self) -> None:
        self.details.show_item(self.indicator)
        self.table.outcomes.show_indicator(self.indicator)
        self._draw()
        for button in self._needing:
            button.setEnabled(self.indicator is not None)

    def _draw(self) -> None:
        outcomes = self.table.outcomes
        self.chart.show_indicator(outcomes.indicator, outcomes.observations, outcomes.secret)

    def _edited(self) -> None:
        if not self.isVisible():
            return
        if self._indicators() != self._listed:
            self._fill(self.indicator)
        else:
            self._draw()

    def _indicators(self) -> list[Indicator]:
        register = self._editor.register
        if self._plan is None or self._plan not in register:
            return []
        nodes = register.children(self._plan, Kind.INDICATOR)
        return [node for node in nodes if isinstance(node, Indicator)]

    def _build(self) -> None:
        self._needing: list[QToolButton] = []
        whole = QHBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        across = QSplitter(self)
        across.setChildrenCollapsible(False)
        across.addWidget(self._left())
        down = QSplitter(Qt.Orientation.Vertical, self)
        down.setChildrenCollapsible(False)
        self._above = above = QSplitter(down)
        above.setChildrenCollapsible(False)
        self.details = DetailPanel(self._editor, self._appearance, above)
        self.chart = IndicatorChart(above)
        self.chart.told.connect(self.told)
        self.chart.going_out.connect(self.going_out)
        above.addWidget(self.details)
        above.addWidget(self.chart)
        above.setSizes([420, 520])
        down.addWidget(above)
        self._table_box = self._below()
        down.addWidget(self._table_box)
        down.setSizes([380, 260])
        across.addWidget(down)
        across.setSizes([270, 940])
        across.setStretchFactor(1, 1)
        whole.addWidget(across)

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self.list = QTreeWidget(left)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(self.tr("Indikatorer"))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for word, verb, needs in (
            (self.tr("Ny indikator"), self.add, False),
            (self.tr("Ta bort"), self.delete, True),
        ):
            row.addWidget(self._button(word, verb, left, needs=needs))
        row.addStretch(1)
        column.addLayout(row)
        return left

    def _below(self) -> QWidget:
        below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = OutcomeTable(self._editor, below)
        self.table.told.connect(self.told)
        row = QHBoxLayout()
        label = QLabel(self.tr("Ut&fall"), below)
        label.setBuddy(self.table)
        row.addWidget(label)
        row.addStretch(1)
        for word, verb in (
            (self.tr("Klistra in från Excel"), self.table.paste),
            (self.tr("Hämta från fil…"), lambda: self.series_wanted.emit(self.indicator)),
            (self.tr("Ta bort utfall"), self.table.delete),
        ):
            row.addWidget(self._button(word, verb, below, needs=True))
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self.setTabOrder(below.findChildren(QToolButton)[-1], self.table)
        return below

    def _button(
        self, word: str, verb: Callable[[], None], parent: QWidget, *, needs: bool
    ) -> QToolButton:
        button = QToolButton(parent)
        button.setText(word)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: verb())
        if needs:
            self._needing.append(button)
        return button
