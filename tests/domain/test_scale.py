from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.errors import ImpossibleLevel, ImpossibleScale, OutOfScale
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import LEVELS, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.scale import STANDARD, Band, Scale, read_scale, scale_text

names = st.text("abcåäö ", min_size=1, max_size=8).map(lambda text: " ".join(text.split()) or "x")


@st.composite
def scales(draw):
    sides = [tuple(draw(st.lists(names, min_size=3, max_size=6, unique=True))) for _ in "ab"]
    highest = len(sides[0]) * len(sides[1])
    starts = sorted({1} | set(draw(st.lists(st.integers(2, highest), max_size=4))))
    words = draw(st.lists(names, min_size=len(starts), max_size=len(starts), unique=True))
    return Scale(*sides, tuple(map(Band, starts, words)))


def five():
    return Scale(tuple("abcde"), tuple("fghij"), (Band(1, "låg"), Band(10, "hög")))


def test_the_standard_scale_is_the_one_the_plans_are_printed_with():
    assert STANDARD.levels == LEVELS
    assert [STANDARD.bands[STANDARD.band(level)].name for level in (1, 4, 7, 9, 16)] == [
        "låg", "medel", "medel", "hög", "mycket hög",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"likelihoods": ("a", "b")},
        {"consequences": tuple("abcdefg")},
        {"likelihoods": ("a", "b", "")},
        {"likelihoods": ("a", "b", "b")},
        {"likelihoods": ("a", "b", "c\td")},
        {"likelihoods": ("a", "b", "c; d")},
        {"bands": (Band(1, "låg|hög"),)},
        {"bands": ()},
        {"bands": (Band(2, "låg"),)},
        {"bands": (Band(1, "låg"), Band(1, "hög"))},
        {"bands": (Band(1, "låg"), Band(17, "hög"))},
        {"bands": (Band(1, "låg"), Band(5, "låg"))},
    ],
)
def test_an_impossible_scale_is_refused(change):
    with pytest.raises(ImpossibleScale):
        replace(STANDARD, **change)


@given(scales())
def test_a_scale_comes_back_from_its_text(scale):
    assert read_scale(scale_text(scale)) == scale


@given(st.text(max_size=40))
def test_any_other_text_is_refused(text):
    with pytest.raises(ImpossibleScale):
        read_scale(text)


@given(scales())
def test_every_level_of_a_scale_is_in_a_band_that_starts_at_or_below_it(scale):
    assert max(scale.levels) == scale.highest
    for level in scale.levels:
        assert scale.bands[scale.band(level)].lowest <= level


def test_what_may_be_typed_follows_the_scale():
    risk = Risk(place=Place(NodeId("a"), "1"), title="Fall", likelihood=4)
    assert with_field(risk, "consequence", 5, five()).level == 20
    assert with_field(risk, "level", 25, five()).level == 25
    with pytest.raises(OutOfScale):
        with_field(risk, "consequence", 5)
    with pytest.raises(OutOfScale):
        with_field(risk, "consequence", 6, five())
    with pytest.raises(ImpossibleLevel):
        with_field(risk, "level", 25)
    with pytest.raises(ImpossibleLevel):
        with_field(risk, "level", 7, five())


def test_a_score_outside_the_scale_stays_when_another_field_is_typed():
    risk = Risk(place=Place(NodeId("a"), "1"), title="Fall", level=25, likelihood=5, consequence=5)
    assert with_field(risk, "title", "Fall ur säng").level == 25
