"""The published plans, read out by hand, as registers: where the seeds lie beside the repo."""

import json
from dataclasses import replace
from pathlib import Path

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Document,
    Footnote,
    Holds,
    Indicator,
    Measure,
    Node,
    Observation,
    Plan,
    PlanState,
    Risk,
    Status,
)
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.register import Register

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "seeds"
_STATUS = {"done": Status.COMPLETED, "dropped": Status.DISCONTINUED}


class Grower:
    """Builds a register item by item, in order."""

    def __init__(self):
        self.nodes: list[Node] = []
        self._last: dict[NodeId | None, str] = {}

    def add(self, kind, parent=None, **values):
        above = None if parent is None else parent.id
        key = keys_after(self._last.get(above, ""), 1)[0]
        self._last[above] = key
        self.nodes.append(kind(place=Place(above, key), **values))
        return self.nodes[-1]

    def register(self):
        return Register(self.nodes)


def seed(name):
    """The register of ``barn-unga-plan`` or ``barn-unga-followup``."""
    data = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    grower = Grower()
    plan = grower.add(
        Plan,
        title=data["title"],
        year=data["year"],
        municipality=data["municipality"],
        committee=data.get("committee", ""),
        appendix=data.get("appendix", ""),
        state=PlanState.ADOPTED,
    )
    if data["title"].startswith("Uppföljning"):
        grower.nodes[0] = plan = replace(plan, follow_up_title=data["title"])
    _chapters(grower, plan, data)
    for key, text in data.get("footnotes", {}).items():
        grower.add(Footnote, plan, key=str(key), text=text)
    for area in data["areas"]:
        _area(grower, grower.add(Area, plan, title=area["name"]), area)
    for group in data["indicators"]:
        _indicators(grower, plan, group)
    return grower.register(), plan


def _indicators(grower, plan, data):
    for name in data.get("items", []):
        grower.add(Indicator, plan, title=name, area=data["area"])
    if "title" in data:
        node = grower.add(Indicator, plan, title=data["title"], comment=data["comment"])
        for values in data["series"]:
            grower.add(Observation, node, **values)


def _chapters(grower, plan, data):
    for chapter in data.get("chapters", []):
        lines = [
            f"- {block['bullet']}" if "bullet" in block else block["text"]
            for block in chapter["blocks"]
        ]
        grower.add(
            Chapter,
            plan,
            title=chapter["heading"],
            level=chapter["level"],
            text="\n".join(lines),
            document=Document.BOTH,
            holds={
                "Risker och egenkontroller": Holds.AREAS,
                "Kvalitetsindikatorer": Holds.INDICATORS,
            }.get(chapter["heading"], Holds.NOTHING),
        )


def _area(grower, area, data):
    for row in data["rows"]:
        above = area
        if row["risk"]:
            above = grower.add(Risk, area, **row["risk"])
        for control in row["controls"]:
            node = grower.add(
                Control,
                above,
                title=control["title"],
                purpose=control.get("purpose", ""),
                follow_up=control.get("followup", ""),
            )
            for measure in control.get("measures", []):
                _measure(grower, node, measure)
        for measure in row["measures"]:
            _measure(grower, above, measure)


def _measure(grower, above, data):
    status = data.get("status", "not_started")
    grower.add(
        Measure,
        above,
        title=data["title"],
        what_to_do=data.get("what", ""),
        status=_STATUS.get(status) or Status(status),
        follow_up=data.get("followup", ""),
    )
