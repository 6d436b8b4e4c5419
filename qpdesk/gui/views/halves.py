"""The two halves of the desk: side by side or one above the other, and how much room each has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

_TREE_BESIDE_TEXT = 0.4
_NARROW = 150  # characters of width below which the fields go under the tree


class Halves(QSplitter):
    """The trees, and what stands beside them."""

    def __init__(self, trees: QWidget, beside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_text_wide = False
        """Whether running text has its room now; else fields have theirs."""
        self._other_share = _TREE_BESIDE_TEXT
        self.addWidget(trees)
        self.addWidget(beside)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setSizes([990, 350])

    def exchange(self) -> None:
        """Give running text more room than fields need, or fields theirs; each keeps its share."""
        self.is_text_wide = not self.is_text_wide
        left, right = self.sizes()
        whole = max(left + right, 1)
        wanted, self._other_share = self._other_share, left / whole or self._other_share
        self.setSizes([round(whole * wanted), round(whole * (1 - wanted))])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _NARROW * self.fontMetrics().horizontalAdvance("n")
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.orientation() is not wanted:
            self.setOrientation(wanted)
            whole = self.width() if wide else self.height()
            self.setSizes([round(whole * share) for share in (0.6, 0.4)])
