"""Every deed of the window as an action with its Swedish word, key and icon; and the menus."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from qpdesk.gui.looks.icons import Icons
from qpdesk.system.settings import Colours as Scheme

translate = QCoreApplication.translate

_SAVED = ("publish", "save_copy", "backups")
_DATA = ("word_plan", "word_follow_up", "excel", "json")
_FILE = ("new_file", "open", "import", "", "pdf_plan", "pdf_follow_up", *_DATA, "", *_SAVED)
_SPELLING = ("misspelling", "own_words")
_PAST = ("item_history", "plan_history", "wastebasket", "conflicts")
_HITS = ("next_hit", "previous_hit")
_CLIP = ("cut", "copy", "paste", "")
_EDIT = (
    *("undo", "redo", "", *_CLIP, "rename", "delete", "", "select_all", "find", *_HITS, ""),
    *(*_SPELLING, "", *_PAST),
)
_PLANS = ("new_plan", "new_year")
_PLAN = (
    *("sibling", "child", "", "up", "down", "out", "in", "lock", ""),
    *(*_PLANS, "plan_fields", "rules"),
)
_PARTS = ("part0", "part1", "part2", "part3", "")
_VIEWS = (
    *("view_plan", "view_follow_up", "view_indicators", "view_matrix", "view_overview"),
    *("view_reminders", "view_preview", "view_plans", ""),
)
_LOOK = ("expand", "collapse", "", "zoom_in", "zoom_out", "zoom_normal", "spelling", "")
_TOOLS = (
    "profile",
    "settings",
)
_CONTEXT = (
    "sibling",
    "child",
    "",
    "cycle",
    "rename",
    "",
    *_CLIP,
    "up",
    "down",
    "out",
    "in",
    "",
    "delete",
    "item_history",
)
_TREE_KEYS = (
    *("cycle", "rename", "delete", "sibling", "child", "up", "down", "out", "in"),
    *("cut", "copy", "paste"),
)
"""What only means the tree when the tree has the focus: in a text field these keys write."""


class Actions(QObject):
    """The window's actions by name. Words of the trade come with the first open file."""

    wanted = Signal(str)
    """The name of an action that the user has chosen."""

    def __init__(self, window: QMainWindow, icons: Icons) -> None:
        super().__init__(window)
        self._icons = icons
        self._named: dict[str, QAction] = {}
        for name, spec in _specs().items():
            self.make(name, *spec)
        for name in _TREE_KEYS:
            self[name].setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.group([f"part{number}" for number in range(4)])
        self.group(_VIEWS[:-1])
        self.group([f"colours_{scheme.value}" for scheme in Scheme])
        for name in ("spelling", "lock"):
            self[name].setCheckable(True)
        self.sort_menu = QMenu(translate("Menu", "Sorter&a"), window)
        self.recent = QMenu(translate("Menu", "Senas&te"), window)
        self.new_menu = QMenu(translate("Menu", "&Ny"), window)
        self.new_menu.setIcon(icons["plus"])
        self.status_menu = QMenu(translate("Menu", "&Status"), window)

    def __getitem__(self, name: str) -> QAction:
        return self._named[name]

    def __contains__(self, name: str) -> bool:
        return name in self._named

    def make(self, name: str, text: str, keys: str = "", icon: str = "") -> QAction:
        """Make an action: its word with mnemonic, its keys with blanks between, its icon's name."""
        action = QAction(text, self)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split(" ")])
        if icon:
            action.setIcon(self._icons[icon])
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = text.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({native})" if native else plain)
        action.triggered.connect(lambda: self.wanted.emit(name))
        self._named[name] = action
        return action

    def group(self, names: Iterable[str]) -> None:
        """Let one of these be checked at a time."""
        group = QActionGroup(self)
        for name in names:
            self[name].setCheckable(True)
            group.addAction(self[name])

    def of_tree(self) -> list[QAction]:
        """The actions whose keys a tree listens to."""
        return [self[name] for name in _TREE_KEYS]

    def with_keys(self) -> list[QAction]:
        """The actions that have a key, for the list of keys."""
        return [action for action in self._named.values() if not action.shortcut().isEmpty()]

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus of the window."""
        file = bar.addMenu(translate("Menu", "&Arkiv"))
        self.put(file, _FILE)
        file.insertMenu(self["import"], self.recent)
        file.addSeparator()
        file.addAction(self["quit"])
        self.put(bar.addMenu(translate("Menu", "&Redigera")), _EDIT)
        plan = bar.addMenu(translate("Menu", "&Plan"))
        plan.addMenu(self.new_menu)
        self.put(plan, _PLAN)
        bar.addMenu(self.status_menu)
        self.put(self.status_menu, ("cycle", ""))
        look = bar.addMenu(translate("Menu", "&Visa"))
        self.put(look, _VIEWS + _PARTS + _LOOK)
        look.insertMenu(self["zoom_in"], self.sort_menu)
        colours = look.addMenu(translate("Menu", "&Färger"))
        self.put(colours, [f"colours_{scheme.value}" for scheme in Scheme])
        self.put(bar.addMenu(translate("Menu", "Verk&tyg")), _TOOLS)
        self.put(bar.addMenu(translate("Menu", "&Hjälp")), ("guide", "keys", "about"))

    def context_menu(self, menu: QMenu) -> None:
        """Fill a menu for the selected rows."""
        menu.addMenu(self.new_menu)
        self.put(menu, _CONTEXT)
        menu.insertMenu(self["rename"], self.status_menu)

    def put(self, menu: QMenu, names: Iterable[str]) -> None:
        """Put actions last into a menu; "" is a line between."""
        for name in names:
            if name:
                menu.addAction(self[name])
            else:
                menu.addSeparator()

    def enable(self, names: Iterable[str], *, can: bool) -> None:
        """Let actions be chosen, or grey them out."""
        for name in names:
            self[name].setEnabled(can)


def _specs() -> dict[str, tuple[str, ...]]:
    """Word, keys and icon of every action that needs no open file to be named."""
    return _file_specs() | _edit_specs() | _look_specs()


def _file_specs() -> dict[str, tuple[str, ...]]:
    return {
        "new_file": (translate("Menu", "&Ny fil…"), "Ctrl+N", "file-plus"),
        "open": (translate("Menu", "&Öppna…"), "Ctrl+O", "folder-open"),
        "import": (translate("Menu", "&Importera…"), "Ctrl+I", "file-input"),
        "pdf_plan": (translate("Menu", "&Planen som PDF…"), "", "printer"),
        "pdf_follow_up": (translate("Menu", "&Uppföljningen som PDF…"), "", "printer"),
        "word_plan": (translate("Menu", "Planen som &Word…"), "", ""),
        "word_follow_up": (translate("Menu", "Uppföljningen som Wo&rd…"), "", ""),
        "excel": (translate("Menu", "Planen som E&xcel…"), "", ""),
        "json": (translate("Menu", "Planen som &data (JSON)…"), "", "braces"),
        "publish": (translate("Menu", "&Skriv till filen nu"), "Ctrl+S", ""),
        "save_copy": (translate("Menu", "Spara en &kopia…"), "Ctrl+Shift+S", ""),
        "backups": (translate("Menu", "Säker&hetskopior…"), "Ctrl+Alt+H", "history"),
        "quit": (translate("Menu", "&Avsluta"), "Ctrl+Q", ""),
    }


def _edit_specs() -> dict[str, tuple[str, ...]]:
    return {
        "undo": (translate("Menu", "&Ångra"), "Ctrl+Z", "undo-2"),
        "redo": (translate("Menu", "&Gör om"), "Ctrl+Y Ctrl+Shift+Z", "redo-2"),
        "rename": (translate("Menu", "B&yt namn"), "F2", "pencil"),
        "delete": (translate("Menu", "Ta &bort"), "Del", "trash-2"),
        "cut": (translate("Menu", "&Klipp ut"), "Ctrl+X", "scissors"),
        "copy": (translate("Menu", "K&opiera"), "Ctrl+C", "copy"),
        "paste": (translate("Menu", "Klist&ra in"), "Ctrl+V", "clipboard-paste"),
        "select_all": (translate("Menu", "&Markera allt"), "Ctrl+A", ""),
        "find": (translate("Menu", "&Sök"), "Ctrl+F", "search"),
        "next_hit": (translate("Menu", "Nästa &träff"), "F3", ""),
        "previous_hit": (translate("Menu", "F&öregående träff"), "Shift+F3", ""),
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
        "lock": (translate("Menu", "Lås &ordningen"), "", "lock"),
        "new_plan": (translate("Menu", "Ny &plan…"), "", "file-plus"),
        "new_year": (translate("Menu", "Nytt å&r…"), "", "calendar-days"),
        "plan_fields": (translate("Menu", "Planens upp&gifter"), "", "clipboard-check"),
        "item_history": (translate("Menu", "Postens &historik…"), "Ctrl+H", "history"),
        "plan_history": (translate("Menu", "P&lanens historik…"), "Ctrl+Shift+H", "history"),
        "wastebasket": (translate("Menu", "&Papperskorg…"), "Ctrl+Shift+Del", "trash-2"),
        "conflicts": (
            translate("Menu", "&Att ta ställning till…"),
            "",
            "triangle-alert",
        ),
        "cycle": (translate("Menu", "Nästa st&atus"), "Space", ""),
        "misspelling": (translate("Menu", "Nästa &felstavade ord"), "F7", ""),
        "own_words": (translate("Menu", "Mi&n ordlista…"), "", ""),
    }


def _look_specs() -> dict[str, tuple[str, ...]]:
    return {
        "part0": (translate("Menu", "&Risker och åtgärder"), "Alt+1"),
        "part1": (translate("Menu", "&Kapitel"), "Alt+2"),
        "part2": (translate("Menu", "F&otnoter"), "Alt+3"),
        "part3": (translate("Menu", "&Indikatorer"), "Alt+4"),
        "view_plan": (translate("Menu", "&Planen"), "Alt+0", "list-tree"),
        "view_follow_up": (translate("Menu", "Uppfö&ljning"), "F8", "book-open-check"),
        "view_indicators": (translate("Menu", "&Diagram och utfall"), "Alt+5", "chart-line"),
        "view_matrix": (translate("Menu", "Riskma&tris"), "Alt+6", "layout-grid"),
        "view_overview": (translate("Menu", "Ö&versikt"), "Alt+7", "layout-dashboard"),
        "view_reminders": (translate("Menu", "Påminn&elser"), "Alt+8", "calendar-days"),
        "view_plans": (translate("Menu", "Filens planer"), "Alt+9", "folder-open"),
        "view_preview": (translate("Menu", "PDF och utskrift"), "Ctrl+P", "printer"),
        "rules": (translate("Menu", "S&kala och gränser…"),),
        "expand": (translate("Menu", "Fäll &ut allt"),),
        "collapse": (translate("Menu", "Fäll i&hop allt"),),
        "zoom_in": (translate("Menu", "&Större text"), "Ctrl++ Ctrl+=", "zoom-in"),
        "zoom_out": (translate("Menu", "&Mindre text"), "Ctrl+-", "zoom-out"),
        "zoom_normal": (translate("Menu", "&Normal text"), "Ctrl+0"),
        "spelling": (translate("Menu", "Stavnin&gskontroll"),),
        "colours_system": (translate("Menu", "&Som systemet"),),
        "colours_light": (translate("Menu", "&Ljusa"),),
        "colours_dark": (translate("Menu", "&Mörka"),),
        "profile": (translate("Menu", "Kommunens &profil…"), ""),
        "settings": (translate("Menu", "&Inställningar…"), "Ctrl+,"),
        "guide": (translate("Menu", "&Handledning"), "F1", "info"),
        "keys": (translate("Menu", "&Tangenter"), "Ctrl+F1"),
        "about": (translate("Menu", "&Om QPDesk"),),
    }
