"""A table of numbers, a row for each responsible or unit: every number is a link to its items."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from typing_extensions import override

from qpdesk.gui.words.figures import Figure

_NOWHERE = QModelIndex()


class FigureTable(QAbstractTableModel):
    """The first figure of a row names it and is its sum; the others have their words as heads."""

    def __init__(self, first: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = first
        self.rows: list[list[Figure]] = []

    def show_rows(self, rows: list[list[Figure]]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def heads(self) -> list[str]:
        """What stands above the columns."""
        others = [figure.words for figure in self.rows[0][1:]] if self.rows else []
        return [self._first, self.tr("Alla"), *others]

    def texts(self) -> list[list[str]]:
        """The cells as they are shown."""
        return [[row[0].words, *(str(len(each.ids)) for each in row)] for row in self.rows]

    def figure(self, index: QModelIndex) -> Figure | None:
        """The figure of a cell, with words that need no head."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if index.column() < 2:  # noqa: PLR2004 - the name and the sum
            return row[0]
        figure = row[index.column() - 1]
        return Figure(f"{row[0].words}: {figure.words}", figure.ids)

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self.heads())

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        wanted = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self.heads()[section] if wanted else None

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        figure = self.figure(index)
        if figure is None:
            return None
        is_name = index.column() == 0
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return figure.words if is_name else str(len(figure.ids))
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{figure.words}: {len(figure.ids)}"
            case _:
                return None if is_name else self._look(figure, role)

    def _look(self, figure: Figure, role: int) -> object:
        """How a number looks: one that leads somewhere as a link."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and figure.ids:
            return QGuiApplication.palette().color(QPalette.ColorRole.Link)
        if role == Qt.ItemDataRole.FontRole and figure.ids:
            font = QFont()
            font.setUnderline(True)
            return font
        return None
