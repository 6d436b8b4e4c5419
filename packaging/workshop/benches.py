"""Runs the scripts in bench/ and sets what they measured in a table."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from measure import Measurement
from workshop.running import has_screen
from workshop.trouble import Trouble

HEADINGS = ("name", "ours", "reference", "ratio", "aim", "")


def run(root: Path, python: Path, names: Sequence[str]) -> int:
    """Run the scripts, or only those named; 1 comes back if a script could not finish.

    Being over the aim is marked in the table and is no failure: a busy machine is not a fault.

    Raises:
        Trouble: no script has such a name.
    """
    scripts = _scripts(root / "bench")
    if unknown := [name for name in names if name not in scripts]:
        raise Trouble(f"There is no bench/{unknown[0]}.py; there are {', '.join(scripts)}.")
    rows, failed = [], []
    environ = _as_installed(root, python)
    for name in names or scripts:
        print(f"Measuring {name} ...", file=sys.stderr, flush=True)
        code, said = _measure(root, python, scripts[name], environ)
        measured = [Measurement.from_line(line) for line in said.splitlines()]
        rows += [one for one in measured if one is not None]
        if code != 0:
            failed.append(name)
    for line in table(rows):
        print(line)
    if failed:
        print(f"dev.py: could not finish: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _scripts(folder: Path) -> dict[str, Path]:
    """What can be run by itself; the other files are what the scripts share."""
    return {
        path.stem: path
        for path in sorted(folder.glob("*.py"))
        if "__main__" in path.read_text(encoding="utf-8")
    }


def table(rows: Sequence[Measurement]) -> Iterator[str]:
    """The measurements as lines of text, columns below each other."""
    cells = [HEADINGS, *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS))]
    for name, *numbers, mark in cells:
        right = (number.rjust(width) for number, width in zip(numbers, widths[1:-1], strict=True))
        yield "  ".join((name.ljust(widths[0]), *right, mark)).rstrip()


def _cells(row: Measurement) -> tuple[str, ...]:
    return (
        row.name,
        _seconds(row.ours),
        _seconds(row.reference),
        "-" if row.ratio is None else f"{row.ratio:.2f}",
        "-" if row.aim is None else f"{row.aim:.2f}",
        "OVER" if row.is_over_aim else "",
    )


def _seconds(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f} s" if value >= 1 else f"{value * 1000:.2f} ms"


def _as_installed(root: Path, python: Path) -> dict[str, str]:
    """An environment in which nothing of ours is compiled while it is measured."""
    environ = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environ["PYTHONPYCACHEPREFIX"] = str(root / "build" / "bytecode")
    words: list[str | Path] = [python, "-m", "compileall", "-qq", "qpdesk"]
    subprocess.run(words, check=False, cwd=root, env=environ, stdout=subprocess.DEVNULL)
    return environ


def _measure(root: Path, python: Path, script: Path, environ: dict[str, str]) -> tuple[int, str]:
    """Exit code and output of one script; without a screen it gets one that nobody sees."""
    command: list[str | Path] = [python, script]
    if not has_screen(environ):
        if shutil.which("xvfb-run"):
            command[:0] = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24"]
        else:
            environ = environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, check=False, cwd=root, env=environ, stdout=subprocess.PIPE, text=True
    )
    return done.returncode, done.stdout
