"""The guide beside the window: chapters on the left, the text on the right, a search above both."""

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qpdesk.gui.looks.fitting import fit
from qpdesk.gui.override import override
from qpdesk.gui.words import messages
from qpdesk.services.guide import read_guide

_SIZE = (130, 40)  # characters and lines
_SHARES = (34, 96)  # characters
_PLACE = Qt.ItemDataRole.UserRole
_OWN_TEXT = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


def show_guide(parent: QWidget, chapter: str) -> "GuideDialog":
    """Show a chapter of the guide beside a window or dialog, which can be worked in meanwhile."""
    guide = parent.findChild(GuideDialog) or GuideDialog(parent)
    guide.go_to(chapter)
    guide.show()
    guide.raise_()
    guide.activateWindow()
    return guide


def answer_f1(dialog: QWidget, chapter: str) -> None:
    """Let F1 in a dialog show its chapter: the window's own key does not reach in here."""
    QShortcut(QKeySequence("F1"), dialog).activated.connect(lambda: show_guide(dialog, chapter))


class GuideDialog(QDialog):
    """Everything in it is the program's own text; nothing is fetched from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Handledning"))
        # In another language it is another file: its name is a word to translate.
        self._guide = read_guide(QCoreApplication.translate("Guide", "help.sv.md"))
        self._blocks: list[QTextBlock] = []
        self._hits: list[QTextCursor] = []
        self._at = 0
        self._build()
        self._write()
        self._list()
        self._give_keys()

    # ------------------------------------------------------------- going about

    def go_to(self, chapter: str) -> None:
        """Bring a chapter, by its key, to the top."""
        keys = [heading.key for heading in self._guide.headings]
        if chapter in keys:
            self._show(keys.index(chapter))

    def seek(self, *, back: bool = False) -> None:
        """Go to the next hit of the search, or the previous one, round the end."""
        if not self._hits:
            return
        here = self.page.textCursor().selectionStart()
        starts = [hit.selectionStart() for hit in self._hits]
        number = starts.index(here) if here in starts else bisect_right(starts, here) - 1
        self._show_hit((number + (-1 if back else 1)) % len(starts))

    def _show(self, number: int) -> None:
        """Bring a heading to the top, with the cursor, from where it is read on."""
        self._at = number
        cursor = QTextCursor(self._blocks[number])
        self.page.setTextCursor(cursor)
        bar = self.page.verticalScrollBar()
        bar.setValue(bar.value() + self.page.cursorRect(cursor).top())
        self._mark_heading(number)

    def _mark_heading(self, number: int) -> None:
        self.contents.blockSignals(True)
        self.contents.setCurrentItem(self._lines[number])
        self.contents.blockSignals(False)

    def _follow(self, link: QUrl) -> None:
        self.go_to(link.fragment())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """The text has its width only now, and with it each heading its place."""
        super().showEvent(event)
        self._show(self._at)
        self.page.setFocus()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Links were written in the colours of before."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._blocks:
            self._write()
            self._search()
            self._show(self._at)

    # ------------------------------------------------------------- searching

    def _search(self) -> None:
        """Mark every hit, list only headings that have some, and show the first."""
        words = self.field.text().strip()
        self._hits = list(_found(self.page.document(), words)) if words else []
        self.page.setExtraSelections([self._marked(hit) for hit in self._hits])
        for line in self._lines:
            line.setHidden(bool(words))
        for hit in self._hits:
            self._reveal(self._lines[self._heading_above(hit.selectionStart())])
        if self._hits:
            self._show_hit(0)
        else:
            self._tell(messages.hits(0) if words else "")

    def _show_hit(self, number: int) -> None:
        hit = self._hits[number]
        self.page.setTextCursor(hit)
        self.page.ensureCursorVisible()
        self._mark_heading(self._heading_above(hit.selectionStart()))
        self._tell(messages.hit(number + 1, len(self._hits)))

    def _heading_above(self, position: int) -> int:
        """The heading that a place stands under; what precedes all counts to the first."""
        return max(bisect_right([block.position() for block in self._blocks], position) - 1, 0)

    def _reveal(self, line: QTreeWidgetItem | None) -> None:
        """Let a heading be seen in the list, and the chapter that it belongs to."""
        while line is not None:
            line.setHidden(False)
            line = line.parent()

    def _marked(self, hit: QTextCursor) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        look.setBackground(self.palette().highlight())
        look.setForeground(self.palette().highlightedText())
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = hit, look
        return mark

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Sök i handledningen (Ctrl+F)"))
        self.field.setAccessibleName(self.tr("Sök i handledningen"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._search)
        column.addWidget(self.field)
        self.contents = QTreeWidget(self)
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(False)
        self.contents.setAccessibleName(self.tr("Kapitel i handledningen"))
        self.contents.currentItemChanged.connect(self._chosen)
        self.page = _Page(self)
        self.page.setAccessibleName(self.tr("Handledning"))
        self.page.anchorClicked.connect(self._follow)
        split = QSplitter(self)
        split.setChildrenCollapsible(False)
        letter = self.fontMetrics().horizontalAdvance("n")
        for part in (self.contents, self.page):
            split.addWidget(part)
        split.setSizes([share * letter for share in _SHARES])
        split.setStretchFactor(1, 1)
        column.addWidget(split, 1)
        column.addLayout(self._foot())
        fit(self, *_SIZE)

    def _foot(self) -> QHBoxLayout:
        self._told = QLabel(self)
        close = QPushButton(self.tr("&Stäng"), self)
        close.setAutoDefault(False)  # Enter in the search goes to the next hit
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self._told, 1)
        row.addWidget(close)
        return row

    def _write(self) -> None:
        document = self.page.document()
        document.setMarkdown(self._guide.text, _OWN_TEXT)
        document.setDocumentMargin(self.fontMetrics().height())
        block, self._blocks = document.begin(), []
        while block.isValid():
            if block.blockFormat().headingLevel() > 1:
                self._blocks.append(block)
            block = block.next()

    def _list(self) -> None:
        self._lines: list[QTreeWidgetItem] = []
        chapter = self.contents.invisibleRootItem()
        for number, heading in enumerate(self._guide.headings):
            line = QTreeWidgetItem([heading.words])
            line.setToolTip(0, heading.words)
            line.setData(0, _PLACE, number)
            if heading.key:
                self.contents.addTopLevelItem(line)
                chapter = line
            else:
                chapter.addChild(line)
                chapter.setExpanded(True)  # all at once would make leaves "expanded", too
            self._lines.append(line)

    def _chosen(self, line: QTreeWidgetItem | None) -> None:
        if line is not None:
            self._show(line.data(0, _PLACE))

    def _give_keys(self) -> None:
        keys = {"F3": self.seek, "Shift+F3": lambda: self.seek(back=True)}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.field.setFocus)
        self.field.returnPressed.connect(self.seek)


class _Page(QTextBrowser):
    """The text, with a cursor to read and copy by; Tab leads on, Enter follows a link."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        link = self.textCursor().charFormat().anchorHref()
        if link and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.anchorClicked.emit(QUrl(link))
        else:
            super().keyPressEvent(event)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Fetch nothing, whatever the text might name."""
        return None


def _found(document: QTextDocument, words: str) -> Iterator[QTextCursor]:
    """Every place where the words stand."""
    hit = document.find(words)
    while not hit.isNull():
        yield hit
        hit = document.find(words, hit)
