"""Reporting periods as people write them (VB 2022, D2 2022, mars 2022), read, ordered and named.

VB is the annual report (verksamhetsberättelse), D1 and D2 the interim ones (delårsrapporter, by
custom per the end of March and of August), T1-T3 the thirds of a year. What is stored is always the
text as written; a text that is none of these is a free period, and stands where it was put.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from qpdesk.domain.text import folded

Item = TypeVar("Item")


class PeriodKind(StrEnum):
    """What sort of period it is."""

    ANNUAL = "annual"
    INTERIM = "interim"
    THIRD = "third"
    TERM = "term"
    QUARTER = "quarter"
    MONTH = "month"
    YEAR = "year"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Period:
    """A period that was read. ``number`` is 2 in D2 2022, the month in mars 2022, else 0."""

    kind: PeriodKind
    text: str
    year: int | None = None
    number: int = 0

    @property
    def label(self) -> str:
        """The period as it is printed; a free one as it was written."""
        match self.kind:
            case PeriodKind.FREE:
                return self.text
            case PeriodKind.YEAR:
                return str(self.year)
            case PeriodKind.MONTH:
                return f"{_MONTHS[self.number - 1]} {self.year}"
            case PeriodKind.TERM:
                return f"{'VT' if self.number == 1 else 'HT'} {self.year}"
            case _:
                number = self.number or ""
                return f"{_SHORT[self.kind]}{number} {self.year}"

    @property
    def end(self) -> tuple[int, int, int] | None:
        """Year, last month, and rank among those that end together; None for a free period."""
        if self.year is None:
            return None
        return self.year, _last_month(self), _RANK[self.kind]


def read_period(text: str) -> Period:
    """The period that a text names; free when it is none of the known ones."""
    plain = " ".join(folded(text).split())
    for kind, pattern in _PATTERNS:
        if match := pattern.fullmatch(plain):
            found = match.groupdict()
            year = int(found["year"])
            year += 2000 if len(found["year"]) == 2 else 0  # noqa: PLR2004 - digits of VB 22
            return Period(kind, text, year, _number(found.get("number")))
    return Period(PeriodKind.FREE, text.strip())


def label(text: str) -> str:
    """A period's text as it is printed."""
    return read_period(text).label


def in_order(items: Sequence[Item], period: Callable[[Item], str]) -> list[Item]:
    """The items by the end of their periods; those that end together as they stood.

    A free period keeps to the known one that it stood after, and first if there is none.
    """
    ends: list[tuple[int, int, int]] = []
    for item in items:
        ends.append(read_period(period(item)).end or (ends[-1] if ends else (0, 0, 0)))
    rows = sorted(range(len(items)), key=lambda row: ends[row])
    return [items[row] for row in rows]


def a_year_before(period: Period) -> Period | None:
    """The same sort of period the year before; None for a free one."""
    if period.year is None:
        return None
    earlier = Period(period.kind, "", period.year - 1, period.number)
    return Period(earlier.kind, earlier.label, earlier.year, earlier.number)


def _number(word: str | None) -> int:
    if not word:
        return 0
    if word.isdigit():
        return int(word)
    if word in {"vt", "ht"}:
        return 1 if word == "vt" else 2
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(word[:3]))


def _last_month(period: Period) -> int:
    match period.kind:
        case PeriodKind.INTERIM:
            return 3 if period.number == 1 else 8
        case PeriodKind.THIRD:
            return 4 * period.number
        case PeriodKind.TERM:
            return 6 * period.number
        case PeriodKind.QUARTER:
            return 3 * period.number
        case PeriodKind.MONTH:
            return period.number
        case _:
            return 12


_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT = {
    PeriodKind.ANNUAL: "VB",
    PeriodKind.INTERIM: "D",
    PeriodKind.THIRD: "T",
    PeriodKind.QUARTER: "kv ",
}
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            PeriodKind.MONTH,
            PeriodKind.QUARTER,
            PeriodKind.THIRD,
            PeriodKind.INTERIM,
            PeriodKind.TERM,
            PeriodKind.YEAR,
            PeriodKind.ANNUAL,
        )
    )
}
_YEAR = "(?P<year>(19|20|21)[0-9]{2})"
_SHORT_YEAR = "(?P<year>(19|20|21)[0-9]{2}|[0-9]{2})"
_MONTH_WORD = "(?P<number>" + "|".join(f"{month}|{month[:3]}[.]?" for month in _MONTHS) + ")"

_WORDS = (
    (PeriodKind.ANNUAL, "(?:vb|verksamhetsberättelsen?)"),
    (PeriodKind.INTERIM, "(?:d|delår|delårsrapport) ?(?P<number>[12])"),
    (PeriodKind.THIRD, "(?:t|tertial) ?(?P<number>[123])"),
    (PeriodKind.TERM, "(?P<number>vt|ht)"),
    (PeriodKind.QUARTER, "(?:kv|q|kvartal)[.]? ?(?P<number>[1-4])"),
    (PeriodKind.MONTH, _MONTH_WORD),
)
_PATTERNS = (
    *((kind, re.compile(f"{words} ?{_SHORT_YEAR}")) for kind, words in _WORDS),
    *((kind, re.compile(f"{_YEAR} ?{words}")) for kind, words in _WORDS),
    (PeriodKind.MONTH, re.compile(f"{_YEAR}(?P<number>0[1-9]|1[0-2])")),  # hyphens are folded away
    (PeriodKind.YEAR, re.compile(f"(?:år )?{_YEAR}")),
)
