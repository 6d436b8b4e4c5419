"""Publishing looks in full only at what is new, and lets nothing through that is not whole."""

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Status
from qpdesk.store import reading, scratch
from qpdesk.store.errors import Damaged
from tests.store.desk import contents, the


@pytest.fixture
def whole_checks(monkeypatch):
    """The snapshots that were checked in full."""
    checked = []
    verify = scratch.verify

    def counted(cursor, **values):
        checked.append(cursor)
        return verify(cursor, **values)

    monkeypatch.setattr(scratch, "verify", counted)
    return checked


def rename(desk, kind, title):
    return desk.do(edits.rename(desk.register, the(desk.register, kind).id, title))


def every_verb(desk):
    register = desk.register
    yield rename(desk, Kind.AREA, "Nytt namn")
    measure = the(register, Kind.MEASURE)
    yield desk.do(edits.set_status(register, [measure.id], Status.COMPLETED))
    risk = the(register, Kind.RISK)
    yield desk.do(edits.move(register, [measure.id], risk.id))
    yield desk.do(edits.delete(register, [risk.id]))
    area = the(register, Kind.AREA)
    other = desk.add(Kind.AREA, the(register, Kind.PLAN), "Ett till")
    desk.add(Kind.RISK, other, "I det nya", level=9)
    yield desk.do(edits.delete(register, [area.id]))


def test_what_one_person_does_is_checked_by_itself(desk, whole_checks):
    done = []
    for edit in every_verb(desk):
        desk.file.publish()
        done.append(edit)
    for edit in reversed(done):
        desk.do(edit.inverse(), undo=True)
        desk.file.publish()
    assert whole_checks == []
    assert reading.check(desk.path) == []
    assert contents(reading.read_register(desk.path)) == contents(desk.register)


def test_what_was_joined_is_checked_in_full(desk, second, whole_checks):
    rename(second, Kind.AREA, "Bos namn")
    second.file.publish()
    assert whole_checks == []
    rename(desk, Kind.RISK, "Annas risk")
    desk.publish()
    assert whole_checks
    whole_checks.clear()
    rename(desk, Kind.AREA, "Vidare")
    desk.publish()
    assert whole_checks == []
    assert reading.check(desk.path) == []


WORDS = {
    "NEWEST": "(SELECT max(id) FROM changeset)",
    "OLDEST": "(SELECT min(id) FROM changeset)",
}
WRONG = {
    "an old value": "UPDATE change SET new = '\"Annat\"' WHERE changeset = OLDEST",
    "an old line is gone": "DELETE FROM change WHERE changeset = OLDEST",
    "an old act": "UPDATE changeset SET at = '2001' WHERE id <> NEWEST",
    "the newest act": "UPDATE changeset SET at = '2001' WHERE id = NEWEST",
    "the newest link": "UPDATE changeset SET hash = x'00' WHERE id = NEWEST",
    "the newest value": "UPDATE change SET new = '\"Annat\"' WHERE changeset = NEWEST",
    "the newest line is gone": "DELETE FROM change WHERE changeset = NEWEST",
    "a name": "UPDATE person SET name = 'Bo'",
    "a document more": "INSERT INTO document VALUES ('x', '2022')",
    "a row that nobody touched": "UPDATE risk SET title = 'Annat'",
    "a row that was touched": "UPDATE area SET title = 'Annat'",
    "a touched row, another field": "UPDATE area SET routine = 'Annat'",
    "a row is gone": "DELETE FROM measure",
    "a row more": "INSERT INTO area SELECT 'x', plan_id, '9', title, owner, routine, '' FROM area",
    "a head is gone": "DELETE FROM head WHERE field = 'likelihood'",
    "a touched head is gone": "DELETE FROM head WHERE change LIKE NEWEST || '%'",
    "a head more": "INSERT INTO head SELECT item, field, 'x.00000001.0' FROM head LIMIT 1",
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_not_whole_is_not_published(desk, whole_checks, case):
    rename(desk, Kind.AREA, "Nytt namn")
    desk.file.publish()
    rename(desk, Kind.AREA, "Ännu ett")
    before = desk.path.read_bytes()
    desk.file.load()  # nothing waits to be entered
    cursor = desk.file._copy._cursor
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.execute("BEGIN")
    statement = WRONG[case]
    for word, meaning in WORDS.items():
        statement = statement.replace(word, meaning)
    cursor.execute(statement)
    assert cursor.rowcount > 0
    cursor.execute("COMMIT")
    with pytest.raises(Damaged):
        desk.file.publish()
    assert whole_checks == []
    assert desk.path.read_bytes() == before
    desk.file.publisher._published = ""
    desk.file._let_go()
    (copy,) = (desk.home / "working").glob("*/plan.db")
    copy.unlink()
    desk.open()
