"""Power cuts: a small Linux works on a disk of its own and is killed; its next life must find all.

Needs Debian's user-mode-linux (a kernel that runs as a program), and root for its modules:
``apt-get install user-mode-linux kmod dosfstools iproute2``.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINUX = shutil.which("linux.uml")
MAKE = {"ext4": ["mkfs.ext4", "-q", "-F"], "vfat": ["mkfs.vfat", "-F", "32"]}

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(LINUX is None, reason="user-mode-linux is not installed"),
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may"),
]


@pytest.fixture(scope="session")
def modules():
    """The kernel's modules, where it looks for them."""
    for folder in Path("/usr/lib/uml/modules").iterdir():
        link = Path("/lib/modules") / folder.name
        link.parent.mkdir(exist_ok=True)
        if not link.exists():
            link.symlink_to(folder)
        subprocess.run(["depmod", folder.name], check=True)


class Life:
    """One life of the small Linux, from its start to its end by our hand."""

    def __init__(self, image, kind, job="power", **words):
        command = [
            LINUX, "mem=400M", "rootfstype=hostfs", "rw", "hostfs=/", f"ubda={image}",
            f"init={ROOT / 'tests/faults/machine/inside.sh'}", "con=null", "con0=fd:0,fd:1",
            f"QPDESK_ROOT={ROOT}", f"QPDESK_PYTHON={sys.executable}", f"QPDESK_JOB={job}",
            f"QPDESK_DISK={kind}", *(f"QPDESK_{name}={value}" for name, value in words.items()),
        ]  # fmt: skip
        self.told = []
        self.spoken = Event()
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        self._thread = Thread(target=self._listen, daemon=True)
        self._thread.start()

    def _listen(self):
        for line in self._process.stdout:
            text = line.decode(errors="replace").strip()
            if text.startswith("@"):
                self.told.append(text[1:].split(" "))
                self.spoken.set()

    def cut(self):
        """Cut the power."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._thread.join(10)
        self._process.stdout.close()

    def last(self, word):
        return max((int(told[1]) for told in self.told if told[0] == word), default=0)


def cut_often(tmp_path, kind, times, **words):
    """Cut the power so often; returns what was seen: (acknowledged, verdicts)."""
    image = tmp_path / "disk.img"
    with image.open("wb") as file:
        file.truncate(256 << 20)
    subprocess.run([*MAKE[kind], image], check=True, capture_output=True)
    chance = random.Random(3)
    acknowledged, verdicts, edits = 0, [], 0
    for _ in range(times):
        if kind == "vfat":  # as a desktop offers it
            subprocess.run(["fsck.vfat", "-a", "-w", image], check=False, capture_output=True)
        life = Life(image, kind, **words)
        try:
            assert life.spoken.wait(120), "it said nothing"
            time.sleep(chance.uniform(0.05, 1))
        finally:
            life.cut()
        word, *values = life.told[0]
        bad = word != "found" or int(values[0]) < acknowledged or "broken" in values[1]
        verdicts.append((bad, " ".join(life.told[0])))
        if bad and word != "found":
            break
        edits += max(0, life.last("acknowledged") - int(values[0]))
        acknowledged = max(int(values[0]), life.last("acknowledged"))
    return edits, verdicts


@pytest.mark.parametrize(("kind", "times"), [("ext4", 40), ("vfat", 40)])
def test_power_cuts(tmp_path, modules, capsys, kind, times):
    edits, verdicts = cut_often(tmp_path, kind, times)
    bad = [said for is_bad, said in verdicts if is_bad]
    with capsys.disabled():
        print(f"\n{kind}: {times} power cuts, {edits} acknowledged edits; bad: {bad}")  # noqa: T201
    assert bad == []
    assert len(verdicts) == times
    assert edits > times


def test_power_cuts_are_felt_without_syncing(tmp_path, modules):
    """A test that could not fail would prove nothing."""
    _, verdicts = cut_often(tmp_path, "ext4", 12, CARELESS=1)
    assert any(is_bad for is_bad, _ in verdicts)
