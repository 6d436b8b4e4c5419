"""Disks that fail: now and then under the real driver (libfiu), always or silently (dm-flakey)."""

import os
import random
import shutil
import subprocess
import sys

import pytest

from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.checking import verify
from tests.faults.machine.life import LINUX, ROOT, Life
from tests.store.desk import contents, the

FAULTS = ("posix/io/rw/*", "posix/io/sync/*", "posix/io/dir/rename")
RUNS = 120


@pytest.mark.faults
@pytest.mark.skipif(shutil.which("fiu-run") is None, reason="fiu-utils is not installed")
def test_errors_now_and_then(desk, tell):
    """Every read, write, sync and rename of a process may fail, in the C library itself."""
    chance = random.Random(11)
    acknowledged = failures = 0
    desk.close()
    for number in range(RUNS):
        probability = chance.choice((0.001, 0.003, 0.01))
        done = subprocess.run(
            ["fiu-run", "-x", *(word for name in FAULTS for word in
             ("-c", f"enable_random name={name},probability={probability}")),
             sys.executable, "-P", "-m", "tests.faults.failing_child", desk.home, desk.path],
            cwd=ROOT, check=False, capture_output=True, text=True, timeout=120,
            env=os.environ | {"QPDESK_RUN": str(number)},
        )  # fmt: skip
        told = [line.split(" ") for line in done.stdout.splitlines()]
        known = [int(line[1]) for line in told if line[0] == "acknowledged"]
        failures += sum(line[0] == "refused" for line in told)
        acknowledged += len(known)
        if desk.path.exists():
            assert reading.check(desk.path) == []
        desk.open()
        if known:
            title = the(desk.register, Kind.AREA).title
            assert title.startswith(f"Område {number}.")
            assert int(title.rpartition(".")[2]) >= known[-1]
        assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
        desk.publish()
        assert contents(reading.read_register(desk.path)) == contents(desk.register)
        desk.close()
    desk.open()
    assert failures > RUNS / 4
    assert acknowledged > RUNS
    tell(f"{RUNS} runs under libfiu: {failures} refused, {acknowledged} edits kept, 0 lost")


@pytest.mark.faults
@pytest.mark.skipif(LINUX is None, reason="user-mode-linux is not installed")
@pytest.mark.skipif(shutil.which("dmsetup") is None, reason="dmsetup is not installed")
def test_a_disk_that_refuses_or_forgets(tmp_path, modules, tell):
    """Below the file system: the device mapper answers every write with an error, or forgets."""
    image = tmp_path / "disk.img"
    with image.open("wb") as file:
        file.truncate(128 << 20)
    life = Life(image, "ext4", "flaky", ROUNDS=13)
    life.live(600)
    life.expect_well()
    assert life.all("done")
    seen = life.all("file")
    refused = sum(said != "published" for fault, said in seen if fault == "error_writes")
    assert refused == len(seen) / 2  # an error is told, and what stood there stands there
    tell(
        f"dm-flakey: {len(seen)} faults under the file ({refused} refused, the rest forgotten"
        f" by the disk and published again), {len(life.all('work'))} under the working copy;"
        " 0 acknowledged edits lost"
    )
