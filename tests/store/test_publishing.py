"""The user's file is replaced as a whole, by what has been checked, and never without a look."""

from dataclasses import replace

import pytest

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit, Replaced
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading, working_copy
from qpdesk.store.errors import ChangedElsewhere, Damaged, DiskFull, NotFound, StoreError
from tests.store.desk import Desk, contents, the


def rename_area(desk, title):
    area = the(desk.register, Kind.AREA)
    return desk.do(edits.rename(desk.register, area.id, title))


def test_an_edit_is_in_the_working_copy_at_once(desk):
    before = desk.path.read_bytes()
    rename_area(desk, "Nytt namn")
    assert not desk.file.is_published
    assert desk.path.read_bytes() == before
    desk.file._let_go()  # as if the program had fallen over
    desk.open()
    assert the(desk.register, Kind.AREA).title == "Nytt namn"
    assert not desk.file.is_published
    desk.file.publish()
    assert desk.file.is_published
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_publishing_nothing_new_leaves_the_file_alone(desk):
    stamp = desk.path.stat().st_mtime_ns
    desk.file.publish()
    desk.close()
    desk.open()
    assert desk.path.stat().st_mtime_ns == stamp


def test_what_is_replaced_is_kept(desk):
    replaced = desk.path.read_bytes()
    rename_area(desk, "Nytt namn")
    desk.file.publish()
    kept = [file.read_bytes() for file in (desk.home / "backups").rglob("*.qpd")]
    assert replaced in kept


def test_a_lost_file_comes_back(desk):
    desk.path.unlink()
    desk.file.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_a_share_that_is_away(desk):
    rename_area(desk, "Under avbrottet")
    away = desk.path.parent.with_name("borta")
    share = desk.path.parent / "share"
    share.mkdir()
    other = Desk(desk.home, share / "plan.qpd").open()
    plan = other.add(Kind.PLAN, None, "På enheten")
    other.publish()
    share.rename(away)
    other.do(edits.rename(other.register, plan.id, "Utan nät"))
    with pytest.raises(NotFound):
        other.file.publish()
    with pytest.raises(NotFound):
        other.close()
    other.open()  # still away: the work is here
    assert the(other.register, Kind.PLAN).title == "Utan nät"
    away.rename(share)
    other.close()
    assert the(reading.read_register(share / "plan.qpd"), Kind.PLAN).title == "Utan nät"


@pytest.mark.parametrize("content", [b"", b"hej\n", b"SQLite format 3\0" + bytes(5000)])
def test_what_we_cannot_read_is_not_overwritten(desk, content):
    rename_area(desk, "Nytt namn")
    known = desk.path.read_bytes()
    desk.path.write_bytes(content)
    with pytest.raises(ChangedElsewhere):
        desk.file.publish()
    with pytest.raises(StoreError):
        desk.file.take_in()
    assert desk.path.read_bytes() == content
    desk.path.write_bytes(known)
    desk.file.publish()


def test_a_working_copy_that_is_not_whole_is_not_published(desk):
    rename_area(desk, "Nytt namn")
    before = desk.path.read_bytes()
    desk.file.load()  # nothing waits to be entered
    desk.file._copy._cursor.execute("UPDATE area SET title = 'Annat'")
    with pytest.raises(Damaged):
        desk.file.publish()
    assert desk.path.read_bytes() == before
    desk.file._copy._cursor.execute("UPDATE area SET title = 'Nytt namn'")


def test_a_full_working_disk(desk):
    """The edit is refused, whole; the next one, when there is room, goes through."""
    cursor = desk.file._copy._cursor
    (pages,) = cursor.execute("PRAGMA page_count").fetchone()
    cursor.execute(f"PRAGMA max_page_count = {pages + 3}")
    area = the(desk.register, Kind.AREA)
    long = edits.change(desk.register, [area.id], "routine", "x" * 200_000)
    before = contents(desk.register)
    with pytest.raises(DiskFull):
        desk.file.write(long)
    assert contents(desk.file.load()) == before
    cursor.execute("PRAGMA max_page_count = 100000")
    desk.do(long)
    assert contents(desk.file.load()) == contents(desk.register)
    desk.file.publish()


def test_an_edit_that_the_database_refuses_leaves_no_trace(desk):
    """Memory and rules are checked first; the tables refuse nonsense all the same."""
    risk = the(desk.register, Kind.RISK)
    nonsense = Edit(Deed.CHANGE, (Replaced(risk, replace(risk, level=7)),))
    with pytest.raises(StoreError):
        desk.file.write(nonsense)
    assert contents(desk.file.load()) == contents(desk.register)
    rename_area(desk, "Går bra")
    desk.file.publish()


def test_edits_go_on_while_a_copy_is_taken(desk, monkeypatch):
    """Publishing on a worker thread: what comes in between is whole in the file or not there."""
    pauses = []

    def pause(_seconds):
        pauses.append(rename_area(desk, f"Paus {len(pauses)}"))
        if len(pauses) == 3:  # what waited till then is entered with it
            desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Under tiden")

    monkeypatch.setattr(working_copy, "_PAGES", 4)
    monkeypatch.setattr(working_copy, "sleep", pause)
    rename_area(desk, "Före")
    desk.file.publish()
    assert len(pauses) > 3
    assert reading.check(desk.path) == []
    published = the(reading.read_register(desk.path), Kind.AREA).title
    assert published.startswith("Paus")
    last = the(desk.register, Kind.AREA).title
    assert desk.file.is_published == (published == last)
    monkeypatch.undo()
    desk.file.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
