"""When the program has a fault: says that the work is saved, and offers a report without texts."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class CrashDialog(QMessageBox):
    """Tells of a fault. The report holds the program's own lines, never a plan's texts."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("QPDesk")
        self.setText(self.tr("Något gick fel. Ditt arbete är sparat."))
        self.setInformativeText(
            self.tr(
                "Du kan fortsätta. Om det händer igen: starta om programmet, och skicka gärna"
                " rapporten till den som sköter det hos er. Den innehåller inga texter ur planen."
            )
        )
        self.setDetailedText(report)
        self._report = report
        copy = self.addButton(self.tr("&Kopiera rapporten"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()
        copy.clicked.connect(self._copy)
        self.setDefaultButton(
            self.addButton(self.tr("&Fortsätt"), QMessageBox.ButtonRole.AcceptRole)
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
