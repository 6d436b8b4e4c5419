"""Spelling in an open file: on or off, the next misspelt word, the user's own words."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from qpdesk.domain.nodes import Plan
from qpdesk.domain.spelling import words
from qpdesk.gui.looks.spelling import Spelling
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.views.desk import Desk


class Proofs(QObject):
    """Carries out what the menus say about spelling."""

    def __init__(self, desk: Desk, deeds: Actions, spelling: Spelling, window: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._deeds = deeds
        self._spelling = spelling
        self._window = window

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The actions about spelling, by name."""
        return {
            "spelling": self.switch,
            "misspelling": self.go_to_next,
            "own_words": self.show_own_words,
        }

    def begin(self, memory: Memory) -> None:
        """Be on unless the user has turned it off."""
        self._spelling.begin(memory.folder, on=memory.text("spelling") != "off")
        plans = (node for node in self._desk.editor.register.children() if isinstance(node, Plan))
        own = (f"{plan.municipality} {plan.committee} {plan.department}" for plan in plans)
        self._spelling.accept(word for text in own for _, word in words(text))
        self._spelling.failed.connect(self._not_written)
        self._deeds["spelling"].setChecked(self._spelling.is_on)

    def end(self, memory: Memory) -> None:
        """Remember whether it is on."""
        memory.keep_text("spelling", "on" if self._deeds["spelling"].isChecked() else "off")
        self._spelling.failed.disconnect(self._not_written)

    def switch(self) -> None:
        """Turn it on or off, as the menu says now."""
        is_on = self._deeds["spelling"].isChecked()
        self._spelling.switch(on=is_on)
        words = self.tr("Stavningskontrollen är på.")
        self._desk.tell(words if is_on else self.tr("Stavningskontrollen är av."))

    def go_to_next(self) -> None:
        """Select the next misspelt word of the text that has the focus, and say it."""
        from qpdesk.gui.looks.proofreader import Proofreader  # noqa: PLC0415 - not at start

        proof = getattr(QApplication.focusWidget(), "proof", None)
        if isinstance(proof, Proofreader):
            self._desk.tell(proof.go_to_next())
        else:
            self._desk.tell(self.tr("Ställ markören i en text först."))

    def show_own_words(self) -> None:
        """Show the words that the user has added."""
        from qpdesk.gui.dialogs.own_words import OwnWordsDialog  # noqa: PLC0415 - not at start

        OwnWordsDialog(self._spelling, self._window).exec()

    def _not_written(self, word: str) -> None:
        told = self.tr("”{0}” gäller tills QPDesk stängs, men ordlistan kunde inte sparas.")
        self._desk.tell(told.format(word))
