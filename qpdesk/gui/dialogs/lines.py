"""A list of lines in columns for dialogs: roomy, read-only, left by Tab."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QSize
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

_AIR = 8  # pixels above and below a line together


class Lines(QTreeWidget):
    """Lines of texts.

    Args:
        name: What a screen reader calls the list.
        heads: What stands above the columns.
        widths: Of the columns, in letters; the one without a width takes what is left.
        parent: Where it stands.
    """

    def __init__(
        self, name: str, heads: Sequence[str], widths: Sequence[int | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setHeaderLabels(list(heads))
        self.header().setStretchLastSection(False)
        letter = self.fontMetrics().horizontalAdvance("n")
        for section, width in enumerate(widths):
            if width is None:
                self.header().setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            else:
                self.setColumnWidth(section, width * letter)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """A list without lines has none to show the focus on."""
        super().paintEvent(event)
        if self.hasFocus() and not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def row(self) -> int:
        """Which line is chosen; -1 for none."""
        return self.currentIndex().row()

    def show_lines(self, lines: Iterable[Sequence[str]], row: int = 0) -> None:
        """Show these, and choose one of them, or the last; who listens is not told."""
        items = [QTreeWidgetItem(list(texts)) for texts in lines]
        height = self.fontMetrics().height() + _AIR
        for item in items:
            item.setSizeHint(0, QSize(0, height))
        with QSignalBlocker(self):
            self.clear()
            self.addTopLevelItems(items)
            if items:
                self.setCurrentItem(items[min(row, len(items) - 1)])
