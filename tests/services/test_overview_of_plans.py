"""The figures of the overview beside a plain count of the files that the plans came from."""

import json
import re
from collections import Counter
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from qpdesk.domain.matrix import matrix
from qpdesk.domain.nodes import Area, Control, Kind, Measure, Plan, Risk, Status
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.overview import overview
from qpdesk.domain.register import Register
from qpdesk.domain.scale import STANDARD
from qpdesk.services.importing import read_source
from tests.exchange.seeds import SEEDS, needs_seeds

EXAMPLES = sorted((Path(__file__).parents[2] / "resources" / "example").glob("*.json"))
TODAY = date(2026, 10, 1)
_STATUSES = {
    "done": Status.COMPLETED,
    "ongoing_next_year": Status.ONGOING_NEXT_YEAR,
    "dropped": Status.DISCONTINUED,
}


def look(register):
    plans = [plan.id for plan in register.children()]
    return overview(register, plans, threshold=9, today=TODAY), matrix(register, plans, STANDARD)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_plans_are_counted_as_their_files_say(path):
    items = []

    def gather(children):
        for item in children:
            items.append(item)
            gather(item.get("children", []))

    for area in json.loads(path.read_text("utf-8"))["areas"]:
        gather(area["children"])
    risks = [item for item in items if item["kind"] == "risk"]
    measures = [item for item in items if item["kind"] == "measure"]
    controls = [item for item in items if item["kind"] == "control"]
    found, grid = look(Register(read_source(path).nodes))

    assert len(found.risks) == len(risks) > 0
    assert len(found.high_risks) == sum((risk["level"] or 0) >= 9 for risk in risks)
    assert {status.value: len(ids) for status, ids in found.statuses.items()} == {
        status.value: sum(item["status"] == status for item in measures) for status in Status
    }
    assert len(found.silent_controls) == sum(not item["follow_up"] for item in controls)
    assert len(found.late_measures) == sum(
        bool(item["due"]) and item["due"] < "2026-10-01"
        and item["status"] not in {"completed", "discontinued"}
        for item in measures
    )  # fmt: skip
    for cell in grid.cells:
        square = (cell.likelihood, cell.consequence)
        assert len(cell.ids) == sum((r["likelihood"], r["consequence"]) == square for r in risks)


@needs_seeds
def test_the_published_plan_is_counted_as_by_hand():
    plan = json.loads((SEEDS / "barn-unga-plan.json").read_text("utf-8"))
    levels = [row["risk"]["level"] for area in plan["areas"] for row in area["rows"] if row["risk"]]
    reading = read_source(SEEDS / "kvalitetsplan-2022-barn-unga.docx")
    found, grid = look(Register(reading.nodes))
    assert len(found.risks) == len(levels) == 8
    assert len(found.high_risks) == sum(level >= 9 for level in levels)
    assert len(found.statuses[Status.NOT_STARTED]) == 15
    assert len(found.silent_controls) == 6
    assert len(grid.beside) == 8  # printed with the level alone
    assert reading.counts[Kind.INDICATOR] == 11


@needs_seeds
def test_the_published_follow_up_is_counted_as_by_hand():
    follow_up = json.loads((SEEDS / "barn-unga-followup.json").read_text("utf-8"))
    rows = [row for area in follow_up["areas"] for row in area["rows"]]
    measures = [m for row in rows for m in _measures(row)]
    found, grid = look(Register(_nodes(follow_up)))
    assert len(found.risks) == len(grid.beside) == 8
    assert sum(map(len, found.statuses.values())) == len(measures) == 16
    for word, status in _STATUSES.items():
        assert len(found.statuses[status]) == sum(m["status"] == word for m in measures)
    controls = [control for row in rows for control in row["controls"]]
    assert len(controls) == 8
    assert len(found.silent_controls) == sum(not control["followup"] for control in controls)


ADULTS = """
9m c c cm | m cm | 8m 6cm | c 9cm 6ccc | 9mmm 9mmm | c 6c | 6m c | 6m 8mm 6m cmm | c c c | 6cm
"""
"""The published plan for adults as it is read by hand, areas between bars: a risk by its level with
the controls (c) and measures (m) under it, and what stands straight under the area."""


def test_a_plan_of_ten_areas_is_counted_as_by_hand():
    register = Register(_grown(ADULTS))
    found, grid = look(register)
    counts = Counter(ADULTS)
    assert len(register.children(found.plans[0])) == 10
    assert (len(found.risks), counts["c"], counts["m"]) == (13, 18, 21)
    assert len(found.silent_controls) == 18
    assert {status: len(ids) for status, ids in found.statuses.items() if ids} == {
        Status.NOT_STARTED: 21
    }
    assert len(found.high_risks) == 4
    assert not found.unanswered_risks
    lower = overview(register, found.plans, threshold=6, today=TODAY)
    assert len(lower.high_risks) == 13
    assert len(lower.unanswered_risks) == 2
    assert len(found.waiting) == 18 + 21
    assert not found.followed_up
    assert len(grid.beside) == 13


@needs_seeds
def test_the_levels_read_by_hand_are_those_that_are_printed():
    text = (SEEDS / "kvalitetsplan-2022-vuxna.txt").read_text("utf-8")
    assert re.findall(r"Risknivå\s+(\d+)", text) == re.findall(r"\d", ADULTS)


def _measures(row):
    return [
        *row["measures"],
        *(m for control in row["controls"] for m in control.get("measures", [])),
    ]


def _places():
    """Gives each new item its id and its place under a parent, in reading order."""
    number, keys = count(1), iter(keys_after("", 999))

    def common(parent):
        return {"id": NodeId(f"{next(number):032x}"), "place": Place(parent, next(keys))}

    return common


def _grown(outline):
    """The items of a plan that is written as ``ADULTS`` is."""
    common = _places()
    nodes = [Plan(**common(None), title="Plan")]
    for area in outline.split("|"):
        nodes.append(Area(**common(nodes[0].id), title="Område"))
        top = nodes[-1].id
        for row in area.split():
            parent = top
            for sign in row:
                if sign.isdigit():
                    nodes.append(Risk(**common(parent), title="Risk", level=int(sign)))
                    parent = nodes[-1].id
                elif sign == "c":
                    nodes.append(Control(**common(parent), title="Egenkontroll"))
                else:
                    nodes.append(Measure(**common(parent), title="Åtgärd"))
    return nodes


def _nodes(follow_up):
    """The hand-read follow-up as items."""
    common = _places()
    nodes = [Plan(**common(None), title=follow_up["title"])]
    for area in follow_up["areas"]:
        nodes.append(Area(**common(nodes[0].id), title=area["name"]))
        top = nodes[-1].id
        for row in area["rows"]:
            parent = top
            if row["risk"]:
                risk = row["risk"]
                nodes.append(Risk(**common(top), title=risk["title"], level=risk["level"]))
                parent = nodes[-1].id
            nodes += [
                Control(**common(parent), title=one["title"], follow_up=one["followup"])
                for one in row["controls"]
            ]
            nodes += [
                Measure(
                    **common(parent),
                    title=one["title"],
                    status=_STATUSES[one["status"]],
                    follow_up=one["followup"],
                )
                for one in _measures(row)
            ]
    return nodes
