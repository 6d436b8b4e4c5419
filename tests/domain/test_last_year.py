import pytest

from qpdesk.domain.last_year import Sureness, plans_before, precedent
from qpdesk.domain.nodes import Area, Control, Indicator, Measure, Plan, Risk
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register


def at(parent, key="1"):
    return Place(NodeId(parent) if parent else None, key)


def year(number, group="vuxna"):
    name = f"{number}{group}"
    return [
        Plan(id=NodeId(name), place=at(None, name), title="Plan", year=number, target_group=group),
        Area(id=NodeId(f"a{name}"), place=at(name), title="Boendestöd"),
        Risk(id=NodeId(f"r{name}"), place=at(f"a{name}", "1"), title="Stödet uteblir i vardagen"),
        Risk(
            id=NodeId(f"q{name}"), place=at(f"a{name}", "2"), title="Två planer motsäger varandra"
        ),
    ]


def measure(name, parent, title, follow_up="", key="1"):
    return Measure(id=NodeId(name), place=at(parent, key), title=title, follow_up=follow_up)


def test_the_plan_before_is_last_years_for_the_same_people():
    register = Register(year(2021) + year(2022) + year(2021, "barn och unga") + year(2020))
    assert [plan.id for plan in plans_before(register, NodeId("2022vuxna"))] == ["2021vuxna"]
    assert plans_before(register, NodeId("2020vuxna")) == []


def test_a_group_spelt_a_little_differently_still_counts():
    register = Register(
        year(2021, "barn och unga 0-20") + year(2022, "Barn och unga, 0\N{EN DASH}20 år")
    )
    found = plans_before(register, NodeId("2022Barn och unga, 0\N{EN DASH}20 år"))
    assert [plan.id for plan in found] == ["2021barn och unga 0-20"]


def test_the_same_title_in_the_same_place_is_certain():
    register = Register(
        [
            *year(2021),
            *year(2022),
            measure("old", "r2021vuxna", "Gör en rutin", "Rutinen är skriven"),
            measure("other", "q2021vuxna", "Gör en rutin", "Nej"),
            measure("new", "r2022vuxna", "Gör en rutin"),
        ]
    )
    found = precedent(register, NodeId("new"))
    assert (found.id, found.text, found.sureness) == (
        "old",
        "Rutinen är skriven",
        Sureness.CERTAIN,
    )
    assert (found.title_likeness, found.place_likeness) == (1, 1)


def test_two_that_fit_equally_well_are_only_possible():
    register = Register(
        [
            *year(2021),
            *year(2022),
            measure("one", "r2021vuxna", "Gör en rutin", key="1"),
            measure("two", "r2021vuxna", "Gör en rutin", key="2"),
            measure("new", "r2022vuxna", "Gör en rutin"),
        ]
    )
    assert precedent(register, NodeId("new")).sureness is Sureness.POSSIBLE


@pytest.mark.parametrize(
    ("title", "parent", "sureness"),
    [
        ("Inför gemensamma möten för att ingen ska vänta", "r2022vuxna", Sureness.LIKELY),
        ("Inför gemensamma möten för att korta köer.", "q2022vuxna", Sureness.LIKELY),
        ("Inför gemensamma möten för att korta köer", "q2022vuxna", Sureness.LIKELY),
        ("Inför gemensamma möten för att ingen ska vänta", "q2022vuxna", Sureness.POSSIBLE),
        ("Utbilda all personal i brandskydd", "r2022vuxna", None),
    ],
)
def test_a_reworded_title_is_found_and_said_to_be_less_sure(title, parent, sureness):
    register = Register(
        [
            *year(2021),
            *year(2022),
            measure(
                "old",
                "r2021vuxna",
                "Inför gemensamma möten för att korta köer",
                "Köerna är kortare",
            ),
            measure("new", parent, title),
        ]
    )
    found = precedent(register, NodeId("new"))
    assert (found and found.sureness) == sureness


def test_kinds_are_not_mixed_and_an_indicators_comment_is_its_text():
    register = Register(
        [
            *year(2021),
            *year(2022),
            measure("m", "r2021vuxna", "Andel nöjda"),
            Indicator(
                id=NodeId("i"), place=at("2021vuxna", "2"), title="Andel nöjda", comment="Upp"
            ),
            Control(id=NodeId("k"), place=at("r2022vuxna", "1"), title="Andel nöjda"),
            Indicator(id=NodeId("j"), place=at("2022vuxna", "2"), title="Andel nöjda"),
        ]
    )
    assert precedent(register, NodeId("k")) is None
    assert precedent(register, NodeId("j")).text == "Upp"
    assert precedent(register, NodeId("r2022vuxna")).id == "r2021vuxna"
    assert precedent(register, NodeId("a2022vuxna")) is None
