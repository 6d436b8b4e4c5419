"""The published plan as Word and Excel file, text for text against the tree read by hand."""

import pytest

from qpdesk.domain.nodes import Control, Holds, Kind, Measure, Risk
from qpdesk.domain.register import Register
from qpdesk.exchange.findings import Weight
from tests.exchange.seeds import SEEDS, expected_plan, needs_seeds, tree_by_hand
from tests.exchange.trees import of, reading_of

pytestmark = needs_seeds
WORD, EXCEL = "kvalitetsplan-2022-barn-unga.docx", "kvalitetsplan-2022-barn-unga.xlsx"


def seed(name):
    return reading_of((SEEDS / name).read_bytes(), name)


def as_tuple(register, node):
    below = [as_tuple(register, child) for child in register.children(node.id)]
    match node:
        case Risk():
            return ("risk", node.title, node.level, below)
        case Control():
            return ("control", node.title, node.purpose, below)
        case Measure():
            return ("measure", node.title, node.what_to_do, below)


def tree(reading):
    register = Register(reading.nodes)
    areas = register.children(reading.nodes[0].id, Kind.AREA)
    return [
        (area.title, [as_tuple(register, node) for node in register.children(area.id)])
        for area in areas
    ]


@pytest.mark.parametrize("name", [WORD, EXCEL])
def test_the_tree_is_the_one_read_by_hand(name):
    by_hand = [
        (area, [item for row in rows for item in row])
        for area, rows in tree_by_hand(expected_plan())
    ]

    assert tree(seed(name)) == by_hand


@pytest.mark.parametrize("name", [WORD, EXCEL])
def test_the_counts_are_those_of_the_trade(name):
    counts = seed(name).counts

    kinds = (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE, Kind.INDICATOR)
    assert [counts[kind] for kind in kinds] == [3, 8, 6, 15, 11]


@pytest.mark.parametrize("name", [WORD, EXCEL])
def test_indicators_stand_under_their_headings(name):
    by_hand = [
        (group["area"], title)
        for group in expected_plan()["indicators"]
        for title in group["items"]
    ]

    assert [(node.area, node.title) for node in of(seed(name), Kind.INDICATOR)] == by_hand


def test_chapters_and_footnotes_are_whole():
    plan = expected_plan()
    chapters = [
        (
            chapter["heading"],
            chapter["level"],
            "\n".join(
                f"- {block['bullet']}" if "bullet" in block else block["text"]
                for block in chapter["blocks"]
            ),
        )
        for chapter in plan["chapters"]
    ]
    reading = seed(WORD)
    read = of(reading, Kind.CHAPTER)

    assert [(one.title, one.level, one.text) for one in read[:-1]] == chapters
    assert read[-2].holds is Holds.AREAS
    assert (read[-1].title, read[-1].holds) == ("Kvalitetsindikatorer", Holds.INDICATORS)
    assert {note.key: note.text for note in of(reading, Kind.FOOTNOTE)} == plan["footnotes"]


def test_the_title_page_is_read():
    plan, expected = seed(WORD).nodes[0], expected_plan()

    assert (plan.title, plan.year) == (expected["title"], 2022)
    assert (plan.municipality, plan.committee) == (expected["municipality"], expected["committee"])
    assert seed(EXCEL).nodes[0].title == expected["title"]


@pytest.mark.parametrize("name", [WORD, EXCEL])
def test_nothing_is_left_over(name):
    assert not list(seed(name).of_weight(Weight.UNPLACED))
