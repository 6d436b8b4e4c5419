"""Where a plan is worked in: its outlines on one side, the chosen item on the other."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qpdesk.domain.changes import Added, Edit, Removed
from qpdesk.domain.nodes import Footnote, Kind, Node, Plan, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.models import rows
from qpdesk.gui.views.filter_bar import FilterBar
from qpdesk.gui.views.halves import Halves
from qpdesk.gui.views.narrowing import Narrowing
from qpdesk.gui.views.outlines import Outlines
from qpdesk.gui.views.plan_chooser import PlanChooser
from qpdesk.gui.views.plan_tree import PlanTree
from qpdesk.gui.views.side import Side

_LOOKS = {
    QEvent.Type.FontChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.DevicePixelRatioChange,
}


class Desk(QWidget):
    """Where a plan is worked in: what is shown, and what is chosen."""

    plan_shown = Signal()
    """Another plan, or none, is shown now."""
    selection_changed = Signal()
    told = Signal(str)
    """A short sentence for the status bar and the screen reader."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._appearance = appearance
        self._plan: NodeId | None = None
        self.locked = False
        """Whether nothing may be moved, so that no slip of the hand changes the order."""
        self._following = False  # the tree goes where the cursor of the text has gone
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
        return self.outlines.tree

    def show_plan(self, plan: NodeId | None) -> None:
        """Show one of the file's plans."""
        if plan is not None and plan not in self.editor.register:
            plan = None
        self.side.save()
        self._plan = plan
        self.side.show_plan(plan)
        self._list_plans()
        self.narrowing.show_plan(plan)
        self.outlines.show_plan(plan)
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
        self.outlines.turn_to_kind(kind_of(line[-2]))
        if not self.tree.plan_model.index_of(node_id).isValid():
            self.filter.clear()  # what has just been done or undone is never out of sight
        self.tree.go_to(node_id)

    def show_edit(self, edit: Edit) -> None:
        """Bring the first item that an edit has touched into sight."""
        touched = [c.node if isinstance(c, Added | Removed) else c.after for c in edit.changes]
        touched = sorted(touched, key=lambda node: isinstance(node, Footnote))  # they follow texts
        there = [node.id for node in touched if node.id in self.editor.register]
        chosen = set(self.tree.selected_ids())
        if there and not chosen & set(there):
            self.reveal(there[0])

    def keep(self, memory: Memory) -> None:
        """Remember how the parts are arranged."""
        self.side.show_fields()
        self._share_room()
        memory.keep_state("splitter", self._halves.saveState())
        self.outlines.keep(memory)

    def restore(self, memory: Memory) -> None:
        """Arrange the parts as they were left."""
        self._halves.restoreState(memory.state("splitter"))
        self.outlines.restore(memory)

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

    @property
    def sorted_by(self) -> str:
        """The column that the tree in front is sorted by; "" for the plan's own order."""
        return self.tree.sorting.word

    def tell(self, words: str) -> None:
        """Say something in the status bar and to a screen reader."""
        if words:
            from PySide6.QtGui import (  # noqa: PLC0415 - 150 roles and events, before a plan is seen
                QAccessible,
                QAccessibleAnnouncementEvent,
            )

            self.told.emit(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self.plans = PlanChooser(self)
        self.plans.chosen.connect(self.show_plan)
        self.outlines = Outlines(self.editor, self._appearance, self)
        self.side = Side(self.editor, self._appearance, self.tell, self)
        self.side.entered.connect(self._follow_cursor)
        self.side.text_left.connect(self._go_to_tree)
        self.details = self.side.details
        self._halves = Halves(self._left(), self.side, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._halves)
        self._watch_outlines()
        self._start_narrowing()

    def _left(self) -> QWidget:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(10, 8, 4, 6)
        column.setSpacing(6)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.outlines.tabs, 1)
        bar.addWidget(self.plans)
        column.addLayout(bar)
        self.filter = FilterBar(self._appearance.icons, left)
        column.addWidget(self.filter)
        column.addWidget(self.outlines, 1)
        return left

    def _watch_outlines(self) -> None:
        self.outlines.moved_to.connect(self._show_current)
        self.outlines.selection_changed.connect(self._selection_changed)
        self.outlines.turned.connect(self._turned)
        self.outlines.begin()

    def _start_narrowing(self) -> None:
        self.narrowing = Narrowing(self.editor, self.filter, self.outlines, self)
        self.narrowing.narrowed.connect(lambda: self.details.show_item(self.tree.current_id()))
        self.narrowing.hit_wanted.connect(self.reveal)
        self.narrowing.told.connect(self.tell)
        self.side.ask_names(self.narrowing.responsibles)
        self.filter.told.connect(self.tell)
        self.filter.left.connect(self._go_to_tree)

    def _go_to_tree(self) -> None:
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_current(self) -> None:
        self.details.show_item(self.tree.current_id())
        self._show_beside()

    def _selection_changed(self, is_in_front: bool) -> None:
        if is_in_front:
            self.side.follow(self.tree.count_selected(), self.selected_ids)
        self.selection_changed.emit()

    def _turned(self) -> None:
        self._show_current()
        self._selection_changed(is_in_front=True)

    def _show_beside(self) -> None:
        """Beside the chapters stands their text, and it is what has the room."""
        if self.outlines.outline is not rows.CHAPTERS:
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
        """Running text needs other room than fields do, and other conditions to look for."""
        is_writing = self.side.is_writing
        if is_writing is not self._halves.is_text_wide:
            self.filter.show_conditions(wanted=not is_writing)
            self._halves.exchange()

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
            self.narrowing.offer_levels()
        self.narrowing.follow(edit)

    def _dress(self) -> None:
        self.outlines.dress()
        self.details.redress()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._redress.start(0)  # once, after all widgets have heard of it
