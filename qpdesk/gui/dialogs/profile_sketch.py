"""A small picture of a document's first page and a table in a municipality's look, as it is now."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qpdesk.gui.looks.paper_colours import HOUSE, INK, RULE, TINT, WHITE
from qpdesk.services.profiles import Look

_PAGE = (210.0, 297.0)  # millimetres
_LETTERS = 34  # of width, at the size that text has now
_LARGEST = 4_000_000  # bytes of a logo, as for paper
_AREA, _HEADS = "Område", ("Risk", "Egenkontroll", "Åtgärd")  # documents are Swedish


class ProfileSketch(QWidget):
    """Drawn in millimetres of a page; shows the colour even if it is too light to be accepted."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._colour = QColor(HOUSE)
        self._edges = ("", "")
        self._logo: QPixmap | None = None
        self._logo_path: Path | None = None
        self._faces: dict[Path, int] = {}
        self._family = ""
        self.setAccessibleName(self.tr("Så här ser dokumenten ut"))

    def show_look(self, look: Look) -> None:
        """Wear a look."""
        colour = QColor(look.texts.get("colour", ""))
        self._colour = colour if colour.isValid() else QColor(HOUSE)
        self._edges = (look.texts.get("header", ""), look.texts.get("footer", ""))
        if look.files.get("logo") != self._logo_path:
            self._logo_path = look.files.get("logo")
            self._logo = _picture(self._logo_path)
        self._family = self._family_of(look.files.get("font"))
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
        painter.fillRect(QRectF(0, 0, _PAGE[0], 4), self._colour)
        self._draw_logo(painter)
        self._write(painter, QRectF(20, 78, 170, 40), self._title, 11, self._colour, bold=True)
        self._write(painter, QRectF(20, 128, 170, 10), _AREA, 7, self._colour, bold=True)
        self._draw_table(painter)
        right = Qt.AlignmentFlag.AlignRight
        header, footer = self._edges
        self._write(painter, QRectF(100, 8, 96, 8), header, 4.5, QColor(INK), align=right)
        self._write(painter, QRectF(20, 284, 120, 8), footer, 4.5, QColor(INK))
        self._write(painter, QRectF(150, 284, 46, 8), "1 (12)", 4.5, QColor(INK), align=right)
        painter.setPen(QColor(RULE))
        painter.drawRect(page.adjusted(0, 0, -0.5, -0.5))

    def _draw_logo(self, painter: QPainter) -> None:
        if self._logo is None or self._logo.isNull():
            return
        size = self._logo.size().scaled(67, 25, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(QRectF(20, 22, size.width(), size.height()), self._logo, QRectF())

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


def _picture(path: Path | None) -> QPixmap | None:
    """A logo for the screen; None when it cannot be one."""
    try:
        if path is None or path.stat().st_size > _LARGEST:
            return None
    except OSError:
        return None
    if path.suffix.lower() != ".svg":
        return QPixmap(str(path))
    drawing = QSvgRenderer(str(path))
    if not drawing.isValid():
        return None
    drawn = QPixmap(drawing.defaultSize().scaled(536, 200, Qt.AspectRatioMode.KeepAspectRatio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    drawing.render(painter)
    painter.end()
    return drawn
