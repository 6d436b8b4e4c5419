"""Which of a file's plans is shown; out of sight while there is only one."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from qpdesk.domain.nodes import Plan, title_of
from qpdesk.domain.order import NodeId
from qpdesk.gui.looks.chooser import Chooser


class PlanChooser(QWidget):
    """A list of plans by title and year."""

    chosen = Signal(object)
    """The id of a plan."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = Chooser(28, self)
        self.list.setAccessibleName(self.tr("Plan"))
        self.list.setMinimumWidth(16 * self.fontMetrics().horizontalAdvance("n"))  # tabs need more
        self.list.activated.connect(lambda row: self.chosen.emit(self.list.itemData(row)))
        label = QLabel(self.tr("&Plan:"), self)
        label.setBuddy(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.list)

    def offer(self, plans: Sequence[Plan], current: NodeId | None) -> None:
        """Give the plans to choose from."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for plan in plans:
                self.list.addItem(plan_words(plan), plan.id)
            self.list.setCurrentIndex(self.list.findData(current))
        view = self.list.view()
        view.setMinimumWidth(
            view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width()
        )
        self.setVisible(len(plans) > 1)


def plan_words(plan: Plan) -> str:
    """A plan in a list: its title, with the year where the title does not say it."""
    year = str(plan.year) if plan.year is not None else ""
    title = title_of(plan)
    return title if not year or year in title else f"{title} ({year})"
