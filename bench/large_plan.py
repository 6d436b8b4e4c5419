"""A large register, the same in each run, for the scripts that need one."""

from qpdesk.domain.nodes import Area, Control, Measure, Node, Plan, Risk
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.register import Register

_WORDS = (
    "uppföljning", "handläggning", "barn", "skydd", "bedömning", "rutin", "samtal", "ärende",
    "genomförandeplan", "kontroll", "bostad", "samverkan", "och", "att", "för", "vid", "under",
)  # fmt: skip


def large_register(size: int) -> Register:
    """One plan with about ``size`` items: areas of ten risks, each with a control and a measure."""
    plan = Plan(place=Place(None, "1"), title="Plan", year=2022)
    nodes: list[Node] = [plan]
    keys = iter(keys_after("", size))
    while len(nodes) < size:
        area = Area(place=Place(plan.id, next(keys)), title=words(len(nodes), 4))
        nodes.append(area)
        for _ in range(10):
            nodes += _risk(area.id, len(nodes))
    return Register(nodes)


def words(number: int, length: int) -> str:
    """Some words, others for each number."""
    return " ".join(_WORDS[(number * 7 + step * (number % 13 + 1)) % 17] for step in range(length))


def _risk(area: NodeId, number: int) -> list[Node]:
    place = Place(area, f"{number:06d}1")
    risk = Risk(place=place, title=words(number, 9), level=9, likelihood=3, consequence=3)
    control = Control(
        place=Place(risk.id, "1"),
        title=words(number + 1, 5),
        purpose=words(number, 14),
        responsible=words(number, 1),
    )
    measure = Measure(
        place=Place(control.id, "1"),
        title=words(number + 2, 5),
        what_to_do=words(number + 3, 14),
        follow_up=words(number + 4, 20),
        responsible=words(number, 1),
    )
    return [risk, control, measure]
