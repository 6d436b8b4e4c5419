"""Who opens a file that another has open, is told; nobody is kept from work by a note."""

import os
import time

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store.presence import Note
from tests.store.desk import Desk, the


def note_of(desk):
    return desk.path.with_name(f".~lock.{desk.path.name}#")


def test_the_second_opener_is_told(desk, tmp_path):
    assert desk.file.opened_by is None
    bo = Desk(tmp_path / "bo", desk.path, "Bo Alm").open()
    assert bo.file.opened_by.who == "Anna Ek"
    assert bo.file.opened_by.computer
    bo.close()
    assert note_of(desk).exists()  # still Anna's
    assert desk.file.look() is False
    assert desk.file.opened_by is None
    desk.close()
    assert not note_of(desk).exists()
    desk.open()


def test_a_note_that_was_left_behind_is_taken_over(desk, tmp_path):
    """Age is told by the disk's own clock: the computer's may be years off."""
    long_ago = time.time() - 3600
    os.utime(note_of(desk), (long_ago, long_ago))
    bo = Desk(tmp_path / "bo", desk.path, "Bo Alm").open()
    assert bo.file.opened_by is None
    desk.file.look()
    assert desk.file.opened_by.who == "Bo Alm"
    bo.close()


def test_our_own_note_is_ours_after_a_fall(desk):
    note = note_of(desk).read_bytes()
    desk.file._let_go()
    note_of(desk).write_bytes(note)
    desk.open()
    assert desk.file.opened_by is None


@pytest.mark.parametrize("said", [b"", b"{", b"[" * 5000, b'{"who": 1}', b"\xff" * 99])
def test_a_note_that_cannot_be_read_is_none(desk, tmp_path, said):
    note_of(desk).write_bytes(said)
    bo = Desk(tmp_path / "bo", desk.path, "Bo Alm").open()
    assert bo.file.opened_by is None
    bo.close()
    assert not note_of(desk).exists()


def test_where_no_note_can_be_put_work_goes_on(tmp_path):
    note = Note(tmp_path / "gone" / "plan.qpd", "Anna", "1")
    assert note.refresh() is None
    note.take_down()


def test_look_tells_that_others_have_published(desk, second):
    assert desk.file.look() is False
    area = the(second.register, Kind.AREA)
    second.do(edits.rename(second.register, area.id, "Bos"))
    second.file.publish()
    assert desk.file.look() is True
    desk.publish()
    assert desk.file.look() is False
