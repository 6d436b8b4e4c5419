"""What differs between two texts, word by word, for history and the comparison of versions."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# A word or a sign, with the blanks before it: so a changed word takes its own blank along.
_TOKEN = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")
_SMALL = 250_000  # pairs of words that may be compared each with each
_PHRASES = (1, 4, 16)  # how many words stand for a place, if fewer are nowhere just once


class Sort(StrEnum):
    """What became of a piece of text."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text of one sort."""

    sort: Sort
    text: str


def differences(before: str, after: str) -> tuple[Run, ...]:
    """The runs that lead from one text to the other.

    The equal and removed ones together are ``before``, the equal and added ones ``after``; where
    words were exchanged the removed ones come first. Long texts are split at words that each has
    once (as patience diff does, Bram Cohen), so that the time grows little faster than the length;
    a long stretch without such words or phrases is exchanged as a whole.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    removed: list[str] = []
    added: list[str] = []
    runs: list[Run] = []
    for equal, gone, come in _pieces(old, new):
        removed += gone
        added += come
        if equal and not (equal.isspace() and (removed or added)):
            _close(runs, removed, added)
            runs.append(Run(Sort.EQUAL, equal))
        elif equal:  # a blank between two changes reads better inside them
            removed.append(equal)
            added.append(equal)
    _close(runs, removed, added)
    return tuple(_joined(runs))


def _close(runs: list[Run], removed: list[str], added: list[str]) -> None:
    """End a change: put down what was gathered."""
    for sort, words in ((Sort.REMOVED, removed), (Sort.ADDED, added)):
        if words:
            runs.append(Run(sort, "".join(words)))
        words.clear()


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Equal runs beside each other as one."""
    last: Run | None = None
    for run in runs:
        if last is not None and last.sort is run.sort:
            last = Run(run.sort, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Pieces as (equal text, words removed, words added), in order; of each only one side is set.

    Raises nothing and keeps every word: what cannot be matched is removed and added.
    """
    start = _same(old, new)
    end = _same(old[start:][::-1], new[start:][::-1])
    yield "".join(old[:start]), [], []
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle_old) * len(middle_new) <= _SMALL:
        yield from _compared(middle_old, middle_new)
    else:
        yield from _split(middle_old, middle_new)
    yield "".join(old[len(old) - end :]), [], []


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words at the beginning are the same."""
    pairs = zip(old, new, strict=False)
    return next(
        (row for row, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new))
    )


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            yield "".join(old[start:end]), [], []
        else:
            yield "", old[start:end], new[new_start:new_end]


def _split(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Between the words, or else the phrases, that both have once and in the same order."""
    anchors = next(filter(None, (_anchors(old, new, size) for size in _PHRASES)), [])
    if not anchors:
        yield "", old, new
        return
    start, new_start = 0, 0
    for row, new_row in anchors:
        yield from _pieces(old[start:row], new[new_start:new_row])
        yield old[row], [], []
        start, new_start = row + 1, new_row + 1
    yield from _pieces(old[start:], new[new_start:])


def _anchors(old: list[str], new: list[str], size: int) -> list[tuple[int, int]]:
    """The longest rising chain of phrases that both texts have exactly once, as pairs of rows."""
    phrases, new_phrases = _phrases(old, size), _phrases(new, size)
    counts, new_counts = Counter(phrases), Counter(new_phrases)
    once = {phrase for phrase, count in counts.items() if count == new_counts[phrase] == 1}
    where = {phrase: row for row, phrase in enumerate(new_phrases) if phrase in once}
    return _rising([(row, where[each]) for row, each in enumerate(phrases) if each in once])


def _phrases(words: list[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(words[offset:] for offset in range(size)), strict=False))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain in which the second numbers rise, as the first ones do."""
    tails: list[int] = []  # the lowest end of a chain of each length
    ends: list[int] = []
    before: list[int] = []
    for number, (_, new_row) in enumerate(pairs):
        length = bisect_left(tails, new_row)
        if length == len(tails):
            tails.append(new_row)
            ends.append(number)
        else:
            tails[length], ends[length] = new_row, number
        before.append(ends[length - 1] if length else -1)
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]
