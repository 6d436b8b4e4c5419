"""Brings the user's own file up to date soon after work rests, and says where the work is."""

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from qpdesk.gui.editor import Editor
from qpdesk.gui.tasks import Task
from qpdesk.gui.words import messages
from qpdesk.services.errors import ChangedElsewhere, StoreError

_REST = 3_000  # milliseconds after the last edit
_RETRY = 20_000


class Publisher(QObject):
    """Publishes the document when edits have rested, beside the window; keeps trying on failure."""

    told = Signal(str, bool)
    """Where the work is, in words, and whether all is well."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = editor.document
        self._task: Task | None = None
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.publish)
        editor.edited.connect(self._edited)

    def start(self) -> None:
        """Tell how things stand, and publish what an earlier session could not."""
        if self._document.is_published:
            self._tell_saved()
        else:
            self._timer.start(0)

    def publish(self) -> None:
        """Publish now, or right after the publishing that is on its way."""
        if self._task is not None:
            self._again = True
            return
        self._timer.stop()
        self._task = Task(lambda _progress: self._document.publish_ours(), self)
        self._task.succeeded.connect(self._succeeded)
        self._task.failed.connect(self._failed)
        self._task.start()

    def stop(self) -> None:
        """Start no more attempts, and wait for the one that is on its way."""
        self._timer.stop()
        if self._task is not None:
            self._task.wait()

    def _edited(self) -> None:
        # The working copy has it already: that is what "sparat" promises.
        self.told.emit(self.tr("Allt sparat"), True)
        self._timer.start(_REST)

    def _succeeded(self) -> None:
        self._task = None
        again, self._again = self._again, False
        if again:
            self.publish()
        elif self._document.is_published:
            self._tell_saved()
        elif not self._timer.isActive():
            self._timer.start(_REST)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if not isinstance(error, StoreError):
            raise error  # a fault of ours: to the log and the crash dialog
        if isinstance(error, ChangedElsewhere) and self._take_in_others():
            self.publish()
            return
        self.told.emit(messages.unpublished(error), False)
        again, self._again = self._again, False
        self._timer.start(0 if again else _RETRY)

    def _take_in_others(self) -> bool:
        """Show what others have published meanwhile; whether it could be read."""
        try:
            self._document.join()
        except StoreError:
            return False
        return True

    def _tell_saved(self) -> None:
        clock = QTime.currentTime().toString("HH:mm")
        self.told.emit(self.tr("Allt sparat {0}").format(clock), True)
