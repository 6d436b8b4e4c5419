"""The published plans beside the checkout, where there are any, and the trees read by hand."""

import json
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"

needs_seeds = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the published plans are not beside this checkout (shared/seeds)"
)


def expected_plan():
    return json.loads((SEEDS / "barn-unga-plan.json").read_text("utf-8"))


def tree_by_hand(plan):
    """The hand-read tree as (kind, title, detail, children), sorted as controls then measures."""
    return [(area["name"], [_row(row) for row in area["rows"]]) for area in plan["areas"]]


def _row(row):
    controls = [
        ("control", one["title"], one["purpose"], [_measure(each) for each in one["measures"]])
        for one in row["controls"]
    ]
    below = controls + [_measure(each) for each in row["measures"]]
    if row["risk"]:
        return [("risk", row["risk"]["title"], row["risk"]["level"], below)]
    return below


def _measure(measure):
    return ("measure", measure["title"], measure["what"], [])
