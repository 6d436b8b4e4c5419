"""What is seen when no file is open: what one can do, each in one sentence."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.gui.looks.focus import CommandLink
from qpdesk.gui.looks.heading import Heading, fit_headings
from qpdesk.gui.looks.icons import Icons

_SHOWN = 4
_WIDTH, _ICON = 66, 3  # letters


class StartPage(QScrollArea):
    """Ways to begin, and the files opened last. With large text it can be scrolled."""

    wanted = Signal(str)
    """The name of a deed."""
    recent_wanted = Signal(object, str)
    """The path of a file in the list, and what is wanted with it: open, seek, forget."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(32, 24, 32, 24)
        self._box = QWidget(page)
        self._column = QVBoxLayout(self._box)
        self._column.setSpacing(4)
        outer.addStretch(1)
        outer.addWidget(self._box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(2)
        self._buttons: list[CommandLink] = []
        self._recent: list[tuple[Path, CommandLink, QWidget]] = []
        self._build()
        self._fit()
        self.setWidget(page)

    def list_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened last."""
        for _, button, gone in self._recent:
            self._buttons.remove(button)
            button.deleteLater()
            gone.deleteLater()
        self._recent = []
        self._last.setVisible(bool(paths))
        for path in paths[:_SHOWN]:
            button = self._button("history", path.stem.replace("&", "&&"), str(path.parent))
            button.clicked.connect(partial(self._want, path, "open"))
            gone = self._ways_out(path)
            self._column.addWidget(gone)
            self._recent.append((path, button, gone))
        self._fit()

    def show_missing(self, missing: object) -> None:
        """Say which of them are not there, with what one can do about it."""
        for path, button, gone in self._recent:
            is_gone = isinstance(missing, list) and path in missing
            gone.setVisible(is_gone)
            if is_gone:
                button.setDescription(self.tr("Hittas inte i {0}").format(path.parent))

    def _want(self, path: Path, how: str, _checked: bool = False) -> None:
        self.recent_wanted.emit(path, how)

    def _build(self) -> None:
        self._column.addWidget(Heading(self.tr("Välkommen till QPDesk"), 1.6, self._box))
        self._column.addSpacing(8)
        for icon, text, sentence, deed in (
            (
                "book-open-check",
                self.tr("Öppna ett exempel"),
                self.tr("En påhittad kommuns kvalitetsplan att prova på."),
                "example",
            ),
            (
                "file-plus",
                self.tr("Börja på en ny fil"),
                self.tr("En tom plan, eller en mall med kapitel och processer."),
                "new_file",
            ),
            (
                "file-input",
                self.tr("Importera"),
                self.tr("En plan eller uppföljning ur Word, Excel eller JSON."),
                "import",
            ),
            (
                "folder-open",
                self.tr("Öppna en fil"),
                self.tr("En .qpd-fil som redan finns."),
                "open",
            ),
        ):
            button = self._button(icon, text, sentence)
            button.clicked.connect(partial(self._choose, deed))
        self._column.addSpacing(8)
        self._last = QLabel(self.tr("Senaste filer"), self._box)
        self._last.hide()
        self._column.addWidget(self._last)

    def _choose(self, deed: str, _checked: bool = False) -> None:
        self.wanted.emit(deed)

    def _ways_out(self, path: Path) -> QWidget:
        """What can be done about a file that is gone; out of sight until it is known to be."""
        ways = QWidget(self._box)
        row = QHBoxLayout(ways)
        row.setContentsMargins(_ICON * self.fontMetrics().horizontalAdvance("n") + 16, 0, 0, 4)
        for text, how in ((self.tr("Leta upp…"), "seek"), (self.tr("Ta bort ur listan"), "forget")):
            button = QPushButton(text, ways)
            button.setAccessibleName(f"{text.rstrip('…')}: {path.stem}")
            button.clicked.connect(partial(self._want, path, how))
            row.addWidget(button)
        row.addStretch(1)
        ways.hide()
        return ways

    def _button(self, icon: str, text: str, sentence: str) -> CommandLink:
        button = CommandLink(text, sentence, self._box)
        button.setIcon(self._icons[icon])
        self._buttons.append(button)
        self._column.addWidget(button)
        return button

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            fit_headings(self)
            self._fit()

    def _fit(self) -> None:
        """Be as wide and large as the text is."""
        letter = self.fontMetrics().horizontalAdvance("n")
        for button in self._buttons:
            button.setIconSize(QSize(_ICON * letter, _ICON * letter))
        self._box.setFixedWidth(_WIDTH * letter)
