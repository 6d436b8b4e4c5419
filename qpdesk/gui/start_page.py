"""What is seen when no file is open: what one can do, each in one sentence."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qpdesk.gui.looks.focus import CommandLink
from qpdesk.gui.looks.heading import Heading, fit_headings
from qpdesk.gui.looks.icons import Icons

_SHOWN = 4
_WIDTH = 66  # letters


class StartPage(QWidget):
    """Three ways to begin, and the files opened last."""

    wanted = Signal(str)
    """The name of a deed."""
    recent_wanted = Signal(object)
    """The path of a file in the list."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 32, 32, 32)
        self._box = QWidget(self)
        self._box.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * _WIDTH)
        self._column = QVBoxLayout(self._box)
        self._column.setSpacing(4)
        outer.addStretch(1)
        outer.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        self._column.addWidget(Heading(self.tr("Välkommen till QPDesk"), 1.6, self._box))
        self._column.addSpacing(12)
        self._button(
            "book-open-check",
            self.tr("Öppna ett exempel"),
            self.tr("En påhittad kommuns kvalitetsplan att prova på."),
        ).clicked.connect(lambda: self.wanted.emit("example"))
        self._button(
            "file-plus",
            self.tr("Börja på en ny fil"),
            self.tr("En tom plan, eller en plan hämtad från Word eller Excel."),
        ).clicked.connect(lambda: self.wanted.emit("new_file"))
        self._button(
            "folder-open",
            self.tr("Öppna en fil"),
            self.tr("En .qpd-fil som redan finns."),
        ).clicked.connect(lambda: self.wanted.emit("open"))
        self._recent: list[CommandLink] = []

    def list_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened last."""
        for button in self._recent:
            button.deleteLater()
        self._recent = []
        for path in paths[:_SHOWN]:
            button = self._button("history", path.stem.replace("&", "&&"), str(path.parent))
            button.clicked.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
            self._recent.append(button)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_headings(self)
            self._box.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * _WIDTH)

    def _button(self, icon: str, text: str, sentence: str) -> CommandLink:
        button = CommandLink(text, sentence, self._box)
        button.setIcon(self._icons[icon])
        button.setIconSize(QSize(24, 24))
        self._column.addWidget(button)
        return button
