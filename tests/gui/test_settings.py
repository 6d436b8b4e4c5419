"""The settings in the window: the organisation's word, the user's, and what holds at once."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QMessageBox

from qpdesk.gui import preferences
from qpdesk.gui.dialogs.settings import SettingsDialog
from qpdesk.gui.main_window import MainWindow
from qpdesk.system.policy import Policy
from qpdesk.system.settings import Colours, Language, Origin, configuration
from tests.gui.test_access import nameless


@pytest.fixture
def decide(monkeypatch):
    """Let the organisation decide something."""

    def decided(**decisions):
        problem = decisions.pop("problem", "")
        monkeypatch.setattr(preferences, "read_policy", lambda: Policy(decisions, problem))

    return decided


@pytest.fixture
def bare(qtbot, paths, appearance):
    """Makes a window without a file."""

    def made():
        window = MainWindow(paths, appearance)
        qtbot.addWidget(window)
        return window

    return made


@pytest.fixture
def dialog(qtbot, bare):
    def made():
        window = bare()
        shown = SettingsDialog(window.preferences.in_force, window)
        shown.chosen.connect(window.preferences.choose)
        shown.chosen.connect(lambda *_: shown.show_settings(window.preferences.in_force))
        qtbot.addWidget(shown)
        return shown

    return made


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_a_choice_holds_at_once_and_is_kept(dialog, appearance, paths):
    shown = dialog()
    choose(shown.colours, Colours.DARK)
    shown.zoom.setValue(130)
    assert (appearance.scheme, appearance.zoom) == (Colours.DARK, 130)
    kept = configuration(paths, Policy())
    assert (kept.colours.value, kept.zoom.value) == (Colours.DARK, 130)
    shown.reset.click()
    assert (appearance.scheme, appearance.zoom) == (Colours.SYSTEM, 100)
    assert configuration(paths, Policy()).zoom.origin is Origin.DEFAULT
    assert not shown.reset.isEnabled()


def test_another_language_comes_when_the_dialog_is_closed_and_it_says_so(dialog, paths):
    shown = dialog()
    assert shown.notes["language"].isHidden()
    choose(shown.language, Language.ENGLISH)
    assert "när du stänger" in shown.notes["language"].text()
    assert configuration(paths, Policy()).language.value is Language.ENGLISH


def test_what_the_organisation_has_decided_is_said_and_locked(dialog, bare, decide, appearance):
    decide(zoom=120, colours="light", language="sv", default_folder="/srv/planer")
    shown = dialog()
    for name, field in (("zoom", shown.zoom), ("language", shown.language)):
        assert shown.notes[name].text() == "Bestämt av organisationen"
        assert not field.isEnabled()
        assert field.accessibleDescription() == "Bestämt av organisationen"
    assert shown.folder.text() == "/srv/planer"
    assert not shown.choose_folder.isEnabled()
    assert shown.author.isEnabled()
    window = bare()
    window.deeds["zoom_in"].trigger()
    window.deeds["colours_dark"].trigger()
    assert (appearance.zoom, appearance.scheme) == (100, Colours.LIGHT)  # as they were


def test_misspelt_words_are_marked_or_not(window):
    action = window.deeds["spelling"]
    was = action.isChecked()
    window.preferences.mark_words(not was)
    assert action.isChecked() is not was
    window.preferences.mark_words(not was)  # said twice, done once
    assert action.isChecked() is not was


def test_misspelt_words_can_be_left_alone_before_a_file_is_open(bare):
    empty = bare()
    empty.preferences.mark_words(on=False)
    assert empty.memory.text("spelling") == "off"
    assert not empty.preferences._marks_words()


def test_what_the_organisation_wrote_wrongly_is_told(dialog, bare, decide):
    decide(zoom="stor", export_folders=["/srv"])
    shown = dialog()
    assert "Textstorlek" in shown.problems.text()
    assert shown.export.text() == "/srv"
    assert "Textstorlek" in bare().foot.line.text()
    decide(problem="/etc/xdg/qpdesk/policy.toml: trasig")
    assert "policy.toml" in bare().foot.line.text()


def test_everything_has_a_name(dialog):
    shown = dialog()
    shown.show()
    assert not nameless(QAccessible.queryAccessibleInterface(shown))


@pytest.fixture
def offered(monkeypatch):
    """The folder that a dialog begins in."""
    seen = []
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *args, **_: seen.append(args[2]) or ("", ""))
    return seen


@pytest.mark.parametrize("deed", ["new_file", "open"])
def test_dialogs_begin_in_the_folder_that_is_set(bare, decide, offered, tmp_path, deed):
    folder = tmp_path / "planer"
    folder.mkdir()
    window = bare()
    window.memory.remember_file(tmp_path / "annat.qpd")
    window.deeds[deed].trigger()
    decide(default_folder=str(folder))
    window.deeds[deed].trigger()
    assert not offered[0].startswith(str(folder))
    assert offered[1].startswith(str(folder))


def test_the_example_is_made_in_the_folder_that_is_set(bare, decide, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: pytest.fail(args[2]))
    decide(default_folder=str(tmp_path / "planer"))
    window = bare()
    window.filing.opening.open_example()
    path = window.session.editor.document.path
    assert path == (tmp_path / "planer" / "QPDesk exempel.qpd").resolve()
    window.put_away()


def test_zoom_stays_within_what_can_be_shown(bare, paths, appearance):
    window = bare()
    for _ in range(20):
        window.deeds["zoom_out"].trigger()
    assert appearance.zoom == 80
    assert configuration(paths, Policy()).zoom.value == 80
