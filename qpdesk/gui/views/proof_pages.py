"""The pages of a proof below one another, at any size, with what was found marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from qpdesk.gui.looks.paper_colours import CURRENT, FOUND, FRAME
from qpdesk.gui.looks.roles import give_role
from qpdesk.gui.views.proof_place import Place
from qpdesk.gui.views.proof_stack import GAP, ProofStack

if TYPE_CHECKING:
    from qpdesk.services.proofs import Hit

SMALLEST, LARGEST = 50, 400
"""Per cent; 100 is the size on paper as a screen shows it: 96 pixels an inch."""
_STEPS = (50, 60, 75, 90, 100, 125, 150, 175, 200, 250, 300, 400)
_PIXELS = 96 / 72  # a point at 100 %
_NEAR, _NEAR_UP_TO = 2, 150  # pages beyond those in sight that are kept, at most so large
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}
_FOUND, _CURRENT, _FRAME = map(QColor, (FOUND, CURRENT, FRAME))


class ProofPages(QAbstractScrollArea):
    """Knows where pages are and shows their pictures; others make these."""

    wanted = Signal()
    """Pages have come into sight, or their size has changed: see ``in_sight`` and ``scale``."""
    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_role(self, QAccessible.Role.Document)
        self._stack = ProofStack()
        self._percent = 100.0
        self.fits_width = True
        self._pictures: dict[int, QImage] = {}
        self._fresh: set[int] = set()
        self._hits: Sequence[Hit] = ()
        self._current: Hit | None = None
        self.page = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # ------------------------------------------------------------- what is shown

    def show_pages(self, sizes: Sequence[tuple[float, float]], place: Place | None) -> None:
        """Show other pages, from a place on; their old pictures stand until there are new ones."""
        self._fresh.clear()
        self._hits, self._current = (), None
        self.page = -1
        self._lay_out(sizes)
        self.go_to(place or Place(0, 0))
        self._scrolled()

    def show_picture(self, page: int, picture: QImage) -> None:
        """Show a page's picture."""
        self._pictures[page] = picture
        self._fresh.add(page)
        self.viewport().update()

    def show_hits(self, hits: "Sequence[Hit]", current: "Hit | None", *, goes: bool = True) -> None:
        """Mark what was found, and bring one of it into sight if wished."""
        self._hits, self._current = hits, current
        if goes and current is not None and current.places:
            _, top, _, height = current.places[0]
            self._reveal(current.page, top, height)
        self.viewport().update()

    # ------------------------------------------------------------- where one is

    @property
    def place(self) -> Place:
        """What stands at the view's upper edge."""
        y = self.verticalScrollBar().value()
        page = self._stack.page_at(y)
        return Place(page, self._stack.top_at(page, y))

    def go_to(self, place: Place) -> None:
        """Bring a place to the view's upper edge."""
        if count := len(self._stack.sizes):
            page = min(max(place.page, 0), count - 1)
            edge = 0 if place.top else GAP
            self.verticalScrollBar().setValue(round(self._stack.height_of(page, place.top)) - edge)

    def in_sight(self) -> list[int]:
        """The pages in sight that have no picture of the right size yet."""
        return [page for page in self._span() if page not in self._fresh]

    # ------------------------------------------------------------- size

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self._percent / 100 * _PIXELS

    @property
    def percent(self) -> int:
        """How large the pages are shown."""
        return round(self._percent)

    def set_percent(self, percent: float) -> None:
        """Show the pages so large."""
        self.fits_width = False
        self._zoom(percent)

    def step(self, way: int) -> None:
        """Show the pages one step larger (1) or smaller (-1), or as large as on paper (0)."""
        if way > 0:
            self.set_percent(next((s for s in _STEPS if s > self._percent + 0.5), LARGEST))
        elif way < 0:
            self.set_percent(next((s for s in _STEPS[::-1] if s < self._percent - 0.5), SMALLEST))
        else:
            self.set_percent(100)

    def fit_width(self) -> None:
        """Let the widest page fill the view, whatever the view's width."""
        self.fits_width = True
        self._zoom(self._percent)

    def _zoom(self, percent: float) -> None:
        place, was = self.place, self._percent
        self._percent = min(max(percent, SMALLEST), LARGEST)
        self._lay_out(self._stack.sizes)
        if self._percent != was:
            self._fresh.clear()
            self.go_to(place)
            self._scrolled()
        self.zoomed.emit()

    # ------------------------------------------------------------- laying out

    def _lay_out(self, sizes: Sequence[tuple[float, float]]) -> None:
        if self.fits_width and sizes:
            room = self.viewport().width() - 2 * GAP
            fitting = room / max(width for width, _ in sizes) / _PIXELS * 100
            self._percent = min(max(fitting, SMALLEST), LARGEST)
        self._stack.lay_out(sizes, self.scale)
        whole, view = self._stack.extent, self.viewport().size()
        down, right = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, whole.height() - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(round(30 * self.scale))
        right.setRange(0, max(0, whole.width() - view.width()))
        right.setPageStep(view.width())
        right.setSingleStep(40)

    def _span(self) -> range:
        """The pages in sight."""
        return self._stack.span(self.verticalScrollBar().value(), self.viewport().height())

    def _reveal(self, page: int, top: float, height: float) -> None:
        """Bring something into sight with room around it, if it is not there already."""
        y = self._stack.height_of(page, top)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= y <= bar.value() + room - height * self.scale:
            bar.setValue(round(y - room / 3))

    def _scrolled(self) -> None:
        span = self._span()
        near = _NEAR if self._percent <= _NEAR_UP_TO else 0  # at 400 % each takes 57 MB
        kept = range(span.start - near, span.stop + near)
        self._pictures = {page: each for page, each in self._pictures.items() if page in kept}
        self._fresh &= self._pictures.keys()
        read = self.verticalScrollBar().value() + self.viewport().height() / 3
        page = self._stack.page_at(read) if span else -1
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)
        self.viewport().update()
        self.wanted.emit()

    # ------------------------------------------------------------- painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        whole = self.viewport().rect()
        painter.fillRect(whole, self.palette().color(QPalette.ColorRole.Mid))
        for page in self._span():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(whole.adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        corner = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        area = self._stack.area(page, self.viewport().width(), corner).toAlignedRect()
        painter.fillRect(area, Qt.GlobalColor.white)
        if picture := self._pictures.get(page):
            is_stretched = page not in self._fresh
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_stretched)
            painter.drawImage(area, picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        for hit in self._hits:
            if hit.page == page:
                self._paint_hit(painter, area.topLeft(), hit)

    def _paint_hit(self, painter: QPainter, corner: QPoint, hit: "Hit") -> None:
        is_current = hit is self._current
        for left, top, width, height in hit.places:
            box = QRectF(
                corner.x() + left * self.scale - 1,
                corner.y() + top * self.scale - 1,
                width * self.scale + 2,
                height * self.scale + 2,
            )
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(box, _CURRENT if is_current else _FOUND)  # the words stay dark
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            if is_current:  # a frame, too: never by colour alone
                painter.setPen(QPen(_FRAME, 1.5))
                painter.drawRect(box)

    # ------------------------------------------------------------- hands

    @override
    def event(self, event: QEvent) -> bool:
        """While the pages have the focus, Ctrl with + - 0 means them, not all text."""
        is_asking = event.type() is QEvent.Type.ShortcutOverride
        if is_asking and isinstance(event, QKeyEvent) and _zooms(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        turned = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if _zooms(event):
            self.step(_ZOOM_KEYS[Qt.Key(key)])
        elif _is_held(event) and key in turned:
            self.go_to(Place(self.page + turned[Qt.Key(key)], 0))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            bar.setValue(bar.value() + round(bar.pageStep() * 0.9))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}:
            bar.setValue(bar.value() - round(bar.pageStep() * 0.9))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._zoom(self._percent)
        self._scrolled()


def _is_held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _zooms(event: QKeyEvent) -> bool:
    return _is_held(event) and event.key() in _ZOOM_KEYS
