"""Badges of the tree's rows: symbol and word on a tint. Drawn once each, then only copied."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)

from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.scale import STANDARD, Scale
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.symbols import KIND_ICONS, STATUS_ICONS, Tint, tints
from qpdesk.gui.words import disputes, terms
from qpdesk.values import dataclass

_PADDING = 0.5  # of the text's height, at each end of a badge


@dataclass(frozen=True, slots=True)
class _Face:
    """What stands on a badge. Without a tint it lies bare on the row, in the row's own colour."""

    word: str
    icon: str = ""
    tint: Tint | None = None
    indent: int = 0


class Badges:
    """The badges for one font, palette and screen density; make new ones when these change."""

    def __init__(self, icons: Icons, font: QFont, density: float) -> None:
        self._icons = icons
        self._font = QFont(font)
        self._density = density
        self._colours = worn()
        self._tints = tints()
        self._made: dict[object, QIcon] = {}
        self.line = QFontMetricsF(font).height()

    def kind(self, kind: Kind) -> QIcon:
        """A kind's icon and word."""
        if kind not in self._made:
            face = _Face(terms.short_kinds()[kind], KIND_ICONS[kind])
            self._made[kind] = self._icon(face, self._colours.quiet)
        return self._made[kind]

    def disputed(self, kind: Kind) -> QIcon:
        """A kind's word, and that people have said different things about the item."""
        if ("disputed", kind) not in self._made:
            face = _Face(disputes.flag(kind), "triangle-alert")
            self._made["disputed", kind] = self._icon(face, self._colours.alarm)
        return self._made["disputed", kind]

    def heading(self, level: int) -> QIcon:
        """A chapter's mark, set in by its level."""
        if ("heading", level) not in self._made:
            face = _Face(terms.short_kinds()[Kind.CHAPTER], f"heading-{level}", indent=level - 1)
            self._made["heading", level] = self._icon(face, self._colours.quiet)
        return self._made["heading", level]

    def status(self, status: Status) -> QIcon:
        """A status's symbol and word."""
        if status not in self._made:
            tint = self._tints.statuses[status]
            self._made[status] = self._icon(
                _Face(terms.statuses()[status], STATUS_ICONS[status], tint), tint.ink
            )
        return self._made[status]

    def level(self, level: int, scale: Scale = STANDARD) -> QIcon:
        """A risk level as number and word, as the scale names it."""
        if (level, scale) not in self._made:
            tint = self._tints.levels[scale.gravity(level)]
            word = f"{level} {terms.level(level, scale)}"
            self._made[level, scale] = self._icon(_Face(word, tint=tint), tint.ink)
        return self._made[level, scale]

    def size_limit(self) -> QSize:
        """The largest size that any badge has."""
        return QSize(int(self.line * 14), int(self.line * 2))

    def _icon(self, face: _Face, ink: str) -> QIcon:
        icon = QIcon(self._drawn(face, ink))
        chosen = QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText).name()
        on_selection = self._drawn(face, ink if face.tint else chosen)
        # With a pixmap of its own Qt does not tint the badge when its row is selected.
        icon.addPixmap(on_selection, QIcon.Mode.Selected)
        return icon

    def _drawn(self, face: _Face, ink: str) -> QPixmap:
        font = QFont(self._font)
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * (0.95 if face.tint else 0.9))
        metrics = QFontMetricsF(font)
        height = self.line * 1.3
        mark = self.line * 0.95 if face.icon else 0.0
        gap = self.line * 0.3 if face.icon else 0.0
        padding = self.line * _PADDING if face.tint else 0.0
        left = padding + face.indent * self.line * 1.4
        width = left + padding + mark + gap + metrics.horizontalAdvance(face.word) + 1
        pixmap = self._blank(width, height)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, width, height)
        if face.tint:
            painter.setPen(QPen(QColor(face.tint.edge), 1))
            painter.setBrush(QColor(face.tint.ground))
            edge = area.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(edge, height / 2, height / 2)
        if face.icon:
            box = QRectF(left, (height - mark) / 2, mark, mark)
            self._icons.draw(painter, face.icon, box, ink)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        text = area.adjusted(left + mark + gap, 0, 0, 0)
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter), face.word)
        painter.end()
        return pixmap

    def _blank(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(int(width * self._density) + 1, int(height * self._density) + 1)
        pixmap.setDevicePixelRatio(self._density)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
