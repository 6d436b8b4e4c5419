"""A screen of its own for a trial, and what is seen on it."""

import os
import re
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from workshop.trouble import Trouble

PATIENCE = 90.0
"""Seconds that a window may take; wine's first start is slow."""


@contextmanager
def screen() -> Iterator[Mapping[str, str]]:
    """An X server that nobody sees, with a window manager; the environment for its programs."""
    read, write = os.pipe()
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise Trouble("Xvfb does not start.")
        environment = os.environ | {"DISPLAY": f":{number}"}
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        try:
            yield environment
        finally:
            for process in (manager, server):
                process.terminate()
            manager.wait()


def window(
    title: str, environment: Mapping[str, str], patience: float = PATIENCE, every: float = 0.2
) -> str:
    """The number of a window whose title contains the words; it is looked for ``every`` seconds.

    Raises:
        TimeoutError: None appeared.
    """
    words = ["xdotool", "search", "--onlyvisible", "--name", re.escape(title)]
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        if found.stdout.strip():
            return found.stdout.split()[0]
        time.sleep(every)
    raise TimeoutError(f"no window called {title}")


def close(number: str, environment: Mapping[str, str]) -> None:
    """Close a window as a person does, with the window manager's key."""
    words = ["xdotool", "windowactivate", "--sync", number, "key", "--clearmodifiers", "alt+F4"]
    subprocess.run(words, env=environment, check=False)


def picture(target: Path, environment: Mapping[str, str]) -> None:
    """Keep what the screen shows, for a person to look at."""
    subprocess.run(["import", "-window", "root", target], env=environment, check=False)
