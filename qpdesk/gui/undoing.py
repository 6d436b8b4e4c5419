"""Undo and redo, as far back as the file's log goes: today's steps and those of earlier days."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from qpdesk.gui.menus import Actions
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import messages
from qpdesk.services.errors import StoreError

log = logging.getLogger(__name__)

_SEEN = 300  # milliseconds in which an opened plan is drawn, also on a slow computer
_STEPS = 500  # of earlier days that are read at a time


class Undoing(QObject):
    """Binds the undo stack to its two actions, and fills it from the log."""

    def __init__(self, desk: Desk, deeds: Actions) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._deeds = deeds
        self._reached_bottom = False
        self._recall = QTimer(self)
        self._recall.setSingleShot(True)
        self._recall.timeout.connect(self._recall_steps)
        self._editor.about_to_act.connect(self._recall_first)
        self._editor.undo_stack.indexChanged.connect(self.show)

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The two actions, by name."""
        return {"undo": partial(self._step, back=True), "redo": partial(self._step, back=False)}

    def begin(self) -> None:
        """Say what can be undone; what earlier days did is read when the plan has been drawn."""
        self._recall.start(_SEEN)
        self.show()

    def end(self) -> None:
        """Let go of the actions."""
        self._recall.stop()
        self._editor.undo_stack.indexChanged.disconnect(self.show)

    def show(self) -> None:
        """Let the two actions say what they would undo and redo, if anything.

        As long as that is not known they can be done: whoever is quick has the steps read at once.
        """
        stack, is_known = self._editor.undo_stack, not self._recall.isActive()
        for name, plain, can, word in (
            ("undo", self.tr("&Ångra"), stack.canUndo(), stack.undoText()),
            ("redo", self.tr("&Gör om"), stack.canRedo(), stack.redoText()),
        ):
            action = self._deeds[name]
            short = action.iconText()  # the menu's text may change, the toolbar's width may not
            action.setText(f"{plain} {word}".strip())
            action.setIconText(short)
            action.setEnabled(can or not is_known)

    def _step(self, *, back: bool) -> None:
        """Undo or redo, and show where it happened."""
        self._desk.side.save()
        edit = self._editor.step(back=back)
        if back and not self._editor.undo_stack.canUndo():
            self._recall_earlier()
        if edit is not None:
            self._desk.show_edit(edit)
            self._desk.tell(messages.undone(edit) if back else messages.redone(edit))

    def _recall_first(self) -> None:
        """Whoever acts before the plan has been drawn finds the earlier steps too."""
        if self._recall.isActive():
            self._recall.stop()
            self._recall_steps()

    def _recall_steps(self) -> None:
        """Make what was done before the file was closed undoable again."""
        if self._editor.undo_stack.count():
            return
        try:
            self._editor.recall(self._editor.document.steps(_STEPS))
        except StoreError as error:  # undo begins with today then
            log.warning("earlier steps cannot be read: %s", type(error).__name__)
        self.show()

    def _recall_earlier(self) -> None:
        """Read on in the log where the steps on the stack begin: undo has no bottom but the file's.

        What has been undone is read again too, so that it can be redone as before.
        """
        if self._reached_bottom:
            return
        try:
            steps = self._editor.document.steps(_STEPS)
        except StoreError as error:
            log.warning("earlier steps cannot be read: %s", type(error).__name__)
            return
        self._reached_bottom = all(step.is_undone for step in steps)
        if not self._reached_bottom:
            self._editor.undo_stack.clear()
            self._editor.recall(steps)
