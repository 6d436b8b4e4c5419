"""Where a file's work stands: gone and put back, copied, looked at without showing oneself."""

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import disk, reading, target
from qpdesk.store.errors import ChangedElsewhere, NotFound, Vanished
from qpdesk.store.media import Medium
from qpdesk.store.publishing import Published
from qpdesk.store.repair import salvage
from tests.store.desk import contents, the


def rename(desk, title):
    desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, title))


def test_publishing_says_what_it_has_come_to(desk):
    assert desk.file.publish() is Published.NOTHING
    rename(desk, "Nytt")
    assert desk.file.publish() is Published.WRITTEN
    desk.path.unlink()
    with pytest.raises(Vanished):
        desk.file.look()
    assert desk.file.publish() is Published.PUT_BACK
    assert desk.file.look() is False


def test_a_folder_that_is_away_is_not_a_file_that_was_removed(desk):
    home = desk.path.parent
    away = home.with_name("away")
    desk.path.rename(home / "kept")
    home.rename(away)
    try:
        with pytest.raises(NotFound) as refusal:
            desk.file.look()
        assert not isinstance(refusal.value, Vanished)
    finally:
        away.rename(home)
        (home / "kept").rename(desk.path)


def test_what_stands_there_makes_room_and_is_kept(desk):
    desk.path.write_bytes(b"annat")
    rename(desk, "Nytt")
    with pytest.raises(ChangedElsewhere):
        desk.file.publish()
    desk.file.put_back()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert any(backup.path.read_bytes() == b"annat" for backup in desk.file.backups())


def test_a_copy_holds_what_is_not_published_too(desk, tmp_path):
    rename(desk, "Inte publicerat")
    desk.file.write_copy(tmp_path / "kopia.qpd")
    assert contents(reading.read_register(tmp_path / "kopia.qpd")) == contents(desk.register)
    assert not desk.file.is_published


def test_what_was_fetched_is_joined_though_the_file_changes_meanwhile(desk, second):
    rename(second, "Bos")
    second.file.publish()
    incoming = desk.file.fetch()
    rename(second, "Bos igen")
    second.file.publish()
    (event,) = desk.file.take_in(incoming)
    desk.see()
    assert the(desk.register, Kind.AREA).title == "Bos"
    assert (event.who, event.after) == ("Bo Alm", "Bos")
    desk.publish()
    assert the(desk.register, Kind.AREA).title == "Bos igen"


def test_who_only_reads_does_not_show_and_sees_who_works(desk, second):
    assert desk.file.look() is False
    desk.file.look()
    assert second.file.look(works=False) is False
    assert second.file.opened_by.who == "Anna Ek"
    desk.file._note.take_down()
    second.file.look(works=False)
    assert second.file.opened_by is None
    assert not desk.path.with_name(f".~lock.{desk.path.name}#").exists()


def test_a_glance_tells_who_worked_last(desk, second):
    rename(second, "Bos")
    second.file.publish()
    seen = reading.glance(desk.path)
    assert (seen.who, seen.items) == ("Bo Alm", len(contents(second.register)))


def test_a_working_copy_that_lies_aside_can_be_written_out(desk, tmp_path):
    rename(desk, "Bara här")
    copy = desk.file._copy.file
    desk.file._let_go()
    salvage(copy, tmp_path / "ut.qpd")
    assert the(reading.read_register(tmp_path / "ut.qpd"), Kind.AREA).title == "Bara här"
    desk.open()


def test_a_generation_that_stands_in_for_an_emptied_file_is_written_again(desk, monkeypatch):
    """What was joined from beside the file is not in the file: it must be published."""
    monkeypatch.setattr(target, "medium_of", lambda _folder: Medium.FRAIL)
    rename(desk, "Förra")
    desk.publish()
    rename(desk, "Senaste")
    desk.publish()
    disk.generation_of(desk.path).write_bytes(desk.path.read_bytes())
    desk.path.write_bytes(b"")
    desk.join()
    assert not desk.file.is_published
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
