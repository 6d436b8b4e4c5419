"""A long opening says how far it is, and can be stopped at any moment without a trace."""

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import watching
from qpdesk.store.opening import Opening, open_file
from tests.store.desk import contents, the


class Stop(Exception):
    """Somebody would not wait."""


def opened(path, home, progress):
    places = (home / "working", home / "backups")
    return open_file(path, *places, how=Opening.EXISTING, progress=progress)


@pytest.fixture(autouse=True)
def _often(monkeypatch):
    monkeypatch.setattr(watching, "_BLOCK", 1)


@pytest.mark.parametrize("is_known", [False, True])
def test_every_row_of_the_log_and_every_item_is_counted(desk, second, tmp_path, is_known):
    """A known file that another has changed is read, and joined; one that is new is read alone."""
    home = desk.home if is_known else tmp_path / "eva"
    desk.file._let_go()
    second.do(edits.rename(second.register, the(second.register, Kind.AREA).id, "Bos"))
    second.publish()
    told = []
    file = opened(desk.path, home, lambda *step: told.append(step))
    assert all(0 <= done <= total for done, total in told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    done, total = told[-1]
    assert done == total - 1  # told before each row
    rows = sum(len(second.file._copy._archive().lines(name)) for name in changesets(second))
    assert total >= 2 * rows + 3 * len(second.register)
    assert contents(file.load()) == contents(second.register)
    file.close()
    desk.open()


def changesets(desk):
    found = desk.file._copy._cursor.execute("SELECT id FROM changeset").fetchall()
    return [name for (name,) in found]


@pytest.mark.parametrize("is_known", [False, True])
def test_whoever_stops_it_leaves_nothing_behind(desk, second, tmp_path, is_known):
    home = desk.home if is_known else tmp_path / "eva"
    desk.do(edits.rename(desk.register, the(desk.register, Kind.RISK).id, "Inte publicerat"))
    desk.file._let_go()
    second.do(edits.rename(second.register, the(second.register, Kind.AREA).id, "Bos"))
    second.publish()
    before = desk.path.read_bytes()
    steps = []
    opened(desk.path, tmp_path / "ola", lambda *step: steps.append(step)).close()
    for end in range(0, len(steps), 7):
        left = iter(range(end))

        def stopping(_done, _total, left=left):
            if next(left, None) is None:
                raise Stop

        with pytest.raises(Stop):
            opened(desk.path, home, stopping)
    assert desk.path.read_bytes() == before
    file = opened(desk.path, home, None)
    titles = {getattr(node, "title", "") for node in file.load().nodes()}
    assert "Bos" in titles
    assert ("Inte publicerat" in titles) is is_known
    file.close()
    desk.open()
