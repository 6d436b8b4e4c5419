from hypothesis import given
from hypothesis import strategies as st

from qpdesk.domain.matrix import Arrow, matrix, square_of
from qpdesk.domain.nodes import Area, Plan, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.domain.scale import STANDARD, Band, Scale
from tests.plans import registers

THREE = Scale(tuple("abc"), tuple("def"), (Band(1, "låg"), Band(4, "hög")))
SIX = Scale(tuple("abcdef"), tuple("ghijkl"), (Band(1, "låg"), Band(12, "hög")))


def at(parent, key="1"):
    return Place(NodeId(parent) if parent else None, key)


def plan(name, year, *risks):
    return [
        Plan(id=NodeId(name), place=at(None, name), title="Plan", year=year),
        Area(id=NodeId(f"a{name}"), place=at(name), title="Hemtjänst"),
        *risks,
    ]


def risk(name, parent, likelihood=None, consequence=None, **values):
    if likelihood and consequence:
        values["level"] = likelihood * consequence
    return Risk(
        id=NodeId(name),
        place=at(parent, name),
        likelihood=likelihood,
        consequence=consequence,
        **{"title": name} | values,
    )


def test_every_risk_stands_in_its_square_or_says_why_not():
    register = Register(
        plan(
            "p",
            2022,
            risk("1", "ap", 3, 4),
            risk("2", "ap", 3, 4),
            risk("3", "ap", level=12),
            risk("4", "ap", 2, None, level=6),
            risk("5", "ap"),
            risk("6", "ap", 1, 4),
        )
    )
    grid = matrix(register, [NodeId("p")], STANDARD)
    assert [cell.level for cell in grid.cells[:4]] == [4, 8, 12, 16]  # the top row is drawn first
    assert grid.cell(3, 4).ids == ("1", "2")
    assert grid.cell(4, 3).ids == ()
    assert STANDARD.bands[grid.cell(3, 4).band].name == "mycket hög"
    assert (grid.beside, grid.unjudged, grid.outside) == (("3", "4"), ("5",), ())


def test_another_scale_says_what_no_longer_fits_and_changes_nothing():
    nodes = plan("p", 2022, risk("1", "ap", 4, 2), risk("2", "ap", 3, 3), risk("3", "ap", level=8))
    register = Register(nodes)
    grid = matrix(register, [NodeId("p")], THREE)
    assert grid.outside == ("1", "3")
    assert grid.cell(3, 3).ids == ("2",)
    assert [register[node.id] for node in nodes] == nodes


def test_an_arrow_shows_where_a_risk_stood_last_year():
    register = Register(
        plan(
            "p",
            2021,
            risk("moved", "ap", 4, 4, title="Fall i hemmet"),
            risk("still", "ap", 2, 2, title="Stöld"),
            risk("one", "ap", 1, 1, title="Dubbel"),
            risk("two", "ap", 2, 1, title="Dubbel"),
            risk("unknown", "ap", level=6, title="Brand"),
        )
        + plan(
            "q",
            2022,
            risk("a", "aq", 2, 4, title="FALL i  hemmet"),
            risk("b", "aq", 2, 2, title="Stöld"),
            risk("c", "aq", 3, 3, title="Dubbel"),
            risk("d", "aq", 2, 3, title="Brand"),
            risk("e", "aq", 2, 3, title="Ny"),
        )
    )
    arrows = matrix(register, [NodeId("q")], STANDARD).arrows
    assert arrows == (Arrow(NodeId("a"), NodeId("moved"), (4, 4), (2, 4)),)
    assert matrix(register, [NodeId("q")], THREE).arrows == ()  # no square to start from
    assert matrix(register, [NodeId("p")], STANDARD).arrows == ()


@given(registers(), st.sampled_from([THREE, STANDARD, SIX]))
def test_each_risk_is_shown_exactly_once(register, scale):
    plans = [each.id for each in register.children()]
    grid = matrix(register, plans, scale)
    shown = [node_id for cell in grid.cells for node_id in cell.ids]
    everything = [*shown, *grid.beside, *grid.unjudged, *grid.outside]
    assert sorted(everything) == sorted(
        node.id for node in register.nodes() if isinstance(node, Risk)
    )
    for cell in grid.cells:
        assert grid.cell(cell.likelihood, cell.consequence) is cell
        assert all(
            square_of(register[node_id]) == (cell.likelihood, cell.consequence)
            for node_id in cell.ids
        )
