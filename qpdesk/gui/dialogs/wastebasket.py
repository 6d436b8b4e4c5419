"""The wastebasket: everything that was deleted, with who and when, and the way back for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.nodes import Node, kind_of, title_of
from qpdesk.domain.restoring import branch_of, restore
from qpdesk.domain.search import searchable, words_of
from qpdesk.gui.dialogs.joinery import button, foot, sentence
from qpdesk.gui.editor import Editor
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.symbols import KIND_ICONS
from qpdesk.gui.words import messages, past, terms
from qpdesk.services.errors import StoreError
from qpdesk.services.history import Deleted

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId

_ID = Qt.ItemDataRole.UserRole
_SHOWN = 200  # letters of a title


class WastebasketDialog(QDialog):
    """Branches hang together as they were deleted; what is put back comes with all below it."""

    told = Signal(str)
    restored = Signal(object)
    """The id of the first item that has been put back."""

    def __init__(self, editor: Editor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._icons = icons
        self._deleted: list[Deleted] = []
        self.setWindowTitle(self.tr("Papperskorg"))
        answer_f1(self, "history")
        self._build()
        self.read()
        editor.edited.connect(self.read)

    def read(self) -> None:
        """Show what lies here now."""
        try:
            self._deleted = self._editor.document.deleted()
        except StoreError as error:
            self._told.setText(messages.trouble(error))
            return
        self._fill()

    def restore(self) -> None:
        """Put back what is chosen, with all below it, as one new edit."""
        basket = [each.node for each in self._deleted]
        chosen = [item.data(0, _ID) for item in self.list.selectedItems()]
        wanted = [node_id for each in chosen for node_id in branch_of(basket, each)]
        edit = self._editor.attempt(restore, basket, wanted)
        if edit is not None:
            count = messages.posts(len(edit.changes))
            self.told.emit(self.tr("Återställt: {0}. Ångra med Ctrl+Z.").format(count))
            self.restored.emit(chosen[0])

    def _fill(self) -> None:
        words = words_of(self._search.text())
        about = {each.node.id: each for each in self._deleted}
        kept: set[NodeId] = set()
        for each in self._deleted:
            if all(word in searchable(each.node) for word in words):
                at: NodeId | None = each.node.id
                while at is not None and at in about and at not in kept:
                    kept.add(at)
                    at = about[at].node.place.parent
        made = {node_id: self._line(about[node_id]) for node_id in about if node_id in kept}
        with QSignalBlocker(self.list):
            self.list.clear()
            for node_id, line in made.items():
                above = made.get(about[node_id].node.place.parent or node_id)
                if above is None or above is line:
                    self.list.addTopLevelItem(line)
                else:
                    above.addChild(line)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self._show_count(len(made))
        self._enable()

    def _line(self, deleted: Deleted) -> QTreeWidgetItem:
        node = deleted.node
        kind = terms.kinds()[kind_of(node)]
        title = messages.cut(title_of(node), _SHOWN) or self.tr("(utan namn)")
        texts = [f"{kind}: {title}", self._stood(node), past.when(deleted.at)]
        line = QTreeWidgetItem([*texts, past.who(deleted.who)])
        line.setIcon(0, self._icons[KIND_ICONS[kind_of(node)]])
        line.setData(0, _ID, node.id)
        return line

    def _stood(self, node: Node) -> str:
        """What the item stood under, when that still stands."""
        above = self._editor.register.get(node.place.parent or "")
        return "" if above is None else messages.cut(title_of(above), _SHOWN)

    def _show_count(self, count: int) -> None:
        empty = self.tr("Papperskorgen är tom.")
        nothing = self.tr("Inga träffar.") if self._deleted else empty
        self._told.setText(messages.posts(count) if count else nothing)

    def _enable(self) -> None:
        self._restore.setEnabled(bool(self.list.selectedItems()))

    def _build(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        fit(self, 130, 34)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Sök bland det borttagna"))
        self._search.setAccessibleName(self.tr("Sök bland det borttagna"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        column.addWidget(self._search)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Borttagna poster"))
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = (self.tr("Post"), self.tr("Låg under"), self.tr("Togs bort"), self.tr("Av"))
        self.list.setHeaderLabels(heads)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 26), (2, 18), (3, 16)):
            self.list.setColumnWidth(section, width * letter)
        self.list.itemSelectionChanged.connect(self._enable)
        column.addWidget(self.list, 1)
        column.addLayout(self._foot())
        self.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        self._told = sentence("", self)
        self._restore = button(self.tr("&Återställ"), self.restore, self)
        close = button(self.tr("&Stäng"), self.close, self)
        return foot(self._told, (self._restore, close))
