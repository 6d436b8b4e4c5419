"""Several processes on one file at once, with the courtesy note and without it."""

import os
import random
import time

import pytest

from qpdesk.domain.nodes import Kind
from qpdesk.store import department_file, opening, reading
from qpdesk.store.errors import ChangedElsewhere, InUse
from tests.store.desk import Desk, contents, the

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


def work(desk, name, rounds, lag):
    """Add an area again and again, publishing now and then; others do the same."""
    desk.open()
    chance = random.Random(name)
    plan = the(desk.register, Kind.PLAN)
    for number in range(rounds):
        desk.add(Kind.AREA, plan, f"{name} {number}")
        if chance.random() < 0.4:
            publish(desk)
        time.sleep(chance.random() * lag)
    publish(desk)
    desk.file._let_go()


def publish(desk):
    """As a window does it: join and try again, another time if others are quicker."""
    for _ in range(50):
        try:
            desk.file.publish()
        except ChangedElsewhere:
            desk.join()
        else:
            return


def race(desk, tmp_path, names, rounds):
    desks = [Desk(tmp_path / name, desk.path, name) for name in names]
    desk.close()
    children = []
    for one in desks:
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(one, one.name, rounds, 0.01)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)
    assert reading.check(desk.path) == []
    for one in [*desks, *desks]:  # each opens once more: what was overwritten is joined again
        one.open()
        publish(one)
        one.close()
    desk.open()
    publish(desk)
    shown = [node.title for node in desk.register.walk()]
    wanted = {f"{name} {number}" for name in names for number in range(rounds)}
    assert wanted <= set(shown)
    assert len(shown) == len(wanted) + 5
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    assert reading.check(desk.path) == []


def test_two_on_one_file(desk, tmp_path):
    race(desk, tmp_path, ["bo", "eva"], 6)


def test_three_on_one_file_without_notes(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(department_file.Note, "refresh", lambda _note: None)
    race(desk, tmp_path, ["bo", "eva", "siv"], 5)


@pytest.mark.faults
@pytest.mark.parametrize("with_notes", [True, False])
def test_three_with_a_hundred_and_fifty_edits_each(desk, tmp_path, monkeypatch, tell, with_notes):
    if not with_notes:
        monkeypatch.setattr(department_file.Note, "refresh", lambda _note: None)
    race(desk, tmp_path, ["bo", "eva", "siv"], 150)
    tell(f"3 processes, 450 edits, notes {with_notes}: 450 kept")


class NoGuard:
    def __init__(self, folder, path):
        pass

    def release(self):
        pass


def test_the_working_copy_is_for_one_even_when_its_lock_fails(desk, monkeypatch):
    monkeypatch.setattr(opening, "Guard", NoGuard)
    before = contents(desk.register)
    for _ in range(3):
        with pytest.raises(InUse):
            Desk(desk.home, desk.path).open()
    desk.add(Kind.AREA, the(desk.register, Kind.PLAN), "Går bra ändå")
    desk.file.publish()
    assert len(contents(reading.read_register(desk.path))) == len(before) + 1
