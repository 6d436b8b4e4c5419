"""The queue of follow-up: what each item still lacks, and which one comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qpdesk.domain.conditions import lacks_follow_up, one_name
from qpdesk.domain.nodes import (
    Control,
    Indicator,
    Judgement,
    Kind,
    Measure,
    Node,
    Observation,
    Result,
    Status,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register

REASON_REQUIRED = frozenset({Status.ONGOING_NEXT_YEAR, Status.DISCONTINUED})
"""The statuses that must be explained."""


class Missing(StrEnum):
    """What a follow-up lacks."""

    FOLLOW_UP = "follow_up"
    """A text about what was done."""
    REASON = "reason"
    """Why the work goes on next year or was given up, or why a result cannot be reported."""
    RESULT = "result"
    """Anything that a control showed."""
    JUDGEMENT = "judgement"
    """Whether what it showed is good enough."""
    OUTCOME = "outcome"
    """An indicator's outcome, or why there is none."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item to follow up, and what it lacks; nothing when it is done."""

    id: NodeId
    missing: tuple[Missing, ...]

    @property
    def is_done(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Queue:
    """The items of a plan that are followed up, in reading order.

    A queue is a picture of one moment: make it anew after each edit. "Saknar uppföljning" shows
    ``waiting``, "Alla" shows ``missing_first``.
    """

    steps: tuple[Step, ...]

    @property
    def waiting(self) -> tuple[Step, ...]:
        """Those that lack something."""
        return tuple(step for step in self.steps if not step.is_done)

    @property
    def missing_first(self) -> tuple[Step, ...]:
        """All of them, those that lack something before the others."""
        return (*self.waiting, *(step for step in self.steps if step.is_done))

    @property
    def done(self) -> int:
        """How many lack nothing, of ``len(steps)``."""
        return sum(step.is_done for step in self.steps)

    def next(self, current: NodeId | None, *, waiting: bool = True) -> NodeId | None:
        """The item after ``current`` in reading order, from the first again after the last.

        With ``waiting`` only one that lacks something. None when there is no other. An item that
        is not in the queue (None, or just deleted) counts as standing before the first.
        """
        return self._beside(current, 1, waiting=waiting)

    def previous(self, current: NodeId | None, *, waiting: bool = False) -> NodeId | None:
        """The item before ``current``, as ``next``; by default also one that is done, to look."""
        return self._beside(current, -1, waiting=waiting)

    def _beside(self, current: NodeId | None, step: int, *, waiting: bool) -> NodeId | None:
        ids = [each.id for each in self.steps]
        if current in ids:
            row = ids.index(current)
            around = [*self.steps[row + 1 :], *self.steps[:row]]
        else:
            around = list(self.steps)
        fitting = (each.id for each in around[::step] if not (waiting and each.is_done))
        return next(fitting, None)


def queue(register: Register, plan: NodeId, responsible: str | None = None) -> Queue:
    """The plan's measures, controls and indicators with their outcomes.

    With ``responsible`` only the controls and measures of that person ("Mina").
    """
    return Queue(
        tuple(
            Step(node.id, missing(register, node))
            for node in register.walk(plan)
            if is_followed_up(register, node) and (responsible is None or _is_of(node, responsible))
        )
    )


def is_followed_up(register: Register, node: Node) -> bool:
    """Whether the item has something to answer; an indicator when it has no outcomes of its own."""
    match node:
        case Control() | Measure() | Observation():
            return True
        case Indicator():
            return not register.count(node.id)
        case _:
            return False


def missing(register: Register, node: Node) -> tuple[Missing, ...]:
    """What the item's follow-up lacks, in the order to ask for it."""
    match node:
        case Measure():
            found = [Missing.REASON] if lacks_reason(register, node) else []
        case Control():
            found = list(_missing_results(register, node))
        case Observation():
            found = [] if has_outcome(node) or node.no_result_reason.strip() else [Missing.OUTCOME]
        case Indicator():
            found = [] if register.count(node.id) else [Missing.OUTCOME]
        case _:
            found = []
    return (*found, Missing.FOLLOW_UP) if lacks_follow_up(node) else tuple(found)


def lacks_reason(register: Register, measure: Measure) -> bool:
    """Whether a status that must be explained is not: in words, or by another item's comment."""
    if measure.status not in REASON_REQUIRED or measure.status_reason.strip():
        return False
    return register.get(measure.status_reference) is None


def has_outcome(observation: Observation) -> bool:
    """Whether there is an outcome, as a number or in words."""
    return observation.outcome is not None or bool(observation.note.strip())


def _missing_results(register: Register, control: Control) -> Iterable[Missing]:
    nodes = register.children(control.id, Kind.RESULT)
    results = [node for node in nodes if isinstance(node, Result)]
    if not results:
        yield Missing.RESULT
    if any(result.judgement is Judgement.NONE for result in results):
        yield Missing.JUDGEMENT
    if any(
        result.judgement is Judgement.NOT_REPORTABLE and not result.no_result_reason.strip()
        for result in results
    ):
        yield Missing.REASON


def _is_of(node: Node, responsible: str) -> bool:
    return isinstance(node, Control | Measure) and one_name(node.responsible) == one_name(
        responsible
    )
