"""Levels, statuses, dates and numbers as people write them in a cell."""

import re
from dataclasses import dataclass
from datetime import date

from qpdesk.domain.errors import NotANumber
from qpdesk.domain.fields import read_number
from qpdesk.domain.nodes import Status, Unit
from qpdesk.domain.text import folded

_LEVEL = re.compile(
    r"(?:^|(?<=\s))(?:(?P<mark>[^\w\s\[\](){}.,;:!?\"'”»%&-]|[Vv])[ \t\N{NO-BREAK SPACE}]*)?"
    r"\(?(?:Risknivå|Riskvärde|Risktal)[ \t\N{NO-BREAK SPACE}]*[:=]?[ \t\N{NO-BREAK SPACE}]*"
    r"(?P<level>\d{1,3})\)?\.?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_BARE_LEVEL = re.compile(r"(?:risknivå|riskvärde|risktal)?\W*(\d{1,3})\W*", re.IGNORECASE)

_MARKS = {
    **dict.fromkeys("✓✔☑✅🗸√", Status.COMPLETED),
    **dict.fromkeys("▶►▸🟢🡆➤→⏵", Status.ONGOING_NEXT_YEAR),
    **dict.fromkeys("✗✘❌⛔🚫", Status.DISCONTINUED),
}
_NEXT_YEAR = r"(?: (?:under )?(?:nästa|nästkommande|kommande) år)?"
_WORDS = (
    (r"ej påbörja(?:d|t|de)|inte påbörja(?:d|t|de)|planera[dt]|not started", Status.NOT_STARTED),
    (
        rf"pågår och fortsätter{_NEXT_YEAR}|fortsätter{_NEXT_YEAR}",
        Status.ONGOING_NEXT_YEAR,
    ),
    (r"utgå(?:r|tt|ngen)|avbru(?:ten|tet)|inställ[dt]|discontinued", Status.DISCONTINUED),
    (r"pågå(?:r|ende)|påbörja(?:d|t|de)|delvis(?: klar)?|ongoing", Status.ONGOING),
    (
        r"klar[at]?|avsluta(?:d|t|de)|genomför[dt]|slutför[dt]|färdig|completed|done",
        Status.COMPLETED,
    ),
)
_STATUS_WORDS = [(re.compile(rf"(?:{words})\b", re.IGNORECASE), status) for words, status in _WORDS]
_VARIATION = "\ufe0f\ufe0e"

_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_LONG_DATE = re.compile(r"(?:den )?(\d{1,2})[ .]+([a-zåäö]+)\.? (\d{4})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})/(\d{1,2})[ -/](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:[ T]00:00(?::00)?)?")
_YEARS = range(1900, 2201)


@dataclass(frozen=True, slots=True)
class Level:
    """A risk level inside a risk's cell: the number, its mark, and the text without them."""

    number: int | None
    mark: str
    rest: str
    others: tuple[str, ...] = ()


def split_level(text: str) -> Level:
    """Find "Risknivå n" at the end of a line of a risk's cell; further ones are ``others``."""
    matches = list(_LEVEL.finditer(text))
    if not matches:
        return Level(None, "", text)
    first = matches[0]
    rest = text[: first.start()] + text[first.end() :]
    lines = [line.strip() for line in rest.split("\n")]
    return Level(
        int(first["level"]),
        first["mark"] or "",
        "\n".join(filter(None, lines)),
        tuple(match[0].strip() for match in matches[1:]),
    )


def read_level(text: str) -> int | None:
    """The number in a cell that holds nothing but a level, or None."""
    match = _BARE_LEVEL.fullmatch(text.strip())
    return int(match[1]) if match else None


def split_status(text: str) -> tuple[Status | None, str]:
    """The status that a text begins with, as mark or word, and what follows."""
    text = text.strip()
    if text and text[0] in _MARKS:
        status, rest = _MARKS[text[0]], text[1:].lstrip(_VARIATION + " \t\n\N{NO-BREAK SPACE}")
        worded, after = split_word_status(rest)
        return (status, after) if worded is status and not after else (status, rest)
    return None, text


def split_word_status(text: str) -> tuple[Status | None, str]:
    """The status that a status cell's words begin with, and what follows."""
    for words, status in _STATUS_WORDS:
        if match := words.match(text.strip()):
            return status, text.strip()[match.end() :].strip(" \t\n.,:;()-\N{EN DASH}")
    return None, text


def is_dropped(text: str) -> bool:
    """Whether a follow-up says that the measure "har utgått"."""
    return bool(re.search(r"\butgå(?:tt|r|ngen)\b", text, re.IGNORECASE))


def read_date(text: str) -> date | None:
    """The date in a cell that holds nothing else, or None."""
    text = text.strip()
    if match := _ISO_DATE.fullmatch(text):
        return _date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SHORT_DATE.fullmatch(text):
        return _date(int(match[3]), int(match[2]), int(match[1]))
    if match := _LONG_DATE.fullmatch(text):
        months = [number for number, name in enumerate(_MONTHS, 1) if name == match[2].lower()]
        return _date(int(match[3]), months[0], int(match[1])) if months else None
    return None


def number(text: str) -> float | None:
    """The number in a cell that holds nothing else but perhaps a percent sign, or None."""
    try:
        return read_number(re.sub(r"\s*(?:%|procent)$", "", text.strip()))
    except NotANumber:
        return None


def unit_of(name: str, outcomes: str = "") -> Unit:
    """What an indicator counts in, as its name tells."""
    plain = folded(name)
    if "skala 15" in plain or "medelvärde" in plain:
        return Unit.SCALE_1_5
    if "andel" in plain or "%" in name or "%" in outcomes:
        return Unit.PERCENT
    return Unit.COUNT


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None
