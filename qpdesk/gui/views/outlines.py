"""The four outlines of a plan: a tree for each, made when it is first asked for, behind tabs."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QTabBar, QWidget

from qpdesk.domain.nodes import Kind
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.memory import Memory
from qpdesk.gui.models import rows
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.views import new_items
from qpdesk.gui.views.plan_tree import PlanTree

translate = QCoreApplication.translate

OUTLINES = (rows.PLAN, rows.CHAPTERS, rows.FOOTNOTES, rows.INDICATORS)


class Outlines(QStackedWidget):
    """The trees, one in front; ``tabs`` says which, and stands where its owner puts it."""

    tree_made = Signal(object)
    """A ``PlanTree`` has come into being and wants the window's keys."""
    turned = Signal()
    """Another tree is in front."""
    moved_to = Signal()
    """Another item of the tree in front has the focus."""
    selection_changed = Signal(bool)
    """Other rows of a tree are selected; whether it is the tree in front."""
    status_clicked = Signal(object)
    """The id of a measure whose status badge was clicked."""
    menu_wanted = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(self, editor: Editor, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._plan: NodeId | None = None
        self._kept: frozenset[NodeId] | None = None
        self._made: dict[int, PlanTree] = {}
        self.tabs = QTabBar(parent)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(self.tr("Delar av planen"))
        for word in _words():
            self.tabs.addTab(word)
        self.tabs.currentChanged.connect(self._turn)

    def begin(self) -> None:
        """Make the tree in front, for whoever has come to hear of it."""
        self._tree(self.position)

    # ------------------------------------------------------------- what is in front

    @property
    def position(self) -> int:
        """Which of the four trees is in front."""
        return self.tabs.currentIndex()

    @property
    def outline(self) -> rows.Outline:
        """What the tree in front shows."""
        return OUTLINES[self.position]

    @property
    def tree(self) -> PlanTree:
        """The tree in front."""
        return self._tree(self.position)

    @property
    def trees(self) -> Sequence[PlanTree]:
        """The trees that exist."""
        return list(self._made.values())

    def turn_to(self, position: int) -> None:
        """Bring one of the four trees to the front."""
        self.tabs.setCurrentIndex(position)

    def turn_to_kind(self, top: Kind) -> None:
        """Bring the tree to the front that has items of this kind right under the plan."""
        self.turn_to(next(i for i, outline in enumerate(OUTLINES) if top in outline.tops))

    def _turn(self, position: int) -> None:
        tree = self._tree(position)
        self.setCurrentWidget(tree)
        if not tree.currentIndex().isValid():
            tree.go_to_first()
        self.turned.emit()

    # ------------------------------------------------------------- what the trees show

    def show_plan(self, plan: NodeId | None) -> None:
        """Show a plan from its beginning, all of it."""
        self._plan, self._kept = plan, None
        for tree in self.trees:
            tree.show_plan(plan)

    def show_kept(self, kept: frozenset[NodeId] | None) -> None:
        """Narrow the trees to these items, or show all again."""
        self._kept = kept
        for tree in self.trees:
            tree.show_kept(self._plan, kept)

    def show_hits(self, hits: Counter[Kind]) -> None:
        """Say on each tab how many hits its tree has."""
        for position, outline in enumerate(OUTLINES):
            count = sum(hits[kind] for kind in new_items.kinds_of(outline))
            number = f" ({count})" if count else ""
            self.tabs.setTabText(position, _words()[position] + number)

    def expand_all(self) -> None:
        """Open every row of the tree in front."""
        self.tree.expandAll()

    def collapse_all(self) -> None:
        """Close every row of the tree in front."""
        self.tree.collapseAll()

    def select_all(self) -> None:
        """Select every row of the tree in front that is open."""
        self.tree.selectAll()

    def keep(self, memory: Memory) -> None:
        """Remember how wide the columns are, and what they are sorted by."""
        for position, tree in self._made.items():
            memory.keep_state(f"columns{position}", tree.header().saveState())

    def restore(self, memory: Memory) -> None:
        """Give the columns of the trees that exist the width and order they had."""
        for position, tree in self._made.items():
            tree.header().restoreState(memory.state(f"columns{position}"))
            tree.sorting.recall()

    def dress(self) -> None:
        """Follow the window's font, colours and screen."""
        badges = self._badges()
        for tree in self.trees:
            tree.set_measures(badges.size_limit())
            tree.plan_model.dress(badges, self.font())

    # ------------------------------------------------------------- the trees

    def _badges(self) -> Badges:
        return Badges(self._appearance.icons, QApplication.font(), self.devicePixelRatioF())

    def _tree(self, position: int) -> PlanTree:
        """A tree, made when it is first asked for."""
        if position not in self._made:
            badges = self._badges()
            model = PlanModel(self._editor, OUTLINES[position], badges, self)
            tree = PlanTree(model, self)
            tree.setAccessibleName(_words()[position])
            tree.set_measures(badges.size_limit())
            tree.selectionModel().currentChanged.connect(self._tell_item)
            tree.selectionModel().selectionChanged.connect(self._tell_selection)
            tree.status_clicked.connect(self.status_clicked)
            tree.customContextMenuRequested.connect(self._want_menu)
            self.insertWidget(position, tree)
            self._made[position] = tree
            model.show_plan(self._plan, self._kept)
            self.tree_made.emit(tree)
        return self._made[position]

    def _tell_item(self) -> None:
        if self.sender() is self.tree.selectionModel():
            self.moved_to.emit()

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.sender() is self.tree.selectionModel())

    def _want_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.tree.viewport().mapToGlobal(at))


def _words() -> tuple[str, ...]:
    """What the four trees are called."""
    return (
        translate("Outlines", "Risker och åtgärder"),
        translate("Outlines", "Kapitel"),
        translate("Outlines", "Fotnoter"),
        translate("Outlines", "Indikatorer"),
    )
