"""How often a control is made, read out of the words for it, and on which days of a year."""

import re
from calendar import FRIDAY, monthrange
from datetime import date, timedelta

from qpdesk.domain.text import folded

WEEKLY = 52

_NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "åtta": 8,
    "tio": 10,
    "varannan": 2,
    "vartannat": 2,
    "var andra": 2,
    "var tredje": 3,
    "vart tredje": 3,
    "var fjärde": 4,
    "vart fjärde": 4,
    "var sjätte": 6,
}
_SPANS = {"vecka": WEEKLY, "månad": 12, "kvartal": 4, "tertial": 3, "halvår": 2, "år": 1}
_SPAN = "(?P<span>vecka|månad|kvartal|tertial|halvår|år)(?:e[nt]|an)?"
_COUNT = "(?P<count>[0-9]{1,2}|" + "|".join(word for word in _NUMBERS if " " not in word) + ")"
_EVERY = re.compile(rf"\bvarje {_SPAN}\b")
_TIMES = re.compile(rf"\b{_COUNT} ?(?:gånger|gång|ggr) ?(?:/|per|om|i|på|varje) ?{_SPAN}\b")
_EACH = re.compile(
    rf"\b(?P<count>varannan|vartannat|vart? (?:andra|tredje|fjärde|sjätte)) {_SPAN}\b"
)
_ADVERBS = {
    "veckovis": WEEKLY,
    "månadsvis": 12,
    "månatligen": 12,
    "kvartalsvis": 4,
    "tertialvis": 3,
    "halvårsvis": 2,
    "årligen": 1,
    "årsvis": 1,
}


def times_a_year(text: str) -> int | None:
    """How many times a year a frequency means: "kvartalsvis" 4, "två gånger per år" 2.

    None when the words give no number ("vid behov"), or one below one a year or above weekly.
    """
    plain = " ".join(folded(text).split())
    for word, times in _ADVERBS.items():
        if re.search(rf"\b{word}\b", plain):
            return times
    if match := _EVERY.search(plain):
        return _SPANS[match["span"]]
    if match := _TIMES.search(plain):
        return _within(_number(match["count"]) * _SPANS[match["span"]])
    if match := _EACH.search(plain):
        times, number = _SPANS[match["span"]], _number(match["count"])
        return times // number if times % number == 0 else None
    return None


def days_in(year: int, times: int) -> list[date]:
    """The days by which a control should be made ``times`` times (1-52) in a year.

    The ends of months, quarters ... where those divide the year; every Friday when weekly; else
    spread evenly.
    """
    if times >= WEEKLY:
        first = date(year, 1, 1)
        start = first + timedelta((FRIDAY - first.weekday()) % 7)
        return [start + timedelta(7 * week) for week in range(WEEKLY)]
    if 12 % times == 0:  # months in a year
        months = range(12 // times, 13, 12 // times)
        return [date(year, month, monthrange(year, month)[1]) for month in months]
    length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
    return [
        date(year, 1, 1) + timedelta(length * turn // times - 1) for turn in range(1, times + 1)
    ]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.replace("vart ", "var ")]


def _within(times: int) -> int | None:
    return times if 1 <= times <= WEEKLY else None
