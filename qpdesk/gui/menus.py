"""Every deed of the window as an action with its Swedish word, key and icon; and the menus."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from qpdesk.domain.nodes import Kind, Status
from qpdesk.gui.looks.icons import KIND_ICONS, STATUS_ICONS, Icons
from qpdesk.gui.words import terms
from qpdesk.system.settings import Colours as Scheme

translate = QCoreApplication.translate

_FILE = ("new_file", "open", "import", "", "pdf_plan", "pdf_follow_up", "json", "", "publish")
_EDIT = ("undo", "redo", "", "rename", "delete", "", "select_all")
_PLAN = ("sibling", "child", "", "up", "down", "out", "in", "", "new_plan", "plan_fields")
_LOOK = ("expand", "collapse", "", "zoom_in", "zoom_out", "zoom_normal", "")
_TREE_KEYS = ("cycle", "rename", "delete", "sibling", "child", "up", "down", "out", "in")
"""What only means the tree when the tree has the focus: in a text field these keys write."""
_CONTEXT = ("sibling", "child", "", "cycle", "rename", "", "up", "down", "out", "in", "", "delete")


class Actions:
    """The window's actions by name, and one for each kind and status."""

    def __init__(self, window: QMainWindow, icons: Icons) -> None:
        self._window = window
        self._icons = icons
        self.named = {name: self._made(*spec) for name, spec in _specs().items()}
        self.statuses = {status: self._status(status) for status in Status}
        self.new: dict[Kind, QAction] = {kind: self._new(kind) for kind in Kind}
        self.parts = self._parts()
        self.schemes = self._schemes()
        self.recent = QMenu(translate("Menu", "Senas&te"), window)
        self.new_menu = QMenu(translate("Menu", "&Ny"), window)
        self.new_menu.setIcon(icons["plus"])
        for name in _TREE_KEYS:
            self.named[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def __getitem__(self, name: str) -> QAction:
        return self.named[name]

    def of_tree(self) -> list[QAction]:
        """The actions whose keys a tree listens to."""
        return [self.named[name] for name in _TREE_KEYS]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of the window."""
        file = bar.addMenu(translate("Menu", "&Arkiv"))
        self._fill(file, _FILE)
        file.insertMenu(self.named["import"], self.recent)
        file.addSeparator()
        file.addAction(self.named["quit"])
        self._fill(bar.addMenu(translate("Menu", "&Redigera")), _EDIT)
        plan = bar.addMenu(translate("Menu", "&Plan"))
        plan.addMenu(self.new_menu)
        self._fill(plan, _PLAN)
        status = bar.addMenu(translate("Menu", "&Status"))
        self._fill(status, ("cycle", ""))
        status.addActions(list(self.statuses.values()))
        look = bar.addMenu(translate("Menu", "&Visa"))
        look.addActions(self.parts)
        look.addSeparator()
        self._fill(look, _LOOK)
        colours = look.addMenu(translate("Menu", "&Färger"))
        colours.addActions(list(self.schemes.values()))
        self._fill(bar.addMenu(translate("Menu", "&Hjälp")), ("keys", "about"))

    def context_menu(self, parent: QMenu) -> None:
        """Fill a menu for the selected rows."""
        parent.addMenu(self.new_menu)
        self._fill(parent, _CONTEXT)
        status = QMenu(translate("Menu", "&Status"), parent)
        status.addActions(list(self.statuses.values()))
        parent.insertMenu(self.named["rename"], status)

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name:
                menu.addAction(self.named[name])
            else:
                menu.addSeparator()

    def _made(self, text: str, keys: str = "", icon: str = "") -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split(" ")])
        if icon:
            action.setIcon(self._icons[icon])
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = text.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({native})" if native else plain)
        return action

    def _status(self, status: Status) -> QAction:
        number = list(Status).index(status) + 1
        return self._made(
            f"&{number} {terms.statuses()[status]}", f"Ctrl+{number}", STATUS_ICONS[status]
        )

    def _new(self, kind: Kind) -> QAction:
        return self._made(terms.kinds()[kind], icon=KIND_ICONS[kind])

    def _parts(self) -> list[QAction]:
        group = QActionGroup(self._window)
        words = (
            translate("Menu", "&Risker och åtgärder"),
            translate("Menu", "&Kapitel"),
            translate("Menu", "F&otnoter"),
            translate("Menu", "&Indikatorer"),
        )
        parts = [self._made(word, f"Ctrl+Alt+{n}") for n, word in enumerate(words, 1)]
        for part in parts:
            part.setCheckable(True)
            group.addAction(part)
        return parts

    def _schemes(self) -> dict[Scheme, QAction]:
        group = QActionGroup(self._window)
        words = {
            Scheme.SYSTEM: translate("Menu", "&Som systemet"),
            Scheme.LIGHT: translate("Menu", "&Ljusa"),
            Scheme.DARK: translate("Menu", "&Mörka"),
        }
        made = {scheme: self._made(word) for scheme, word in words.items()}
        for action in made.values():
            action.setCheckable(True)
            group.addAction(action)
        return made


def _specs() -> dict[str, tuple[str, ...]]:
    """Word, keys and icon of every action that is not one of a family."""
    return {
        "new_file": (translate("Menu", "&Ny fil…"), "Ctrl+N", "file-plus"),
        "open": (translate("Menu", "&Öppna…"), "Ctrl+O", "folder-open"),
        "import": (translate("Menu", "&Importera…"), "Ctrl+I", "file-input"),
        "pdf_plan": (translate("Menu", "&Planen som PDF…"), "Ctrl+P", "printer"),
        "pdf_follow_up": (translate("Menu", "&Uppföljningen som PDF…"), "Ctrl+Shift+P", "printer"),
        "json": (translate("Menu", "Planen som &data (JSON)…"), "", "braces"),
        "publish": (translate("Menu", "&Skriv till filen nu"), "Ctrl+S", ""),
        "quit": (translate("Menu", "&Avsluta"), "Ctrl+Q", ""),
        "undo": (translate("Menu", "&Ångra"), "Ctrl+Z", "undo-2"),
        "redo": (translate("Menu", "&Gör om"), "Ctrl+Y Ctrl+Shift+Z", "redo-2"),
        "rename": (translate("Menu", "B&yt namn"), "F2", "pencil"),
        "delete": (translate("Menu", "Ta &bort"), "Del", "trash-2"),
        "select_all": (translate("Menu", "&Markera allt"), "Ctrl+A", ""),
        "sibling": (translate("Menu", "Ny på samma ni&vå"), "Ctrl+Return Ctrl+Enter", "list-plus"),
        "child": (
            translate("Menu", "Ny un&derpost…"),
            "Ctrl+Shift+Return Ctrl+Shift+Enter",
            "list-tree",
        ),
        "up": (translate("Menu", "Flytta &upp"), "Alt+Shift+Up", "arrow-up"),
        "down": (translate("Menu", "Flytta n&ed"), "Alt+Shift+Down", "arrow-down"),
        "out": (translate("Menu", "Flytta u&t"), "Alt+Shift+Left", "arrow-left"),
        "in": (translate("Menu", "Flytta &in"), "Alt+Shift+Right", "arrow-right"),
        "new_plan": (translate("Menu", "Ny &plan i filen"), "", "file-plus"),
        "plan_fields": (translate("Menu", "Planens upp&gifter"), "", "clipboard-check"),
        "cycle": (translate("Menu", "Nästa st&atus"), "Space", ""),
        "expand": (translate("Menu", "Fäll &ut allt"), "", ""),
        "collapse": (translate("Menu", "Fäll i&hop allt"), "", ""),
        "zoom_in": (translate("Menu", "&Större text"), "Ctrl++ Ctrl+=", "zoom-in"),
        "zoom_out": (translate("Menu", "&Mindre text"), "Ctrl+-", "zoom-out"),
        "zoom_normal": (translate("Menu", "&Normal text"), "Ctrl+0", ""),
        "keys": (translate("Menu", "&Tangenter"), "F1", "info"),
        "about": (translate("Menu", "&Om QPDesk"), "", ""),
    }
