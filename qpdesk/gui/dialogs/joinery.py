"""How dialogs are put together: sentences, buttons, parts below one another, and the foot."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QWidget


def sentence(words: str, parent: QWidget) -> QLabel:
    """Plain words over as many lines as they need."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def stacked(parts: Iterable[QWidget], parent: QWidget) -> QSplitter:
    """Parts below one another, each of which can be made larger but not lost."""
    split = QSplitter(Qt.Orientation.Vertical, parent)
    split.setChildrenCollapsible(False)
    for part in parts:
        split.addWidget(part)
    return split


def button(words: str, act: Callable[[], object], parent: QWidget) -> QPushButton:
    """A button that Enter in a list does not press."""
    made = QPushButton(words, parent)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _=False: act())
    return made


def foot(told: QLabel, buttons: Sequence[QPushButton]) -> QHBoxLayout:
    """What was done last, and beside it what can be done."""
    row = QHBoxLayout()
    row.addWidget(told, 1)
    for each in buttons:
        row.addWidget(each)
    return row
