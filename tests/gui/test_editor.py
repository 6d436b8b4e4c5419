import pytest
from PySide6.QtCore import QObject, Signal

from qpdesk.domain import edits
from qpdesk.domain.nodes import Status
from qpdesk.services.errors import DiskFull
from tests.gui.conftest import titled


@pytest.fixture
def broken(document, monkeypatch):
    """Break the disk under an open document."""

    def breaks(*_, **__):
        raise DiskFull(document.path)

    return lambda: monkeypatch.setattr(document._file, "write", breaks)


def test_a_failed_write_leaves_no_trace(editor, broken, qtbot):
    measure = titled(editor.register, "Samtal med köket")
    before = list(editor.register.walk())
    broken()
    with qtbot.waitSignal(editor.failed):
        assert editor.attempt(edits.cycle_status, [measure]) is None
    assert list(editor.register.walk()) == before
    assert not editor.undo_stack.canUndo()


def test_a_failed_undo_changes_nothing(editor, broken, qtbot):
    measure = titled(editor.register, "Samtal med köket")
    editor.attempt(edits.cycle_status, [measure])
    broken()
    with qtbot.waitSignal(editor.failed):
        assert editor.step(back=True) is None
    assert editor.register[measure].status is Status.ONGOING


def test_an_edit_without_changes_is_no_step_to_undo(editor):
    measure = titled(editor.register, "Samtal med köket")
    assert editor.attempt(edits.set_status, [measure], Status.NOT_STARTED) is None
    assert editor.undo_stack.count() == 0


def test_undo_and_redo_say_what_they_did(editor):
    measure = titled(editor.register, "Samtal med köket")
    done = editor.attempt(edits.cycle_status, [measure])
    assert editor.undo_stack.undoText() == "sätt status"
    assert editor.step(back=True) == done.inverse()
    assert editor.step(back=False) == done
    assert editor.step(back=False) is None


def test_an_undo_is_marked_as_one_in_the_file(editor, document, monkeypatch):
    told = []
    write = document._file.write
    monkeypatch.setattr(
        document._file, "write", lambda edit, **how: (told.append(how), write(edit, **how))
    )
    editor.attempt(edits.cycle_status, [titled(editor.register, "Samtal med köket")])
    editor.step(back=True)
    assert [how["undo"] for how in told] == [False, True]


def test_five_thousand_signals_do_no_harm(qapp):
    """A release of PySide6 lost a reference to True at each, and the process died soon."""

    class Bell(QObject):
        rung = Signal(bool, object)

    bell, heard = Bell(), []
    bell.rung.connect(lambda yes, thing: heard.append((yes, thing)))
    for _ in range(5_000):
        bell.rung.emit(True, None)
    assert heard == [(True, None)] * 5_000
