"""Where people have said different things: what each said, when; and the choice between them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.settling import settle_deletion, settle_place, settle_value
from qpdesk.gui.dialogs.difference_text import DifferenceText
from qpdesk.gui.dialogs.joinery import button, foot, sentence, stacked
from qpdesk.gui.dialogs.lines import Lines
from qpdesk.gui.editor import Editor
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.words import disputes, messages, past, versions
from qpdesk.services.errors import StoreError
from qpdesk.services.history import Conflict, Version


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the values, and the edit that says that it is meant."""

    words: str
    who: str
    at: str
    is_shown: bool
    verb: Callable[..., Edit]


class ConflictsDialog(QDialog):
    """Stays beside the window; a choice is a new edit, and both values stay in the history."""

    told = Signal(str)
    wanted = Signal(object)
    """The id of an item to show in the tree."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._conflicts: list[Conflict] = []
        self._answers: list[Answer] = []
        self.setWindowTitle(self.tr("Att ta ställning till"))
        answer_f1(self, "together")
        self._build()
        self.read()
        editor.edited.connect(self.read)

    def read(self) -> None:
        """Show what there is to decide now; the chosen line stays near where it was."""
        row = max(0, self.list.row)
        try:
            found = self._editor.document.conflicts()
        except StoreError as error:
            self._told.setText(messages.trouble(error))
            return
        self._conflicts = [each for each in found if each.item in self._editor.register]
        self.list.show_lines(map(self._line, self._conflicts), row)
        self._told.setText(disputes.count(self._conflicts))
        self._choose()

    def seek(self, item: NodeId) -> None:
        """Choose the first line about an item."""
        for row, conflict in enumerate(self._conflicts):
            if conflict.item == item and (line := self.list.topLevelItem(row)) is not None:
                self.list.setCurrentItem(line)
                return

    def keep(self) -> None:
        """Let the chosen value stand, as a new edit."""
        row = self.answers.row
        if row < 0 or self._editor.attempt(self._answers[row].verb) is None:
            return
        self.told.emit(self.tr("Bestämt. Den andra uppgiften finns kvar i historiken."))
        self._editor.tell_disputed()
        self.read()

    def show_item(self) -> None:
        """Show the item in the tree."""
        if (conflict := self._chosen()) is not None:
            self.wanted.emit(conflict.item)

    # ------------------------------------------------------------- what is shown

    def _chosen(self) -> Conflict | None:
        row = self.list.row
        return self._conflicts[row] if row >= 0 else None

    def _kind(self, conflict: Conflict) -> Kind:
        return kind_of(self._editor.register[conflict.item])

    def _line(self, conflict: Conflict) -> tuple[str, ...]:
        node = self._editor.register[conflict.item]
        whose = " / ".join(dict.fromkeys(past.who(each.who) for each in conflict.versions))
        about = disputes.field(kind_of(node), conflict.field)
        return (versions.named(node), about, whose)

    def _choose(self) -> None:
        conflict = self._chosen()
        self._answers = [] if conflict is None else self._answers_to(conflict)
        self.answers.show_lines(map(_answer_line, self._answers))
        for each in (self._keep, self._show):
            each.setEnabled(conflict is not None)
        self._show_words()

    def _show_words(self) -> None:
        """What is chosen, against what stands in the plan now."""
        row = self.answers.row
        if row < 0:
            self.text.show_words(disputes.count(self._conflicts))
            return
        answer = self._answers[row]
        shown = next((each.words for each in self._answers if each.is_shown), "")
        if answer.is_shown:
            self.text.show_words(answer.words)
        else:
            self.text.show_difference(shown, answer.words)

    def _answers_to(self, conflict: Conflict) -> list[Answer]:
        if not conflict.field:
            return self._fates(conflict)
        kind, register = self._kind(conflict), self._editor.register
        last = conflict.versions[-1]
        found = []
        for version in conflict.versions[::-1]:
            if version is not last and version.value == last.value:
                continue
            words = disputes.value(register, kind, conflict.field, version.value)
            verb = _verb(conflict, version)
            found.append(Answer(words, version.who, version.at, version is last, verb))
        return found

    def _fates(self, conflict: Conflict) -> list[Answer]:
        keep = partial(settle_deletion, node_id=conflict.item, keep=True)
        remove = partial(settle_deletion, node_id=conflict.item, keep=False)
        last = conflict.versions[-1]
        words = disputes.remove(last.who)
        return [
            Answer(disputes.keep(), "", "", is_shown=True, verb=keep),
            Answer(words, last.who, last.at, is_shown=False, verb=remove),
        ]

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        fit(self, 130, 34)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        words = self.tr(
            "Här har två personer skrivit olika om samma sak utan att ha sett varandras ändring."
            " Båda uppgifterna finns kvar tills någon väljer."
        )
        column.addWidget(sentence(words, self))
        self.text = DifferenceText(self)
        heads = (self.tr("Post"), self.tr("Uppgift"), self.tr("Av"))
        self.list = Lines(self.tr("Att ta ställning till"), heads, (None, 26, 30), self)
        self.list.currentItemChanged.connect(self._choose)
        name = self.tr("Vad som har skrivits")
        columns = (name, self.tr("Av"), self.tr("När"), self.tr("Gäller nu"))
        self.answers = Lines(name, columns, (None, 20, 18, 12), self)
        self.answers.currentItemChanged.connect(self._show_words)
        column.addWidget(stacked((self.list, self.answers, self.text), self), 1)
        column.addLayout(self._foot())
        self.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        self._told = sentence("", self)
        self._keep = button(self.tr("&Låt den valda gälla"), self.keep, self)
        self._show = button(self.tr("&Visa posten"), self.show_item, self)
        close = button(self.tr("&Stäng"), self.close, self)
        return foot(self._told, (self._keep, self._show, close))


def _answer_line(answer: Answer) -> tuple[str, ...]:
    said = disputes.counts_now(answer.is_shown)
    who, when = (past.who(answer.who), past.when(answer.at)) if answer.at else ("–", "–")
    return (messages.cut(answer.words, 200) or "–", who, when, said)


def _verb(conflict: Conflict, version: Version) -> Callable[..., Edit]:
    """The edit that says that this is meant, by way of another value where it stands already."""
    others = (each.value for each in conflict.versions if each.value != version.value)
    other = next(others, None)
    if conflict.field != disputes.PLACE:
        return partial(
            settle_value,
            node_id=conflict.item,
            name=conflict.field,
            value=version.value,
            other=other,
        )
    place, elsewhere = (Place(*json.loads(str(value))) for value in (version.value, other))
    return partial(settle_place, node_id=conflict.item, place=place, other=elsewhere)
