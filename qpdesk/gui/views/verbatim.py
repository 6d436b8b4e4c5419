"""Fields that give back exactly what was put in, however long; Qt's own cut and exchange signs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

_NO_LIMIT = 2**31 - 1
_LINE_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


def unlimited(line: QLineEdit) -> None:
    """Let a field take any text; Qt's own limit cuts after 32,767 characters, and says nothing."""
    line.setMaxLength(_NO_LIMIT)


def text_of(document: QTextDocument) -> str:
    """The text as it was typed; ``toPlainText`` makes mere blanks of no-break spaces."""
    return document.toRawText().translate(_LINE_ENDS)


class VerbatimCells(QStyledItemDelegate):
    """Cells that are typed into without a limit."""

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            unlimited(editor)
        return editor
