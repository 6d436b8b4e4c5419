"""How far a long reading has come, told to whoever waits for it and may want it to stop."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Told how many of how many rows are done; what it raises stops the work."""

T = TypeVar("T")

_BLOCK = 1_000  # rows between two looks at whoever waits


class Watch:
    """Counts rows as they are gone through: read, checked, replayed, compared.

    Args:
        progress: Who is told; None for nobody.
    """

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._done = self._expected = 0

    def expect(self, rows: int) -> None:
        """So many more will be gone through."""
        self._expected += rows

    def __call__(self, rows: Iterable[T]) -> Iterable[T]:
        """The same rows, counted; as quick as they are, for they come in blocks."""
        return rows if self._progress is None else chain.from_iterable(self._blocks(iter(rows)))

    def _blocks(self, rows: Iterator[T]) -> Iterator[list[T]]:
        assert self._progress is not None  # noqa: S101 - asked before
        while block := list(islice(rows, _BLOCK)):
            self._progress(min(self._done, self._expected), self._expected)
            yield block
            self._done += len(block)
