"""Replaced versions can be fetched back, and do not fill the disk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain import edits
from qpdesk.domain.changes import Deed, Edit
from qpdesk.domain.nodes import Kind
from qpdesk.store import backups, disk
from qpdesk.store.backups import Backup, worth_keeping
from tests.store.desk import contents, the

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def publish_as(desk, title):
    desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, title))
    desk.file.publish()


def test_a_replaced_version_can_be_fetched_back(desk):
    before = contents(desk.register)
    publish_as(desk, "Nytt namn")
    desk.do(edits.delete(desk.register, [the(desk.register, Kind.RISK).id]))
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Helt nytt")
    desk.file.publish()
    after = contents(desk.register)
    oldest = desk.file.backups()[-2]  # the very oldest is the empty file
    changes = desk.file.compare(oldest)
    edit = desk.do(Edit(Deed.RESTORE, changes))
    assert contents(desk.register) == before
    desk.file.publish()
    desk.do(edit.inverse(), undo=True)
    assert contents(desk.register) == after


def test_the_same_content_is_kept_once(desk):
    kept = backups.Backups(desk.home / "some")
    kept.keep(b"a")
    kept.keep(b"b")
    kept.keep(b"a")
    assert sorted(backup.path.read_bytes() for backup in kept.all()) == [b"a", b"b"]


def test_a_backup_that_cannot_be_made_stops_no_work(desk, monkeypatch, caplog):
    replace_whole = disk.replace_whole

    def full(path, content):
        if "backups" in path.parts:
            raise OSError(28, "No space left on device")
        replace_whole(path, content)

    monkeypatch.setattr(disk, "replace_whole", full)
    publish_as(desk, "Nytt namn")
    assert desk.file.is_published
    assert "no backup" in caplog.text


def made(ages, size=1000):
    """Versions of these ages in hours."""
    times = sorted((NOW - timedelta(hours=age) for age in ages), reverse=True)
    return [Backup(Path(f"{number}.qpd"), at, size) for number, at in enumerate(times)]


def test_thins_with_age():
    every_minute = made([minute / 60 for minute in range(120)])
    assert len(worth_keeping(every_minute, NOW)) == 21  # the last 20, and the last of 10 o'clock
    every_day = made([24 * day for day in range(400)])
    kept = worth_keeping(every_day, NOW)
    assert len(kept) == 31 + 11  # a month of days, and the months before it
    assert kept[:31] == every_day[:31]
    assert worth_keeping(made([24 * 4000]), NOW)  # an old plan that nobody has touched for years


def test_is_bounded():
    kept = worth_keeping(made([24 * day for day in range(30)], size=100_000_000), NOW)
    assert len(kept) == 5
    assert worth_keeping(made([1], size=10**12), NOW)


@given(st.lists(st.floats(-50, 20_000), max_size=80))
def test_keeps_the_newest_and_settles(ages):
    versions = made(ages)
    kept = worth_keeping(versions, NOW)
    assert kept[:20] == versions[:20]
    assert worth_keeping(kept, NOW) == kept
