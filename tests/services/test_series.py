import pytest

from qpdesk.domain.nodes import Indicator, Observation, Plan
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.services.importing import ImportFailed, Reason
from qpdesk.services.series import guessed_roles, read_series, read_series_file, series_edit


def test_a_file_of_figures_is_put_under_its_indicator_after_those_it_has(tmp_path):
    path = tmp_path / "värden.csv"
    path.write_text("År;Utfall\n2021;4,2\n2022;4,3\n", encoding="cp1252")
    plan = Plan(id=NodeId("p"), place=Place(None, "1"), title="Plan")
    indicator = Indicator(id=NodeId("i"), place=Place(plan.id, "1"), title="Andel")
    first = Observation(place=Place(indicator.id, "V"), period="2020", outcome=4.0)
    register = Register([plan, indicator, first])

    table = read_series_file(path)
    edit = series_edit(register, read_series(table, guessed_roles(table), indicator.id), path.name)
    for change in edit.changes:
        register.apply(change)

    outcomes = [(node.period, node.outcome) for node in register.children(indicator.id)]
    assert outcomes == [("2020", 4.0), ("2021", 4.2), ("2022", 4.3)]
    assert edit.note == "värden.csv"


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ImportFailed) as told:
        read_series_file(tmp_path / "borta.csv")
    assert told.value.reason is Reason.NOT_FOUND
