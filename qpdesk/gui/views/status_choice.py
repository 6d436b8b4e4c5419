"""The five statuses, to choose one of with the arrow keys; icon and word, never colour alone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from qpdesk.domain.nodes import Status
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.symbols import STATUS_ICONS
from qpdesk.gui.words import terms

_IN_A_ROW = 3


class StatusChoice(QWidget):
    """Emits ``chosen`` when the user chooses; not when a status is shown."""

    chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._buttons: dict[Status, QRadioButton] = {}
        for number, (status, word) in enumerate(terms.statuses().items()):
            button = QRadioButton(word, self)
            button.setIcon(icons[STATUS_ICONS[status]])
            button.setToolTip(f"{word} (Ctrl+{number + 1})")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False: self.chosen.emit())
            self._group.addButton(button, number)
            self._buttons[status] = button
            grid.addWidget(button, *divmod(number, _IN_A_ROW))
        grid.setColumnStretch(_IN_A_ROW, 1)
        self.setAccessibleName(self.tr("Status"))

    def status(self) -> Status:
        """The status that is chosen."""
        return list(Status)[max(self._group.checkedId(), 0)]

    def show_status(self, status: Status) -> None:
        """Show a status."""
        self._buttons[status].setChecked(True)

    def choose(self, status: Status) -> None:
        """Choose a status as the user does."""
        self._buttons[status].click()
