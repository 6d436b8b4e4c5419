"""The window: menus, tools and a foot around the open file, or the start page.

It is seen before anything of the trade is loaded: what an open file needs comes with the file.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from qpdesk.gui import guidance, needs
from qpdesk.gui.foot import Foot
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.override import override
from qpdesk.gui.preferences import Preferences
from qpdesk.gui.toolbar import Toolbar
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent  # with it, 177 kinds of event

    from qpdesk.domain.order import NodeId
    from qpdesk.gui.filing import Filing
    from qpdesk.gui.pictures import Pictures
    from qpdesk.gui.session import Session
    from qpdesk.gui.start_page import StartPage
    from qpdesk.gui.views.outgoing import Outgoing
    from qpdesk.services.document import Document
    from qpdesk.services.printing import Report


class MainWindow(QMainWindow):
    """One window, one file at a time."""

    def __init__(self, paths: Paths, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowIcon(appearance.icons["qpdesk"])
        self.paths = paths
        self.appearance = appearance
        self.memory = Memory(paths.settings)
        self.session: Session | None = None
        self._filing: Filing | None = None
        self._pictures: Pictures | None = None
        self.deeds = Actions(self, appearance.icons)
        self.deeds.wanted.connect(self._do)
        self.deeds.fill(self.menuBar())
        self.deeds.recent.aboutToShow.connect(self._list_recent)
        self._tools = Toolbar(self.deeds, appearance, self)
        self._tools.toggled.connect(self._obey_toggle)
        self.addToolBar(self._tools)
        self._pages = QStackedWidget(self)
        self._start: StartPage | None = None
        self._build_middle()
        self.foot = Foot(self.statusBar())
        self.preferences = Preferences(self)
        self._nothing_open()
        self.preferences.obey()
        self._place()

    @property
    def filing(self) -> "Filing":
        """The verbs of the menu Arkiv, fetched when the first is asked for."""
        if self._filing is None:
            from qpdesk.gui.filing import Filing  # noqa: PLC0415 - after the window is shown

            self._filing = Filing(self)
        return self._filing

    @property
    def pictures(self) -> "Pictures | None":
        """The other pictures of the open file, fetched when the first is asked for."""
        if self._pictures is None and self.session is not None:
            from qpdesk.gui.pictures import Pictures  # noqa: PLC0415 - not at start

            self._pictures = Pictures(self.session, self._pages, self)
        return self._pictures

    def send_out(self, outgoing: "Outgoing") -> None:
        """Ask where a file is wanted, and write it."""
        self.filing.delivery.send_out(outgoing)

    def save_report(self, report: "Report", suffix: str) -> None:
        """Ask where a document is wanted, and write it."""
        self.filing.delivery.save(report, suffix)

    def show_item(self, node_id: "NodeId", field: str = "") -> None:
        """Bring an item, and one of its fields, to the front."""
        if self.session is None:
            return
        if self._pictures is not None:
            self._pictures.show("view_plan")
            self.deeds["view_plan"].setChecked(True)
        self.session.desk.reveal(node_id)
        self.session.desk.focus_field(field)

    # ------------------------------------------------------------- the open file

    def show_document(self, document: "Document") -> None:
        """Work with an opened file, in place of the one that was there."""
        from qpdesk.gui.session import Session  # noqa: PLC0415 - after the window is shown

        self.put_away()
        self.session = Session(document, self.deeds, self.appearance, self.foot, self)
        self._pages.addWidget(self.session.desk)
        self._pages.setCurrentWidget(self.session.desk)
        self.deeds[self.front].setChecked(True)
        self.session.begin(self.memory)

    def put_away(self) -> None:
        """Close the open file, if there is one, and show the start page."""
        if self.session is None:
            return
        if self._filing is not None:
            self._filing.wait()
        if self._pictures is not None:
            self._pictures.end()
            self._pictures = None
        session, self.session = self.session, None
        session.end(self.memory)
        self._pages.removeWidget(session.desk)
        session.desk.deleteLater()
        session.deleteLater()
        self._nothing_open()
        self._show_start()

    @override
    def closeEvent(self, event: "QCloseEvent") -> None:
        self.put_away()
        self.memory.keep_state("window", self.saveGeometry())
        self.memory.write()
        event.accept()

    def _show_start(self) -> None:
        if self._start is None:
            from qpdesk.gui.start_page import StartPage  # noqa: PLC0415 - after the window is shown

            self._start = StartPage(self.appearance.icons, self)
            self._start.wanted.connect(self._do)
            self._start.recent_wanted.connect(self._open_recent)
            self._pages.addWidget(self._start)
        self._pages.setCurrentWidget(self._start)
        self._list_on_start()

    def _list_on_start(self) -> None:
        """List the files opened last; whether they are there is found out beside the window."""
        recent = self.memory.recent
        if self._start is not None:
            self._start.list_recent(recent)
            if recent:
                self.filing.opening.look_for(recent, self._start.show_missing)

    def _nothing_open(self) -> None:
        self.setWindowTitle("QPDesk")
        self.foot.clear()
        needs.nothing_open(self.deeds)

    # ------------------------------------------------------------- deeds

    def _do(self, name: str) -> None:
        """Do what the action of this name says."""
        if name == "import":
            self.filing.import_source()
        elif name in _OPENING_VERBS:
            getattr(self.filing.opening, _OPENING_VERBS[name])()
        elif name in _SAVES:
            self.filing.delivery.save_plan(*_SAVES[name])
        elif name == "save_copy":
            self.filing.delivery.save_copy()
        elif name == "quit":
            self.close()
        elif name in guidance.DEEDS:
            guidance.do(name, self)
        elif not self.preferences.does(name) and self.session is not None:
            self._do_in_file(self.session, name)

    def _do_in_file(self, session: "Session", name: str) -> None:
        """What concerns the tree brings the tree to the front."""
        if self.pictures is not None and name.startswith("view_"):
            self.pictures.show(name)
        elif self.pictures is not None and name == "rules":
            self.pictures.set_rules()
        elif name in _SEARCHING and self._pictures is not None and self._pictures.seek(name):
            return
        else:
            if self._pictures is not None and self._pictures.front != "view_plan":
                self._pictures.save()
                if name not in needs.ANYWHERE:
                    self._pictures.show("view_plan")
            session.do(name)
        self.deeds[self.front].setChecked(True)

    @property
    def front(self) -> str:
        """The action of the view in front."""
        return "view_plan" if self._pictures is None else self._pictures.front

    def _obey_toggle(self, view: str) -> None:
        if view != self.front:
            self._do(view)

    def _open_recent(self, path: Path, how: str) -> None:
        """Open a recent file, look for one that is gone, or forget it."""
        opening = self.filing.opening
        {"open": opening.open, "seek": opening.seek, "forget": opening.forget}[how](path)
        if self.session is None:
            self._list_on_start()

    def _list_recent(self) -> None:
        menu = self.deeds.recent
        menu.clear()
        for path in self.memory.recent:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.filing.opening.open(path))

    def show_above(self, widget: QWidget) -> None:
        """Put what must be known above whatever is worked with."""
        self._middle.insertWidget(0, widget)

    # ------------------------------------------------------------- the parts

    def _build_middle(self) -> None:
        middle = QWidget(self)
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._pages, 1)
        self.setCentralWidget(middle)

    def _place(self) -> None:
        """As the window was left; at first as large as the screen allows, up to a laptop's size."""
        if not self.restoreGeometry(self.memory.state("window")):
            free = self.screen().availableGeometry()
            self.resize(min(1366, free.width() - 16), min(800, free.height() - 48))

    def open_first(self, path: Path | None) -> None:
        """Open the file named at the start, else the one opened last; else show the start page."""
        self.appearance.give_room()
        if path is not None:
            self.filing.opening.open(path)
        elif self.memory.recent:
            self.filing.opening.open_last()
        if self.session is None:
            self._show_start()


_OPENING_VERBS = {"new_file": "new_file", "open": "ask_and_open", "example": "open_example"}
_SEARCHING = ("find", "next_hit", "previous_hit")
"""What means the picture in front, if words can be looked for in it."""
_SAVES = {
    "pdf_plan": ("plan", ".pdf"),
    "pdf_follow_up": ("follow_up", ".pdf"),
    "word_plan": ("plan", ".docx"),
    "word_follow_up": ("follow_up", ".docx"),
    "excel": ("plan", ".xlsx"),
    "json": ("plan", ".json"),
}
"""Which document, in what kind of file."""
