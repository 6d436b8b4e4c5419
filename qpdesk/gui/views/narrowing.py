"""Narrowing the four trees to what is looked for, and walking from hit to hit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from qpdesk.domain.changes import Added, Change, Edit, Moved, Removed
from qpdesk.domain.nodes import Control, Measure, Node
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.views.filter_bar import FilterBar
from qpdesk.gui.views.finder import Finder
from qpdesk.gui.views.outlines import Outlines
from qpdesk.gui.words import messages

if TYPE_CHECKING:
    from qpdesk.domain.search import Search


class Narrowing(QObject):
    """Finds what the filter bar asks for, and lets the outlines show that alone."""

    told = Signal(str)
    """Something to say in the status bar."""
    narrowed = Signal()
    """Other items than before are in sight."""
    hit_wanted = Signal(object)
    """The id of a hit that the user goes to."""

    def __init__(self, editor: Editor, bar: FilterBar, outlines: Outlines, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._bar = bar
        self._outlines = outlines
        self._plan: NodeId | None = None
        self._finder = Finder(editor, self)
        bar.asked.connect(self._narrow)

    @property
    def kept(self) -> frozenset[NodeId] | None:
        """What is in sight of a plan that is narrowed; None for all of it."""
        return self._finder.kept

    def show_plan(self, plan: NodeId | None) -> None:
        """Another plan is shown: all of it, until something is asked for."""
        self._plan = plan
        self._finder.forget()
        self._bar.clear()
        self.offer_levels()
        self.offer_responsibles()

    def offer_levels(self) -> None:
        """Let the levels of the plan's own scale be asked for."""
        self._bar.offer_levels(scale_of(self._editor.register, self._plan).levels)

    def follow(self, edit: Edit) -> None:
        """Offer anew what an edit has changed of what can be asked for."""
        if any(map(_is_about_responsibles, edit.changes)):
            self.offer_responsibles()

    def offer_responsibles(self) -> None:
        """Let those be asked for who are responsible for something in the plan."""
        self._bar.offer_responsibles(self.responsibles())

    def responsibles(self) -> list[str]:
        """Everyone who is responsible for something in the plan, as a Swedish list is sorted."""
        return self._finder.responsibles(self._plan)

    def go_to_hit(self, *, back: bool = False) -> None:
        """Go to the next hit, in whichever tree it stands; look for something first, if need be."""
        self._bar.ask_now()
        hit = self._finder.next_hit(self._outlines.tree.current_id(), back=back)
        if hit is None:
            self._bar.focus()
            return
        self.hit_wanted.emit(hit[0])
        self._outlines.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.told.emit(messages.hit(hit[1], self._finder.count))

    def _narrow(self, search: "Search") -> None:
        """Show what matches and what stands above it; selection and place stay where they can."""
        if self._plan is None or (search.is_empty and self._finder.kept is None):
            return
        hits = self._finder.find(search, self._plan)
        self._outlines.show_hits(hits)
        self._outlines.show_kept(self._finder.kept)
        words = None if search.is_empty else messages.hits(hits.total())
        self._bar.show_hits(words)
        self.narrowed.emit()
        self.told.emit(words or self.tr("Alla poster visas."))


def _is_about_responsibles(change: Change) -> bool:
    """Whether others may be responsible in the plan now: all of it is gone through then."""
    if isinstance(change, Moved):  # with all below it, perhaps from another plan
        return True
    if isinstance(change, Added | Removed):
        return _responsible(change.node) != ""
    return _responsible(change.before) != _responsible(change.after)


def _responsible(node: Node) -> str:
    return node.responsible if isinstance(node, Control | Measure) else ""
