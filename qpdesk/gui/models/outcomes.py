"""An indicator's outcomes as a table to type and paste in; the last row makes a new one."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from typing_extensions import override

from qpdesk.domain import edits
from qpdesk.domain.assessment import (
    ChangeSince,
    ChangeUnit,
    change_since,
    comparable,
    decimal,
    observations_of,
    series_of,
)
from qpdesk.domain.changes import Added, Change, Deed, Edit, Replaced
from qpdesk.domain.chart_words import Secret, remark
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import Indicator, Kind, Observation
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.periods import label
from qpdesk.domain.rules import fewest_of
from qpdesk.domain.suppression import hidden
from qpdesk.gui.editor import Editor
from qpdesk.gui.words import labels, numbers
from qpdesk.gui.words.charts import chart_words
from qpdesk.services.errors import EditRefused

translate = QCoreApplication.translate

FIELDS = (
    "period",
    "organisational_unit",
    "outcome",
    "target",
    "n",
    "note",
    "no_result_reason",
)
"""The columns that can be typed in; what the figures say comes after them."""

_NOWHERE = QModelIndex()
_NUMBERS = {"outcome", "target", "n"}


class OutcomeModel(QAbstractTableModel):
    """The outcomes in order of time. Every change is an edit; a paste is one."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._indicator: Indicator | None = None
        self.observations: list[Observation] = []
        self.secret: Secret = {}
        editor.edited.connect(self._edited)

    @property
    def indicator(self) -> Indicator | None:
        """The indicator whose outcomes these are."""
        return self._indicator

    def show_indicator(self, indicator: NodeId | None) -> None:
        """Show an indicator's outcomes (None: nothing)."""
        self.beginResetModel()
        self._read(indicator)
        self.endResetModel()

    def ids(self, rows: Sequence[int]) -> list[NodeId]:
        """The outcomes in these rows."""
        return [self.observations[row].id for row in rows if row < len(self.observations)]

    def row_of(self, observation: NodeId) -> int:
        """Where an outcome stands; -1 when it is not here."""
        ids = [each.id for each in self.observations]
        return ids.index(observation) if observation in ids else -1

    def paste(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> Edit | None:
        """Put a block of texts, as Excel copies it, into the table from a cell on: one edit.

        Rows below the last become new outcomes; columns beyond the last are left out.

        Returns what was done; None when nothing was, and ``editor.failed`` has said why.
        """
        return self._editor.attempt(lambda _register: self._pasted(row, column, cells))

    # ------------------------------------------------------------- asked by Qt

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() or self._indicator is None else len(self.observations) + 1

    @override
    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(FIELDS) + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if section < len(self.observations) else "*"
        return head(section)

    @override
    def flags(self, index: QModelIndex) -> Qt.ItemFlag:  # type: ignore[override]  # stubs
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        typed = index.column() < len(FIELDS)
        return usual | Qt.ItemFlag.ItemIsEditable if typed else usual

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        if not index.isValid():
            return None
        name = FIELDS[index.column()] if index.column() < len(FIELDS) else ""
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._shown(index.row(), name, typing=role == Qt.ItemDataRole.EditRole)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self._shown(index.row(), name) or translate("Outcome", "tomt")
                return f"{head(index.column())}: {words}"
            case Qt.ItemDataRole.TextAlignmentRole if name in _NUMBERS:
                return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            case Qt.ItemDataRole.ToolTipRole:
                return self._shown(index.row(), name) or None
            case _:
                return None

    @override
    def setData(
        self,
        index: QModelIndex,  # type: ignore[override]  # stubs
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        if role != Qt.ItemDataRole.EditRole or self._indicator is None:
            return False
        name = FIELDS[index.column()]
        text = _plain(name, str(value))
        if index.row() < len(self.observations):
            one = self.observations[index.row()].id
            return self._editor.attempt(edits.change, [one], name, text) is not None
        if not text:
            return False
        verb = edits.add
        parent = self._indicator.id
        return self._editor.attempt(verb, Kind.OBSERVATION, parent, **{name: text}) is not None

    # ------------------------------------------------------------- inside

    def _read(self, indicator: NodeId | None) -> None:
        register = self._editor.register
        node = None if indicator is None else register.get(indicator)
        self._indicator = node if isinstance(node, Indicator) else None
        self.observations, self.secret = [], {}
        if self._indicator is not None:
            self.observations = observations_of(register, self._indicator)
            self.secret = hidden(self.observations, fewest_of(register, self._indicator.id))

    def _edited(self, _edit: Edit) -> None:
        """Show what the register has now; rows that stay keep their selection."""
        if self._indicator is None:
            return
        before = [each.id for each in self.observations]
        register = self._editor.register
        now = register.get(self._indicator.id)
        after = observations_of(register, now) if isinstance(now, Indicator) else []
        if [each.id for each in after] == before and isinstance(now, Indicator):
            self._read(now.id)
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.show_indicator(self._indicator.id)

    def _shown(self, row: int, name: str, *, typing: bool = False) -> str:
        if row >= len(self.observations):
            return ""
        observation = self.observations[row]
        if not name:
            return self._said(observation)
        value = getattr(observation, name)
        if isinstance(value, int | float):
            return numbers.shown(value)
        return str(value or "") if typing or name != "period" else label(observation.period)

    def _said(self, observation: Observation) -> str:
        """Whether the target is reached, and the change since the period to compare with."""
        assert self._indicator is not None  # noqa: S101 - rows are an indicator's
        parts = [remark(self._indicator, observation, self.secret, chart_words())]
        series = series_of(self.observations)[observation.organisational_unit]
        earlier = comparable(series, observation)
        if earlier is not None and not {earlier.id, observation.id} & self.secret.keys():
            since = change_since(self._indicator, earlier, observation)
            parts.append(changed(since) if since is not None else "")
        return "; ".join(filter(None, parts))

    def _pasted(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> Edit:
        changes: list[Change] = []
        fresh = 0
        heads = [head(number).casefold() for number in range(column, len(FIELDS))]
        if cells and [text.strip().casefold() for text in cells[0]] == heads[: len(cells[0])]:
            cells = cells[1:]  # the heads were copied too
        for offset, texts in enumerate(cells):
            values = dict(zip(FIELDS[column:], (text.strip() for text in texts), strict=False))
            if row + offset < len(self.observations):
                before = self.observations[row + offset]
                after = _with(before, values)
                changes += [Replaced(before, after)] if after != before else []
            elif any(values.values()):
                fresh += 1
                changes.append(Added(_with(self._new(fresh), values)))
        return Edit(Deed.PASTE, tuple(changes))

    def _new(self, number: int) -> Observation:
        """A new outcome, the number-th after the last."""
        assert self._indicator is not None  # noqa: S101 - rows are an indicator's
        siblings = self._editor.register.children(self._indicator.id)
        last = siblings[-1].place.key if siblings else ""
        return Observation(place=Place(self._indicator.id, keys_after(last, number)[-1]))


def head(column: int) -> str:
    """What stands above a column."""
    if column >= len(FIELDS):
        return translate("Outcome", "Anmärkning")
    return labels.field(Kind.OBSERVATION, FIELDS[column])


def changed(since: ChangeSince) -> str:
    """A change in words: +2 procentenheter sedan VB 2021."""
    units = {
        ChangeUnit.POINTS: translate("Outcome", " procentenheter"),
        ChangeUnit.PER_CENT: translate("Outcome", " procent"),
        ChangeUnit.STEPS: "",
    }
    sign = "+" if since.amount > 0 else ""
    amount = f"{sign}{decimal(since.amount, 1)}{units[since.unit]}"
    return translate("Outcome", "{0} sedan {1}").format(amount, label(since.earlier.period))


def _plain(name: str, text: str) -> str:
    """The text as it is typed into a field; a figure may come with its per cent sign."""
    return text.strip().removesuffix("%").strip() if name in _NUMBERS else text.strip()


def _with(observation: Observation, values: dict[str, str]) -> Observation:
    """The outcome with these texts; words where a figure is asked for are why there is none.

    Raises:
        EditRefused: A text does not fit.
    """
    for name, raw in values.items():
        text = _plain(name, raw)
        try:
            observation = with_field(observation, name, text)  # type: ignore[assignment]  # the same kind
        except EditRefused:
            if name != "outcome" or not text:
                raise
            observation = replace(observation, outcome=None, no_result_reason=text)
    return observation
