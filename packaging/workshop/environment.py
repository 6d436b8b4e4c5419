"""The project's own Python in ``.venv``: made once, filled from a hash lock, linked to the code."""

import hashlib
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from workshop.trouble import Trouble

RUN, DEV = "run", "dev"
"""The two locks: what the program needs, and that with everything its makers need besides."""

ON_WINDOWS = sys.platform == "win32"


def lock_file(root: Path, lock: str) -> Path:
    """Where a lock lies."""
    return root / "packaging" / "requirements" / f"{lock}.txt"


def python_of(venv: Path) -> Path:
    """The Python of a virtual environment."""
    return venv / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")


def lacks_venv(root: Path) -> bool:
    """Whether an environment has to be made, and this Python (Debian's) comes without the means."""
    return not _runs(python_of(root / ".venv")) and find_spec("ensurepip") is None


def prepare(root: Path, lock: str) -> Path:
    """Make ``.venv`` what the lock says, with as little work as that takes; its Python comes back.

    Raises:
        Trouble: no network, no space, or a package that is not the one we locked.
    """
    venv = root / ".venv"
    python = python_of(venv)
    if not _runs(python):
        _make(venv)
    stamp = venv / "qpdesk-installed.json"
    wanted = {name: _fingerprint(lock_file(root, name)) for name in (RUN, DEV)}
    present = _read(stamp)
    # the development lock holds everything that the other one does, in the same versions
    if wanted[lock] != present.get(lock) and wanted[DEV] != present.get(DEV):
        stamp.unlink(missing_ok=True)
        install(python, lock_file(root, lock))
        stamp.write_text(json.dumps({lock: wanted[lock]}), encoding="ascii")
    link(root, venv)
    return python


def install(python: Path, lock: Path) -> None:
    """Install exactly what the lock names; pip speaks while it works.

    Raises:
        Trouble: as for ``prepare``.
    """
    print(f"Installing the packages of {lock.name} (the first time about 150 MB)", flush=True)
    options = ("--require-hashes", "--only-binary=:all:", "--progress-bar=off")
    said = _show([str(python), "-m", "pip", "install", *options, "-r", str(lock)])
    if said is not None:
        raise Trouble(_reason(said, lock))


def link(root: Path, venv: Path) -> None:
    """Let ``import qpdesk`` and the command ``qpdesk`` in the environment mean this checkout.

    All paths are relative and ASCII, so any folder name will do, and Windows' code page with it.
    """
    packages = _packages(venv)
    _write(packages / "qpdesk.pth", f"{Path(os.path.relpath(root, packages)).as_posix()}\n")
    if ON_WINDOWS:
        _write(venv / "Scripts" / "qpdesk.cmd", '@"%~dp0python.exe" -P -m qpdesk %*\r\n')
        return
    command = venv / "bin" / "qpdesk"
    here = '"$(dirname "$(readlink -f "$0")")"'
    _write(command, f'#!/bin/sh\nexec {here}/python -P -m qpdesk "$@"\n')
    command.chmod(command.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def _packages(venv: Path) -> Path:
    library = "Lib" if ON_WINDOWS else f"lib/python3.{sys.version_info.minor}"
    return venv / library / "site-packages"


def _write(path: Path, text: str) -> None:
    """Write only what is not there yet: two commands may be at work at the same time."""
    if not path.exists() or path.read_bytes() != text.encode("ascii"):
        path.write_bytes(text.encode("ascii"))


def _runs(python: Path) -> bool:
    """Whether the environment is whole and of our version; a moved Python leaves a dead link."""
    version = "import sys, pip; sys.exit(sys.version_info[:2] != (3, 11))"
    try:
        asked = subprocess.run([python, "-c", version], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


def _make(venv: Path) -> None:
    print(f"Making {venv}", flush=True)
    shutil.rmtree(venv, ignore_errors=True)
    if (said := _show([sys.executable, "-m", "venv", str(venv)])) is not None:
        shutil.rmtree(venv, ignore_errors=True)
        raise Trouble(_reason(said, venv))


def _fingerprint(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def _read(stamp: Path) -> dict[str, str]:
    try:
        return dict(json.loads(stamp.read_text(encoding="ascii")))
    except (OSError, ValueError):
        return {}


def _show(command: Sequence[str]) -> str | None:
    """Run a command, let its words through; None if it succeeded, otherwise what it said."""
    said = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            said.append(line)
    return None if process.returncode == 0 else "".join(said)


def _reason(said: str, subject: Path) -> str:
    """What stopped pip, in one line."""
    if "DO NOT MATCH THE HASHES" in said:
        return (
            f"A downloaded package is not the one that {subject.name} locks, so nothing was "
            "installed. Try another network; if it happens again, tell the project."
        )
    if any(words in said for words in ("No space left", "not enough space", "Disk quota")):
        return "The disk is full: .venv needs about 1 GB. Make room and try again."
    if any(words in said for words in ("NewConnectionError", "Connection", "Temporary failure")):
        return "The package index cannot be reached. Connect to the network and try again."
    return f"{subject.name} could not be installed; the lines above say why."
