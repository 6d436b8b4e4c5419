"""Writes the hash locks: every package with version and hashes, for Linux and Windows alike."""

import subprocess
from pathlib import Path

from workshop import environment
from workshop.trouble import Trouble

UV = (
    *("-m", "uv", "pip", "compile", "--no-config", "--quiet", "--generate-hashes"),
    # pip-tools would lock only what the machine it runs on needs; we ship to two systems
    *("--universal", "--python-version", "3.11"),
    *("--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "python3 dev.py lock"),
)


def write(root: Path, python: Path, upgrade: bool) -> int:
    """Write both locks; versions that still fit stay, unless the newest are asked for.

    Raises:
        Trouble: the packages cannot be had together, or the index cannot be reached.
    """
    run, dev = (environment.lock_file(root, lock) for lock in (environment.RUN, environment.DEV))
    fresh = ("--upgrade",) if upgrade else ()
    _compile(root, python, "--group", "dev", "--output-file", str(dev), *fresh)
    # the same versions in both, so that what is tested is what is run
    _compile(root, python, "--constraint", str(dev), "--output-file", str(run), *fresh)
    return 0


def _compile(root: Path, python: Path, *words: str) -> None:
    done = subprocess.run([python, *UV, *words, "pyproject.toml"], check=False, cwd=root)
    if done.returncode != 0:
        raise Trouble("The lock could not be written; the lines above say why.")
