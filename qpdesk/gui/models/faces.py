"""What the rows of a tree look like: words, badges, fonts; each made when it is first asked for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QIcon

from qpdesk.domain.nodes import Area, Chapter, Measure, Node, Risk, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.models import rows
from qpdesk.gui.models.mirror import ROOT, Mirror
from qpdesk.gui.models.rows import Column, Outline
from qpdesk.gui.words import disputes

Face = tuple[list[str], list[QIcon | None]]
"""What stands in the columns of a row, and the badge of each."""

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The id of a row's item."""
# Plain numbers: Qt asks hundreds of times a repaint, and an enum's comparison is slow.
_EDIT, _TOOLTIP, _SPOKEN = (
    int(role)
    for role in (
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_TOOLTIP_LENGTH = 1_500


class Faces(dict[int, Face]):
    """The faces by the numbers of their rows; one that is not there yet is made."""

    def __init__(self, editor: Editor, outline: Outline, badges: Badges, mirror: Mirror) -> None:
        super().__init__()
        self._editor = editor
        self._register = editor.register
        self._outline = outline
        self._badges = badges
        self._rows = mirror
        self._strong = QFont()
        self._strong.setBold(True)
        self._touched: set[int] = set()
        self.cut: frozenset[NodeId] = frozenset()
        """What will move when it is pasted."""

    def __missing__(self, number: int) -> Face:
        node = self._rows.nodes[number]
        columns = self._outline.columns
        texts = [rows.cell(self._register, node, column) for column in columns]
        face = self[number] = texts, [self._badge(node, column) for column in columns]
        return face

    def dress(self, badges: Badges, font: QFont) -> None:
        """Take other badges and another font."""
        self._badges = badges
        self._strong = QFont(font)
        self._strong.setBold(True)
        self.clear()

    def font(self, number: int, column: int) -> QFont | None:
        """The font of a cell; None for that of the tree."""
        node = self._rows.nodes[number]
        if node.id in self.cut:
            slanted = QFont(self._strong)
            slanted.setBold(False)
            slanted.setItalic(True)
            return slanted
        if column != 0 or self._rows.parents[number] != ROOT:
            return None
        return None if isinstance(node, Chapter) and node.level != 1 else self._strong

    def rarely_asked(self, number: int, column: Column, role: int) -> str | NodeId | None:
        """What a cell has for a role that is not asked for by every repaint."""
        node = self._rows.nodes[number]
        if role == NODE_ROLE:
            return node.id
        if role == _SPOKEN:
            return self._spoken(node, column)
        if role == _EDIT:
            field = rows.field_of(node, column)
            value = getattr(node, field) if field else None
            return "" if value is None else str(value)
        return _tooltip(node, column) if role == _TOOLTIP else None

    def _spoken(self, node: Node, column: Column) -> str:
        words = rows.spoken(self._register, node, self._outline, column)
        if column is Column.TITLE and node.id in self.cut:
            words += rows.cut_word()
        is_disputed = column is Column.TITLE and node.id in self._editor.disputed
        return f"{words}, {disputes.spoken()}" if is_disputed else words

    def _badge(self, node: Node, column: Column) -> QIcon | None:
        if column is Column.TITLE and node.id in self._editor.disputed:
            return self._badges.disputed(kind_of(node))
        match node, column:
            case Chapter(level=level), Column.TITLE:
                return self._badges.heading(level)
            case _, Column.TITLE:
                return self._badges.kind(kind_of(node))
            case Measure(status=status), Column.STATUS:
                return self._badges.status(status)
            case Risk(level=int() as level), Column.LEVEL:
                return self._badges.level(level, scale_of(self._register, node.id))
            case _:
                return None

    # ------------------------------------------------------------- what has changed

    def touch(self, number: int) -> None:
        """A row has another face, and so have the areas above, which count their measures."""
        while number != ROOT:
            self.pop(number, None)
            self._touched.add(number)
            number = self._rows.parents[number]
            while number != ROOT and not isinstance(self._rows.nodes[number], Area):
                number = self._rows.parents[number]

    def strike(self, numbers: Iterable[int]) -> None:
        """Forget rows that are gone: nobody is to be told of them."""
        self._touched.difference_update(numbers)

    def begin_anew(self) -> None:
        """Forget all: the numbers mean other rows."""
        self.clear()
        self._touched.clear()

    def take_touched(self) -> dict[int, set[int]]:
        """The rows touched since this was last asked, by the rows they stand under."""
        found: dict[int, set[int]] = {}
        for number in self._touched:
            found.setdefault(self._rows.parents[number], set()).add(number)
        self._touched.clear()
        return found


def _tooltip(node: Node, column: Column) -> str | None:
    from html import escape  # noqa: PLC0415 - with it, 2,231 names of signs

    text = title_of(node) if column is Column.TITLE else getattr(node, "follow_up", "")
    wanted = column in {Column.TITLE, Column.FOLLOW_UP} and text
    # Qt guesses whether a tooltip is markup; as escaped markup it cannot guess wrong.
    return f"<p>{escape(text[:_TOOLTIP_LENGTH])}</p>" if wanted else None
