"""The form of one kind of item: every field with its label, its widget and room for a refusal."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.record import FIELDS, Scalar
from qpdesk.domain.scale import STANDARD, Scale
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.symbols import STATUS_ICONS
from qpdesk.gui.views.field_editors import ChoiceEditor, DateEditor, FieldEditor, LineEditor
from qpdesk.gui.views.text_editor import TextEditor
from qpdesk.gui.words import labels, terms

_HIDDEN = {"extra", "scale", "fewest"}
"""What an import had and we do not know, kept but nothing to edit; and what is set for all plans
together in a dialog of its own."""
_WIDE = {
    "owner",
    "follow_up_title",
    "status_reason",
    "no_measure",
    "routine",
    "source",
    "evidence",
    "area",
}
_WIDE_BY_KIND = {(Kind.RISK, "participants"), (Kind.CHAPTER, "holds")}


class ItemForm(QWidget):
    """Fields from the declaration of the kind, short ones two in a row."""

    typed = Signal(str)
    finished = Signal(str)

    def __init__(self, kind: Kind, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._scale = STANDARD
        self._appearance = appearance
        self.editors: dict[str, FieldEditor] = {}
        self._refusals: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = 0, 0
        for name in FIELDS[kind]:
            if name in _HIDDEN:
                continue
            wide = self._is_wide(name)
            if wide and column:
                row, column = row + 1, 0
            grid.addWidget(
                self._field(name), row, column, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignTop
            )
            row, column = (row, 1) if not wide and not column else (row + 1, 0)
        grid.setRowStretch(row + 1, 1)

    def follow(self, scale: Scale) -> bool:
        """Let a risk be judged on this scale; whether that offers anything new."""
        if self._kind is not Kind.RISK or scale == self._scale:
            return False
        self._scale = scale
        for name in ("level", "likelihood", "consequence"):
            editor = self.editors[name]
            if isinstance(editor, ChoiceEditor):
                editor.offer(self._choices(name))
        return True

    def show_refusal(self, name: str, words: str) -> None:
        """Say beside a field why its text is not in the plan; "" takes the words away."""
        label = self._refusals[name]
        colours = QPalette(label.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(worn().alarm))
        label.setPalette(colours)
        label.setText(words)
        label.setVisible(bool(words))
        self.editors[name].widget.setAccessibleDescription(words)

    def _is_wide(self, name: str) -> bool:
        text = name in LONG_TEXTS | {"title", "text", "status_reference"} | _WIDE
        return text or (self._kind, name) in _WIDE_BY_KIND

    def _field(self, name: str) -> QWidget:
        """Label, widget and refusal in a column."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        editor = self._editor(name, box)
        word = labels.field(self._kind, name)
        label = QLabel(word, box)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(editor.widget)
        refusal = QLabel(box)
        refusal.setTextFormat(Qt.TextFormat.PlainText)
        refusal.setWordWrap(True)
        refusal.hide()
        editor.widget.setAccessibleName(word)
        editor.widget.setObjectName(name)
        for widget in (label, editor.widget, refusal):
            column.addWidget(widget)
        editor.typed.connect(lambda: self.typed.emit(name))
        editor.finished.connect(lambda: self.finished.emit(name))
        self.editors[name] = editor
        self._refusals[name] = refusal
        return box

    def _editor(self, name: str, parent: QWidget) -> FieldEditor:
        choices = self._choices(name)
        if choices or name == "status_reference":
            return self._choice(name, choices, parent)
        if name in LONG_TEXTS or name == "title":
            text = TextEditor(parent, self._appearance.spelling, single=name == "title")
            text.widget.setPlaceholderText(labels.hint(self._kind, name))
            return text
        is_date = FIELDS[self._kind][name] is date
        line = DateEditor(self._appearance.icons, parent) if is_date else LineEditor(parent)
        line.widget.setPlaceholderText(labels.hint(self._kind, name))
        return line

    def _choice(
        self, name: str, choices: list[tuple[Scalar, str]], parent: QWidget
    ) -> ChoiceEditor:
        editor = ChoiceEditor(parent, choices)
        if name == "status":
            for row, status in enumerate(Status):
                icon = self._appearance.icons[STATUS_ICONS[status]]
                editor.widget.setItemIcon(row, icon)
        return editor

    def _choices(self, name: str) -> list[tuple[Scalar, str]]:
        """What may be chosen in a field, or nothing when it is typed."""
        wanted = FIELDS[self._kind][name]
        if issubclass(wanted, StrEnum):
            return list(terms.choices(wanted).items())
        not_known: list[tuple[Scalar, str]] = [(None, self.tr("Inte angivet"))]
        match self._kind, name:
            case Kind.CHAPTER, "level":
                return list(terms.headings().items())
            case Kind.RISK, "level":
                levels = sorted(self._scale.levels)
                return not_known + [(n, f"{n} – {terms.level(n, self._scale)}") for n in levels]
            case Kind.RISK, "likelihood":
                return not_known + list(terms.likelihoods(self._scale).items())
            case Kind.RISK, "consequence":
                return not_known + list(terms.consequences(self._scale).items())
            case _:
                return []
