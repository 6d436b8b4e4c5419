"""Below the pages of a proof: what goes on, whether they are older than the plan, what it lacks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from qpdesk.gui.views.proof_maker import ProofMaker


class ProofFoot(QWidget):
    """One line; its buttons show only where there is something to stop or to renew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state, self.lacking = QLabel(self), QLabel(self)
        for label in (self.state, self.lacking):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.stop, self.renew = QToolButton(self), QToolButton(self)
        self.stop.setText(self.tr("Avbryt"))
        self.renew.setText(self.tr("Uppdatera (F5)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.state)
        for button in (self.stop, self.renew):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.lacking)
        self.state.setMinimumHeight(self.stop.sizeHint().height())

    def say_what_goes_on(self, maker: ProofMaker, *, is_printing: bool) -> None:
        """Say what is done now, or that the pages are older than the plan."""
        is_old = maker.is_stale and not maker.is_working
        self.stop.setVisible(maker.is_slow or is_printing)
        self.renew.setVisible(is_old)
        if maker.is_slow:
            self.state.setText(self.tr("Uppdaterar förhandsvisningen …"))
        elif is_old and not maker.follows:
            self.state.setText(self.tr("Sidorna visar planen före de senaste ändringarna."))
        elif not is_printing and not is_old:
            self.state.setText("")
