"""The history of a plan or of one item: who did what and when, and the way back to it."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.errors import NotADate
from qpdesk.domain.fields import read_date
from qpdesk.domain.nodes import Node, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Scalar
from qpdesk.domain.restoring import branch_of, restore, restore_place, restore_value
from qpdesk.domain.text import sorting_key
from qpdesk.gui.dialogs.difference_text import DifferenceText
from qpdesk.gui.dialogs.joinery import button, foot, sentence, stacked
from qpdesk.gui.editor import Editor
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.words import messages, past, pasting, terms
from qpdesk.services.errors import StoreError
from qpdesk.services.history import Event, What, place_from

_LIMIT = 500
_SHOWN = 120  # letters of a title


class HistoryDialog(QDialog):
    """Stays beside the window while one works; every restoring is a new edit that can be undone."""

    told = Signal(str)

    def __init__(
        self,
        editor: Editor,
        plan: NodeId | None,
        item: NodeId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._plan = plan
        self._item = item
        self._limit = _LIMIT
        self._events: list[Event] = []
        self._gone: dict[NodeId, Node] = {}
        self._line_chosen: tuple[str, NodeId, str] | None = None
        self._text = DifferenceText(self)
        self.setWindowTitle(self.tr("Planens historik") if item is None else self.tr("Historik"))
        answer_f1(self, "history")
        self._build()
        self.read()
        editor.edited.connect(self.read)

    def read(self) -> None:
        """Show what the log says now; the chosen line stays chosen."""
        try:
            self._gone = {each.node.id: each.node for each in self._editor.document.deleted()}
            events = self._editor.document.history(self._item, self._limit)
        except StoreError as error:
            self._told.setText(messages.trouble(error))
            return
        self._more.setVisible(len(events) >= self._limit)
        self._events = [event for event in events if self._is_here(event)]
        self._offer_people()
        self._fill()

    def restore(self) -> None:
        """Take back what the chosen line says, as a new edit."""
        event = self.chosen()
        if event is None:
            return
        if event.what is What.CHANGED:
            verb = restore_value
            edit = self._editor.attempt(verb, event.item, event.field, event.before)
        elif event.what is What.MOVED:
            place = place_from(str(event.before))
            edit = self._editor.attempt(restore_place, event.item, place)
        else:
            wanted = branch_of(self._gone.values(), event.item)
            edit = self._editor.attempt(restore, self._gone.values(), wanted)
        if edit is not None:
            self._tell(self.tr("Återställt. Ångra med Ctrl+Z."))

    def chosen(self) -> Event | None:
        """The line that is chosen."""
        item = self.list.currentItem()
        return None if item is None else self._events[item.data(0, Qt.ItemDataRole.UserRole)]

    # ------------------------------------------------------------- what is shown

    def _is_here(self, event: Event) -> bool:
        """Whether a line is about this plan, as it stands or as it lies in the wastebasket."""
        if self._item is not None or self._plan is None:
            return True
        register = self._editor.register
        at: NodeId | None = event.item
        while at is not None and at not in register:
            if at not in self._gone:
                return False
            at = self._gone[at].place.parent
        return at is not None and register.plan_of(at) == self._plan

    def _offer_people(self) -> None:
        kept = self._who.currentData()
        names = sorted({event.who for event in self._events}, key=sorting_key)
        with QSignalBlocker(self._who):
            self._who.clear()
            self._who.addItem(self.tr("Alla"), None)
            for name in names:
                self._who.addItem(past.who(name), name)
            self._who.setCurrentIndex(max(self._who.findData(kept), 0))

    def _fill(self) -> None:
        """Show the lines that the filters let through."""
        chosen = self._line_chosen
        rows = [(number, event) for number, event in enumerate(self._events) if self._passes(event)]
        with QSignalBlocker(self.list):
            self.list.clear()
            self.list.addTopLevelItems([self._line(number, event) for number, event in rows])
        lines = [(event.changeset, event.item, event.field) for _, event in rows]
        row = lines.index(chosen) if chosen in lines else 0
        if (line := self.list.topLevelItem(row)) is not None:
            self.list.setCurrentItem(line)
        self._show_chosen()
        count = messages.plural(len(rows), self.tr("händelse"), self.tr("händelser"))
        self._told.setText(" ".join([count, *self._troubles()]))

    def _troubles(self) -> list[str]:
        """What is the matter with the days that are typed, said where one sees it too."""
        words = (line.accessibleDescription() for line in (self._from, self._to))
        return list(dict.fromkeys(filter(None, words)))

    def _passes(self, event: Event) -> bool:
        if self._who.currentData() not in (None, event.who):
            return False
        day = past.day(event.at)
        first, last = self._day(self._from), self._day(self._to)
        if day is None:
            return first is None and last is None
        return (first is None or day >= first) and (last is None or day <= last)

    def _day(self, line: QLineEdit) -> date | None:
        """The day in a field; None, and a word about it, while it is none."""
        text = line.text().strip()
        line.setAccessibleDescription("")
        if not text:
            return None
        try:
            return read_date(text)
        except NotADate as refusal:
            line.setAccessibleDescription(messages.refusal(refusal))
            return None

    def _line(self, number: int, event: Event) -> QTreeWidgetItem:
        node = self._node(event.item)
        title = "" if node is None else messages.cut(title_of(node), _SHOWN)
        kind = "" if event.kind is None else terms.kinds()[event.kind]
        name = ": ".join(filter(None, (kind, title)))
        line = QTreeWidgetItem([past.when(event.at), past.who(event.who), past.what(event), name])
        line.setData(0, Qt.ItemDataRole.UserRole, number)
        return line

    def _node(self, node_id: NodeId) -> Node | None:
        return self._editor.register.get(node_id) or self._gone.get(node_id)

    def _show_chosen(self) -> None:
        event = self.chosen()
        self._restore.setEnabled(event is not None and self._can_restore(event))
        if event is None:
            self._text.show_words(self.tr("Inget har hänt här."))
            return
        self._line_chosen = (event.changeset, event.item, event.field)
        if event.what is What.CHANGED:
            before = past.value(event.kind, event.field, event.before)
            after = past.value(event.kind, event.field, event.after)
            self._text.show_difference(before, after)
        elif event.what is What.MOVED:
            places = [self._above(event.before), self._above(event.after)]
            self._text.show_words(past.moved(*places))
        else:
            node = self._node(event.item)
            about = "" if node is None else f"\n{pasting.named(node)}\n{pasting.details(node)}"
            self._text.show_words(f"{past.what(event)}.{about}".rstrip())

    def _above(self, place: Scalar) -> str:
        """What an item stood under, with its kind; "" when that is nowhere any more."""
        parent = place_from(str(place)).parent
        node = None if parent is None else self._node(parent)
        return "" if node is None else pasting.named(node)

    def _can_restore(self, event: Event) -> bool:
        """A value or place can be taken back while the item stands; an item out of the basket."""
        if event.what is What.CHANGED:
            return event.item in self._editor.register
        if event.what is What.MOVED:
            parent = place_from(str(event.before)).parent
            register = self._editor.register
            return event.item in register and (parent is None or parent in register)
        return event.what is What.DELETED and event.item in self._gone

    def _read_more(self) -> None:
        self._limit *= 4
        self.read()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self.told.emit(words)

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        fit(self, 140, 36)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        node = None if self._item is None else self._node(self._item)
        if node is not None:
            column.addWidget(sentence(messages.cut(title_of(node), _SHOWN), self))
        column.addLayout(self._filters())
        split = stacked((self._lines(), self._text), self)
        split.setSizes([340, 140])
        column.addWidget(split, 1)
        column.addLayout(self._foot())
        self.list.setFocus()

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._who = QComboBox(self)
        self._who.setMinimumContentsLength(16)
        self._who.currentIndexChanged.connect(self._fill)
        self._from, self._to = QLineEdit(self), QLineEdit(self)
        for line in (self._from, self._to):
            line.setPlaceholderText(self.tr("ÅÅÅÅ-MM-DD"))
            line.textChanged.connect(self._fill)
        words = (self.tr("&Vem"), self.tr("&Från och med"), self.tr("&Till och med"))
        for word, widget in zip(words, (self._who, self._from, self._to), strict=True):
            label = QLabel(word, self)
            label.setBuddy(widget)
            widget.setAccessibleName(word.replace("&", ""))
            row.addWidget(label)
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _lines(self) -> QTreeWidget:
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setTabKeyNavigation(False)
        self.list.setAccessibleName(self.tr("Händelser, den senaste först"))
        self.list.setHeaderLabels([self.tr("När"), self.tr("Vem"), self.tr("Vad"), self.tr("Post")])
        letter = self.fontMetrics().horizontalAdvance("n")
        for section, width in enumerate((18, 18, 34)):
            self.list.setColumnWidth(section, width * letter)
        self.list.header().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.list.currentItemChanged.connect(self._show_chosen)
        return self.list

    def _foot(self) -> QHBoxLayout:
        self._told = sentence("", self)
        self._more = button(self.tr("Visa &äldre"), self._read_more, self)
        self._restore = button(self.tr("&Återställ detta"), self.restore, self)
        close = button(self.tr("&Stäng"), self.close, self)
        return foot(self._told, (self._more, self._restore, close))
