"""Small acts wait as one row each at the end of the log: nobody can tell, whatever happens."""

from contextlib import closing
from dataclasses import replace

import pytest
from pysqlite3 import dbapi2

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit, Replaced
from qpdesk.domain.nodes import Kind, Status
from qpdesk.store import reading
from qpdesk.store.arrival import Notice
from qpdesk.store.checking import verify
from qpdesk.store.errors import DiskFull, StoreError
from qpdesk.store.knowledge import peek
from qpdesk.store.repair import salvage
from tests.store.desk import contents, the


def toggle(desk):
    return desk.do(edits.cycle_status(desk.register, [the(desk.register, Kind.MEASURE).id]))


def rename(desk, title):
    return desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, title))


def waiting(desk):
    return desk.file._copy._cursor.execute("SELECT count(*) FROM tail").fetchone()[0]


def altered(desk, *statements):
    """The working copy of a program that has ended at once, and then this."""
    file = desk.file._copy.file
    desk.file._let_go()
    with closing(dbapi2.connect(file)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            assert connection.execute(statement).rowcount
        connection.commit()
    return file


def test_small_acts_wait_and_are_there_after_the_program_has_ended_at_once(desk):
    toggle(desk)
    rename(desk, "Nytt namn")
    toggle(desk)
    assert waiting(desk) == 3
    before, tips = contents(desk.register), desk.file._copy.tips
    desk.file._let_go()
    desk.open()
    assert waiting(desk) == 0
    assert contents(desk.register) == before
    assert desk.file._copy.tips == tips
    assert not desk.file.is_published
    assert verify(desk.file._copy._cursor, published=False).nodes == before
    toggle(desk)
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert reading.check(desk.path) == []


def test_who_looks_sees_what_waits(desk):
    toggle(desk)
    assert desk.file.history(limit=1)[0].field == "status"
    first = toggle(desk)
    assert desk.file.steps()[-1].edit == first
    rename(desk, "Nytt namn")
    (event,) = desk.file.history(limit=1)
    assert event.after == "Nytt namn"
    toggle(desk)
    assert contents(desk.file.load()) == contents(desk.register)


def test_what_comes_or_goes_is_entered_with_all_before_it(desk):
    toggle(desk)
    measure = the(desk.register, Kind.MEASURE)
    desk.do(edits.delete(desk.register, [measure.id]))
    assert waiting(desk) == 0
    (gone,) = desk.file.deleted()
    assert gone.node == measure
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)


def test_never_many_wait(desk):
    longest = 0
    for _ in range(200):
        toggle(desk)
        longest = max(longest, waiting(desk))
    assert 10 < longest < 100
    assert contents(desk.file.load()) == contents(desk.register)
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
    assert len(desk.file.history(limit=1000)) == 205  # five items came first


def test_what_is_long_or_no_text_does_not_wait(desk):
    area, risk = the(desk.register, Kind.AREA), the(desk.register, Kind.RISK)
    toggle(desk)
    desk.do(edits.change(desk.register, [area.id], "routine", "x" * 5000))
    assert waiting(desk) == 0
    toggle(desk)
    desk.do(edits.change(desk.register, [risk.id], "likelihood", 2))
    assert waiting(desk) == 0
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)


@pytest.mark.parametrize("status", ["trasig", None, 7])
def test_nonsense_is_refused_at_once(desk, status):
    """What waits has been acknowledged: it must never be found impossible later."""
    measure = the(desk.register, Kind.MEASURE)
    nonsense = Edit(Deed.STATUS, (Replaced(measure, replace(measure, status=status)),))
    toggled = toggle(desk)
    with pytest.raises(StoreError):
        desk.file.write(nonsense)
    assert contents(desk.file.load()) == contents(desk.register)
    desk.do(toggled.inverse(), undo=True)
    desk.publish()


def test_undo_of_what_waited_survives_a_restart(desk):
    rename(desk, "Nytt namn")
    edit = toggle(desk)
    desk.do(edit.inverse(), undo=True)
    desk.file._let_go()
    desk.open()
    done, undone = desk.file.steps()[-2:]
    assert (done.is_undone, undone.is_undone) == (False, True)
    assert undone.edit == edit
    desk.do(edit)
    assert the(desk.register, Kind.MEASURE).status is Status.ONGOING


def test_what_waits_is_not_published(desk):
    toggle(desk)
    file = altered(desk)
    assert not peek(file).is_published
    desk.path.unlink()
    desk.open()  # the work is here though the file is gone
    assert the(desk.register, Kind.MEASURE).status is Status.ONGOING


def test_what_waits_belongs_to_the_log_of_a_damaged_copy(desk, tmp_path):
    rename(desk, "Inte publicerat")
    file = altered(desk, "UPDATE measure SET status = 'trasig'", "DELETE FROM working")
    salvage(file, tmp_path / "ut.qpd")
    assert the(reading.read_register(tmp_path / "ut.qpd"), Kind.AREA).title == "Inte publicerat"
    desk.open()
    assert desk.file.notices == (Notice.COPY_MENDED,)
    assert the(desk.register, Kind.AREA).title == "Inte publicerat"
    desk.publish()


def test_what_waits_comes_to_the_same_wherever_it_is_entered(desk, tmp_path):
    """Or a copy of a file that waits would come to be another's work when it is joined."""
    rename(desk, "Inte publicerat")
    toggle(desk)
    file = altered(desk)
    salvage(file, tmp_path / "ut.qpd")
    desk.open()
    tips, events = desk.file._copy.tips, desk.file.history()
    assert desk.file.take_in_copy(tmp_path / "ut.qpd") == []
    assert desk.file.unseen() == ()
    assert (desk.file._copy.tips, desk.file.history()) == (tips, events)


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE tail SET act = substr(act, 9)",
        "UPDATE tail SET act = replace(act, 'Inte', 'Just')",
        "UPDATE tail SET act = '[]'",
        "UPDATE tail SET act = '[1, 2, 3, [[]]]'",
    ],
)
def test_what_was_altered_while_it_waited_is_not_believed(desk, spoil):
    rename(desk, "Inte publicerat")
    altered(desk, spoil)
    desk.open()
    assert desk.file.notices == (Notice.COPY_SET_ASIDE,)
    assert the(desk.register, Kind.AREA).title == "Dokumentation"
    assert desk.file.set_aside()


def test_without_room_to_enter_them_they_wait_on_and_are_seen(desk, monkeypatch):
    toggle(desk)
    settle = desk.file._copy._settle

    def full():
        raise DiskFull(desk.path)

    monkeypatch.setattr(desk.file._copy, "_settle", full)
    assert contents(desk.file.load()) == contents(desk.register)
    assert desk.file.history(limit=1)[0].field == "status"
    with pytest.raises(DiskFull):
        desk.file.publish()
    toggle(desk)
    assert waiting(desk) == 2
    monkeypatch.setattr(desk.file._copy, "_settle", settle)
    desk.file.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
