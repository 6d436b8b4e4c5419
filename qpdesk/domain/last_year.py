"""Last year's item for one of this year's: found by words, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from qpdesk.domain.nodes import Control, Indicator, Measure, Node, Plan, Risk, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.text import folded

_ALIKE = 0.6  # below it two titles share little more than common words
_NEARLY_SAME = 0.8


class Sureness(StrEnum):
    """How sure it is that two items are the same work."""

    CERTAIN = "certain"
    """The same title under the same headings, and no other like it."""
    LIKELY = "likely"
    """The same title elsewhere, nearly the same one, or a reworded one under the same headings."""
    POSSIBLE = "possible"
    """A title much like it, or one of several that fit equally well."""


@dataclass(frozen=True, slots=True)
class Precedent:
    """What was written the year before.

    ``text`` is the follow-up (a risk's rationale, an indicator's comment), "" if there was none.
    The likenesses, 0 to 1, say how much of the words of the title, and of the titles above it, are
    the same.
    """

    id: NodeId
    text: str
    sureness: Sureness
    title_likeness: float
    place_likeness: float


def plans_before(register: Register, plan_id: NodeId) -> list[Plan]:
    """The plans of the year before for the same target group; for one much alike if none is."""
    plan = register[plan_id]
    if not isinstance(plan, Plan) or plan.year is None:
        return []
    others = [
        other
        for other in register.children()
        if isinstance(other, Plan) and other.year == plan.year - 1
    ]
    group = _words(plan.target_group)
    same = [other for other in others if _words(other.target_group) == group]
    return same or [
        other for other in others if _likeness(_words(other.target_group), group) >= _NEARLY_SAME
    ]


def precedent(register: Register, node_id: NodeId) -> Precedent | None:
    """The item of the year before that says most nearly the same, if any does.

    Only risks, controls, measures and indicators have one.
    """
    node = register[node_id]
    if not isinstance(node, Risk | Measure | Control | Indicator):
        return None
    title, place = _words(node.title), _place(register, node)
    found = sorted(
        (
            (alike, _likeness(place, _place(register, other)), other.id)
            for other in _candidates(register, node)
            if (alike := _likeness(title, _words(title_of(other)))) >= _ALIKE
        ),
        key=lambda each: (-2 * each[0] - each[1], each[2]),  # the title weighs twice its place
    )
    if not found:
        return None
    (alike, near, other_id), *rest = found
    tied = bool(rest) and rest[0][:2] == (alike, near)
    return Precedent(other_id, _text(register[other_id]), _sureness(alike, near, tied), alike, near)


def _candidates(register: Register, node: Node) -> Iterator[Node]:
    for plan in plans_before(register, register.plan_of(node.id)):
        for other in register.walk(plan.id):
            if type(other) is type(node):
                yield other


def _sureness(title: float, place: float, tied: bool) -> Sureness:
    if tied:
        return Sureness.POSSIBLE
    if title == 1 and place >= _NEARLY_SAME:
        return Sureness.CERTAIN
    if title >= _NEARLY_SAME or place >= _NEARLY_SAME:
        return Sureness.LIKELY
    return Sureness.POSSIBLE


def _text(node: Node) -> str:
    match node:
        case Measure() | Control():
            return node.follow_up
        case Risk():
            return node.rationale
        case Indicator():
            return node.comment
        case _:
            return ""


def _place(register: Register, node: Node) -> str:
    """The titles above, the plan's left out; an indicator's heading."""
    if isinstance(node, Indicator):
        return _words(node.area)
    above = (each for each in register.ancestors(node.id) if not isinstance(each, Plan))
    return " / ".join(_words(title_of(each)) for each in above)


def _words(text: str) -> str:
    return " ".join(folded(text).split())


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same, 0 to 1; 0 as well when it is plain that it is little."""
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one[:_READ], other[:_READ], autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return min(matcher.ratio(), 0.999)  # 1 is kept for the same text


_READ = 300  # letters of a title that are compared; the time grows with their square
