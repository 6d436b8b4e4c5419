"""Items in a plain list by their ids, however many: only what is seen is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from qpdesk.domain.nodes import Risk, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.words import messages, terms

_NOWHERE = QModelIndex()
_LENGTH = 160


class ItemList(QAbstractListModel):
    """The items' names, with the risk level where there is one."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = editor.register
        self._ids: Sequence[NodeId] = ()

    def show_ids(self, ids: Sequence[NodeId]) -> None:
        """Show these items, in this order."""
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def id_at(self, index: QModelIndex) -> NodeId | None:
        """The item at an index."""
        return self._ids[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self._ids)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        node = self._register.get(self._ids[index.row()]) if index.isValid() else None
        if node is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            whole = role == Qt.ItemDataRole.ToolTipRole
            title = title_of(node) if whole else messages.cut(title_of(node), _LENGTH)
            if isinstance(node, Risk) and node.level is not None:
                band = terms.level(node.level, scale_of(self._register, node.id))
                return f"{node.level} {band}  ·  {title}"
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{terms.kinds()[kind_of(node)]}: {title_of(node)}"
        return None
