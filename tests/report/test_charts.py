"""Charts of indicators: scales that fit, gaps that are told, words for those who cannot see."""

import re
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.nodes import Indicator, Observation, Plan, Unit
from qpdesk.report.charts import Scale
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from tests.report.judges import all_faults
from tests.report.reading import Paper
from tests.report.seeds import Grower

numbers = st.floats(-1e12, 1e12, allow_subnormal=False) | st.integers(-5, 200).map(float)


@given(st.lists(numbers, min_size=1, max_size=14))
def test_a_scale_holds_all_values_and_zero(values):
    scale = Scale.of(values)
    for value in (0.0, *values):
        assert -1e-9 <= scale.part(value) <= 1 + 1e-9
    assert 2 <= len(list(scale.lines())) <= 12


def test_scales_are_round():
    assert list(Scale.of([4.2, 4.3], 5.0).lines()) == [0, 2, 4, 6]
    assert list(Scale.of([81.5, 86.0], 100.0).lines()) == [0, 25, 50, 75, 100]
    assert list(Scale.of([-3.0, 3.0]).lines()) == [-4, -2, 0, 2, 4]


def printed(tmp_path, outcomes, unit=Unit.COUNT):
    grower = Grower()
    plan = grower.add(Plan, title="Plan")
    indicator = grower.add(Indicator, plan, title="Andel", unit=unit)
    for year, (outcome, target) in enumerate(outcomes, 2020):
        grower.add(Observation, indicator, period=f"VB {year}", outcome=outcome, target=target)
    data = write(grower.register(), plan, ReportKind.FOLLOW_UP).data
    path = tmp_path / "chart.pdf"
    path.write_bytes(data)
    assert not all_faults(path)
    return data


def figures(data):
    return [figure.attributes["/Alt"] for figure in Paper(BytesIO(data)).root.find("Figure")]


def test_the_chart_says_its_numbers(tmp_path):
    [said] = figures(printed(tmp_path, [(4.2, None), (None, 4), (4.3, 4)]))
    assert said == (
        "Stapeldiagram. Andel. VB 2020: 4,2; VB 2021: redovisas ej, mål 4; VB 2022: 4,3, mål 4."
    )


@pytest.mark.parametrize("outcomes", [[], [(4.2, 4)], [(None, 4)] * 5, [(1.0, None)] * 15])
def test_too_few_outcomes_or_too_many_are_for_the_table_alone(outcomes, tmp_path):
    assert not figures(printed(tmp_path, outcomes))


@pytest.mark.parametrize(
    "outcomes",
    [[(1e12, 1e-9)] * 2, [(-5.0, 5), (3.0, -9)], [(0.0, 0)] * 14, [(0.1 + 0.2, None), (1e-12, 1)]],
)
@pytest.mark.parametrize("unit", Unit)
def test_bars_stay_inside_the_figure(outcomes, unit, tmp_path):
    data = printed(tmp_path, outcomes, unit)
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
        drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    figure = re.search(rb"/Figure <</MCID \d+>> BDC(.*?)EMC", drawn, re.DOTALL)[1]
    bars = re.findall(rb"rg ([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re f", figure)
    assert len(bars) == sum(outcome is not None for outcome, _ in outcomes) + 1  # and the key's
    for bar in bars:
        left, low, width, height = map(float, bar)
        assert 40 < left < left + width < 560
        assert 50 < min(low, low + height) <= max(low, low + height) < 790
