"""Disks of a few megabytes that run full: for the user's file, for the working copy."""

import os
import subprocess
from contextlib import contextmanager, suppress

import pytest

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.checking import verify
from qpdesk.store.errors import DiskFull, StoreError
from tests.store.desk import Desk, contents, the

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may mount"),
]


@contextmanager
def small_disk(folder, kind, size=6):
    """A disk of so many megabytes."""
    disk = folder / "disk"
    disk.mkdir()
    if kind == "tmpfs":
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", str(disk)]
    else:
        image = folder / "image"
        with image.open("wb") as file:
            file.truncate(size << 20)
        subprocess.run(["mkfs.ext4", "-q", "-F", image], check=True)
        mount = ["mount", "-o", "loop", str(image), str(disk)]
    done = subprocess.run(mount, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"cannot mount {kind} here: {done.stderr.strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


@contextmanager
def filled(disk, spare):
    """No room on it but so many bytes."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    with filler.open("r+b") as file:
        file.truncate(max(0, filler.stat().st_size - spare))
    yield
    filler.unlink()


@pytest.mark.parametrize("kind", ["tmpfs", "ext4"])
def test_no_room_for_the_file(tmp_path, kind):
    with small_disk(tmp_path, kind) as disk:
        desk = Desk(tmp_path / "anna", disk / "plan.qpd").open()
        plan = desk.add(Kind.PLAN, None, "Plan")
        desk.publish()
        refused = 0
        for number in range(40):
            before = desk.path.read_bytes()
            with filled(disk, number * 8192):
                desk.do(edits.rename(desk.register, plan.id, f"Plan {number}"))
                try:
                    desk.file.publish()
                except DiskFull:
                    refused += 1
                    assert desk.path.read_bytes() == before
                    assert list(disk.glob(".qpdesk-*")) == []
            assert reading.check(desk.path) == []
            desk.file.publish()
            assert contents(reading.read_register(desk.path)) == contents(desk.register)
        assert 5 < refused < 40
        desk.close()


@pytest.mark.parametrize("kind", ["tmpfs", "ext4"])
def test_no_room_for_the_working_copy(tmp_path, kind):
    with small_disk(tmp_path, kind, 40) as disk:
        desk = Desk(disk / "anna", tmp_path / "plan.qpd").open()
        plan = desk.add(Kind.PLAN, None, "Plan")
        desk.publish()
        refused = 0
        for number in range(30):
            with filled(disk, number * 8192):
                for step in range(8):  # long ones are entered at once, short ones wait
                    text = f"{step}" * (9000 if step % 3 else 9)
                    edit = edits.change(desk.register, [plan.id], "committee", text)
                    try:
                        desk.do(edit)
                    except DiskFull:
                        refused += 1
                with suppress(DiskFull):
                    desk.file.publish()
                assert contents(desk.file.load()) == contents(desk.register)
                desk.file._let_go()
                with suppress(DiskFull):  # to open needs room for a moment too
                    Desk(desk.home, desk.path).open().file._let_go()
            desk.open()
            assert desk.file.notices == ()
            plan = the(desk.register, Kind.PLAN)
            assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
            desk.publish()
            assert contents(reading.read_register(desk.path)) == contents(desk.register)
        assert refused > 5
        desk.close()


def test_a_disk_that_turns_read_only(tmp_path):
    with small_disk(tmp_path, "tmpfs") as disk:
        desk = Desk(tmp_path / "anna", disk / "plan.qpd").open()
        plan = desk.add(Kind.PLAN, None, "Plan")
        desk.publish()
        before = desk.path.read_bytes()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        desk.do(edits.rename(desk.register, plan.id, "Utan att kunna skriva"))
        with pytest.raises(StoreError):
            desk.file.publish()
        assert desk.path.read_bytes() == before
        desk.file._let_go()
        desk.open()  # still read-only
        assert the(desk.register, Kind.PLAN).title == "Utan att kunna skriva"
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        desk.file.publish()
        assert contents(reading.read_register(desk.path)) == contents(desk.register)
        desk.close()
