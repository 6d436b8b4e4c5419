"""Lucide's line icons in the palette's colour, at any size. Licence: resources/icons/LICENSE."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QResource, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qpdesk import assets
from qpdesk.gui.override import override


def load_icons() -> None:
    """Make ``:/icons/`` known to Qt. Once, before the first icon is asked for."""
    QResource.registerResource(str(Path(assets.__file__).with_name("qpdesk.rcc")))


class Icons:
    """Hands out icons by Lucide's name; one set for the whole application."""

    def __init__(self) -> None:
        self._drawings = Drawings()
        self._engines: list[_PaletteIcon] = []  # Qt does not keep the Python half alive
        self._made: dict[str, QIcon] = {}

    def __getitem__(self, name: str) -> QIcon:
        if name not in self._made:
            engine = _PaletteIcon(self._drawings, name)
            self._engines.append(engine)
            self._made[name] = QIcon(engine)
        return self._made[name]

    def draw(self, painter: QPainter, name: str, area: QRectF, colour: str) -> None:
        """Paint an icon in a colour of one's own."""
        self._drawings.renderer(name, colour).render(painter, area)


class Drawings:
    """The SVG files, read and coloured once each."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}

    def renderer(self, name: str, colour: str) -> QSvgRenderer:
        """What draws the icon in a colour (#rrggbb)."""
        if (name, colour) not in self._renderers:
            source = self._source(name).replace("currentColor", colour)
            self._renderers[name, colour] = QSvgRenderer(QByteArray(source.encode()))
        return self._renderers[name, colour]

    def _source(self, name: str) -> str:
        if name not in self._sources:
            file = QResource(f":/icons/{name}.svg")
            if not file.isValid():
                raise LookupError(name)
            self._sources[name] = bytes(file.uncompressedData().data()).decode()
        return self._sources[name]


class _PaletteIcon(QIconEngine):
    """Follows the palette (light, dark, high contrast) and the screen's density by itself."""

    def __init__(self, drawings: Drawings, name: str) -> None:
        super().__init__()
        self._drawings = drawings
        self._name = name

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        disabled = mode is QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        selected = mode is QIcon.Mode.Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.ButtonText
        colour = palette.color(group, role).name()
        self._drawings.renderer(self._name, colour).render(painter, _square(rect))

    @override
    def clone(self) -> QIconEngine:
        return _PaletteIcon(self._drawings, self._name)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size, mode, state)


def _square(rect: QRect) -> QRectF:
    """The largest square in the middle: no drawing is stretched."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(QRectF(rect).center())
    return square
