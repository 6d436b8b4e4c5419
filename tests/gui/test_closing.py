"""Closing never hangs, whatever the file's place does; what it could not take is not lost."""

import subprocess
import sys
from threading import Event

import pytest
from PySide6.QtCore import QTimer

from qpdesk.domain import edits
from qpdesk.gui import closing, waiting
from qpdesk.gui.dialogs.progress import ProgressDialog
from qpdesk.services.checking import read_register
from qpdesk.services.document import Document
from qpdesk.store.target import Target
from tests.gui.conftest import titled


@pytest.fixture
def away(monkeypatch):
    """The share answers no more, until ``set``."""
    back, asked = Event(), Event()

    def read(self):
        asked.set()
        assert back.wait(60)
        return read_now(self)

    read_now = Target.read
    monkeypatch.setattr(Target, "read", read)
    back.asked = asked
    yield back
    back.set()


def rename(window, old, new):
    editor = window.session.editor
    assert editor.attempt(edits.rename, titled(editor.register, old), new)


def when_asked(window, answer):
    """Answer the dialog that waits; what it says is kept."""
    said = []
    looking = QTimer(window)

    def look():
        for dialog in window.findChildren(ProgressDialog):
            if dialog.isVisible() and not said:
                said.append(dialog.words.text())
                answer(dialog)

    looking.timeout.connect(look)
    looking.start(5)
    return said


def opened_again(path, paths, back):
    """The work is here, and is written as soon as the place answers again."""
    back.set()
    document = Document(path, paths)
    assert titled(document.register, "Hemvård")
    document.publish()
    document.close()
    assert titled(read_register(path), "Hemvård")


def test_who_will_not_wait_closes_and_the_work_is_written_next_time(
    window, away, paths, monkeypatch
):
    monkeypatch.setattr(waiting, "_PATIENCE", 10)
    path = window.session.editor.document.path
    rename(window, "Hemtjänst", "Hemvård")
    said = when_asked(window, ProgressDialog.reject)
    window.close()
    assert window.session is None
    assert not window.isVisible()
    (words,) = said
    assert words.startswith("Arbetet är sparat på den här datorn.")
    assert "Lillby.qpd" in words
    opened_again(path, paths, away)


def test_nobody_need_be_there_to_say_so(window, away, paths, qtbot, monkeypatch):
    monkeypatch.setattr(closing, "_BOUND", 10)
    path = window.session.editor.document.path
    rename(window, "Hemtjänst", "Hemvård")
    window.session.publisher.publish()
    qtbot.waitUntil(away.asked.is_set)  # what is on its way already does not hold the window either
    window.close()
    assert window.session is None
    opened_again(path, paths, away)


def test_who_waits_has_it_written(window, away, monkeypatch):
    monkeypatch.setattr(waiting, "_PATIENCE", 10)
    path = window.session.editor.document.path
    rename(window, "Hemtjänst", "Hemvård")
    said = when_asked(window, lambda _dialog: away.set())
    window.put_away()
    assert said
    assert titled(read_register(path), "Hemvård")


def test_another_file_can_be_worked_in_meanwhile(window, away, paths, monkeypatch, tmp_path):
    monkeypatch.setattr(closing, "_BOUND", 10)
    rename(window, "Hemtjänst", "Hemvård")
    path = window.session.editor.document.path
    window.put_away()
    opened_again(path, paths, away)
    assert window.filing.opening.begin(tmp_path / "Annan.qpd")
    assert window.session.editor.document.path.name == "Annan.qpd"


_PROGRAM = """
import sys
from pathlib import Path
from threading import Event
from PySide6.QtCore import QTimer
from qpdesk import app
from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.gui import closing
from qpdesk.store.target import Target
from qpdesk.system.paths import Paths

home = Path(sys.argv[1])
Paths.of_user = lambda: Paths.under(home)
closing._BOUND = 100

def begun(stage, files):
    window = stage.window
    assert window.filing.opening.begin(home / "Plan.qpd")
    Target.read = lambda _self: Event().wait()
    editor = window.session.editor
    assert editor.attempt(edits.add, Kind.PLAN, None, title="Kvar")
    QTimer.singleShot(0, window.close)

app._open_first = begun
sys.exit(app.main([]))
"""


def test_the_program_ends_though_the_place_never_answers(tmp_path):
    done = subprocess.run(
        [sys.executable, "-P", "-c", _PROGRAM, str(tmp_path)],
        check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
