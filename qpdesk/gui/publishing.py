"""Brings the user's file up to date soon after work rests, and takes in what others put there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from qpdesk.gui.editor import Editor
from qpdesk.gui.tasks import Progress, Task
from qpdesk.gui.words import standing
from qpdesk.services.errors import ChangedElsewhere, StoreError

_REST = 3_000  # milliseconds after the last edit
_RETRY = 20_000
_LOOK = 30_000  # between looks at what others do; watchers do not work on shares
_MOMENT = 300
_SLICE = 100  # changes of others that are shown in one frame
_PATIENCE = 4_000  # then the user is told that it is the file's place that takes its time


class Publisher(QObject):
    """Publishes and joins beside the window, one thing at a time; keeps trying on failure."""

    told = Signal(str, bool)
    """Where the work is, in words, and whether all is well."""
    troubled = Signal(object)
    """The ``StoreError`` that keeps the file from being written; None when that is over."""
    joined = Signal(object)
    """The list of ``Event`` that others had done and that now are here."""
    copy_refused = Signal(object)
    """The ``StoreError`` that kept a copy of the file from being joined."""
    put_back = Signal()
    """The file was gone, and has been written anew."""
    looked = Signal()
    """It is known anew who else has the file open."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = editor.document
        self.task: Task | None = None
        """What is on its way."""
        self._again = False
        self._trouble: StoreError | None = None
        self._timer = self._made_timer(self.publish)
        self._look_timer = self._made_timer(self.look)
        self._showing = self._made_timer(self._show_joined)
        self._events: object = []
        self._patience = self._made_timer(self._tell_waiting)
        self._patience.setInterval(_PATIENCE)
        editor.edited.connect(self._edited)

    @property
    def trouble(self) -> StoreError | None:
        """What keeps the file from being written now."""
        return self._trouble

    def start(self) -> None:
        """Tell how things stand, publish what an earlier session could not, and look out."""
        self._look_timer.start(_LOOK)
        if self._document.is_for_reading:
            self.told.emit(standing.for_reading(), True)
        elif self._document.is_published:
            self._tell_saved()
        else:
            self._timer.start(0)

    def publish(self) -> None:
        """Publish now, or right after what is on its way."""
        if self._document.is_for_reading:
            self.look()
        elif self.task is not None:
            self._again = True
        else:
            self._timer.stop()
            self._patience.start()
            self._run(self._document.publish_ours, self._published)

    def put_back_now(self) -> None:
        """Put our work in the place of whatever stands there, as the user has said."""
        if self.task is None:
            self._run(self._document.put_back, self._published)
        else:
            QTimer.singleShot(_MOMENT, self, self.put_back_now)

    def take_in_copy(self, other: Path) -> None:
        """Join what a copy of the file has, or tell why not by ``copy_refused``."""
        if self.task is None:
            take_in = partial(self._document.take_in_copy, other)
            self._run(take_in, self._taken_in, self._refused)
        else:
            QTimer.singleShot(_MOMENT, self, partial(self.take_in_copy, other))

    def look(self) -> None:
        """See whether others have published, and who they are."""
        if self.task is None:
            self._run(self._document.look, self._seen)

    def stop(self) -> None:
        """Start no more attempts, and hear no more of the one that is on its way."""
        for timer in (self._timer, self._look_timer, self._patience, self._showing):
            timer.stop()
        if self.task is not None:
            for signal in (self.task.succeeded, self.task.failed):
                signal.disconnect()

    # ------------------------------------------------------------- beside the window

    def _made_timer(self, ring: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(ring)
        return timer

    def _run(
        self,
        job: Callable[[], object],
        then: Callable[[object], None],
        failed: Callable[[object], None] | None = None,
    ) -> None:
        def work(_progress: Progress) -> object:
            return job()

        self.task = Task(work, self)
        self.task.succeeded.connect(lambda result: self._ended(then, result))
        self.task.failed.connect(lambda error: self._ended(failed or self._failed, error))
        self.task.start()

    def _ended(self, then: Callable[[object], None], result: object) -> None:
        self.task = None
        self._patience.stop()
        then(result)

    def _edited(self) -> None:
        # The working copy has it already: that is what "sparat" promises.
        if self._trouble is None:
            self.told.emit(self.tr("Allt sparat"), True)
        self._timer.start(_REST)

    def _published(self, outcome: object) -> None:
        if self._trouble is not None:
            self._trouble = None
            self.troubled.emit(None)
        if getattr(outcome, "name", "") == "PUT_BACK":
            self.put_back.emit()
        again, self._again = self._again, False
        if again:
            self.publish()
        elif self._document.is_published:
            self._tell_saved()
        elif not self._timer.isActive():
            self._timer.start(_REST)

    def _seen(self, has_changed: object) -> None:
        self.looked.emit()
        self._look_timer.start(_LOOK)
        if has_changed:
            self._take_in()
        elif self._again:
            self._again = False
            self.publish()

    def _take_in(self) -> None:
        self._run(self._document.take_in, self._taken_in)

    def _taken_in(self, events: object) -> None:
        self._events = events
        self._show_joined()

    def _show_joined(self) -> None:
        """Show what others did, some at a time so that no frame waits; write what both come to."""
        if self._document.show_joined(_SLICE):
            self._showing.start(0)
            return
        if self._events:
            self.joined.emit(self._events)
        self.publish()

    def _refused(self, error: object) -> None:
        if not isinstance(error, StoreError):
            raise cast("Exception", error)
        self.copy_refused.emit(error)

    def _failed(self, error: object) -> None:
        if not isinstance(error, StoreError):
            raise cast("Exception", error)  # a fault of ours: to the log and the crash dialog
        if isinstance(error, ChangedElsewhere):
            self._take_in()
            return
        self._look_timer.start(_LOOK)
        if not self._document.is_for_reading:
            self._trouble = error
            self.told.emit(standing.unpublished(error), False)
            self.troubled.emit(error)
            again, self._again = self._again, False
            self._timer.start(0 if again else _RETRY)

    # ------------------------------------------------------------- words

    def _tell_saved(self) -> None:
        if self._document.is_for_reading:
            self.told.emit(standing.for_reading(), True)
            return
        clock = QTime.currentTime().toString("HH:mm")
        self.told.emit(self.tr("Allt sparat {0}").format(clock), True)

    def _tell_waiting(self) -> None:
        if self._trouble is None:
            self.told.emit(standing.waiting(), True)
