"""Following up a plan one item at a time, what lacks something first; no mouse needed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.follow_up import Queue, queue
from qpdesk.domain.nodes import Control, Measure, Status
from qpdesk.domain.order import NodeId
from qpdesk.domain.text import sorting_key
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.views.follow_up_card import FollowUpCard
from qpdesk.gui.words import follow_ups

_WAITING, _MINE, _ALL = range(3)


class FollowUpView(QWidget):
    """Of one plan: what lacks its follow-up, one person's own, or everything."""

    told = Signal(str)
    """A short sentence for the status bar and the screen reader."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._plan: NodeId | None = None
        self._queue = Queue(())
        self._current: NodeId | None = None
        self._build(appearance)
        self._give_keys()
        editor.edited.connect(self._edited)

    # ------------------------------------------------------------- what is shown

    def show_plans(self, plans: list[NodeId]) -> None:
        """Follow up the first of these plans, from where one was if that is still there."""
        self._plan = plans[0] if plans else None
        self._offer_names()
        self._renew()

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        self.card.save()

    @property
    def item(self) -> NodeId | None:
        """The item that is asked about."""
        return self._current

    def begin(self) -> None:
        """Begin with the first answer that is missing."""
        self.card.begin()

    # ------------------------------------------------------------- going on

    def save_and_next(self) -> None:
        """Save, and go on to the next item that lacks something; stay when a reason is missing."""
        if not self.card.is_complete() or not self.card.save():
            return
        following = self._queue.next(self._current)
        if following is None:
            self._tell(self.tr("Allt här är uppföljt. {0}.").format(self._count.text()))
            return
        self._go(following)

    def skip(self) -> None:
        """Go on to the next that lacks something, and leave this one as it is."""
        self._go(self._queue.next(self._current) or self._current)

    def step(self, *, back: bool) -> None:
        """Go to the item before or after, whatever it lacks; only waiting ones while those show."""
        waiting = self._shown.checkedId() == _WAITING
        beside = self._queue.previous if back else self._queue.next
        self._go(beside(self._current, waiting=waiting) or self._current)

    def _go(self, node_id: NodeId | None) -> None:
        self._current = node_id
        self.card.show_item(node_id)
        self._show_progress()
        self.card.begin()
        if node_id is not None:
            self._tell(f"{self._count.text()}. {self.card.words()}")

    def _renew(self) -> None:
        """Make the queue anew, and begin with what is missing first."""
        self.card.save()
        self._read()
        ids = [step.id for step in self._queue.steps]
        waiting = [step.id for step in self._queue.waiting]
        only = self._shown.checkedId() == _WAITING
        if self._current not in (waiting if only else ids):
            first = self._queue.missing_first
            self._current = first[0].id if first and (waiting or not only) else None
        self.card.show_item(self._current)
        self._show_progress()

    def _read(self) -> None:
        register = self._editor.register
        name = self._name.currentText() if self._shown.checkedId() == _MINE else None
        there = self._plan is not None and self._plan in register
        self._queue = queue(register, self._plan, name) if there and self._plan else Queue(())

    def _edited(self) -> None:
        if self._plan is None or not self.isVisible():
            return
        self._read()
        if self._current not in self._editor.register:
            self._renew()
        self._show_progress()

    def _show_progress(self) -> None:
        self._count.setText(follow_ups.progress(self._queue))
        self._bar.setRange(0, max(len(self._queue.steps), 1))
        self._bar.setValue(self._queue.done)
        empty = self._current is None
        self._empty.setVisible(empty)
        for button in (self._next, self._skip, self._back, self._forth):
            button.setEnabled(not empty)

    def _tell(self, words: str) -> None:
        self.told.emit(words)

    def _offer_names(self) -> None:
        register = self._editor.register
        nodes = register.walk(self._plan) if self._plan in register else ()
        names = {node.responsible for node in nodes if isinstance(node, Control | Measure)} - {""}
        kept = self._name.currentText()
        with QSignalBlocker(self._name):
            self._name.clear()
            self._name.addItems(sorted(names, key=sorting_key))
            self._name.setCurrentIndex(max(self._name.findText(kept), 0))

    def _choose_status(self, status: Status) -> None:
        if not self.card.status.isHidden():
            self.card.status.choose(status)

    # ------------------------------------------------------------- the parts

    def _build(self, appearance: Appearance) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 8)
        column.addLayout(self._top())
        column.addLayout(self._choices())
        self._empty = QLabel(self.tr("Inget saknar uppföljning här."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._empty)
        self.card = FollowUpCard(self._editor, appearance, self)
        self.card.told.connect(self._tell)
        column.addWidget(self.card, 1)
        column.addLayout(self._foot())

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._count = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hur långt uppföljningen har kommit"))
        row.addWidget(self._count)
        row.addWidget(self._bar, 1)
        return row

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("Visa:"), self))
        self._shown = QButtonGroup(self)
        words = (self.tr("Saknar &uppföljning"), self.tr("&Mina"), self.tr("A&lla"))
        for number, word in enumerate(words):
            button = QRadioButton(word, self)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._shown.addButton(button, number)
            row.addWidget(button)
            if number == _MINE:
                self._name = Chooser(16, self)
                self._name.setAccessibleName(self.tr("Vem som är jag"))
                self._name.activated.connect(self._name_chosen)
                row.addWidget(self._name)
        self._shown.button(_WAITING).setChecked(True)
        self._shown.idClicked.connect(lambda _number: self._renew())
        row.addStretch(1)
        self._back = self._button(
            self.tr("&Föregående"), "Ctrl+PgUp", partial(self.step, back=True)
        )
        self._forth = self._button(self.tr("&Nästa"), "Ctrl+PgDown", partial(self.step, back=False))
        row.addWidget(self._back)
        row.addWidget(self._forth)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self._skip = self._button(self.tr("H&oppa över"), "Ctrl+Shift+Return", self.skip)
        self._next = self._button(self.tr("Spara o&ch nästa"), "Ctrl+Return", self.save_and_next)
        row.addWidget(self._skip)
        row.addWidget(self._next)
        return row

    def _button(self, word: str, keys: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAutoDefault(False)
        native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{word.replace('&', '')} ({native})")
        button.clicked.connect(lambda _=False: do())
        self._key(keys, do)
        return button

    def _give_keys(self) -> None:
        self._key("Ctrl+Enter", self.save_and_next)
        for number, status in enumerate(Status, 1):
            self._key(f"Ctrl+{number}", partial(self._choose_status, status))

    def _key(self, keys: str, do: Callable[[], None]) -> None:
        key = QShortcut(QKeySequence(keys), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(do)

    def _name_chosen(self) -> None:
        self._shown.button(_MINE).setChecked(True)
        self._renew()
