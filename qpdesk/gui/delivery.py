"""Files out of the house: documents and data of the plan in front, each whole or not at all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from qpdesk.domain.nodes import title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.session import Session
from qpdesk.gui.tasks import Progress
from qpdesk.gui.views.outgoing import Outgoing
from qpdesk.gui.words import files, messages
from qpdesk.services.errors import StoreError
from qpdesk.system.paths import Paths

if TYPE_CHECKING:
    from qpdesk.services.printing import Report
    from qpdesk.services.readiness import Finding

_Job = Callable[[Progress], object]
DOCUMENTS = (".pdf", ".docx")
"""What is published: it is looked over first. The others are data."""


class Window(Protocol):
    """What a delivery needs of its window."""

    paths: Paths
    memory: Memory
    session: Session | None
    appearance: Appearance

    def show_item(self, node_id: NodeId, field: str = "") -> None:
        """Bring an item, and one of its fields, to the front."""


class Delivery(QObject):
    """Asks where a file is wanted, and writes it.

    Args:
        window: The window.
        run: Runs a job beside the window, under some words, and hands on what comes of it.
        folder: Where a dialog begins.
    """

    def __init__(
        self,
        window: QWidget,
        run: Callable[[_Job, str, Callable[[object], None]], None],
        folder: Callable[[], Path],
    ) -> None:
        super().__init__(window)
        self._widget = window
        self._window = cast("Window", window)
        self._run = run
        self._folder = folder

    def save_plan(self, kind: str, suffix: str) -> None:
        """Write a document of the plan in front, or the plan as data."""
        from qpdesk.services.printing import Report, ReportKind  # noqa: PLC0415 - not at start

        session = self._window.session
        if session is not None and session.desk.plan is not None:
            self.save(Report(session.desk.plan, ReportKind(kind)), suffix)

    def save(self, report: "Report", suffix: str) -> None:
        """Write a document; first show what stops it from being published, if anything does."""
        session = self._window.session
        if session is None:
            return
        session.desk.side.save()
        register = session.editor.register.snapshot()
        if suffix not in DOCUMENTS:
            self._ask_and_write(register, report, suffix)
            return

        def look(_progress: Progress) -> object:
            from qpdesk.services.readiness import what_stops_report  # noqa: PLC0415 - not at start

            return what_stops_report(register, report)

        then = partial(self._looked_over, register, report, suffix)
        self._run(look, self.tr("Ser efter om något saknas …"), then)

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
            QMessageBox.warning(self._widget, "QPDesk", messages.trouble(error))
            return
        self._written(path)

    def save_copy(self) -> None:
        """Write all as it is now to another place; the work goes on in the file that is open."""
        session = self._window.session
        if session is None:
            return
        session.desk.side.save()
        document = session.editor.document
        name = self.tr("{0} kopia").format(document.path.stem)
        path = self._ask_path(name, {".qpd": files.plan_files()})
        if path is None or path.resolve() == document.path:
            return

        def write(_progress: Progress) -> None:
            document.write_copy(path)

        words = self.tr("Skriver {0} …").format(path.name)
        self._run(write, words, lambda _: self._written(path))

    # ------------------------------------------------------------- steps

    def _looked_over(
        self, register: Register, report: "Report", suffix: str, found: object
    ) -> None:
        from qpdesk.gui.dialogs.readiness import ReadinessDialog  # noqa: PLC0415 - not at start
        from qpdesk.services.readiness import is_ready  # noqa: PLC0415 - not at start

        findings = cast("tuple[Finding, ...]", found)
        session = self._window.session
        if session is None:
            return
        if not is_ready(findings):
            icons = self._window.appearance.icons
            dialog = ReadinessDialog(findings, session.editor.register, icons, self._widget)
            if dialog.exec() != ReadinessDialog.DialogCode.Accepted:
                if (wanted := dialog.wanted) is not None:
                    self._window.show_item(wanted.id, wanted.field)
                return
        self._ask_and_write(register, report, suffix)

    def _ask_and_write(self, register: Register, report: "Report", suffix: str) -> None:
        plan = register[report.plan]
        part = title_of(register[report.area]) if report.area else report.unit
        names = (title_of(plan), part, files.report_name(report.kind.value, suffix))
        name = files.safe_name(" – ".join(filter(None, names)))
        path = self._ask_path(name, {suffix: files.filters()[suffix]})
        session = self._window.session
        if path is None or session is None:
            return
        job = _writing(register, report, path, suffix, self._profile(session))
        words = self.tr("Skriver {0} …").format(path.name)
        self._run(job, words, partial(self._reported, path))

    def _profile(self, session: Session) -> Path | None:
        from qpdesk.services.profiles import profile_folder  # noqa: PLC0415 - not at start

        return profile_folder(self._window.paths, session.editor.document.path)

    def _ask_path(self, name: str, kinds: dict[str, str]) -> Path | None:
        """Where a file is wanted, with one of these endings; None when the user thinks again."""
        from qpdesk.services.permission import allowed_folders  # noqa: PLC0415 - not at start

        first = next(iter(kinds))
        chosen, kind = QFileDialog.getSaveFileName(
            self._widget,
            self.tr("Exportera"),
            str(self._folder() / (name + first)),
            ";;".join(kinds.values()),
        )
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() not in kinds:
            wanted = next((suffix for suffix, words in kinds.items() if words == kind), first)
            path = path.with_name(path.name + wanted)
        if (folders := allowed_folders(path, self._window.paths)) is not None:
            QMessageBox.information(self._widget, "QPDesk", files.is_not_allowed(path, folders))
            return None
        return path

    def _reported(self, path: Path, missing: object) -> None:
        """Say that it is written, and which characters it could not show."""
        signs = " ".join(cast("tuple[str, ...]", missing))
        lacks = self.tr(" Typsnittet saknar tecken: {0}").format(signs) if signs else ""
        self._written(path, lacks)

    def _written(self, path: Path, lacks: str = "") -> None:
        self._window.memory.keep_text("out", str(path.parent))
        if self._window.session is not None:
            words = self.tr("{0} är skriven i {1}.").format(path.name, path.parent)
            self._window.session.desk.tell(words + lacks)


def _writing(
    register: Register, report: "Report", path: Path, suffix: str, profile: Path | None
) -> _Job:
    """The job that writes a file of some kind; it gives the characters that are not shown."""

    def write(progress: Progress) -> object:
        from qpdesk.services.exporting import (  # noqa: PLC0415 - not at start
            write_json,
            write_workbook,
        )
        from qpdesk.services.printing import (  # noqa: PLC0415 - not at start
            part_of,
            write_report,
            write_word,
        )

        match suffix:
            case ".pdf":
                return write_report(
                    register, report, path, progress=progress, profile=profile
                ).missing
            case ".docx":
                write_word(register, report, path, progress=progress, profile=profile)
            case ".xlsx":
                write_workbook(part_of(register, report), report.plan, path)
            case _:
                write_json(part_of(register, report), report.plan, path)
        return ()

    return write
