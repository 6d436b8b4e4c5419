"""Every field of the chosen item. What is typed is in the plan when editing ends or rests."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Area, Control, Kind, Measure, Node, Risk, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Scalar, scalar
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.symbols import KIND_ICONS
from qpdesk.gui.views.field_editors import ChoiceEditor, LineEditor
from qpdesk.gui.views.item_form import ItemForm
from qpdesk.gui.words import messages, terms
from qpdesk.services.errors import EditRefused

_REST = 1_000  # milliseconds without typing after which a text is saved
_REFERENCE_LENGTH = 110


class DetailPanel(QScrollArea):
    """Shows one item. Refused texts are kept as drafts, so that going elsewhere loses nothing."""

    dispute_wanted = Signal()
    """The user wants to decide where people have said different things about the item."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._forms: dict[Kind, ItemForm] = {}
        self._node_id: NodeId | None = None
        self._shown: dict[str, Scalar] = {}
        self._drafts: dict[tuple[NodeId, str], Scalar] = {}
        self._saving = ""
        self._typing = ""
        self._is_stale = False
        self._names: Callable[[], list[str]] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(lambda: self._save(self._typing, final=False))
        self._build()
        editor.edited.connect(self._edited)
        editor.disputed_changed.connect(self.redress)

    def show_item(self, node_id: NodeId | None) -> None:
        """Show an item (None: nothing); what was being typed is saved first."""
        if node_id == self._node_id:
            return
        self.save()
        node = None if node_id is None else self._editor.register.get(node_id)
        self._node_id = None  # fields that lose the focus by this belong to nobody now
        self._stack.setVisible(node is not None)
        self._show_head(node)
        if node is not None:
            self._is_stale = self.isHidden()
            if not self._is_stale:
                self._fill(node)
            self._node_id = node.id
        self.verticalScrollBar().setValue(0)

    @override
    def setVisible(self, visible: bool) -> None:
        """Behind another panel no field follows: a chapter's may hold a book. It does so now."""
        super().setVisible(visible)
        node = self._editor.register.get(self._node_id or "")
        if visible and self._is_stale and node is not None:
            self._is_stale = False
            self._fill(node)

    def _fill(self, node: Node) -> None:
        form = self._form(kind_of(node))
        self._stack.setCurrentWidget(form)
        self._offer_references(form, node)
        form.follow(scale_of(self._editor.register, node.id))
        self._shown = {}
        for name, editor in form.editors.items():
            self._shown[name] = scalar(getattr(node, name))
            draft = self._drafts.get((node.id, name))
            editor.show(self._shown[name] if draft is None else draft)
            form.show_refusal(name, "" if draft is None else self._why_refused(node, name, draft))

    def suggest(self, names: Callable[[], list[str]]) -> None:
        """Offer the names of those who are responsible for something already."""
        self._names = names

    def save(self) -> None:
        """Bring what is being typed into the plan now."""
        if self._typing:
            self._save(self._typing, final=True)

    def redress(self) -> None:
        """Draw anew what does not follow by itself: the looks, what people disagree about."""
        self._show_head(self._editor.register.get(self._node_id or ""))

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        form = self._stack.currentWidget()
        if isinstance(form, ItemForm) and name in form.editors:
            form.editors[name].widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def minimumSizeHint(self) -> QSize:
        """So wide that no field is cut: there is no scrolling sideways."""
        inside = self.widget()
        needed = 0 if inside is None else inside.minimumSizeHint().width()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(needed + bar, super().minimumSizeHint().height())

    @property
    def item(self) -> NodeId | None:
        """The item that is shown."""
        return self._node_id

    @property
    def form(self) -> ItemForm | None:
        """The form in use, None while nothing is shown."""
        form = self._stack.currentWidget()
        is_shown = self._node_id is not None and not self._is_stale
        return form if is_shown and isinstance(form, ItemForm) else None

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Uppgifter"))
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._icon, self._kind, self._above = QLabel(), QLabel(), QLabel()
        strong = QFont(self._kind.font())
        strong.setBold(True)
        self._kind.setFont(strong)
        for label in (self._kind, self._above):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._above.setWordWrap(True)
        self._above.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        head.addWidget(self._icon)
        head.addWidget(self._kind, 1)
        column.addLayout(head)
        column.addWidget(self._above)
        self._dispute = QPushButton(self.tr("Olika uppgifter – ta ställning …"), inside)
        self._dispute.setIcon(self._appearance.icons["triangle-alert"])
        self._dispute.clicked.connect(self.dispute_wanted)
        self._dispute.hide()
        column.addWidget(self._dispute, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedWidget(inside)
        self._stack.hide()
        column.addWidget(self._stack)
        column.addStretch(1)
        self.setWidget(inside)

    def _show_head(self, node: Node | None) -> None:
        self._icon.setVisible(node is not None)
        self._dispute.setVisible(node is not None and node.id in self._editor.disputed)
        if node is None:
            self._kind.setText(self.tr("Ingen post är vald"))
            self._above.setText(self.tr("Välj en rad till vänster för att se och ändra den."))
            return
        size = self.fontMetrics().height()
        icon = self._appearance.icons[KIND_ICONS[kind_of(node)]]
        self._icon.setPixmap(icon.pixmap(size, size))
        self._kind.setText(terms.kinds()[kind_of(node)])
        above = next(self._editor.register.ancestors(node.id), None)
        self._above.setVisible(above is not None)
        if above is not None:
            kind, title = (
                terms.kinds()[kind_of(above)],
                messages.cut(title_of(above), _REFERENCE_LENGTH),
            )
            self._above.setText(self.tr("Ligger under {0}: {1}").format(kind.lower(), title))

    def _form(self, kind: Kind) -> ItemForm:
        if kind not in self._forms:
            form = ItemForm(kind, self._appearance, self._stack)
            form.typed.connect(self._typed)
            form.finished.connect(lambda name: self._save(name, final=True))
            responsible = form.editors.get("responsible") or form.editors.get("owner")
            if isinstance(responsible, LineEditor) and self._names is not None:
                responsible.suggest(self._names)
            self._stack.addWidget(form)
            self._forms[kind] = form
        return self._forms[kind]

    def _typed(self, name: str) -> None:
        if self._typing and self._typing != name:
            self._save(self._typing, final=True)
        self._typing = name
        self._rest.start()

    def _save(self, name: str, *, final: bool) -> None:
        """Make one edit of what stands in a field, if it differs from what the plan says."""
        self._rest.stop()
        self._typing = ""
        node = None if self._node_id is None else self._editor.register.get(self._node_id)
        form = self.form
        if node is None or form is None or name not in form.editors:
            return
        raw = form.editors[name].raw()
        words = self._saved(node, name, raw)
        if words:
            self._drafts[node.id, name] = raw
            if final:
                form.show_refusal(name, words)
            return
        self._drafts.pop((node.id, name), None)
        form.show_refusal(name, "")
        if final:
            form.editors[name].show(self._shown[name])

    def _saved(self, node: Node, name: str, raw: Scalar) -> str:
        """Save a value; why that was not possible, or ""."""
        try:
            edit = self._edit(node, name, raw)
        except EditRefused as refusal:
            return messages.refusal(refusal)
        self._saving = name
        done = not edit.changes or self._editor.do(edit)
        self._saving = ""
        return "" if done else self.tr("Det här är inte sparat än. Försök igen.")

    def _edit(self, node: Node, name: str, raw: Scalar) -> Edit:
        if name == "title":
            return edits.rename(self._editor.register, node.id, str(raw))
        return edits.change(self._editor.register, [node.id], name, raw)

    def _why_refused(self, node: Node, name: str, raw: Scalar) -> str:
        try:
            self._edit(node, name, raw)
        except EditRefused as refusal:
            return messages.refusal(refusal)
        return self.tr("Det här är inte sparat än.")

    def _edited(self, _edit: Edit) -> None:
        """Show what has changed, but leave the field alone in which the user is typing."""
        if self._node_id is None:
            return
        node = self._editor.register.get(self._node_id)
        if node is None:
            self._typing = ""
            self.show_item(None)
            return
        self._show_head(node)
        if self._is_stale or (self.isHidden() and not self._typing):
            self._is_stale = True
            return
        form = self._form(kind_of(node))
        anew = form.follow(scale_of(self._editor.register, node.id))
        for name, editor in form.editors.items():
            value = scalar(getattr(node, name))
            if value != self._shown[name] or anew:
                self._shown[name] = value
                if name != self._saving:
                    editor.show(value)
                    self._drafts.pop((node.id, name), None)
                    form.show_refusal(name, "")

    def _offer_references(self, form: ItemForm, node: Node) -> None:
        reference = form.editors.get("status_reference")
        if isinstance(reference, ChoiceEditor):
            reference.offer([("", self.tr("Ingen")), *self._references(node)])

    def _references(self, node: Node) -> Iterator[tuple[Scalar, str]]:
        """The items of the same area whose comment may explain a status."""
        register = self._editor.register
        area = next((n for n in register.ancestors(node.id) if isinstance(n, Area)), None)
        for other in register.walk(area.id) if area else ():
            if isinstance(other, Risk | Control | Measure) and other.id != node.id:
                kind = terms.kinds()[kind_of(other)]
                yield other.id, f"{kind}: {messages.cut(title_of(other), _REFERENCE_LENGTH)}"
