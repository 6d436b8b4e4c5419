"""A tree's rows sorted by a column, within each branch; the plan itself keeps its order."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from qpdesk.gui.models import listing, rows
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.models.rows import Column

_Order = Qt.SortOrder


class Sorting(QObject):
    """Follows clicks on the heads: the way one wants first, the other way, as in the plan."""

    changed = Signal()
    """The rows are to be shown anew."""

    def __init__(self, model: PlanModel, header: QHeaderView) -> None:
        super().__init__(header)
        self._model = model
        self._header = header
        self.column: Column | None = None
        self.falling = False
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._clicked)
        self._show()

    @property
    def word(self) -> str:
        """What stands above the column that the rows are sorted by; "" as in the plan."""
        return "" if self.column is None else rows.header(self._model.outline, self.column)

    def by(self, column: Column | None, *, falling: bool = False) -> None:
        """Sort by a column; None for the order of the plan."""
        self.column, self.falling = column, falling
        self._model.sort_by(column, falling=falling)
        self._show()
        self.changed.emit()

    def recall(self) -> None:
        """Sort as the header says, after it has been restored."""
        columns = self._model.outline.columns
        section = self._header.sortIndicatorSection()
        falling = self._header.sortIndicatorOrder() is _Order.DescendingOrder
        if self._header.isSortIndicatorShown() and 0 <= section < len(columns):
            self.by(columns[section], falling=falling)
        elif self.column is not None:
            self.by(None)

    def _clicked(self, section: int) -> None:
        column = self._model.outline.columns[section]
        first = listing.falls_first(column)
        if column is not self.column:
            self.by(column, falling=first)
        elif self.falling is first:
            self.by(column, falling=not first)
        else:
            self.by(None)

    def _show(self) -> None:
        self._header.setSortIndicatorShown(self.column is not None)
        if self.column is not None:
            order = _Order.DescendingOrder if self.falling else _Order.AscendingOrder
            self._header.setSortIndicator(self._model.outline.columns.index(self.column), order)
