"""Inside: a file server and two people on its share, whose cable is pulled while they publish."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread, Timer

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.store import reading
from qpdesk.store.errors import StoreError
from qpdesk.store.media import Medium, medium_of
from tests.faults.injected import failing
from tests.faults.machine.telling import run, tell, to_the_end
from tests.store.desk import Desk, contents, the

SERVED = Path("/run/share")
PLACES = {"anna": Path("/run/anna"), "bo": Path("/run/bo")}
STATE = Path("/run/samba")
CONFIGURATION = Path(__file__).with_name("smb.conf")
OPTIONS = "guest,vers=3.1.1,nosharesock,soft,echo_interval=1"
STEPS = (1, 3, 5, 7, 9, 11, 13, 15, 17, 19)  # where in publishing it happens


def start_server():
    for pid in STATE.glob("pid/*"):
        pid.unlink()
    run("smbd", "-D", "-s", CONFIGURATION)


def kill_server():
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "comm").read_text() == "smbd\n":
                os.kill(int(process.name), signal.SIGKILL)


def pull_cable():
    run("ip", "link", "set", "lo", "down")


def plug_cable():
    run("ip", "link", "set", "lo", "up")


OUTAGES = {"the server is killed": (kill_server, start_server),
           "the cable is pulled": (pull_cable, plug_cable)}  # fmt: skip


def mount():
    for name in ("private", "lock", "state", "cache", "pid", "ncalrpc"):
        (STATE / name).mkdir(parents=True)
    SERVED.mkdir()
    run("modprobe", "cifs")
    start_server()
    for place in PLACES.values():
        place.mkdir()
        for _ in range(50):
            mounting = ["mount", "-t", "cifs", "//127.0.0.1/share", str(place), "-o", OPTIONS]
            if not subprocess.run(mounting, check=False, capture_output=True).returncode:
                break
            time.sleep(0.2)
        assert medium_of(place) is Medium.REMOTE


def publish(desk):
    """As a window does it: join and try again, another time if the network is away."""
    for _ in range(60):
        try:
            desk.publish()
        except StoreError:
            time.sleep(0.5)
        else:
            return
    raise AssertionError("the share never came back")


def whole():
    """What the server has on its own disk: always one whole version."""
    assert reading.check(SERVED / "plan.qpd") == []
    return reading.read_register(SERVED / "plan.qpd")


def outage(desk, number, step, *, comes_back):
    """Cut off in the middle of publishing; the work goes on meanwhile, and is published after."""
    cut, mend = OUTAGES[("the server is killed", "the cable is pulled")[number % 2]]
    plan = the(desk.register, Kind.PLAN)
    desk.do(edits.rename(desk.register, plan.id, f"Plan {number}"))
    timer = Timer(3, mend)
    said = ["published"]

    def happens():
        cut()
        if comes_back:
            timer.start()

    def publishing():
        try:
            with failing(step, happens):
                desk.file.publish()
        except StoreError as error:
            said[:] = [type(error).__name__]

    started, slowest, edited = time.monotonic(), 0.0, 0
    thread = Thread(target=publishing)
    thread.start()
    while thread.is_alive():
        before = time.monotonic()
        desk.do(edits.change(desk.register, [plan.id], "committee", f"Nämnd {number} {edited}"))
        slowest, edited = max(slowest, time.monotonic() - before), edited + 1
        thread.join(0.2)
    blocked = time.monotonic() - started
    whole()
    if not comes_back:
        mend()
    elif timer.ident is not None:  # it did happen
        timer.join()
    publish(desk)
    assert contents(whole()) == contents(desk.register)
    tell("outage", *said, f"{blocked:.1f}", f"{slowest * 1000:.1f}", edited)


def both_at_once(desk, other, rounds):
    """Two people publish to the same file over two connections; nothing of either is lost."""
    plan = the(desk.register, Kind.PLAN)
    for number in range(rounds):
        for one in (desk, other):
            one.add(Kind.AREA, plan, f"{one.name} {number}")
            publish(one)
    publish(desk)
    titles = {node.title for node in whole().walk()}
    wanted = {f"{one.name} {number}" for one in (desk, other) for number in range(rounds)}
    assert wanted <= titles, wanted - titles
    tell("kept", len(wanted))


def main():
    mount()
    desk = Desk(Path("/run/work/anna"), PLACES["anna"] / "plan.qpd", "Anna Ek").open()
    desk.add(Kind.PLAN, None, "Plan 0")
    publish(desk)
    for number in range(int(os.environ["QPDESK_OUTAGES"])):
        outage(desk, number, STEPS[number // 2 % len(STEPS)], comes_back=number % 4 < 2)
    other = Desk(Path("/run/work/bo"), PLACES["bo"] / "plan.qpd", "Bo Alm").open()
    assert contents(other.register) == contents(desk.register)
    assert other.file.opened_by.who == "Anna Ek"
    both_at_once(desk, other, 6)
    left = [path.name for path in SERVED.iterdir() if path.name.endswith(".tmp")]
    tell("done", len(left))


if __name__ == "__main__":
    to_the_end(main)
