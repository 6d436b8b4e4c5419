"""The widget in which a field of paragraphs is edited, with lines under misspelt words."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from qpdesk.domain.record import Scalar
from qpdesk.gui.looks.edges import frame_field
from qpdesk.gui.looks.spelling import Spelling
from qpdesk.gui.views.field_editors import FieldEditor, is_shortcut_to_pass
from qpdesk.gui.views.verbatim import text_of

if TYPE_CHECKING:
    from qpdesk.gui.looks.proofreader import Proofreader

_REST = 300  # milliseconds until the text is read along: it is seen first


class TextEditor(FieldEditor):
    """A text of paragraphs; or, when ``single``, a long title that is wrapped but has one line.

    It grows with its text, from the first to the second number of ``lines``.
    """

    def __init__(
        self,
        parent: QWidget,
        spelling: Spelling,
        *,
        single: bool = False,
        lines: tuple[int, int] = (3, 12),
    ) -> None:
        super().__init__(parent)
        text = _Text(parent, spelling, self.finished.emit, single=single)
        text.grow_between(*((2, 6) if single else lines))
        self.widget: QPlainTextEdit = text
        self._text = ""
        self.widget.textChanged.connect(self._changed)

    @override
    def show(self, value: Scalar) -> None:
        text = str(value or "")
        if text != self._now():
            self._text = text
            self.widget.setPlainText(text)
        self._text = self._now()

    @override
    def raw(self) -> Scalar:
        return self._now()

    def _now(self) -> str:
        return text_of(self.widget.document())

    def _changed(self) -> None:
        text = self._now()
        if text != self._text:  # and not only the lines under misspelt words
            self._text = text
            self.typed.emit()


class _Text(QPlainTextEdit):
    """Grows with its text."""

    def __init__(
        self, parent: QWidget, spelling: Spelling, finished: Callable[[], None], *, single: bool
    ) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._proof: Proofreader | None = None
        QTimer.singleShot(_REST, self, self._read_along)
        self._finished = finished
        self._single = single
        self._lines = (1, 1)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def proof(self) -> "Proofreader":
        """Who reads along: from the first focus on, or else when the window rests."""
        return self._proof or self._read_along()

    def _read_along(self) -> "Proofreader":
        from qpdesk.gui.looks.proofreader import Proofreader  # noqa: PLC0415 - not at start

        self._proof = self._proof or Proofreader(self, self._spelling)
        return self._proof

    def grow_between(self, least: int, most: int) -> None:
        """Take at least and at most so many lines' height."""
        self._lines = (least, most)
        self._fit(QSizeF())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # of the frame; the text's comes to the viewport
            done = super().event(event)
            frame_field(self)
            return done
        document = self.document()
        if is_shortcut_to_pass(
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
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.proof.menu(event)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._read_along()
        super().focusInEvent(event)

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
