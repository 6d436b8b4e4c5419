"""The plans of a file as a list by year and target group, and what can be done with each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.follow_up import queue
from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.words import plans

_ID = Qt.ItemDataRole.UserRole
_AIR = 1.7  # of a line
_WIDTHS = (8, 34, 40, 14)  # characters; the last column has what is left


class PlanList(QWidget):
    """Newest year first, then target groups in order."""

    opened = Signal(object)
    """The id of a plan to work in."""
    wanted = Signal(str, object)
    """A deed and the id of the plan it is about; None for a new plan."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        self._grid = QGridLayout()
        self.buttons = {
            "open": self._button(self.tr("&Öppna planen"), self._open),
            "new_plan": self._button(self.tr("&Ny plan…"), lambda: self.wanted.emit("new", None)),
            "new_year": self._button(self.tr("Nytt &år…"), lambda: self._want("year")),
            "copy": self._button(self.tr("&Duplicera"), lambda: self._want("copy")),
            "step": self._button("", lambda: self._want("step")),
            "remove": self._button(self.tr("Ta b&ort"), lambda: self._want("remove")),
        }
        column.addLayout(self._grid)
        column.addWidget(self._build_list(), 1)
        editor.edited.connect(lambda: self.isVisible() and self._later.start(0))

    def show_plans(self, _plans: Sequence[NodeId]) -> None:
        """Show the file's plans as they are now."""
        self._read()

    def begin(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, plan: NodeId | None) -> None:
        """Let a plan be the current one."""
        for place in range(self.list.topLevelItemCount()):
            row = self.list.topLevelItem(place)
            if row is not None and row.data(0, _ID) == plan:
                self.list.setCurrentItem(row)

    @property
    def current(self) -> Plan | None:
        """The plan that the buttons are about."""
        row = self.list.currentItem()
        node = None if row is None else self._editor.register.get(row.data(0, _ID))
        return node if isinstance(node, Plan) else None

    def _build_list(self) -> QTreeWidget:
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Filens planer"))
        self.list.setHeaderLabels(
            [
                self.tr("År"),
                self.tr("Målgrupp"),
                self.tr("Plan"),
                self.tr("Läge"),
                self.tr("Uppföljt"),
            ]
        )
        self.list.setRootIsDecorated(False)
        self.list.setAlternatingRowColors(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSortingEnabled(False)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        letter = self.fontMetrics().horizontalAdvance("n")
        for place, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(place, width * letter)
        self.list.itemActivated.connect(lambda *_: self._open())
        self.list.deleted.connect(lambda: self._want("remove"))
        self.list.currentItemChanged.connect(lambda *_: self._fit_buttons())
        return self.list

    def _button(self, text: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        self._grid.addWidget(button, 0, self._grid.columnCount())
        return button

    def _read(self) -> None:
        chosen = self.current
        register = self._editor.register
        found = [plan for plan in register.children() if isinstance(plan, Plan)]
        found.sort(key=lambda plan: (-(plan.year or 0), plan.target_group.lower(), plan.title))
        with QSignalBlocker(self.list):
            self.list.clear()
            for plan in found:
                steps = queue(register, plan.id)
                cells = [
                    "" if plan.year is None else str(plan.year),
                    " ".join(plan.target_group.split()),
                    plan.title,
                    plans.state(plan.state),
                    self.tr("{0} av {1}").format(steps.done, len(steps.steps)),
                ]
                row = QTreeWidgetItem(self.list, cells)
                row.setData(0, _ID, plan.id)
                row.setSizeHint(0, QSize(0, round(self.fontMetrics().height() * _AIR)))
                for place, text in enumerate(cells):
                    row.setToolTip(place, text)
                    spoken = text or self.tr("inte angivet")
                    row.setData(place, Qt.ItemDataRole.AccessibleTextRole, spoken)
            first = self.list.topLevelItem(0)
            if first is not None:
                self.list.setCurrentItem(first)
            if chosen is not None:
                self.choose(chosen.id)
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        plan = self.current
        for name, button in self.buttons.items():
            button.setEnabled(plan is not None or name == "new_plan")
        if plan is not None:
            self.buttons["step"].setText(plans.step(plan.state))

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current.id)

    def _want(self, deed: str) -> None:
        if self.current is not None:
            self.wanted.emit(deed, self.current.id)


class _List(QTreeWidget):
    deleted = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)
