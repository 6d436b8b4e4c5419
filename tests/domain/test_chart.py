from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.assessment import decimal
from qpdesk.domain.axis import axis_for
from qpdesk.domain.chart import Style, chart
from qpdesk.domain.chart_frame import shortened
from qpdesk.domain.chart_words import SWEDISH, sentence, table
from qpdesk.domain.marks import Bar, Ink, Label, Line, Marker, Shape, text_width, wrapped
from qpdesk.domain.nodes import Direction, Indicator, Observation, Unit
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.suppression import hidden
from tests.plans import lines


def indicator(unit=Unit.SCALE_1_5):
    return Indicator(
        place=Place(NodeId("p"), "1"),
        title="Föräldrar som fått stöd",
        unit=unit,
        direction=Direction.HIGHER_IS_BETTER,
    )


def outcome(period, value=None, target=None, unit="", **more):
    return Observation(
        place=Place(NodeId("i"), "1"),
        period=period,
        outcome=value,
        target=target,
        organisational_unit=unit,
        **more,
    )


SERIES = [
    outcome("VB 2020", 4.2),
    outcome("VB 2021", 4.2),
    outcome("D2 2022", no_result_reason="Antalet svar för lågt"),
    outcome("VB 2022", 4.3, 4),
]
UNITS = [
    outcome("VB 2021", 67, 80, "Norr", n=40),
    outcome("VB 2021", 50, 70, "Syd", n=3),
    outcome("VB 2022", 90, 80, "Norr", n=50),
    outcome("VB 2022", 81, 80, "Syd", n=30),
]


def draw(observations, unit=Unit.SCALE_1_5, **options):
    return chart(indicator(unit), observations, **({"width": 320, "height": 180} | options))


def of(kind, drawing, **values):
    return [
        mark
        for mark in drawing.marks
        if isinstance(mark, kind) and all(getattr(mark, n) == v for n, v in values.items())
    ]


def texts(drawing):
    return [mark.text for mark in of(Label, drawing)]


def test_columns_stand_in_order_as_high_as_their_values():
    columns = sorted(of(Bar, draw(SERIES)), key=lambda bar: bar.height)[-3:]  # not the key's
    by_place = sorted(columns, key=lambda bar: bar.x)
    assert by_place[0].height == by_place[1].height < by_place[2].height
    assert by_place[2].height / by_place[0].height == pytest.approx((4.3 - 1) / (4.2 - 1))


def test_values_periods_and_the_key_are_in_words():
    found = texts(draw(SERIES))
    for text in ("4,2", "4,3", "VB 2020", "D2 2022", "Utfall", "Mål", "inget resultat"):
        assert text in found


def test_a_gap_is_a_cross_with_its_reason_below():
    drawing = draw(SERIES)
    crosses = of(Marker, drawing, shape=Shape.CROSS)
    assert len(crosses) == 2  # in the key, and in the chart
    assert "1)" in texts(drawing)
    assert "1) Antalet svar för lågt" in texts(drawing)
    assert 0.0 not in {mark.height for mark in of(Bar, drawing)}  # a gap is not a zero


def test_a_target_is_dashed_with_a_diamond_only_where_there_is_one():
    drawing = draw(SERIES)
    (target,) = of(Line, drawing, ink=Ink.TARGET)
    assert target.dash
    assert target.clear  # else it is lost where it crosses a column
    assert len(of(Marker, drawing, shape=Shape.DIAMOND)) == 2  # with the key's
    assert not of(Line, draw(SERIES[:3]), ink=Ink.TARGET)
    assert "Mål" not in texts(draw(SERIES[:3]))


def test_units_differ_without_colour():
    for style, kind, look in [(Style.BARS, Bar, "pattern"), (Style.LINES, Marker, "shape")]:
        drawing = draw(UNITS, Unit.PERCENT, style=style)
        assert {"Norr", "Syd"} < set(texts(drawing))
        series = {
            mark.series: getattr(mark, look)
            for mark in of(kind, drawing)
            if kind is Bar or mark.ink is Ink.SERIES
        }
        assert len(series) == len(set(series.values())) == 2


def test_a_shared_target_is_one_line_and_different_ones_stand_over_their_own_columns():
    drawn = of(Line, draw(UNITS, Unit.PERCENT), ink=Ink.TARGET)
    assert len(drawn) == 3  # two in VB 2021, one in VB 2022
    widths = sorted(line.x2 - line.x1 for line in drawn)
    assert widths[0] == pytest.approx(widths[1])
    assert widths[2] > 2 * widths[1]


def test_a_line_breaks_at_a_gap():
    drawn = of(Line, draw(SERIES, style=Style.LINES), ink=Ink.SERIES)
    assert len(drawn) == 1  # VB 2020 to VB 2021; nothing over D2 2022


def test_what_is_hidden_is_in_no_mark_sentence_or_row():
    secret = hidden(UNITS, 5)
    drawing = draw(UNITS, Unit.PERCENT, secret=secret)
    assert len(of(Bar, drawing)) == len(of(Bar, draw(UNITS, Unit.PERCENT))) - 1
    assert "50" not in texts(drawing)
    said = sentence(indicator(Unit.PERCENT), UNITS, secret)
    assert "50" not in said.replace("VB 2021", "")
    assert "VB 2021, Syd: mål 70\N{NO-BREAK SPACE}%, för få svar för att redovisas" in said
    rows = table(indicator(Unit.PERCENT), UNITS, secret)
    assert rows[2] == (
        "VB 2021",
        "Syd",
        "",
        "70\N{NO-BREAK SPACE}%",
        "",
        "för få svar för att redovisas",
    )


def test_the_sentence_says_all_that_the_chart_shows():
    assert sentence(indicator(), SERIES, {}) == (
        "Diagram: Föräldrar som fått stöd. VB 2020: utfall 4,2; VB 2021: utfall 4,2; "
        "D2 2022: Antalet svar för lågt; VB 2022: utfall 4,3, mål 4, målet nått."
    )
    assert sentence(indicator(), [], {}).endswith(SWEDISH.nothing)


def test_the_table_leaves_out_columns_that_nobody_filled():
    assert table(indicator(), SERIES, {}) == [
        ("Period", "Utfall", "Mål", "Anmärkning"),
        ("VB 2020", "4,2", "", ""),
        ("VB 2021", "4,2", "", ""),
        ("D2 2022", "", "", "Antalet svar för lågt"),
        ("VB 2022", "4,3", "4", "målet nått"),
    ]
    words = outcome("2022", note="Fler tar emot stöd")
    assert table(indicator(Unit.TEXT), [words], {})[1] == ("2022", "Fler tar emot stöd")


def test_without_figures_there_is_nothing_to_draw():
    assert draw([outcome("2022", note="Fler"), outcome("2021")]).marks == ()
    assert draw([]).marks == ()


def test_two_outcomes_of_one_period_and_unit_both_show():
    twice = [outcome("VB 2022", 3), outcome("vb 22", 4)]
    assert {"3", "4"} < set(texts(draw(twice)))
    assert texts(draw(twice)).count("VB 2022") == 2


_values = st.none() | st.floats(-1e12, 1e12) | st.integers(0, 100).map(float)
_observations = st.lists(
    st.builds(
        outcome,
        st.sampled_from(["VB 2021", "VB 2022", "D2 2022"]) | lines,
        _values,
        _values,
        st.sampled_from(["", "Norr", "Syd"]) | lines,
        no_result_reason=st.just("") | lines,
    ),
    max_size=12,
)


@given(_observations, st.sampled_from(Unit), st.sampled_from(Style), st.integers(100, 600))
def test_everything_stays_inside_the_drawing(observations, unit, style, width):
    drawing = draw(observations, unit, style=style, width=width, height=width / 2)
    slack = 4  # the strokes and the halves of letters at the edges
    for mark in drawing.marks:
        for x, y in _corners(mark):
            assert -slack <= x <= drawing.width + slack
            assert -slack <= y <= drawing.height + slack


def _corners(mark):
    match mark:
        case Line():
            return [(mark.x1, mark.y1), (mark.x2, mark.y2)]
        case Bar():
            assert mark.width >= 0
            assert mark.height >= 0
            return [(mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height)]
        case Marker():
            return [(mark.x, mark.y)]
        case Label():
            width = text_width(mark.text, mark.size)
            start = {"start": 0, "middle": -width / 2, "end": -width}[mark.anchor]
            ends = [mark.x + start, mark.x + start + width]
            return [(x, y) for x in ends for y in (mark.y, mark.y - mark.size)]


@given(st.lists(st.floats(-1e12, 1e12) | st.floats(0, 100), min_size=1), st.sampled_from(Unit))
def test_an_axis_reaches_every_value_in_a_few_round_steps(values, unit):
    axis = axis_for(values, unit)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert 2 <= len(axis.ticks) <= 8
    steps = [high - low for low, high in pairwise(axis.ticks)]
    assert all(step == pytest.approx(steps[0]) for step in steps)
    assert unit is Unit.SCALE_1_5 or axis.low <= 0 <= axis.high


@pytest.mark.parametrize(
    ("values", "unit", "ticks"),
    [
        ([4.2, 4.3], Unit.SCALE_1_5, "1 2 3 4 5"),
        ([24, 31], Unit.PERCENT, "0 10 20 30 40"),
        ([67, 77], Unit.PERCENT, "0 20 40 60 80 100"),
        ([209, 207], Unit.COUNT, "0 50 100 150 200 250"),
        ([0], Unit.COUNT, "0 1"),
        ([], Unit.COUNT, "0 1"),
    ],
)
def test_the_ticks_people_expect(values, unit, ticks):
    assert " ".join(map(decimal, axis_for(values, unit).ticks)) == ticks


@given(lines, st.integers(20, 200))
def test_wrapping_keeps_every_letter_and_the_width(text, width):
    rows = wrapped(text, 8, width)
    assert "".join("".join(rows).split()) == "".join(text.split())
    assert all(text_width(row, 8) <= width for row in rows)
    assert text_width(shortened(text, 8, width), 8) <= width
