"""The menus that depend on the rows: what may be added to them, and what may be done with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qpdesk.domain.nodes import Kind
from qpdesk.gui.looks.symbols import KIND_ICONS, STATUS_ICONS
from qpdesk.gui.menus import Actions
from qpdesk.gui.views import new_items
from qpdesk.gui.views.acts import Acts
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import terms


class RowMenus(QObject):
    """Fills the menu of new items for the tree in front, and pops up the others where rows are."""

    def __init__(self, desk: Desk, acts: Acts, deeds: Actions, window: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._acts = acts
        self._deeds = deeds
        self._window = window
        self._name_the_trade()
        desk.outlines.menu_wanted.connect(self._show_context_menu)
        deeds.new_menu.aboutToShow.connect(self._list_new)

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The action that may have to ask by a menu, by name."""
        return {"child": self._ask_child}

    def end(self) -> None:
        """Let go of the window's menu."""
        self._deeds.new_menu.aboutToShow.disconnect(self._list_new)

    def _name_the_trade(self) -> None:
        """Make the actions for kinds and statuses, once in a window's life."""
        if f"new_{Kind.RISK.value}" in self._deeds:
            return
        for kind, word in terms.kinds().items():
            self._deeds.make(f"new_{kind.value}", word, "", KIND_ICONS[kind])
        for number, (status, word) in enumerate(terms.statuses().items(), 1):
            name = f"status_{status.value}"
            self._deeds.make(name, f"&{number} {word}", f"Ctrl+{number}", STATUS_ICONS[status])
            self._deeds.put(self._deeds.status_menu, [name])

    def _new_actions(self, kinds: tuple[Kind, ...]) -> list[QAction]:
        return [self._deeds[f"new_{kind.value}"] for kind in kinds]

    def _list_new(self) -> None:
        menu = self._deeds.new_menu
        menu.clear()
        menu.addActions(self._new_actions(new_items.kinds_of(self._desk.outlines.outline)))

    def _ask_child(self) -> None:
        """Add what may stand under the current item; ask which when several kinds may."""
        node = self._desk.current()
        kinds = new_items.kinds_below(node) if node is not None else ()
        if len(kinds) == 1:
            self._acts.add_child(kinds[0])
        elif kinds:
            menu = self._menu()
            for kind, action in zip(kinds, self._new_actions(kinds), strict=True):
                under = menu.addAction(action.icon(), action.text())
                under.triggered.connect(partial(self._add_child, kind))
            menu.setActiveAction(menu.actions()[0])
            tree = self._desk.tree
            below = tree.visualRect(tree.currentIndex().siblingAtColumn(0)).bottomLeft()
            menu.popup(tree.viewport().mapToGlobal(below))

    def _add_child(self, kind: Kind) -> None:
        self._acts.add_child(kind)

    def _show_context_menu(self, at: QPoint) -> None:
        menu = self._menu()
        self._deeds.context_menu(menu)
        menu.popup(at)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu
