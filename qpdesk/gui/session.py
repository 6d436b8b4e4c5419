"""One open file in the window: its editor, desk and publisher, from opening to closing."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from qpdesk.domain.nodes import Kind, Plan, Status
from qpdesk.domain.tally import tally
from qpdesk.gui import needs
from qpdesk.gui.arranging import Arranging
from qpdesk.gui.closing import close
from qpdesk.gui.drawers import Drawers
from qpdesk.gui.editor import Editor
from qpdesk.gui.foot import Foot
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.notices import Notices
from qpdesk.gui.planning import Planning
from qpdesk.gui.proofs import Proofs
from qpdesk.gui.publishing import Publisher
from qpdesk.gui.row_menus import RowMenus
from qpdesk.gui.undoing import Undoing
from qpdesk.gui.views.acts import Acts
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.views.dragging import Clipboard
from qpdesk.gui.views.plan_chooser import plan_words
from qpdesk.gui.views.plan_tree import PlanTree
from qpdesk.gui.words import counts, messages, standing
from qpdesk.services.errors import EditRefused

if TYPE_CHECKING:
    from qpdesk.gui.clippings import Clippings
    from qpdesk.services.document import Document

_PAUSE = 50  # milliseconds without an edit; what others did comes in many, one soon after the other


class Session(QObject):
    """Binds the window's actions to the desk of a file, and the file's news to the window."""

    def __init__(
        self,
        document: "Document",
        deeds: Actions,
        appearance: Appearance,
        foot: Foot,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._deeds = deeds
        self._foot = foot
        self._appearance = appearance
        self._clippings: Clippings | None = None
        self.editor = Editor(document, self)
        self.desk = Desk(self.editor, appearance, window)
        self.acts = Acts(self.desk)
        self.undoing = Undoing(self.desk, deeds)
        self.row_menus = RowMenus(self.desk, self.acts, deeds, window)
        self.drawers = Drawers(self.desk, appearance, window)
        self.arranging = Arranging(self.desk, deeds, self._clipboard())
        self.proofs = Proofs(self.desk, deeds, appearance.spelling, window)
        self.planning = Planning(self.desk, window)
        self.publisher = Publisher(self.editor, self)
        self.notices = Notices(self.desk, self.publisher, appearance.icons, window)
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_PAUSE)
        self._count.timeout.connect(self._show_counts)
        self._verbs = self._all_verbs()
        self._connect()

    def begin(self, memory: Memory) -> None:
        """Show the file as it was left, and publish what an earlier day could not."""
        self.proofs.begin(memory)
        self.arranging.begin(memory)
        self.desk.restore(memory)
        self.desk.show_first_plan(memory.text("plan"))
        self.desk.tree.setFocus()
        self.publisher.start()
        self.notices.begin()
        self.undoing.begin()

    def end(self, memory: Memory) -> None:
        """Save what is being typed, publish, and let go of the file."""
        self.desk.side.save()
        self.drawers.close()
        self.proofs.end(memory)
        self.arranging.end(memory)
        self.undoing.end()
        self.row_menus.end()
        self._count.stop()
        if not self.editor.document.is_published:
            self._foot.show_saved(standing.closing(), well=True)
        self.publisher.stop()
        self.notices.end()
        self.desk.keep(memory)
        memory.keep_text("plan", self.desk.plan or "")
        self.editor.let_go()
        self.desk.setEnabled(False)
        close(self.editor.document, self.publisher.task, self._window)

    def do(self, name: str) -> None:
        """Do what the action of this name says."""
        if name in self._verbs:
            self._verbs[name]()

    @property
    def clippings(self) -> "Clippings":
        """The verbs of the clipboard, fetched when the first is asked for."""
        if self._clippings is None:
            from qpdesk.gui.clippings import Clippings  # noqa: PLC0415 - not at start

            self._clippings = Clippings(self.desk, self._appearance, self._window)
        return self._clippings

    def _clipboard(self) -> Clipboard:
        """The same verbs for dragging; they are fetched when something is dragged."""
        return Clipboard(
            mime=lambda ids: self.clippings.mime(ids),  # noqa: PLW0108 - not before it is called
            kinds=lambda data: self.clippings.kinds_in(data),  # noqa: PLW0108 - as above
            paste=lambda data, target: self.clippings.paste_at(data, target),  # noqa: PLW0108 - as above
        )

    def _clip(self, name: str) -> None:
        self.clippings.verbs()[name]()

    # ------------------------------------------------------------- binding

    def _all_verbs(self) -> dict[str, Callable[[], object]]:
        desk, acts = self.desk, self.acts
        verbs: dict[str, Callable[[], object]] = {
            "publish": self._publish,
            "rename": acts.rename,
            "delete": acts.delete,
            "select_all": desk.outlines.select_all,
            "find": desk.filter.focus,
            "next_hit": desk.narrowing.go_to_hit,
            "previous_hit": partial(desk.narrowing.go_to_hit, back=True),
            "sibling": acts.add_sibling,
            "cycle": acts.cycle_status,
            "plan_fields": desk.show_plan_fields,
            "expand": desk.outlines.expand_all,
            "collapse": desk.outlines.collapse_all,
        }
        verbs |= self.undoing.verbs() | self.row_menus.verbs()
        verbs |= self.drawers.verbs() | self.proofs.verbs() | self.arranging.verbs()
        verbs |= {name: partial(self._clip, name) for name in ("cut", "copy", "paste")}
        verbs |= {way: partial(acts.shift, way) for way in ("up", "down", "out", "in")}
        verbs |= {f"part{number}": partial(desk.outlines.turn_to, number) for number in range(4)}
        verbs |= {f"new_{kind.value}": partial(acts.add, kind) for kind in Kind}
        verbs |= {f"status_{status.value}": partial(acts.set_status, status) for status in Status}
        return verbs | self.planning.verbs()

    def _connect(self) -> None:
        self.publisher.told.connect(self._foot.show_saved)
        self.notices.copy_wanted.connect(self._deeds["save_copy"].trigger)
        self.notices.drawer_wanted.connect(lambda name: self._deeds[name].trigger())
        self.notices.work_wanted.connect(self._start_working)
        self.editor.failed.connect(self._failed)
        self.editor.edited.connect(self._edited)
        self.desk.told.connect(self._foot.say)
        self.desk.plan_shown.connect(self._plan_shown)
        self.desk.selection_changed.connect(self._enable)
        self.desk.outlines.status_clicked.connect(self.acts.cycle_status)
        self.desk.outlines.tree_made.connect(self._give_keys)
        for tree in self.desk.outlines.trees:
            self._give_keys(tree)

    def _give_keys(self, tree: PlanTree) -> None:
        tree.addActions(self._deeds.of_tree())
        tree.indented.connect(self.acts.indent, Qt.ConnectionType.QueuedConnection)

    def _enable(self) -> None:
        """Grey out what cannot be done now."""
        has_plan = self.desk.plan is not None
        in_front = has_plan and self.desk.isVisibleTo(self._window)
        chosen = self.desk.tree.selectionModel().hasSelection()
        needs.file_open(self._deeds, has_plan=has_plan, has_rows=in_front and chosen)
        self._deeds.enable([f"status_{status.value}" for status in Status], can=in_front)
        self._deeds[f"part{self.desk.outlines.position}"].setChecked(True)
        self.undoing.show()

    def _start_working(self) -> None:
        """The user has only been reading, and now wants to work."""
        self.editor.document.is_for_reading = False
        self.publisher.start()
        self.notices.tell_presence()
        self._plan_shown()

    def _publish(self) -> None:
        self.desk.side.save()
        self.publisher.publish()

    # ------------------------------------------------------------- news

    def _edited(self) -> None:
        self._count.start()

    def _failed(self, error: Exception) -> None:
        words = messages.trouble(error)
        if isinstance(error, EditRefused):
            self.desk.tell(words)
        else:
            QMessageBox.warning(self._window, "QPDesk", words)

    def _show_counts(self) -> None:
        plan = self.desk.plan
        if plan not in self.editor.register:
            plan = None
        words = counts.sentence(tally(self.editor.register, plan)) if plan is not None else ""
        self._foot.show_counts(words)

    def _plan_shown(self) -> None:
        plan = self.editor.register.get(self.desk.plan) if self.desk.plan is not None else None
        title = plan_words(plan) if isinstance(plan, Plan) else ""
        reading = standing.for_reading() if self.editor.document.is_for_reading else ""
        parts = [title, self.editor.document.path.stem, reading, "QPDesk"]
        whole = " – ".join(filter(None, parts))
        self._window.setWindowTitle(whole.replace("[*]", "[*][*]"))  # Qt's mark for "changed"
        self._show_counts()
        self._enable()
