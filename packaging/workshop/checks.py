"""Everything that must hold before code is handed in; one fault does not hide the next."""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

PARTS = {
    "format": ("-m", "ruff", "format", "--check", "--quiet", "--diff", "."),
    "lint": ("-m", "ruff", "check", "--quiet", "."),
    "contracts": (
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
        "--no-logo",
    ),
    "types": ("-m", "mypy"),
}
"""Words for the environment's Python; they run side by side, before the tests."""

SLOW = ("types",)
"""What ``--fast`` leaves to the next whole run."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one part went."""

    name: str
    good: bool
    seconds: float
    said: str

    @property
    def line(self) -> str:
        """The outcome as a line of the summary."""
        return f"{'ok    ' if self.good else 'FAILED'}  {self.name} ({self.seconds:.1f} s)"


def run(root: Path, python: Path, words: Sequence[str], *, fast: bool, faults: bool) -> int:
    """Run all parts and then the tests; pytest's own closing line is the last that is said.

    ``words`` go to pytest as they are. Returns 0 only when everything holds.
    """
    parts = {name: part for name, part in PARTS.items() if not (fast and name in SLOW)}
    with ThreadPoolExecutor(max_workers=2) as workers:
        outcomes = list(workers.map(lambda name: _check(root, python, name), parts))
    for outcome in outcomes:
        print(outcome.line if outcome.good else f"{outcome.said}\n{outcome.line}", flush=True)
    selection = _selection(words, fast=fast, faults=faults)
    tests = [str(python), "-P", "-m", "pytest", *selection, *words]
    tested = subprocess.run(tests, check=False, cwd=root)
    failed = [outcome.name for outcome in outcomes if not outcome.good]
    if tested.returncode != 0:
        failed.append("tests")
    if failed:
        print(f"dev.py: failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def _check(root: Path, python: Path, name: str) -> Outcome:
    start = time.monotonic()
    done = subprocess.run(
        [python, "-P", *PARTS[name]],
        check=False,
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    return Outcome(name, done.returncode == 0, time.monotonic() - start, done.stdout.rstrip())


def _selection(words: Sequence[str], *, fast: bool, faults: bool) -> list[str]:
    """Which tests, and on how many cores: a few chosen ones start faster on one."""
    chosen = ["--quiet", "-rfEs"]
    if not words:
        chosen += ["--numprocesses=auto", "--maxprocesses=4"]
    left_out = [mark for mark in ("slow", "screen") if fast] + ([] if faults else ["faults"])
    if left_out:
        chosen += ["-m", " and ".join(f"not {mark}" for mark in left_out)]
    return chosen
