"""A small picture of a document in a municipality's look, as it is now: its cover, or a table."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qpdesk.gui.looks.paper_colours import HOUSE, INK, RULE, TINT, WHITE
from qpdesk.services.profiles import Look, thumbnail

_PAGE = (210.0, 297.0)  # millimetres
_LETTERS = 34  # of width, at the size that text has now
_BANDS = {"wide": 23.0, "none": 0.0}
_THIN = 4.0
_SHARES = {"middle": 0.5, "right": 1.0}
_FACTS = ("Nämnd:", "Diarienummer:", "Beslutsdatum:")
_AREA, _HEADS = "Område", ("Risk", "Egenkontroll", "Åtgärd")  # documents are Swedish


class ProfileSketch(QWidget):
    """Drawn in millimetres of a page; shows the colour even if it is too light to be accepted."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._colour = QColor(HOUSE)
        self._look = Look()
        self._shows_cover = False
        self._pictures: dict[str, tuple[Path | None, _Picture | None]] = {}
        self._faces: dict[Path, int] = {}
        self._family = ""
        self.setMinimumSize(self.sizeHint() / 3)
        self.setAccessibleName(self.tr("Så här ser dokumenten ut"))

    def show_look(self, look: Look) -> None:
        """Wear a look."""
        colour = QColor(look.texts.get("colour", ""))
        self._colour = colour if colour.isValid() else QColor(HOUSE)
        self._look = look
        for name in ("logo", "picture"):
            path = look.files.get(name)
            if name not in self._pictures or self._pictures[name][0] != path:
                self._pictures[name] = (path, _picture(path))
        self._family = self._family_of(look.files.get("font"))
        self.update()

    def show_cover(self, *, is_whole: bool) -> None:
        """Show the cover as a whole, or a first page that has a table, too."""
        self._shows_cover = is_whole
        self.update()

    def let_go(self) -> None:
        """Forget the typefaces that were looked at: they are not the program's own."""
        for number in self._faces.values():
            QFontDatabase.removeApplicationFont(number)
        self._faces = {}

    @override
    def sizeHint(self) -> QSize:
        width = _LETTERS * self.fontMetrics().horizontalAdvance("n")
        return QSize(width, round(width * _PAGE[1] / _PAGE[0]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _PAGE[0], self.height() / _PAGE[1])
        painter.scale(scale, scale)
        page = QRectF(0, 0, *_PAGE)
        painter.fillRect(page, QColor(WHITE))
        band = _BANDS.get(self._said("band"), _THIN) if self._shows_cover else _THIN
        painter.fillRect(QRectF(0, 0, _PAGE[0], band), self._colour)
        top = self._draw_picture(painter, "logo", QRectF(20, max(22, band + 9), 170, 25))
        if self._shows_cover:
            self._draw_cover(painter, top)
        else:
            self._draw_page(painter)
        painter.setPen(QColor(RULE))
        painter.drawRect(page.adjusted(0, 0, -0.5, -0.5))

    def _said(self, name: str) -> str:
        return self._look.texts.get(name, "")

    def _draw_picture(self, painter: QPainter, name: str, room: QRectF) -> float:
        """A picture fitted into a room; returns where what is below it begins."""
        _, picture = self._pictures.get(name, (None, None))
        if picture is None:
            return room.top()
        size = picture.shown.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        share = _SHARES.get(self._said("logo_place"), 0) if name == "logo" else 0
        left = room.left() + (room.width() - size.width()) * share
        place = QRectF(left, room.top(), size.width(), size.height())
        if name == "logo" and picture.needs_ground:
            painter.fillRect(place, self._colour)
        painter.drawPixmap(place, picture.shown, QRectF())
        return place.bottom()

    def _draw_cover(self, painter: QPainter, top: float) -> None:
        below = self._draw_picture(painter, "picture", QRectF(20, top + 8, 170, 81))
        title = max(below + 14, 95)
        self._write(painter, QRectF(20, title, 170, 40), self._title, 11, self._colour, bold=True)
        painter.setPen(QColor(RULE))
        painter.drawLine(20, 212, 190, 212)
        for row, fact in enumerate(_FACTS):
            self._write(painter, QRectF(20, 216 + row * 9, 60, 8), fact, 5, QColor(INK))
            painter.fillRect(QRectF(62, 219 + row * 9, 50 - row * 8, 2), QColor(RULE))
        ways = " · ".join(filter(None, map(self._said, ("phone", "email", "web"))))
        sender = (self._said("sender"), self._said("address"), ways)
        for row, line in enumerate(filter(None, sender)):
            is_name = not row and bool(self._said("sender"))
            colour = self._colour if is_name else QColor(INK)
            room = QRectF(20, 252 + row * 9, 170, 8)
            self._write(painter, room, line, 5, colour, bold=is_name)

    def _draw_page(self, painter: QPainter) -> None:
        self._write(painter, QRectF(20, 78, 170, 40), self._title, 11, self._colour, bold=True)
        self._write(painter, QRectF(20, 128, 170, 10), _AREA, 7, self._colour, bold=True)
        self._draw_table(painter)
        right = Qt.AlignmentFlag.AlignRight
        header, footer = self._said("header"), self._said("footer")
        self._write(painter, QRectF(100, 8, 96, 8), header, 4.5, QColor(INK), align=right)
        self._write(painter, QRectF(20, 284, 120, 8), footer, 4.5, QColor(INK))
        self._write(painter, QRectF(150, 284, 46, 8), "1 (12)", 4.5, QColor(INK), align=right)

    def _draw_table(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(20, 142, 170, 10), QColor(TINT))
        for place, head in enumerate(_HEADS):
            left = 22 + place * 56.7
            self._write(painter, QRectF(left, 144, 54, 8), head, 5, self._colour, bold=True)
            for row in range(4):
                painter.fillRect(QRectF(left, 157 + row * 24, 44 - row % 2 * 12, 2), QColor(RULE))
                painter.fillRect(QRectF(left, 162 + row * 24, 36, 2), QColor(RULE))
        painter.setPen(QColor(RULE))
        for row in range(5):
            painter.drawLine(20, 152 + row * 24, 190, 152 + row * 24)

    def _write(  # noqa: PLR0913 - where, what and how
        self,
        painter: QPainter,
        room: QRectF,
        text: str,
        size: float,
        colour: QColor,
        *,
        bold: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = QFont(self._family) if self._family else QFont(self.font())
        font.setPixelSize(100)
        font.setBold(bold)
        painter.save()
        painter.translate(room.topLeft())
        painter.scale(size / 100, size / 100)
        painter.setFont(font)
        painter.setPen(colour)
        inner = QRectF(0, 0, room.width() * 100 / size, room.height() * 100 / size)
        painter.drawText(inner, int(align | Qt.TextFlag.TextWordWrap), text)
        painter.restore()

    def _family_of(self, path: Path | None) -> str:
        if path is None:
            return ""
        if path not in self._faces:
            self._faces[path] = QFontDatabase.addApplicationFont(str(path))
        families = QFontDatabase.applicationFontFamilies(self._faces[path])
        return families[0] if families else ""


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture for the screen; ``needs_ground`` for a logo too light for paper."""

    shown: QPixmap
    needs_ground: bool


def _picture(path: Path | None) -> _Picture | None:
    """The picture of a file; None when it cannot be one."""
    small = None if path is None else thumbnail(path)
    if small is None:
        return None
    shown = QPixmap()
    shown.loadFromData(small.data, "PNG")
    return _Picture(shown, small.needs_ground)
