"""What an open file's troubles, and others on it, look like to the one who works."""

import shutil
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMessageBox

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.gui import publishing, rescue
from qpdesk.gui.words import messages, standing
from qpdesk.services.checking import check, read_register
from qpdesk.services.document import Document
from qpdesk.services.errors import (
    Damaged,
    DiskFull,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
    TooNew,
    Vanished,
)
from qpdesk.store import incoming
from qpdesk.system.paths import Paths
from tests.gui.conftest import titled
from tests.gui.test_access import nameless

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bo(window, tmp_path, qtbot):
    """The same file on another computer."""
    window.session.publisher.publish()
    rests(window, qtbot)
    other = Document(document_of(window).path, Paths.under(tmp_path / "bo"), author="Bo Alm")
    yield other
    other.close()


@pytest.fixture
def answers(monkeypatch):
    """Answer the questions to come, each by number; what was asked is kept."""
    asked, given = [], []

    def answer(_window, words, more, choices):
        asked.append((words, more, list(choices)))
        return given.pop(0)

    monkeypatch.setattr(rescue, "ask", answer)
    return asked, given


def document_of(window):
    return window.session.desk.editor.document


def shown(window):
    return {name: notice.words for name, notice in window.session.notices.board.notices.items()}


def press(window, name, number=0):
    window.session.notices.board.notices[name].deeds[number][1]()


def rename(document, old, new):
    node = titled(document.register, old)
    document.apply(edits.rename(document.register, node, new))


def rests(window, qtbot):
    """Everything is written and nothing is on its way."""
    publisher = window.session.publisher
    qtbot.waitUntil(lambda: publisher.task is None and document_of(window).is_published)


ERRORS = [Damaged, DiskFull, InUse, NotAPlanFile, NotFound, NotPermitted, Vanished, TooNew]


@pytest.mark.parametrize("kind", [*ERRORS, StoreError])
def test_every_trouble_has_words_of_its_own(kind, tmp_path):
    path = tmp_path / "Lillby.qpd"
    words = {standing.why_unpublished(each(path), path) for each in [*ERRORS, StoreError]}
    assert len(words) >= len(ERRORS)
    said = standing.why_unpublished(kind(path), path)
    assert "Lillby.qpd" in said
    assert "här datorn" in said
    assert "{" not in said
    assert standing.unpublished(kind(path)).startswith("Sparat på den här datorn")


def test_the_version_that_a_newer_file_needs_is_named(tmp_path):
    path = tmp_path / "Lillby.qpd"
    for words in (standing.why_unpublished, lambda error, _path: messages.trouble(error)):
        said = words(TooNew(path, program="12.3"), path)
        assert "med QPDesk 12.3" in said
        assert "till version 12.3 eller senare" in said
        assert "{" not in said


def test_a_folder_that_goes_and_comes_back(window, qtbot, tmp_path):
    rests(window, qtbot)
    document = document_of(window)
    home = tmp_path / "share"
    home.mkdir()
    window.put_away()
    shutil.move(document.path, home / "Lillby.qpd")
    assert window.filing.opening.open(home / "Lillby.qpd")
    document = document_of(window)
    rests(window, qtbot)
    home.rename(tmp_path / "away")
    window.session.acts.cycle_status()
    rename(document, "Hemtjänst", "Hemtjänsten")
    window.session.publisher.publish()
    qtbot.waitUntil(lambda: "saving" in window.session.notices.board.notices)
    assert "går inte att nå" in shown(window)["saving"]
    assert "mappen är tillbaka" in window.foot.saved.text()
    assert window.foot.saved.font().bold()
    (tmp_path / "away").rename(home)
    press(window, "saving")
    qtbot.waitUntil(lambda: "saving" not in window.session.notices.board.notices)
    assert window.foot.saved.text().startswith("Allt sparat")
    assert titled(read_register(document.path), "Hemtjänsten")


def test_a_file_that_is_taken_away_is_put_back_and_told(window, qtbot):
    rests(window, qtbot)
    document = document_of(window)
    document.path.unlink()
    window.session.publisher.look()
    qtbot.waitUntil(lambda: "saving" in window.session.notices.board.notices)
    assert "tagits bort" in shown(window)["saving"]
    window.session.publisher.publish()
    qtbot.waitUntil(lambda: "put_back" in window.session.notices.board.notices)
    assert "saving" not in window.session.notices.board.notices
    assert check(document.path) == []


def test_something_else_on_the_file_s_place_is_left_alone_until_asked(window, qtbot, paths):
    rests(window, qtbot)
    document = document_of(window)
    document.path.write_bytes(b"en annan fil " * 99)
    rename(document, "Hemtjänst", "Hemtjänsten")
    window.session.publisher.publish()
    qtbot.waitUntil(lambda: "saving" in window.session.notices.board.notices)
    assert "annan sorts fil" in shown(window)["saving"]
    assert document.path.read_bytes().startswith(b"en annan fil")
    press(window, "saving")
    qtbot.waitUntil(lambda: "saving" not in window.session.notices.board.notices)
    assert titled(read_register(document.path), "Hemtjänsten")
    kept = [backup.path.read_bytes() for backup in document.backups()]
    assert any(raw.startswith(b"en annan fil") for raw in kept)


def test_what_others_publish_is_shown_and_told(window, bo, qtbot):
    rests(window, qtbot)
    rename(bo, "Nattpatrull", "Natten")
    rename(bo, "Introduktion av nya", "Hemvård")
    bo.publish()
    window.session.publisher.look()
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    assert shown(window)["joined"] == "2 ändringar från Bo Alm lades till."
    assert titled(document_of(window).register, "Hemvård")


def test_work_goes_on_while_a_join_is_worked_out(window, bo, qtbot, monkeypatch):
    """A large log takes seconds; the window's thread works in none of them."""
    begun, go_on = Event(), Event()

    def slow(*args):
        begun.set()
        assert go_on.wait(30)
        return work_out(*args)

    work_out = incoming.work_out
    monkeypatch.setattr(incoming, "work_out", slow)
    rename(bo, "Hemtjänst", "Hemvård")
    bo.publish()
    window.session.publisher.look()
    qtbot.waitUntil(begun.is_set)
    rename(document_of(window), "Nattpatrull", "Nattens patrull")
    assert titled(document_of(window).register, "Hemtjänst")
    go_on.set()
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    rests(window, qtbot)
    for register in (document_of(window).register, read_register(document_of(window).path)):
        assert titled(register, "Hemvård")
        assert titled(register, "Nattens patrull")


def test_many_changes_of_others_are_shown_some_at_a_time(window, bo, qtbot, monkeypatch):
    monkeypatch.setattr(publishing, "_SLICE", 2)
    shown_at_once = []
    window.session.editor.edited.connect(lambda edit: shown_at_once.append(len(edit.changes)))
    for number in range(5):
        bo.apply(edits.add(bo.register, Kind.AREA, bo.register.children()[0].id, title=f"{number}"))
    bo.publish()
    window.session.publisher.look()
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    assert shown_at_once == [2, 2, 1]
    assert shown(window)["joined"] == "5 ändringar från Bo Alm lades till."
    assert len(document_of(window).register) == len(bo.register)


def test_what_two_have_said_differently_is_told_and_kept(window, bo, qtbot):
    rests(window, qtbot)
    document = document_of(window)
    rename(bo, "Nattpatrull", "Natten")
    bo.publish()
    rename(document, "Nattpatrull", "Natt")
    window.session.publisher.publish()
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    assert shown(window)["joined"] == "1 ändring från Bo Alm lades till, 1 att ta ställning till."
    rests(window, qtbot)
    (conflict,) = document.conflicts()
    assert {version.value for version in conflict.versions} == {"Natten", "Natt"}
    assert conflict.item in window.session.desk.editor.disputed
    window.session.notices.board.take_down("joined")
    window.session.notices._tell_conflicts()
    assert "1 att ta ställning till" in shown(window)["conflicts"]


def open_after(bo, window, qtbot):
    """Open the window's file anew when Bo has it open already; whether it was opened."""
    path = document_of(window).path
    rests(window, qtbot)
    window.put_away()
    bo.look()
    return window.filing.opening.open(path)


def test_the_second_opener_is_asked_and_may_work(window, bo, answers, qtbot):
    asked, given = answers
    given.append(0)
    assert open_after(bo, window, qtbot)
    words, more, choices = asked[0]
    assert "Bo Alm" in words
    assert "sedan 20" in words
    assert "läggs" in more
    assert len(choices) == 3
    assert "Bo Alm arbetar också" in shown(window)["presence"]
    assert not document_of(window).is_for_reading


def test_the_second_opener_may_only_read_and_sees_what_happens(window, bo, answers, qtbot):
    _, given = answers
    given.append(1)
    assert open_after(bo, window, qtbot)
    document = document_of(window)
    assert "läsning" in window.windowTitle()
    assert window.foot.saved.text() == "Öppen för läsning"
    before = document.path.read_bytes()
    desk = window.session.desk
    desk.tree.go_to(titled(document.register, "Samtal med köket"))
    window.session.acts.cycle_status()
    assert "öppen för läsning" in window.foot.line.text()
    assert document.path.read_bytes() == before
    rename(bo, "Hemtjänst", "Hemvård")
    bo.publish()
    window.session.publisher.look()
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    assert titled(document.register, "Hemvård")
    press(window, "reading")
    assert "reading" not in window.session.notices.board.notices
    assert "läsning" not in window.windowTitle()
    window.session.acts.cycle_status()
    rests(window, qtbot)


def test_the_second_opener_may_think_again(window, bo, answers, qtbot):
    _, given = answers
    given.append(2)
    assert not open_after(bo, window, qtbot)
    assert window.session is None


def test_a_damaged_file_is_put_right_and_the_user_told(window, qtbot):
    document = document_of(window)
    rests(window, qtbot)
    window.put_away()
    raw = bytearray(document.path.read_bytes())
    raw[3000:9000] = bytes(6000)
    document.path.write_bytes(raw)
    assert window.filing.opening.open(document.path)
    assert "var skadad" in shown(window)["recovered"]
    assert check(document.path) == []
    assert titled(document_of(window).register, "Hemtjänst")
    assert any(b.path.read_bytes() == raw for b in document_of(window).backups())


def test_another_kind_of_file_is_put_right_only_when_asked(window, answers, qtbot):
    asked, given = answers
    document = document_of(window)
    rests(window, qtbot)
    window.put_away()
    document.path.write_bytes(b"")
    given.append(1)
    assert not window.filing.opening.open(document.path)
    assert document.path.read_bytes() == b""
    given.append(0)
    assert window.filing.opening.open(document.path)
    assert "inte längre en planfil" in asked[0][0]
    assert check(document.path) == []


@pytest.fixture
def presses(monkeypatch):
    """Answer the message boxes to come by the word on the button."""
    given = []

    def run(box):
        word = given.pop(0)
        wanted = next(each for each in box.buttons() if word in each.text())
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: wanted)

    monkeypatch.setattr(QMessageBox, "exec", run)
    return given


def test_a_file_that_is_gone_is_put_back_only_when_asked(window, presses, qtbot):
    document = document_of(window)
    rests(window, qtbot)
    window.put_away()
    document.path.unlink()
    presses.append("Avbryt")
    assert not window.filing.opening.open(document.path)
    assert not document.path.exists()
    presses.append("Lägg tillbaka")
    assert window.filing.opening.open(document.path)
    assert titled(document_of(window).register, "Hemtjänst")
    assert check(document.path) == []


def test_a_copy_beside_the_file_is_offered_and_joined(window, bo, qtbot, tmp_path):
    rests(window, qtbot)
    path = document_of(window).path
    rename(bo, "Hemtjänst", "Hemvård")
    bo.write_copy(path.with_name("Lillby-DATOR17.qpd"))
    window.session.notices._seek_copies()
    qtbot.waitUntil(lambda: "copy0" in window.session.notices.board.notices)
    assert "Lillby-DATOR17.qpd" in shown(window)["copy0"]
    press(window, "copy0")
    qtbot.waitUntil(lambda: "joined" in window.session.notices.board.notices)
    assert titled(document_of(window).register, "Hemvård")
    assert "copy0" not in window.session.notices.board.notices
    rests(window, qtbot)
    assert titled(read_register(path), "Hemvård")


def test_a_copy_is_written_elsewhere(window, chosen, qtbot, tmp_path):
    path = tmp_path / "kopia.qpd"
    chosen(path)
    qtbot.keyClick(window.session.desk.tree, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: path.name in window.foot.line.text())
    assert check(path) == []
    assert document_of(window).path.name == "Lillby.qpd"


def test_a_notice_can_be_reached_put_away_and_gives_the_focus_back(window, qtbot):
    rests(window, qtbot)
    document_of(window).path.unlink()
    window.session.publisher.look()
    qtbot.waitUntil(lambda: "saving" in window.session.notices.board.notices)
    assert not nameless(QAccessible.queryAccessibleInterface(window))
    row = window.session.notices.board._rows["saving"]
    assert row.words.textFormat() is Qt.TextFormat.PlainText
    row.closed.setFocus()
    qtbot.keyClick(row.closed, Qt.Key.Key_Space)
    assert "saving" not in window.session.notices.board.notices
    assert not window.session.notices.board.isVisible()
    assert window.focusWidget() is window.session.desk.tree


def test_the_foot_tells_that_the_files_place_takes_its_time(window, qtbot):
    rests(window, qtbot)
    window.session.publisher._tell_waiting()
    assert "väntar" in window.foot.saved.text()
