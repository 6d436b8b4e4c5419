"""Whatever lies at a path: it is opened, or refused by its right name and left as it was."""

import os
import struct
import subprocess
import sys

import pytest
from pysqlite3 import dbapi2

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.checking import Check
from qpdesk.store.errors import (
    Damaged,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    TooNew,
)
from qpdesk.store.log_tables import USER_VERSION
from qpdesk.store.opening import Opening, open_file
from tests.store.desk import Desk, contents, the


def altered(path, statement, *values):
    """Let another program write into the file."""
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def patched(path, offset, content):
    raw = bytearray(path.read_bytes())
    raw[offset : offset + len(content)] = content
    path.write_bytes(raw)


def log_altered(path):
    altered(path, "UPDATE change SET new = '\"Annat\"' WHERE field = 'title'")
    for kind in Kind:
        if kind not in (Kind.FOOTNOTE, Kind.RESULT, Kind.OBSERVATION):
            altered(path, f"UPDATE {kind} SET title = 'Annat'")  # noqa: S608 - kinds are ours


def without_history(path):
    altered(path, "DELETE FROM head")
    altered(path, "DELETE FROM change")


def last_act_removed(path):
    (name,) = dbapi2.connect(str(path)).execute("SELECT max(id) FROM changeset").fetchone()
    altered(path, "DELETE FROM change WHERE changeset = ?", name)
    altered(path, "DELETE FROM changeset WHERE id = ?", name)


REFUSED = {
    "empty": (NotAPlanFile, lambda path: path.write_bytes(b"")),
    "text": (NotAPlanFile, lambda path: path.write_text("Kvalitetsplan\n" * 99)),
    "another program's": (NotAPlanFile, lambda path: patched(path, 68, struct.pack(">I", 7))),
    "later major version": (TooNew, lambda path: patched(path, 60, struct.pack(">I", 2000))),
    "wal header": (Damaged, lambda path: patched(path, 18, b"\2\2")),
    "cut off": (Damaged, lambda path: path.write_bytes(path.read_bytes()[:-5000])),
    "only the header": (Damaged, lambda path: path.write_bytes(path.read_bytes()[:100])),
    "zeros inside": (Damaged, lambda path: patched(path, 4096, bytes(4096))),
    "trigger": (
        Damaged,
        lambda path: altered(
            path, "CREATE TRIGGER t AFTER INSERT ON head BEGIN DELETE FROM change; END"
        ),
    ),
    "view": (Damaged, lambda path: altered(path, "CREATE VIEW v AS SELECT 1")),
    "foreign table": (Damaged, lambda path: altered(path, "CREATE TABLE t (a)")),
    "missing table": (Damaged, lambda path: altered(path, "DROP TABLE result")),
    "value in a table": (Damaged, lambda path: altered(path, "UPDATE risk SET level = 12")),
    "row gone": (Damaged, lambda path: altered(path, "DELETE FROM measure")),
    "parent gone": (Damaged, lambda path: altered(path, "DELETE FROM area")),
    "head gone": (Damaged, lambda path: altered(path, "DELETE FROM head WHERE field = 'title'")),
    "log and table": (Damaged, log_altered),
    "no history": (Damaged, without_history),
    "last act removed": (Damaged, last_act_removed),
    "another's name": (Damaged, lambda path: altered(path, "UPDATE person SET name = 'Bo'")),
    "another time": (Damaged, lambda path: altered(path, "UPDATE changeset SET at = '2001'")),
    "working copy's own": (
        Damaged,
        lambda path: altered(path, "INSERT INTO working VALUES ('replica', 'x')"),
    ),
    "two documents": (
        Damaged,
        lambda path: altered(path, "INSERT INTO document VALUES ('x', '2022')"),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_and_leaves_alone(desk, tmp_path, case):
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Bara i arbetskopian")
    desk.file._let_go()
    wanted, spoil = REFUSED[case]
    spoil(desk.path)
    before = desk.path.read_bytes()
    stamp = desk.path.stat().st_mtime_ns
    for home in (tmp_path / "stranger", desk.home):  # seen for the first time, and known before
        with pytest.raises(wanted) as refusal:
            Desk(home, desk.path).open()
        assert type(refusal.value) is wanted
        assert refusal.value.path == desk.path
    assert [type(problem) for problem in reading.check(desk.path)] == [reading.Problem]
    with pytest.raises(wanted):
        reading.read_register(desk.path)
    assert desk.path.read_bytes() == before
    assert desk.path.stat().st_mtime_ns == stamp
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == [desk.path.name]
    known = contents(desk.register)
    desk.path.unlink()  # nothing was lost: the work is in the working copy still
    desk.open()
    assert contents(desk.register) == known


def test_a_damaged_file_is_recovered_when_asked_for(desk, tmp_path):
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Bara i arbetskopian")
    desk.file._let_go()
    patched(desk.path, 4096, bytes(4096))
    damaged = desk.path.read_bytes()
    with pytest.raises(Damaged):  # a stranger has nothing to recover it from
        open_recovering(tmp_path / "stranger", desk.path)
    assert desk.path.read_bytes() == damaged
    file = open_recovering(desk.home, desk.path)
    assert contents(file.load()) == contents(desk.register)
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert damaged in [backup.path.read_bytes() for backup in file.backups()]
    file.close()
    desk.open()


def open_recovering(home, path):
    return open_file(path, home / "working", home / "backups", how=Opening.RECOVER)


def test_checks_name_the_place(desk):
    desk.close()
    assert reading.check(desk.path) == []
    altered(desk.path, "UPDATE risk SET level = 12")
    (problem,) = reading.check(desk.path)
    assert problem.check is Check.TABLES
    assert the(desk.register, Kind.RISK).id in problem.detail
    assert "Mål saknas" not in problem.detail
    patched(desk.path, 60, struct.pack(">I", 2000))
    (problem,) = reading.check(desk.path)
    assert problem.check is Check.HEADER


def test_opens_a_later_minor_version_by_its_log(desk, tmp_path):
    desk.close()
    altered(desk.path, "ALTER TABLE risk ADD COLUMN appetite TEXT")
    altered(desk.path, "CREATE TABLE risk_matrix (id TEXT PRIMARY KEY)")
    altered(desk.path, f"PRAGMA user_version = {USER_VERSION + 1}")
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    other = Desk(tmp_path / "other", desk.path).open()
    assert contents(other.register) == contents(desk.register)
    other.add(Kind.AREA, the(other.register, Kind.PLAN), "Nytt område")
    other.publish()
    other.close()
    assert contents(reading.read_register(desk.path)) == contents(other.register)
    desk.open()


def test_later_minor_version_with_a_view_is_refused(desk, tmp_path):
    desk.close()
    altered(desk.path, "CREATE VIEW v AS SELECT 1")
    altered(desk.path, f"PRAGMA user_version = {USER_VERSION + 1}")
    with pytest.raises(Damaged):
        Desk(tmp_path / "other", desk.path).open()
    desk.path.unlink()
    desk.open()


def test_reading_touches_nothing(desk, tmp_path):
    desk.close()
    desk.path.chmod(0o400)
    before = sorted(tmp_path.rglob("*")), desk.path.stat()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert reading.check(desk.path) == []
    after = sorted(tmp_path.rglob("*")), desk.path.stat()
    assert after[0] == before[0]
    assert after[1].st_mtime_ns == before[1].st_mtime_ns
    desk.open()


def test_missing_file(tmp_path):
    missing = tmp_path / "saknas.qpd"
    for look in (reading.check, reading.read_register):
        with pytest.raises(NotFound):
            look(missing)
    with pytest.raises(NotFound):
        open_file(missing, tmp_path / "w", tmp_path / "b", how=Opening.EXISTING)
    assert not missing.exists()
    with pytest.raises(NotFound):
        Desk(tmp_path / "anna", tmp_path / "ingen mapp" / "plan.qpd").open()


def test_a_new_file_is_there_at_once(tmp_path):
    desk = Desk(tmp_path / "anna", tmp_path / "ny.qpd").open()
    assert contents(reading.read_register(desk.path)) == {}
    assert desk.file.is_published
    desk.close()


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "mapp.qpd").mkdir()
    with pytest.raises(Exception, match="mapp") as refusal:
        Desk(tmp_path / "anna", tmp_path / "mapp.qpd").open()
    assert type(refusal.value).__module__ == "qpdesk.store.errors"


def test_one_process_at_a_time(desk, tmp_path):
    script = """
import sys
from pathlib import Path
from qpdesk.store.opening import Opening, open_file
from qpdesk.store.errors import InUse
home = Path(sys.argv[1])
try:
    open_file(Path(sys.argv[2]), home / "working", home / "backups")
except InUse:
    print("in use")
"""
    run = subprocess.run(
        [sys.executable, "-c", script, desk.home, desk.path],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout == "in use\n"
    with pytest.raises(InUse):
        Desk(desk.home, desk.path).open()
    link = tmp_path / "genväg.qpd"
    link.symlink_to(desk.path)
    with pytest.raises(InUse):
        Desk(desk.home, link).open()
    desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, "Går bra ändå"))


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder(desk):
    desk.path.parent.chmod(0o500)
    try:
        desk.do(edits.rename(desk.register, the(desk.register, Kind.AREA).id, "Ny"))
        with pytest.raises(NotPermitted):
            desk.file.publish()
    finally:
        desk.path.parent.chmod(0o700)
    desk.file.publish()


def test_another_file_at_the_same_path(desk, tmp_path):
    """What was not published of the first stays on this computer; it is never mixed in."""
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Bara här")
    desk.file._let_go()
    other = Desk(tmp_path / "bo", tmp_path / "annan.qpd").open()
    other.add(Kind.PLAN, None, "Annan plan")
    other.close()
    other.path.replace(desk.path)
    desk.open()
    assert [node.title for node in desk.register.walk()] == ["Annan plan"]
    assert list((desk.home / "working").glob("*/set-aside-*"))
