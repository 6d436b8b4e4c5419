"""What an import found, shown before it is taken in: the doubtful first, each to be corrected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Node, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.gui.dialogs.corrections import Corrections
from qpdesk.gui.dialogs.joinery import sentence
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.room import room_for
from qpdesk.gui.looks.symbols import KIND_ICONS
from qpdesk.gui.words import findings, messages, terms
from qpdesk.services.errors import EditRefused

if TYPE_CHECKING:
    from qpdesk.services.importing import Finding, Reading

_ID = Qt.ItemDataRole.UserRole
_SHOWN = 400  # characters of a finding in the list; the copied list has all
_SIZE = (110, 42)  # characters and lines
_AIR = 1.5  # of a line
_FINDING_WIDTHS = (44, 26, 44)  # characters
_ITEM_WIDTHS = (79.2, 26)


class ImportGuide(QDialog):
    """Nothing is in the plan until it is accepted; ``reading`` is then what shall come in."""

    def __init__(self, reading: "Reading", icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Importera"))
        answer_f1(self, "import")
        self._found, self._icons = reading, icons
        self._draft = Register(reading.nodes)
        self._items: dict[NodeId, QTreeWidgetItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.summary = sentence(self.tr("Hittat: {0}.").format(findings.summary(reading)), self)
        font = QFont(self.summary.font())
        font.setBold(True)
        self.summary.setFont(font)
        self.told = sentence(self._explanation(), self)
        self.tree = self._build_tree()
        self.list = self._build_findings()
        self.corrections = Corrections(self._correct, self)
        for widget in (self.summary, self.told, self._split(), self.corrections):
            column.addWidget(widget, 1 if isinstance(widget, QSplitter) else 0)
        self.keep_loose = QCheckBox(
            self.tr("&Lägg texter som inte kunde placeras i ett eget kapitel"), self
        )
        loose = bool(list(self._loose()))
        self.keep_loose.setVisible(loose)
        self.keep_loose.setChecked(loose)
        column.addWidget(self.keep_loose)
        column.addWidget(self._buttons())
        self.resize(room_for(self, *_SIZE))

    def reading(self) -> "Reading":
        """What shall come in: as corrected, without what has no mark."""
        from qpdesk.services.importing import corrected  # noqa: PLC0415 - not at start

        left_out = {
            node_id
            for node_id, row in self._items.items()
            if row.parent() is not None and row.checkState(0) is Qt.CheckState.Unchecked
        }
        loose = [found.text for found in self._loose()] if self.keep_loose.isChecked() else []
        title = self.tr("Att placera")
        return corrected(self._found, self._draft, left_out, loose, title)

    def as_text(self) -> str:
        """All findings, one a line, for keeping elsewhere."""
        headings = findings.weights()
        return "\n".join(
            "\t".join(
                (
                    headings[found.weight.value],
                    findings.sentence(found),
                    findings.place(found.spot),
                    found.text.replace("\n", " "),
                )
            )
            for found in self._found.findings
        )

    # ------------------------------------------------------------- the parts

    def _explanation(self) -> str:
        doubtful = sum(found.weight.value != "noted" for found in self._found.findings)
        if not doubtful:
            return self.tr("All text i filen har fått en plats. Inget är infört än.")
        return self.tr(
            "{0} att titta på, först i listan. Välj en för att se posten den gäller, och rätta den"
            " här. Inget är infört än."
        ).format(messages.plural(doubtful, self.tr("sak"), self.tr("saker")))

    def _split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.tree)
        split.setSizes([100, 200])
        self.list.setVisible(bool(self._found.findings))
        return split

    def _build_findings(self) -> QTreeWidget:
        names = [self.tr("Vad"), self.tr("Var i filen"), self.tr("Text")]
        tree = self._new_tree(self.tr("Att titta på"), names, _FINDING_WIDTHS)
        tree.currentItemChanged.connect(lambda row, _: self._show_item(row))
        for weight, heading in findings.weights().items():
            found = [f for f in self._found.findings if f.weight.value == weight]
            if not found:
                continue
            top = QTreeWidgetItem(tree, [f"{heading} ({len(found)})"])
            top.setFirstColumnSpanned(True)
            font = QFont(tree.font())
            font.setBold(True)
            top.setFont(0, font)
            for each in found:
                self._add_finding(top, each)
            top.setExpanded(weight != "noted")
        return tree

    def _add_finding(self, top: QTreeWidgetItem, found: "Finding") -> None:
        text = found.text.replace("\n", " ")[:_SHOWN]
        cells = [findings.sentence(found), findings.place(found.spot), text]
        row = QTreeWidgetItem(top, cells)
        near = [node_id for node_id in self._found.near(found) if node_id in self._items]
        row.setData(0, _ID, near[-1] if near else None)  # the lowest: a measure before its risk
        for place, cell in enumerate(cells):
            row.setToolTip(place, cell)
            row.setData(place, Qt.ItemDataRole.AccessibleTextRole, cell or self.tr("inte angivet"))

    def _build_tree(self) -> QTreeWidget:
        names = [self.tr("Det som kommer in"), self.tr("Risknivå eller status")]
        tree = self._new_tree(self.tr("Det som kommer in"), names, _ITEM_WIDTHS)
        for node in self._draft.walk():
            self._add_item(tree, node)
        for row in self._items.values():
            row.setExpanded(row.childCount() > 0)  # a leaf is never said to be open
        tree.currentItemChanged.connect(lambda row, _: self._offer(row))
        tree.itemChanged.connect(self._marked)
        return tree

    def _add_item(self, tree: QTreeWidget, node: Node) -> None:
        above = None if node.place.parent is None else self._items.get(node.place.parent)
        row = QTreeWidgetItem()
        row.setData(0, _ID, node.id)
        if kind_of(node) is not Kind.PLAN:
            row.setCheckState(0, Qt.CheckState.Checked)
        row.setIcon(0, self._icons[KIND_ICONS[kind_of(node)]])
        row.setSizeHint(0, QSize(0, round(self.fontMetrics().height() * _AIR)))
        self._items[node.id] = row
        self._write(row, node)
        if above is None:
            tree.addTopLevelItem(row)
        else:
            above.addChild(row)

    def _write(self, row: QTreeWidgetItem, node: Node) -> None:
        title = " ".join(title_of(node).split())
        state = findings.state(node)
        row.setText(0, f"{terms.kinds()[kind_of(node)]}: {title}")
        row.setToolTip(0, title)
        row.setText(1, state)
        row.setData(1, Qt.ItemDataRole.AccessibleTextRole, state or self.tr("inte angivet"))

    def _new_tree(self, name: str, heads: list[str], widths: tuple[float, ...]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName(name)
        tree.setHeaderLabels(heads)
        tree.setAlternatingRowColors(True)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        letter = self.fontMetrics().horizontalAdvance("n")
        for place, width in enumerate(widths):
            tree.setColumnWidth(place, round(width * letter))
        return tree

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        take = box.addButton(self.tr("&Ta in i filen"), roles.AcceptRole)
        take.setDefault(True)
        box.addButton(self.tr("Avbryt"), roles.RejectRole)
        self.copy = box.addButton(self.tr("&Kopiera listan"), roles.ActionRole)
        self.copy.setVisible(bool(self._found.findings))
        self.copy.clicked.connect(lambda _=False: _copy(self.as_text()))
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    # ------------------------------------------------------------- looking and correcting

    def _loose(self) -> "list[Finding]":
        found = (each for each in self._found.findings if each.weight.value == "unplaced")
        return [each for each in found if each.text.strip()]

    def _show_item(self, row: QTreeWidgetItem | None) -> None:
        """Show the item that a finding is about, to be corrected."""
        item = None if row is None else self._items.get(row.data(0, _ID) or NodeId(""))
        if item is not None:
            self.tree.setCurrentItem(item)
            self.tree.scrollToItem(item)

    def _offer(self, row: QTreeWidgetItem | None) -> None:
        node = None if row is None else self._draft.get(row.data(0, _ID))
        self.corrections.show_item(node)

    def _correct(self, node_id: NodeId, field: str, raw: str) -> str:
        """Give a field of an item another value; why that cannot be, or ""."""
        try:
            edit = edits.change(self._draft, [node_id], field, raw)
        except EditRefused as refusal:
            return messages.refusal(refusal)
        for change in edit.changes:
            self._draft.apply(change)
        self._write(self._items[node_id], self._draft[node_id])
        return ""

    def _marked(self, row: QTreeWidgetItem, column: int) -> None:
        """What stands below goes along; what stands above must be there."""
        if column:
            return
        mark = row.checkState(0)
        with QSignalBlocker(self.tree):
            if mark is Qt.CheckState.Unchecked:
                for node in self._draft.walk(row.data(0, _ID)):
                    self._items[node.id].setCheckState(0, mark)
            else:
                for node in self._draft.ancestors(row.data(0, _ID)):
                    if kind_of(node) is not Kind.PLAN:
                        self._items[node.id].setCheckState(0, mark)
        self.tree.viewport().update()


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
