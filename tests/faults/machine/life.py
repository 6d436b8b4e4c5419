"""Outside: starts a small Linux that sees the host's files, hears what it tells, cuts its power.

Needs Debian's user-mode-linux (a kernel that runs as a program), and root for its modules; which
packages that takes stands in ``packaging/workshop/debian.py``, and ``dev.py test --faults`` gets
them.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

ROOT = Path(__file__).resolve().parents[3]
LINUX = shutil.which("linux.uml")

needs_machine = [
    pytest.mark.faults,
    pytest.mark.skipif(LINUX is None, reason="user-mode-linux is not installed"),
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may"),
]


def link_modules():
    """Put the kernel's modules where it looks for them."""
    for folder in Path("/usr/lib/uml/modules").iterdir():
        link = Path("/lib/modules") / folder.name
        link.parent.mkdir(exist_ok=True)
        if not link.exists():
            link.symlink_to(folder)
        subprocess.run(["depmod", folder.name], check=True)


class Life:
    """One life of the small Linux, from its start to its own end or to its end by our hand."""

    def __init__(self, image, kind, job="power", **words):
        command = [
            LINUX, "mem=400M", "rootfstype=hostfs", "rw", "hostfs=/", f"ubda={image}",
            f"init={ROOT / 'tests/faults/machine/inside.sh'}", "con=null", "con0=fd:0,fd:1",
            f"QPDESK_ROOT={ROOT}", f"QPDESK_PYTHON={sys.executable}", f"QPDESK_JOB={job}",
            f"QPDESK_DISK={kind}", *(f"QPDESK_{name}={value}" for name, value in words.items()),
        ]  # fmt: skip
        self.told = []
        self.noise = []
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
            else:
                self.noise.append(text)

    def cut(self):
        """Cut the power."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._end()

    def live(self, seconds):
        """Let it work to its own end; its power is cut when that takes longer."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.cut()
            pytest.fail(f"no end after {seconds} s: {self.told[-3:]} {self.noise[-20:]}")
        self._end()

    def _end(self):
        self._process.wait()
        self._thread.join(10)
        self._process.stdout.close()

    def expect_well(self):
        """See that no job of this life has failed."""
        assert not self.all("failed"), "\n".join([*map(str, self.all("failed")), *self.noise[-40:]])

    def last(self, word):
        """The greatest number that was told with a word."""
        return max((int(told[1]) for told in self.told if told[0] == word), default=0)

    def all(self, word):
        """What was told with a word, each time."""
        return [told[1:] for told in self.told if told[0] == word]
