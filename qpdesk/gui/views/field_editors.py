"""The widgets in which one field is edited, alike to their form: show, raw, typed, finished."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
    QWidgetAction,
)
from typing_extensions import override

from qpdesk.domain.record import Scalar
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.views.verbatim import text_of, unlimited
from qpdesk.gui.words import numbers

_Keys = QKeySequence.StandardKey


def _is_shortcut_to_pass(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
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
        unlimited(self.widget)
        self.widget.textEdited.connect(lambda _text: self.typed.emit())
        self.widget.editingFinished.connect(self.finished)

    @override
    def show(self, value: Scalar) -> None:
        text = numbers.shown(value) if isinstance(value, int | float) else str(value or "")
        if text != self.widget.text():
            self.widget.setText(text)

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


class TextEditor(FieldEditor):
    """A text of paragraphs; or, when ``single``, a long title that is wrapped but has one line."""

    def __init__(self, parent: QWidget, *, single: bool = False) -> None:
        super().__init__(parent)
        self.widget: QPlainTextEdit = _Text(parent, self.finished.emit, single=single)
        self._showing = False
        self.widget.textChanged.connect(self._changed)

    @override
    def show(self, value: Scalar) -> None:
        text = str(value or "")
        if text != text_of(self.widget.document()):
            self._showing = True
            self.widget.setPlainText(text)
            self._showing = False

    @override
    def raw(self) -> Scalar:
        return text_of(self.widget.document())

    def _changed(self) -> None:
        if not self._showing:
            self.typed.emit()


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


def _draw_edge(widget: QWidget) -> None:
    """Draw the line around a field; the style's own is too faint to be told from the paper."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    focused = widget.hasFocus()
    accent = widget.palette().color(QPalette.ColorRole.Accent)
    painter.setPen(QPen(accent if focused else QColor(worn().edge), 2 if focused else 1))
    inset = 1.0 if focused else 0.5
    area = QRectF(widget.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(area, 2, 2)
    painter.end()


class _Line(QLineEdit):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_edge(self)

    @override
    def event(self, event: QEvent) -> bool:
        if _is_shortcut_to_pass(
            event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)


class _Choice(QComboBox):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the panel over a choice must not change it.
        event.ignore()


class _Text(QPlainTextEdit):
    """Grows with its text, from two lines to twelve."""

    def __init__(self, parent: QWidget, finished: Callable[[], None], *, single: bool) -> None:
        super().__init__(parent)
        self._finished = finished
        self._single = single
        self._lines = (2, 6) if single else (3, 12)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit(QSizeF())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the frame; the text's comes to the viewport
            done = super().event(event)
            _draw_edge(self)
            return done
        document = self.document()
        if _is_shortcut_to_pass(
            event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._single and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finished()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._finished()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(QSizeF())

    def _fit(self, _size: QSizeF) -> None:
        least, most = self._lines
        lines = round(self.document().size().height())  # a plain text's size is told in lines
        shown = min(max(lines, least), most)
        margins = 2 * (round(self.document().documentMargin()) + self.frameWidth())
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + margins + 2)
