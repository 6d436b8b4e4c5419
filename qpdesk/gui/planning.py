"""What is done with whole plans: begun, carried into next year, copied, led on, taken away."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from qpdesk.domain import edits
from qpdesk.domain.nodes import Plan
from qpdesk.domain.order import NodeId
from qpdesk.domain.plans import NEXT_STATE, Begun, duplicate
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import plans
from qpdesk.services.errors import EditRefused

if TYPE_CHECKING:
    from qpdesk.domain.changes import Edit


class Planning(QObject):
    """Makes edits of the plans of an open file, each one undoable."""

    to_read_again = Signal(object, str)
    """Ids of items in a new plan with years in their texts, and what they have in common."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = window

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The actions about plans, by name."""
        return {
            "new_plan": self.ask_new,
            "new_year": lambda: self._ask(self._desk.plan, is_year=True),
        }

    def do(self, deed: str, plan: NodeId | None) -> None:
        """Do something with one of the file's plans: what the list of plans asks for."""
        verbs: dict[str, Callable[[], object]] = {
            "new": self.ask_new,
            "year": lambda: self._ask(plan, is_year=True),
            "copy": partial(self._with_plan, plan, self.copy),
            "step": partial(self._with_plan, plan, self.lead_on),
            "remove": partial(self._with_plan, plan, self.remove),
        }
        verbs[deed]()

    def ask_new(self) -> bool:
        """Ask what a new plan begins with, and make it; whether it was made."""
        return self._ask(self._desk.plan, is_year=False)

    def copy(self, plan: Plan) -> None:
        """Make a copy that is a draft."""
        taken = [each.title for each in self._plans()]
        edit = self._desk.editor.attempt(duplicate, plan.id, plans.title_of_copy(plan, taken))
        if edit is not None:
            self._desk.show_plan(edits.added(edit).id)
            self._desk.tell(self.tr("Planen är kopierad. Ångra med Ctrl+Z."))

    def lead_on(self, plan: Plan) -> None:
        """Give a plan its next state."""
        state = NEXT_STATE[plan.state]
        if self._desk.editor.attempt(edits.change, [plan.id], "state", state.value) is not None:
            now = self._desk.editor.register[plan.id]
            if isinstance(now, Plan):
                self._desk.tell(plans.stepped(now))

    def remove(self, plan: Plan) -> None:
        """Put a plan in the wastebasket, with all that stands in it."""
        if self._desk.editor.attempt(edits.delete, [plan.id]) is not None:
            self._desk.tell(
                self.tr("{0} ligger i papperskorgen. Ångra med Ctrl+Z.").format(plan.title)
            )

    # ------------------------------------------------------------- inside

    def _plans(self) -> list[Plan]:
        nodes = self._desk.editor.register.children()
        return [node for node in nodes if isinstance(node, Plan)]

    def _with_plan(self, plan_id: NodeId | None, verb: Callable[[Plan], None]) -> None:
        self._desk.side.save()
        plan = None if plan_id is None else self._desk.editor.register.get(plan_id)
        if isinstance(plan, Plan):
            verb(plan)

    def _ask(self, source: NodeId | None, *, is_year: bool) -> bool:
        from qpdesk.gui.dialogs.new_plan import NewPlanDialog  # noqa: PLC0415 - not at start

        self._desk.side.save()
        dialog = NewPlanDialog(self._desk.editor.register, source, self._window)
        if is_year:
            dialog.begin_year()
        done = dialog.exec() == QDialog.DialogCode.Accepted and self._make(dialog.made)
        dialog.deleteLater()
        return done

    def _make(self, made: "Callable[[Callable[..., Edit]], Begun]") -> bool:
        from qpdesk.services.templates import (  # noqa: PLC0415 - not at start
            MANAGEMENT_SYSTEM,
            plan_edit,
        )

        editor = self._desk.editor
        try:
            begun = made(partial(plan_edit, editor.register, MANAGEMENT_SYSTEM))
        except EditRefused as refusal:
            editor.failed.emit(refusal)
            return False
        if not editor.do(begun.edit):
            return False
        self._desk.show_plan(edits.added(begun.edit).id)
        if begun.findings:
            ids = list(dict.fromkeys(found.id for found in begun.findings))
            self.to_read_again.emit(ids, self.tr("Årtal att se över"))
        else:
            self._desk.show_plan_fields()
        return True
