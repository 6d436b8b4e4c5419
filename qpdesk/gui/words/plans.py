"""Words about whole plans: their states, what is proposed for next year, what to read again."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind, Plan, PlanState
from qpdesk.gui.words import messages, terms

if TYPE_CHECKING:
    from qpdesk.domain.year import Proposal

translate = QCoreApplication.translate

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def state(of: PlanState) -> str:
    """What a state is called."""
    return terms.choices(PlanState)[of.value]


def step(of: PlanState) -> str:
    """What leads a plan on from a state."""
    return {
        PlanState.DRAFT: translate("Plans", "&Fastställ"),
        PlanState.ADOPTED: translate("Plans", "&Börja följa upp"),
        PlanState.FOLLOW_UP: translate("Plans", "Avs&luta"),
        PlanState.CLOSED: translate("Plans", "Öppna &igen"),
    }[of]


def stepped(plan: Plan) -> str:
    """That a plan has another state now, and what that means."""
    said = translate("Plans", "{0} är nu: {1}.").format(plan.title, state(plan.state).lower())
    if plan.state is PlanState.CLOSED:
        more = translate("Plans", "Den går bara att läsa tills den öppnas igen.")
        return f"{said} {more}"
    return said


def proposal(of: "Proposal") -> str:
    """What is proposed for an item of last year's plan."""
    return {
        "follows": translate("Plans", "Följer med"),
        "doubtful": translate("Plans", "Följer med – kontrollera: inte klar"),
        "stays": translate("Plans", "Stannar"),
    }[of.value]


def following(kinds: Counter[Kind]) -> str:
    """How much follows, in figures."""
    words = (
        (Kind.AREA, translate("Plans", "område"), translate("Plans", "områden")),
        (Kind.RISK, translate("Plans", "risk"), translate("Plans", "risker")),
        (Kind.CONTROL, translate("Plans", "egenkontroll"), translate("Plans", "egenkontroller")),
        (Kind.MEASURE, translate("Plans", "åtgärd"), translate("Plans", "åtgärder")),
        (Kind.INDICATOR, translate("Plans", "indikator"), translate("Plans", "indikatorer")),
        (Kind.CHAPTER, translate("Plans", "kapitel"), translate("Plans", "kapitel")),
    )
    parts = [messages.plural(kinds[kind], one, many) for kind, one, many in words if kinds[kind]]
    return ", ".join(parts) or translate("Plans", "ingenting")


def places(count: int) -> str:
    """So many places in texts."""
    return messages.plural(count, translate("Plans", "ställe"), translate("Plans", "ställen"))


def title_of_next(plan: Plan) -> str:
    """A title for the year after: the old one, with its own year put one on. Only a proposal."""
    if plan.year is None:
        return plan.title
    later = str(plan.year + 1)
    return _YEAR.sub(lambda m: later if m[0] == str(plan.year) else m[0], plan.title)


def title_of_copy(plan: Plan, taken: Iterable[str]) -> str:
    """A title for a copy, which no other plan has."""
    used = set(taken)
    title = translate("Plans", "{0} (kopia)").format(plan.title)
    number = 2
    while title in used:
        title = translate("Plans", "{0} (kopia {1})").format(plan.title, number)
        number += 1
    return title
