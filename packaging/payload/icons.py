"""Paints the program's and its files' icons in every size that a desktop asks for."""

import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from payload.recipe import Recipe
from workshop.trouble import Trouble

SIZES = (16, 24, 32, 48, 64, 128, 256)
"""Pixels."""
DRAWN = QImage.Format.Format_ARGB32


def sources(recipe: Recipe) -> Mapping[str, Path]:
    """The drawings: the program's, and that of its files."""
    return {
        "qpdesk": recipe.root / "resources" / "icons" / "qpdesk.svg",
        "qpdesk-document": recipe.root / "packaging" / "payload" / "qpdesk-document.svg",
    }


def paint(drawing: Path, sizes: Sequence[int] = SIZES) -> dict[int, bytes]:
    """PNG pictures of a drawing, by size.

    Raises:
        Trouble: It is no SVG.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    painting = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise Trouble(f"{drawing} cannot be drawn.")
    pictures = {size: _painted(renderer, size) for size in sizes}
    del painting
    return pictures


def windows_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file with all the pictures in it, as PNG."""
    ordered = sorted(pictures.items())
    place = 6 + 16 * len(ordered)
    head = struct.pack("<HHH", 0, 1, len(ordered))
    for size, picture in ordered:
        side = size % 256  # 0 means 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(picture for _, picture in ordered)


def _painted(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, DRAWN)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    whole = QByteArray()
    device = QBuffer(whole)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(device, "PNG")
    return whole.data()
