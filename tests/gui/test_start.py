"""The first window comes quickly because it loads little; a fault is told once, without texts."""

import os
import subprocess
import sys

import pytest

from qpdesk import app
from qpdesk.gui.dialogs.crash import CrashDialog
from qpdesk.services.example import make_example
from qpdesk.system.paths import Paths

HEAVY = {
    "asyncio",
    "defusedxml",
    "hunspell",
    "openpyxl",
    "PIL",
    "pyphen",
    "reportlab",
    "sqlalchemy",
    "sqlite3",
    "tomllib",
    "unittest",
}


STORE = {"sqlalchemy", "sqlite3", "asyncio"}
"""What opening a file loads."""

LATER = {
    "every kind of widget",
    "sources",
    "qpdesk.domain.year",
    "qpdesk.gui.delivery",
    "qpdesk.gui.views.together_panel",
    "qpdesk.gui.views.writing.running_text",
    "qpdesk.store.heads",
    "qpdesk.store.schema",
}
"""What the work in an open file needs, and not the sight of it."""

START = """
import linecache
import sys
from pathlib import Path
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qpdesk import app
from qpdesk.gui.main_window import MainWindow
plain = QApplication.exec
def look(times=100):
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    wanted = len(sys.argv) > 1 or window.memory.recent
    if wanted and window.session is None and times:
        QTimer.singleShot(50, lambda: look(times - 1))
        return
    if "QWizard" in vars(QtWidgets):
        print("import time: | every kind of widget", file=sys.stderr)
    if any(Path(file).is_relative_to(Path(app.__file__).parent) for file in linecache.cache):
        print("import time: | sources", file=sys.stderr)
    print(window.windowTitle())
    window.close()
def run():
    QTimer.singleShot(0, look)
    return plain()
QApplication.exec = staticmethod(run)
sys.exit(app.main(sys.argv[1:]))
"""
"""Runs the program until it has shown its window and what it opens first, and says its title.

Who asks for a widget that Qt has made may let Python get to know every kind of them, and wait for
it: that is told as if it were a module, and so is that sources are read of what is loaded.
"""


def start(home, *arguments):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", START, *map(str, arguments)],
        env=os.environ | {"QPDESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return done.stdout.strip(), {line.rsplit("|", 1)[1].strip() for line in lines}


def test_the_first_window_loads_nothing_that_can_wait(tmp_path):
    title, loaded = start(tmp_path)
    assert title == "QPDesk"
    assert "qpdesk.gui.main_window" in loaded
    assert not {name.split(".")[0] for name in loaded} & HEAVY
    assert not any(name.startswith("qpdesk.domain") for name in loaded)


def test_a_start_opens_the_file_that_is_named_and_next_time_by_itself(tmp_path):
    home, path = tmp_path / "home", tmp_path / "Exempel.qpd"
    make_example(path, Paths.under(home))
    title, loaded = start(home, path)
    assert title.endswith(" \N{EN DASH} Exempel \N{EN DASH} QPDesk")
    assert not {name.split(".")[0] for name in loaded} & (HEAVY - STORE)
    assert not loaded & LATER
    assert start(home)[0] == title
    assert (home / "log" / "qpdesk.log").exists()


@pytest.fixture
def alarm(qapp, monkeypatch):
    shown = []
    monkeypatch.setattr(CrashDialog, "open", lambda dialog: shown.append(dialog) or dialog)
    made = app.Alarm()
    made.listen()
    yield shown
    made.stop()


def fault(text):
    raise ValueError(text)


def test_a_fault_is_told_once_without_the_texts_of_the_plan(alarm, qtbot, caplog, monkeypatch):
    monkeypatch.setenv("SOMEBODY", "Anna Anderssons ärende")
    shown = alarm
    for _ in range(30):
        try:
            fault(str(os.environ["SOMEBODY"]))
        except ValueError:
            sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1
    report = shown[0].detailedText()
    assert "ValueError" in report
    assert "test_start" in report
    assert "Anna" not in report
    assert "Anna" not in caplog.text
    assert "Ditt arbete är sparat" in shown[0].text()
    qtbot.addWidget(shown[0])
