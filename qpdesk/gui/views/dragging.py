"""What dragging rows means: moving them, or with Ctrl copying; refused in words."""

from collections.abc import Callable
from secrets import token_hex

from PySide6.QtCore import QMimeData, QObject

from qpdesk.domain import placing
from qpdesk.domain.nodes import Kind, kind_of, may_stand_under
from qpdesk.domain.order import NodeId
from qpdesk.domain.placing import Target
from qpdesk.gui.views.desk import Desk
from qpdesk.gui.views.drag_tree import Drop
from qpdesk.gui.words import messages, places
from qpdesk.values import dataclass

_MARK = "application/x-qpdesk-drag"


@dataclass(frozen=True, slots=True)
class Clipboard:
    """What dragging needs of the room that copies and pastes."""

    mime: Callable[[list[NodeId]], QMimeData]
    """Branches as another window takes them."""
    kinds: Callable[[QMimeData], frozenset[Kind]]
    """The kinds of such branches; none when it is something else."""
    paste: Callable[[QMimeData, Target], object]
    """Puts copies of such branches at a place."""


class Dragging(QObject):
    """Carries the rows of one desk's trees; each drag within the window is known by its mark."""

    def __init__(self, desk: Desk, clipboard: Clipboard) -> None:
        super().__init__(desk)
        self._desk = desk
        self._clipboard = clipboard
        self._ids: list[NodeId] = []
        self._mark = b""

    def pick_up(self) -> QMimeData | None:
        """Take what is selected."""
        self._desk.side.save()
        self._ids = self._desk.selected_ids()
        if not self._ids:
            return None
        self._mark = token_hex(8).encode()
        data = self._clipboard.mime(self._ids)
        data.setData(_MARK, self._mark)
        return data

    def refusal(self, data: QMimeData, drop: Drop, *, copies: bool) -> str:
        """Why this cannot go there; "" when it can."""
        parent, _ = drop.target
        if parent is None:
            return places.nothing_fits()
        if drop.between and self._desk.sorted_by:
            return places.sorted_otherwise(self._desk.sorted_by)
        if self._is_ours(data) and not copies and self._desk.locked:
            return places.locked()
        above = kind_of(self._desk.editor.register[parent])
        kinds = self._kinds(data)
        if not kinds:
            return places.nothing_fits()
        wrong = next((kind for kind in kinds if not may_stand_under(kind, above)), None)
        return places.refused(wrong, above) if wrong is not None else ""

    def put_down(self, data: QMimeData, drop: Drop, *, copies: bool) -> None:
        """Move what is dragged within the window; copy what comes from elsewhere, or with Ctrl."""
        if not self._is_ours(data) or copies:
            self._clipboard.paste(data, drop.target)
            return
        from qpdesk.domain.branches import carry  # noqa: PLC0415 - not at start

        parent, before = drop.target
        edit = self._desk.editor.attempt(carry, self._ids, parent, before)
        if edit is not None:
            tree = self._desk.tree
            tree.expand(tree.plan_model.index_of(parent))
            tree.scrollTo(tree.currentIndex())
            self._desk.tell(messages.done(edit))

    def refused(self, words: str) -> None:
        """Say why not, in the status bar and to a screen reader."""
        self._desk.tell(words)

    def _is_ours(self, data: QMimeData) -> bool:
        return bool(self._mark) and bytes(data.data(_MARK).data()) == self._mark

    def _kinds(self, data: QMimeData) -> frozenset[Kind]:
        register = self._desk.editor.register
        if self._is_ours(data):
            return frozenset(map(kind_of, placing.heads(register, self._ids)))
        return self._clipboard.kinds(data)
