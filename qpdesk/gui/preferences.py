"""What the user prefers and the organisation decides: text size, colours, the settings dialog."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from qpdesk.gui.foot import Foot
from qpdesk.gui.looks.appearance import STEP, Appearance
from qpdesk.gui.memory import Memory
from qpdesk.gui.menus import Actions
from qpdesk.gui.words import profiles as profile_words
from qpdesk.gui.words import settings as words
from qpdesk.system.paths import Paths
from qpdesk.system.policy import read_policy
from qpdesk.system.settings import ZOOM, Configuration, Language, configuration, remember
from qpdesk.system.settings import Colours as Scheme

if TYPE_CHECKING:
    from qpdesk.gui.session import Session  # it loads the trade; the first window must not
    from qpdesk.services.profiles import Look

_ZOOMS = {"zoom_in": STEP, "zoom_out": -STEP, "zoom_normal": 0}
_SCHEMES = tuple(f"colours_{scheme.value}" for scheme in Scheme)


class Window(Protocol):
    """What the preferences need of their window."""

    paths: Paths
    appearance: Appearance
    deeds: Actions
    foot: Foot
    memory: Memory
    session: "Session | None"


class Preferences(QObject):
    """Lets the user choose what the organisation has left open, and keeps the choice."""

    language_chosen = Signal(object)
    """The language that the window shall speak from now on, and does not speak yet."""

    profile_kept = Signal()
    """Documents look otherwise from now on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._widget = window
        self._window = cast("Window", window)
        self._spoken: Language | None = None

    @property
    def in_force(self) -> Configuration:
        """Every setting as it is decided now."""
        return configuration(self._window.paths, read_policy())

    def obey(self) -> None:
        """Grey out what the organisation has decided, and say what of it is unclear."""
        settings, deeds = self.in_force, self._window.deeds
        self._spoken = settings.language.value
        deeds.enable(_ZOOMS, can=not settings.zoom.is_locked)
        deeds.enable(_SCHEMES, can=not settings.colours.is_locked)
        deeds[f"colours_{self._window.appearance.scheme.value}"].setChecked(True)
        for problem in settings.problems[:1]:
            self._window.foot.say(words.problem(problem))

    def does(self, deed: str) -> bool:
        """Do what an action of this name says, if it is about preferences; whether it was."""
        if deed in _ZOOMS:
            step, zoom = _ZOOMS[deed], self._window.appearance.zoom
            self.choose("zoom", min(max(zoom + step, ZOOM[0]), ZOOM[-1]) if step else 100)
        elif deed in _SCHEMES:
            self.choose("colours", deed.removeprefix("colours_"))
        elif deed == "settings":
            self.show()
        elif deed == "profile":
            self.show_profile()
        else:
            return False
        return True

    def choose(self, setting: str, value: str | int | None) -> None:
        """Let a choice hold at once where it can, and keep it. None takes a choice back."""
        try:
            remember(self._window.paths, {setting: value})
            kept = True
        except OSError:
            kept = False
        self._wear(setting, value)
        if not kept:
            self._window.foot.say(self.tr("Inställningen gäller nu, men kunde inte sparas."))

    def show(self) -> None:
        """Show all settings."""
        from qpdesk.gui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - not at start

        dialog = SettingsDialog(self.in_force, self._widget, spelling=self._marks_words())
        dialog.spelling_chosen.connect(self.mark_words)
        dialog.chosen.connect(self.choose)
        dialog.chosen.connect(lambda *_: dialog.show_settings(self.in_force))
        dialog.profile_wanted.connect(self.show_profile)
        dialog.exec()
        self._see_to_language()

    def _see_to_language(self) -> None:
        """Let another language be spoken, if one is chosen; work that is going on is let alone."""
        chosen = self.in_force.language.value
        if chosen is self._spoken:
            return
        if self._window.foot.is_busy:
            self._window.foot.say(self.tr("Språket byts nästa gång QPDesk startas."))
        else:
            self.language_chosen.emit(chosen)

    def _marks_words(self) -> bool:
        if self._window.session is not None:
            return self._window.deeds["spelling"].isChecked()
        return self._window.memory.text("spelling") != "off"

    def mark_words(self, on: bool) -> None:
        """Mark misspelt words, or not, in the open file and from now on."""
        action = self._window.deeds["spelling"]
        if self._window.session is None:
            self._window.memory.keep_text("spelling", "on" if on else "off")
        elif action.isChecked() is not on:
            action.trigger()

    def show_profile(self) -> None:
        """Show the look of the open file's documents, and keep it changed unless it is decided."""
        from qpdesk.gui.dialogs.profile import ProfileDialog  # noqa: PLC0415 - not at start
        from qpdesk.services import profiles  # noqa: PLC0415 - not at start

        paths, session = self._window.paths, self._window.session
        file = None if session is None else session.editor.document.path
        source, folder = profiles.source_of(paths, file)
        try:
            look = profiles.Look() if folder is None else profiles.read_look(folder)
        except profiles.ProfileRefused:
            look = profiles.Look()
        dialog = ProfileDialog(
            look,
            profile_words.whose(source, folder, file),
            can_change=source is not profiles.Source.ORGANISATION,
            parent=self._widget,
        )
        if dialog.exec() == ProfileDialog.DialogCode.Accepted:
            own = profiles.own_folder(paths, file)
            self._keep_profile(own, dialog.look(), is_own=file is None, gone=dialog.removed)
        dialog.deleteLater()

    def _keep_profile(self, folder: Path, look: "Look", *, is_own: bool, gone: bool) -> None:
        from qpdesk.services import profiles  # noqa: PLC0415 - not at start

        try:
            if gone:
                profiles.remove(folder)
            else:
                profiles.save(folder, look)
            if is_own:
                remember(self._window.paths, {"profile": None if gone else str(folder)})
        except (OSError, profiles.ProfileRefused):
            QMessageBox.warning(self._widget, "QPDesk", profile_words.not_kept())
            return
        self.profile_kept.emit()
        self._window.foot.say(profile_words.removed() if gone else profile_words.saved(folder))

    def _wear(self, setting: str, value: str | int | None) -> None:
        """Dress the window as chosen."""
        appearance = self._window.appearance
        if setting == "zoom":
            appearance.set_zoom(100 if value is None else int(value))
            self._window.foot.say(self.tr("Textstorlek {0} %").format(appearance.zoom))
        elif setting == "colours":
            appearance.set_scheme(Scheme.SYSTEM if value is None else Scheme(str(value)))
            self._window.deeds[f"colours_{appearance.scheme.value}"].setChecked(True)
