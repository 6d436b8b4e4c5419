"""What other programs read: the answers in JSON stay as they are documented."""

import json
import re
from pathlib import Path

import pytest

from qpdesk.domain.nodes import Area, Chapter, Control, Measure, Plan, PlanState, Risk, Status
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.register import Register
from qpdesk.services.exporting import plan_as_json

SAMPLES = Path(__file__).with_name("samples")
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "command-line.md"


@pytest.fixture
def source(tmp_path):
    """A small plan with ids that stay the same."""
    ids = iter(NodeId(f"{number:032x}") for number in range(1, 20))
    plan = Plan(
        id=next(ids), place=Place(None, "1"), title="Kvalitetsplan 2026", year=2026,
        state=PlanState.ADOPTED,
    )  # fmt: skip
    chapter = Chapter(id=next(ids), place=Place(plan.id, "1"), title="Inledning", text="Text.")
    area = Area(id=next(ids), place=Place(plan.id, "2"), title="Utredning")
    risk = Risk(id=next(ids), place=Place(area.id, "1"), title="Väntan blir för lång", level=9)
    control = Control(id=next(ids), place=Place(risk.id, "1"), title="Stickprov", follow_up="Bra.")
    measure = Measure(
        id=next(ids), place=Place(control.id, "1"), title="Fasta tider", status=Status.ONGOING
    )
    register = Register([plan, chapter, area, risk, control, measure])
    path = tmp_path / "plan.json"
    data = plan_as_json(register, plan.id)
    path.write_bytes(data.replace(b'"Utredning"', b'"Utredning\\u0007"'))  # a finding
    return path


def test_what_import_and_show_answer(qpdesk, source):
    """A change of these samples is a change that other programs notice: raise the version."""
    brought = qpdesk("import", source.name, "--into", "a.qpd", "--json")
    assert json.loads(brought.out) == sample("import")
    shown = qpdesk("show", "a.qpd", "--json")
    assert json.loads(shown.out) == sample("show")


@pytest.mark.parametrize("name", ["import", "show"])
def test_the_documentation_shows_what_is_answered(name):
    text = DOCUMENTATION.read_text(encoding="utf-8")
    blocks = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL)]
    assert sample(name) in blocks


def sample(name):
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
