"""The first window comes quickly because it loads little; a fault is told once and harms nothing."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer

from qpdesk import app
from qpdesk.gui.dialogs.crash import CrashDialog
from qpdesk.services.example import make_example

HEAVY = {
    "asyncio",
    "defusedxml",
    "openpyxl",
    "PIL",
    "pyphen",
    "reportlab",
    "sqlalchemy",
    "sqlite3",
    "tomllib",
    "unittest",
    "zipfile",
}


def test_the_first_window_loads_nothing_that_can_wait(tmp_path):
    show = "from qpdesk.app import main; import sys; sys.exit(main([]))"
    environment = os.environ | {"QPDESK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    script = (
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "plain = QApplication.exec\n"
        "QApplication.exec = staticmethod(lambda: (QTimer.singleShot(0, QApplication.quit),"
        " plain())[1])\n" + show
    )
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "|" in line}
    assert "qpdesk.gui.main_window" in loaded
    assert {name.split(".")[0] for name in loaded} & HEAVY <= {"tomllib"}


def test_a_start_opens_the_file_that_is_named(qapp, tmp_path, paths, monkeypatch, qtbot):
    path = tmp_path / "Exempel.qpd"
    make_example(path, paths)
    monkeypatch.setenv("QPDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(app, "QApplication", lambda _: qapp)
    seen = []

    def look():
        window = next(w for w in qapp.topLevelWidgets() if isinstance(w, app.MainWindow))
        seen.append((window.desk is not None and window.desk.editor.document.path, window))
        window.close()
        qapp.quit()

    QTimer.singleShot(600, look)
    assert app.main([str(path)]) == 0
    assert seen[0][0] == path
    log = tmp_path / "home" / "log" / "qpdesk.log"
    assert log.exists()


@pytest.fixture
def alarm(qapp, monkeypatch):
    shown = []
    monkeypatch.setattr(CrashDialog, "open", lambda dialog: shown.append(dialog))
    made = app.Alarm()
    made.listen()
    yield made, shown
    made.stop()


def fault(text):
    raise ValueError(text)


def test_a_fault_is_told_once_without_the_texts_of_the_plan(alarm, qtbot, caplog):
    _, shown = alarm
    for _ in range(30):
        try:
            fault("".join(("An", "na Anderssons ärende")))  # its own line stands in the report
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
