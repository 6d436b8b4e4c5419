"""Tries whether Qt has everything that a window will ask for, without opening one."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCollator, QLibraryInfo, QLocale, QPluginLoader, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtSvg import QSvgRenderer

_CODE = (".dll", ".so")
_PLATFORMS = {"win32": ("qwindows",), "linux": ("libqxcb", "libqwayland")}


class Missing(Exception):
    """A part of Qt is not there, or does not load."""


def plugins() -> str:
    """Load every plugin that the program needs on this system; their names come back.

    Raises:
        Missing: One is not there, or lacks a library of the system's.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    loaded = []
    for name in _PLATFORMS.get(sys.platform, ()):
        files = [file for file in folder.glob(f"platforms/{name}.*") if file.suffix in _CODE]
        if not files:
            raise Missing(name)
        loader = QPluginLoader(str(files[0]))
        if not loader.load():
            raise Missing(f"{files[0].name}: {loader.errorString()}")
        loaded.append(files[0].stem.removeprefix("lib"))
    return ", ".join(loaded)


def drawing() -> str:
    """Read one of the program's icons, and see that there are fonts and Qt's own words in Swedish.

    Raises:
        Missing: Something is not there.
    """
    if sys.platform == "linux":  # Windows always has a screen, if only a service's
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    from qpdesk.gui.looks.icons import load_icons  # noqa: PLC0415 - needs the application

    load_icons()
    translations = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not QSvgRenderer(":/icons/circle-dot.svg").isValid():
        raise Missing("circle-dot.svg")
    if not QTranslator(application).load("qtbase_sv", translations):
        raise Missing("qtbase_sv.qm")
    swedish = QCollator(QLocale("sv_SE"))
    if sys.platform == "linux" and swedish.compare("å", "ä") >= 0:  # Windows has its own
        raise Missing("svensk sortering")
    families = len(QFontDatabase.families())
    if not families:
        raise Missing("typsnitt på skärmen")
    return f"ikoner, svenska och {families} typsnitt på skärmen"
