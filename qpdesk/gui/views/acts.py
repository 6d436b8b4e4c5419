"""What the user does to the chosen items: the verbs that menus, keys and clicks call."""

from PySide6.QtCore import QObject, Qt

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Kind, Measure, Status, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.gui.views import new_items
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import messages, places, terms


class Acts(QObject):
    """Makes edits of what is chosen on the desk, and sees to what is chosen afterwards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def add(self, kind: Kind) -> None:
        """Add an item of a kind where it fits from the current one, and name it."""
        if self._desk.plan is None:
            return
        current = self._desk.tree.current_id()
        place = new_items.place_for(self._desk.editor.register, kind, self._desk.plan, current)
        if place is not None:
            self._add(kind, *place)

    def add_sibling(self) -> None:
        """Add an item like the current one right after it."""
        node = self._desk.current()
        if node is None:
            self.add(self._desk.outlines.outline.tops[0])
        elif node.place.parent is not None:
            self._add(kind_of(node), node.place.parent, node.id)

    def add_child(self, kind: Kind) -> None:
        """Add an item of a kind last under the current one."""
        node = self._desk.current()
        if node is not None:
            self._add(kind, node.id, None)

    def add_plan(self) -> None:
        """Add a plan to the file."""
        title = terms.new_titles()[Kind.PLAN]
        edit = self._desk.editor.attempt(edits.add, Kind.PLAN, None, title=title)
        if edit is not None:
            self._desk.show_plan(edits.added(edit).id)
            self._desk.show_plan_fields()

    def delete(self) -> None:
        """Take away what is selected, with all below it."""
        chosen = self._desk.selected_ids()
        heir = self._heir(set(chosen))
        edit = self._desk.editor.attempt(edits.delete, chosen)
        if edit is not None:
            if heir is not None:
                self._desk.tree.go_to(heir)
            self._desk.tell(messages.done(edit))

    def set_status(self, status: Status) -> None:
        """Give every selected measure a status."""
        chosen = self._desk.selected_ids()
        if not any(isinstance(self._desk.editor.register[node_id], Measure) for node_id in chosen):
            self._desk.tell(self.tr("Markera en eller flera åtgärder först: bara de har status."))
            return
        self._told(self._desk.editor.attempt(edits.set_status, chosen, status))

    def cycle_status(self, node_id: NodeId | None = None) -> None:
        """Move the selected measures (or the one given) on to the next status."""
        ids = self._desk.selected_ids() if node_id is None else [node_id]
        self._told(self._desk.editor.attempt(edits.cycle_status, ids))

    def shift(self, verb: str) -> None:
        """Move what is selected: up, down, in or out."""
        verbs = {
            "up": edits.move_up,
            "down": edits.move_down,
            "in": edits.move_in,
            "out": edits.move_out,
        }
        refusal = self._cannot_shift(verb)
        if refusal:
            self._desk.tell(refusal)
            return
        chosen = self._desk.selected_ids()
        edit = self._desk.editor.attempt(verbs[verb], chosen)
        if edit is not None:
            for node_id in chosen:
                self._desk.tree.expand(self._desk.tree.plan_model.index_of(node_id).parent())
            self._desk.tree.scrollTo(self._desk.tree.currentIndex())
            self._desk.tell(messages.done(edit))

    def indent(self, out: bool) -> None:
        """Move the row that is being typed in or out, and go on typing."""
        self.shift("out" if out else "in")
        self._desk.tree.type_anew()

    def rename(self) -> None:
        """Edit the current item in its row, or in the form when its name has many lines."""
        if not self._desk.tree.edit_current():
            self._focus_first_field()

    def _cannot_shift(self, verb: str) -> str:
        """Why nothing can be moved that way now, or ""."""
        if self._desk.locked:
            return places.locked()
        if verb in {"up", "down"} and self._desk.sorted_by:
            return places.sorted_otherwise(self._desk.sorted_by)
        return ""

    def _told(self, edit: Edit | None) -> None:
        if edit is not None:
            self._desk.tell(messages.done(edit))

    def _add(self, kind: Kind, parent: NodeId, after: NodeId | None) -> None:
        register = self._desk.editor.register
        values = new_items.first_values(register, kind, register.plan_of(parent))
        edit = self._desk.editor.attempt(edits.add, kind, parent, after=after, **values)
        if edit is None:
            return
        self._desk.reveal(edits.added(edit).id)
        self._desk.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._desk.tree.type_anew():
            self._focus_first_field()

    def _focus_first_field(self) -> None:
        form = self._desk.details.form
        if form is not None:
            next(iter(form.editors.values())).widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _heir(self, doomed: set[NodeId]) -> NodeId | None:
        """Who gets the focus when these are gone: the next row, the one before, the one above."""
        register = self._desk.editor.register
        node = self._desk.current()
        while node is not None and node.place.parent in doomed:
            node = register.get(node.place.parent)
        if node is None or node.place.parent is None:
            return None
        siblings = [other.id for other in register.children(node.place.parent)]
        row = siblings.index(node.id)
        staying = [s for s in (*siblings[row:], *reversed(siblings[:row])) if s not in doomed]
        shown = [s for s in staying if self._desk.tree.plan_model.index_of(s).isValid()]
        return (shown or [node.place.parent])[0]
