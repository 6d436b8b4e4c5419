"""Which outcomes must not be shown because so few answered that someone could be recognised."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from qpdesk.domain.follow_up import has_outcome
from qpdesk.domain.nodes import Node, Observation
from qpdesk.domain.order import NodeId
from qpdesk.domain.text import folded

_TOTALS = frozenset({"", "totalt", "total", "samtliga", "alla", "hela", "förvaltningen"})


class Hidden(StrEnum):
    """Why an outcome is not shown."""

    FEW = "few"
    """Fewer than the set number answered."""
    PROTECTS = "protects"
    """It was not itself small, but with the total it would give another away."""


def hidden(observations: Iterable[Observation], fewest: int) -> dict[NodeId, Hidden]:
    """The outcomes of one indicator that must not be shown, with the reason.

    Args:
        observations: All of the indicator's, of all periods and units.
        fewest: The least n that may be shown; 0 shows everything.

    An outcome without n is shown: nothing says that it is about few. When exactly one unit of a
    period is hidden and the period's total (no unit named, or one named Totalt, Samtliga ...) is
    shown, the one could be reckoned from the rest; then the smallest other unit is hidden as well,
    or the total when there is no other.
    """
    periods: dict[str, list[Observation]] = {}
    for observation in observations:
        if has_outcome(observation):
            periods.setdefault(_key(observation.period), []).append(observation)
    found: dict[NodeId, Hidden] = {}
    for together in periods.values():
        found |= _in_period(together, fewest)
    return found


def without_hidden(nodes: Sequence[Node], fewest: int, reason: str) -> list[Node]:
    """The items as they may leave the program: hidden outcomes emptied, ``reason`` in their place.

    For exports and prints; targets stay. The comments of indicators are people's own words and
    are not looked into.
    """
    of_indicator: dict[NodeId | None, list[Observation]] = {}
    for node in nodes:
        if isinstance(node, Observation):
            of_indicator.setdefault(node.place.parent, []).append(node)
    secret: dict[NodeId, Hidden] = {}
    for observations in of_indicator.values():
        secret |= hidden(observations, fewest)
    return [
        replace(node, outcome=None, n=None, note="", no_result_reason=reason)
        if isinstance(node, Observation) and node.id in secret
        else node
        for node in nodes
    ]


def _in_period(together: Sequence[Observation], fewest: int) -> dict[NodeId, Hidden]:
    few = [each for each in together if each.n is not None and each.n < fewest]
    found = {each.id: Hidden.FEW for each in few}
    units = [each for each in together if not _is_total(each)]
    shown_total = [each for each in together if _is_total(each) and each.id not in found]
    small = [each for each in units if each.id in found]
    if len(small) != 1 or not shown_total:
        return found
    others = sorted(
        (each for each in units if each.id not in found),
        key=lambda each: (each.n is None, each.n or 0),
    )
    protecting = others[:1] or shown_total
    return found | {each.id: Hidden.PROTECTS for each in protecting}


def _is_total(observation: Observation) -> bool:
    return _key(observation.organisational_unit) in _TOTALS


def _key(text: str) -> str:
    return " ".join(folded(text).split())
