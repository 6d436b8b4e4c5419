"""Inside: tell what is left of the last life, then edit and publish until the power is cut."""

import os
import subprocess
from pathlib import Path

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import database, reading
from qpdesk.store.checking import verify
from tests.faults.machine.telling import tell, to_the_end
from tests.store.desk import Desk, contents, the

DISK = Path("/run/disk")


def mount():
    kind = os.environ["QPDESK_DISK"]
    for module in (kind, "nls_cp437", "nls_iso8859-1", "nls_ascii", "nls_utf8"):
        subprocess.run(["modprobe", "-q", module], check=False)
    DISK.mkdir()
    subprocess.run(["mount", "-t", kind, "/dev/ubda", DISK], check=True)


def number_of(register):
    title = the(register, Kind.PLAN).title
    return int(title.removeprefix("Plan "))


def judged(desk):
    """The last edit that is here, and whether the file that others see is a whole one."""
    if not desk.path.exists() and not (DISK / "anna").exists():
        desk.open()
        desk.add(Kind.PLAN, None, "Plan 0")
        desk.publish()
        return 0, "new"
    if desk.path.exists() and desk.path.stat().st_size and not reading.check(desk.path):
        seen = f"whole{number_of(reading.read_register(desk.path))}"
    else:
        seen = "broken"
    desk.open()
    assert verify(desk.file._copy._cursor, published=False).nodes == contents(desk.register)
    notices = "+".join(notice.name for notice in desk.file.notices)
    return number_of(desk.register), f"{seen} {notices}"


def main():
    mount()
    if os.environ.get("QPDESK_CARELESS"):  # to see that the test sees
        os.fsync = lambda _descriptor: None
        database._WORKING = tuple(p.replace("= FULL", "= OFF") for p in database._WORKING)
    desk = Desk(DISK / "anna", DISK / "plan.qpd")
    number, seen = judged(desk)
    tell("found", number, seen)
    plan = the(desk.register, Kind.PLAN)
    while True:
        number += 1
        desk.do(edits.rename(desk.register, plan.id, f"Plan {number}"))
        filler = edits.change(
            desk.register, [plan.id], "committee", "x" * (number * 997 % 3000 + 1)
        )
        desk.do(filler)
        tell("acknowledged", number)
        if number % 3 == 0:
            desk.file.publish()
            tell("published", number)


if __name__ == "__main__":
    to_the_end(main)
