"""What is asked for while writing: where a link leads, and where a bullet is to be a measure."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.addresses import read_address
from qpdesk.domain.nodes import kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.promotion import likely_place, places
from qpdesk.domain.register import Register
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.symbols import KIND_ICONS
from qpdesk.gui.views.verbatim import unlimited
from qpdesk.gui.words import messages, terms
from qpdesk.services.errors import EditRefused

_LONGEST = 160  # letters of a title in the list of places


class LinkQuestion(QDialog):
    """Asks for an address, and says which ones may be links."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Länk"))
        answer_f1(self, "writing")
        self.address = ""
        column = QVBoxLayout(self)
        label = QLabel(self.tr("&Adress (https://… eller e-post):"), self)
        self.field = QLineEdit(address, self)
        self.field.setMinimumWidth(420)
        unlimited(self.field)
        label.setBuddy(self.field)
        self.refusal = QLabel(self)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        box = _ok_and_cancel(self)
        about = QLabel(self.tr("Adressen syns i texten och går att följa i PDF och Word."), self)
        about.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for widget in (label, self.field, self.refusal, about, box):
            column.addWidget(widget)

    @override
    def accept(self) -> None:
        try:
            self.address = read_address(self.field.text())
        except EditRefused as error:
            colours = QPalette(self.refusal.palette())
            colours.setColor(QPalette.ColorRole.WindowText, QColor(worn().alarm))
            self.refusal.setPalette(colours)
            self.refusal.setText(messages.refusal(error))
            self.refusal.show()
            self.resize(self.width(), self.heightForWidth(self.width()))
            self.field.setAccessibleDescription(self.refusal.text())
            self.field.setFocus()
            return
        super().accept()


class PromotionQuestion(QDialog):
    """Asks under which area, risk or control a bullet is to be a measure, and what it is called."""

    def __init__(
        self,
        register: Register,
        chapter: NodeId,
        text: str,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Gör punkten till åtgärd"))
        answer_f1(self, "writing")
        self.resize(620, 480)
        column = QVBoxLayout(self)
        title = QLabel(self.tr("Å&tgärd:"), self)
        self.title = QLineEdit(text, self)
        unlimited(self.title)
        self.title.setCursorPosition(0)
        title.setBuddy(self.title)
        where = QLabel(self.tr("Ska ligga &under:"), self)
        self.places = QTreeWidget(self)
        self.places.setHeaderHidden(True)
        self.places.setAccessibleName(self.tr("Område, risk eller egenkontroll"))
        where.setBuddy(self.places)
        about = QLabel(self.tr("Punkten står kvar i kapitlet. Åtgärden kan följas upp."), self)
        about.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._box = _ok_and_cancel(self)
        for widget in (title, self.title, where, self.places, about, self._box):
            column.addWidget(widget)
        self._list(register, register.plan_of(chapter), chapter, appearance)
        self.places.currentItemChanged.connect(self._enable)
        self.title.textChanged.connect(self._enable)
        self._enable()
        self.places.setFocus()

    @property
    def place(self) -> NodeId | None:
        """Where the measure is wanted."""
        item = self.places.currentItem()
        return None if item is None else NodeId(item.data(0, Qt.ItemDataRole.UserRole))

    def _list(
        self, register: Register, plan: NodeId, chapter: NodeId, appearance: Appearance
    ) -> None:
        items: dict[NodeId, QTreeWidgetItem] = {}
        likely = likely_place(register, plan, chapter)
        kinds = terms.kinds()
        for node in places(register, plan):
            above = items.get(node.place.parent) if node.place.parent is not None else None
            words = f"{kinds[kind_of(node)]}: {messages.cut(title_of(node), _LONGEST)}"
            item = QTreeWidgetItem([words])
            item.setIcon(0, appearance.icons[KIND_ICONS[kind_of(node)]])
            item.setData(0, Qt.ItemDataRole.UserRole, node.id)
            item.setToolTip(0, messages.cut(title_of(node), _LONGEST))
            if above is None:
                self.places.addTopLevelItem(item)
            else:
                above.addChild(item)
            items[node.id] = item
        for item in items.values():
            item.setExpanded(item.childCount() > 0)
        if likely is not None:
            self.places.setCurrentItem(items[likely])
            self.places.scrollToItem(items[likely])

    def _enable(self) -> None:
        can = self.place is not None and bool(self.title.text().strip())
        self._box.button(QDialogButtonBox.StandardButton.Ok).setEnabled(can)


def _ok_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(buttons.Ok | buttons.Cancel, dialog)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    ok: QPushButton = box.button(buttons.Ok)
    ok.setDefault(True)
    return box
