"""From the pages to a printer: asks which, and says how far it has come."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from qpdesk.gui.reader import Reader
from qpdesk.gui.views.paper_job import PaperJob, pages_of


class ProofPrinting(QObject):
    """One job at a time."""

    told = Signal(str)
    """A sentence for the status bar and the screen reader."""
    changed = Signal(str)
    """How far it has come, in words; "" when it has ended."""

    def __init__(self, reader: Reader, view: QWidget) -> None:
        super().__init__(view)
        self._reader = reader
        self._view = view
        self._job: PaperJob | None = None

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._job is not None

    def ask(self, name: str, pages: int, current: int) -> None:
        """Let a printer be chosen, and print on it.

        Args:
            name: What the printer's queue calls the document.
            pages: How many there are.
            current: The one that is read, from 0.
        """
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._view)
        dialog.setMinMax(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer, pages, current)

    def print_on(self, printer: QPrinter, pages: int, current: int) -> None:
        """Print the pages that were chosen in the printer's dialog."""
        self._job = PaperJob(self._reader, printer, pages_of(printer, pages, current), self)
        self._job.progressed.connect(self._progressed)
        self._job.ended.connect(self._ended)
        self._job.start()

    def cancel(self) -> None:
        """Stop before the next page."""
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, done: int, pages: int) -> None:
        self.changed.emit(self.tr("Skriver ut: {0} av {1} sidor …").format(done, pages))

    def _ended(self, went: bool) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self.changed.emit("")
        words = self.tr("Utskriften är skickad till skrivaren.")
        self.told.emit(words if went else self.tr("Utskriften blev inte av. Inget har ändrats."))
