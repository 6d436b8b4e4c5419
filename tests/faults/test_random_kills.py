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
    os.write(tell, b"ready\n")
    while True:
        number += 1
        area = the(desk.register, Kind.AREA)
        desk.do(edits.rename(desk.register, area.id, f"Område {number}"))
        if number % 3 == 0:
            measure = the(desk.register, Kind.MEASURE)
            desk.do(edits.set_status(desk.register, [measure.id], list(Status)[number % 5]))
        os.write(tell, f"{number}\n".encode())
        if number % 8 == 0:
            os.write(tell, b"publishing\n")
            desk.file.publish()
            os.write(tell, b"published\n")


def killed_while_working(desk, delay):
    """What a child told before it was killed, so many seconds after it had begun to work."""
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(desk, tell)
        finally:
            os._exit(1)
    os.close(tell)
    with os.fdopen(listen, "rb") as told:
        assert told.readline() == b"ready\n"  # or it would be killed while opening
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return told.read().split()


def kill_often(desk, times):
    """Kill so often; returns how many edits were acknowledged, and how many kills hit where."""
    chance = random.Random(7)
    acknowledged = while_publishing = 0
    for _ in range(times):
        desk.close()
        told = killed_while_working(desk, chance.uniform(0, 0.06))
        while_publishing += told[-1:] == [b"publishing"]
        published = contents(reading.read_register(desk.path))  # whole at every moment
        desk.open()
        assert desk.file.notices == ()
        title = the(desk.register, Kind.AREA).title
        numbers = [int(word) for word in told if word.isdigit()]
        if numbers:
            assert int(title.removeprefix("Område ")) in (numbers[-1], numbers[-1] + 1)
        assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
        assert published.keys() == contents(desk.register).keys()
        acknowledged += len(numbers)
    desk.publish()
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    return acknowledged, while_publishing


def test_killed_at_random(desk):
    acknowledged, _ = kill_often(desk, 10)
    assert acknowledged > 10


@pytest.mark.faults
def test_killed_two_thousand_times(desk, tell):
    acknowledged, while_publishing = kill_often(desk, 2000)
    tell(
        f"2000 kills ({while_publishing} while publishing),"
        f" {acknowledged} acknowledged edits, 0 lost"
    )
    assert while_publishing > 100
