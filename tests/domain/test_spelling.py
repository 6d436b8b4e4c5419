"""Which words are looked at: those that people spell, and where exactly they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.spelling import LONGEST, parts, plain, words
from tests.plans import AWKWARD


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hela barn[^1] och[^not]ASI", ["Hela", "barn", "och", "ASI"]),
        ("se https://kommun.se/sida eller anna@kommun.se.", ["se", "eller"]),
        ("barnavårds- och ungdomsenheten", ["barnavårds-", "och", "ungdomsenheten"]),
        ("13-åringar, D2 och 4:a", ["och"]),
        ("IFO:s HSL-avvikelse", ["IFO:s", "HSL-avvikelse"]),
        ("skydds\N{SOFT HYPHEN}bedömning", ["skydds\N{SOFT HYPHEN}bedömning"]),
        ("a\N{COMBINING RING ABOVE}r", ["a\N{COMBINING RING ABOVE}r"]),
        ("- punkt – tankstreck", ["punkt", "tankstreck"]),
        ("x" * (LONGEST + 1), []),
        ("", []),
    ],
)
def test_what_is_looked_at(text, found):
    assert [word for _, word in words(text)] == found


@given(st.text() | st.lists(st.sampled_from(AWKWARD)).map(" ".join))
def test_a_word_stands_where_it_is_said_to(text):
    last = 0
    for start, word in words(text):
        assert start >= last
        assert text[start : start + len(word)] == word
        last = start + len(word)


def test_joined_words_are_taken_apart():
    assert parts("HSL-avvikelse") == ["HSL", "avvikelse"]
    assert parts("IFO:s") == ["IFO"]
    assert parts("barn") == ["barn"]
    assert plain("a\N{COMBINING RING ABOVE}r\N{NON-BREAKING HYPHEN}f\N{SOFT HYPHEN}t") == "år-ft"
