"""Files into the window: import; and slow work beside it, one job at a time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from qpdesk.gui.foot import Foot
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.opening import Opening
from qpdesk.gui.session import Session
from qpdesk.gui.tasks import Progress, Task
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import files
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.gui.delivery import Delivery
    from qpdesk.services.document import Document
    from qpdesk.services.importing import Reading


_BOUND = 3.0  # seconds


class Window(Protocol):
    """What the filing needs of its window."""

    paths: Paths
    memory: Memory
    deeds: Actions
    foot: Foot
    appearance: Appearance
    session: Session | None

    def show_document(self, document: "Document") -> None:
        """Work with an opened file."""


class Filing(QObject):
    """The verbs of the menu Arkiv."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._widget = window
        self._window = cast("Window", window)
        self._paths = self._window.paths
        self._memory = self._window.memory
        self._task: Task | None = None
        self.opening = Opening(window)
        self._then: Callable[[object], None] = lambda _: None
        self._next: Callable[[], None] | None = None
        self._delivery: Delivery | None = None

    @property
    def delivery(self) -> "Delivery":
        """The verbs that write files, fetched when the first is asked for."""
        if self._delivery is None:
            from qpdesk.gui.delivery import Delivery  # noqa: PLC0415 - not at start

            self._delivery = Delivery(self._widget, self._run, lambda: self.opening.folder)
        return self._delivery

    @property
    def _desk(self) -> Desk | None:
        return None if self._window.session is None else self._window.session.desk

    # ------------------------------------------------------------- from outside

    def import_source(self) -> None:
        """Read a Word, Excel or JSON file beside the window, then show what was found."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._widget, self.tr("Importera"), str(self.opening.folder), files.sources()
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Read a file to import, beside the window."""

        def read(progress: Progress) -> object:
            from qpdesk.services.importing import read_source  # noqa: PLC0415 - not at start

            reading = read_source(path)
            progress(1, 1)  # told to stop meanwhile, it shows nothing
            return reading

        self._run(read, self.tr("Läser {0} …").format(path.name), partial(self._guide, path))

    def _guide(self, path: Path, reading: object) -> None:
        """Show what was read, and put it into a file as one edit when it is found good."""
        from qpdesk.gui.dialogs.import_guide import ImportGuide  # noqa: PLC0415 - not at start

        guide = ImportGuide(cast("Reading", reading), self._window.appearance.icons, self._widget)
        while guide.exec() == ImportGuide.DialogCode.Accepted:
            if self._desk is not None or self._begin_file_for(path):
                self._take_in(path.name, guide.reading())
                break
        guide.deleteLater()

    def _begin_file_for(self, source: Path) -> bool:
        """Nothing is open: let it be said where the new file shall be; whether it is there now."""
        path = self.opening.ask_new(files.safe_name(source.stem), source.parent)
        return path is not None and self.opening.begin(path)

    def _take_in(self, name: str, reading: "Reading") -> None:
        """Put what was read into the file as one edit."""
        from qpdesk.gui.words import findings  # noqa: PLC0415 - not at start
        from qpdesk.services.importing import import_edit  # noqa: PLC0415 - as above

        desk = self._desk
        if desk is None:
            return
        edit = desk.editor.attempt(import_edit, reading, name)
        if edit is not None:
            desk.show_edit(edit)
            words = self.tr("Infört ur {0}: {1}. Ångra med Ctrl+Z.")
            desk.tell(words.format(name, findings.summary(reading)))

    # ------------------------------------------------------------- beside the window

    def wait(self) -> None:
        """Hold on until work on its way has ended, asked to stop; a share may never answer."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait(_BOUND)

    def _run(
        self, job: Callable[[Progress], object], words: str, then: Callable[[object], None]
    ) -> None:
        if self._window.foot.is_busy:
            self._tell(self.tr("Vänta tills det som pågår är klart, eller avbryt det."))
            return
        task = Task(job, self)
        self._task = task
        self._then = then
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        self._window.foot.show_task(task, words)
        task.finished.connect(self._ended)
        task.start()

    def _tell(self, words: str) -> None:
        if self._desk is not None:
            self._desk.tell(words)
        else:
            self._window.foot.say(words)

    def _succeeded(self, result: object) -> None:
        self._next = partial(self._then, result)

    def _ended(self) -> None:
        """What comes next may be work of its own, so the bar must be free."""
        self._task = None
        following, self._next = self._next, None
        if following is not None:
            following()

    def _failed(self, error: Exception) -> None:
        words = files.trouble(error)
        if not words:
            raise error  # a fault of ours: to the log and the crash dialog
        QMessageBox.warning(self._widget, "QPDesk", words)
