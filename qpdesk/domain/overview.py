"""Where plans stand, in figures; behind each figure the items it counts, so that it can be a link.

Every figure is a tuple of ids: its count is the length. Over several plans the items are those of
all of them, each counted once: an item belongs to one plan. The same *risk*, though, may stand in
several plans with the same title (seen between a plan for children and one for adults); for the
question "how many different risks are there" see ``Overview.different_risks``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from qpdesk.domain import follow_up
from qpdesk.domain.assessment import Verdict, latest, observations_of, verdict
from qpdesk.domain.conditions import lacks_follow_up, one_name
from qpdesk.domain.nodes import (
    Control,
    Indicator,
    Judgement,
    Measure,
    Node,
    Risk,
    Status,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.remaining import is_late
from qpdesk.domain.remedies import lacks_open_measure, lacks_remedy, latest_results

Ids = tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The figures of one or several plans, each as the items in reading order."""

    plans: Ids
    risks: Ids
    different_risks: Ids
    """One for each risk that differs by title: what two plans share counts once. Two risks of one
    title within *one* plan stay two, since a title is no identity there."""
    statuses: dict[Status, Ids]
    """Measures by status; every status is there, in the order of the year's work."""
    responsible: dict[str, dict[Status, Ids]]
    """Measures by who is responsible, as first written ("" for none), then by status."""
    units: dict[str, dict[Judgement, Ids]]
    """The latest results of controls by unit of the organisation, then by judgement."""
    high_risks: Ids
    """Risks at or above the threshold."""
    unanswered_risks: Ids
    """Those of them that no open measure answers."""
    silent_controls: Ids
    """Controls without a follow-up text."""
    failed_controls: Ids
    """Controls with a deficiency and neither a measure nor a reason why there is none."""
    late_measures: Ids
    missed_targets: Ids
    """Indicators whose latest outcome, of some unit, does not reach its target."""
    without_target: Ids
    """Indicators whose latest outcomes have no target to compare with."""
    followed_up: Ids
    """The controls, measures and outcomes whose follow-up lacks nothing ..."""
    waiting: Ids
    """... and those where something is missing."""


def overview(
    register: Register, plans: Sequence[NodeId], *, threshold: int, today: date
) -> Overview:
    """Count the plans (all of the register's, or some).

    Args:
        register: The register.
        plans: Ids of plans.
        threshold: The risk level from which a risk is high.
        today: Measures due before it are late.
    """
    nodes = [node for plan in plans for node in register.walk(plan)]
    risks = [node for node in nodes if isinstance(node, Risk)]
    controls = [node for node in nodes if isinstance(node, Control)]
    measures = [node for node in nodes if isinstance(node, Measure)]
    indicators = [node for node in nodes if isinstance(node, Indicator)]
    high = [risk for risk in risks if risk.level is not None and risk.level >= threshold]
    verdicts = {each.id: _verdicts(register, each) for each in indicators}
    steps = [step for plan in plans for step in follow_up.queue(register, plan).steps]
    return Overview(
        plans=tuple(plans),
        risks=_ids(risks),
        different_risks=_different(register, risks),
        statuses=_by_status(measures),
        responsible=_by_responsible(measures),
        units=_by_unit(register, controls),
        high_risks=_ids(high),
        unanswered_risks=_ids(risk for risk in high if lacks_open_measure(register, risk)),
        silent_controls=_ids(node for node in controls if lacks_follow_up(node)),
        failed_controls=_ids(node for node in controls if lacks_remedy(register, node)),
        late_measures=_ids(node for node in measures if is_late(node, today)),
        missed_targets=_ids(i for i in indicators if Verdict.NOT_REACHED in verdicts[i.id]),
        without_target=_ids(i for i in indicators if Verdict.NO_TARGET in verdicts[i.id]),
        followed_up=tuple(step.id for step in steps if step.is_done),
        waiting=tuple(step.id for step in steps if not step.is_done),
    )


def _ids(nodes: Iterable[Node]) -> Ids:
    return tuple(node.id for node in nodes)


def _different(register: Register, risks: Iterable[Risk]) -> Ids:
    """For each title as many risks as the plan has that has most of them, the first ones met."""
    kept: Counter[str] = Counter()
    in_plan: Counter[tuple[NodeId, str]] = Counter()
    found = []
    for risk in risks:
        title = one_name(risk.title)
        plan = register.plan_of(risk.id)
        in_plan[plan, title] += 1
        if in_plan[plan, title] > kept[title]:
            kept[title] += 1
            found.append(risk.id)
    return tuple(found)


def _by_status(measures: Iterable[Measure]) -> dict[Status, Ids]:
    found: dict[Status, list[NodeId]] = {status: [] for status in Status}
    for measure in measures:
        found[measure.status].append(measure.id)
    return {status: tuple(ids) for status, ids in found.items()}


def _by_responsible(measures: Iterable[Measure]) -> dict[str, dict[Status, Ids]]:
    written: dict[str, str] = {}
    groups: dict[str, list[Measure]] = {}
    for measure in measures:
        name = one_name(measure.responsible)
        written.setdefault(name, measure.responsible.strip())
        groups.setdefault(name, []).append(measure)
    return {written[name]: _by_status(group) for name, group in groups.items()}


def _by_unit(register: Register, controls: Iterable[Control]) -> dict[str, dict[Judgement, Ids]]:
    found: dict[str, dict[Judgement, list[NodeId]]] = {}
    for control in controls:
        for result in latest_results(register, control.id):
            unit = found.setdefault(result.organisational_unit, {each: [] for each in Judgement})
            unit[result.judgement].append(result.id)
    return {
        name: {judgement: tuple(ids) for judgement, ids in unit.items()}
        for name, unit in found.items()
    }


def _verdicts(register: Register, indicator: Indicator) -> set[Verdict]:
    return {verdict(indicator, last) for last in latest(observations_of(register, indicator))}
