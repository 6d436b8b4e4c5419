"""One plan as a Qt tree. Reads; never writes except by asking the editor."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QIcon
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Change, Edit, Moved, Removed, Replaced
from qpdesk.domain.nodes import Area, Chapter, Measure, Node, Plan, Risk, kind_of, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.rules import scale_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.models import listing, rows
from qpdesk.gui.models.mirror import ROOT, Mirror
from qpdesk.gui.models.rows import Column, Outline
from qpdesk.gui.words import disputes

Index = QModelIndex | QPersistentModelIndex

NODE_ROLE = int(Qt.ItemDataRole.UserRole)
# Plain numbers: Qt asks hundreds of times a repaint, and an enum's comparison is slow.
_DISPLAY, _EDIT, _DECORATION, _FONT, _TOOLTIP, _SPOKEN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_NOWHERE = QModelIndex()
_NONE = Qt.ItemFlag.NoItemFlags
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_TOOLTIP_LENGTH = 1_500
_MANY = 40  # spans of rows; for each, Qt looks through all that are open

_Face = tuple[list[str], list[QIcon | None]]


class _Move(Enum):
    """What happens to the shown rows by the change that is being made."""

    NONE = auto()
    INSERT = auto()
    REMOVE = auto()
    SHIFT = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """Rows on their way: what happens, under which parent, at which row."""

    what: _Move = _Move.NONE
    parent: int = ROOT
    row: int = 0


class PlanModel(QAbstractItemModel):
    """One row per item that is shown; an index carries the row's number in the mirror."""

    many_changed = Signal()
    """Rows here and there have another face: in place of a ``dataChanged`` for each parent."""

    def __init__(
        self, editor: Editor, outline: Outline, badges: Badges, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._register = editor.register
        self.outline = outline
        self._columns = outline.columns
        self._badges = badges
        self._strong = QFont()
        self._strong.setBold(True)
        self._cut: frozenset[NodeId] = frozenset()
        self._rows = Mirror(editor.register, outline.tops)
        self._flags: dict[tuple[type[Node], int], Qt.ItemFlag] = {}
        self._faces: dict[int, _Face] = {}
        self._places: dict[int, QModelIndex] = {}
        self._above: dict[int, QModelIndex] = {}
        self._chosen: frozenset[int] | None = None  # only while a view paints
        self._touched: set[int] = set()
        self._step = _Step()
        editor.about_to_change.connect(self._before)
        editor.changed.connect(self._after)
        editor.edited.connect(self._tell_touched)
        editor.disputed_changed.connect(self._redraw)

    # ------------------------------------------------------------- what is shown

    def show_plan(self, plan: NodeId | None, kept: frozenset[NodeId] | None = None) -> None:
        """Show a plan (None: nothing), whole or narrowed to ``kept``, which holds all above too."""
        self.beginResetModel()
        self._rows.show(plan, kept)
        self._faces.clear()
        self._places.clear()
        self._above.clear()
        self._touched.clear()
        self.endResetModel()

    @property
    def plan(self) -> NodeId | None:
        """The plan that is shown."""
        return self._rows.plan

    @property
    def kept(self) -> frozenset[NodeId] | None:
        """What is in sight of it; None for all."""
        return self._rows.kept

    def sort_by(self, column: Column | None, *, falling: bool = False) -> None:
        """Have siblings sorted by a column from the next ``show_plan`` on; None: as in the plan."""
        self._rows.order = (
            None if column is None else partial(listing.in_order, column, falling=falling)
        )

    def dress(self, badges: Badges, font: QFont) -> None:
        """Take other badges and another font, after the looks have changed."""
        self.layoutAboutToBeChanged.emit()
        self._badges = badges
        self._strong = QFont(font)
        self._strong.setBold(True)
        self._faces.clear()
        self.layoutChanged.emit()

    def show_cut(self, node_ids: Iterable[NodeId]) -> None:
        """Show in slanted letters which rows will move when they are pasted; none takes it back."""
        self._cut = frozenset(node_ids)
        self.many_changed.emit()

    def node(self, index: Index) -> Node | None:
        """The item at an index."""
        return self._rows.nodes[index.internalId()] if index.isValid() else None

    def index_of(self, node_id: NodeId | None, column: int = 0) -> QModelIndex:
        """The index of an item; an invalid one when it is not shown."""
        number = None if node_id is None else self._rows.numbers.get(node_id)
        if number is None:
            return QModelIndex()
        return self.createIndex(self._rows.row(number), column, number)

    def spans_of(self, node_ids: Iterable[NodeId]) -> Iterator[tuple[QModelIndex, QModelIndex]]:
        """The first and last cell of each run of rows that these items make, as one reads.

        Items that are not shown are in no run.
        """
        numbers = {self._rows.numbers.get(node_id, ROOT) for node_id in node_ids} - {ROOT}
        last = len(self._columns) - 1
        above: Iterable[int] = {self._rows.parents[number] for number in numbers}
        if len(numbers) > 1:  # painting a row, Qt looks through the runs until it finds its own
            above = [at.internalId() for at, _ in self.branches() if at.internalId() in above]
        for parent in above:
            children = self._rows.children[parent]
            rows = [row for row, number in enumerate(children) if number in numbers]
            for _, run in groupby(enumerate(rows), lambda pair: pair[1] - pair[0]):
                found = [row for _, row in run]
                yield (
                    self.createIndex(found[0], 0, children[found[0]]),
                    self.createIndex(found[-1], last, children[found[-1]]),
                )

    def child_ids(self, parent: Index, top: int, bottom: int) -> list[NodeId]:
        """The items in a range of rows; quicker than asking index by index."""
        return [self._rows.nodes[number].id for number in self.rows_in(parent, top, bottom)]

    def rows_in(self, parent: Index, top: int, bottom: int) -> list[int]:
        """The numbers of the rows in a range, which are theirs as long as they are shown."""
        return self._rows.children[parent.internalId()][top : bottom + 1]

    @contextmanager
    def painted(self, chosen: frozenset[int]) -> Generator[None]:
        """While a view paints: of all but these rows, say that nobody can choose them.

        Before Qt looks for a cell among hundreds of chosen ranges, and asks for the parent of each,
        it asks whether the cell can be chosen at all. Nothing else in painting asks that.
        """
        self._chosen = chosen
        try:
            yield
        finally:
            self._chosen = None

    def branches(
        self, is_open: Callable[[QModelIndex], bool] = lambda _: True
    ) -> list[tuple[QModelIndex, int]]:
        """Every index that has rows below it, with how many, each before those below it.

        What is not ``is_open`` is left out, with all below it.
        """
        children = self._rows.children
        found = []
        stack = [ROOT]
        while stack:
            number = stack.pop()
            if children[number] and (number == ROOT or is_open(self._place(number))):
                found.append((self._place(number), len(children[number])))
                stack.extend(child for child in reversed(children[number]) if children[child])
        return found

    # ------------------------------------------------------------- asked by Qt

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._rows.children[parent.internalId()])

    @override
    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return parent.column() <= 0 and bool(self._rows.children[parent.internalId()])

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._columns)

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._rows.children[parent.internalId()]
        if 0 <= row < len(children) and 0 <= column < len(self._columns) and parent.column() <= 0:
            return self.createIndex(row, column, children[row])
        return QModelIndex()

    @override
    def parent(self, child: Index) -> QModelIndex:  # type: ignore[override]
        number = child.internalId()
        try:  # to paint one row, Qt asks this about every range that is selected
            return self._above[number]
        except KeyError:
            place = self._above[number] = self._place(self._rows.parents[number])
            return place

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        number, column = index.internalId(), index.column()
        if number == ROOT:
            return _NONE
        if self._chosen is not None and number not in self._chosen:
            return Qt.ItemFlag.ItemIsEnabled
        node = self._rows.nodes[number]
        known = self._flags.get((type(node), column))
        if known is None:  # the same for all of a kind; laying out ten thousand asks twice of each
            known = _EDITABLE if rows.field_of(node, self._columns[column]) else _FIXED
            self._flags[type(node), column] = known
        return known

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation is Qt.Orientation.Horizontal and role in {_DISPLAY, _SPOKEN}:
            return rows.header(self.outline, self._columns[section])
        return None

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        number, column = index.internalId(), index.column()
        if number == ROOT:
            return None
        if role == _DISPLAY:
            return (self._faces.get(number) or self._make_face(number))[0][column]
        if role == _DECORATION:
            return (self._faces.get(number) or self._make_face(number))[1][column]
        if role == _FONT:
            if self._cut and self._rows.nodes[number].id in self._cut:
                return self._slanted()
            strong = column == 0 and self._rows.parents[number] == ROOT
            return self._strong if strong and self._is_strong(number) else None
        return self._rarely_asked(self._rows.nodes[number], self._columns[column], role)

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        node = self.node(index)
        field = node and rows.field_of(node, self._columns[index.column()])
        if node is None or not field or role != _EDIT:
            return False
        if field == "title":
            return self._editor.attempt(edits.rename, node.id, str(value)) is not None
        return self._editor.attempt(edits.change, [node.id], field, str(value)) is not None

    def _slanted(self) -> QFont:
        slanted = QFont(self._strong)
        slanted.setBold(False)
        slanted.setItalic(True)
        return slanted

    def _is_strong(self, number: int) -> bool:
        node = self._rows.nodes[number]
        return not isinstance(node, Chapter) or node.level == 1

    def _rarely_asked(self, node: Node, column: Column, role: int) -> str | NodeId | None:
        if role == NODE_ROLE:
            return node.id
        if role == _SPOKEN:
            words = rows.spoken(self._register, node, self.outline, column)
            if column is Column.TITLE and node.id in self._cut:
                words += rows.cut_word()
            is_disputed = column is Column.TITLE and node.id in self._editor.disputed
            return f"{words}, {disputes.spoken()}" if is_disputed else words
        if role == _EDIT:
            field = rows.field_of(node, column)
            return str(getattr(node, field)) if field else ""
        if role == _TOOLTIP:
            from html import escape  # noqa: PLC0415 - with it, 2,231 names of signs

            text = title_of(node) if column is Column.TITLE else getattr(node, "follow_up", "")
            wanted = column in {Column.TITLE, Column.FOLLOW_UP} and text
            # Qt guesses whether a tooltip is markup; as escaped markup it cannot guess wrong.
            return f"<p>{escape(text[:_TOOLTIP_LENGTH])}</p>" if wanted else None
        return None

    def _make_face(self, number: int) -> _Face:
        node = self._rows.nodes[number]
        texts = [rows.cell(self._register, node, column) for column in self._columns]
        face = texts, [self._badge(node, column) for column in self._columns]
        self._faces[number] = face
        return face

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

    def _place(self, number: int) -> QModelIndex:
        """The index of a parent; remembered, for Qt asks at every step."""
        place = self._places.get(number)
        if place is None:
            root = number == ROOT
            place = QModelIndex() if root else self.createIndex(self._rows.row(number), 0, number)
            self._places[number] = place
        return place

    # ------------------------------------------------------------- told by the editor

    def _before(self, change: Change) -> None:
        match change:
            case Added(node):
                self._step = self._begin_insert(node)
            case Removed(node):
                self._step = self._begin_remove(node)
            case Moved(before, after):
                self._step = self._begin_move(before, after)
            case Replaced():
                self._step = _Step()

    def _after(self, change: Change) -> None:
        node = change.node if isinstance(change, Added | Removed) else change.after
        step = self._step
        if step.what is not _Move.NONE:
            self._places.clear()
            self._above.clear()
        match step.what:
            case _Move.INSERT:
                self._rows.insert(node, step.parent, step.row)
                self.endInsertRows()
            case _Move.REMOVE:
                self._touched.difference_update(self._rows.remove(step.parent, step.row))
                self.endRemoveRows()
            case _Move.SHIFT:
                number = self._rows.numbers[node.id]
                self._touch(self._rows.parents[number])
                self._rows.move(number, step.parent, step.row)
                self.endMoveRows()
            case _Move.NONE:
                pass
        number = self._rows.numbers.get(node.id, ROOT)
        if number != ROOT:
            self._rows.nodes[number] = node
        self._touch(number)
        self._touch(step.parent)

    def _begin_insert(self, node: Node) -> _Step:
        parent = self._rows.parent_for(node, node.place)
        if parent is None:
            return _Step()
        row = self._rows.row_for(parent, node, node.place)
        self.beginInsertRows(self._place(parent), row, row)
        return _Step(_Move.INSERT, parent, row)

    def _begin_remove(self, node: Node) -> _Step:
        number = self._rows.numbers.get(node.id)
        if number is None:
            return _Step()
        parent, row = self._rows.parents[number], self._rows.row(number)
        self.beginRemoveRows(self._place(parent), row, row)
        return _Step(_Move.REMOVE, parent, row)

    def _begin_move(self, before: Node, after: Node) -> _Step:
        number = self._rows.numbers.get(before.id)
        target = self._rows.parent_for(after, after.place)
        if number is None:
            return self._begin_insert(after)
        if target is None:
            return self._begin_remove(before)
        source, row = self._rows.parents[number], self._rows.row(number)
        new_row = self._rows.row_for(target, after, after.place)
        if (source, row) == (target, new_row):
            return _Step()  # among the rows that are shown, nothing moves
        # Qt counts the rows as they are before the move.
        at = new_row + 1 if source == target and new_row > row else new_row
        self.beginMoveRows(self._place(source), row, row, self._place(target), at)
        return _Step(_Move.SHIFT, target, new_row)

    def _touch(self, number: int) -> None:
        """A row has another face, and so have the areas above, which count their measures."""
        while number != ROOT:
            self._faces.pop(number, None)
            self._touched.add(number)
            number = self._rows.parents[number]
            while number != ROOT and not isinstance(self._rows.nodes[number], Area):
                number = self._rows.parents[number]

    def _redraw(self) -> None:
        self.layoutAboutToBeChanged.emit()
        self._faces.clear()
        self.layoutChanged.emit()

    def _tell_touched(self, edit: Edit) -> None:
        """Tell the views once for all rows of an edit, parent by parent."""
        if any(isinstance(c, Replaced) and isinstance(c.after, Plan) for c in edit.changes):
            self._redraw()  # the scale that names the levels may be another
        spans: dict[int, set[int]] = {}
        for number in self._touched:
            spans.setdefault(self._rows.parents[number], set()).add(number)
        self._touched.clear()
        if len(spans) > _MANY:
            self.many_changed.emit()
            return
        last = len(self._columns) - 1
        for parent, numbers in spans.items():
            children = self._rows.children[parent]
            at = [row for row, number in enumerate(children) if number in numbers]
            self.dataChanged.emit(
                self.createIndex(at[0], 0, children[at[0]]),
                self.createIndex(at[-1], last, children[at[-1]]),
            )
