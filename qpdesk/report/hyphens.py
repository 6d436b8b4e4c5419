"""Where a word may be broken: at the writer's own soft hyphens, at dashes, by the patterns."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import pyphen

from qpdesk.report.faces import SOFT_HYPHEN

_SHORTEST = 8  # letters that a word must have to be broken by patterns
_LEAST = 3  # letters left on each side of such a break
_CORE = re.compile(r"\w+")
_DASH = re.compile("(?<=\\w\\w)[-/\N{EN DASH}](?=\\w\\w)")
_ADDRESS = re.compile("(?<=[/?&=#._-])(?=.)")

Break = tuple[str, str]
"""What stands before and after a line's end; the first part ends with the hyphen to draw."""


_Patterns = Mapping[str, tuple[int, tuple[int, ...]]]


@cache
def _patterns_of(language: str) -> tuple[_Patterns, frozenset[str]]:
    """The patterns of a language, and what they begin with; read once."""
    patterns: _Patterns = pyphen.Pyphen(lang=language).hd.patterns
    return patterns, frozenset(
        pattern[:length] for pattern in patterns for length in range(1, len(pattern) + 1)
    )


@lru_cache(maxsize=20_000)
def _places(language: str, word: str) -> tuple[int, ...]:
    """Liang's method (1983): patterns vote on each place, an odd vote allows a break.

    Kept for all documents: a preview sets the same words again and again.
    """
    patterns, beginnings = _patterns_of(language)
    dotted = f".{word.lower()}."
    votes = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, len(dotted) + 1):
            part = dotted[start:end]
            if part not in beginnings:
                break
            if part in patterns:
                offset, values = patterns[part]
                for place, vote in enumerate(values, start + offset):
                    votes[place] = max(votes[place], vote)
    return tuple(i for i in range(_LEAST, len(word) - _LEAST + 1) if votes[i + 1] % 2)


class Hyphens:
    """Breaks of words in one language, remembered.

    pyphen brings the patterns; they are matched here, as it spends most of its time on beginnings
    that no pattern has.

    Args:
        language: As pyphen names it.
    """

    def __init__(self, language: str = "sv_SE") -> None:
        self._language = language
        self._known: dict[str, list[Break]] = {}

    def breaks(self, word: str) -> list[Break]:
        """The possible breaks of a word, from left to right."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = list(self._find(word))
        return found

    def _find(self, word: str) -> list[Break]:
        if "://" in word:
            return [(word[: m.end()], word[m.end() :]) for m in _ADDRESS.finditer(word)]
        if SOFT_HYPHEN in word:
            places = [index for index, letter in enumerate(word) if letter == SOFT_HYPHEN]
            return [(word[: place + 1], word[place + 1 :]) for place in places if word[place + 1 :]]
        found = [(word[: m.end()], word[m.end() :]) for m in _DASH.finditer(word)]
        core = _CORE.match(word)
        if core and _may_be_hyphenated(core[0]):
            found += [(word[:i] + SOFT_HYPHEN, word[i:]) for i in _places(self._language, core[0])]
        return sorted(found, key=lambda parts: len(parts[0]))


def _may_be_hyphenated(word: str) -> bool:
    """Not short words, abbreviations and numbers."""
    plain = not word.isupper() and not any(letter.isdigit() for letter in word)
    return len(word) >= _SHORTEST and plain
