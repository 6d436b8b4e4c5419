"""How long the packaged program takes to show its window, against the unpackaged, in one run."""

import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from payload.recipe import Recipe
from trials.screen import close, screen, window

ALLOWED = 1.3
ROUNDS = 7


def slower_by(recipe: Recipe) -> float:
    """The packaged program's time to a window over the unpackaged one's: medians, taken in turn."""
    packaged = [str(recipe.scratch / "linux" / "payload" / "qpdesk")]
    unpackaged = [sys.executable, "-P", "-X", "utf8", "-m", "qpdesk"]
    times: dict[str, list[float]] = {"unpackaged": [], "packaged": []}
    with TemporaryDirectory() as folder, screen() as environment:
        file = Path(folder) / "Start.qpd"
        homed = {**environment, "QPDESK_HOME": f"{folder}/home", "QT_QPA_PLATFORM": "xcb"}
        homed["PYTHONPATH"] = str(recipe.root)
        subprocess.run([*unpackaged, "example", "--out", file], env=homed, check=True)
        for _ in range(ROUNDS + 1):
            times["unpackaged"].append(_time_to_window([*unpackaged, str(file)], homed))
            times["packaged"].append(_time_to_window([*packaged, str(file)], homed))
    # The first round only warms the disk's cache.
    medians = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    factor = medians["packaged"] / medians["unpackaged"]
    told = ", ".join(f"{name} {taken:.2f} s" for name, taken in medians.items())
    print(f"       window shown: {told}, factor {factor:.2f} (allowed {ALLOWED})", flush=True)
    return factor


def _time_to_window(words: Sequence[str], environment: Mapping[str, str]) -> float:
    began = time.monotonic()
    with subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL) as running:
        found = window("Start", environment, every=0.01)
        taken = time.monotonic() - began
        close(found, environment)
        running.wait(30)
    return taken
