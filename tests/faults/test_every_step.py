"""At every step of publishing: killed, disk full, input/output error. Nothing may be lost by it."""

import os
from contextlib import suppress

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.errors import StoreError
from tests.faults.injected import CODES, failing, killed, raising
from tests.store.desk import Desk, contents, the

_STEPS = 40  # more than publishing has


def work(desk: Desk, step: int, tell: int) -> None:
    """What the child process does: one edit, acknowledged; then publish, dying on the way."""
    desk.open()
    area = the(desk.register, Kind.AREA)
    desk.do(edits.rename(desk.register, area.id, f"Område {step}"))
    os.write(tell, b"acknowledged\n")
    with failing(step, killed):
        desk.file.publish()
    os.write(tell, b"published\n")


def in_a_child(desk: Desk, step: int) -> bytes:
    """Do the work in a process of its own; what it told before it died, or ended."""
    listen, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(desk, step, tell)
        finally:
            os._exit(0)
    os.close(tell)
    os.waitpid(child, 0)
    with os.fdopen(listen, "rb") as told:
        return told.read()


def check_file(path, before, after):
    """The file is a whole one: the old or the new."""
    assert reading.check(path) == []
    assert contents(reading.read_register(path)) in (before, after)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
def test_killed_at_every_step(desk):
    for step in range(1, _STEPS):
        before = contents(desk.register)
        desk.close()
        told = in_a_child(desk, step)
        published = reading.read_register(desk.path)
        desk.open()
        assert b"acknowledged" in told
        assert the(desk.register, Kind.AREA).title == f"Område {step}"
        check_file(desk.path, before, contents(desk.register))
        desk.publish()
        assert contents(reading.read_register(desk.path)) == contents(desk.register)
        if b"published" in told:
            assert contents(published) == contents(desk.register)
            assert step > 10  # there were as many places to die at
            return
    pytest.fail("publishing has more steps than were tried")


@pytest.mark.parametrize("code", CODES)
def test_failing_at_every_step(desk, code):
    for step in range(1, _STEPS):
        before = contents(desk.register)
        area = the(desk.register, Kind.AREA)
        desk.do(edits.rename(desk.register, area.id, f"Område {step}"))
        with suppress(StoreError), failing(step, raising(code)) as counter:
            desk.file.publish()
        check_file(desk.path, before, contents(desk.register))
        left = [file.name for file in desk.path.parent.iterdir() if file.suffix == ".tmp"]
        assert len(left) <= (1 if counter.count >= step else 0)  # where removing it failed too
        for name in left:
            (desk.path.parent / name).unlink()
        desk.publish()
        assert contents(reading.read_register(desk.path)) == contents(desk.register)
        if counter.count < step:
            return
    pytest.fail("publishing has more steps than were tried")
