"""Runs the tools that a build needs; a tool that refuses stops it with its own words."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from workshop.trouble import Trouble


def run(
    words: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    what: str = "",
) -> str:
    """What the tool says on stdout.

    Raises:
        Trouble: It failed; the text holds what it said last.
    """
    told = [str(word) for word in words]
    done = subprocess.run(told, cwd=cwd, env=env, capture_output=True, check=False)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
        raise Trouble(f"{what or told[0]} failed: {' | '.join(said[-3:])}")
    return done.stdout.decode(errors="replace")
