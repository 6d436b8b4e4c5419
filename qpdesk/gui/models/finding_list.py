"""What stops a document from being published, as a plain list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from qpdesk.domain.readiness import Finding, Severity
from qpdesk.domain.register import Register
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.words import readiness

_NOWHERE = QModelIndex()


class FindingList(QAbstractListModel):
    """One finding a row: its weight in words and as a sign, what is the matter, and where."""

    def __init__(self, register: Register, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._icons = {
            Severity.STOP: icons["triangle-alert"],
            Severity.WARN: icons["info"],
        }
        self.findings: Sequence[Finding] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; what stops the document comes first."""
        self.beginResetModel()
        self.findings = sorted(findings, key=lambda each: each.severity is not Severity.STOP)
        self.endResetModel()

    def as_text(self) -> str:
        """The whole list, one finding a line."""
        return "\n".join(self._words(finding) for finding in self.findings)

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else len(self.findings)

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        if not index.isValid():
            return None
        finding = self.findings[index.row()]
        match role:
            case Qt.ItemDataRole.DecorationRole:
                return self._icons[finding.severity]
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(finding)
            case _:
                return None

    def _words(self, finding: Finding) -> str:
        weight = readiness.weight(finding.severity)
        return f"{weight}: {readiness.sentence(finding, self._register)}"
