"""What things are called: kinds, statuses, risk levels, and the choices of a field."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import (
    Direction,
    Document,
    Holds,
    Judgement,
    Kind,
    NoMeasure,
    PlanState,
    Status,
    Unit,
)
from qpdesk.domain.scale import STANDARD, Scale

translate = QCoreApplication.translate


def kinds() -> dict[Kind, str]:
    """Each kind as the user reads it."""
    return {
        Kind.PLAN: translate("Kind", "Plan"),
        Kind.CHAPTER: translate("Kind", "Kapitel"),
        Kind.FOOTNOTE: translate("Kind", "Fotnot"),
        Kind.AREA: translate("Kind", "Processområde"),
        Kind.RISK: translate("Kind", "Risk"),
        Kind.CONTROL: translate("Kind", "Egenkontroll"),
        Kind.RESULT: translate("Kind", "Resultat"),
        Kind.MEASURE: translate("Kind", "Åtgärd"),
        Kind.INDICATOR: translate("Kind", "Indikator"),
        Kind.OBSERVATION: translate("Kind", "Utfall"),
    }


def short_kinds() -> dict[Kind, str]:
    """Each kind in the few letters that a row has room for."""
    return kinds() | {Kind.AREA: translate("Kind", "Område")}


def new_titles() -> dict[Kind, str]:
    """What a new item is called until it gets its name."""
    return {
        Kind.PLAN: translate("Kind", "Ny plan"),
        Kind.CHAPTER: translate("Kind", "Nytt kapitel"),
        Kind.FOOTNOTE: translate("Kind", "Ny fotnot"),
        Kind.AREA: translate("Kind", "Nytt processområde"),
        Kind.RISK: translate("Kind", "Ny risk"),
        Kind.CONTROL: translate("Kind", "Ny egenkontroll"),
        Kind.RESULT: translate("Kind", "Nytt resultat"),
        Kind.MEASURE: translate("Kind", "Ny åtgärd"),
        Kind.INDICATOR: translate("Kind", "Ny indikator"),
        Kind.OBSERVATION: translate("Kind", "Nytt utfall"),
    }


def statuses() -> dict[Status, str]:
    """Each status as the user reads it."""
    return {
        Status.NOT_STARTED: translate("Status", "Ej påbörjad"),
        Status.ONGOING: translate("Status", "Pågår"),
        Status.COMPLETED: translate("Status", "Klar"),
        Status.ONGOING_NEXT_YEAR: translate("Status", "Fortsätter nästa år"),
        Status.DISCONTINUED: translate("Status", "Utgått"),
    }


def counted_statuses() -> dict[Status, str]:
    """Each status as it stands after a number of measures."""
    return {
        Status.NOT_STARTED: translate("Status", "ej påbörjade"),
        Status.ONGOING: translate("Status", "pågår"),
        Status.COMPLETED: translate("Status", "klara"),
        Status.ONGOING_NEXT_YEAR: translate("Status", "fortsätter nästa år"),
        Status.DISCONTINUED: translate("Status", "utgått"),
    }


def level(number: int, scale: Scale = STANDARD) -> str:
    """A risk level's band in words, as the scale names it."""
    return step(scale.bands[scale.band(number)].name)


def likelihoods(scale: Scale = STANDARD) -> dict[int, str]:
    """The steps of likelihood."""
    return _steps(scale.likelihoods)


def consequences(scale: Scale = STANDARD) -> dict[int, str]:
    """The steps of consequence."""
    return _steps(scale.consequences)


def step(name: str) -> str:
    """A step or band of a scale; those of the standard scale in the user's language."""
    return {
        "Osannolik": translate("Scale", "Osannolik"),
        "Mindre sannolik": translate("Scale", "Mindre sannolik"),
        "Möjlig": translate("Scale", "Möjlig"),
        "Sannolik": translate("Scale", "Sannolik"),
        "Försumbar": translate("Scale", "Försumbar"),
        "Lindrig": translate("Scale", "Lindrig"),
        "Kännbar": translate("Scale", "Kännbar"),
        "Allvarlig": translate("Scale", "Allvarlig"),
        "låg": translate("Scale", "låg"),
        "medel": translate("Scale", "medel"),
        "hög": translate("Scale", "hög"),
        "mycket hög": translate("Scale", "mycket hög"),
    }.get(name, name)


def _steps(names: tuple[str, ...]) -> dict[int, str]:
    words = map(step, names)
    return {
        number: f"{number} – {word[0].lower()}{word[1:]}" for number, word in enumerate(words, 1)
    }


def headings() -> dict[int, str]:
    """The levels of a chapter's heading."""
    return {
        1: translate("Scale", "1 – huvudrubrik"),
        2: translate("Scale", "2 – underrubrik"),
        3: translate("Scale", "3 – mellanrubrik"),
    }


def choices(of: type[StrEnum]) -> dict[str, str]:
    """The values of a choice field, by their code."""
    if of is Status:
        return {status.value: word for status, word in statuses().items()}
    words = _CHOICES[of]()
    return {choice.value: words[choice] for choice in of}


def _plan_states() -> dict[StrEnum, str]:
    return {
        PlanState.DRAFT: translate("PlanState", "Utkast"),
        PlanState.ADOPTED: translate("PlanState", "Fastställd"),
        PlanState.FOLLOW_UP: translate("PlanState", "Följs upp"),
        PlanState.CLOSED: translate("PlanState", "Avslutad"),
    }


def _judgements() -> dict[StrEnum, str]:
    return {
        Judgement.NONE: translate("Judgement", "Inte bedömt"),
        Judgement.PASSED: translate("Judgement", "Godkänt"),
        Judgement.DEFICIENT: translate("Judgement", "Brist"),
        Judgement.NOT_REPORTABLE: translate("Judgement", "Kan inte redovisas"),
    }


def _no_measures() -> dict[StrEnum, str]:
    return {
        NoMeasure.NONE: translate("NoMeasure", "Inget skäl angivet"),
        NoMeasure.NOT_CARRIED_OUT: translate("NoMeasure", "Kontrollen är inte genomförd än"),
        NoMeasure.SATISFACTORY: translate("NoMeasure", "Resultatet är tillfredsställande"),
        NoMeasure.NEXT_YEAR: translate("NoMeasure", "Åtgärder planeras nästa år"),
    }


def _units() -> dict[StrEnum, str]:
    return {
        Unit.PERCENT: translate("Unit", "procent"),
        Unit.COUNT: translate("Unit", "antal"),
        Unit.SCALE_1_5: translate("Unit", "skala 1–5"),
        Unit.TEXT: translate("Unit", "fritext"),
    }


def _directions() -> dict[StrEnum, str]:
    return {
        Direction.NONE: translate("Direction", "Ingen önskad riktning"),
        Direction.HIGHER_IS_BETTER: translate("Direction", "Högre är bättre"),
        Direction.LOWER_IS_BETTER: translate("Direction", "Lägre är bättre"),
    }


def _documents() -> dict[StrEnum, str]:
    return {
        Document.PLAN: translate("Document", "Planen"),
        Document.FOLLOW_UP: translate("Document", "Uppföljningen"),
        Document.BOTH: translate("Document", "Båda"),
        Document.YEAR_REPORT: translate("Document", "Kvalitetsberättelsen"),
    }


def _holds() -> dict[StrEnum, str]:
    return {
        Holds.NOTHING: translate("Holds", "Ingenting"),
        Holds.AREAS: translate("Holds", "Tabellerna med risker och åtgärder"),
        Holds.INDICATORS: translate("Holds", "Indikatorerna"),
    }


_CHOICES: dict[type[StrEnum], Callable[[], dict[StrEnum, str]]] = {
    PlanState: _plan_states,
    Judgement: _judgements,
    NoMeasure: _no_measures,
    Unit: _units,
    Direction: _directions,
    Document: _documents,
    Holds: _holds,
}
