"""What the columns of a file of figures hold: guessed, corrected by a person, remembered."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.order import NodeId
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.memory import Memory
from qpdesk.gui.words import messages
from qpdesk.services.series import (
    Role,
    guessed_roles,
    indicators_in,
    read_series,
    to_remember,
)

if TYPE_CHECKING:
    from qpdesk.services.series import Series, Table

_SHOWN = 8  # rows of the file
_MEMORY = "series"


class SeriesImport(QDialog):
    """Shows the first rows of a table, with a choice of role over each column."""

    def __init__(
        self, table: "Table", indicator: NodeId, memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hämta värden"))
        answer_f1(self, "indicators")
        self._table = table
        self._indicator = indicator
        self._memory = memory
        self.roles: list[QComboBox] = []
        column = QVBoxLayout(self)
        told = QLabel(self.tr("Säg vad varje kolumn innehåller. Valet kommer ihåg till nästa fil."))
        told.setWordWrap(True)
        column.addWidget(told)
        column.addWidget(self._grid())
        self._which = QComboBox(self)
        self._which.setAccessibleName(self.tr("Indikator i filen"))
        column.addWidget(self._which)
        self._found = QLabel(self)
        self._found.setWordWrap(True)
        column.addWidget(self._found)
        box = QDialogButtonBox(self)
        self._take = box.addButton(self.tr("Hämta värden"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Avbryt"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.accepted.connect(self._remember)
        self._roles_changed()
        self._which.currentIndexChanged.connect(lambda _: self._show_found())
        self.resize(760, 420)

    def series(self) -> "Series":
        """The outcomes as the columns are named now."""
        return read_series(
            self._table, self._chosen(), self._indicator, self._which.currentData() or ""
        )

    def _chosen(self) -> tuple[Role, ...]:
        return tuple(Role(choice.currentData()) for choice in self.roles)

    def _grid(self) -> QTableWidget:
        heads = self._table.heads
        lines = self._table.lines[:_SHOWN]
        grid = QTableWidget(len(lines) + 1, len(heads), self)
        grid.setHorizontalHeaderLabels([head or " " for head in heads])
        grid.verticalHeader().hide()
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setTabKeyNavigation(False)
        grid.setAccessibleName(self.tr("Filens första rader"))
        guessed = guessed_roles(self._table, _remembered(self._memory))
        for place, (head, role) in enumerate(zip(heads, guessed, strict=True)):
            choice = self._choice(head, role)
            self.roles.append(choice)
            under = QTableWidgetItem()
            under.setFlags(Qt.ItemFlag.NoItemFlags)  # the choice lies over it and has the focus
            grid.setItem(0, place, under)
            grid.setCellWidget(0, place, choice)
            grid.setRowHeight(0, choice.sizeHint().height() + 1)  # with its line
            for row, line in enumerate(lines, 1):
                item = QTableWidgetItem(line.cells[place])
                said = line.cells[place].strip() or self.tr("tomt")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{head}: {said}")
                grid.setItem(row, place, item)
            grid.setColumnWidth(place, max(grid.columnWidth(place), choice.sizeHint().width()))
        grid.setCurrentCell(min(1, len(lines)), 0)
        return grid

    def _choice(self, head: str, role: Role) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(self.tr("Kolumnen {0} innehåller").format(head))
        for value, word in self._words().items():
            choice.addItem(word, value.value)
        choice.setCurrentIndex(choice.findData(role.value))
        choice.currentIndexChanged.connect(lambda _: self._roles_changed())
        return choice

    def _words(self) -> dict[Role, str]:
        return {
            Role.IGNORED: self.tr("Används inte"),
            Role.INDICATOR: self.tr("Indikator"),
            Role.PERIOD: self.tr("Period"),
            Role.OUTCOME: self.tr("Utfall"),
            Role.OUTCOME_IN_HEAD: self.tr("Utfall (rubriken är perioden)"),
            Role.TARGET: self.tr("Mål"),
            Role.N: self.tr("Antal svar"),
            Role.UNIT: self.tr("Enhet i organisationen"),
            Role.REASON: self.tr("Varför resultat saknas"),
        }

    def _roles_changed(self) -> None:
        names = indicators_in(self._table, self._chosen())
        kept = self._which.currentData()
        self._which.clear()
        for name in names:
            self._which.addItem(name, name)
        self._which.setCurrentIndex(max(self._which.findData(kept), 0) if names else -1)
        self._which.setVisible(bool(names))
        self._show_found()

    def _show_found(self) -> None:
        series = self.series()
        count = messages.plural(len(series.nodes), self.tr("utfall"), self.tr("utfall"))
        words = self.tr("Hittat: {0}.").format(count)
        if series.findings:
            look = self.tr(
                " {0} att titta på efteråt: texter som inte är tal blir skäl till att"
                " resultat saknas, och kolumner som inte används läses inte."
            )
            words += look.format(
                messages.plural(len(series.findings), self.tr("sak"), self.tr("saker"))
            )
        self._found.setText(words)
        self._take.setEnabled(bool(series.nodes))

    def _remember(self) -> None:
        kept = _remembered(self._memory) | to_remember(self._table, self._chosen())
        self._memory.keep_text(_MEMORY, json.dumps(kept, ensure_ascii=False))


def _remembered(memory: Memory) -> dict[str, str]:
    """The mappings of earlier files; strange content is no mapping."""
    try:
        found = json.loads(memory.text(_MEMORY) or "{}")
    except ValueError:
        return {}
    return {str(head): str(role) for head, role in found.items()} if isinstance(found, dict) else {}
