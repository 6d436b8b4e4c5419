"""The other pictures of an open file: indicators, risk matrix, overview, reminders.

Each is loaded and made when it is first asked for. A number that is pressed in one of them leads
back to the tree, narrowed to what the number counts.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QStackedWidget, QWidget

from qpdesk.domain.nodes import Plan, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.readiness import Finding
from qpdesk.domain.rules import set_rules
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.preferences import Preferences
from qpdesk.gui.session import Session
from qpdesk.gui.views.outgoing import Outgoing
from qpdesk.gui.views.picture_page import PicturePage
from qpdesk.gui.words import files
from qpdesk.services.profiles import profile_folder
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.gui.views.overview import OverviewView
    from qpdesk.services.printing import Report

VIEWS = (
    *("view_plan", "view_follow_up", "view_indicators", "view_matrix", "view_overview"),
    *("view_reminders", "view_preview", "view_plans"),
)
"""The actions that bring a picture, or the tree again, to the front."""


class Window(Protocol):
    """What the pictures need of their window."""

    appearance: Appearance
    memory: Memory
    paths: Paths
    preferences: Preferences

    def send_out(self, outgoing: Outgoing) -> None:
        """Ask where a file is wanted, and write it."""

    def save_report(self, report: "Report", suffix: str) -> None:
        """Ask where a document is wanted, and write it."""

    def show_item(self, node_id: NodeId, field: str = "") -> None:
        """Bring an item, and one of its fields, to the front."""


class Pictures(QObject):
    """The pictures of one session, in the window's stack of pages."""

    def __init__(self, session: Session, pages: QStackedWidget, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._pages = pages
        self._widget = window
        self._window = cast("Window", window)
        self.made: dict[str, PicturePage] = {}
        session.planning.to_read_again.connect(self.narrow)
        self._window.preferences.profile_kept.connect(self._wear)
        self._savings: list[Callable[[], None]] = []
        self._endings: list[Callable[[], None]] = []

    @property
    def front(self) -> str:
        """The action of the picture in front; "view_plan" while the tree is."""
        shown = self._pages.currentWidget()
        return next((name for name, page in self.made.items() if page is shown), "view_plan")

    def show(self, name: str) -> None:
        """Bring a picture, or the tree, to the front."""
        self.save()
        if name == "view_plan":
            self._pages.setCurrentWidget(self._session.desk)
            self._session.desk.tree.setFocus()
        else:
            self._session.desk.side.save()
            page = self._page(name)
            page.offer(self._plans(), self._session.desk.plan)
            self._pages.setCurrentWidget(page)
            page.read()
            page.begin()
        self._session.desk.selection_changed.emit()

    def save(self) -> None:
        """Bring what is being typed in a picture into the plan."""
        for save in self._savings:
            save()

    def seek(self, what: str) -> bool:
        """Look for words, or go to the next or previous hit, in the picture in front, if it can."""
        page = self.made.get(self.front)
        seek = getattr(page.view, "seek", None) if page is not None else None
        if callable(seek):
            seek(what)
        return callable(seek)

    def end(self) -> None:
        """Put the pictures away with their file."""
        self.save()
        for end in self._endings:
            end()
        for page in self.made.values():
            self._pages.removeWidget(page)
            page.deleteLater()
        self.made, self._savings = {}, []

    def narrow(self, ids: Sequence[NodeId], words: str) -> None:
        """Show exactly these items in the tree, in the plan in front or the first that has some."""
        desk, register = self._session.desk, self._session.editor.register
        there = [node_id for node_id in ids if node_id in register]
        plans = Counter(register.plan_of(node_id) for node_id in there)
        if not there:
            return
        plan = desk.plan if desk.plan is not None and desk.plan in plans else next(iter(plans))
        self.show("view_plan")
        if plan != desk.plan:
            desk.show_plan(plan)
        desk.filter.show_only(there, words)
        desk.reveal(next(node_id for node_id in there if register.plan_of(node_id) == plan))
        if others := len(there) - plans[plan]:
            desk.tell(self.tr("{0} till finns i filens andra planer.").format(others))

    def go_to(self, node_id: NodeId) -> None:
        """Show one item in the tree."""
        self.show("view_plan")
        self._session.desk.reveal(node_id)

    def set_rules(self) -> None:
        """Let scale and least number of answers be set for all plans."""
        from qpdesk.gui.dialogs.rules import RulesDialog  # noqa: PLC0415 - not at start

        dialog = RulesDialog(self._session.editor.register, self._widget)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            rules = {"scale": dialog.scale(), "fewest": dialog.fewest.value()}
            if self._session.editor.attempt(set_rules, **rules) is not None:
                self._session.desk.tell(self.tr("Skala och gränser är ändrade. Ångra med Ctrl+Z."))

    def ask_series(self, indicator: NodeId) -> None:
        """Let a file of figures be chosen for an indicator."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._widget, self.tr("Hämta värden"), "", files.series_files()
        )
        if chosen:
            self.read_series(indicator, Path(chosen))

    def read_series(self, indicator: NodeId, path: Path) -> None:
        """Read a file of figures, let its columns be named, and put them in as one edit."""
        from qpdesk.gui.dialogs.series_import import SeriesImport  # noqa: PLC0415 - not at start
        from qpdesk.services.importing import ImportFailed  # noqa: PLC0415
        from qpdesk.services.series import read_series_file, series_edit  # noqa: PLC0415

        try:
            table = read_series_file(path)
        except ImportFailed as error:
            QMessageBox.warning(self._widget, "QPDesk", files.trouble(error))
            return
        dialog = SeriesImport(table, indicator, self._window.memory, self._widget)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        edit = self._session.editor.attempt(series_edit, dialog.series(), path.name)
        if edit is not None:
            told = self.tr("{0} utfall hämtade. Ångra med Ctrl+Z.")
            self._session.desk.tell(told.format(len(edit.changes)))

    # ------------------------------------------------------------- inside

    def _plans(self) -> list[Plan]:
        nodes = self._session.editor.register.children()
        return [node for node in nodes if isinstance(node, Plan)]

    def _page(self, name: str) -> PicturePage:
        if name not in self.made:
            makers: dict[str, Callable[[], PicturePage]] = {
                "view_follow_up": self._follow_up,
                "view_indicators": self._indicators,
                "view_matrix": self._matrix,
                "view_overview": self._overview,
                "view_reminders": self._reminders,
                "view_plans": self._file,
                "view_preview": self._preview,
            }
            page = makers[name]()
            page.left.connect(partial(self.show, "view_plan"))
            self.made[name] = page
            self._pages.addWidget(page)
        return self.made[name]

    def _follow_up(self) -> PicturePage:
        from qpdesk.gui.views.follow_up import FollowUpView  # noqa: PLC0415 - when asked for

        view = FollowUpView(self._session.editor, self._window.appearance)
        view.told.connect(self._session.desk.tell)
        self._savings.append(view.save)
        return PicturePage(self.tr("Uppföljning"), view, self._pages, has_all=False)

    def _indicators(self) -> PicturePage:
        from qpdesk.gui.views.indicators import IndicatorView  # noqa: PLC0415 - when asked for

        view = IndicatorView(self._session.editor, self._window.appearance)
        view.told.connect(self._session.desk.tell)
        view.going_out.connect(self._window.send_out)
        view.series_wanted.connect(self.ask_series)
        self._savings.append(view.save)
        return PicturePage(self.tr("Indikatorer"), view, self._pages, has_all=False)

    def _matrix(self) -> PicturePage:
        from qpdesk.gui.views.matrix import MatrixView  # noqa: PLC0415 - when asked for

        view = MatrixView(self._session.editor)
        view.items_wanted.connect(self.narrow)
        view.item_wanted.connect(self.go_to)
        view.rules_wanted.connect(self.set_rules)
        return PicturePage(self.tr("Riskmatris"), view, self._pages)

    def _overview(self) -> PicturePage:
        from qpdesk.gui.views.overview import OverviewView  # noqa: PLC0415 - when asked for

        view = OverviewView(self._session.editor)
        view.items_wanted.connect(self.narrow)
        view.export_wanted.connect(partial(self._send_overview, view))
        return PicturePage(self.tr("Översikt"), view, self._pages)

    def _reminders(self) -> PicturePage:
        from qpdesk.gui.views.reminders import ReminderView  # noqa: PLC0415 - when asked for

        view = ReminderView(self._session.editor)
        view.item_wanted.connect(self.go_to)
        view.items_wanted.connect(self.narrow)
        view.going_out.connect(self._window.send_out)
        return PicturePage(self.tr("Påminnelser"), view, self._pages)

    def _file(self) -> PicturePage:
        from qpdesk.gui.views.plan_list import PlanList  # noqa: PLC0415 - when asked for

        view = PlanList(self._session.editor)
        view.opened.connect(self._open_plan)
        view.wanted.connect(self._session.planning.do)
        return PicturePage(self.tr("Filens planer"), view, self._pages, has_scope=False)

    def _open_plan(self, plan: NodeId) -> None:
        self.show("view_plan")
        self._session.desk.show_plan(plan)

    def _preview(self) -> PicturePage:
        from qpdesk.gui.views.preview import PreviewView  # noqa: PLC0415 - loads PDFium

        file = self._session.editor.document.path
        view = PreviewView(
            self._session.editor,
            self._window.appearance,
            partial(profile_folder, self._window.paths, file),
        )
        view.told.connect(self._session.desk.tell)
        view.save_wanted.connect(self._window.save_report)
        view.finding_wanted.connect(self._go_to_finding)
        self._endings.append(view.end)
        return PicturePage(self.tr("PDF"), view, self._pages, has_all=False)

    def _go_to_finding(self, finding: Finding) -> None:
        self._window.show_item(finding.id, finding.field)

    def _wear(self) -> None:
        """Show the document in front in the look that has been chosen."""
        if self.front == "view_preview":
            self.show("view_preview")

    def _send_overview(self, view: "OverviewView", suffix: str) -> None:
        from qpdesk.services.overviews import as_pdf, as_workbook  # noqa: PLC0415 - not at start

        register = self._session.editor.register
        about = [title_of(register[plan]) for plan in view.plans if plan in register]
        make = as_pdf if suffix == ".pdf" else as_workbook
        title, tables = self.tr("Översikt"), view.tables()
        kinds = {suffix: {".pdf": "PDF", ".xlsx": "Excel"}[suffix]}
        name = files.safe_name(f"{title} – {about[0]}" if len(about) == 1 else title)
        self._window.send_out(Outgoing(name, kinds, lambda _: make(title, about, tables)))
