"""Writing days as an iCalendar file (.ics, RFC 5545) that Outlook and others take in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_LINE = 75  # octets, RFC 5545 §3.1
_NEEDS_ESCAPE = re.compile(r"([\\;,])")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # no CONTROL, §3.1


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day. Texts are data; ``uid`` is the same for the same event in each file.

    ``warn_days`` before it the calendar reminds of it; None for no reminder.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
    warn_days: int | None = None


def write_calendar(events: Iterable[Event], stamp: date) -> bytes:
    """The file (UTF-8). The same events and day give the same bytes.

    Args:
        events: What stands in the calendar. Events with a uid that a calendar already has replace
            those there.
        stamp: The day the file says it was made, at midnight UTC (DTSTAMP).
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//QPDesk//QPDesk//SV", "METHOD:PUBLISH"]
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(event: Event, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    if event.day < date.max:  # without it the event lasts its one day too (§3.6.1)
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(1))}"
    yield f"SUMMARY:{_text(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_text(event.description)}"
    yield "TRANSP:TRANSPARENT"  # the day is not taken
    if event.warn_days is not None:
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{_text(event.summary)}"
        yield f"TRIGGER:-P{max(event.warn_days, 0)}D"
        yield "END:VALARM"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"  # strftime writes no leading zeros everywhere


def _text(text: str) -> str:
    """A TEXT value (RFC 5545 §3.3.11)."""
    text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n"))
    return _NEEDS_ESCAPE.sub(r"\\\1", text).replace("\n", r"\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut within a character (§3.1)."""
    pieces = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
