"""Text size, colours and lines under misspelt words; everyone who draws hears of changes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from qpdesk.gui.looks import colours
from qpdesk.gui.looks.icons import Icons
from qpdesk.gui.looks.spelling import Spelling
from qpdesk.system.settings import ZOOM
from qpdesk.system.settings import Colours as Scheme

SMALLEST, LARGEST, STEP = ZOOM[0], ZOOM[-1], 10
"""Zoom in per cent of the system's text size."""


class Appearance(QObject):
    """Dresses the application."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme, zoom: int) -> None:
        super().__init__()
        self._application = application
        self._own_size = application.font().pointSizeF()
        self.icons = Icons()
        self.spelling = Spelling(self)
        self.scheme = scheme
        self.zoom = 100
        colours.wear(application, scheme)
        self.set_zoom(zoom)
        application.styleHints().colorSchemeChanged.connect(self._system_changed)

    def give_room(self) -> None:
        """Make everything that is pressed large enough to be hit.

        Later than the first window: Python must get to know all of Qt's styles for it.
        """
        from qpdesk.gui.looks.style import RoomyStyle  # noqa: PLC0415 - see above

        self._application.setStyle(RoomyStyle())

    def set_scheme(self, scheme: Scheme) -> None:
        """Wear another palette."""
        self.scheme = scheme
        colours.wear(self._application, scheme)
        self.changed.emit()

    def set_zoom(self, percent: int) -> None:
        """Show all text at so many per cent of the system's size."""
        percent = min(max(percent, SMALLEST), LARGEST)
        if percent == self.zoom:
            return
        self.zoom = percent
        font = QFont(self._application.font())
        font.setPointSizeF(self._own_size * percent / 100)
        self._application.setFont(font)
        self.changed.emit()

    def _system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self.set_scheme(self.scheme)
