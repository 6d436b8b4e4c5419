"""Files to work in: open one, begin one, try the example. Reading is done beside the window."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from qpdesk.gui import rescue
from qpdesk.gui.foot import Foot
from qpdesk.gui.memory import Memory
from qpdesk.gui.preferences import Preferences
from qpdesk.gui.session import Session
from qpdesk.gui.tasks import Cancelled, Progress, Task
from qpdesk.gui.waiting import Waiting
from qpdesk.gui.words import files, messages, standing
from qpdesk.services.errors import NotFound, StoreError
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Origin

if TYPE_CHECKING:
    from qpdesk.services.document import Document

log = logging.getLogger(__name__)


class Window(Protocol):
    """What opening needs of its window."""

    paths: Paths
    memory: Memory
    foot: Foot
    preferences: Preferences
    session: Session | None

    def show_document(self, document: "Document") -> None:
        """Work with an opened file."""


class Opening(QObject):
    """One file at a time, in place of the one that is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._widget = window
        self._window = cast("Window", window)
        self._memory = self._window.memory
        self._waiting = Waiting(window)

    @property
    def folder(self) -> Path:
        """Where a dialog begins: where organisation or user says, else where the last file was."""
        setting = self._window.preferences.in_force.default_folder
        last = [path.parent for path in self._memory.recent[:1]]
        fallback = [*last, setting.value, self._window.paths.documents]
        wanted = fallback if setting.origin is Origin.DEFAULT else [setting.value, *fallback]
        return next((folder for folder in wanted if folder.is_dir()), self._window.paths.documents)

    def open(self, path: Path) -> bool:
        """Open a file that exists, in place of the one that is open; whether it could be."""
        try:
            return self._open(path, "EXISTING")
        except NotFound:
            return self._open_missing(path)

    def open_last(self) -> None:
        """Open the file that was open last time, if it is still there, or work that is here.

        Whether it is there is found out beside the window: its share may be away.
        """
        for path in self._memory.recent[:1]:
            with suppress(NotFound):
                self._open(path, "EXISTING")

    def new_file(self) -> None:
        """Begin a new file where the user wants it, with one empty plan."""
        path = self.ask_new(self.tr("Kvalitetsplaner"), self.folder)
        session = self._window.session if path is not None and self.begin(path) else None
        is_empty = session is not None and session.desk.plan is None
        if session is not None and is_empty and not session.planning.ask_new():
            session.acts.add_plan()

    def ask_new(self, name: str, folder: Path) -> Path | None:
        """Where the user wants a new file; None when they think again, or there is one."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._widget, self.tr("Ny fil"), str(folder / f"{name}.qpd"), files.plan_files()
        )
        if not chosen:
            return None
        path = Path(chosen).with_suffix(".qpd")
        if path.exists():
            QMessageBox.information(self._widget, "QPDesk", files.is_there_already(path))
            return None
        return path

    def ask_and_open(self) -> None:
        """Let the user choose a file to open."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._widget, self.tr("Öppna"), str(self.folder), files.plan_files()
        )
        if chosen:
            self.open(Path(chosen))

    def open_example(self) -> None:
        """Open the example förvaltning, made anew if it is not there."""
        settings = self._window.preferences.in_force
        path = settings.default_folder.value / self.tr("QPDesk exempel.qpd")

        def make(_progress: Progress) -> None:
            from qpdesk.services.example import make_example  # noqa: PLC0415 - not at start

            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                make_example(path, self._window.paths)

        try:
            self._waiting.result(Task(make, self), self.tr("Gör exemplet …"))
        except (StoreError, OSError) as error:
            self.complain(error)
        except Cancelled:
            pass
        else:
            self.open(path)

    def begin(self, path: Path) -> bool:
        """Begin a file, and work in it; whether it could be."""
        try:
            return self._open(path, "OR_BEGIN")
        except NotFound as error:
            self.complain(error)
            return False

    def _open_missing(self, path: Path) -> bool:
        """A file is not there: it may have been moved, so let it be looked for."""
        box = QMessageBox(QMessageBox.Icon.Information, "QPDesk", files.is_gone(path))
        box.setParent(self._widget, box.windowFlags())
        back = None
        if rescue.can_put_back(path, self._window.paths):
            box.setInformativeText(standing.is_here_still())
            back = box.addButton(self.tr("&Lägg tillbaka"), QMessageBox.ButtonRole.AcceptRole)
        seek = box.addButton(self.tr("&Leta upp…"), QMessageBox.ButtonRole.AcceptRole)
        forget = box.addButton(self.tr("&Ta bort ur listan"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(self.tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is forget:
            self.forget(path)
        if back is not None and box.clickedButton() is back:
            return self._open(path, "RECOVER")
        return box.clickedButton() is seek and self.seek(path)

    def seek(self, path: Path) -> bool:
        """Let the user find a file that is not where it was; whether it is open now."""
        near = next((folder for folder in path.parents if folder.is_dir()), self.folder)
        chosen, _ = QFileDialog.getOpenFileName(
            self._widget, self.tr("Leta upp {0}").format(path.name), str(near), files.plan_files()
        )
        if not chosen or not self.open(Path(chosen)):
            return False
        self.forget(path)
        return True

    def look_for(self, paths: Sequence[Path], tell: Callable[[object], None]) -> None:
        """Find out which files are not there: a share that is gone keeps one waiting."""
        task = Task(lambda _progress: [path for path in paths if not path.is_file()], self)
        task.succeeded.connect(tell)
        task.start()

    def forget(self, path: Path) -> None:
        """Take a file off the list of recent ones; the file itself is left alone."""
        self._memory.forget_file(path)

    def _open(self, path: Path, how: str) -> bool:
        """Raises ``NotFound`` alone; what else goes wrong is put right or told.

        ``how`` is the name of one of the document's ways of opening.
        """
        if self._waiting.is_busy:
            return False
        try:
            task = Task(self._reading(path, how), self)
            document = self._waiting.result(task, files.opens(path))
        except Cancelled:
            return False
        except NotFound:
            raise
        except StoreError as error:
            log.warning("could not open: %s", type(error).__name__)
            wish = rescue.wish(error, path, self._window.paths, self._widget)
            if how != "RECOVER" and wish is rescue.Wish.PUT_RIGHT:
                return self._open(path, "RECOVER")
            if how == "RECOVER" or wish is rescue.Wish.UNASKED:
                self.complain(error)
            return False
        if document is None:
            return True
        return self._show(cast("Document", document), is_recovered=how == "RECOVER")

    def _show(self, document: "Document", *, is_recovered: bool) -> bool:
        """Work with a file; if another has it open, as the user wants it."""
        other = document.opened_by
        if other is not None and not rescue.welcome(document, other, self._widget):
            return False
        self._memory.remember_file(document.path)
        self._window.show_document(document)
        if is_recovered and not document.notices and self._window.session is not None:
            self._window.session.notices.tell_recovered()
        return True

    def cancel(self) -> None:
        """Wait for no file any longer: the window is closing."""
        self._waiting.cancel()

    def complain(self, error: Exception) -> None:
        """Say what went wrong, that nothing was lost, and what to do."""
        QMessageBox.warning(self._widget, "QPDesk", messages.trouble(error))

    def _reading(self, path: Path, how: str) -> Callable[[Progress], object]:
        """The document of a file; None of the one that is open already, by whatever name."""
        author = self._window.preferences.in_force.author.value
        session = self._window.session
        is_open = None if session is None else session.editor.document.path

        def read(progress: Progress) -> object:
            from qpdesk.services.document import Document, Opening  # noqa: PLC0415 - not at start

            if path.resolve() == is_open:
                return None
            document = Document(
                path, self._window.paths, author=author, how=Opening[how], progress=progress
            )
            try:
                progress(1, 1)
            except Cancelled:
                document.close()
                raise
            return document

        return read
