"""System packages: asked for only when missing, installed only where we may."""

import pytest

from workshop import debian
from workshop.trouble import Trouble


@pytest.fixture
def machine(monkeypatch):
    """A Debian with two packages, where nobody may install and nothing is installed."""
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian, "_installed", lambda: frozenset({"libgl1", "xvfb"}))
    monkeypatch.setattr(debian, "_rights", lambda: None)
    asked = []
    monkeypatch.setattr(debian, "_install", lambda rights, names: asked.append((rights, names)))
    return asked


def test_nothing_is_said_when_nothing_is_missing(machine, capsys):
    debian.provide(["libgl1"], ["xvfb"])
    assert machine == []
    assert capsys.readouterr().out == ""


def test_where_we_may_only_the_missing_are_installed(machine, monkeypatch):
    monkeypatch.setattr(debian, "_rights", lambda: ("sudo",))
    debian.provide(["libgl1", "libegl1"], ["qpdf"])
    assert machine == [(("sudo",), ["libegl1", "qpdf"])]


def test_where_we_may_not_one_line_says_what_to_type(machine):
    with pytest.raises(Trouble) as caught:
        debian.provide(["libgl1", "libegl1"], ["qpdf"])
    line = str(caught.value)
    assert "\n" not in line
    assert line.endswith(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 qpdf"
    )
    assert machine == []


def test_without_sudo_the_line_is_roots(machine, monkeypatch):
    monkeypatch.setattr(debian.shutil, "which", lambda name: None if name == "sudo" else name)
    with pytest.raises(Trouble, match=r'su -c "apt-get update && apt-get install .* libegl1"$'):
        debian.provide(["libegl1"])


def test_what_only_some_tests_wish_for_stops_nobody(machine, capsys):
    debian.provide(["libgl1"], ["qpdf"])
    assert "Some tests will be skipped" in capsys.readouterr().out
    assert machine == []


def test_other_systems_are_left_alone(machine, monkeypatch):
    monkeypatch.setattr(debian.shutil, "which", lambda _: None)
    debian.provide(["libegl1"], ["qpdf"])
    assert machine == []


def test_a_name_that_is_provided_counts_and_a_removed_one_does_not(monkeypatch):
    shown = (
        "installed, libglib2.0-0t64, libglib2.0-0 (= 2.84)\n"
        "config-files, qpdf, \n"
        "installed, xvfb, xserver, other\n"
    )

    class Done:
        stdout = shown

    monkeypatch.setattr(debian.subprocess, "run", lambda *_, **__: Done)
    debian._installed.cache_clear()
    try:
        names = debian._installed()
    finally:
        debian._installed.cache_clear()
    assert {"libglib2.0-0", "libglib2.0-0t64", "xvfb", "xserver", "other"} <= names
    assert "qpdf" not in names
