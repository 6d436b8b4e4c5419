"""Makes a document anew when the plan has changed, beside the window, of the plan as it is then."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from qpdesk.gui.editor import Editor
from qpdesk.gui.tasks import Progress, Task
from qpdesk.services.printing import Report

if TYPE_CHECKING:
    from qpdesk.services.proofs import Draft

_REST = 500  # milliseconds from the last edit until the document is made
_PATIENCE = 300  # milliseconds of work that are not worth a word


class ProofMaker(QObject):
    """One document at a time; one that is asked for meanwhile is made when that has stopped.

    Args:
        editor: The plan's.
        profile: The folder of the municipality's own look, if it has one.
        parent: The view that shows the document; while it is hidden, nothing is made.
    """

    made = Signal(object, object)
    """A ``Report`` and its ``Draft``."""
    failed = Signal(object)
    """What went wrong; it is tried again after the next edit."""
    changed = Signal()
    """Work has begun, is taking long or has ended, or the document has become older."""

    def __init__(self, editor: Editor, profile: Callable[[], Path | None], parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._profile = profile
        self._wanted: Report | None = None
        self._task: Task | None = None
        self._is_next = False
        self.follows = True
        self.is_seen = False
        self.is_stale = True
        self._rest, self._patience = QTimer(self), QTimer(self)
        for timer, length in ((self._rest, _REST), (self._patience, _PATIENCE)):
            timer.setSingleShot(True)
            timer.setInterval(length)
        self._rest.timeout.connect(self._renew)
        self._patience.timeout.connect(self.changed)
        editor.edited.connect(self._edited)

    @property
    def is_working(self) -> bool:
        """Whether a document is being made."""
        return self._task is not None

    @property
    def is_slow(self) -> bool:
        """Whether it is being made, and has been for a while."""
        return self._task is not None and not self._patience.isActive()

    def want(self, report: Report) -> None:
        """Make a document now."""
        self._wanted = report
        self._rest.stop()
        if self._task is None:
            self._begin(report)
        else:
            self._is_next = True
            self._task.cancel()

    def cancel(self) -> None:
        """Stop, and follow no more; the old pages stay."""
        self.follows = False
        self._is_next = False
        self.is_stale = True
        if self._task is not None:
            self._task.cancel()

    def end(self) -> None:
        """Stop for good."""
        self._rest.stop()
        self._patience.stop()
        self._is_next = False
        if self._task is not None:
            self._task.cancel()
            self._task.wait()

    # ------------------------------------------------------------- work

    def _edited(self) -> None:
        self.is_stale = True
        if self.follows and self.is_seen:
            self._rest.start()
        self.changed.emit()

    def _renew(self) -> None:
        if self._wanted is not None and self._wanted.plan in self._editor.register:
            self.want(self._wanted)

    def _begin(self, report: Report) -> None:
        register, profile = self._editor.register.snapshot(), self._profile()

        def work(progress: Progress) -> object:
            from qpdesk.services.proofs import draft  # noqa: PLC0415 - loads PDFium, not here

            return report, draft(register, report, progress=progress, profile=profile)

        self.is_stale = False
        self._task = Task(work, self)
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self._fail)
        self._task.finished.connect(self._ended)
        self._task.start()
        self._patience.start()
        self.changed.emit()

    def _succeeded(self, found: object) -> None:
        report, made = cast("tuple[Report, Draft]", found)
        if report == self._wanted and not self._is_next:
            self.made.emit(report, made)

    def _fail(self, error: Exception) -> None:
        self.is_stale = True
        self.failed.emit(error)

    def _ended(self) -> None:
        self._task = None
        self._patience.stop()
        if self._is_next and self._wanted is not None:
            self._is_next = False
            self._begin(self._wanted)
        self.changed.emit()
