"""One item to follow up: what it is, what was written last year, and what is to be answered."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain import edits
from qpdesk.domain.follow_up import REASON_REQUIRED, Missing, missing
from qpdesk.domain.last_year import precedent
from qpdesk.domain.nodes import (
    Control,
    Indicator,
    Kind,
    Measure,
    Node,
    Observation,
    Plan,
    Risk,
    Status,
    kind_of,
    title_of,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Scalar, scalar
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.views.child_table_view import ChildTableView
from qpdesk.gui.views.status_choice import StatusChoice
from qpdesk.gui.views.text_editor import TextEditor
from qpdesk.gui.words import follow_ups, labels, messages, terms
from qpdesk.services.errors import EditRefused

_APART = 8  # pixels between what is told and what is asked
_REST = 1_000  # milliseconds without typing after which the texts are saved
_FIELDS = {
    Kind.MEASURE: ("status_reason", "follow_up"),
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
        self._shown: dict[str, Scalar] = {}
        self._drafts: dict[tuple[NodeId, str], str] = {}
        self._last_text = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.save)
        self._spelling = appearance.spelling
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
        self._show_head(node)
        self._show_last_year(node)
        self._show_answers(node)
        self._node_id = node.id
        if outcome is not None:
            table = self._outcomes
            table.setCurrentIndex(table.table.index(table.table.row_of(outcome.id), 2))
        self.verticalScrollBar().setValue(0)

    def words(self) -> str:
        """What is asked about, in one line, for a screen reader."""
        return f"{self._kind.text()}: {self._title.text()}. {self._lacking.text()}"

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
        widget = fields.get(kind_of(node), self.text.widget)
        if Missing.REASON in lacks and isinstance(node, Measure):
            widget = self.reason.widget
        elif isinstance(node, Control) and lacks == (Missing.FOLLOW_UP,):
            widget = self.text.widget
        if isinstance(widget, ChildTableView) and not widget.currentIndex().isValid():
            widget.setCurrentIndex(widget.table.index(0, 0))
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(widget)

    def is_complete(self) -> bool:
        """Whether the status may be saved; if not, it is said why, and the focus is put there."""
        if not self._lacks_reason():
            return True
        words = follow_ups.reason_wanted(self.status.status())
        self._refuse(self._reason_refusal, words)
        self.reason.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(words)
        return False

    def save(self) -> bool:
        """Bring what has been typed and chosen into the plan, as one edit; whether all could be."""
        self._rest.stop()
        node = self._node()
        if node is None:
            return True
        good: dict[str, Scalar] = {}
        whole = True
        for name, raw in self._typed(node).items():
            words = self._why_refused(node, name, raw)
            if words:
                self._drafts[node.id, name] = raw
                whole = False
            else:
                good[name] = raw
                self._drafts.pop((node.id, name), None)
            if name != "status":
                refusal = self._reason_refusal if name == "status_reason" else self._refusal
                self._refuse(refusal, words)
        if not good:
            return whole
        made = self._editor.attempt(edits.change_many, node.id, good)
        return whole and made is not None

    def insert_last_year(self) -> None:
        """Put last year's text where the cursor is in this year's."""
        if self._last_text:
            self.text.widget.insertPlainText(self._last_text)
            self.text.widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------- what is typed

    def _node(self) -> Node | None:
        return None if self._node_id is None else self._editor.register.get(self._node_id)

    def _typed(self, node: Node) -> dict[str, str]:
        """What differs from what the plan says."""
        texts = {"status_reason": self.reason, "follow_up": self.text, "comment": self.text}
        found = {name: str(texts[name].raw()) for name in _FIELDS.get(kind_of(node), ())}
        if isinstance(node, Measure):
            found["status"] = self.status.status().value
        return {name: raw for name, raw in found.items() if raw != self._shown.get(name)}

    def _why_refused(self, node: Node, name: str, raw: str) -> str:
        if name == "status" and self._lacks_reason():
            return follow_ups.reason_wanted(self.status.status())
        try:
            edits.change_many(self._editor.register, node.id, {name: raw})
        except EditRefused as refusal:
            return messages.refusal(refusal)
        return ""

    def _lacks_reason(self) -> bool:
        node = self._node()
        if not isinstance(node, Measure) or self.status.status() not in REASON_REQUIRED:
            return False
        referred = self._editor.register.get(node.status_reference) is not None
        return not referred and not str(self.reason.raw()).strip()

    def _status_chosen(self) -> None:
        self._show_reason()
        if self._lacks_reason():
            self._refuse(self._reason_refusal, follow_ups.reason_wanted(self.status.status()))
            self.told.emit(follow_ups.reason_wanted(self.status.status()))
        else:
            self.save()

    def _typed_something(self) -> None:
        if not self._lacks_reason():
            self._refuse(self._reason_refusal, "")
        self._rest.start()

    # ------------------------------------------------------------- what is shown

    def _show_head(self, node: Node) -> None:
        register = self._editor.register
        above = [each for each in register.ancestors(node.id) if not isinstance(each, Plan)]
        self._above.setText("\n".join(self._line(each) for each in reversed(above)))
        self._above.setVisible(bool(above))
        self._kind.setText(terms.kinds()[kind_of(node)])
        self._title.setText(title_of(node))
        name = {Kind.MEASURE: "what_to_do", Kind.CONTROL: "purpose"}.get(kind_of(node), "")
        text = str(getattr(node, name, ""))
        self._aim.setText(f"{labels.field(kind_of(node), name)} {text}" if text else "")
        self._aim.setVisible(bool(text))
        self._lacking.setText(follow_ups.lacking(missing(register, node)))

    def _line(self, node: Node) -> str:
        kind = terms.kinds()[kind_of(node)]
        if isinstance(node, Risk) and node.level is not None:
            band = terms.level(node.level, scale_of(self._editor.register, node.id))
            return f"{kind} {node.level} {band}: {node.title}"
        return f"{kind}: {title_of(node)}"

    def _show_last_year(self, node: Node) -> None:
        register = self._editor.register
        found = precedent(register, node.id)
        self._last_text = "" if found is None else found.text
        shown = found is not None and bool(found.text.strip())
        for widget in (self._last_head, self._last, self._insert):
            widget.setVisible(shown)
        if found is not None and shown:
            plan = register[register.plan_of(found.id)]
            year = plan.year if isinstance(plan, Plan) else None
            self._last_head.setText(follow_ups.last_year(year, found))
            self._last.setPlainText(found.text)

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
        self._text_label.setText(labels.field(kind, name))
        self.text.widget.setAccessibleName(labels.field(kind, name))
        self._shown = {}
        for field in (*_FIELDS.get(kind, ()), *(["status"] if kind is Kind.MEASURE else [])):
            self._shown[field] = scalar(getattr(node, field))
            self._show_value(field, self._drafts.get((node.id, field), self._shown[field]))
        self._show_reason()
        self._refuse(self._refusal, "")
        self._refuse(self._reason_refusal, "")

    def _show_value(self, name: str, value: Scalar) -> None:
        if name == "status":
            self.status.show_status(Status(str(value)))
        else:
            (self.reason if name == "status_reason" else self.text).show(value)

    def _show_reason(self) -> None:
        """The reason is asked for where it must be given, and shown where there is one."""
        is_measure = not self.status.isHidden()
        wanted = is_measure and self.status.status() in REASON_REQUIRED
        shown = wanted or (is_measure and bool(str(self.reason.raw())))
        star = " *" if wanted else ""
        self._reason_label.setText(labels.field(Kind.MEASURE, "status_reason") + star)
        for widget in (self._reason_label, self.reason.widget):
            widget.setVisible(shown)

    def _edited(self) -> None:
        """Show what has changed elsewhere, but not over what the user has typed here."""
        node = self._node()
        if node is None:
            return
        typed = self._typed(node)
        for name, before in list(self._shown.items()):
            value = scalar(getattr(node, name))
            self._shown[name] = value
            if value != before and name not in typed:
                self._show_value(name, value)
        self._show_head(node)
        self._show_reason()

    def _refuse(self, label: QLabel, words: str) -> None:
        colours = QPalette(label.palette())
        colours.setColor(QPalette.ColorRole.WindowText, QColor(worn().alarm))
        label.setPalette(colours)
        label.setText(words)
        label.setVisible(bool(words))
        editor = self.reason if label is self._reason_refusal else self.text
        editor.widget.setAccessibleDescription(words)

    # ------------------------------------------------------------- the parts

    def _build(self, appearance: Appearance) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(16, 8, 16, 12)
        self._column.setSpacing(6)
        self._above, self._kind, self._title = self._label(), self._label(), self._label()
        for label in (self._above, self._kind):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        strong = QFont(self._title.font())
        strong.setBold(True)
        self._title.setFont(strong)
        self._aim, self._lacking = self._label(), self._label()
        self._build_last_year()
        self._column.addSpacing(_APART)
        self._status_label = self._label(labels.field(Kind.MEASURE, "status"))
        self.status = StatusChoice(appearance.icons, self._inside)
        self.status.chosen.connect(self._status_chosen)
        self._column.addWidget(self.status)
        self._reason_label = self._label()
        self.reason = self._text(self._reason_label)
        self.reason.widget.setAccessibleName(labels.field(Kind.MEASURE, "status_reason"))
        self._reason_refusal = self._label()
        self._build_tables()
        self._column.addSpacing(_APART)
        self._text_label = self._label()
        self.text = self._text(self._text_label, lines=(7, 20))
        self._refusal = self._label()
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._inside.hide()

    def _build_last_year(self) -> None:
        self._last_head = self._label()
        self._last = QPlainTextEdit(self._inside)
        self._last.setReadOnly(True)
        self._last.setTabChangesFocus(True)
        self._last.setAccessibleName(self.tr("Förra årets uppföljning"))
        self._last.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
        self._last_head.setBuddy(self._last)
        self._insert = QToolButton(self._inside)
        self._insert.setText(self.tr("&Infoga i årets"))
        self._insert.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._insert.clicked.connect(self.insert_last_year)
        self._column.addWidget(self._last)
        self._column.addWidget(self._insert)

    def _build_tables(self) -> None:
        self._results_label = self._label(self.tr("Resultat per period och enhet"))
        words = self.tr("Resultat per period och enhet")
        self._results = ChildTableView(self._editor, Kind.RESULT, words, self._inside)
        self._column.addWidget(self._results)
        self._outcomes_label = self._label(self.tr("Utfall per period"))
        words = self.tr("Utfall per period")
        self._outcomes = ChildTableView(self._editor, Kind.OBSERVATION, words, self._inside)
        self._column.addWidget(self._outcomes)

    def _label(self, words: str = "") -> QLabel:
        label = QLabel(words, self._inside)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._column.addWidget(label)
        return label

    def _text(self, label: QLabel, lines: tuple[int, int] = (3, 12)) -> TextEditor:
        editor = TextEditor(self._inside, self._spelling, lines=lines)
        label.setBuddy(editor.widget)
        editor.typed.connect(self._typed_something)
        editor.finished.connect(self.save)
        self._column.addWidget(editor.widget)
        return editor
