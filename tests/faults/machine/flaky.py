"""Inside: a disk that answers every writing with an error, or says yes and forgets."""

import os
import subprocess
from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.checking import verify
from qpdesk.store.errors import Damaged, NotAPlanFile, StoreError
from qpdesk.store.opening import Opening, open_file
from tests.faults.machine.telling import run, tell, to_the_end
from tests.store.desk import Desk, contents, the

DISK = Path("/run/disk")
DEVICE = "/dev/mapper/flaky"


def size():
    return int(subprocess.check_output(["blockdev", "--getsz", "/dev/ubda"]))


def become(fault):
    """From now on the disk does as it should (""), or has this fault."""
    kind = f"flakey /dev/ubda 0 0 60 1 {fault}" if fault else "linear /dev/ubda 0"
    run("dmsetup", "suspend", "--noflush", "--nolockfs", "flaky")
    run("dmsetup", "reload", "flaky", "--table", f"0 {size()} {kind}")
    run("dmsetup", "resume", "flaky")


def mount():
    for module in ("dm-mod", "dm-flakey", "ext4"):
        subprocess.run(["modprobe", "-q", module], check=False)
    DISK.mkdir()
    run("mkfs.ext4", "-q", "-F", "/dev/ubda")
    run("dmsetup", "create", "flaky", "--table", f"0 {size()} linear /dev/ubda 0")
    run("dmsetup", "mknodes")
    run("mount", DEVICE, DISK)


def mount_again():
    """Forget what was never written, and mend the file system as a computer does at its start."""
    become("")
    subprocess.run(["umount", "-l", DISK], check=False)
    Path("/proc/sys/vm/drop_caches").write_text("3")
    subprocess.run(["e2fsck", "-fy", DEVICE], check=False, capture_output=True)
    run("mount", DEVICE, DISK)


def fault_under_the_file(desk, number, fault):
    """The user's file lies there: after an error it is whole as it was; we bring it up to date."""
    plan = the(desk.register, Kind.PLAN)
    before = contents(desk.register)
    become(fault)
    desk.do(edits.rename(desk.register, plan.id, f"Plan {number}"))
    said = "published"
    try:
        desk.file.publish()
    except StoreError as error:
        said = type(error).__name__
    mount_again()
    if fault == "error_writes":
        assert reading.check(desk.path) == []
        seen = contents(reading.read_register(desk.path))
        assert seen in (before, contents(desk.register))
    heal(desk)
    assert contents(reading.read_register(desk.path)) == contents(desk.register)
    tell("file", fault, said)


def heal(desk):
    """What a disk lost that said it had written: the working copy has it."""
    try:
        desk.publish()
    except (Damaged, NotAPlanFile):
        known = contents(desk.register)
        desk.file._let_go()
        desk.file = open_file(
            desk.path, desk.home / "working", desk.home / "backups", how=Opening.RECOVER
        )
        desk.register = desk.file.load()
        assert contents(desk.register) == known
        desk.publish()


def fault_under_the_work(desk, number):
    """The working copy lies there: what was acknowledged is there when the disk is well again."""
    plan = the(desk.register, Kind.PLAN)
    become("error_writes")
    acknowledged = 0
    for step in range(30):
        edit = edits.change(desk.register, [plan.id], "committee", f"{number} {step} " * 400)
        try:
            desk.do(edit)
        except StoreError:
            break
        acknowledged += 1
    known = contents(desk.register)
    desk.file._let_go()
    mount_again()
    desk.open()
    assert contents(desk.register) == known
    assert verify(desk.file._copy._cursor, published=False).nodes == known
    desk.publish()
    tell("work", acknowledged)


def main():
    mount()
    rounds = int(os.environ["QPDESK_ROUNDS"])
    desk = Desk(Path("/run/anna"), DISK / "plan.qpd").open()
    desk.add(Kind.PLAN, None, "Plan 0")
    desk.publish()
    for number in range(1, rounds):
        fault_under_the_file(desk, number, ("error_writes", "drop_writes")[number % 2])
    desk.close()
    desk = Desk(DISK / "bo", Path("/run/plan.qpd")).open()
    desk.add(Kind.PLAN, None, "Plan 0")
    desk.publish()
    for number in range(1, rounds):
        fault_under_the_work(desk, number)
    desk.close()
    tell("done")


if __name__ == "__main__":
    to_the_end(main)
