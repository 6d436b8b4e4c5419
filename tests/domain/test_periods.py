import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.periods import PeriodKind, a_year_before, in_order, label, read_period


@pytest.mark.parametrize(
    ("text", "kind", "number", "printed"),
    [
        ("VB 2022", PeriodKind.ANNUAL, 0, "VB 2022"),
        ("vb22", PeriodKind.ANNUAL, 0, "VB 2022"),
        ("2022 VB", PeriodKind.ANNUAL, 0, "VB 2022"),
        ("Verksamhetsberättelse 2022", PeriodKind.ANNUAL, 0, "VB 2022"),
        ("D2 2022", PeriodKind.INTERIM, 2, "D2 2022"),
        ("Delår 1 2022", PeriodKind.INTERIM, 1, "D1 2022"),
        ("T3 2022", PeriodKind.THIRD, 3, "T3 2022"),
        ("HT 2022", PeriodKind.TERM, 2, "HT 2022"),
        ("kvartal 4 2022", PeriodKind.QUARTER, 4, "kv 4 2022"),
        ("2022 Q1", PeriodKind.QUARTER, 1, "kv 1 2022"),
        ("mars 2022", PeriodKind.MONTH, 3, "mars 2022"),
        ("Dec. 22", PeriodKind.MONTH, 12, "december 2022"),
        ("2022-09", PeriodKind.MONTH, 9, "september 2022"),
        (" 2022 ", PeriodKind.YEAR, 0, "2022"),
    ],
)
def test_periods_are_read_as_people_write_them(text, kind, number, printed):
    period = read_period(text)
    assert (period.kind, period.year, period.number) == (kind, 2022, number)
    assert period.label == printed


@pytest.mark.parametrize("text", ["", "D3 2022", "T4 2022", "2022-13", "VB", "före flytten", "22"])
def test_anything_else_is_a_free_period_printed_as_written(text):
    assert read_period(text).kind is PeriodKind.FREE
    assert label(text) == text


def test_periods_of_mixed_kinds_stand_in_the_order_of_time():
    texts = ["VB 2022", "D2 2022", "VB 2020", "kv 3 2022", "D1 2022", "2021", "T1 2022", "VB 2021"]
    assert in_order(texts, str) == [
        "VB 2020", "2021", "VB 2021", "D1 2022", "T1 2022", "D2 2022", "kv 3 2022", "VB 2022",
    ]  # fmt: skip


def test_free_periods_stay_after_the_one_they_were_put_after():
    texts = ["start", "VB 2021", "efter flytten", "VB 2020", "mätning 2"]
    assert in_order(texts, str) == ["start", "VB 2020", "mätning 2", "VB 2021", "efter flytten"]


def test_the_year_before():
    assert a_year_before(read_period("D2 2022")) == read_period("D2 2021")
    assert a_year_before(read_period("okt 2022")).label == "oktober 2021"
    assert a_year_before(read_period("våren")) is None


@given(st.text(max_size=12) | st.from_regex(r"(VB|D[12]|T[1-3]|kv [1-4]|HT) ?20[0-9]{2}"))
def test_a_label_says_the_same_as_the_text_it_was_made_from(text):
    period = read_period(text)
    again = read_period(period.label)
    assert (again.kind, again.year, again.number) == (period.kind, period.year, period.number)


@given(st.lists(st.sampled_from(["VB 2020", "D1 2021", "fri", "2021-02", "x"])))
def test_ordering_loses_nothing_and_is_at_rest_when_done(texts):
    ordered = in_order(texts, str)
    assert sorted(ordered) == sorted(texts)
    known = [read_period(text).end for text in ordered if read_period(text).end]
    assert known == sorted(known)
