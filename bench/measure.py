"""What every bench script shares: a fair median, and the one line a measurement is printed as.

A script in this folder is run by itself (``python bench/toggle.py``) or with all the others
(``python3 dev.py bench``). It imports this file as ``from measure import ...``.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Self


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing measured beside the reference it is held against."""

    name: str
    ours: float
    """Seconds."""
    reference: float | None = None
    """Seconds for the bare thing in the same run; None where there is nothing to compare with."""
    aim: float | None = None
    """The largest ratio ours / reference that is good enough; None where we only look."""

    @property
    def ratio(self) -> float | None:
        """How many times the reference ours takes."""
        return self.ours / self.reference if self.reference else None

    @property
    def is_over_aim(self) -> bool:
        """Whether this is slower than we have promised."""
        return self.ratio is not None and self.aim is not None and self.ratio > self.aim

    def as_line(self) -> str:
        """The five fields with tabs between; a missing value is a hyphen."""
        numbers = (self.ours, self.reference, self.ratio, self.aim)
        return "\t".join([self.name, *("-" if n is None else f"{n:.6g}" for n in numbers)])

    @classmethod
    def from_line(cls, line: str) -> Self | None:
        """Read ``as_line`` back; None for a line that is something else a script said."""
        match line.rstrip("\n").split("\t"):
            case [name, *numbers] if len(numbers) == len(cls.__slots__):
                pass
            case _:
                return None
        try:
            ours, reference, _, aim = (None if n == "-" else float(n) for n in numbers)
        except ValueError:
            return None
        return None if ours is None else cls(name, ours, reference, aim)


def median_seconds(action: Callable[[], object], rounds: int, *, warm_up: int = 1) -> float:
    """The median time of one call, in seconds, after ``warm_up`` calls that are not counted."""
    for _ in range(warm_up):
        action()
    times = []
    gc.collect()
    for _ in range(rounds):
        start = perf_counter()
        action()
        times.append(perf_counter() - start)
    return median(times)


def median_pair(
    ours: Callable[[], object], reference: Callable[[], object], rounds: int, *, warm_up: int = 1
) -> tuple[float, float]:
    """Both medians in seconds, measured turn by turn so that a busy machine disturbs both alike."""
    for _ in range(warm_up):
        ours()
        reference()
    times: list[tuple[float, float]] = []
    gc.collect()
    for _ in range(rounds):
        start = perf_counter()
        ours()
        middle = perf_counter()
        reference()
        times.append((middle - start, perf_counter() - middle))
    return median(our for our, _ in times), median(their for _, their in times)


def report(
    name: str, ours: float, reference: float | None = None, aim: float | None = None
) -> Measurement:
    """Print one measurement (seconds, seconds, largest good ratio) and hand it back."""
    measurement = Measurement(name, ours, reference, aim)
    print(measurement.as_line(), flush=True)
    return measurement
