"""Killed at random moments while working: every edit that was acknowledged is there afterwards."""

import os
import random
import signal
import time

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Status
from qpdesk.store import reading
from qpdesk.store.checking import verify
from tests.store.desk import contents, the

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")


def work(desk, tell):
    """Edit and publish without end, telling after each edit which one is on the disk."""
    desk.open()
    number = 0
    while True:
        number += 1
        area = the(desk.register, Kind.AREA)
        desk.do(edits.rename(desk.register, area.id, f"Område {number}"))
        if number % 3 == 0:
            measure = the(desk.register, Kind.MEASURE)
            desk.do(edits.set_status(desk.register, [measure.id], list(Status)[number % 5]))
        os.write(tell, f"{number}\n".encode())
        if number % 4 == 0:
            desk.file.publish()


def killed_while_working(desk, delay):
    """The number of the last edit that was acknowledged before the child was killed."""
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(desk, tell)
        finally:
            os._exit(1)
    os.close(tell)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(listen, "rb") as told:
        *_, last = [b"0", *told.read().split()]
    return int(last)


def kill_often(desk, times):
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(times):
        desk.close()
        last = killed_while_working(desk, chance.uniform(0.01, 0.15))
        published = contents(reading.read_register(desk.path))  # whole at every moment
        desk.open()
        title = the(desk.register, Kind.AREA).title
        if last:
            assert int(title.removeprefix("Område ")) in (last, last + 1)
        assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
        assert published.keys() == contents(desk.register).keys()
        acknowledged += last
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    return acknowledged


def test_killed_at_random(desk):
    assert kill_often(desk, 8)


@pytest.mark.faults
def test_killed_two_thousand_times(desk, capsys):
    acknowledged = kill_often(desk, 2000)
    with capsys.disabled():
        print(f"\n2000 kills, {acknowledged} acknowledged edits, 0 lost")  # noqa: T201
