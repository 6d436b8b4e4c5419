"""Files in and out of the window: import, print, hand out. Slow work runs aside."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from qpdesk.domain.nodes import Plan, title_of
from qpdesk.domain.register import Register
from qpdesk.gui.foot import Foot
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.opening import Opening
from qpdesk.gui.session import Session
from qpdesk.gui.tasks import Progress, Task
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.views.outgoing import Outgoing
from qpdesk.gui.words import files, messages
from qpdesk.services.errors import StoreError
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.services.document import Document
    from qpdesk.services.importing import Reading


class Window(Protocol):
    """What the filing needs of its window."""

    paths: Paths
    memory: Memory
    deeds: Actions
    foot: Foot
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

        def read(_progress: Progress) -> object:
            from qpdesk.services.importing import read_source  # noqa: PLC0415 - not at start

            return read_source(path)

        self._run(read, self.tr("Läser {0} …").format(path.name), partial(self._take_in, path.name))

    def _take_in(self, name: str, reading: object) -> None:
        """Put what was read into the file as one edit, and show the report."""
        from qpdesk.gui.dialogs.import_report import ImportReport  # noqa: PLC0415 - not at start
        from qpdesk.services.importing import import_edit  # noqa: PLC0415 - not at start

        desk = self._desk
        if desk is None:
            return
        found = cast("Reading", reading)
        edit = desk.editor.attempt(import_edit, found, name)
        if edit is not None:
            desk.show_edit(edit)
        report = ImportReport(found, self._widget)
        if report.exec() == ImportReport.UNDO and edit is not None:
            desk.editor.undo_stack.undo()
            desk.tell(messages.undone(edit))

    # ------------------------------------------------------------- out of the house

    def print_plan(self) -> None:
        """Write the plan as PDF, beside the window."""
        self._print("plan")

    def print_follow_up(self) -> None:
        """Write the plan's follow-up as PDF, beside the window."""
        self._print("follow_up")

    def _print(self, kind: str) -> None:
        from qpdesk.services.exporting import plan_as_json  # noqa: PLC0415 - not at start
        from qpdesk.services.printing import ReportKind, write_report  # noqa: PLC0415

        out = self._ask_out(files.report_name(kind), ".pdf", files.pdfs())
        if out is None:
            return
        plan, path, register = out

        def write(progress: Progress) -> object:
            attachment = plan_as_json(register, plan.id)
            return write_report(
                register,
                plan.id,
                ReportKind(kind),
                path,
                progress=progress,
                attachment=attachment,
            )

        self._run(write, self.tr("Skriver {0} …").format(path.name), lambda _: self._written(path))

    def write_plan_for_word(self) -> None:
        """Write the plan as a Word file, beside the window."""
        self._write_word("plan")

    def write_follow_up_for_word(self) -> None:
        """Write the plan's follow-up as a Word file, beside the window."""
        self._write_word("follow_up")

    def _write_word(self, kind: str) -> None:
        from qpdesk.services.printing import ReportKind, write_word  # noqa: PLC0415 - not at start

        out = self._ask_out(files.report_name(kind), ".docx", files.word_files())
        if out is None:
            return
        plan, path, register = out

        def write(progress: Progress) -> None:
            write_word(register, plan.id, ReportKind(kind), path, progress=progress)

        self._run(write, self.tr("Skriver {0} …").format(path.name), lambda _: self._written(path))

    def export_json(self) -> None:
        """Write the plan in the open format."""
        from qpdesk.services.exporting import write_json  # noqa: PLC0415 - not at start

        out = self._ask_out("", ".json", files.jsons())
        if out is None:
            return
        plan, path, register = out
        try:
            write_json(register, plan.id, path)
        except StoreError as error:
            self.opening.complain(error)
            return
        self._written(path)

    def _ask_out(self, what: str, suffix: str, kinds: str) -> tuple[Plan, Path, Register] | None:
        """The plan in front, the file to write it to, and all items as they are now.

        None when the user thinks again.
        """
        desk = self._desk
        plan = desk.editor.register.get(desk.plan) if desk is not None and desk.plan else None
        if desk is None or not isinstance(plan, Plan):
            return None
        desk.details.save()
        name = files.safe_name(" – ".join(filter(None, (title_of(plan), what))))
        path = self._ask_path(name, {suffix: kinds})
        return None if path is None else (plan, path, desk.editor.register.snapshot())

    def send_out(self, outgoing: Outgoing) -> None:
        """Write what a view hands out, where the user wants it."""
        from qpdesk.services.exporting import write_out  # noqa: PLC0415 - not at start

        kinds = {suffix: f"{word} (*{suffix})" for suffix, word in outgoing.kinds.items()}
        path = self._ask_path(outgoing.name, kinds)
        if path is None:
            return
        try:
            write_out(path, outgoing.make(path.suffix.lower()))
        except StoreError as error:
            self.opening.complain(error)
            return
        self._written(path)

    def _ask_path(self, name: str, kinds: dict[str, str]) -> Path | None:
        """Where a file is wanted, with one of these endings; None when the user thinks again."""
        from qpdesk.services.permission import allowed_folders  # noqa: PLC0415 - not at start

        first = next(iter(kinds))
        chosen, kind = QFileDialog.getSaveFileName(
            self._widget,
            self.tr("Exportera"),
            str(self.opening.folder / (name + first)),
            ";;".join(kinds.values()),
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() not in kinds:
            wanted = next((suffix for suffix, words in kinds.items() if words == kind), first)
            path = path.with_name(path.name + wanted)
        if (folders := allowed_folders(path, self._paths)) is not None:
            QMessageBox.information(self._widget, "QPDesk", files.is_not_allowed(path, folders))
            return None
        return path

    def _written(self, path: Path) -> None:
        self._memory.keep_text("out", str(path.parent))
        self._tell(self.tr("{0} är skriven i {1}.").format(path.name, path.parent))

    # ------------------------------------------------------------- beside the window

    def wait(self) -> None:
        """Hold on until work on its way has ended, asked to stop."""
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    def show_keys(self) -> None:
        """Show the list of keys."""
        from qpdesk.gui.dialogs.about import KeysDialog  # noqa: PLC0415 - not at start

        KeysDialog(self._window.deeds.with_keys(), self._widget).exec()

    def show_about(self) -> None:
        """Show what the program is, and the licences of what it is made from."""
        from qpdesk.gui.dialogs.about import AboutDialog  # noqa: PLC0415 - not at start

        AboutDialog(self._widget).exec()

    def _run(
        self, job: Callable[[Progress], object], words: str, then: Callable[[object], None]
    ) -> None:
        if self._window.foot.is_busy:
            self._tell(self.tr("Vänta tills det som pågår är klart, eller avbryt det."))
            return
        task = Task(job, self)
        self._task = task
        task.succeeded.connect(then)
        task.failed.connect(self._failed)
        task.finished.connect(task.deleteLater)
        self._window.foot.show_task(task, words)
        task.finished.connect(self._ended)
        task.start()

    def _tell(self, words: str) -> None:
        if self._desk is not None:
            self._desk.tell(words)
        else:
            self._window.foot.say(words)

    def _ended(self) -> None:
        self._task = None

    def _failed(self, error: Exception) -> None:
        words = files.trouble(error)
        if not words:
            raise error  # a fault of ours: to the log and the crash dialog
        QMessageBox.warning(self._widget, "QPDesk", words)
