"""Files of every released version open for ever, and say what they said."""

import json
import shutil
from contextlib import closing

import pytest
from pysqlite3 import dbapi2

from qpdesk.domain import edits
from qpdesk.domain.nodes import TYPES, Kind, kind_of
from qpdesk.store import reading
from qpdesk.store.errors import TooNew
from qpdesk.store.log_tables import MAJOR, MINOR
from tests.store.desk import Desk, contents, the
from tests.store.make_sample import CURRENT, FILES, schema, told

VERSIONS = sorted(folder for folder in FILES.iterdir() if folder.is_dir())


@pytest.fixture(params=VERSIONS, ids=lambda folder: folder.name)
def sample(request):
    return request.param


def test_this_version_has_its_sample():
    """When this fails, fields have changed: see make_sample.py for what to do."""
    assert (CURRENT / "schema.sql").read_text(encoding="utf-8") == schema()
    kinds = {kind_of(node) for node in reading.read_register(CURRENT / "plan.qpd").nodes()}
    assert kinds == set(TYPES)


def test_says_what_it_said(sample):
    said = json.loads((sample / "plan.json").read_text(encoding="utf-8"))["items"]
    now = told(sample / "plan.qpd")["items"]
    assert now.keys() == said.keys()
    for item, values in said.items():
        assert {name: now[item][name] for name in values} == values  # later fields may be more


def test_opens_is_edited_and_opens_again(sample, tmp_path):
    path = tmp_path / "plan.qpd"
    shutil.copy(sample / "plan.qpd", path)
    desk = Desk(tmp_path / "anna", path).open()
    events = json.loads((sample / "plan.json").read_text(encoding="utf-8"))["events"]
    assert len(desk.file.history()) == events
    desk.do(edits.cycle_status(desk.register, [the(desk.register, Kind.MEASURE).id]))
    desk.close()
    assert reading.check(path) == []
    assert contents(reading.read_register(path)) == contents(desk.register)


@pytest.fixture
def of_another_version(desk):
    """A working copy with an edit that is not published, whose tables another version has made."""
    area = the(desk.register, Kind.AREA)
    desk.do(edits.rename(desk.register, area.id, "Inte publicerat"))
    copy = desk.file._copy.file
    desk.file._let_go()

    def made(version):
        with closing(dbapi2.connect(copy)) as connection:
            connection.execute("ALTER TABLE area ADD COLUMN later TEXT")
            connection.execute("ALTER TABLE measure DROP COLUMN follow_up")
            connection.execute(f"PRAGMA user_version = {version}")
            connection.commit()
        return copy

    yield made
    if desk.file._copy.file.exists():
        desk.open()


def test_a_working_copy_of_another_minor_version_is_made_anew(desk, of_another_version):
    of_another_version(MAJOR * 1000 + MINOR + 1)
    desk.open()
    assert the(desk.register, Kind.AREA).title == "Inte publicerat"
    assert desk.file.notices == ()
    assert not desk.file.is_published
    (kept,) = desk.file.set_aside()  # a backup of what it was
    assert kept.size
    replicas = {event.changeset.partition(".")[0] for event in desk.file.history()}
    desk.publish()
    measure = the(desk.register, Kind.MEASURE)
    desk.do(edits.change(desk.register, [measure.id], "follow_up", "Klart"))
    assert {event.changeset.partition(".")[0] for event in desk.file.history()} == replicas
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    desk.file._let_go()


def test_a_working_copy_of_before_there_was_a_tail_is_made_anew(desk, of_another_version):
    desk.open()  # what waited is entered
    desk.file._let_go()
    copy = of_another_version(MAJOR * 1000)
    with closing(dbapi2.connect(copy)) as connection:
        connection.execute("DROP TABLE tail")
        connection.commit()
    desk.open()
    assert the(desk.register, Kind.AREA).title == "Inte publicerat"
    assert desk.file.notices == ()
    assert not desk.file.is_published
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    desk.file._let_go()


def test_a_working_copy_of_a_later_major_version_is_left_alone(desk, of_another_version):
    copy = of_another_version((MAJOR + 1) * 1000)
    before = copy.read_bytes()
    with pytest.raises(TooNew):
        desk.open()
    assert copy.read_bytes() == before
    with closing(dbapi2.connect(copy)) as connection:
        connection.execute(f"PRAGMA user_version = {MAJOR * 1000 + MINOR + 1}")
        connection.commit()


LATER = (MAJOR + 1) * 1000


def from_the_future(path, *statements):
    with closing(dbapi2.connect(path)) as connection:
        connection.execute("ALTER TABLE changeset RENAME COLUMN deed TO what")
        connection.execute("CREATE TABLE unheard_of (of TEXT)")
        connection.execute(f"PRAGMA user_version = {LATER}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


NAMED = "UPDATE changeset SET app = '{}' WHERE id = (SELECT max(id) FROM changeset)"


@pytest.mark.parametrize(
    ("statement", "program"),
    [
        (NAMED.format("12.0.3"), "12.0.3"),
        (NAMED.format("0.0.1"), ""),  # only an older one is named
        (NAMED.format("9.9 <b>evil</b>"), ""),
        ("DROP TABLE changeset", ""),
        ("ALTER TABLE changeset RENAME TO hidden", ""),
        ("ALTER TABLE changeset DROP COLUMN app", ""),
    ],
)
def test_a_later_major_version_is_left_alone_and_says_who_wrote_it(
    desk, tmp_path, statement, program
):
    path = tmp_path / "framtid.qpd"
    shutil.copy(desk.path, path)
    from_the_future(path, "PRAGMA legacy_alter_table = ON", statement)
    before = path.read_bytes()
    with pytest.raises(TooNew) as refused:
        Desk(tmp_path / "eva", path).open()
    assert refused.value.program == program
    with pytest.raises(TooNew):
        reading.read_register(path)
    assert path.read_bytes() == before
    assert not list((tmp_path / "eva" / "working").rglob("*.db"))
