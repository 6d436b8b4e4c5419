"""The kept versions of the file: from when, by whom, what going back would change; and back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.domain.changes import Edit
from qpdesk.domain.comparison import Difference, Way, compared
from qpdesk.domain.nodes import kind_of
from qpdesk.gui.dialogs.difference_text import DifferenceText
from qpdesk.gui.dialogs.joinery import button, foot, sentence, stacked
from qpdesk.gui.dialogs.lines import Lines
from qpdesk.gui.editor import Editor
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.tasks import Progress, Task
from qpdesk.gui.words import files, messages, past, versions
from qpdesk.services.errors import Damaged, StoreError
from qpdesk.services.history import Backup, Glance

_REST = 150  # milliseconds on a line before it is compared
_MOST = 500  # lines of a comparison that are shown
_BOUND = 3.0  # seconds that closing waits for what is being written
_Job = tuple[Callable[[], object], Callable[[object], None]]


class BackupsDialog(QDialog):
    """Stays beside the window; everything is read beside it. Going back is a new edit."""

    told = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._backups: list[Backup] = []
        self._aside: set[Path] = set()
        self._unread: list[int] = []
        self._task: Task | None = None
        self._next: _Job | None = None
        self._edit: Edit | None = None
        self._differences: list[Difference] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._compare)
        self.setWindowTitle(self.tr("Säkerhetskopior"))
        answer_f1(self, "backups")
        self._build()
        self.read()
        editor.edited.connect(self._forget_comparison)

    def read(self) -> None:
        """Show what is kept now."""
        document = self._editor.document
        aside = document.set_aside()
        self._aside = {backup.path for backup in aside}
        found = [*document.backups(), *aside]
        self._backups = sorted(found, key=lambda backup: backup.at, reverse=True)
        rows = enumerate(self._backups)
        self._unread = [row for row, backup in rows if backup.path not in self._aside]
        self.list.show_lines(map(self._line, self._backups))
        if not self._backups:
            self.said.setText(self.tr("Inga säkerhetskopior ännu: filen har aldrig ersatts."))
        self._choose()

    def chosen(self) -> Backup | None:
        """The version that is chosen."""
        return self._backups[self.list.row] if self.list.row >= 0 else None

    def restore(self) -> None:
        """Go back to the chosen version, as one new edit."""
        if self._edit is not None and self._editor.do(self._edit):
            self._tell(self.tr("Återställt. Ångra med Ctrl+Z; inget har tagits bort för gott."))

    def write_out(self) -> None:
        """Write the chosen version as a file of its own."""
        backup = self.chosen()
        if backup is None:
            return
        document = self._editor.document
        day = QDateTime.fromSecsSinceEpoch(int(backup.at.timestamp())).toString("yyyy-MM-dd HHmm")
        name = str(document.path.with_name(f"{document.path.stem} {day}.qpd"))
        kinds = files.plan_files()
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Spara som egen fil"), name, kinds)
        if not chosen:
            return
        path = Path(chosen).with_suffix(".qpd")
        if path.resolve() == document.path:
            self._tell(self.tr("Välj ett annat namn: den öppna filen skrivs inte över."))
            return
        job = partial(document.write_out, backup, path)
        self._run(job, lambda _: self._tell(self.tr("{0} är skriven.").format(path.name)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._rest.stop()
        self._unread.clear()
        self._next = None
        if self._task is not None:
            self._task.wait(_BOUND)  # what writes to a share may never end
        super().closeEvent(event)

    # ------------------------------------------------------------- beside the window

    def _run(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        """One thing at a time; what was asked for last meanwhile comes right after."""
        if self._task is not None:
            self._next = job, then
            return

        def work(_progress: Progress) -> object:
            return job()

        self._task = Task(work, self)
        self._task.succeeded.connect(then)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._ended)
        self._task.start()

    def _ended(self) -> None:
        self._task = None
        following, self._next = self._next, None
        if following is not None:
            self._run(*following)
        elif self._unread:
            self._read_next()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        self._tell(versions.unreadable() if isinstance(error, Damaged) else messages.trouble(error))

    def _read_next(self) -> None:
        """Who worked last in the next version of the list: each must be opened for that."""
        row = self._unread.pop(0)
        backup = self._backups[row]

        def look() -> object:
            try:
                return self._editor.document.glance(backup)
            except StoreError:
                return None

        self._run(look, partial(self._show_glance, row))

    def _show_glance(self, row: int, glance: object) -> None:
        line = self.list.topLevelItem(row)
        if line is None:
            return
        if glance is None:
            line.setText(1, self.tr("Skadad"))
            line.setText(2, "–")
            return
        seen = cast("Glance", glance)
        line.setText(1, past.who(seen.who))
        line.setText(2, messages.posts(seen.items))

    # ------------------------------------------------------------- what would change

    def _choose(self) -> None:
        """Another version is chosen: compare it when the choice has rested."""
        self._show(None)
        backup = self.chosen()
        self._save.setEnabled(backup is not None)
        if backup is None:
            return
        if backup.path in self._aside:
            self._rest.stop()
            self.said.setText(versions.aside())
            return
        self.said.setText(self.tr("Jämför …"))
        self._rest.start()

    def _compare(self) -> None:
        backup = self.chosen()
        if backup is None:
            return
        job = partial(self._editor.document.compare, backup)
        self._run(job, partial(self._compared, backup))

    def _compared(self, backup: Backup, edit: object) -> None:
        if backup == self.chosen():
            self._show(cast("Edit", edit))

    def _forget_comparison(self) -> None:
        """The plan is another now, so something else would change."""
        self._choose()

    def _show(self, edit: Edit | None) -> None:
        self._edit = edit if edit is not None and edit.changes else None
        self._differences = [] if edit is None else list(compared(edit))
        self._restore.setEnabled(self._edit is not None)
        self.said.setText("" if edit is None else self._said())
        shown = self._differences[:_MOST]
        self.changes.show_lines((versions.what(each), versions.named(each.node)) for each in shown)
        self._show_difference()

    def _said(self) -> str:
        words = versions.summary(self._differences)
        more = len(self._differences) - _MOST
        if more > 0:
            words += " " + self.tr("De första {0} visas.").format(_MOST)
        return words

    def _show_difference(self) -> None:
        if self.changes.row < 0:
            self.text.show_words("")
            return
        difference = self._differences[self.changes.row]
        if difference.way is not Way.CHANGES:
            self.text.show_words(f"{versions.what(difference)}: {versions.named(difference.node)}")
            return
        kind = kind_of(difference.node)
        values = (difference.before, difference.after)
        before, after = (past.value(kind, difference.field, value) for value in values)
        self.text.show_difference(before, after)

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.told.emit(words)

    # ------------------------------------------------------------- the parts

    def _line(self, backup: Backup) -> tuple[str, ...]:
        replaced, aside = versions.kinds()
        kind = aside if backup.path in self._aside else replaced
        when = past.when(backup.at.isoformat())
        unread = "–" if backup.path in self._aside else "…"
        return (when, unread, unread, versions.size(backup.size), kind)

    def _build(self) -> None:
        fit(self, 130, 38)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        words = self.tr(
            "Varje gång filen ersätts sparas den förra här på datorn. Välj en version för att se"
            " vad som skulle ändras om du gick tillbaka till den."
        )
        column.addWidget(sentence(words, self))
        self.text = DifferenceText(self)
        heads = (self.tr("Ersattes"), self.tr("Av"), self.tr("Innehåll"), self.tr("Storlek"))
        name = self.tr("Versioner, den senaste först")
        self.list = Lines(name, (*heads, self.tr("Slag")), (22, None, 16, 14, 20), self)
        self.list.currentItemChanged.connect(self._choose)
        name = self.tr("Vad som skulle ändras")
        self.changes = Lines(name, (self.tr("Vad"), self.tr("Post")), (38, None), self)
        self.changes.currentItemChanged.connect(self._show_difference)
        split = stacked((self.list, self.changes, self.text), self)
        split.setSizes([180, 170, 90])
        column.addWidget(split, 1)
        column.addLayout(self._foot())
        self.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        self.said = sentence("", self)
        self._restore = button(self.tr("&Återställ allt till denna"), self.restore, self)
        self._save = button(self.tr("Spara som &egen fil…"), self.write_out, self)
        close = button(self.tr("&Stäng"), self.close, self)
        return foot(self.said, (self._restore, self._save, close))
