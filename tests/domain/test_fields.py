from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.errors import (
    EmptyTitle,
    ImpossibleLevel,
    ImpossibleScale,
    NotADate,
    NotAFootnoteKey,
    NotANumber,
    NotPrintable,
    OutOfScale,
)
from qpdesk.domain.fields import read_date, read_number, with_field
from qpdesk.domain.nodes import (
    LEVELS,
    Area,
    Chapter,
    Control,
    Footnote,
    Kind,
    Measure,
    Observation,
    Plan,
    Risk,
    kind_of,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS, from_record, to_record
from qpdesk.domain.text import references
from tests.plans import records

PLACE = Place(NodeId("1" * 32), "5")
RISK = Risk(place=PLACE, title="Barn får vänta")
MEASURE = Measure(place=PLACE, title="Se över rutinen")
OBSERVATION = Observation(place=PLACE)


@given(kind=st.sampled_from(Kind), data=st.data())
def test_typing_what_already_stands_there_changes_nothing(kind, data):
    node = from_record(kind, NodeId("0"), PLACE, data.draw(records(kind)))
    for name, value in to_record(node).items():
        assert with_field(node, name, value) == node


@given(kind=st.sampled_from(Kind), data=st.data())
def test_what_was_typed_can_be_read_back_from_the_log(kind, data):
    node = from_record(kind, NodeId("0"), PLACE, data.draw(records(kind)))
    for name in FIELDS[kind]:
        try:
            typed = with_field(node, name, data.draw(st.floats() | st.text(max_size=20)))
        except (EmptyTitle, NotPrintable, NotANumber, NotADate, OutOfScale, ImpossibleLevel):
            continue
        except (NotAFootnoteKey, ImpossibleScale, ValueError):  # ValueError: a choice that is none
            continue
        assert from_record(kind_of(typed), typed.id, typed.place, to_record(typed)) == typed


# --- texts


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "\r\n"])
def test_a_title_cannot_be_empty(text):
    with pytest.raises(EmptyTitle):
        with_field(RISK, "title", text)


def test_a_title_is_one_line():
    assert with_field(RISK, "title", "  Barn\r\nfår \t vänta  ").title == "Barn får vänta"


def test_a_long_text_keeps_its_paragraphs():
    typed = with_field(MEASURE, "what_to_do", "Först\r\n- ett\rSedan\u2028Sist\n")
    assert typed.what_to_do == "Först\n- ett\nSedan\nSist\n"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x9c", "\ud800", "\ufffe"])
@pytest.mark.parametrize("name", ["title", "what_to_do", "responsible"])
def test_control_characters_are_refused_everywhere(name, character):
    with pytest.raises(NotPrintable):
        with_field(MEASURE, name, f"Se{character}över")


def test_a_number_typed_into_a_text_is_a_text():
    assert with_field(MEASURE, "responsible", 0).responsible == "0"


@pytest.mark.parametrize("key", ["", "a b", "x]", "n" * 41])
def test_a_footnote_key_must_be_one_that_texts_can_refer_to(key):
    with pytest.raises(NotAFootnoteKey):
        with_field(Footnote(place=PLACE, key="1"), "key", key)


@given(st.text(max_size=45))
def test_every_allowed_footnote_key_can_be_referred_to(key):
    try:
        note = with_field(Footnote(place=PLACE, key="1"), "key", key)
    except (NotAFootnoteKey, NotPrintable):
        return
    assert list(references(f"Ett ord[^{note.key}] till")) == [note.key]


# --- numbers and dates


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4,2", 4.2),
        ("4.2", 4.2),
        (" 67 ", 67),
        ("1 234,5", 1234.5),
        ("1\N{NO-BREAK SPACE}234", 1234),
        ("-3", -3),
        ("\N{MINUS SIGN}0,5", -0.5),
        ("+7", 7),
    ],
)
def test_numbers_as_swedes_type_them(text, number):
    assert read_number(text) == number
    assert with_field(OBSERVATION, "outcome", text).outcome == number


@pytest.mark.parametrize(
    "text", ["sju", "4,2,1", "1.000,5", "67 %", "nan", "inf", "1e5", "0x1f", ",5", "٣", "9" * 400]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber):
        with_field(OBSERVATION, "outcome", text)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**15, "1000000000000000"])
def test_a_number_that_could_not_be_read_back_is_refused(number):
    with pytest.raises(NotANumber):
        with_field(OBSERVATION, "outcome", number)


def test_a_count_is_whole():
    assert with_field(OBSERVATION, "n", "13").n == 13
    with pytest.raises(NotANumber):
        with_field(OBSERVATION, "n", "13,5")


@pytest.mark.parametrize("name", ["outcome", "n"])
def test_nothing_typed_is_no_number(name):
    some = with_field(OBSERVATION, name, "5")
    assert getattr(with_field(some, name, ""), name) is None
    assert getattr(with_field(some, name, "0"), name) == 0


def test_dates():
    assert read_date(" 2026-03-31 ") == date(2026, 3, 31)
    assert with_field(MEASURE, "due", "2026-02-28").due == date(2026, 2, 28)
    assert with_field(with_field(MEASURE, "due", "2026-02-28"), "due", "").due is None


@pytest.mark.parametrize(
    "text",
    ["12026-03-31", "2026-02-30", "31/3 2026", "mars", "0026-03-31", "1899-12-31", "9999-1-1"],
)
def test_dates_of_no_calendar_or_another_age_are_refused(text):
    with pytest.raises(NotADate):
        with_field(MEASURE, "due", text)


@pytest.mark.parametrize("year", [12026, 26, "20266", 1899, 2201])
def test_a_plan_of_another_age_is_refused(year):
    with pytest.raises(NotADate):
        with_field(Plan(place=Place(None, "1"), title="Plan"), "year", year)


def test_a_plan_may_have_no_year():
    plan = Plan(place=Place(None, "1"), title="Plan", year=2026)
    assert with_field(plan, "year", "2027").year == 2027
    assert with_field(plan, "year", "").year is None


@pytest.mark.parametrize("level", [0, 4, "7", -1])
def test_a_chapter_has_one_of_three_levels(level):
    with pytest.raises(OutOfScale):
        with_field(Chapter(place=PLACE, title="Inledning"), "level", level)


def test_choices():
    assert with_field(MEASURE, "status", "discontinued").status == "discontinued"
    with pytest.raises(ValueError, match="status"):
        with_field(MEASURE, "status", "klar")


@pytest.mark.parametrize("name", ["id", "place", "colour"])
def test_there_are_no_other_fields(name):
    with pytest.raises(KeyError):
        with_field(Area(place=PLACE, title="Område"), name, "x")


# --- risk levels


@pytest.mark.parametrize("level", [5, 7, 10, 11, 13, 14, 15, 0, 17, -9])
def test_a_level_that_is_no_product_is_refused(level):
    with pytest.raises(ImpossibleLevel):
        with_field(RISK, "level", level)


@pytest.mark.parametrize("level", sorted(LEVELS))
def test_a_level_without_factors_is_legal(level):
    risk = with_field(RISK, "level", level)
    assert (risk.level, risk.likelihood, risk.consequence) == (level, None, None)


@pytest.mark.parametrize("name", ["likelihood", "consequence"])
@pytest.mark.parametrize("factor", [0, 5, -1, "9"])
def test_a_factor_outside_the_scale_is_refused(name, factor):
    with pytest.raises(OutOfScale):
        with_field(RISK, name, factor)


def test_the_printed_level_stands_until_both_factors_are_known():
    printed = with_field(RISK, "level", 9)
    half = with_field(printed, "likelihood", 2)
    assert half.level == 9
    assert with_field(half, "consequence", 4).level == 8


def test_a_level_typed_by_hand_clears_factors_that_give_another():
    judged = with_field(with_field(RISK, "likelihood", 3), "consequence", 4)
    assert judged.level == 12
    same = with_field(judged, "level", 12)
    assert (same.likelihood, same.consequence) == (3, 4)
    other = with_field(judged, "level", 9)
    assert (other.level, other.likelihood, other.consequence) == (9, None, None)


steps = st.tuples(
    st.sampled_from(["level", "likelihood", "consequence"]), st.none() | st.integers(-1, 17)
)


@given(st.lists(steps, max_size=8))
def test_level_and_factors_never_contradict_each_other(typed):
    risk = RISK
    for name, value in typed:
        try:
            risk = with_field(risk, name, value)
        except (ImpossibleLevel, OutOfScale):
            continue
        assert risk.level is None or risk.level in LEVELS
        if risk.likelihood is not None and risk.consequence is not None:
            assert risk.level == risk.likelihood * risk.consequence


def test_a_control_may_say_why_it_has_no_measure():
    control = Control(place=PLACE, title="Stickprov")
    assert with_field(control, "no_measure", "satisfactory").no_measure == "satisfactory"
