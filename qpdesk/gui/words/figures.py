"""Words around figures: squares of the risk matrix, and what each number of the overview counts."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.matrix import Square
from qpdesk.domain.nodes import Judgement
from qpdesk.domain.order import NodeId
from qpdesk.domain.overview import Overview
from qpdesk.domain.scale import Scale
from qpdesk.domain.text import sorting_key
from qpdesk.gui.words import terms
from qpdesk.gui.words.messages import plural

translate = QCoreApplication.translate


def risks(count: int) -> str:
    """So many risks; none in words."""
    if not count:
        return translate("Figures", "inga risker")
    return plural(count, translate("Figures", "risk"), translate("Figures", "risker"))


def square(scale: Scale, likelihood: int, consequence: int) -> str:
    """A square of the matrix as it is read aloud."""
    level = likelihood * consequence
    return translate(
        "Figures", "Sannolikhet {0} {1}, konsekvens {2} {3}: risknivå {4}, {5}"
    ).format(
        likelihood,
        terms.step(scale.likelihoods[likelihood - 1]),
        consequence,
        terms.step(scale.consequences[consequence - 1]),
        level,
        terms.level(level, scale),
    )


def moved(start: Square, end: Square) -> str:
    """From which square to which a risk has gone since last year."""
    return translate(
        "Figures", "från sannolikhet {0}, konsekvens {1} till sannolikhet {2}, konsekvens {3}"
    ).format(*start, *end)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts, and the items behind it."""

    words: str
    ids: tuple[NodeId, ...]


def attention(found: Overview, threshold: int) -> list[Figure]:
    """What someone who leads a unit should look at first."""
    return [
        Figure(
            translate("Figures", "Risker på nivå {0} eller mer").format(threshold), found.high_risks
        ),
        Figure(
            translate("Figures", "Risker på nivå {0} eller mer utan öppen åtgärd").format(
                threshold
            ),
            found.unanswered_risks,
        ),
        Figure(translate("Figures", "Egenkontroller utan uppföljning"), found.silent_controls),
        Figure(
            translate("Figures", "Egenkontroller med brist men utan åtgärd"), found.failed_controls
        ),
        Figure(translate("Figures", "Försenade åtgärder"), found.late_measures),
        Figure(translate("Figures", "Indikatorer som inte nått målet"), found.missed_targets),
        Figure(translate("Figures", "Indikatorer utan mål"), found.without_target),
    ]


def contents(found: Overview) -> list[Figure]:
    """How much there is."""
    measures = tuple(node_id for ids in found.statuses.values() for node_id in ids)
    return [
        Figure(translate("Figures", "Risker"), found.risks),
        Figure(
            translate("Figures", "Olika risker (samma namn räknas en gång)"), found.different_risks
        ),
        Figure(translate("Figures", "Åtgärder"), measures),
    ]


def progress(found: Overview) -> list[Figure]:
    """How far the follow-up has come."""
    return [
        Figure(translate("Figures", "Uppföljda poster"), found.followed_up),
        Figure(translate("Figures", "Poster som saknar uppföljning"), found.waiting),
    ]


def by_status(found: Overview) -> list[Figure]:
    """Measures by status, in the order of the year's work."""
    words = terms.statuses()
    return [Figure(words[status], ids) for status, ids in found.statuses.items()]


def by_responsible(found: Overview) -> list[list[Figure]]:
    """For each responsible, in Swedish order, all measures and then those of each status."""
    words, nobody = terms.statuses(), translate("Figures", "Utan ansvarig")
    names = sorted(found.responsible, key=lambda name: (not name, sorting_key(name)))
    return [
        [
            Figure(
                name or nobody, tuple(i for ids in found.responsible[name].values() for i in ids)
            ),
            *(Figure(words[status], ids) for status, ids in found.responsible[name].items()),
        ]
        for name in names
    ]


def by_unit(found: Overview) -> list[list[Figure]]:
    """For each unit of the organisation, the latest results of controls by judgement."""
    words, nowhere = terms.choices(Judgement), translate("Figures", "Utan enhet")
    names = sorted(found.units, key=lambda name: (not name, sorting_key(name)))
    return [
        [
            Figure(name or nowhere, tuple(i for ids in found.units[name].values() for i in ids)),
            *(Figure(words[judgement.value], ids) for judgement, ids in found.units[name].items()),
        ]
        for name in names
    ]
