"""The one way a window changes anything: an edit, on the undo stack, into the document."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from qpdesk.domain.changes import Change, Edit
from qpdesk.domain.register import Register
from qpdesk.gui.words import messages
from qpdesk.services.errors import EditRefused, StoreError

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId
    from qpdesk.services.document import Document  # it loads the store; the first window must not
    from qpdesk.services.history import Step


class Editor(QObject):
    """Holds the document and its undo stack; turns changes and failures into signals."""

    about_to_act = Signal()
    """Something is about to be done, undone or redone."""
    about_to_change = Signal(object)
    """A ``Change`` is about to be made."""
    changed = Signal(object)
    """That ``Change`` has been made."""
    edited = Signal(object)
    """All changes of an ``Edit`` have been made, and are on disk."""
    disputed_changed = Signal(object)
    """The set of ids of items about which people have said different things."""
    failed = Signal(object)
    """An ``EditRefused`` or ``StoreError``: nothing was changed."""

    def __init__(self, document: "Document", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.undo_stack = QUndoStack(self)
        self.disputed: frozenset[NodeId] = frozenset()
        """Items about which people have said different things, until somebody decides."""
        self._last: Edit | None = None
        self._recalling = False
        self._deaf = document.listen(_Listener(self))

    @property
    def register(self) -> Register:
        """The register, to read."""
        return self.document.register

    def attempt(
        self,
        verb: Callable[..., Edit],
        *args: object,
        **kwargs: object,
    ) -> Edit | None:
        """Make an edit with a verb of ``domain.edits`` and do it.

        Returns what was done, or None when it was refused, failed, or there was nothing to do.
        """
        try:
            edit = verb(self.register, *args, **kwargs)
        except EditRefused as refusal:
            self.failed.emit(refusal)
            return None
        return edit if self.do(edit) else None

    def do(self, edit: Edit) -> bool:
        """Do an edit so that it can be undone; whether anything was done."""
        if not edit.changes:
            return False
        self.about_to_act.emit()
        command = _EditCommand(self, edit)
        self.undo_stack.push(command)
        return command.is_done

    def recall(self, steps: Iterable["Step"]) -> None:
        """Put on the undo stack what was done before the file was closed, the oldest first."""
        commands = [(_EditCommand(self, step.edit), step.is_undone) for step in steps]
        self._recalling = True
        for command, _ in commands:
            self.undo_stack.push(command)
        self.undo_stack.setIndex(sum(not is_undone for _, is_undone in commands))
        self._recalling = False

    def tell_disputed(self) -> None:
        """Look anew which items people say different things about."""
        try:
            found = frozenset(conflict.item for conflict in self.document.conflicts())
        except StoreError as error:
            self.failed.emit(error)
            return
        if found != self.disputed:
            self.disputed = found
            self.disputed_changed.emit(found)

    def step(self, *, back: bool) -> Edit | None:
        """Undo or redo one edit; what was done to the register, or None when nothing was."""
        self.about_to_act.emit()
        self._last = None
        (self.undo_stack.undo if back else self.undo_stack.redo)()
        return self._last

    def apply(self, edit: Edit, *, undo: bool = False) -> bool:
        """Apply an edit; on failure tell the windows and return False."""
        if self._recalling:
            return True  # the register is where these steps have led
        try:
            self.document.apply(edit, undo=undo)
        except (EditRefused, StoreError) as error:
            self.failed.emit(error)
            return False
        self._last = edit
        return True

    def let_go(self) -> None:
        """Hear no more of the document, before it is closed."""
        self._deaf()


class _Listener:
    """The document's listener; a QObject's signals cannot bear the protocol's method names."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    def about_to_change(self, change: Change) -> None:
        self._editor.about_to_change.emit(change)

    def changed(self, change: Change) -> None:
        self._editor.changed.emit(change)

    def edited(self, edit: Edit) -> None:
        self._editor.edited.emit(edit)


class _EditCommand(QUndoCommand):
    """An edit on the stack. Must never raise: Qt would keep a command that did nothing."""

    def __init__(self, editor: Editor, edit: Edit) -> None:
        super().__init__(messages.deed(edit))
        self._editor = editor
        self._edit = edit
        self.is_done = False

    @override
    def redo(self) -> None:
        self.is_done = self._editor.apply(self._edit)
        if not self.is_done:
            self.setObsolete(True)

    @override
    def undo(self) -> None:
        if not self._editor.apply(self._edit.inverse(), undo=True):
            self.setObsolete(True)
