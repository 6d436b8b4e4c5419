"""The tools of the preview: which document, how large, which page, what to look for."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from qpdesk.gui.looks.chooser import Chooser
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.views.proof_pages import LARGEST, SMALLEST

Choice = tuple[str, object]
"""Words, and what they stand for."""


class ProofBar(QWidget):
    """Two rows of tools; says what is wanted and does nothing itself."""

    report_wanted = Signal()
    """Another document or part has been chosen."""
    follow_changed = Signal(bool)
    step_wanted = Signal(int)
    percent_wanted = Signal(int)
    fit_wanted = Signal()
    page_wanted = Signal(int)
    """Counts from 1."""
    query_changed = Signal(str)
    hit_wanted = Signal(int)
    """The next (1) or the one before (-1)."""
    text_wanted = Signal(bool)
    save_wanted = Signal(str)
    """The ending of the file."""
    print_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 6)
        column.setSpacing(6)
        for row in (self._document_row(), self._reading_row()):
            column.addLayout(row)

    # ------------------------------------------------------------- what stands in it

    def offer_reports(self, kinds: Sequence[Choice], parts: Sequence[Choice]) -> None:
        """Give the documents and the parts to choose from; what was chosen stays if it can."""
        for box, choices in ((self.kind, kinds), (self.part, parts)):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for words, value in choices:
                    box.addItem(words, value)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        self.part.setEnabled(len(parts) > 1)

    def show_page(self, page: int, count: int) -> None:
        """Which page is read, from 1, of how many."""
        with QSignalBlocker(self.page):
            self.page.setRange(min(1, count), count)
            self.page.setValue(page)
        self.page.setSuffix(self.tr(" av {0}").format(count))
        self.page.setEnabled(count > 0)

    def show_percent(self, percent: int, *, fits_width: bool) -> None:
        """How large the pages are."""
        with QSignalBlocker(self.percent):
            self.percent.setValue(percent)
        self.fit.setChecked(fits_width)

    def show_hits(self, words: str, *, some: bool) -> None:
        """How much was found."""
        self.found.setText(words)
        for button in (self.before, self.next):
            button.setEnabled(some)

    # ------------------------------------------------------------- building

    def _document_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind = self._choices(self.tr("Dokument"), 20)
        self.part = self._choices(self.tr("Del av planen"), 20)
        self.follow = QCheckBox(self.tr("&Följ ändringar"), self)
        self.follow.setChecked(True)
        self.follow.toggled.connect(self.follow_changed)
        for widget in (self.kind, self.part, self.follow):
            row.addWidget(widget)
        row.addStretch(1)
        save = self._button(self.tr("Spara"), "")
        menu = QMenu(save)
        menu.addAction(self.tr("Som &PDF…")).triggered.connect(
            lambda: self.save_wanted.emit(".pdf")
        )
        menu.addAction(self.tr("Som &Word…")).triggered.connect(
            lambda: self.save_wanted.emit(".docx")
        )
        save.setMenu(menu)
        save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        paper = self._button(self.tr("Skriv ut…"), "printer")
        paper.clicked.connect(lambda _=False: self.print_wanted.emit())
        for button in (save, paper):
            row.addWidget(button)
        return row

    def _reading_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.page = QSpinBox(self)
        self.page.setPrefix(self.tr("Sida "))
        self.page.setAccessibleName(self.tr("Sida"))
        self.page.setKeyboardTracking(False)
        self.page.valueChanged.connect(self.page_wanted)
        row.addWidget(self.page)
        self._zoom(row)
        row.addStretch(1)
        self._search(row)
        row.addStretch(1)
        self.as_text = self._button(self.tr("Visa som text"), "")
        self.as_text.setCheckable(True)
        self.as_text.toggled.connect(self.text_wanted)
        row.addWidget(self.as_text)
        return row

    def _zoom(self, row: QHBoxLayout) -> None:
        smaller = self._button(self.tr("Mindre sidor"), "zoom-out", is_bare=True)
        smaller.clicked.connect(lambda _=False: self.step_wanted.emit(-1))
        self.percent = QSpinBox(self)
        self.percent.setRange(SMALLEST, LARGEST)
        self.percent.setSingleStep(10)
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName(self.tr("Sidornas storlek"))
        self.percent.setKeyboardTracking(False)
        self.percent.valueChanged.connect(self.percent_wanted)
        larger = self._button(self.tr("Större sidor"), "zoom-in", is_bare=True)
        larger.clicked.connect(lambda _=False: self.step_wanted.emit(1))
        self.fit = self._button(self.tr("Sidbredd"), "")
        self.fit.setCheckable(True)
        self.fit.clicked.connect(lambda _=False: self.fit_wanted.emit())
        for widget in (smaller, self.percent, larger, self.fit):
            row.addWidget(widget)

    def _search(self, row: QHBoxLayout) -> None:
        self.query = QLineEdit(self)
        self.query.setPlaceholderText(self.tr("Sök i dokumentet"))
        self.query.setAccessibleName(self.tr("Sök i dokumentet"))
        self.query.setClearButtonEnabled(True)
        self.query.setMaxLength(200)
        self.query.textChanged.connect(self.query_changed)
        self.query.installEventFilter(self)
        self.before = self._button(self.tr("Föregående träff (Skift+F3)"), "arrow-up", is_bare=True)
        self.before.clicked.connect(lambda _=False: self.hit_wanted.emit(-1))
        self.next = self._button(self.tr("Nästa träff (F3)"), "arrow-down", is_bare=True)
        self.next.clicked.connect(lambda _=False: self.hit_wanted.emit(1))
        self.found = QLabel(self)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.show_hits("", some=False)
        row.addWidget(self.query, 2)
        for widget in (self.before, self.next, self.found):
            row.addWidget(widget)

    def _choices(self, name: str, letters: int) -> Chooser:
        box = Chooser(letters, self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.activated.connect(lambda _: self.report_wanted.emit())
        return box

    def _button(self, words: str, icon: str, *, is_bare: bool = False) -> QToolButton:
        """A button with its words, or with an icon that stands for them."""
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(words)
        button.setToolTip(words)
        if icon:
            button.setIcon(self._icons[icon])
        if not is_bare:
            button.setText(words)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next hit, Shift+Enter to the one before, Escape clears."""
        if watched is self.query and isinstance(event, QKeyEvent):
            if event.type() is not QEvent.Type.KeyPress:
                return super().eventFilter(watched, event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.hit_wanted.emit(-1 if is_back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape and self.query.text():
                self.query.clear()
                return True
        return super().eventFilter(watched, event)
