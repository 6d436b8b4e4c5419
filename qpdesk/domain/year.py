"""A new year's plan made from last year's: what follows, what is emptied, what to read again.

Years that stand in the texts are never replaced ("under 2022" may be history); they are found, so
that a person can decide.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum

from qpdesk.domain.nodes import (
    Control,
    Indicator,
    Measure,
    Node,
    NoMeasure,
    Observation,
    Plan,
    PlanState,
    Result,
    Status,
    new_id,
)
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.values import dataclass

# Not inside longer numbers, and not in the number of a law (2001:453) or a minute (2022/14).
_YEAR = re.compile(r"(?<![\d/:])(?:19|20|21)\d\d(?![\d]|[:/]\d)")
_NEAR = range(-2, 2)  # the years around the old one that may need another word


class Proposal(StrEnum):
    """What is proposed for an item of last year's plan."""

    FOLLOWS = "follows"
    DOUBTFUL = "doubtful"
    """It follows, but a person should look: the work had no end when the year had."""
    STAYS = "stays"


class Matter(StrEnum):
    """What is to be read again in the new plan."""

    YEAR_WORD = "year_word"
    PAST_DUE_DATE = "past_due_date"
    """The measure was due before the new year begins; the date was taken out."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the new plan to read again; ``detail`` is the year, or the date taken out.

    ``start`` is where in the text the year stands.
    """

    matter: Matter
    id: NodeId
    field: str
    detail: str
    start: int = 0


@dataclass(frozen=True, slots=True)
class NewYear:
    """The new plan's items, parents first, ready for ``edits.graft``; and what to read again."""

    nodes: tuple[Node, ...]
    findings: tuple[Finding, ...]


def years_in(text: str) -> Iterator[tuple[int, int]]:
    """The years that a text names, as (year, where it stands)."""
    return ((int(match[0]), match.start()) for match in _YEAR.finditer(text))


def proposals(register: Register, plan_id: NodeId) -> dict[NodeId, Proposal]:
    """What is proposed for each item below a plan, in reading order.

    Measures that go on next year follow, those completed or given up stay, the others are
    doubtful. Results stay: they belong to their year. All else follows; indicators with their
    outcomes, which are the history of the chart.
    """
    return {node.id: _proposal(node) for node in register.walk(plan_id)}


def new_year(register: Register, plan_id: NodeId, staying: Collection[NodeId]) -> NewYear:
    """Make next year's plan.

    Args:
        register: The register; it is only read.
        plan_id: Last year's plan.
        staying: The items that do not follow; what stands below them stays too.

    Raises:
        TypeError: The id is not a plan's.
    """
    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise TypeError(plan_id)
    fresh = {plan_id: new_id()}
    nodes: list[Node] = [_new_plan(plan, fresh[plan_id])]
    findings = list(_year_words(nodes[0], plan.year))
    for node in register.walk(plan_id):
        parent = node.place.parent
        if parent is None or parent not in fresh or node.id in staying:
            continue
        fresh[node.id] = new_id()
        place = Place(fresh[parent], node.place.key)
        begun, found = _begun(replace(node, id=fresh[node.id], place=place), plan.year)
        nodes.append(begun)
        findings += [*found, *_year_words(begun, plan.year)]
    return NewYear(tuple(nodes), tuple(findings))


def _proposal(node: Node) -> Proposal:
    match node:
        case Result():
            return Proposal.STAYS
        case Measure(status=Status.COMPLETED | Status.DISCONTINUED):
            return Proposal.STAYS
        case Measure(status=Status.NOT_STARTED | Status.ONGOING):
            return Proposal.DOUBTFUL
        case _:
            return Proposal.FOLLOWS


def _new_plan(plan: Plan, plan_id: NodeId) -> Plan:
    """A draft of the year after; what was decided about the old one does not hold for it."""
    return replace(
        plan,
        id=plan_id,
        year=None if plan.year is None else plan.year + 1,
        state=PlanState.DRAFT,
        registry_number="",
        decision_date=None,
        decision_paragraph="",
    )


def _begun(node: Node, year: int | None) -> tuple[Node, list[Finding]]:
    """The item as the year begins: follow-ups empty, work that goes on is ongoing."""
    match node:
        case Measure():
            return _begun_measure(node, year)
        case Control():
            return replace(node, follow_up="", no_measure=NoMeasure.NONE), []
        case Indicator():
            return replace(node, comment=""), []
        case _:
            return node, []


def _begun_measure(measure: Measure, year: int | None) -> tuple[Measure, list[Finding]]:
    # One that was completed, but shall follow all the same, is to be done again.
    again = measure.status in {Status.COMPLETED, Status.DISCONTINUED, Status.NOT_STARTED}
    begun = replace(
        measure,
        status=Status.NOT_STARTED if again else Status.ONGOING,
        status_reason="",
        status_reference="",
        follow_up="",
    )
    if year is None or measure.due is None or measure.due > date(year, 12, 31):
        return begun, []
    past = Finding(Matter.PAST_DUE_DATE, measure.id, "due", measure.due.isoformat())
    return replace(begun, due=None), [past]


def _year_words(node: Node, year: int | None) -> Iterator[Finding]:
    if year is None or isinstance(node, Observation | Result):  # their periods are history
        return
    near = {year + step for step in _NEAR}
    for name, text in prose(node):
        for found, start in years_in(text):
            if found in near:
                yield Finding(Matter.YEAR_WORD, node.id, name, str(found), start)
