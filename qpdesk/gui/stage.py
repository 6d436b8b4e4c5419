"""The window on the screen: made at the start, and made anew when another language is chosen."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from qpdesk import assets
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.icons import load_icons
from qpdesk.gui.main_window import MainWindow
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Configuration, Language

if TYPE_CHECKING:
    from qpdesk.domain.order import NodeId


@dataclass(frozen=True, slots=True)
class _Place:
    """Where somebody is: in which file, which view, and at which item."""

    file: Path | None
    view: str
    item: "NodeId | None"


class Stage(QObject):
    """Holds the window. Its words are said once, as it is made; a new language is a new window."""

    def __init__(self, application: QApplication, paths: Paths, settings: Configuration) -> None:
        super().__init__()
        self._application = application
        self._paths = paths
        self._translators: list[QTranslator] = []
        self._speak(settings.language.value)
        load_icons()
        self._appearance = Appearance(application, settings.colours.value, settings.zoom.value)
        self.window = self._made()

    def end(self) -> None:
        """Let go of what speaks, while the application is there."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []

    def _made(self) -> MainWindow:
        window = MainWindow(self._paths, self._appearance)
        anew = Qt.ConnectionType.QueuedConnection  # the window that asks is put away
        window.preferences.language_chosen.connect(self._change_language, anew)
        window.show()
        return window

    def _change_language(self, language: Language) -> None:
        """Put the window away as at the end of a day, and begin again at the same place."""
        place = _place_in(self.window)
        self._application.setQuitOnLastWindowClosed(False)
        self.window.close()
        self.window.deleteLater()
        self._speak(language)
        self.window = self._made()
        self._application.setQuitOnLastWindowClosed(True)
        self.window.open_first(place.file)
        _go_to(place, self.window)

    def _speak(self, language: Language) -> None:
        """Swedish is in the source; Qt's own words and other languages come from files."""
        self.end()
        swedish = language is Language.SWEDISH
        QLocale.setDefault(QLocale("sv_SE" if swedish else "en_GB"))
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = {"qtbase_sv": qt} if swedish else {"qpdesk_en": str(Path(assets.__file__).parent)}
        for name, folder in places.items():
            translator = QTranslator(self._application)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._translators.append(translator)


def _place_in(window: MainWindow) -> _Place:
    session = window.session
    if session is None:
        return _Place(None, window.front, None)
    current = session.desk.current()
    file = session.editor.document.path
    return _Place(file, window.front, None if current is None else current.id)


def _go_to(place: _Place, window: MainWindow) -> None:
    """Come back to a place, if its file could be opened again."""
    if window.session is None:
        return
    if place.item is not None:
        window.show_item(place.item)
    if place.view != window.front:
        window.deeds[place.view].trigger()
