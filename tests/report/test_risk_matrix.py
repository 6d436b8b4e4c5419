"""The risk matrix on paper: every square, what has no square, what has moved, own scales."""

from io import BytesIO

import pytest

from qpdesk.domain.nodes import Area, Plan, Risk
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from tests.plans import WIDER
from tests.report.judges import all_faults
from tests.report.reading import Paper
from tests.report.seeds import Grower


@pytest.fixture
def printed(tmp_path):
    """The lines below the heading Riskmatris, for risks as (level, likelihood, consequence)."""

    def lines(risks, *, scale="", earlier=(), kind=ReportKind.PLAN):
        grower = Grower()
        if earlier:
            add(grower, 2025, earlier, "")
        plan = add(grower, 2026, risks, scale)
        data = write(grower.register(), plan, kind).data
        path = tmp_path / "plan.pdf"
        path.write_bytes(data)
        assert not all_faults(path)
        found = Paper(BytesIO(data)).lines()
        heads = [
            n for n, (tag, text) in enumerate(found) if text == "Riskmatris" and tag.startswith("H")
        ]
        return [text for _, text in found[heads[0] + 1 :]] if heads else None

    return lines


def add(grower, year, risks, scale):
    plan = grower.add(Plan, title="Plan", year=year, scale=scale)
    area = grower.add(Area, plan, title="Hemtjänst")
    for number, (level, likelihood, consequence) in enumerate(risks):
        factors = {"likelihood": likelihood, "consequence": consequence}
        grower.add(Risk, area, title=f"Risk {number}", level=level, **factors)
    return plan


@pytest.mark.parametrize("kind", [ReportKind.PLAN, ReportKind.FOLLOW_UP, ReportKind.YEAR_REPORT])
def test_every_square_says_its_level_its_band_and_its_risks(printed, kind):
    lines = printed([(9, 3, 3), (9, 3, 3), (4, 4, 1)], kind=kind)
    assert lines[1:6] == ["1 Försumbar", "2 Lindrig", "3 Kännbar", "4 Allvarlig", "4 Sannolik"]
    assert lines[6:8] == ["4 medel", "1 risk"]
    assert lines[lines.index("9 hög") + 1] == "2 risker"
    assert len([line for line in lines if line.split()[-1] in {"låg", "medel", "hög"}]) == 16


def test_what_has_no_square_is_counted_below(printed):
    lines = printed([(9, 3, 3), (12, None, None), (None, None, None), (25, 5, 5)])
    text = "\n".join(lines)
    assert "utan sannolikhet och konsekvens: 1." in text
    assert "utan bedömning: 1." in text
    assert "inte passar skalan: 1." in text


def test_last_years_place_is_told_in_words(printed):
    lines = printed([(9, 3, 3)], earlier=[(16, 4, 4)])
    assert "Risk 0: från sannolikhet 4, konsekvens 4 till sannolikhet 3, konsekvens 3" in lines


def test_an_own_scale_is_printed_with_its_own_names(printed):
    lines = printed([(25, 5, 5)], scale=WIDER)
    assert "25 hög" in lines
    assert "5 e" in lines


def test_a_plan_whose_risks_have_no_square_has_no_matrix(printed):
    assert printed([(9, None, None)]) is None
