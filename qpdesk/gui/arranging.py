"""How rows are arranged: dragged, locked in their order, or sorted for a while."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.models import listing, rows
from qpdesk.gui.models.rows import Column
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.views.dragging import Clipboard, Dragging
from qpdesk.gui.views.plan_tree import PlanTree
from qpdesk.gui.words import places


class Arranging(QObject):
    """Binds the desk's trees to the lock and to the menu of sorting."""

    def __init__(self, desk: Desk, deeds: Actions, clipboard: Clipboard) -> None:
        super().__init__(desk)
        self._desk = desk
        self._deeds = deeds
        self._dragging = Dragging(desk, clipboard)
        for tree in desk.outlines.trees:
            self._bind(tree)
        desk.outlines.tree_made.connect(self._bind)
        deeds.sort_menu.aboutToShow.connect(self._list_columns)

    def begin(self, memory: Memory) -> None:
        """Be locked or not, as it was left."""
        self._desk.locked = memory.text("locked") == "yes"
        self._deeds["lock"].setChecked(self._desk.locked)

    def end(self, memory: Memory) -> None:
        """Remember that, and let go of the menu."""
        memory.keep_text("locked", "yes" if self._desk.locked else "no")
        self._deeds.sort_menu.aboutToShow.disconnect(self._list_columns)

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The actions that arrange rows, by name."""
        return {"lock": self._lock}

    def _bind(self, tree: PlanTree) -> None:
        tree.carrier = self._dragging
        tree.sorting.changed.connect(self._tell_order)

    def _lock(self) -> None:
        self._desk.locked = self._deeds["lock"].isChecked()
        self._desk.tell(places.locked_now() if self._desk.locked else places.unlocked_now())

    def _tell_order(self) -> None:
        if self.sender() is self._desk.tree.sorting:
            self._desk.tell(places.sorted_now(self._desk.sorted_by))

    def _list_columns(self) -> None:
        """Offer the order of the plan, and each column of the tree in front."""
        menu, sorting = self._deeds.sort_menu, self._desk.tree.sorting
        menu.clear()
        group = QActionGroup(menu)
        self._offer(group, places.own_order(), None)
        menu.addSeparator()
        for column in self._desk.outlines.outline.columns:
            self._offer(group, rows.header(self._desk.outlines.outline, column), column)
        group.setEnabled(self._desk.plan is not None)
        if sorting.column is not None:
            turn = menu.addAction(places.turned())
            turn.triggered.connect(partial(self._sort, sorting.column, not sorting.falling))

    def _offer(self, group: QActionGroup, word: str, column: Column | None) -> None:
        action: QAction = self._deeds.sort_menu.addAction(word)
        action.setCheckable(True)
        action.setChecked(self._desk.tree.sorting.column is column)
        falling = column is not None and listing.falls_first(column)
        action.triggered.connect(partial(self._sort, column, falling))
        group.addAction(action)

    def _sort(self, column: Column | None, falling: bool, _checked: bool = False) -> None:
        self._desk.tree.sorting.by(column, falling=falling)
