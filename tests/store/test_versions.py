"""Files of every released version open for ever, and say what they said."""

import json
import shutil

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import TYPES, Kind, kind_of
from qpdesk.store import reading
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
