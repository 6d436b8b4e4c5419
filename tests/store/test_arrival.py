"""A file that was moved, emptied, copied or damaged: the work is found, and the user told."""

import os
import shutil
import time

import pytest
from pysqlite3 import dbapi2

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import arrival, disk, reading, target
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound, StoreError
from qpdesk.store.media import Medium
from qpdesk.store.opening import Notice, Opening, open_file
from tests.store.desk import Desk, contents, the


def rename(desk, title):
    return desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, title))


def title_of(desk):
    return the(desk.register, Kind.AREA).title


def copy_of(desk):
    folder = arrival.folder_of(desk.path, desk.home / "working")
    return folder / "plan.db"


def recovering(desk):
    return open_file(desk.path, desk.home / "working", desk.home / "backups", how=Opening.RECOVER)


@pytest.fixture
def stick(monkeypatch):
    """All files lie on a stick."""
    monkeypatch.setattr(target, "medium_of", lambda _folder: Medium.FRAIL)


# --- the file has moved


def test_a_file_that_was_moved_finds_its_work(desk, tmp_path):
    rename(desk, "Inte publicerat")
    desk.file._let_go()
    (tmp_path / "arkiv").mkdir()
    desk.path = desk.path.replace(tmp_path / "arkiv" / "nytt namn.qpd")
    desk.open()
    assert desk.file.notices == (Notice.MOVED,)
    assert title_of(desk) == "Inte publicerat"
    assert [step.edit.note for step in desk.file.steps()]  # undo came along
    desk.close()
    desk.open()
    assert desk.file.notices == ()


def test_a_copied_file_is_no_moved_one(desk, tmp_path):
    rename(desk, "Inte publicerat")
    other = Desk(desk.home, tmp_path / "kopia.qpd")
    shutil.copy(desk.path, other.path)
    desk.file._let_go()
    other.open()
    assert other.file.notices == ()
    assert title_of(other) == "Dokumentation"
    other.close()
    desk.open()
    assert title_of(desk) == "Inte publicerat"


def test_a_share_that_is_away_keeps_its_work(desk, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    there = Desk(desk.home, share / "plan.qpd")
    shutil.copy(desk.path, there.path)
    there.open()
    rename(there, "På delad mapp")
    there.file._let_go()
    mine = Desk(desk.home, tmp_path / "min kopia.qpd")
    shutil.copy(there.path, mine.path)
    share.rename(tmp_path / "borta")
    mine.open()
    assert title_of(mine) == "Dokumentation"
    mine.close()
    (tmp_path / "borta").rename(share)
    there.open()
    assert title_of(there) == "På delad mapp"
    there.close()


# --- the working copy is damaged


def test_a_damaged_working_copy_is_made_anew_from_its_log(desk):
    rename(desk, "Inte publicerat")
    desk.file._let_go()
    connection = dbapi2.connect(str(copy_of(desk)))
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE measure SET status = 'trasig'")
    connection.execute("DELETE FROM working")
    connection.commit()
    connection.close()
    desk.open()
    assert desk.file.notices == (Notice.COPY_MENDED,)
    assert title_of(desk) == "Inte publicerat"
    assert desk.file.set_aside()
    desk.publish()
    assert reading.check(desk.path) == []
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


@pytest.mark.parametrize("spoil", [b"", b"hej" * 999, "pages"])
def test_a_lost_working_copy_never_stops_a_whole_file(desk, spoil):
    desk.file._let_go()
    copy = copy_of(desk)
    raw = bytearray(copy.read_bytes())
    raw[100:] = os.urandom(len(raw) - 100)
    copy.write_bytes(raw if spoil == "pages" else spoil)
    before = copy.read_bytes()
    desk.open()
    assert desk.file.notices == (Notice.COPY_SET_ASIDE,)
    assert title_of(desk) == "Dokumentation"
    (aside,) = desk.file.set_aside()
    assert aside.path.read_bytes() == before
    assert aside.size == len(before)
    rename(desk, "Vidare")
    desk.publish()


def test_a_damaged_working_copy_of_a_file_that_is_gone_is_not_forgotten(desk):
    """To begin an empty plan there would look like the loss of everything."""
    desk.file._let_go()
    whole = desk.path.read_bytes()
    desk.path.unlink()
    copy = copy_of(desk)
    copy.write_bytes(b"hej" * 999)
    for _ in range(2):
        with pytest.raises(Damaged):
            desk.open()
        assert not desk.path.exists()
        assert copy.read_bytes() == b"hej" * 999
    desk.path.write_bytes(whole)
    desk.open()


# --- the file is damaged, and what is kept of it


def test_a_stick_keeps_a_generation_beside_the_file(desk, stick):
    before = desk.path.read_bytes()
    rename(desk, "Nytt namn")
    desk.publish()
    assert disk.generation_of(desk.path).read_bytes() == before


def test_a_sure_disk_keeps_none(desk):
    rename(desk, "Nytt namn")
    desk.publish()
    assert not disk.generation_of(desk.path).exists()


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize("left", [None, b""])
def test_a_file_that_a_pulled_stick_lost(desk, stick, tmp_path, is_known, left):
    rename(desk, "Förra")
    desk.publish()
    rename(desk, "Senaste")
    desk.publish()
    desk.close()
    desk.path.unlink()
    if left is not None:
        desk.path.write_bytes(left)
    one = desk if is_known else Desk(tmp_path / "bo", desk.path)
    one.open()
    assert one.file.notices == (Notice.FROM_GENERATION,)
    assert title_of(one) == ("Senaste" if is_known else "Förra")
    assert not one.file.is_published
    one.publish()
    assert contents(reading.read_register(desk.path)) == contents(one.register)
    if one is not desk:
        one.close()
        desk.open()
        assert title_of(desk) == "Senaste"  # what Anna's computer knew is there still


def test_an_empty_file_alone_is_no_empty_plan(desk, tmp_path):
    desk.close()
    desk.path.write_bytes(b"")
    with pytest.raises(NotAPlanFile):
        Desk(tmp_path / "bo", desk.path).open()
    desk.path.unlink()
    desk.open()


def test_a_damaged_file_is_restored_from_the_newest_whole_generation(desk):
    rename(desk, "Förra")
    desk.publish()
    rename(desk, "Senaste")
    desk.publish()
    desk.close()
    copy_of(desk).unlink()
    raw = bytearray(desk.path.read_bytes())
    raw[4096:8192] = bytes(4096)
    desk.path.write_bytes(raw)
    newest = max((desk.home / "backups").glob("*/*.qpd"))
    newest.write_bytes(b"trasig")
    with pytest.raises(Damaged):
        desk.open()
    desk.file = recovering(desk)
    desk.register = desk.file.load()
    assert desk.file.notices == (Notice.FROM_BACKUP,)
    assert title_of(desk) == "Dokumentation"
    assert reading.check(desk.path) == []
    assert bytes(raw) in [backup.path.read_bytes() for backup in desk.file.backups()]


def test_a_file_that_is_gone_is_put_back_when_asked_for(desk):
    desk.close()
    desk.path.unlink()
    with pytest.raises(NotFound):
        open_file(desk.path, desk.home / "working", desk.home / "backups", how=Opening.EXISTING)
    desk.file = recovering(desk)
    assert contents(desk.file.load()) == contents(desk.register)
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_a_failed_reading_is_tried_once_more(desk, monkeypatch, tmp_path):
    """Under passing faults of a disk, SQLite calls a whole file malformed."""
    desk.close()
    whole = desk.path.read_bytes()
    read, failures = disk.read, []

    def failing(path):
        if path == desk.path and not failures:
            failures.append(path)
            return whole[:5000]
        return read(path)

    monkeypatch.setattr(disk, "read", failing)
    monkeypatch.setattr(disk, "digest_at", lambda _: "of what was read while the disk failed")
    desk.open()
    assert failures
    failures.clear()
    assert reading.check(desk.path) == []
    assert failures


# --- copies beside


def conflict_copy(desk, second, title):
    """What a sync client makes of two versions that met."""
    beside = desk.path.with_name("barn-unga-DATOR17.qpd")
    whole = desk.path.read_bytes()
    rename(second, title)
    second.file.publish()
    desk.path.replace(beside)
    desk.path.write_bytes(whole)
    return beside


def test_conflict_copies_are_found_and_joined(desk, second, tmp_path):
    beside = conflict_copy(desk, second, "Bos namn")
    stranger = Desk(tmp_path / "eva", tmp_path / "annan.qpd").open()
    stranger.add(Kind.PLAN, None, "Annan plan")
    stranger.close()
    (tmp_path / "skräp.qpd").write_bytes(b"skrot")
    shutil.copy(desk.path, tmp_path / "samma.qpd")
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Bara hos Anna")
    assert desk.file.copies_beside() == [beside]
    desk.file.take_in_copy(beside)
    desk.see()
    assert title_of(desk) == "Bos namn"
    assert desk.file.copies_beside() == []
    assert not desk.file.is_published
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert "Bara hos Anna" in [node.title for node in desk.register.walk()]
    before = contents(desk.register)
    assert desk.file.take_in_copy(beside) == []
    assert desk.file.unseen() == ()
    with pytest.raises(NotAPlanFile):
        desk.file.take_in_copy(stranger.path)
    with pytest.raises(StoreError):
        desk.file.take_in_copy(tmp_path / "skräp.qpd")
    assert contents(desk.register) == before


# --- leftovers, shares


def test_what_was_left_long_ago_is_swept(desk):
    old, new = (desk.path.with_name(f".qpdesk-{name}.tmp") for name in ("0a1b2c3d", "4e5f6071"))
    theirs = desk.path.with_name("viktig.tmp")
    for file in (old, new, theirs):
        file.write_bytes(b"x")
    for file in (old, theirs):
        os.utime(file, (time.time() - 90_000,) * 2)
    rename(desk, "Nytt namn")
    desk.publish()
    assert not old.exists()
    assert new.exists()
    assert theirs.exists()
    new.unlink()


def test_on_a_share_we_wait_before_we_trust_what_we_read(desk, monkeypatch):
    waited = []
    monkeypatch.setattr(target, "medium_of", lambda _folder: Medium.REMOTE)
    monkeypatch.setattr(target, "sleep", waited.append)
    monkeypatch.setattr(target, "monotonic", lambda: 100.0)
    desk.file.publisher._target._looked = 99.0
    rename(desk, "Nytt namn")
    desk.file.publish()
    assert waited == [pytest.approx(0.6)]
