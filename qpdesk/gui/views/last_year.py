"""What was written last year about the same thing, to be read, and to be put into this year's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from qpdesk.domain.last_year import precedent
from qpdesk.domain.nodes import Node, Plan
from qpdesk.domain.register import Register
from qpdesk.gui.words import follow_ups

_LINES = 4


class LastYear(QWidget):
    """Hidden where nothing was written."""

    wanted = Signal(str)
    """The text is to be put into this year's."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._words = ""
        self.head = QLabel(self)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Förra årets uppföljning"))
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.head.setBuddy(self.text)
        self.insert = QToolButton(self)
        self.insert.setText(self.tr("&Infoga i årets"))
        self.insert.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.insert.clicked.connect(lambda _=False: self.wanted.emit(self._words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.head, self.text, self.insert):
            column.addWidget(widget)

    def show_item(self, node: Node) -> None:
        """Show what was written about an item's forerunner."""
        found = precedent(self._register, node.id)
        shown = found is not None and bool(found.text.strip())
        self.setVisible(shown)
        if found is not None and shown:
            plan = self._register[self._register.plan_of(found.id)]
            year = plan.year if isinstance(plan, Plan) else None
            self.head.setText(follow_ups.last_year(year, found))
            self._words = found.text
            self.text.setPlainText(found.text)
