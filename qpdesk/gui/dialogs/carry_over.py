"""What of last year's plan follows into the new one: proposed by status, decided by a person."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.nodes import Kind, Measure, Node, Observation, Plan, Result, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.year import Matter, Proposal, new_year, proposals
from qpdesk.gui.dialogs.joinery import sentence
from qpdesk.gui.words import plans, terms

_ID = Qt.ItemDataRole.UserRole
_HIDDEN = (Result, Observation)  # they go as their heads go: results stay, outcomes follow
_ORDER = (Kind.AREA, Kind.INDICATOR, Kind.CHAPTER, Kind.FOOTNOTE)  # what must be decided first
_TITLE, _STATUS = 46, 18  # characters
_AIR = 1.5  # of a line


class CarryOver(QWidget):
    """A tree with a mark for each item that follows; what stands below one that stays, stays."""

    changed = Signal()
    """Another mark."""

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._plan: NodeId | None = None
        self._rows: dict[NodeId, QTreeWidgetItem] = {}
        self._always: set[NodeId] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Vad som följer med till nästa år"))
        self.tree.setHeaderLabels([self.tr("Post"), self.tr("Status"), self.tr("Förslag")])
        self.tree.setAlternatingRowColors(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        letter = self.fontMetrics().horizontalAdvance("n")
        self.tree.setColumnWidth(0, _TITLE * letter)
        self.tree.setColumnWidth(1, _STATUS * letter)
        self.tree.itemChanged.connect(self._marked)
        column.addWidget(self.tree, 1)
        self.summary = sentence("", self)
        column.addWidget(self.summary)

    def show_plan(self, plan_id: NodeId) -> None:
        """Propose what follows of a plan."""
        self._plan = plan_id
        self._rows, self._always = {}, set()
        proposed = proposals(self._register, plan_id)
        with QSignalBlocker(self.tree):
            self.tree.clear()
            for kind in _ORDER:
                for head in self._register.children(plan_id, kind):
                    for node in (head, *self._register.walk(head.id)):
                        self._add(node, proposed[node.id])
            self.tree.expandAll()
        self._tell()

    def staying(self) -> set[NodeId]:
        """The items that do not follow; what stands below them stays too."""
        unmarked = {
            node_id
            for node_id, row in self._rows.items()
            if row.checkState(0) is Qt.CheckState.Unchecked
        }
        return unmarked | self._always

    def _add(self, node: Node, proposed: Proposal) -> None:
        if isinstance(node, _HIDDEN):
            if proposed is Proposal.STAYS:
                self._always.add(node.id)
            return
        above = node.place.parent
        parent = self._rows.get(above) if above is not None else None
        word = terms.kinds()[kind_of(node)]
        status = terms.statuses()[node.status] if isinstance(node, Measure) else ""
        title = " ".join(title_of(node).split())
        row = QTreeWidgetItem([f"{word}: {title}", status, plans.proposal(proposed)])
        row.setData(0, _ID, node.id)
        if not status:
            row.setData(1, Qt.ItemDataRole.AccessibleTextRole, self.tr("har ingen status"))
        row.setToolTip(0, title)
        row.setSizeHint(0, QSize(0, round(self.fontMetrics().height() * _AIR)))
        stays = proposed is Proposal.STAYS
        row.setCheckState(0, Qt.CheckState.Unchecked if stays else Qt.CheckState.Checked)
        if parent is None:
            self.tree.addTopLevelItem(row)
        else:
            parent.addChild(row)
        self._rows[node.id] = row

    def _marked(self, row: QTreeWidgetItem, _column: int) -> None:
        """What stands below follows the mark down; what stands above must be there."""
        mark = row.checkState(0)
        with QSignalBlocker(self.tree):
            if mark is Qt.CheckState.Checked:
                above = row.parent()
                while above is not None:
                    above.setCheckState(0, mark)
                    above = above.parent()
            else:
                for below in _below(row):
                    below.setCheckState(0, mark)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """Say in figures what the marks come to."""
        if self._plan is None or not isinstance(self._register[self._plan], Plan):
            return
        made = new_year(self._register, self._plan, self.staying())
        kinds: Counter[Kind] = Counter(kind_of(node) for node in made.nodes)
        years = sum(found.matter is Matter.YEAR_WORD for found in made.findings)
        dates = len(made.findings) - years
        words = [self.tr("Följer med: {0}.").format(plans.following(kinds))]
        words.append(self.tr("Uppföljningen börjar om; den gamla visas bredvid som förra årets."))
        if years:
            words.append(
                self.tr("Årtal att se över i texterna: {0}. De ändras inte av sig själva.").format(
                    plans.places(years)
                )
            )
        if dates:
            words.append(self.tr("Datum som hinner passera tas bort: {0}.").format(dates))
        self.summary.setText(" ".join(words))


def _below(row: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(row.childCount()):
        child = row.child(place)
        if child is not None:
            yield child
            yield from _below(child)
