"""Before a document is saved: what stops it from being published, with the way to each place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qpdesk.domain.readiness import Finding
from qpdesk.domain.register import Register
from qpdesk.gui.dialogs.joinery import sentence
from qpdesk.gui.guide import answer_f1
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.models.finding_list import FindingList
from qpdesk.gui.words import readiness


class ReadinessDialog(QDialog):
    """Accepted when the document is to be saved all the same."""

    def __init__(
        self,
        findings: Sequence[Finding],
        register: Register,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Innan dokumentet sparas"))
        answer_f1(self, "reports")
        self.wanted: Finding | None = None
        self.model = FindingList(register, icons, self)
        self.model.show_findings(findings)
        self._build(readiness.summary(findings))
        self.resize(720, 420)

    def _build(self, summary: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        words = self.tr("{0}. Dokumentet kan sparas ändå, till exempel för att granskas.")
        column.addWidget(sentence(words.format(summary), self))
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Det som hindrar publicering"))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.activated.connect(self._go)
        column.addWidget(self.list, 1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        copy = QPushButton(self.tr("&Kopiera listan"), box)
        copy.clicked.connect(lambda _=False: self._copy())
        go = QPushButton(self.tr("&Gå till posten"), box)
        go.clicked.connect(lambda _=False: self._go(self.list.currentIndex()))
        save = QPushButton(self.tr("&Spara ändå"), box)
        save.setDefault(True)
        box.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(go, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        for button in (copy, go):
            button.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.wanted = self.model.findings[index.row()]
            self.reject()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())
