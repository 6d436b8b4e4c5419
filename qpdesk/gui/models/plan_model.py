"""One plan as a Qt tree. Reads; never writes except by asking the editor."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.changes import Added, Change, Edit, Removed, Replaced
from qpdesk.domain.nodes import Node, Plan
from qpdesk.domain.order import NodeId
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.badges import Badges
from qpdesk.gui.models import listing, rows
from qpdesk.gui.models.faces import Faces
from qpdesk.gui.models.mirror import ROOT, Mirror
from qpdesk.gui.models.rows import Column, Outline
from qpdesk.gui.models.steps import Coming, Going, Shifting, Step, step_of

Index = QModelIndex | QPersistentModelIndex

# Plain numbers: Qt asks hundreds of times a repaint, and an enum's comparison is slow.
_DISPLAY, _EDIT, _DECORATION, _FONT, _SPOKEN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_NOWHERE = QModelIndex()
_NONE = Qt.ItemFlag.NoItemFlags
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
_NOT_CHOSEN = Qt.ItemFlag.ItemIsEnabled
_LEAF = Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE = _FIXED | Qt.ItemFlag.ItemIsEditable
_MANY = 40  # spans of rows; for each, Qt looks through all that are open


class _Flags(dict[int, list[Qt.ItemFlag]]):
    """By the numbers of rows what may be done in their columns: laying out asks twice of each."""

    def __init__(self, columns: Sequence[Column], mirror: Mirror) -> None:
        super().__init__()
        self._columns = columns
        self._rows = mirror
        self._kinds: dict[tuple[type[Node], bool], list[Qt.ItemFlag]] = {}

    def __missing__(self, number: int) -> list[Qt.ItemFlag]:
        if number == ROOT:
            return [_NONE]
        node, is_leaf = self._rows.nodes[number], not self._rows.children[number]
        found = self._kinds.get((type(node), is_leaf))
        if found is None:
            fields = [rows.field_of(node, column) for column in self._columns]
            found = [
                (_EDITABLE if field else _FIXED) | (_LEAF if is_leaf else _NONE) for field in fields
            ]
            self._kinds[type(node), is_leaf] = found
        self[number] = found
        return found


class PlanModel(QAbstractItemModel):
    """One row per item that is shown; an index carries the row's number in the mirror."""

    many_changed = Signal()
    """Rows here and there have another face: in place of a ``dataChanged`` for each parent."""

    def __init__(
        self, editor: Editor, outline: Outline, badges: Badges, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self.outline = outline
        self._columns = outline.columns
        self._rows = Mirror(editor.register, outline.tops)
        self._faces = Faces(editor, outline, badges, self._rows)
        self._flags = _Flags(self._columns, self._rows)
        self._places: dict[int, QModelIndex] = {}
        self._above: dict[int, QModelIndex] = {}
        self._chosen: frozenset[int] | None = None  # only while a view paints
        self._step: Step | None = None
        editor.about_to_change.connect(self._before)
        editor.changed.connect(self._after)
        editor.edited.connect(self._tell_touched)
        editor.disputed_changed.connect(self._redraw)

    # ------------------------------------------------------------- what is shown

    def show_plan(self, plan: NodeId | None, kept: frozenset[NodeId] | None = None) -> None:
        """Show a plan (None: nothing), whole or narrowed to ``kept``, which holds all above too."""
        self.beginResetModel()
        self._rows.show(plan, kept)
        self._faces.begin_anew()
        self._flags.clear()
        self._places.clear()
        self._above.clear()
        self.endResetModel()

    def keeps(self, plan: NodeId | None, kept: frozenset[NodeId] | None) -> bool:
        """Whether just this is in sight already, as when one more letter changes no hit."""
        before = self._rows.kept
        if plan != self._rows.plan or kept is None:
            return False
        same = kept == before if before is not None else self._rows.numbers.keys() <= kept
        if same:
            self._rows.kept = kept
        return same

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
        self._faces.dress(badges, font)
        self.layoutChanged.emit()

    def show_cut(self, node_ids: Iterable[NodeId]) -> None:
        """Show in slanted letters which rows will move when they are pasted; none takes it back."""
        self._faces.cut = frozenset(node_ids)
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
        last = len(self._columns) - 1
        for parent, top, bottom in self._rows.runs(node_ids):
            children = self._rows.children[parent]
            yield (
                self.createIndex(top, 0, children[top]),
                self.createIndex(bottom, last, children[bottom]),
            )

    def child_ids(self, parent: Index, top: int, bottom: int) -> list[NodeId]:
        """The items in a range of rows; quicker than asking index by index."""
        return [self._rows.nodes[number].id for number in self.rows_in(parent, top, bottom)]

    def rows_in(self, parent: Index, top: int, bottom: int) -> list[int]:
        """The numbers of the rows in a range, which are theirs as long as they are shown."""
        return self._rows.children[parent.internalId()][top : bottom + 1]

    def as_read(self, spans: list[QItemSelectionRange]) -> list[QItemSelectionRange]:
        """Ranges of rows in the order in which one reads their parents."""
        places = {number: place for place, number in enumerate(self._rows.branches())}
        return sorted(spans, key=lambda span: (places[span.parent().internalId()], span.top()))

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
        children, place = self._rows.children, self._place
        found = self._rows.branches(lambda number: is_open(place(number)))
        return [(place(number), len(children[number])) for number in found]

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
        number = index.internalId()
        if self._chosen is not None and number not in self._chosen:
            return _NOT_CHOSEN
        return self._flags[number][index.column()]

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
            return self._faces[number][0][column]
        if role == _DECORATION:
            return self._faces[number][1][column]
        if role == _FONT:
            is_top = column == 0 and self._rows.parents[number] == ROOT
            return self._faces.font(number, column) if is_top or self._faces.cut else None
        return self._faces.rarely_asked(number, self._columns[column], role)

    @override
    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        node = self.node(index)
        field = node and rows.field_of(node, self._columns[index.column()])
        if node is None or not field or role != _EDIT:
            return False
        if field == "title":
            return self._editor.attempt(edits.rename, node.id, str(value)) is not None
        return self._editor.attempt(edits.change, [node.id], field, str(value)) is not None

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
        self._step = step_of(self._rows, change)
        match self._step:
            case Coming(parent, row):
                self.beginInsertRows(self._place(parent), row, row)
            case Going(parent, row):
                self.beginRemoveRows(self._place(parent), row, row)
            case Shifting(source, row, parent) as step:
                above = self._place(source), self._place(parent)
                self.beginMoveRows(above[0], row, row, above[1], step.before)
            case None:
                pass

    def _after(self, change: Change) -> None:
        node = change.node if isinstance(change, Added | Removed) else change.after
        step = self._step
        if step is not None:
            self._flags.clear()
            self._places.clear()
            self._above.clear()
        match step:
            case Coming(parent, row):
                self._rows.insert(node, parent, row)
                self.endInsertRows()
            case Going(parent, row):
                self._faces.strike(self._rows.remove(parent, row))
                self.endRemoveRows()
            case Shifting(source, _, parent, row):
                self._faces.touch(source)
                self._rows.move(self._rows.numbers[node.id], parent, row)
                self.endMoveRows()
            case None:
                pass
        number = self._rows.numbers.get(node.id, ROOT)
        if number != ROOT:
            self._rows.nodes[number] = node
        self._faces.touch(number)
        self._faces.touch(ROOT if step is None else step.parent)

    def _redraw(self) -> None:
        self.layoutAboutToBeChanged.emit()
        self._faces.clear()
        self.layoutChanged.emit()

    def _tell_touched(self, edit: Edit) -> None:
        """Tell the views once for all rows of an edit, parent by parent."""
        if any(isinstance(c, Replaced) and isinstance(c.after, Plan) for c in edit.changes):
            self._redraw()  # the scale that names the levels may be another
        spans = self._faces.take_touched()
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
