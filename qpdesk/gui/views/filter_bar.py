"""Narrowing a plan: search as you type, and chips for the questions that are asked most."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.nodes import LEVELS
from qpdesk.domain.order import NodeId
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.icons import Icons

if TYPE_CHECKING:
    from qpdesk.domain.conditions import Among, Condition
    from qpdesk.domain.search import Search  # loaded when somebody looks for something

_LONGEST = 500  # characters that are looked for; a page that was pasted would take minutes
_REST = 120  # milliseconds without typing after which the search is made


class FilterBar(QWidget):
    """What is asked for; who hears ``asked`` finds it."""

    asked = Signal(object)
    """A ``Search``; empty when everything is wanted."""
    told = Signal(str)
    """Something to say in the status bar."""
    left = Signal()
    """The user wants to go on to the hits."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._only: Among | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._ask)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        rows.addLayout(row)
        row.setSpacing(6)
        self.field = _SearchField(self)
        self.field.setPlaceholderText(self.tr("Sök i planen (Ctrl+F)"))
        self.field.setAccessibleName(self.tr("Sök i planen"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(_LONGEST)
        self.field.inputRejected.connect(self._refuse)
        self.field.addAction(icons["search"], QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(lambda _text: self._rest.start())
        self.field.given_up.connect(self._give_up)
        self.field.returnPressed.connect(self._go)
        row.addWidget(self.field, 1)
        self._open = self._chip(self.tr("Inte klara"))
        self._unreported = self._chip(self.tr("Saknar uppföljning"))
        self._late = self._chip(self.tr("Försenade"))
        self._level = self._choice(self.tr("Risknivå"))
        self._responsible = self._choice(self.tr("Ansvarig"))
        for widget in (self._open, self._unreported, self._late, self._level, self._responsible):
            row.addWidget(widget)
        self.offer_levels(LEVELS)
        self.offer_responsibles([])
        self._chosen = self._chip("")
        self._chosen.toggled.connect(self._chosen.setVisible)
        self._chosen.hide()
        rows.addWidget(self._chosen, 0, Qt.AlignmentFlag.AlignLeft)
        self._hits = QLabel(self)
        self._hits.setTextFormat(Qt.TextFormat.PlainText)
        self._clear = QToolButton(self)
        self._clear.setText(self.tr("Rensa"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clear.clicked.connect(self.clear)
        row.addWidget(self._hits)
        row.addWidget(self._clear)
        self.show_hits(None)

    def search(self) -> "Search":
        """What is asked for now."""
        from qpdesk.domain import conditions as ask  # noqa: PLC0415 - as above
        from qpdesk.domain.search import Search  # noqa: PLC0415 - as above

        conditions: list[Condition] = []
        if self._open.isChecked():
            conditions.append(ask.NotCompleted())
        if self._unreported.isChecked():
            conditions.append(ask.LacksFollowUp())
        if self._late.isChecked():
            conditions.append(ask.Late(date.today()))  # noqa: DTZ011 - the user's own day
        if self._level.currentData() is not None:
            conditions.append(ask.LevelFrom(self._level.currentData()))
        if self._responsible.currentData() is not None:
            conditions.append(ask.Responsible(self._responsible.currentData()))
        if self._only is not None and self._chosen.isChecked():
            conditions.append(self._only)
        return Search(self.field.text().strip(), tuple(conditions))

    def show_conditions(self, *, wanted: bool) -> None:
        """Leave out what only asks about the tree of risks, unless it asks for something now."""
        for chip in (self._open, self._unreported, self._late):
            chip.setVisible(wanted or chip.isChecked())
        for choice in (self._level, self._responsible):
            choice.setVisible(wanted or choice.currentData() is not None)

    def show_only(self, ids: Iterable[NodeId], words: str) -> None:
        """Ask for exactly these items, by a chip with these words that can be taken away."""
        from qpdesk.domain.conditions import Among  # noqa: PLC0415 - as above

        self.clear()
        self._only = Among(frozenset(ids))
        self._chosen.setText(words.replace("&", "&&"))
        self._chosen.setToolTip(self.tr("Tryck för att visa allt igen"))
        self._chosen.setChecked(True)

    def show_hits(self, words: str | None) -> None:
        """Say how many were found; None when nothing is asked for."""
        self._hits.setText(words or "")
        for widget in (self._hits, self._clear):
            widget.setVisible(words is not None)

    def offer_levels(self, levels: frozenset[int]) -> None:
        """Give the risk levels to choose from; the choice stays if it can."""
        kept = self._level.currentData()
        with QSignalBlocker(self._level):
            self._level.clear()
            self._level.addItem(self.tr("Alla nivåer"), None)
            for level in sorted(levels - {1}):
                self._level.addItem(self.tr("Risknivå {0} eller mer").format(level), level)
            self._level.setCurrentIndex(max(self._level.findData(kept), 0))

    def offer_responsibles(self, names: list[str]) -> None:
        """Give the names to choose from; the choice stays if it can."""
        kept = self._responsible.currentData()
        with QSignalBlocker(self._responsible):
            self._responsible.clear()
            self._responsible.addItem(self.tr("Alla ansvariga"), None)
            self._responsible.addItem(self.tr("Utan ansvarig"), "")
            for name in names:
                self._responsible.addItem(name, name)
            self._responsible.setCurrentIndex(max(self._responsible.findData(kept), 0))

    def clear(self) -> None:
        """Ask for everything again, if it is not what is asked for."""
        if not self._is_asking():
            return
        self.field.clear()  # not blocked: its own button to clear it listens too
        for choice in (self._level, self._responsible):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        for chip in (self._open, self._unreported, self._late, self._chosen):
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self._chosen.hide()
        self._ask()

    def _is_asking(self) -> bool:
        choices = (self._level, self._responsible)
        chips = (self._open, self._unreported, self._late, self._chosen)
        return (
            bool(self.field.text())
            or any(choice.currentIndex() > 0 for choice in choices)
            or any(chip.isChecked() for chip in chips)
        )

    def ask_now(self) -> None:
        """Ask for what has just been typed, if that has not been done yet."""
        if self._rest.isActive():
            self._ask()

    def focus(self) -> None:
        """Let the user type what to look for."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _chip(self, word: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(word)
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(self._ask)
        return chip

    def _choice(self, name: str) -> Chooser:
        choice = Chooser(12, self)
        choice.setAccessibleName(name)
        choice.currentIndexChanged.connect(self._ask)
        return choice

    def _ask(self) -> None:
        self._rest.stop()
        self.asked.emit(self.search())

    def _refuse(self) -> None:
        self.told.emit(
            self.tr("Sökningen är högst {0} tecken. Resten togs inte med.").format(_LONGEST)
        )

    def _go(self) -> None:
        self._ask()
        self.left.emit()

    def _give_up(self) -> None:
        self.clear()
        self.left.emit()


class _SearchField(QLineEdit):
    given_up = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)
