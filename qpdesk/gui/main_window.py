"""The window: menus, tools and status around the desk of the open file; no data of its own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QFont
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.nodes import Plan
from qpdesk.domain.tally import tally
from qpdesk.gui.editor import Editor
from qpdesk.gui.filing import Filing
from qpdesk.gui.looks.appearance import STEP, Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.publishing import Publisher
from qpdesk.gui.views import new_items
from qpdesk.gui.views.desk import Desk, plan_words
from qpdesk.gui.views.plan_tree import PlanTree
from qpdesk.gui.views.start_page import StartPage
from qpdesk.gui.views.work_bar import WorkBar
from qpdesk.gui.words import counts, messages
from qpdesk.services.errors import EditRefused, StoreError
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Colours as Scheme
from qpdesk.system.settings import remember

if TYPE_CHECKING:
    from qpdesk.services.document import Document  # it loads the store; the first window must not

_MESSAGE = 7_000  # milliseconds that a sentence stands in the status bar


_DESK_VERBS = {
    "rename": Desk.rename,
    "delete": Desk.delete,
    "select_all": Desk.select_all,
    "sibling": Desk.add_sibling,
    "cycle": Desk.cycle_status,
    "up": partial(Desk.shift, verb="up"),
    "down": partial(Desk.shift, verb="down"),
    "out": partial(Desk.shift, verb="out"),
    "in": partial(Desk.shift, verb="in"),
    "new_plan": Desk.add_plan,
    "plan_fields": Desk.show_plan_fields,
    "expand": Desk.expand_all,
    "collapse": Desk.collapse_all,
}
_NEEDS_FILE = ("publish", "import", "new_plan")
_NEEDS_PLAN = (
    "pdf_plan",
    "pdf_follow_up",
    "json",
    "select_all",
    "sibling",
    "plan_fields",
    "expand",
    "collapse",
)
_NEEDS_CHOICE = ("rename", "delete", "child", "up", "down", "in", "out", "cycle")


class MainWindow(QMainWindow):
    """One window, one file at a time."""

    def __init__(self, paths: Paths, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("QPDesk")
        self.setWindowIcon(appearance.icons["qpdesk"])
        self._paths = paths
        self._appearance = appearance
        self._memory = Memory(paths.settings)
        self.desk: Desk | None = None
        self.publisher: Publisher | None = None
        self._actions = Actions(self, appearance.icons)
        self.work_bar = WorkBar(self)
        self.filing = Filing(self, paths, self._memory)
        self._build()
        self._connect()
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.timeout.connect(self._show_counts)
        self._plan_shown()
        self._place()

    # ------------------------------------------------------------- the open file

    def show_document(self, document: "Document") -> None:
        """Put an opened file on the desk, in place of the one that was there."""
        if not self.put_away():
            document.close()
            return
        editor = Editor(document, self)
        desk = Desk(editor, self._appearance, self)
        self.desk = desk
        self.publisher = Publisher(editor, self)
        self.publisher.told.connect(self._show_saved)
        editor.failed.connect(self._failed)
        editor.edited.connect(self._edited)
        editor.undo_stack.indexChanged.connect(self._show_undo)
        desk.told.connect(self._say)
        desk.plan_shown.connect(self._plan_shown)
        desk.selection_changed.connect(self._enable)
        desk.tree_made.connect(self._give_keys)
        desk.menu_wanted.connect(self._show_context_menu)
        for tree in desk.trees:
            self._give_keys(tree)
        self._pages.addWidget(desk)
        self._pages.setCurrentWidget(desk)
        desk.restore(self._memory)
        desk.show_first_plan(self._memory.text("plan"))
        desk.tree.setFocus()
        self.publisher.start()
        self._show_undo()
        QTimer.singleShot(0, desk, desk.recall_steps)

    def put_away(self) -> bool:
        """Close the open file, if there is one; False when the user would rather keep it open."""
        if self.desk is None or self.publisher is None:
            return True
        desk, publisher = self.desk, self.publisher
        desk.details.save()
        self.filing.wait()
        publisher.stop()
        desk.keep(self._memory)
        self._memory.keep_text("plan", desk.plan or "")
        try:
            desk.editor.document.close()
        except StoreError as error:
            # The working copy has it all and is taken up at the next opening.
            QMessageBox.warning(self, self.tr("QPDesk"), messages.left_behind(error))
        desk.editor.undo_stack.indexChanged.disconnect(self._show_undo)
        desk.editor.let_go()
        self.desk = self.publisher = None
        self._pages.setCurrentWidget(self._start)
        self._pages.removeWidget(desk)
        desk.deleteLater()
        publisher.deleteLater()
        desk.editor.deleteLater()
        self._plan_shown()
        return True

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.put_away():
            self._memory.keep_state("window", self.saveGeometry())
            self._memory.write()
            event.accept()
        else:
            event.ignore()

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        self._actions.fill(self.menuBar())
        self._build_tools()
        self._pages = QStackedWidget(self)
        self._start = StartPage(self._appearance.icons, self)
        self._start.list_recent(self._memory.recent)
        self._pages.addWidget(self._start)
        self.setCentralWidget(self._pages)
        self._counts, self._saved = QLabel(self), QLabel(self)
        for label in (self._counts, self._saved):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setContentsMargins(10, 2, 10, 2)
        self._saved.setContentsMargins(10, 2, 10, 2)
        bar = self.statusBar()
        bar.addWidget(self._counts, 1)
        bar.addPermanentWidget(self.work_bar)
        bar.addPermanentWidget(self._saved)

    def _build_tools(self) -> None:
        tools = QToolBar(self.tr("Verktyg"), self)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setIconSize(QSize(18, 18))
        tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        new = QToolButton(tools)
        new.setText(self.tr("Ny"))
        new.setIcon(self._appearance.icons["plus"])
        new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        new.setMenu(self._actions.new_menu)
        new.setToolTip(self.tr("Lägg till en risk, egenkontroll, åtgärd …"))
        new.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tools.addWidget(new)
        tools.addSeparator()
        for group in (("undo", "redo"), ("up", "down", "out", "in"), ("pdf_plan", "pdf_follow_up")):
            for name in group:
                self._add_tool(tools, name)
            tools.addSeparator()
        extension = tools.findChild(QToolButton, "qt_toolbar_ext_button")
        if extension is not None:
            extension.setAccessibleName(self.tr("Fler verktyg"))
        self.addToolBar(tools)
        self._new_button = new

    def _add_tool(self, tools: QToolBar, name: str) -> None:
        short = {
            "undo": self.tr("Ångra"),
            "redo": self.tr("Gör om"),
            "pdf_plan": self.tr("Planen som PDF"),
            "pdf_follow_up": self.tr("Uppföljningen som PDF"),
        }
        action = self._actions[name]
        tools.addAction(action)
        button = tools.widgetForAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if name in short:
            action.setIconText(short[name])
        elif isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _connect(self) -> None:
        deeds = {
            "new_file": self.filing.new_file,
            "open": self.filing.ask_and_open,
            "import": self.filing.import_source,
            "pdf_plan": lambda: self.filing.print_report("plan"),
            "pdf_follow_up": lambda: self.filing.print_report("follow_up"),
            "json": self.filing.export_json,
            "publish": self._publish,
            "quit": self.close,
            "undo": lambda: self._step(back=True),
            "redo": lambda: self._step(back=False),
            "zoom_in": lambda: self._zoom(self._appearance.zoom + STEP),
            "zoom_out": lambda: self._zoom(self._appearance.zoom - STEP),
            "zoom_normal": lambda: self._zoom(100),
            "child": self._ask_child,
            "keys": self.filing.show_keys,
            "about": self.filing.show_about,
        }
        for name, deed in deeds.items():
            self._actions[name].triggered.connect(lambda _=False, deed=deed: deed())
        for name, verb in _DESK_VERBS.items():
            self._actions[name].triggered.connect(lambda _=False, verb=verb: self._on_desk(verb))
        self._connect_families()
        self._actions.recent.aboutToShow.connect(self._list_recent)
        self._actions.new_menu.aboutToShow.connect(self._list_new)
        self._start.example_wanted.connect(self.filing.open_example)
        self._start.new_wanted.connect(self.filing.new_file)
        self._start.open_wanted.connect(self.filing.ask_and_open)
        self._start.recent_wanted.connect(self.filing.open)
        self._appearance.changed.connect(self._looks_changed)

    def _connect_families(self) -> None:
        for status, action in self._actions.statuses.items():
            verb = partial(Desk.set_status, status=status)
            action.triggered.connect(lambda _=False, verb=verb: self._on_desk(verb))
        for kind, action in self._actions.new.items():
            verb = partial(Desk.add, kind=kind)
            action.triggered.connect(lambda _=False, verb=verb: self._on_desk(verb))
        for position, action in enumerate(self._actions.parts):
            verb = partial(Desk.show_outline, position=position)
            action.triggered.connect(lambda _=False, verb=verb: self._on_desk(verb))
        for scheme, action in self._actions.schemes.items():
            action.setChecked(scheme is self._appearance.scheme)
            action.triggered.connect(lambda _=False, scheme=scheme: self._wear(scheme))

    def _on_desk(self, verb: Callable[[Desk], None]) -> None:
        if self.desk is not None:
            verb(self.desk)

    def _publish(self) -> None:
        if self.desk is not None and self.publisher is not None:
            self.desk.details.save()
            self.publisher.publish()

    def _place(self) -> None:
        """As the window was left; at first as large as the screen allows, up to a laptop's size."""
        if not self.restoreGeometry(self._memory.state("window")):
            free = self.screen().availableGeometry()
            self.resize(min(1366, free.width() - 16), min(800, free.height() - 48))

    # ------------------------------------------------------------- menus that depend

    def _give_keys(self, tree: PlanTree) -> None:
        tree.addActions(self._actions.of_tree())

    def _list_new(self) -> None:
        menu = self._actions.new_menu
        menu.clear()
        if self.desk is not None:
            menu.addActions([self._actions.new[k] for k in new_items.kinds_of(self.desk.outline)])

    def _list_recent(self) -> None:
        menu = self._actions.recent
        menu.clear()
        for path in self._memory.recent:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.filing.open(path))

    def _ask_child(self) -> None:
        """Add what may stand under the current item; ask which when several kinds may."""
        node = self.desk.current() if self.desk else None
        if self.desk is None or node is None:
            return
        kinds = new_items.kinds_below(node)
        if len(kinds) == 1:
            self.desk.add_child(kinds[0])
        elif kinds:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            desk = self.desk
            for kind in kinds:
                action = menu.addAction(
                    self._actions.new[kind].icon(), self._actions.new[kind].text()
                )
                action.triggered.connect(lambda _=False, kind=kind: desk.add_child(kind))
            menu.setActiveAction(menu.actions()[0])
            tree = desk.tree
            below = tree.visualRect(tree.currentIndex().siblingAtColumn(0)).bottomLeft()
            menu.popup(tree.viewport().mapToGlobal(below))

    def _show_context_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions.context_menu(menu)
        menu.popup(at)

    def _enable(self) -> None:
        """Grey out what cannot be done now."""
        desk = self.desk
        for name in _NEEDS_FILE:
            self._actions[name].setEnabled(desk is not None)
        has_plan = desk is not None and desk.plan is not None
        for name in _NEEDS_PLAN:
            self._actions[name].setEnabled(has_plan)
        chosen = desk is not None and desk.tree.selectionModel().hasSelection()
        for name in _NEEDS_CHOICE:
            self._actions[name].setEnabled(bool(chosen))
        for action in (*self._actions.statuses.values(), *self._actions.parts):
            action.setEnabled(has_plan)
        self._new_button.setEnabled(has_plan)
        self._actions.new_menu.setEnabled(has_plan)
        if desk is not None:
            self._actions.parts[desk.outline_position].setChecked(True)

    # ------------------------------------------------------------- undo

    def _step(self, *, back: bool) -> None:
        """Undo or redo, and show where it happened."""
        if self.desk is None:
            return
        self.desk.details.save()
        edit = self.desk.editor.step(back=back)
        if edit is not None:
            self.desk.show_edit(edit)
            self.desk.tell(messages.undone(edit) if back else messages.redone(edit))

    def _show_undo(self) -> None:
        stack = self.desk.editor.undo_stack if self.desk else None
        for name, can, word in (
            ("undo", stack and stack.canUndo(), stack and stack.undoText()),
            ("redo", stack and stack.canRedo(), stack and stack.redoText()),
        ):
            action = self._actions[name]
            short = action.iconText()  # the menu's text may change, the toolbar's width may not
            action.setText(f"{self._plain[name]} {word}".strip() if can else self._plain[name])
            action.setIconText(short)
            action.setEnabled(bool(can))

    @property
    def _plain(self) -> dict[str, str]:
        return {"undo": self.tr("&Ångra"), "redo": self.tr("&Gör om")}

    # ------------------------------------------------------------- told

    def _edited(self) -> None:
        self._count.start(0)

    def _failed(self, error: EditRefused | StoreError) -> None:
        words = messages.trouble(error)
        if isinstance(error, EditRefused):
            if self.desk is not None:
                self.desk.tell(words)
        else:
            QMessageBox.warning(self, self.tr("QPDesk"), words)

    def _say(self, words: str) -> None:
        self.statusBar().showMessage(words, _MESSAGE)

    def _show_saved(self, words: str, well: bool) -> None:
        self._saved.setText(words)
        if self._saved.font().bold() is well:
            font = QFont()
            font.setBold(not well)
            self._saved.setFont(font)

    def _show_counts(self) -> None:
        if self.desk is None or self.desk.plan is None:
            self._counts.clear()
            return
        self._counts.setText(counts.sentence(tally(self.desk.editor.register, self.desk.plan)))

    def _plan_shown(self) -> None:
        desk = self.desk
        plan = desk.editor.register.get(desk.plan) if desk and desk.plan else None
        title = plan_words(plan) if isinstance(plan, Plan) else ""
        name = desk.editor.document.path.stem if desk else ""
        parts = [part.replace("[*]", "[*][*]") for part in (title, name, "QPDesk") if part]
        self.setWindowTitle(" – ".join(parts))
        if desk is None:
            self._saved.clear()
            self._start.list_recent(self._memory.recent)
        self._show_counts()
        self._enable()
        self._show_undo()

    def _wear(self, scheme: Scheme) -> None:
        self._appearance.set_scheme(scheme)
        self._remember("colours", scheme.value)

    def _zoom(self, percent: int) -> None:
        self._appearance.set_zoom(percent)
        self._remember("zoom", self._appearance.zoom)
        self._say(self.tr("Textstorlek {0} %").format(self._appearance.zoom))

    def _remember(self, name: str, value: str | int) -> None:
        try:
            remember(self._paths, {name: value})
        except OSError as error:
            self._say(messages.trouble(error))

    def _looks_changed(self) -> None:
        size = round(18 * self._appearance.zoom / 100)
        for tools in self.findChildren(QToolBar):
            tools.setIconSize(QSize(size, size))
