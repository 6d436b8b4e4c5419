"""The fields that several selected items share, each set for all of them in one edit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpdesk.domain import edits
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.order import NodeId
from qpdesk.domain.shared_fields import KINDS, SHARED, Shared, shared_by
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.symbols import STATUS_ICONS
from qpdesk.gui.views.field_editors import ChoiceEditor, DateEditor, FieldEditor, LineEditor
from qpdesk.gui.words import bulk, labels, messages, terms

if TYPE_CHECKING:
    from qpdesk.domain.record import Scalar

_MIXED = "mixed"  # no status has this code


class TogetherPanel(QScrollArea):
    """Stands in the place of the fields of one item. What is not typed into stays as it is."""

    def __init__(
        self,
        editor: Editor,
        appearance: Appearance,
        tell: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._tell = tell
        self._ids: list[NodeId] = []
        self._shared: dict[str, Shared] = {}
        self._typed: set[str] = set()
        self.editors: dict[str, FieldEditor] = {}
        self._boxes: dict[str, QWidget] = {}
        self._hints: dict[str, QLabel] = {}
        self._build()
        editor.edited.connect(self._read)

    def show_items(self, node_ids: list[NodeId]) -> None:
        """Show what these have in common."""
        self.save()
        self._typed.clear()  # what was refused was for the others
        self._ids = node_ids
        self._read()

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        for name in list(self._typed):
            self._save(name)

    def suggest(self, names: Callable[[], list[str]]) -> None:
        """Offer the names of those who are responsible for something already."""
        responsible = self.editors["responsible"]
        if isinstance(responsible, LineEditor):
            responsible.suggest(names)

    def _read(self) -> None:
        self._shared = shared_by(self._editor.register, self._ids)
        self._head.setText(bulk.chosen(len(self._ids)))
        self._nothing.setVisible(not self._shared)
        for name in SHARED:
            self._boxes[name].setVisible(name in self._shared)
            if name in self._shared and name not in self._typed:
                self._show(name, self._shared[name])

    def _show(self, name: str, shared: Shared) -> None:
        editor = self.editors[name]
        if isinstance(editor, ChoiceEditor):
            editor.show(_MIXED if shared.is_mixed else shared.value)
        elif isinstance(editor, LineEditor):
            editor.show(shared.value)
            empty = labels.hint(KINDS[name][-1], name)
            editor.widget.setPlaceholderText(bulk.mixed() if shared.is_mixed else empty)
        words = bulk.reach(len(shared.ids), len(self._ids))
        self._hint(name, words)
        if shared.is_mixed:  # a placeholder is not always read out
            editor.widget.setAccessibleDescription(f"{bulk.mixed()}. {words}")

    def _hint(self, name: str, words: str, *, alarm: bool = False) -> None:
        label = self._hints[name]
        colours = QPalette(self.palette())
        if alarm:
            colours.setColor(QPalette.ColorRole.WindowText, QColor(worn().alarm))
        label.setPalette(colours)
        label.setText(words)
        self.editors[name].widget.setAccessibleDescription(words)

    def _mark_typed(self, name: str) -> None:
        self._typed.add(name)

    def _chosen(self, name: str) -> None:
        """A field has been left; only one that was typed into or chosen from means anything."""
        if isinstance(self.editors[name], ChoiceEditor | DateEditor) or name in self._typed:
            self._save(name)

    def _save(self, name: str) -> None:
        self._typed.discard(name)
        shared, raw = self._shared.get(name), self.editors[name].raw()
        if shared is None or raw == _MIXED or (shared.is_mixed and raw in ("", None)):
            return
        try:
            edit = edits.change(self._editor.register, shared.ids, name, raw)
        except EditRefused as refusal:
            self._typed.add(name)
            self._hint(name, messages.refusal(refusal), alarm=True)
            self._tell(messages.refusal(refusal))
            return
        if edit.changes and self._editor.do(edit):
            self._tell(bulk.done(labels.field(Kind.MEASURE, name), len(edit.changes)))

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Uppgifter för alla markerade"))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(12)
        self._head, self._nothing = self._label(inside), self._label(inside)
        strong = QFont(self._head.font())
        strong.setBold(True)
        self._head.setFont(strong)
        self._nothing.setText(bulk.nothing_shared())
        column.addWidget(self._head)
        column.addWidget(self._nothing)
        for name in SHARED:
            self._boxes[name] = self._field(name, inside)
            column.addWidget(self._boxes[name])
        column.addStretch(1)
        self.setWidget(inside)

    def _field(self, name: str, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        editor = self._made(name, box)
        word = labels.field(Kind.MEASURE, name)
        label = self._label(box)
        label.setText(word)
        label.setBuddy(editor.widget)
        editor.widget.setAccessibleName(word)
        editor.widget.setObjectName(f"together_{name}")
        self._hints[name] = self._label(box)
        for widget in (label, editor.widget, self._hints[name]):
            column.addWidget(widget)
        editor.typed.connect(lambda: self._mark_typed(name))
        editor.finished.connect(lambda: self._chosen(name))
        self.editors[name] = editor
        return box

    def _made(self, name: str, parent: QWidget) -> FieldEditor:
        if name == "due":
            return DateEditor(self._appearance.icons, parent)
        if name != "status":
            return LineEditor(parent)
        words: list[tuple[Scalar, str]] = [(_MIXED, bulk.mixed())]
        words += [(status.value, word) for status, word in terms.statuses().items()]
        choice = ChoiceEditor(parent, words)
        for row, status in enumerate(Status, 1):
            choice.widget.setItemIcon(row, self._appearance.icons[STATUS_ICONS[status]])
        return choice

    def _label(self, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
