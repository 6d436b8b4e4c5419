"""What a control showed, or how an indicator came out, as a table; the last row makes a new one."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Node
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS
from qpdesk.gui.editor import Editor
from qpdesk.gui.words import labels, numbers, terms

translate = QCoreApplication.translate

COLUMNS = {
    Kind.RESULT: (
        "period",
        "organisational_unit",
        "value",
        "unit",
        "judgement",
        "no_result_reason",
    ),
    Kind.OBSERVATION: (
        "period",
        "organisational_unit",
        "outcome",
        "target",
        "n",
        "note",
        "no_result_reason",
    ),
}
"""What stands in the columns, for the two kinds that are told period by period."""

CODE = int(Qt.ItemDataRole.UserRole)
"""The plain value of a cell that is chosen, not typed."""

_NOWHERE = QModelIndex()


class ChildTable(QAbstractTableModel):
    """The items of one kind right under another, in their order. Every change is an edit."""

    def __init__(self, editor: Editor, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.kind = kind
        self.names = COLUMNS[kind]
        self._above: NodeId | None = None
        self.nodes: tuple[Node, ...] = ()
        editor.edited.connect(self._edited)

    def show_below(self, above: NodeId | None) -> None:
        """Show what stands under this item (None: nothing)."""
        self.beginResetModel()
        self._above = above if above in self._editor.register else None
        self.nodes = self._read()
        self.endResetModel()

    def row_of(self, node_id: NodeId) -> int:
        """The row of an item; that of the new one when it is not here."""
        ids = [node.id for node in self.nodes]
        return ids.index(node_id) if node_id in ids else len(ids)

    def ids(self, rows: Sequence[int]) -> list[NodeId]:
        """The items in these rows."""
        return [self.nodes[row].id for row in rows if row < len(self.nodes)]

    def choices(self, column: int) -> dict[str, str]:
        """The words to choose from in a column, by their code; none where one types."""
        wanted = FIELDS[self.kind][self.names[column]]
        return terms.choices(wanted) if issubclass(wanted, StrEnum) else {}

    # ------------------------------------------------------------- asked by Qt

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() or self._above is None else len(self.nodes) + 1

    @override
    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self.names)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if section < len(self.nodes) else "*"
        return labels.field(self.kind, self.names[section])

    @override
    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]  # stubs
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        if not index.isValid():
            return None
        text = self._text(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                head = labels.field(self.kind, self.names[index.column()])
                said = text or translate("Row", "ingen uppgift")
                return f"{head}: {said}"
            case Qt.ItemDataRole.UserRole:
                return self._value(index.row(), index.column())
            case _:
                return None

    @override
    def setData(
        self,
        index: QModelIndex,  # type: ignore[override]  # stubs
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        name, raw = self.names[index.column()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or self._above is None:
            return False
        if index.row() < len(self.nodes):
            one = [self.nodes[index.row()].id]
            return self._editor.attempt(edits.change, one, name, raw) is not None
        if not raw:
            return False
        made = self._editor.attempt(edits.add, self.kind, self._above, **{name: raw})
        return made is not None

    # ------------------------------------------------------------- inside

    def _read(self) -> tuple[Node, ...]:
        register = self._editor.register
        if self._above is None or self._above not in register:
            return ()
        return register.children(self._above, self.kind)

    def _edited(self) -> None:
        """Show what there is now; while the rows are the same, selection and editing stay."""
        if self._above is None:
            return
        nodes = self._read()
        if self._above in self._editor.register and len(nodes) == len(self.nodes):
            self.nodes = nodes
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        elif len(nodes) == len(self.nodes) + 1 and nodes[:-1] == self.nodes:
            self.beginInsertRows(_NOWHERE, len(nodes), len(nodes))
            self.nodes = nodes
            self.endInsertRows()
        else:
            self.show_below(self._above)

    def _value(self, row: int, column: int) -> object:
        return getattr(self.nodes[row], self.names[column]) if row < len(self.nodes) else ""

    def _text(self, row: int, column: int) -> str:
        value = self._value(row, column)
        if isinstance(value, StrEnum):
            return self.choices(column)[value.value] if value else ""
        return numbers.shown(value) if isinstance(value, int | float) else str(value or "")
