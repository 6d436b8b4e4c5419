"""What rows from Excel or Word will become, before they are put into the plan."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.branches import Branches
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Kind, Node, kind_of, title_of
from qpdesk.gui.dialogs.joinery import sentence
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.symbols import KIND_ICONS
from qpdesk.gui.words import findings, messages, pasting, terms
from qpdesk.services.errors import EditRefused

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId
    from qpdesk.services.clipping import Finding, Pasted

Placed = tuple[Edit, list[tuple[Node, Branches]]]

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SHOWN = 400  # characters of a finding
_ITEM_WIDTHS = (60,)  # characters; the last column has the rest
_REMARK_WIDTHS = (54, 12)


class PastePreview(QDialog):
    """Shows what comes where; lets the kind be chosen when the rows do not say it."""

    def __init__(
        self,
        read: "Callable[[Kind], Pasted]",
        place: Callable[[Branches], Placed],
        kinds: Sequence[Kind],
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            read: Reads the clipboard, a line without heads as an item of this kind.
            place: The edit that puts items into the plan, and what goes under what; may refuse.
            kinds: What a line may become here, the likeliest first.
            icons: The looks of the kinds.
            parent: The window.
        """
        super().__init__(parent)
        self._read, self._place, self._icons = read, place, icons
        self.edit: Edit | None = None
        self.setWindowTitle(self.tr("Klistra in rader"))
        answer_f1(self, "import")
        self._build(kinds)
        self._show()

    @property
    def needs_a_look(self) -> bool:
        """Whether more than one item comes, or something could not be placed."""
        return self.edit is None or len(self.edit.changes) > 1 or bool(self._remarks)

    def _show(self) -> None:
        """Read anew, and show what that gives."""
        pasted = self._read(Kind(self._kind.currentData()))
        self._choice.setVisible(not pasted.has_heads and self._kind.count() > 1)
        self._remarks = [f for f in pasted.findings if f.weight.value != "noted"]
        self._summary.setText(
            self.tr("Det här läggs in: {0}.").format(pasting.coming(pasted.branches.nodes))
        )
        self.tree.clear()
        try:
            self.edit, places = self._place(pasted.branches)
        except EditRefused as refusal:
            self.edit, places = None, []
            self._summary.setText(messages.refusal(refusal))
        for above, branches in places:
            self._add_branches(above, branches)
        self._paste.setEnabled(self.edit is not None)
        self._fill_remarks(self._remarks)

    def _add_branches(self, above: Node, branches: Branches) -> None:
        top = QTreeWidgetItem(self.tree, [pasting.under(kind_of(above), title_of(above))])
        top.setFirstColumnSpanned(True)
        top.setData(1, _SPOKEN, self.tr("Inga fler uppgifter"))
        strong = QFont(self.tree.font())
        strong.setBold(True)
        top.setFont(0, strong)
        lines: dict[NodeId, QTreeWidgetItem] = {}
        for node in branches.nodes:
            line = QTreeWidgetItem([pasting.named(node), pasting.details(node)])
            if not line.text(1):
                line.setData(1, _SPOKEN, self.tr("Inga fler uppgifter"))
            line.setIcon(0, self._icons[KIND_ICONS[kind_of(node)]])
            above_it = lines.get(node.place.parent or node.id, top)
            above_it.addChild(line)
            above_it.setExpanded(True)  # what has nothing below would be said to be open, too
            lines[node.id] = line

    def _fill_remarks(self, found: "Sequence[Finding]") -> None:
        self.remarks.clear()
        for finding in found:
            text = messages.cut(finding.text, _SHOWN)
            words = [findings.sentence(finding), findings.place(finding.spot), text]
            self.remarks.addTopLevelItem(QTreeWidgetItem(words))
        count = messages.plural(len(found), self.tr("sak"), self.tr("saker"))
        self._about.setText(self.tr("{0} att titta på:").format(count))
        for widget in (self._about, self.remarks):
            widget.setVisible(bool(found))

    # ------------------------------------------------------------- the parts

    def _build(self, kinds: Sequence[Kind]) -> None:
        fit(self, 110, 32)
        column = QVBoxLayout(self)
        self._summary = self._label(strong=True)
        column.addWidget(self._summary)
        column.addWidget(self._kind_choice(kinds))
        heads = (self.tr("Post"), self.tr("Uppgifter"))
        self.tree = self._list(heads, self.tr("Det som läggs in"), _ITEM_WIDTHS)
        column.addWidget(self.tree, 3)
        self._about = self._label()
        column.addWidget(self._about)
        columns = (self.tr("Vad"), self.tr("Var"), self.tr("Text"))
        self.remarks = self._list(columns, self.tr("Att titta på"), _REMARK_WIDTHS)
        self.remarks.setRootIsDecorated(False)
        column.addWidget(self.remarks, 1)
        buttons = QDialogButtonBox(self)
        self._paste = buttons.addButton(
            self.tr("&Klistra in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.addButton(self.tr("&Avbryt"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._paste.setDefault(True)
        column.addWidget(buttons)
        self._paste.setFocus()

    def _kind_choice(self, kinds: Sequence[Kind]) -> QWidget:
        self._choice = QWidget(self)
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        self._kind = QComboBox(self._choice)
        words = terms.kinds()
        for kind in kinds:
            self._kind.addItem(self._icons[KIND_ICONS[kind]], words[kind], kind.value)
        label = QLabel(self.tr("&Varje rad blir"), self._choice)
        label.setBuddy(self._kind)
        self._kind.setAccessibleName(self.tr("Varje rad blir"))
        self._kind.currentIndexChanged.connect(self._show)
        row.addWidget(label)
        row.addWidget(self._kind)
        row.addStretch(1)
        return self._choice

    def _list(self, heads: Sequence[str], name: str, widths: Sequence[int]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderLabels(list(heads))
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setTabKeyNavigation(False)
        tree.setAccessibleName(name)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        letter = self.fontMetrics().horizontalAdvance("n")
        for section, width in enumerate(widths):
            tree.setColumnWidth(section, width * letter)
        return tree

    def _label(self, *, strong: bool = False) -> QLabel:
        label = sentence("", self)
        font = QFont(label.font())
        font.setBold(strong)
        label.setFont(font)
        return label
