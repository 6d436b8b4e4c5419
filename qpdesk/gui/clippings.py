"""Cut, copy and paste: branches within the program, tables from and for Word and Excel."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from qpdesk.domain import branches as domain
from qpdesk.domain.branches import Branches
from qpdesk.domain.changes import Added, Edit
from qpdesk.domain.errors import EditRefused
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.placing import Target
from qpdesk.gui.dialogs.paste_preview import PastePreview, Placed
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views import new_items
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.words import messages, pasting, places
from qpdesk.services import clipping
from qpdesk.services.clipping import ImportFailed, Pasted

_NATURAL = {Kind.AREA: Kind.RISK, Kind.RISK: Kind.MEASURE, Kind.CONTROL: Kind.MEASURE}
"""What lines without column heads become, seen from the item that has the focus."""


class Clippings(QObject):
    """What the window's clipboard keys do to the rows; in a text field they are the field's."""

    def __init__(self, desk: Desk, appearance: Appearance, window: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._appearance = appearance
        self._window = window
        self._cut: tuple[str, list[NodeId]] | None = None
        self._kinds: tuple[bytes, frozenset[Kind]] = (b"", frozenset())
        self.ask: Callable[[PastePreview], bool] = lambda preview: bool(preview.exec())

    def verbs(self) -> dict[str, Callable[[], object]]:
        """The actions that deal with the clipboard, by name."""
        return {
            "cut": partial(self._do, "cut", self.cut),
            "copy": partial(self._do, "copy", self.copy),
            "paste": partial(self._do, "paste", self.paste),
        }

    def _do(self, name: str, ours: Callable[[], object]) -> None:
        """A menu may be opened while one types: then it means the text."""
        own = getattr(QApplication.focusWidget(), name, None)
        if callable(own):
            own()
        elif self._desk.isVisibleTo(self._window):
            ours()

    # ------------------------------------------------------------- out

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if chosen := self._chosen():
            count, _ = self._send(chosen)
            self._forget_cut()
            self._desk.tell(pasting.copied(count))

    def cut(self) -> None:
        """Put what is selected on the clipboard, to be moved by the next paste."""
        if chosen := self._chosen():
            count, mark = self._send(chosen)
            self._forget_cut()
            self._cut = (mark, chosen)
            self._desk.tree.plan_model.show_cut(chosen)
            self._desk.tell(pasting.cut(count))

    def mime(self, node_ids: list[NodeId]) -> QMimeData:
        """Branches as other windows and programs take them."""
        return self._packed(node_ids)[0]

    def _packed(self, node_ids: list[NodeId]) -> tuple[QMimeData, str]:
        clip = clipping.clip(self._desk.editor.register, node_ids, self._desk.narrowing.kept)
        data = QMimeData()
        data.setData(clipping.MIME, clip.own)
        data.setHtml(clip.html)
        data.setText(clip.text)
        return data, clip.mark

    def kinds_in(self, data: QMimeData) -> frozenset[Kind]:
        """The kinds of the branches that another window sends; none when it is something else."""
        own = bytes(data.data(clipping.MIME).data())
        if self._kinds[0] != own:  # asked at every move of a mouse, read once
            try:
                found = clipping.read_branches(own).branches.kinds
            except (ImportFailed, EditRefused):
                found = frozenset()
            self._kinds = (own, found)
        return self._kinds[1]

    def paste_at(self, data: QMimeData, target: Target) -> None:
        """Put copies of such branches at a place."""
        self._paste_branches(bytes(data.data(clipping.MIME).data()), lambda _kinds: target)

    def _send(self, node_ids: list[NodeId]) -> tuple[int, str]:
        data, mark = self._packed(node_ids)
        QGuiApplication.clipboard().setMimeData(data)
        heads = domain.taken(self._desk.editor.register, node_ids).heads
        return len(heads), mark

    def _forget_cut(self) -> None:
        self._cut = None
        for tree in self._desk.outlines.trees:
            tree.plan_model.show_cut(())

    def _stand(self, node_ids: list[NodeId]) -> bool:
        """Whether all that was cut is still there; else what was cut comes as a copy."""
        return all(node_id in self._desk.editor.register for node_id in node_ids)

    def _chosen(self) -> list[NodeId]:
        self._desk.side.save()
        chosen = self._desk.selected_ids()
        if not chosen:
            self._desk.tell(pasting.nothing_chosen())
        return chosen

    # ------------------------------------------------------------- in

    def paste(self) -> None:
        """Put what the clipboard holds where it fits from the current item."""
        plan = self._desk.plan
        if plan is None:
            return
        self._desk.side.save()
        data = QGuiApplication.clipboard().mimeData()
        if data.hasFormat(clipping.MIME):
            fitting = partial(self._fitting, plan)
            self._paste_branches(bytes(data.data(clipping.MIME).data()), fitting)
        elif data.hasText() or data.hasHtml():
            self._paste_rows(plan, data.html() if data.hasHtml() else "", data.text())
        else:
            self._desk.tell(pasting.nothing_there())

    def _paste_branches(self, own: bytes, where: Callable[[frozenset[Kind]], Target]) -> None:
        """Put branches where such kinds go; those cut here are moved."""
        try:
            passage = clipping.read_branches(own)
            parent, before = where(passage.branches.kinds)
        except (ImportFailed, EditRefused) as trouble:
            self._tell(trouble)
            return
        cut = self._cut
        if cut is not None and cut[0] == passage.mark and self._stand(cut[1]):
            if self._desk.locked:
                self._desk.tell(places.locked())
                return
            edit = self._desk.editor.attempt(domain.carry, cut[1], parent, before)
            if edit is not None:
                self._forget_cut()  # a second paste makes copies
                self._show(cut[1], pasting.moved)
            return
        edit = self._desk.editor.attempt(domain.paste, passage.branches, parent, before)
        if edit is not None:
            self._show(_added(edit), pasting.pasted)

    def _paste_rows(self, plan: NodeId, html: str, text: str) -> None:
        """Put a table's rows, or lines of text, where they fit, after a look at them."""
        kinds = self._kinds_of_lines()

        def read(kind: Kind) -> Pasted:
            return clipping.read_pasted(html, text, kind)

        try:
            place = partial(self._place, plan)
            preview = PastePreview(read, place, kinds, self._appearance.icons, self._window)
        except (ImportFailed, EditRefused) as trouble:
            self._tell(trouble)
            return
        if (not preview.needs_a_look or self.ask(preview)) and preview.edit is not None:
            edit = preview.edit
            if self._desk.editor.do(edit):
                self._show(_added(edit), pasting.pasted)
        preview.deleteLater()

    def _place(self, plan: NodeId, rows: Branches) -> Placed:
        register, current = self._desk.editor.register, self._desk.tree.current_id()
        edit, places = clipping.paste_rows(register, rows, plan, current)
        return edit, [(register[parent], below) for parent, below in places]

    def _fitting(self, plan: NodeId, kinds: frozenset[Kind]) -> Target:
        """Where they fit, seen from the current item."""
        register, current = self._desk.editor.register, self._desk.tree.current_id()
        parent, before = domain.target_for(register, kinds, plan, current)
        return parent or plan, before

    def _kinds_of_lines(self) -> list[Kind]:
        """What a line may become here, the likeliest first."""
        node = self._desk.current()
        kinds = list(new_items.kinds_of(self._desk.outlines.outline))
        first = kinds[0] if node is None else _NATURAL.get(kind_of(node), kind_of(node))
        lines = [first, *(kind for kind in kinds if kind is not first)]
        return [kind for kind in lines if kind not in {Kind.RESULT, Kind.OBSERVATION}]

    def _show(self, node_ids: list[NodeId], words: Callable[[int], str]) -> None:
        """Select what has come, and say how much it is."""
        register = self._desk.editor.register
        here = new_items.kinds_of(self._desk.outlines.outline)
        heads = domain.taken(register, node_ids).heads
        shown = [head.id for head in heads if kind_of(head) in here]
        if shown:
            self._desk.reveal(shown[0])
            self._desk.tree.expand_below(shown)
            self._desk.tree.select_ids(shown)
        self._desk.tell(words(len(shown)))

    def _tell(self, trouble: Exception) -> None:
        if isinstance(trouble, ImportFailed):
            self._desk.tell(pasting.failed(trouble, clipping.MOST_ITEMS))
        else:
            self._desk.tell(messages.trouble(trouble))


def _added(edit: Edit) -> list[NodeId]:
    return [change.node.id for change in edit.changes if isinstance(change, Added)]
