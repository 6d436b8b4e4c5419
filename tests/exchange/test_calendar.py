import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qpdesk.exchange.calendar import Event, write_calendar
from tests.plans import AWKWARD

STAMP = date(2022, 9, 1)


def unfolded(data):
    """The content lines of a file, as RFC 5545 says to read it."""
    text = data.decode()
    assert text.endswith("\r\n")
    assert not re.search("(?<!\r)\n|\r(?!\n)", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def values(data, name):
    found = [line.split(":", 1)[1] for line in unfolded(data) if re.match(f"{name}[;:]", line)]
    return [
        re.sub(r"\\([\\;,nN])", lambda match: {"n": "\n"}.get(match[1].lower(), match[1]), value)
        for value in found
    ]


def test_a_day_becomes_an_all_day_event():
    event = Event("a1@qpdesk", date(2022, 12, 31), "Klar senast: Rutin", "Ansvarig: Åsa", 7)
    assert unfolded(write_calendar([event], STAMP)) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//QPDesk//QPDesk//SV",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:a1@qpdesk",
        "DTSTAMP:20220901T000000Z",
        "DTSTART;VALUE=DATE:20221231",
        "DTEND;VALUE=DATE:20230101",
        "SUMMARY:Klar senast: Rutin",
        "DESCRIPTION:Ansvarig: Åsa",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Klar senast: Rutin",
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_text_is_data():
    hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:file:///c:/a\r,;\\"
    data = write_calendar([Event("u", STAMP, hostile)], STAMP)
    assert unfolded(data).count("BEGIN:VEVENT") == 1
    assert not [line for line in unfolded(data) if line.startswith("ATTACH")]


def test_the_last_day_there_is_has_no_day_after():
    lines = unfolded(write_calendar([Event("u", date.max, "x")], STAMP))
    assert "DTSTART;VALUE=DATE:99991231" in lines
    assert not [line for line in lines if line.startswith("DTEND")]


printable = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.just("\n"), max_size=200)


@given(st.sampled_from(AWKWARD) | printable)
def test_every_text_comes_back_as_it_was(text):
    data = write_calendar([Event("u", STAMP, text, text)], STAMP)
    assert values(data, "SUMMARY") == [text]
    assert values(data, "DESCRIPTION") == ([text] if text else [])


@given(st.text(), st.text())
def test_nothing_breaks_out_of_its_line(uid, text):
    event = Event(uid, STAMP, text, "rad")
    assert len(unfolded(write_calendar([event], STAMP))) == 14
