"""Reminders: what is to be done by which day, as a list and for a calendar file."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.style import row_height
from qpdesk.gui.views.outgoing import Outgoing
from qpdesk.gui.words import messages

if TYPE_CHECKING:
    from qpdesk.services.reminders import Reminder

_NOWHERE = QModelIndex()
_WIDTHS = (14, 16, 0, 26)  # characters; the item's name has what is left


class ReminderView(QWidget):
    """Due dates of measures, and the days of controls as often as their frequency says."""

    item_wanted = Signal(object)
    """One item's id."""
    items_wanted = Signal(object, str)
    """Some items' ids, and in words what they have in common."""
    going_out = Signal(object)
    """An ``Outgoing``."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._plans: list[NodeId] = []
        self._unreadable: tuple[NodeId, ...] = ()
        self.model = _ReminderModel(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._read)
        self._build()
        editor.edited.connect(self._edited)

    def show_plans(self, plans: Sequence[NodeId]) -> None:
        """Show the days of some plans."""
        self._plans = list(plans)
        self._read()

    def begin(self) -> None:
        """Put the focus on the list, or on what may be why it is empty."""
        first = self.table if self.model.found else self.coming
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self) -> None:
        if self.isVisible():
            self._later.start(0)

    def _read(self) -> None:
        from qpdesk.services.reminders import (  # noqa: PLC0415 - not at start
            reminders,
            unreadable_frequencies,
        )

        register = self._editor.register
        plans = [plan for plan in self._plans if plan in register]
        since = date.today() if self.coming.isChecked() else None  # noqa: DTZ011 - the user's day
        self.model.show_reminders(reminders(register, plans, since))
        some = Qt.FocusPolicy.StrongFocus if self.model.found else Qt.FocusPolicy.NoFocus
        self.table.setFocusPolicy(some)  # where there is no row, nobody could see the focus
        self._unreadable = unreadable_frequencies(register, plans)
        words = messages.plural(
            len(self._unreadable), self.tr("egenkontroll"), self.tr("egenkontroller")
        )
        self._odd.setText(self.tr("{0} utan fasta dagar (vid behov)").format(words))
        self._odd.setVisible(bool(self._unreadable))
        self._save.setEnabled(bool(self.model.found))

    def _send(self) -> None:
        from qpdesk.services.reminders import calendar_file  # noqa: PLC0415 - not at start

        today = date.today()  # noqa: DTZ011 - the user's own day
        kinds = {".ics": self.tr("Kalender för Outlook")}

        def make(_suffix: str) -> bytes:
            return calendar_file(self._editor.register, self.model.found, today)

        self.going_out.emit(Outgoing(self.tr("Påminnelser"), kinds, make))

    def _open(self, index: QModelIndex) -> None:
        self.item_wanted.emit(self.model.found[index.row()].id)

    def _fit(self) -> None:
        """Fit columns and rows to the size of the text."""
        letter = self.fontMetrics().horizontalAdvance("n")
        for place, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(place, width * letter)
        self.table.verticalHeader().setDefaultSectionSize(row_height(self.fontMetrics()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        row = QHBoxLayout()
        self.coming = QCheckBox(self.tr("&Bara från i dag och framåt"), self)
        self.coming.setChecked(True)
        self.coming.toggled.connect(lambda _: self._read())
        row.addWidget(self.coming)
        row.addStretch(1)
        self._odd = QToolButton(self)
        self._odd.clicked.connect(
            lambda _=False: self.items_wanted.emit(self._unreadable, self.tr("Frekvens utan dagar"))
        )
        self._save = QToolButton(self)
        self._save.setText(self.tr("Spara kalenderfil (.ics)…"))
        self._save.clicked.connect(self._send)
        for button in (self._odd, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        column.addLayout(row)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Påminnelser"))
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self._open)
        self._fit()
        column.addWidget(self.table, 1)


class _ReminderModel(QAbstractTableModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: Sequence[Reminder] = ()

    def show_reminders(self, found: "Sequence[Reminder]") -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self.found)

    @override
    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else 4

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return (self.tr("Dag"), self.tr("Vad"), self.tr("Post"), self.tr("Ansvarig"))[section]

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        if not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        found = self.found[index.row()]
        is_due = found.occasion == "due"
        what = self.tr("Klar senast") if is_due else self.tr("Egenkontroll")
        return (found.day.isoformat(), what, found.title, found.responsible)[index.column()]
