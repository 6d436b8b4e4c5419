"""The words that the user has added to the dictionary, to add and take away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.spelling import LONGEST
from qpdesk.domain.text import one_line, sorting_key
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.spelling import Spelling


class OwnWordsDialog(QDialog):
    """A list, a field for one more, and a button to take away."""

    def __init__(self, spelling: Spelling, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Min ordlista"))
        answer_f1(self, "writing")
        self._spelling = spelling
        column = QVBoxLayout(self)
        about = QLabel(self.tr("&Ord som stavningskontrollen godkänner på den här datorn:"), self)
        self.words = QListWidget(self)
        self.words.setAccessibleName(self.tr("Min ordlista"))
        about.setBuddy(self.words)
        column.addWidget(about)
        column.addWidget(self.words, 1)
        row = QHBoxLayout()
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("Nytt ord"))
        self.field.setAccessibleName(self.tr("Nytt ord"))
        self.add = QPushButton(self.tr("&Lägg till"), self)
        self.remove = QPushButton(self.tr("&Ta bort"), self)
        for widget in (self.field, self.add, self.remove):
            row.addWidget(widget)
        column.addLayout(row)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.words.itemSelectionChanged.connect(self._enable)
        self._list()
        self.field.setFocus()

    def _list(self) -> None:
        self.words.clear()
        self.words.addItems(sorted(self._spelling.own_words(), key=sorting_key))
        some = Qt.FocusPolicy.StrongFocus if self.words.count() else Qt.FocusPolicy.NoFocus
        self.words.setFocusPolicy(some)  # where there is no row, nobody could see the focus
        self.words.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        self.remove.setEnabled(bool(self.words.selectedItems()))

    def _add(self) -> None:
        try:
            word = one_line(self.field.text())
        except NotPrintable:
            word = ""
        if word:
            self._spelling.add(word)
            self.field.clear()
            self._list()

    def _remove(self) -> None:
        for item in self.words.selectedItems():
            self._spelling.remove(item.text())
        self._list()
