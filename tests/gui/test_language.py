"""Another language is spoken at once: in the same file, view and place, with all there to undo."""

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from qpdesk.domain import edits
from qpdesk.domain.nodes import title_of
from qpdesk.gui.dialogs.settings import SettingsDialog
from qpdesk.gui.stage import Stage
from qpdesk.services.document import Document
from qpdesk.system.policy import Policy
from qpdesk.system.settings import Language, configuration
from tests.gui.conftest import fill, titled


@pytest.fixture
def stage(qtbot, qapp, tmp_path, paths, appearance):
    """The program with a file open, as app.py begins it."""
    path = tmp_path / "Lillby.qpd"
    document = Document(path, paths)
    fill(document)
    document.close()
    made = Stage(qapp, paths, configuration(paths, Policy()))
    made.window.open_first(path)
    yield made
    made.window.close()
    made.end()
    made._appearance.spelling._timer.stop()
    QLocale.setDefault(QLocale("sv_SE"))


def choose(window, language):
    """Open the settings, choose a language there, and close them."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        dialog.language.setCurrentIndex(dialog.language.findData(language))
        dialog.language.activated.emit(dialog.language.currentIndex())
        dialog.reject()

    QTimer.singleShot(0, answer)
    window.deeds["settings"].trigger()


def speak(stage, language, qtbot):
    before = stage.window
    choose(before, language)
    qtbot.waitUntil(lambda: stage.window is not before and stage.window.session is not None)


def menus(window):
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def test_it_is_spoken_at_once_and_one_is_where_one_was(stage, qtbot):
    window = stage.window
    session = window.session
    measure = titled(session.editor.register, "Samtal med köket")
    session.editor.attempt(edits.rename, measure, "Samtal med alla kök")
    window.show_item(measure)
    window.deeds["view_matrix"].trigger()
    speak(stage, Language.ENGLISH, qtbot)
    window = stage.window
    assert menus(window) == ["File", "Edit", "Plan", "Status", "View", "Tools", "Help"]
    assert window.front == "view_matrix"
    assert window.session.editor.document.path.name == "Lillby.qpd"
    assert window.session.desk.current().id == measure
    assert QApplication.quitOnLastWindowClosed()
    qtbot.waitUntil(window.deeds["undo"].isEnabled)  # earlier steps are read once all is drawn
    window.deeds["undo"].trigger()
    assert title_of(window.session.editor.register[measure]) == "Samtal med köket"
    window.deeds["zoom_in"].trigger()
    assert stage._appearance.zoom == 110
    window.deeds["zoom_normal"].trigger()


def test_one_may_go_to_and_fro(stage, qtbot):
    swedish = menus(stage.window)
    speak(stage, Language.ENGLISH, qtbot)
    assert menus(stage.window) != swedish
    speak(stage, Language.SWEDISH, qtbot)
    assert menus(stage.window) == swedish
    assert QLocale().language() is QLocale.Language.Swedish


def test_the_same_language_again_leaves_the_window_alone(stage):
    asked = []
    stage.window.preferences.language_chosen.connect(asked.append)
    choose(stage.window, Language.SWEDISH)
    assert asked == []


def test_work_that_is_going_on_is_not_broken_off(stage, monkeypatch):
    window, asked = stage.window, []
    window.preferences.language_chosen.connect(asked.append)
    monkeypatch.setattr(type(window.foot), "is_busy", True)
    choose(window, Language.ENGLISH)
    assert asked == []
    assert "nästa gång" in window.foot.line.text()
