"""Tells the user of an open file what is not as usual with it, and offers what can be done."""

from functools import partial
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.publishing import Publisher
from qpdesk.gui.tasks import Progress, Task
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.views.notice_board import Deed, Notice, NoticeBoard
from qpdesk.gui.words import messages, standing
from qpdesk.services.errors import StoreError

_GOOD_NEWS = 60_000  # milliseconds that a notice stays that asks for nothing


class Window(Protocol):
    """What the notices need of their window."""

    def show_above(self, widget: QWidget) -> None:
        """Put something above whatever is worked with."""


class Notices(QObject):
    """Puts up and takes down the notices of one open file."""

    copy_wanted = Signal()
    """The user wants a copy of the work written to another place."""
    drawer_wanted = Signal(str)
    """The user wants to see more: the name of the action that opens it."""
    work_wanted = Signal()
    """The user who has only been reading wants to work."""

    def __init__(self, desk: Desk, publisher: Publisher, icons: Icons, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._document = desk.editor.document
        self._publisher = publisher
        self.board = NoticeBoard(icons, window)
        cast("Window", window).show_above(self.board)
        self._task: Task | None = None
        self._was_troubled = False
        self._last_joined = QTimer(self)
        self._last_joined.setSingleShot(True)
        self._last_joined.timeout.connect(partial(self.board.take_down, "joined"))
        self.board.left.connect(self._back_to_work)
        publisher.troubled.connect(self._troubled)
        publisher.joined.connect(self._joined)
        publisher.copy_refused.connect(lambda error: self._desk.tell(messages.trouble(error)))
        publisher.put_back.connect(self._put_back)
        publisher.looked.connect(self.tell_presence)
        desk.editor.edited.connect(self._edited)
        desk.details.dispute_wanted.connect(lambda: self.drawer_wanted.emit("conflicts"))

    def begin(self) -> None:
        """Tell what was not as usual at opening, and look for copies beside the file."""
        for notice in self._document.notices:
            words = standing.noticed(notice.name, self._document.path)
            is_urgent = notice.name in {"FROM_GENERATION", "FROM_BACKUP", "COPY_SET_ASIDE"}
            deeds = [self._drawer(self.tr("Säkerhetskopior …"), "backups")] if is_urgent else []
            self._show(f"opening_{notice.name}", words, deeds, is_urgent=is_urgent)
        self.tell_presence()
        self._desk.editor.tell_disputed()
        self._tell_conflicts()
        self._seek_copies()

    def tell_recovered(self) -> None:
        """The file was damaged, and the working copy put it right."""
        words = standing.restored(self._document.path)
        self._show("recovered", words, [self._drawer(self.tr("Säkerhetskopior …"), "backups")])

    def tell_presence(self) -> None:
        """Tell who else has the file open, and whether it is only read here."""
        other = self._document.opened_by
        if self._document.is_for_reading:
            self.board.take_down("presence")
            deed = (self.tr("Börja arbeta"), self.work_wanted.emit)
            self._show("reading", standing.only_reading(other), [deed], can_go=False)
            return
        self.board.take_down("reading")
        if other is None:
            self.board.take_down("presence")
        else:
            self._show("presence", standing.is_here_too(other))

    def end(self) -> None:
        """The file is being closed."""
        self._last_joined.stop()
        if self._task is not None:  # not waited for: a share that is away takes its time
            self._task.succeeded.disconnect(self._found_copies)
            self._task = None
        self.board.clear()
        self.board.deleteLater()

    # ------------------------------------------------------------- saving

    def _troubled(self, error: StoreError | None) -> None:
        path = self._document.path
        if error is None:
            self.board.take_down("saving")
            self._desk.tell(standing.written_again(path))
            return
        deeds: list[Deed] = [(self.tr("Försök nu"), self._publisher.publish)]
        if isinstance(error, standing.STANDS_THERE):
            deeds = [(self.tr("Lägg tillbaka mitt arbete"), self._publisher.put_back_now)]
        deeds.append((self.tr("Spara en kopia …"), self.copy_wanted.emit))
        self._show("saving", standing.why_unpublished(error, path), deeds, is_urgent=True)

    def _put_back(self) -> None:
        self._show("put_back", standing.put_back(self._document.path))
        self._seek_copies()  # a sync client may have put it aside under another name

    # ------------------------------------------------------------- what others do

    def _joined(self, events: list[object]) -> None:
        conflicts = self._disputed()
        name = "conflicts" if conflicts else "plan_history"
        words = standing.joined(events, conflicts)  # type: ignore[arg-type]  # events of the history
        self._show("joined", words, [self._drawer(self.tr("Visa"), name)])
        self._desk.editor.tell_disputed()
        if conflicts:
            self.board.take_down("conflicts")
            self._last_joined.stop()
        else:
            self._last_joined.start(_GOOD_NEWS)

    def _edited(self) -> None:
        """What was to decide may have been decided by this edit."""
        if self._desk.editor.disputed:
            self._desk.editor.tell_disputed()
        if "conflicts" in self.board.notices or "joined" in self.board.notices:
            self._tell_conflicts()

    def _tell_conflicts(self) -> None:
        conflicts = self._disputed()
        if not conflicts:
            self.board.take_down("conflicts")
        elif "joined" not in self.board.notices:
            deed = self._drawer(self.tr("Visa"), "conflicts")
            self._show("conflicts", standing.to_decide(conflicts), [deed])

    def _disputed(self) -> int:
        try:
            return len(self._document.conflicts())
        except StoreError:
            return 0

    def _seek_copies(self) -> None:
        """Beside the window: each file of the folder is opened for it."""

        def look(_progress: Progress) -> object:
            return self._document.copies_beside()

        self._task = Task(look, self)
        self._task.succeeded.connect(self._found_copies)
        self._task.failed.connect(lambda _: None)  # a folder that cannot be read now tells nothing
        self._task.start()

    def _found_copies(self, found: object) -> None:
        for number, other in enumerate(cast("list[Path]", found)):
            name = f"copy{number}"
            deed = (self.tr("Slå ihop"), partial(self._join_copy, name, other))
            self._show(name, standing.copy_beside(other), [deed])

    def _join_copy(self, name: str, other: Path) -> None:
        self.board.take_down(name)
        self._publisher.take_in_copy(other)

    # ------------------------------------------------------------- putting up

    def _back_to_work(self) -> None:
        self._desk.tree.setFocus()

    def _drawer(self, word: str, name: str) -> Deed:
        return word, lambda: self.drawer_wanted.emit(name)

    def _show(
        self,
        name: str,
        words: str,
        deeds: list[Deed] | None = None,
        *,
        is_urgent: bool = False,
        can_go: bool = True,
    ) -> None:
        self.board.show_notice(name, Notice(words, tuple(deeds or ()), is_urgent, can_go))
