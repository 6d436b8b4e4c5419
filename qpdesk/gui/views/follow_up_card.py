"""One item to follow up: the answers that it wants, and what is wrong with them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qpdesk.domain import edits
from qpdesk.domain.follow_up import REASON_REQUIRED, Missing, missing
from qpdesk.domain.nodes import (
    Control,
    Indicator,
    Kind,
    Measure,
    Node,
    Observation,
    Status,
    kind_of,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Scalar
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.child_table_view import ChildTableView
from qpdesk.gui.views.follow_up_drafts import FollowUpDrafts
from qpdesk.gui.views.follow_up_head import FollowUpHead
from qpdesk.gui.views.last_year import LastYear
from qpdesk.gui.views.status_choice import StatusChoice
from qpdesk.gui.views.text_answer import TextAnswer
from qpdesk.gui.words import follow_ups, labels

_APART = 8  # pixels between what is told and what is asked
_REST = 1_000  # milliseconds without typing after which the texts are saved
_FIELDS = {
    Kind.MEASURE: ("status_reason", "follow_up", "status"),
    Kind.CONTROL: ("follow_up",),
    Kind.INDICATOR: ("comment",),
}


class FollowUpCard(QScrollArea):
    """Shows one item. A status that lacks its reason waits, chosen but not saved, until it has."""

    told = Signal(str)

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._node_id: NodeId | None = None
        self._drafts = FollowUpDrafts(editor.register)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.save)
        self._build(appearance)
        editor.edited.connect(self._edited)

    @property
    def item(self) -> NodeId | None:
        """The item that is shown; an indicator for any of its outcomes."""
        return self._node_id

    def show_item(self, node_id: NodeId | None) -> None:
        """Show an item (None: nothing); what was being typed is saved first."""
        self.save()
        register = self._editor.register
        node = None if node_id is None else register.get(node_id)
        outcome = node if isinstance(node, Observation) else None
        if outcome is not None:
            node = next(register.ancestors(outcome.id))
        self._node_id = None
        self._inside.setVisible(node is not None)
        if node is None:
            return
        self._head.show_item(node)
        self._last_year.show_item(node)
        self._show_answers(node)
        self._node_id = node.id
        if outcome is not None:
            table = self._outcomes
            table.setCurrentIndex(table.table.index(table.table.row_of(outcome.id), 2))
        self.verticalScrollBar().setValue(0)

    def words(self) -> str:
        """What is asked about, in one line, for a screen reader."""
        return self._head.words()

    def begin(self) -> None:
        """Put the focus where the first answer is missing."""
        node = self._node()
        if node is None:
            return
        lacks = missing(self._editor.register, node)
        fields: dict[Kind, QWidget] = {
            Kind.CONTROL: self._results,
            Kind.INDICATOR: self._outcomes,
        }
        widget = fields.get(kind_of(node), self.text.editor.widget)
        if Missing.REASON in lacks and isinstance(node, Measure):
            widget = self.reason.editor.widget
        elif isinstance(node, Control) and lacks == (Missing.FOLLOW_UP,):
            widget = self.text.editor.widget
        if isinstance(widget, ChildTableView) and not widget.currentIndex().isValid():
            widget.setCurrentIndex(widget.table.index(0, 0))
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(widget)

    def is_complete(self) -> bool:
        """Whether the status may be saved; if not, it is said why, and the focus is put there."""
        if not self._lacks_reason():
            return True
        words = follow_ups.reason_wanted(self.status.status())
        self.reason.refuse(words)
        self.reason.editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(words)
        return False

    def save(self) -> bool:
        """Bring what has been typed and chosen into the plan, as one edit; whether all could be."""
        self._rest.stop()
        node = self._node()
        if node is None:
            return True
        answers = self._answers(node)
        refusals = self._drafts.weigh(node, answers, self._waiting())
        for name, words in refusals.items():
            if name != "status":
                self._field(name).refuse(words)
        good: dict[str, Scalar] = {n: answers[n] for n, words in refusals.items() if not words}
        made = not good or self._editor.attempt(edits.change_many, node.id, good) is not None
        return made and not any(refusals.values())

    # ------------------------------------------------------------- what is typed

    def _node(self) -> Node | None:
        return None if self._node_id is None else self._editor.register.get(self._node_id)

    def _answers(self, node: Node) -> dict[str, str]:
        """What is typed and chosen, by the fields of the item."""
        return {
            name: self.status.status().value if name == "status" else self._field(name).raw()
            for name in _FIELDS.get(kind_of(node), ())
        }

    def _field(self, name: str) -> TextAnswer:
        return self.reason if name == "status_reason" else self.text

    def _waiting(self) -> dict[str, str]:
        """What cannot be saved before something else is answered, and why."""
        if not self._lacks_reason():
            return {}
        return {"status": follow_ups.reason_wanted(self.status.status())}

    def _lacks_reason(self) -> bool:
        node = self._node()
        if not isinstance(node, Measure) or self.status.status() not in REASON_REQUIRED:
            return False
        referred = self._editor.register.get(node.status_reference) is not None
        return not referred and not self.reason.raw().strip()

    def _status_chosen(self) -> None:
        self._show_reason()
        if self._lacks_reason():
            self.reason.refuse(follow_ups.reason_wanted(self.status.status()))
            self.told.emit(follow_ups.reason_wanted(self.status.status()))
        else:
            self.reason.refuse("")
            self.save()

    def _typed_something(self) -> None:
        if not self._lacks_reason():
            self.reason.refuse("")
        self._rest.start()

    def _insert(self, words: str) -> None:
        """Put last year's text where the cursor is in this year's."""
        self.text.editor.widget.insertPlainText(words)
        self.text.editor.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------- what is shown

    def _show_answers(self, node: Node) -> None:
        kind = kind_of(node)
        for label, table, wanted in (
            (self._results_label, self._results, Kind.CONTROL),
            (self._outcomes_label, self._outcomes, Kind.INDICATOR),
        ):
            label.setVisible(kind is wanted)
            table.setVisible(kind is wanted)
            table.table.show_below(node.id if kind is wanted else None)
        self._status_label.setVisible(kind is Kind.MEASURE)
        self.status.setVisible(kind is Kind.MEASURE)
        name = "comment" if isinstance(node, Indicator) else "follow_up"
        self.text.ask(labels.field(kind, name))
        for field, value in self._drafts.begin(node, _FIELDS.get(kind, ())).items():
            self._show_value(field, value)
        self._show_reason()
        self.text.refuse("")
        self.reason.refuse("")

    def _show_value(self, name: str, value: Scalar) -> None:
        if name == "status":
            self.status.show_status(Status(str(value)))
        else:
            self._field(name).editor.show(value)

    def _show_reason(self) -> None:
        """The reason is asked for where it must be given, and shown where there is one."""
        is_measure = not self.status.isHidden()
        wanted = is_measure and self.status.status() in REASON_REQUIRED
        self.reason.ask(labels.field(Kind.MEASURE, "status_reason"), must=wanted)
        self.reason.setVisible(wanted or (is_measure and bool(self.reason.raw())))

    def _edited(self) -> None:
        """Show what has changed elsewhere, but not over what the user has typed here."""
        node = self._node()
        if node is None:
            return
        for name, value in self._drafts.renew(node, self._answers(node)).items():
            self._show_value(name, value)
        self._head.show_item(node)
        self._show_reason()

    # ------------------------------------------------------------- the parts

    def _build(self, appearance: Appearance) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 8, 16, 12)
        self._column.setSpacing(6)
        self._head = FollowUpHead(self._editor.register, self._inside)
        self._last_year = LastYear(self._editor.register, self._inside)
        self._last_year.wanted.connect(self._insert)
        self._column.addWidget(self._head)
        self._column.addWidget(self._last_year)
        self._column.addSpacing(_APART)
        self._status_label = self._label(labels.field(Kind.MEASURE, "status"))
        self.status = StatusChoice(appearance.icons, self._inside)
        self.status.chosen.connect(self._status_chosen)
        self._column.addWidget(self.status)
        self.reason = self._answer(TextAnswer(self._inside, appearance.spelling))
        self._build_tables()
        self._column.addSpacing(_APART)
        self.text = self._answer(TextAnswer(self._inside, appearance.spelling, lines=(7, 20)))
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._inside.hide()

    def _build_tables(self) -> None:
        self._results_label = self._label(self.tr("Resultat per period och enhet"))
        words = self.tr("Resultat per period och enhet")
        self._results = ChildTableView(self._editor, Kind.RESULT, words, self._inside)
        self._column.addWidget(self._results)
        self._outcomes_label = self._label(self.tr("Utfall per period"))
        words = self.tr("Utfall per period")
        self._outcomes = ChildTableView(self._editor, Kind.OBSERVATION, words, self._inside)
        self._column.addWidget(self._outcomes)

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self._inside)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def _answer(self, answer: TextAnswer) -> TextAnswer:
        answer.typed.connect(self._typed_something)
        answer.finished.connect(self.save)
        self._column.addWidget(answer)
        return answer
