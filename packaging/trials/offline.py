"""Proves that the packaged program speaks to no network: every socket it makes is looked at."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from payload.recipe import Recipe
from trials.report import Report
from trials.screen import close, screen, window

NETWORK = re.compile(r"\b(?:AF|PF)_(?!UNIX|LOCAL)\w+")
"""Any family of addresses but the machine's own; X11, Wayland and D-Bus are local."""


def try_offline(recipe: Recipe, report: Report) -> None:
    """Trace a window opened, an import and exports; and that the trace would have seen a socket."""
    payload = recipe.scratch / "linux" / "payload"
    program, python = payload / "qpdesk", payload / "python" / "qpdesk"
    with TemporaryDirectory() as folder, screen() as environment:
        home = {**environment, "QPDESK_HOME": f"{folder}/home", "QT_QPA_PLATFORM": "xcb"}
        home |= {"LC_ALL": "C.UTF-8"}
        # a desktop has its message bus; without one Qt starts a bus that never ends, traced with us
        home |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        tracer = _Tracer(Path(folder), home)
        one = "import socket; socket.socket()"
        report.check("the trace sees a socket", lambda: tracer.addresses(python, "-c", one))
        for words in (
            ("example", "--out", "Å.qpd"),
            ("export", "Å.qpd", "--plan", "@PLAN", "--format", "json", "--out", "å.json"),
            ("import", "å.json", "--into", "Ny.qpd"),
            ("export", "Ny.qpd", "--out", "plan.pdf"),
            ("export", "Ny.qpd", "--report", "followup", "--out", "uppföljning.pdf"),
            ("selftest",),
        ):
            filled = [tracer.first_plan(program) if word == "@PLAN" else word for word in words]
            name = f"no network: {words[0]} {words[-1]}"
            report.check(name, lambda them=filled: not tracer.addresses(program, *them))
        report.check("no network: window", lambda: not tracer.of_window(program, "Ny.qpd"))


class _Tracer:
    """Runs programs under strace in a folder."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder, self._environment = folder, environment

    def addresses(self, program: Path, *words: str) -> set[str]:
        """The families of network addresses that a program asked for.

        Raises:
            CalledProcessError: The program failed, so that nothing is proven.
        """
        with self._started(program, *words) as running:
            if running.wait() != 0:
                raise subprocess.CalledProcessError(running.returncode, list(words))
        return self._seen()

    def of_window(self, program: Path, file: str) -> set[str]:
        """The same for a window that is opened and closed."""
        with self._started(program, file) as running:
            close(window(Path(file).stem, self._environment), self._environment)
            if running.wait(60) != 0:
                raise subprocess.CalledProcessError(running.returncode, file)
        return self._seen()

    def first_plan(self, program: Path) -> str:
        """The id of the first plan in the example."""
        words = [program, "show", "Å.qpd", "--json"]
        told = subprocess.run(
            words, cwd=self._folder, env=self._environment, capture_output=True, check=True
        )
        return re.search(rb'"id": "(\w+)"', told.stdout)[1].decode()

    def _started(self, program: Path, *words: str) -> subprocess.Popen[bytes]:
        calls = "trace=%network"
        return subprocess.Popen(
            ["strace", "-f", "-qq", "-e", calls, "-o", "trace", program, *words],
            cwd=self._folder,
            env=self._environment,
            stdout=subprocess.DEVNULL,
        )

    def _seen(self) -> set[str]:
        trace = (self._folder / "trace").read_text(encoding="utf-8", errors="replace")
        return set(NETWORK.findall(trace))
