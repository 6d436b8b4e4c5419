"""A laptop's screen without a screen, a real file on a desk, and keys as a person presses them."""

import os
from pathlib import Path

import pytest

# Before Qt starts: without a file of its own the offscreen screen is 800 by 800.
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Status
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.looks.icons import load_icons
from qpdesk.gui.main_window import MainWindow
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
from qpdesk.system.settings import Colours


@pytest.fixture(scope="session", autouse=True)
def _swedish(qapp):
    QLocale.setDefault(QLocale("sv_SE"))
    load_icons()
    yield
    QApplication.clipboard().clear()  # without a screen it would outlive Python, and die of it


_WORN: list[Appearance] = []
"""A program has one as long as it runs. The search for garbage may come to it in any thread, where
its timers and icons must not be taken apart."""


@pytest.fixture
def appearance(qapp):
    made = Appearance(qapp, Colours.LIGHT, 100)
    made.give_room()
    yield made
    made.set_zoom(100)
    made.spelling._timer.stop()
    made.spelling._speller = None  # a dictionary takes some 20 MB
    _WORN.append(made)


@pytest.fixture
def paths(tmp_path):
    return Paths.under(tmp_path / "home")


@pytest.fixture
def document(tmp_path, paths):
    made = Document(tmp_path / "Lillby.qpd", paths)
    fill(made)
    yield made
    made.close()


@pytest.fixture
def editor(qapp, document):
    return Editor(document)


@pytest.fixture
def window(qtbot, tmp_path, paths, appearance):
    """A window with a real file of an invented municipality on its desk."""
    made = Document(tmp_path / "Lillby.qpd", paths)
    fill(made)
    shown = MainWindow(paths, appearance)
    qtbot.addWidget(shown)
    shown.resize(1340, 700)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    shown.show_document(made)
    steps = shown.session.editor.undo_stack  # what was done before it was opened comes soon after
    qtbot.waitUntil(lambda: bool(steps.count()))
    return shown  # qtbot closes it


@pytest.fixture
def desk(window):
    """The desk of that window, its rows under the keys."""
    window.session.desk.tree.setFocus()
    return window.session.desk


@pytest.fixture
def register(window):
    return window.session.editor.register


@pytest.fixture
def chosen(monkeypatch):
    """Answer the next file dialog."""

    def answer(path):
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))

    return answer


@pytest.fixture
def told(monkeypatch):
    said = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: said.append(args[2]))
    monkeypatch.setattr(QMessageBox, "information", lambda *args: said.append(args[2]))
    return said


def fill(document):
    """One plan: two areas, risks with and without controls, measures everywhere, a chapter."""

    def add(kind, parent, **values):
        edit = edits.add(document.register, kind, parent, **values)
        document.apply(edit)
        return edits.added(edit).id

    plan = add(Kind.PLAN, None, title="Kvalitetsplan äldre 2026", year=2026)
    home = add(Kind.AREA, plan, title="Hemtjänst")
    food = add(Kind.RISK, home, title="Matlådan kommer för sent", likelihood=3, consequence=3)
    check = add(Kind.CONTROL, food, title="Mätning av leveranstid", purpose="Varm mat i tid")
    add(Kind.MEASURE, check, title="Ny körordning", responsible="Enhetschef")
    add(Kind.MEASURE, check, title="Ny körordning", status=Status.ONGOING)
    add(Kind.MEASURE, food, title="Samtal med köket", what_to_do="Ring <b>köket</b> & boka")
    add(Kind.MEASURE, home, title="Introduktion av nya", status=Status.COMPLETED)
    night = add(Kind.AREA, plan, title="Nattpatrull")
    add(Kind.CONTROL, night, title="Andel besök i tid", responsible="Samordnare")
    add(Kind.RISK, night, title="<b>Larm</b> & svar", level=12)
    add(Kind.CHAPTER, plan, title="Inledning", text="Så här arbetar vi[^1].")
    add(Kind.FOOTNOTE, plan, key="1", text="Enligt nämndens beslut.")
    trend = add(Kind.INDICATOR, plan, title="Nöjda brukare", area="Hemtjänst")
    add(Kind.OBSERVATION, trend, period="2025", outcome="4,2", target="4,5")


def titled(register, title, number=0):
    """The id of the item with this title; of the second or later one when several have it."""
    found = [node.id for node in register.walk() if getattr(node, "title", None) == title]
    return found[number]


def counted(editor):
    """A list to which every edit is added that is done from now on."""
    done = []
    editor.edited.connect(done.append)
    return done


def type_text(widget, text):
    """Type as a person does; ``qtbot.keyClicks`` aborts the process at å, ä and ö."""
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)
