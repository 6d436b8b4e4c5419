"""What an import found, and every text that needs a look or has no place; and the way back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidgetItem, QWidget

from qpdesk.assets.forms.ui_import_report import Ui_ImportReport
from qpdesk.gui.words import findings
from qpdesk.gui.words.messages import plural

if TYPE_CHECKING:
    from qpdesk.services.importing import Reading

_SHOWN = 400  # characters of a finding in the list; the copied list has all


class ImportReport(QDialog):
    """Shows a reading that is already in the plan."""

    UNDO = 2
    """What ``exec`` returns when the import is to be undone."""

    def __init__(self, reading: "Reading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.form = Ui_ImportReport()
        self.form.setupUi(self)
        found = self.tr("Hittat: {0}.").format(findings.summary(reading))
        self.form.summary.setText(found)
        font = QFont(self.form.summary.font())
        font.setBold(True)
        self.form.summary.setFont(font)
        self.form.explanation.setText(self._explanation())
        self._fill()
        self.form.keep.clicked.connect(self.accept)
        self.form.undo.clicked.connect(lambda: self.done(self.UNDO))
        self.form.copy.clicked.connect(self._copy)

    def _explanation(self) -> str:
        count = len(self._reading.findings)
        if not count:
            return self.tr("All text i filen har fått en plats i planen.")
        sak = plural(count, self.tr("sak"), self.tr("saker"))
        return self.tr(
            "{0} att titta på nedan. Texter som inte kunde placeras finns bara i den här listan:"
            " kopiera den om de behövs."
        ).format(sak)

    def _fill(self) -> None:
        tree = self.form.findings
        for weight, heading in findings.weights().items():
            found = [f for f in self._reading.findings if f.weight.value == weight]
            if not found:
                continue
            top = QTreeWidgetItem(tree, [f"{heading} ({len(found)})"])
            top.setFirstColumnSpanned(True)
            font = QFont(tree.font())
            font.setBold(True)
            top.setFont(0, font)
            for finding in found:
                text = finding.text.replace("\n", " ")
                row = [findings.sentence(finding), findings.place(finding.spot), text[:_SHOWN]]
                item = QTreeWidgetItem(top, row)
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            top.setExpanded(weight != "noted")
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate((270, 150, 280)):
            tree.setColumnWidth(column, width)
        tree.setVisible(bool(self._reading.findings))
        self.form.copy.setVisible(bool(self._reading.findings))
        if not self._reading.findings:
            self.resize(self.width(), 0)

    def as_text(self) -> str:
        """The whole list, one finding a line, for keeping elsewhere."""
        headings = findings.weights()
        return "\n".join(
            "\t".join(
                (
                    headings[finding.weight.value],
                    findings.sentence(finding),
                    findings.place(finding.spot),
                    finding.text.replace("\n", " "),
                )
            )
            for finding in self._reading.findings
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())
