"""Sentences that stay above the work until they are settled, each with what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.gui.looks.icons import Icons
from qpdesk.values import dataclass

Deed = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence and the ways to go on from it."""

    words: str
    deeds: Sequence[Deed] = ()
    is_urgent: bool = False
    can_go: bool = True
    """Whether the user may put it away."""


class NoticeBoard(QWidget):
    """Holds notices by the name of what they are about: one for each; hidden while empty."""

    left = Signal()
    """The notice that had the focus goes: it belongs to the work again."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: dict[str, _Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 6, 8, 0)
        self._column.setSpacing(4)
        self.hide()

    @property
    def notices(self) -> dict[str, Notice]:
        """What is shown, by name."""
        return {name: row.notice for name, row in self._rows.items()}

    def show_notice(self, name: str, notice: Notice) -> None:
        """Put a notice up, in place of the one with this name; a new one is read out."""
        if name in self._rows and self._rows[name].notice.words == notice.words:
            return
        had_focus = name in self._rows and self._rows[name].isAncestorOf(self.focusWidget())
        self._drop(name)
        row = _Row(notice, self._icons, self)
        row.closed.clicked.connect(lambda: self.take_down(name))
        self._rows[name] = row
        self._column.insertWidget(0 if notice.is_urgent else -1, row)
        self.show()
        if had_focus and row.buttons:
            row.buttons[0].setFocus()
        self._read_out(notice.words)

    def take_down(self, name: str) -> None:
        """It is settled, or the user has read it."""
        self._drop(name)
        self.setVisible(bool(self._rows))

    def clear(self) -> None:
        """Take all down."""
        for name in list(self._rows):
            self.take_down(name)

    def _read_out(self, words: str) -> None:
        from PySide6.QtGui import (  # noqa: PLC0415 - not at start
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _drop(self, name: str) -> None:
        row = self._rows.pop(name, None)
        if row is not None:
            if row.isAncestorOf(self.focusWidget()):
                self.left.emit()
            row.hide()
            self._column.removeWidget(row)
            row.deleteLater()


class _Row(QFrame):
    def __init__(self, notice: Notice, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.palette().ColorRole.Base)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(10)
        size = round(self.fontMetrics().height() * 1.2)
        sign = QLabel(self)
        sign.setPixmap(icons["triangle-alert" if notice.is_urgent else "info"].pixmap(size, size))
        sign.setAccessibleName(self.tr("Varning") if notice.is_urgent else self.tr("Meddelande"))
        self.words = QLabel(notice.words, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.buttons = [self._button(word, deed) for word, deed in notice.deeds]
        for button in self.buttons:
            row.addWidget(button)
        self.closed = QToolButton(self)
        self.closed.setText("✕")
        self.closed.setAutoRaise(True)
        self.closed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.closed.setAccessibleName(self.tr("Dölj meddelandet"))
        self.closed.setToolTip(self.tr("Dölj meddelandet"))
        self.closed.setVisible(notice.can_go)
        row.addWidget(self.closed)

    def _button(self, word: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.setAccessibleDescription(self.notice.words)
        button.clicked.connect(lambda _checked=False: deed())
        return button
