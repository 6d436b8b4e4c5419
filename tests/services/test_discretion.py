import io

import openpyxl
import pytest

from qpdesk.domain.nodes import Indicator, Observation, Plan, Unit
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.services.discretion import presentable
from qpdesk.services.exporting import plan_as_json, plan_as_workbook
from qpdesk.services.printing import Report, ReportKind, write_report
from tests.report.reading import Paper


def register(fewest):
    plan = Plan(id=NodeId("p"), place=Place(None, "1"), title="Plan", fewest=fewest)
    indicator = Indicator(
        id=NodeId("i"), place=Place(plan.id, "1"), title="Nöjda", unit=Unit.PERCENT
    )

    def outcome(number, n, value):
        place = Place(indicator.id, str(number))
        return Observation(place=place, period=f"VB 202{number}", outcome=value, n=n, target=77.5)

    return Register([plan, indicator, outcome(1, 3, 33.25), outcome(2, 40, 61.75)])


@pytest.fixture(params=["json", "excel", "pdf"])
def exported(request, tmp_path):
    """The words of an export, by the least number of answers."""

    def words(fewest):
        items = register(fewest)
        plan = items.children()[0].id
        match request.param:
            case "json":
                return plan_as_json(items, plan).decode().replace(".", ",")
            case "excel":
                book = openpyxl.load_workbook(io.BytesIO(plan_as_workbook(items, plan)))
                cells = (c for sheet in book for row in sheet.values for c in row if c is not None)
                return " ".join(map(str, cells)).replace(".", ",")
            case _:
                path = tmp_path / "plan.pdf"
                write_report(items, Report(plan, ReportKind.FOLLOW_UP), path)
                return " ".join(text for _, text in Paper(path).lines())

    return words


def test_an_outcome_of_too_few_is_in_no_export_and_its_reason_is(exported):
    words = exported(5)
    assert "33,25" not in words
    assert "för få svar" in words
    assert "61,75" in words
    assert "77,5" in words


def test_without_a_limit_everything_is_there(exported):
    assert "33,25" in exported(None)


def test_nothing_is_copied_where_nothing_is_hidden():
    items = register(None)
    assert presentable(items) is items
