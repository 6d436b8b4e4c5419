"""Help: the keys of the window, and what the program is."""

from collections.abc import Iterable

from PySide6.QtGui import QAction, QFont, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QTreeWidgetItem, QWidget

from qpdesk import __version__
from qpdesk.assets.forms.ui_about import Ui_AboutDialog
from qpdesk.assets.forms.ui_keys import Ui_KeysDialog
from qpdesk.gui.words import writing

_LARGE = 1.4


class AboutDialog(QDialog):
    """What the program is, and the licences of what it is made from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_AboutDialog()
        self.form.setupUi(self)
        self.form.title.setText(f"QPDesk {__version__}")
        font = QFont(self.form.title.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * _LARGE)
        self.form.title.setFont(font)
        self.form.buttons.rejected.connect(self.reject)
        _show_focus(self.form.buttons)


class KeysDialog(QDialog):
    """Every action that has a key."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_KeysDialog()
        self.form.setupUi(self)
        for action in actions:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            if keys:
                name = action.text().replace("&", "").rstrip("…")
                QTreeWidgetItem(self.form.keys, [name, keys])
        for name, key in writing.in_list():
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            QTreeWidgetItem(self.form.keys, [name, keys])
        self.form.keys.setColumnWidth(0, 300)
        self.form.buttons.rejected.connect(self.reject)
        _show_focus(self.form.buttons)


def _show_focus(box: QDialogButtonBox) -> None:
    """Let no button look chosen before it has the focus."""
    for button in box.buttons():
        if isinstance(button, QPushButton):
            button.setAutoDefault(False)
