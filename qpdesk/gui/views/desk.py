"""Everything of one open file: its plans, a plan's four trees, and the chosen item's fields."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.changes import Added, Deed, Edit, Removed
from qpdesk.domain.nodes import Footnote, Kind, Node, Plan, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.memory import Memory
from qpdesk.gui.models import rows
from qpdesk.gui.models.plan_model import PlanModel
from qpdesk.gui.views import new_items
from qpdesk.gui.views.filter_bar import FilterBar
from qpdesk.gui.views.finder import Finder
from qpdesk.gui.views.plan_chooser import PlanChooser
from qpdesk.gui.views.plan_tree import PlanTree
from qpdesk.gui.views.side import Side
from qpdesk.gui.words import messages

if TYPE_CHECKING:
    from qpdesk.domain.search import Search

translate = QCoreApplication.translate

OUTLINES = (rows.PLAN, rows.CHAPTERS, rows.FOOTNOTES, rows.INDICATORS)
_LOOKS = {
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.DevicePixelRatioChange,
}
_TREE_BESIDE_TEXT = 0.4
_NARROW = 150  # characters of width below which the fields go under the tree


class Desk(QWidget):
    """Where a plan is worked in: what is shown, and what is chosen."""

    plan_shown = Signal()
    """Another plan, or none, is shown now."""
    selection_changed = Signal()
    told = Signal(str)
    """A short sentence for the status bar and the screen reader."""
    status_clicked = Signal(object)
    """The id of a measure whose status badge was clicked."""
    tree_made = Signal(object)
    """A ``PlanTree`` has come into being and wants the window's keys."""
    menu_wanted = Signal(QPoint)
    """A context menu is wanted at this point of the screen."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._appearance = appearance
        self._plan: NodeId | None = None
        self.locked = False
        """Whether nothing may be moved, so that no slip of the hand changes the order."""
        self._trees: dict[int, PlanTree] = {}
        self._following = False  # the tree goes where the cursor of the text has gone
        self._is_text_wide = False
        self._other_share = _TREE_BESIDE_TEXT
        self._finder = Finder(editor, self)
        self._redress = QTimer(self)
        self._redress.setSingleShot(True)
        self._build()
        editor.edited.connect(self._edited)
        self._redress.timeout.connect(self._dress)

    # ------------------------------------------------------------- what is shown

    @property
    def plan(self) -> NodeId | None:
        """The plan that is shown."""
        return self._plan

    @property
    def tree(self) -> PlanTree:
        """The tree in front."""
        return self._tree(self._tabs.currentIndex())

    @property
    def outline(self) -> rows.Outline:
        """What the tree in front shows."""
        return OUTLINES[self._tabs.currentIndex()]

    def show_plan(self, plan: NodeId | None) -> None:
        """Show one of the file's plans."""
        if plan is not None and plan not in self.editor.register:
            plan = None
        self.side.save()
        self._plan = plan
        self.side.show_plan(plan)
        self._list_plans()
        self._finder.forget()
        self.filter.clear()
        self._offer_levels()
        self._offer_responsibles()
        for tree in self._trees.values():
            tree.show_plan(plan)
        self.tree.go_to_first()
        if self.tree.current_id() is None:
            self.details.show_item(plan)
        self._show_beside()
        self.plan_shown.emit()

    def show_first_plan(self, wanted: str = "") -> None:
        """Show the plan with this id, or the file's first."""
        plans = self.editor.register.children()
        ids = [plan.id for plan in plans]
        known = [plan_id for plan_id in ids if plan_id == wanted]
        self.show_plan(next(iter(known or ids), None))

    def show_outline(self, position: int) -> None:
        """Bring one of the four trees to the front."""
        self._tabs.setCurrentIndex(position)

    def reveal(self, node_id: NodeId) -> None:
        """Bring an item into sight, in whichever plan and tree it stands."""
        register = self.editor.register
        if node_id not in register:
            return
        plan = register.plan_of(node_id)
        if plan != self._plan:
            self.show_plan(plan)
        if node_id == plan:
            self.side.show_fields()
            self.details.show_item(plan)
            return
        line = [register[node_id], *register.ancestors(node_id)]
        top = kind_of(line[-2])
        self._tabs.setCurrentIndex(next(i for i, o in enumerate(OUTLINES) if top in o.tops))
        if not self.tree.plan_model.index_of(node_id).isValid():
            self.filter.clear()  # what has just been done or undone is never out of sight
        self.tree.go_to(node_id)

    @property
    def outline_position(self) -> int:
        """Which of the four trees is in front."""
        return self._tabs.currentIndex()

    def show_edit(self, edit: Edit) -> None:
        """Bring the first item that an edit has touched into sight."""
        touched = [c.node if isinstance(c, Added | Removed) else c.after for c in edit.changes]
        touched = sorted(touched, key=lambda node: isinstance(node, Footnote))  # they follow texts
        there = [node.id for node in touched if node.id in self.editor.register]
        chosen = set(self.tree.selected_ids())
        if there and not chosen & set(there):
            self.reveal(there[0])

    def expand_all(self) -> None:
        """Open every row of the tree in front."""
        self.tree.expand_branches()

    def collapse_all(self) -> None:
        """Close every row of the tree in front."""
        self.tree.collapseAll()

    def keep(self, memory: Memory) -> None:
        """Remember how the parts are arranged."""
        self.side.show_fields()
        self._share_room()
        memory.keep_state("splitter", self._splitter.saveState())
        for position, tree in self._trees.items():
            memory.keep_state(f"columns{position}", tree.header().saveState())

    def restore(self, memory: Memory) -> None:
        """Arrange the parts as they were left."""
        self._splitter.restoreState(memory.state("splitter"))
        for position, tree in self._trees.items():
            tree.header().restoreState(memory.state(f"columns{position}"))
            tree.sorting.recall()

    def show_plan_fields(self) -> None:
        """Show the plan's own fields: year, nämnd, decision."""
        self.side.show_fields()
        self.details.show_item(self._plan)
        self.details.focus_field("title")

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field of the item in front; of a chapter, into its text."""
        if self.side.is_writing and self.side.text is not None:
            self.side.text.sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.details.focus_field(name)

    def selected_ids(self) -> list[NodeId]:
        """The selected items of the tree in front."""
        return self.tree.selected_ids()

    def current(self) -> Node | None:
        """The item that has the focus in the tree in front."""
        node_id = self.tree.current_id()
        return None if node_id is None else self.editor.register.get(node_id)

    def tell(self, words: str) -> None:
        """Say something in the status bar and to a screen reader."""
        if words:
            from PySide6.QtGui import (  # noqa: PLC0415 - 150 roles and events, before a plan is seen
                QAccessible,
                QAccessibleAnnouncementEvent,
            )

            self.told.emit(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------- finding

    @property
    def sorted_by(self) -> str:
        """The column that the tree in front is sorted by; "" for the plan's own order."""
        return self.tree.sorting.word

    @property
    def kept(self) -> frozenset[NodeId] | None:
        """What is in sight of a plan that is narrowed; None for all of it."""
        return self._finder.kept

    def seek(self) -> None:
        """Let the user type what to look for."""
        self.filter.focus()

    def go_to_hit(self, *, back: bool = False) -> None:
        """Go to the next hit, in whichever list it stands; look for something first, if need be."""
        self.filter.ask_now()
        hit = self._finder.next_hit(self.tree.current_id(), back=back)
        if hit is None:
            self.seek()
            return
        self.reveal(hit[0])
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tell(messages.hit(hit[1], self._finder.count))

    def select_all(self) -> None:
        """Select every row that is open."""
        self.tree.selectAll()

    def _narrow(self, search: "Search") -> None:
        """Show what matches and what stands above it; selection and place stay where they can."""
        if self._plan is None or (search.is_empty and self._finder.kept is None):
            return
        hits = self._finder.find(search, self._plan)
        for position, outline in enumerate(OUTLINES):
            count = sum(hits[kind] for kind in new_items.kinds_of(outline))
            number = f" ({count})" if count else ""
            self._tabs.setTabText(position, _part_words()[position] + number)
        for tree in self._trees.values():
            tree.show_kept(self._plan, self._finder.kept)
        words = None if search.is_empty else messages.hits(hits.total())
        self.filter.show_hits(words)
        self.details.show_item(self.tree.current_id())
        self.tell(words or self.tr("Alla poster visas."))

    def _offer_levels(self) -> None:
        self.filter.offer_levels(scale_of(self.editor.register, self._plan).levels)

    def _offer_responsibles(self) -> None:
        self.filter.offer_responsibles(self._finder.responsibles(self._plan))

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self.plans = PlanChooser(self)
        self.plans.chosen.connect(self.show_plan)
        self._tabs = QTabBar(self)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(self.tr("Delar av planen"))
        for word in _part_words():
            self._tabs.addTab(word)
        self._tabs.currentChanged.connect(self._tab_changed)
        self._stack = QStackedWidget(self)
        self.side = Side(self.editor, self._appearance, self.tell, self)
        self.side.ask_names(lambda: self._finder.responsibles(self._plan))
        self.side.entered.connect(self._follow_cursor)
        self.side.text_left.connect(lambda: self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self.details = self.side.details
        self._splitter = QSplitter(self)
        self._splitter.addWidget(self._left())
        self._splitter.addWidget(self.side)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([940, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._tree(0)

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 8, 4, 6)
        column.setSpacing(6)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._tabs, 1)
        bar.addWidget(self.plans)
        column.addLayout(bar)
        self.filter = FilterBar(self._appearance.icons, left)
        self.filter.asked.connect(self._narrow)
        self.filter.told.connect(self.tell)
        self.filter.left.connect(lambda: self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason))
        column.addWidget(self.filter)
        column.addWidget(self._stack, 1)
        return left

    def _tree(self, position: int) -> PlanTree:
        """A tree, made when it is first asked for."""
        if position not in self._trees:
            badges = Badges(self._appearance.icons, QApplication.font(), self.devicePixelRatioF())
            model = PlanModel(self.editor, OUTLINES[position], badges, self)
            tree = PlanTree(model, self._stack)
            tree.setAccessibleName(_part_words()[position])
            tree.set_measures(badges.size_limit())
            tree.selectionModel().currentChanged.connect(self._current_changed)
            tree.selectionModel().selectionChanged.connect(self._selection_changed)
            tree.status_clicked.connect(self.status_clicked)
            tree.customContextMenuRequested.connect(self._want_menu)
            self._stack.insertWidget(position, tree)
            self._trees[position] = tree
            model.show_plan(self._plan, self._finder.kept)
            self.tree_made.emit(tree)
        return self._trees[position]

    @property
    def trees(self) -> Sequence[PlanTree]:
        """The trees that exist."""
        return list(self._trees.values())

    def _want_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.tree.viewport().mapToGlobal(at))

    def _tab_changed(self, position: int) -> None:
        tree = self._tree(position)
        self._stack.setCurrentWidget(tree)
        if not tree.currentIndex().isValid():
            tree.go_to_first()
        self.details.show_item(tree.current_id())
        self._show_beside()
        self.side.follow(tree.count_selected(), self.selected_ids)
        self.selection_changed.emit()

    def _selection_changed(self) -> None:
        if self.sender() is self.tree.selectionModel():
            self.side.follow(self.tree.count_selected(), self.selected_ids)
        self.selection_changed.emit()

    def _current_changed(self) -> None:
        if self.sender() is self.tree.selectionModel():
            self.details.show_item(self.tree.current_id())
            self._show_beside()

    def _show_beside(self) -> None:
        """Beside the chapters stands their text, and it is what has the room."""
        if self.outline is not rows.CHAPTERS:
            self.side.show_fields()
        elif not self.side.is_writing:
            self.side.show_text(self._plan, self.tree.current_id())
        elif not self._following:
            self.side.go_to(self.tree.current_id())
        self._share_room()

    def _follow_cursor(self, chapter: NodeId | None) -> None:
        """The tree shows which chapter is being written in."""
        if chapter is not None and self.side.is_writing:
            self._following = True
            self.tree.go_to(chapter)
            self._following = False

    def _share_room(self) -> None:
        """Give the running text more room than fields need; each keeps its own share."""
        is_writing = self.side.is_writing
        if is_writing is not self._is_text_wide:
            self._is_text_wide = is_writing
            self.filter.show_conditions(wanted=not is_writing)
            left, right = self._splitter.sizes()
            whole = max(left + right, 1)
            wanted, self._other_share = self._other_share, left / whole or self._other_share
            self._splitter.setSizes([round(whole * wanted), round(whole * (1 - wanted))])

    def _list_plans(self) -> None:
        plans = self.editor.register.children()
        self.plans.offer([plan for plan in plans if isinstance(plan, Plan)], self._plan)

    def _edited(self, edit: Edit) -> None:
        kinds = {
            kind_of(change.node if isinstance(change, Added | Removed) else change.after)
            for change in edit.changes
        }
        if self._plan not in self.editor.register:  # gone, or there was none
            if Kind.PLAN in kinds:
                self.show_first_plan()
            return
        if Kind.PLAN in kinds:
            self._list_plans()
            self._offer_levels()
        if kinds & {Kind.CONTROL, Kind.MEASURE} and edit.deed is not Deed.STATUS:
            self._offer_responsibles()

    def _dress(self) -> None:
        badges = Badges(self._appearance.icons, QApplication.font(), self.devicePixelRatioF())
        for tree in self._trees.values():
            tree.set_measures(badges.size_limit())
            tree.plan_model.dress(badges, self.font())
        self.details.redress()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _NARROW * self.fontMetrics().horizontalAdvance("n")
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
            whole = self.width() if wide else self.height()
            self._splitter.setSizes([round(whole * share) for share in (0.6, 0.4)])

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._redress.start(0)  # once, after all widgets have heard of it


def _part_words() -> tuple[str, ...]:
    """What the four trees are called."""
    return (
        translate("Desk", "Risker och åtgärder"),
        translate("Desk", "Kapitel"),
        translate("Desk", "Fotnoter"),
        translate("Desk", "Indikatorer"),
    )
