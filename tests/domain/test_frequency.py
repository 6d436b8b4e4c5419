from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.frequency import days_in, times_a_year


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Årligen", 1),
        ("en gång per år", 1),
        ("Minst 2 ggr/år", 2),
        ("två gånger om året", 2),
        ("halvårsvis", 2),
        ("Tertialvis, av enhetschefen", 3),
        ("Kvartalsvis", 4),
        ("varje kvartal", 4),
        ("minst var tredje månad", 4),
        ("varannan månad", 6),
        ("Varje månad", 12),
        ("en gång i månaden", 12),
        ("månadsvis", 12),
        ("1 gång per vecka", 52),
        ("veckovis", 52),
        ("vartannat år", None),
        ("var tredje vecka", None),
        ("3 gånger per vecka", None),
        ("vid behov", None),
        ("löpande", None),
        ("0 gånger per år", None),
        ("", None),
    ],
)
def test_how_often_words_mean(text, times):
    assert times_a_year(text) == times


def test_days_fall_at_the_ends_of_months_where_they_can():
    assert days_in(2024, 4) == [
        date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31),
    ]  # fmt: skip
    assert days_in(2024, 12)[1] == date(2024, 2, 29)
    assert days_in(2022, 1) == [date(2022, 12, 31)]
    assert all(day.isoweekday() == 5 for day in days_in(2022, 52))


@given(st.integers(1900, 2200), st.integers(1, 52))
def test_there_are_as_many_days_as_times_all_in_the_year_and_rising(year, times):
    days = days_in(year, times)
    assert len(set(days)) == times
    assert days == sorted(days)
    assert {day.year for day in days} == {year}


@given(st.text())
def test_any_text_can_be_read(text):
    assert times_a_year(text) in {None, *range(1, 53)}
