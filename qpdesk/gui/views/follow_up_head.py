"""Whose follow-up is asked for: the item, what it stands under and aims at, and what it lacks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from qpdesk.domain.follow_up import missing
from qpdesk.domain.nodes import Kind, Node, Plan, Risk, kind_of, title_of
from qpdesk.domain.register import Register
from qpdesk.domain.rules import scale_of
from qpdesk.gui.words import follow_ups, labels, terms

_AIMS = {Kind.MEASURE: "what_to_do", Kind.CONTROL: "purpose"}


class FollowUpHead(QWidget):
    """Only read."""

    def __init__(self, register: Register, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._above, self._kind, self._title = QLabel(self), QLabel(self), QLabel(self)
        self._aim, self._lacking = QLabel(self), QLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for label in (self._above, self._kind, self._title, self._aim, self._lacking):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        for label in (self._above, self._kind):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        strong = QFont(self._title.font())
        strong.setBold(True)
        self._title.setFont(strong)

    def show_item(self, node: Node) -> None:
        """Show an item as it is now."""
        above = [each for each in self._register.ancestors(node.id) if not isinstance(each, Plan)]
        self._above.setText("\n".join(self._line(each) for each in reversed(above)))
        self._above.setVisible(bool(above))
        self._kind.setText(terms.kinds()[kind_of(node)])
        self._title.setText(title_of(node))
        name = _AIMS.get(kind_of(node), "")
        text = str(getattr(node, name, ""))
        self._aim.setText(f"{labels.field(kind_of(node), name)} {text}" if text else "")
        self._aim.setVisible(bool(text))
        self._lacking.setText(follow_ups.lacking(missing(self._register, node)))

    def words(self) -> str:
        """All of it in one line, for a screen reader."""
        return f"{self._kind.text()}: {self._title.text()}. {self._lacking.text()}"

    def _line(self, node: Node) -> str:
        kind = terms.kinds()[kind_of(node)]
        if isinstance(node, Risk) and node.level is not None:
            band = terms.level(node.level, scale_of(self._register, node.id))
            return f"{kind} {node.level} {band}: {node.title}"
        return f"{kind}: {title_of(node)}"
