"""Tables that were damaged are made anew from the log; without a whole log, nothing is touched."""

import pytest
from pysqlite3 import dbapi2

from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.errors import Damaged, NotAPlanFile, NotFound
from qpdesk.store.repair import repair
from tests.store.desk import contents


def altered(path, *statements):
    connection = dbapi2.connect(str(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


TABLES = {
    "a value": ["UPDATE risk SET level = 12"],
    "a row is gone": ["DELETE FROM area"],
    "all heads": ["DELETE FROM head"],
    "a table": ["DROP TABLE measure"],
    "a foreign table": ["CREATE TABLE t (a)"],
    "of a working copy": ["INSERT INTO working VALUES ('replica', 'x')"],
}
LOG = {
    "a value of the log": ["UPDATE change SET new = '\"Annat\"' WHERE field = 'title'"],
    "a link": ["UPDATE changeset SET hash = x'00'"],
    "no log": ["DROP TABLE change"],
    "two documents": ["INSERT INTO document VALUES ('x', '2022')"],
    "a trigger": ["CREATE TRIGGER t AFTER DELETE ON head BEGIN DELETE FROM change; END"],
}


@pytest.mark.parametrize("case", TABLES)
def test_tables_are_made_anew(desk, case):
    desk.close()
    altered(desk.path, *TABLES[case])
    damaged = desk.path.read_bytes()
    assert reading.check(desk.path)
    repair(desk.path, desk.home / "backups")
    assert reading.check(desk.path) == []
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    kept = [file.read_bytes() for file in (desk.home / "backups").rglob("*.qpd")]
    assert damaged in kept
    desk.open()
    assert len(desk.register) == 5
    assert Kind.MEASURE in {type(node).__name__.lower() for node in desk.register.nodes()}


@pytest.mark.parametrize("case", LOG)
def test_a_damaged_log_is_left_alone(desk, case):
    desk.close()
    whole = desk.path.read_bytes()
    altered(desk.path, *LOG[case])
    damaged = desk.path.read_bytes()
    with pytest.raises(Damaged):
        repair(desk.path, desk.home / "backups")
    assert desk.path.read_bytes() == damaged
    desk.path.write_bytes(whole)
    desk.open()


def test_what_is_no_plan_is_left_alone(tmp_path):
    other = tmp_path / "brev.qpd"
    with pytest.raises(NotFound):
        repair(other, tmp_path / "backups")
    other.write_bytes(b"hej")
    with pytest.raises(NotAPlanFile):
        repair(other, tmp_path / "backups")
    assert other.read_bytes() == b"hej"
