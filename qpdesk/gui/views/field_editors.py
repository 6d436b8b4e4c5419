"""The widgets in which a field of one line is edited, alike to their form."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from qpdesk.domain.record import Scalar
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.views.verbatim import unlimited
from qpdesk.gui.words import numbers

_Keys = QKeySequence.StandardKey


def is_shortcut_to_pass(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether Ctrl+Z belongs to the plan, since the field has nothing of its own to undo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = event.matches(_Keys.Undo), event.matches(_Keys.Redo)
    return (undo and not can_undo) or (redo and not can_redo)


class FieldEditor(QObject):
    """One field of the form."""

    typed = Signal()
    """The user is at it; more may follow."""
    finished = Signal()
    """The user has left the field, or has chosen."""

    widget: QWidget

    def show(self, value: Scalar) -> None:
        """Show the value that the document has."""
        raise NotImplementedError

    def raw(self) -> Scalar:
        """What stands in the field."""
        raise NotImplementedError


class LineEditor(FieldEditor):
    """A text of one line, a number or a date."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widget: QLineEdit = _Line(parent)
        self._names: Callable[[], list[str]] | None = None
        unlimited(self.widget)
        self.widget.textEdited.connect(lambda _text: self.typed.emit())
        self.widget.editingFinished.connect(self.finished)

    def suggest(self, names: Callable[[], list[str]]) -> None:
        """Offer names that begin or go on as what is typed; asked for when the field is entered."""
        self._names = names
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda _name: self.typed.emit())
        self.widget.setCompleter(completer)
        self.widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        entered = isinstance(event, QFocusEvent) and event.gotFocus()
        # Not when the list of names itself hands the focus back: it is still in use then.
        if entered and event.reason() is not Qt.FocusReason.PopupFocusReason and self._names:  # type: ignore[attr-defined]  # entered by a QFocusEvent
            self._offered.setStringList(self._names())
        return super().eventFilter(watched, event)

    @override
    def show(self, value: Scalar) -> None:
        text = numbers.shown(value) if isinstance(value, int | float) else str(value or "")
        if text != self.widget.text():
            self.widget.setText(text)
            self.widget.setCursorPosition(0)  # a name too long for its field is read from the start

    @override
    def raw(self) -> Scalar:
        return self.widget.text()


class DateEditor(LineEditor):
    """A date as ÅÅÅÅ-MM-DD, typed or chosen in a calendar."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        action = self.widget.addAction(
            icons["calendar-days"], QLineEdit.ActionPosition.TrailingPosition
        )
        action.setText(self.tr("Välj i kalender"))
        action.setToolTip(self.tr("Välj i kalender"))
        action.triggered.connect(self._choose)

    def _choose(self) -> None:
        menu = QMenu(self.widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        date = QDate.fromString(self.widget.text(), Qt.DateFormat.ISODate)
        calendar.setSelectedDate(date if date.isValid() else QDate.currentDate())
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)

        def chosen(day: QDate) -> None:
            menu.close()
            self.widget.setText(day.toString(Qt.DateFormat.ISODate))
            self.finished.emit()

        calendar.activated.connect(chosen)
        calendar.clicked.connect(chosen)
        menu.popup(self.widget.mapToGlobal(self.widget.rect().bottomLeft()))
        calendar.setFocus()


class ChoiceEditor(FieldEditor):
    """One of several values."""

    def __init__(self, parent: QWidget, choices: Iterable[tuple[Scalar, str]] = ()) -> None:
        super().__init__(parent)
        self.widget: QComboBox = _Choice(parent)
        self.offer(choices)
        self.widget.activated.connect(lambda _row: self.finished.emit())

    def offer(self, choices: Iterable[tuple[Scalar, str]]) -> None:
        """Give the values to choose from, with their words."""
        self.widget.clear()
        for value, word in choices:
            self.widget.addItem(word, value)

    @override
    def show(self, value: Scalar) -> None:
        row = self.widget.findData(value)
        if row < 0:  # a value that nobody chooses any more is still shown
            self.widget.addItem(str(value), value)
            row = self.widget.count() - 1
        self.widget.setCurrentIndex(row)

    @override
    def raw(self) -> Scalar:
        value: Scalar = self.widget.currentData()
        return value


class _Line(QLineEdit):
    @override
    def event(self, event: QEvent) -> bool:
        if is_shortcut_to_pass(
            event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)


class _Choice(Chooser):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(8, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the panel over a choice must not change it.
        event.ignore()
