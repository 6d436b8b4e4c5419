"""The organisation's word stands over the user's, and the user's over QPDesk's own."""

from pathlib import Path

import pytest

from qpdesk.system.paths import Paths
from qpdesk.system.policy import Policy
from qpdesk.system.settings import (
    FILE_NAME,
    Colours,
    Language,
    Origin,
    Unclear,
    configuration,
    remember,
)


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path)


def test_without_a_word_from_anyone_the_defaults_hold(paths):
    found = configuration(paths, Policy())
    assert found.default_folder.value == paths.documents
    assert (found.language.value, found.colours.value) == (Language.SWEDISH, Colours.SYSTEM)
    assert found.zoom.value == 100
    assert found.zoom.origin is Origin.DEFAULT
    assert found.allows_export_to(Path("/anywhere/at all.pdf"))


def test_the_user_chooses_and_takes_back(paths):
    remember(paths, {"language": "en", "zoom": 150})
    assert configuration(paths, Policy()).language.value is Language.ENGLISH
    remember(paths, {"language": None})
    found = configuration(paths, Policy())
    assert found.language.origin is Origin.DEFAULT
    assert (found.zoom.value, found.zoom.origin) == (150, Origin.USER)


def test_the_name_in_the_history_is_the_users_own_affair(paths, monkeypatch):
    monkeypatch.setattr("qpdesk.system.settings.login_name", lambda: "annaand")
    found = configuration(paths, Policy({"author": "Chefen"}))
    assert (found.author.value, found.author.origin) == ("annaand", Origin.DEFAULT)
    remember(paths, {"author": "  Anna\nAndersson "})
    assert configuration(paths, Policy()).author.value == "Anna Andersson"
    remember(paths, {"author": " "})
    assert configuration(paths, Policy()).author.value == "annaand"


def test_the_organisation_decides_over_the_user(paths):
    remember(paths, {"language": "en", "zoom": 150})
    found = configuration(paths, Policy({"language": "sv", "zoom": "125"}))
    assert found.language.is_locked
    assert found.language.value is Language.SWEDISH
    assert found.zoom.value == 125


def test_exports_stay_in_the_allowed_folders(paths, tmp_path):
    allowed, elsewhere = tmp_path / "ärenden", tmp_path / "hemma"
    allowed.mkdir()
    elsewhere.mkdir()
    (allowed / "genväg").symlink_to(elsewhere)
    found = configuration(paths, Policy({"export_folders": [str(allowed)]}))
    assert found.allows_export_to(allowed / "år" / "plan.pdf")
    assert not found.allows_export_to(elsewhere / "plan.pdf")
    assert not found.allows_export_to(allowed / ".." / "hemma" / "plan.pdf")
    assert not found.allows_export_to(allowed / "genväg" / "plan.pdf")
    assert not found.allows_export_to(tmp_path / "ärenden2" / "plan.pdf")


def test_folders_may_be_the_users_own(paths, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("ENHET", "barn")
    found = configuration(paths, Policy({"default_folder": "~/planer/${ENHET}"}))
    assert found.default_folder.value == tmp_path / "planer" / "barn"


@pytest.mark.parametrize(
    "decisions",
    [
        {"export_folders": "C:\\x"},
        {"export_folders": ["relativ"]},
        {"export_folders": [1]},
        {"export_folders": None},
    ],
)
def test_an_unclear_lock_on_exports_stays_shut(paths, decisions):
    found = configuration(paths, Policy(decisions))
    assert not found.allows_export_to(paths.documents / "plan.pdf")
    assert "export_folders" in found.problems[0].setting


@pytest.mark.parametrize(
    ("name", "value"),
    [("zoom", 5000), ("zoom", True), ("zoom", "stor"), ("language", "da"), ("colours", 7)],
)
def test_an_unclear_decision_is_said_and_the_setting_stays_locked(paths, name, value):
    remember(paths, {"zoom": 150, "language": "en", "colours": "dark"})
    found = configuration(paths, Policy({name: value}))
    setting = getattr(found, name)
    assert setting.is_locked
    assert setting == getattr(configuration(paths, Policy({name: setting.value})), name)
    assert name == found.problems[0].setting


def test_a_policy_that_cannot_be_read_locks_everything(paths):
    remember(paths, {"zoom": 150})
    found = configuration(paths, Policy(problem="/etc/x: trasig"))
    assert found.zoom.is_locked
    assert found.zoom.value == 100
    assert not found.allows_export_to(paths.documents / "plan.pdf")
    assert found.problems == (Unclear(detail="/etc/x: trasig"),)


@pytest.mark.parametrize("content", ["", "[]", "{", "\x00", "[" * 100_000, '{"zoom": "x"}'])
def test_damaged_choices_of_the_user_are_no_hindrance(paths, content):
    paths.settings.mkdir()
    (paths.settings / FILE_NAME).write_text(content, encoding="utf-8")
    assert configuration(paths, Policy()).zoom.value == 100


def test_what_a_later_version_remembered_is_kept(paths):
    remember(paths, {"ännu inte påhittad": "ja"})
    remember(paths, {"zoom": 90})
    assert "ännu inte påhittad" in (paths.settings / FILE_NAME).read_text(encoding="utf-8")
    assert [each.name for each in paths.settings.iterdir()] == [FILE_NAME]
