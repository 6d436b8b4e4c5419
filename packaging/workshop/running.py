"""Starts QPDesk from the checkout: the window, or the main job without one."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from workshop.trouble import Trouble

NO_SCREEN = """\
Det finns ingen skärm här, så inget fönster kan öppnas. Planerna skrivs ut som PDF i stället.
There is no screen here, so no window can be opened. The plans are written as PDF instead."""

REPORTS = {"plan": "plan", "followup": "uppföljning"}
"""What the command line calls the two reports, and what a reader would call the files."""


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether a window can be expected to open."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def run(root: Path, python: Path, files: Sequence[str], *, screen: bool) -> int:
    """Open the files, or else the example förvaltning; without a screen, write their PDFs.

    Raises:
        Trouble: the program could not make or print them; it has said why.
    """
    folder = root / "build" / "exempel"
    chosen = [Path(name) for name in files] or [_example(python, folder)]
    if screen:
        return subprocess.run([python, "-P", "-m", "qpdesk", *chosen], check=False).returncode
    print(NO_SCREEN, flush=True)
    for path in chosen:
        for written in _print_plans(python, path, folder):
            print(written, flush=True)
    return 0


def _example(python: Path, folder: Path) -> Path:
    """The example file; one that is there already is opened again, with what was written in it."""
    path = folder / "Exempel.qpd"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _call(python, "-m", "qpdesk", "example", "--out", str(path))
    return path


def _print_plans(python: Path, path: Path, folder: Path) -> Iterable[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    shown = json.loads(_call(python, "-m", "qpdesk", "show", str(path), "--json"))
    for number, plan in enumerate(shown["plans"], start=1):
        for report, name in REPORTS.items():
            target = folder / f"{path.stem} {number} {name}.pdf"
            options = ("--plan", plan["id"], "--report", report, "--format", "pdf")
            _call(python, "-m", "qpdesk", "export", str(path), *options, "--out", str(target))
            yield target


def _call(python: Path, *words: str) -> str:
    """What the program says; it speaks UTF-8 to a pipe, whatever the machine's own habit is."""
    done = subprocess.run(
        [python, "-P", "-X", "utf8", *words], check=False, stdout=subprocess.PIPE, encoding="utf-8"
    )
    if done.returncode != 0:
        raise Trouble("QPDesk could not do it; the lines above say why.")
    return done.stdout
