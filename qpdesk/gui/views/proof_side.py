"""Beside the pages of a proof: its headings, small pages, and what stops it from publication."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QTabWidget, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from qpdesk.domain.readiness import Finding
from qpdesk.domain.register import Register
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.models.finding_list import FindingList
from qpdesk.gui.views.proof_place import Place

if TYPE_CHECKING:
    from qpdesk.services.proofs import Bookmark

_NOWHERE = QModelIndex()
SMALL = 120
"""Pixels of a small page's longer side."""
_PLACE = Qt.ItemDataRole.UserRole


class ProofSide(QTabWidget):
    """Three ways into a document."""

    place_wanted = Signal(object)
    """A ``Place``."""
    finding_wanted = Signal(object)
    """A ``Finding`` whose item is to be shown."""
    small_wanted = Signal(int)
    """A small page that has come into sight and has no picture yet."""

    def __init__(self, register: Register, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its row of tabs has it
        self.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Vägar i dokumentet"))
        self.tabBar().setAccessibleName(self.tr("Vägar i dokumentet"))
        self.headings = QTreeWidget(self)
        self.headings.setHeaderHidden(True)
        self.headings.setAccessibleName(self.tr("Rubriker"))
        self.headings.setEnabled(False)
        self.headings.itemActivated.connect(self._heading_chosen)
        self.headings.itemClicked.connect(self._heading_chosen)
        self.small = SmallPages(self)
        self.small.wanted.connect(self.small_wanted)
        self.pages = QListView(self)
        self.pages.setModel(self.small)
        self.pages.setAccessibleName(self.tr("Sidor"))
        self.pages.setUniformItemSizes(True)
        self.pages.setIconSize(QSize(SMALL, SMALL))
        self.pages.setSpacing(4)
        self.pages.activated.connect(self._page_chosen)
        self.pages.clicked.connect(self._page_chosen)
        self.findings = FindingList(register, icons, self)
        self.lacking = QListView(self)
        self.lacking.setModel(self.findings)
        self.lacking.setWordWrap(True)
        self.lacking.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lacking.setResizeMode(QListView.ResizeMode.Adjust)
        self.lacking.setSpacing(2)
        self.lacking.setAccessibleName(self.tr("Det som hindrar publicering"))
        self.lacking.activated.connect(self._finding_chosen)
        self.addTab(self.headings, self.tr("Innehåll"))
        self.addTab(self.pages, self.tr("Sidor"))
        self.addTab(self.lacking, self.tr("Att rätta"))

    def show_document(self, pages: int, bookmarks: "Sequence[Bookmark]") -> None:
        """Show the ways into another document."""
        self.small.show_pages(pages)
        self.headings.clear()
        above: list[QTreeWidgetItem] = []
        for mark in bookmarks:
            item = QTreeWidgetItem([mark.title])
            item.setData(0, _PLACE, Place(mark.page, mark.top))
            item.setToolTip(0, mark.title)
            del above[mark.level :]
            if above:
                above[-1].addChild(item)
            else:
                self.headings.addTopLevelItem(item)
            above.append(item)
        self.headings.expandAll()
        if (first := self.headings.topLevelItem(0)) is not None:
            self.headings.setCurrentItem(first)  # where the focus is seen
        self.headings.setEnabled(bool(bookmarks))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what stops it."""
        self.findings.show_findings(findings)
        words = self.tr("Att rätta")
        self.setTabText(2, f"{words} ({len(findings)})" if findings else words)

    def show_page(self, page: int) -> None:
        """Mark the page that is read."""
        index = self.small.index(page)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.pages.selectionModel().setCurrentIndex(index, flag)

    def _heading_chosen(self, item: QTreeWidgetItem) -> None:
        self.place_wanted.emit(item.data(0, _PLACE))

    def _page_chosen(self, index: QModelIndex) -> None:
        self.place_wanted.emit(Place(index.row(), 0))

    def _finding_chosen(self, index: QModelIndex) -> None:
        self.finding_wanted.emit(self.findings.findings[index.row()])


class SmallPages(QAbstractListModel):
    """Small pictures of pages, asked for as they come into sight."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._icons: dict[int, QIcon] = {}
        self._asked: set[int] = set()
        blank = QPixmap(SMALL, SMALL)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)

    def show_pages(self, count: int) -> None:
        """Show so many pages; as long as they are as many, their old pictures stand till then."""
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self._icons.clear()
            self.endResetModel()
        self._asked.clear()
        self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show a page."""
        self._icons[page] = QIcon(QPixmap.fromImage(picture))
        self.dataChanged.emit(self.index(page), self.index(page))

    @override
    def rowCount(self, parent: QModelIndex = _NOWHERE) -> int:  # type: ignore[override]  # stubs
        return 0 if parent.isValid() else self._count

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]  # stubs
        if not index.isValid():
            return None
        page = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.tr("Sida {0}").format(page + 1)
            case Qt.ItemDataRole.DecorationRole:
                if page not in self._asked:
                    self._asked.add(page)
                    self.wanted.emit(page)
                return self._icons.get(page, self._blank)
            case _:
                return None
