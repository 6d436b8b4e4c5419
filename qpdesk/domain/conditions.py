"""What a list can be narrowed to, as values that combine: every condition must hold."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from qpdesk.domain.nodes import Control, Kind, Measure, Node, Risk, Status, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.remaining import is_late, is_open
from qpdesk.domain.text import folded


@dataclass(frozen=True, slots=True)
class NotCompleted:
    """Measures on which work remains: neither klar nor utgått."""


@dataclass(frozen=True, slots=True)
class LacksFollowUp:
    """Controls and measures without a follow-up text."""


@dataclass(frozen=True, slots=True)
class Late:
    """Measures due before ``today`` on which work remains."""

    today: date


@dataclass(frozen=True, slots=True)
class HasStatus:
    """Measures with one of these statuses."""

    statuses: frozenset[Status]


@dataclass(frozen=True, slots=True)
class IsKind:
    """Items of these kinds."""

    kinds: frozenset[Kind]


@dataclass(frozen=True, slots=True)
class Responsible:
    """Controls and measures with this responsible, capitals or not; "" finds those without."""

    name: str


@dataclass(frozen=True, slots=True)
class LevelFrom:
    """Risks at this level or higher, and what stands below them."""

    level: int


@dataclass(frozen=True, slots=True)
class Below:
    """The item with this id (an area, say) and what stands below it."""

    branch: NodeId


@dataclass(frozen=True, slots=True)
class Among:
    """Exactly these items: what stands behind a figure or in a cell of the risk matrix."""

    ids: frozenset[NodeId]


Condition = (
    NotCompleted
    | LacksFollowUp
    | Late
    | HasStatus
    | IsKind
    | Responsible
    | LevelFrom
    | Below
    | Among
)


def lacks_follow_up(node: Node) -> bool:
    """Whether the item is a control or measure without a follow-up text."""
    return isinstance(node, Control | Measure) and not node.follow_up.strip()


def matcher(
    register: Register, conditions: Iterable[Condition], *, words: bool
) -> Callable[[Node], bool]:
    """The test that an item passes when all conditions hold for it.

    A condition that only names a place (``LevelFrom``) lets what stands there through, so that
    "Risknivå 9 eller mer" and "Inte klara" together find open measures under such risks. When
    nothing but places is asked for, not even ``words``, ``LevelFrom`` means the risks themselves.
    """
    tests = [_test(register, condition) for condition in conditions]
    places = all(isinstance(condition, LevelFrom | Below) for condition in conditions)
    if places and not words and any(isinstance(each, LevelFrom) for each in conditions):
        tests.insert(0, lambda node: isinstance(node, Risk))
    return lambda node: all(test(node) for test in tests)


def _test(register: Register, condition: Condition) -> Callable[[Node], bool]:
    test: Callable[[Node], bool]
    match condition:
        case NotCompleted():
            test = is_open
        case LacksFollowUp():
            test = lacks_follow_up
        case Late(today):
            test = partial(is_late, today=today)
        case HasStatus(statuses):
            test = partial(_has_status, statuses=statuses)
        case IsKind(kinds):
            test = partial(_is_kind, kinds=kinds)
        case Responsible(name):
            test = partial(_has_responsible, name=one_name(name))
        case LevelFrom() | Below() | Among():
            return partial(_stands_at, register, condition)
    return test


def one_name(name: str) -> str:
    """A responsible's name as it is compared: no capitals, one blank between words."""
    return " ".join(folded(name).split())


def _has_status(node: Node, statuses: frozenset[Status]) -> bool:
    return isinstance(node, Measure) and node.status in statuses


def _is_kind(node: Node, kinds: frozenset[Kind]) -> bool:
    return kind_of(node) in kinds


def _has_responsible(node: Node, name: str) -> bool:
    return isinstance(node, Control | Measure) and one_name(node.responsible) == name


def _stands_at(register: Register, place: LevelFrom | Below | Among, node: Node) -> bool:
    if isinstance(place, Among):
        return node.id in place.ids
    line = (node, *register.ancestors(node.id))
    match place:
        case Below(branch):
            return any(each.id == branch for each in line)
        case LevelFrom(level):
            return any(isinstance(each, Risk) and (each.level or 0) >= level for each in line)
