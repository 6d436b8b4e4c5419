"""The fields of one found item that a person may need to correct before it comes in."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qpdesk.domain.nodes import Kind, Node, Status, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import scalar
from qpdesk.gui.dialogs.joinery import sentence
from qpdesk.gui.words import labels, terms

_FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.PLAN: ("title", "year"),
    Kind.RISK: ("title", "level"),
    Kind.MEASURE: ("title", "responsible"),
    Kind.CONTROL: ("title", "responsible"),
    Kind.OBSERVATION: ("period", "outcome"),
    Kind.RESULT: ("period", "value"),
    Kind.FOOTNOTE: ("text",),
}
_SHORT = frozenset({"year", "level", "outcome", "value"})

Correct = Callable[[NodeId, str, str], str]
"""Given an item's id, a field and the new text; answers why it is refused, or ""."""


class Corrections(QWidget):
    """A row of fields for the chosen item, and what was wrong with the last answer."""

    def __init__(self, correct: Correct, parent: QWidget) -> None:
        super().__init__(parent)
        self._correct = correct
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        column.addLayout(self._row)
        self.told = sentence("", self)
        column.addWidget(self.told)
        self.told.hide()
        self.fields: dict[str, QLineEdit] = {}
        self.status: QComboBox | None = None
        self.hide()

    def show_item(self, node: Node | None) -> None:
        """Offer the fields of an item."""
        while (part := self._row.takeAt(0)) is not None:
            if (widget := part.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields, self.status = {}, None
        self._say("")
        self.setVisible(node is not None)
        if node is None:
            return
        kind = kind_of(node)
        for name in _FIELDS.get(kind, ("title",)):
            self._add_line(node, kind, name)
        if kind is Kind.MEASURE:
            self._add_status(node)

    def _add_line(self, node: Node, kind: Kind, name: str) -> None:
        value = scalar(getattr(node, name))
        line = QLineEdit("" if value is None else str(value).replace("\n", " "), self)
        label = labels.field(kind, name)
        line.setAccessibleName(label)
        line.editingFinished.connect(partial(self._take, node.id, name, line))
        self.fields[name] = line
        self._row.addWidget(QLabel(label, self))
        self._row.addWidget(line, 1 if name in _SHORT else 5)

    def _add_status(self, node: Node) -> None:
        box = QComboBox(self)
        box.setAccessibleName(labels.field(Kind.MEASURE, "status"))
        for code, word in terms.choices(Status).items():
            box.addItem(word, code)
        box.setCurrentIndex(box.findData(scalar(getattr(node, "status", ""))))
        box.activated.connect(
            lambda _: self._say(self._correct(node.id, "status", str(box.currentData())))
        )
        self.status = box
        self._row.addWidget(QLabel(labels.field(Kind.MEASURE, "status"), self))
        self._row.addWidget(box)

    def _take(self, node_id: NodeId, name: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self._say(self._correct(node_id, name, line.text()))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        for line in self.fields.values():
            line.setAccessibleDescription(words)
