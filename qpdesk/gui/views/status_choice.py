"""The five statuses, to choose one of with the arrow keys; icon and word, never colour alone."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget
from typing_extensions import override

from qpdesk.domain.nodes import Status
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.symbols import STATUS_ICONS
from qpdesk.gui.words import terms

_IN_A_ROW = (5, 3, 2, 1)
"""How many may stand side by side, the most first."""
_BETWEEN = 18


class StatusChoice(QWidget):
    """Emits ``chosen`` when the user chooses; not when a status is shown."""

    chosen = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BETWEEN)
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
        self._grid.setColumnStretch(_IN_A_ROW[0], 1)
        self._place(_IN_A_ROW[1])
        self.setAccessibleName(self.tr("Status"))

    @override
    def minimumSizeHint(self) -> QSize:
        """One below the other is as narrow as it gets."""
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        return QSize(widest, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = (n for n in _IN_A_ROW if self._width_of(n) <= event.size().width())
        self._place(next(fitting, _IN_A_ROW[-1]))

    def _place(self, in_a_row: int) -> None:
        for number, button in enumerate(self._buttons.values()):
            self._grid.addWidget(button, *divmod(number, in_a_row))

    def _width_of(self, in_a_row: int) -> int:
        """What so many side by side take, in pixels."""
        widths = [button.sizeHint().width() for button in self._buttons.values()]
        columns = [max(widths[number::in_a_row]) for number in range(in_a_row)]
        return sum(columns) + _BETWEEN * (in_a_row - 1)

    def status(self) -> Status:
        """The status that is chosen."""
        return list(Status)[max(self._group.checkedId(), 0)]

    def show_status(self, status: Status) -> None:
        """Show a status."""
        self._buttons[status].setChecked(True)

    def choose(self, status: Status) -> None:
        """Choose a status as the user does."""
        self._buttons[status].click()
