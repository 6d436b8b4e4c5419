"""The tools above the running text: a block's shape, notes, links, where a chapter is printed."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.nodes import Chapter, Document, Holds, Kind
from qpdesk.domain.running_text import Shape
from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.words import labels, terms, writing


class WritingTools(QWidget):
    """Two rows: for what is being written, and for the chapter it stands in."""

    wanted = Signal(str)
    """The name of a gesture, see ``gestures``."""
    field_chosen = Signal(str, str)
    """A field of the chapter, and its new value."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 6)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(6)
        column.addLayout(row)
        self.shape = QComboBox(self)
        self.shape.setAccessibleName(self.tr("Format"))
        self.shape.setToolTip(self.tr("Vad stycket är"))
        for name, (word, keys) in writing.shapes().items():
            self.shape.addItem(icons[_ICONS[name]], word, name)
            tip = f"{word} ({keys})"
            self.shape.setItemData(self.shape.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.shape.activated.connect(lambda _: self.wanted.emit(self.shape.currentData()))
        row.addWidget(self.shape)
        for name, (word, keys) in writing.deeds().items():
            row.addWidget(self._button(name, word, keys, icons))
        row.addStretch(1)
        self.fields = {
            "document": self._choice("document", Document),
            "holds": self._choice("holds", Holds),
        }
        column.addLayout(self._field_row())

    def show_shape(self, shape: Shape) -> None:
        """Say what the cursor's block is."""
        with QSignalBlocker(self.shape):
            self.shape.setCurrentIndex(self.shape.findData(shape.value))

    def show_chapter(self, chapter: Chapter | None) -> None:
        """Say where the cursor's chapter is printed."""
        for name, choice in self.fields.items():
            choice.setEnabled(chapter is not None)
            if chapter is not None:
                with QSignalBlocker(choice):
                    choice.setCurrentIndex(choice.findData(getattr(chapter, name).value))

    def fill(self, menu: QMenu) -> None:
        """Put the same into a menu, after what it has."""
        menu.addSeparator()
        shapes = menu.addMenu(self.tr("&Format"))
        for name, (word, keys) in writing.shapes().items():
            action = shapes.addAction(f"{word}\t{keys}")
            action.triggered.connect(partial(self.wanted.emit, name))
        for name, (word, keys) in writing.deeds().items():
            action = menu.addAction(f"{word}\t{keys}")
            action.triggered.connect(partial(self.wanted.emit, name))

    def has(self, name: str) -> bool:
        """Whether there is a tool for a gesture."""
        return self.shape.findData(name) >= 0 or name in writing.deeds()

    def _field_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for name, choice in self.fields.items():
            label = QLabel(labels.field(Kind.CHAPTER, name), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setBuddy(choice)
            row.addWidget(label)
            row.addWidget(choice, 1)
        return row

    def _button(self, name: str, word: str, keys: str, icons: Icons) -> QToolButton:
        button = QToolButton(self)
        button.setText(word)
        button.setToolTip(f"{word.rstrip('…')} ({keys})")
        button.setIcon(icons[_ICONS[name]])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: self.wanted.emit(name))
        return button

    def _choice(self, name: str, of: type[Document | Holds]) -> QComboBox:
        choice = Chooser(8, self)
        for value, word in terms.choices(of).items():
            choice.addItem(word, value)
        choice.setAccessibleName(labels.field(Kind.CHAPTER, name))
        choice.activated.connect(lambda _: self.field_chosen.emit(name, choice.currentData()))
        return choice


_ICONS = {
    Shape.HEADING_1.value: "heading-1",
    Shape.HEADING_2.value: "heading-2",
    Shape.HEADING_3.value: "heading-3",
    Shape.PARAGRAPH.value: "pilcrow",
    Shape.BULLET.value: "list",
    "note": "superscript",
    "link": "link",
    "promote": "wrench",
}
