"""The words of our own Excel file: sheets, column heads and choices, in the language it is read in.

They are part of the file format: a file written by one version is read by the next.
"""

from enum import StrEnum

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
from qpdesk.domain.record import FIELDS

KIND_HEAD, ID_HEAD, PARENT_HEAD = "Slag", "Id", "Under"
FIRST_HEADS = (KIND_HEAD, ID_HEAD, PARENT_HEAD)
CONTINUED = "fortsättning"
"""The kind of a row that only goes on with texts too long for one cell."""

SHEETS: dict[str, tuple[Kind, ...]] = {
    "Plan": (Kind.PLAN,),
    "Kapitel": (Kind.CHAPTER,),
    "Risker och åtgärder": (Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.RESULT, Kind.MEASURE),
    "Indikatorer": (Kind.INDICATOR, Kind.OBSERVATION),
    "Fotnoter": (Kind.FOOTNOTE,),
}
"""What stands in each sheet, one row an item."""

KINDS: dict[Kind, str] = {
    Kind.PLAN: "plan",
    Kind.CHAPTER: "kapitel",
    Kind.FOOTNOTE: "fotnot",
    Kind.AREA: "processområde",
    Kind.RISK: "risk",
    Kind.CONTROL: "egenkontroll",
    Kind.RESULT: "resultat",
    Kind.MEASURE: "åtgärd",
    Kind.INDICATOR: "indikator",
    Kind.OBSERVATION: "mätvärde",
}

HEADS: dict[str, str] = {
    "title": "Rubrik",
    "year": "År",
    "municipality": "Kommun",
    "committee": "Nämnd",
    "department": "Förvaltning",
    "target_group": "Målgrupp",
    "registry_number": "Diarienummer",
    "decision_date": "Beslutsdatum",
    "decision_paragraph": "Paragraf",
    "appendix": "Bilaga",
    "state": "Läge",
    "follow_up_title": "Uppföljningens rubrik",
    "scale": "Skala för risker",
    "fewest": "Minsta antal svar",
    "level": "Nivå",
    "text": "Text",
    "document": "Dokument",
    "holds": "Följs av",
    "key": "Nyckel",
    "owner": "Ägare",
    "routine": "Rutin",
    "likelihood": "Sannolikhet",
    "consequence": "Konsekvens",
    "rationale": "Motivering",
    "participants": "Deltagare",
    "source": "Källa",
    "purpose": "Syfte",
    "method": "Metod",
    "frequency": "Frekvens",
    "scope": "Omfattning",
    "responsible": "Ansvarig",
    "no_measure": "Ingen åtgärd därför att",
    "follow_up": "Uppföljning",
    "period": "Period",
    "organisational_unit": "Organisatorisk enhet",
    "value": "Värde",
    "unit": "Enhet",
    "judgement": "Bedömning",
    "no_result_reason": "Inget resultat därför att",
    "what_to_do": "Vad ska göras?",
    "due": "Klar senast",
    "status": "Status",
    "status_reason": "Orsak till status",
    "status_reference": "Se kommentar för (id)",
    "evidence": "Kunskapsgrund",
    "area": "Område",
    "code": "Kod",
    "direction": "Önskad riktning",
    "comment": "Kommentar",
    "outcome": "Utfall",
    "target": "Mål",
    "n": "Antal svar",
    "note": "Utfall i ord",
    "extra": "Övrigt (JSON)",
}
"""The column head of each field."""

CHOICES: tuple[tuple[StrEnum, str], ...] = (
    (Status.NOT_STARTED, "ej påbörjad"),
    (Status.ONGOING, "pågår"),
    (Status.COMPLETED, "klar"),
    (Status.ONGOING_NEXT_YEAR, "pågår och fortsätter nästa år"),
    (Status.DISCONTINUED, "utgått"),
    (PlanState.DRAFT, "utkast"),
    (PlanState.ADOPTED, "fastställd"),
    (PlanState.FOLLOW_UP, "följs upp"),
    (PlanState.CLOSED, "avslutad"),
    (Judgement.PASSED, "godkänt"),
    (Judgement.DEFICIENT, "brist"),
    (Judgement.NOT_REPORTABLE, "kan ej redovisas"),
    (NoMeasure.NOT_CARRIED_OUT, "ej genomförd"),
    (NoMeasure.SATISFACTORY, "tillfredsställande resultat"),
    (NoMeasure.NEXT_YEAR, "åtgärd planeras nästa år"),
    (Unit.PERCENT, "procent"),
    (Unit.COUNT, "antal"),
    (Unit.SCALE_1_5, "skala 1-5"),
    (Unit.TEXT, "text"),
    (Direction.HIGHER_IS_BETTER, "högre är bättre"),
    (Direction.LOWER_IS_BETTER, "lägre är bättre"),
    (Document.PLAN, "plan"),
    (Document.FOLLOW_UP, "uppföljning"),
    (Document.BOTH, "båda"),
    (Document.YEAR_REPORT, "kvalitetsberättelse"),
    (Holds.AREAS, "områden"),
    (Holds.INDICATORS, "indikatorer"),
)
"""The word for each choice; one without a word here is an empty cell.

No dictionary: choices of different kinds with the same code are equal keys.
"""


def fields_in(sheet: str) -> list[str]:
    """The fields that a sheet has columns for, in order: title first, what we do not know last."""
    names = dict.fromkeys(name for kind in SHEETS[sheet] for name in FIELDS[kind])
    return sorted(names, key=lambda name: (name == "extra", name not in {"title", "key"}))


def word_of(choice: StrEnum) -> str:
    """The word for a choice."""
    return next((word for one, word in CHOICES if one is choice), "")


def code_of(choices: type[StrEnum], word: str) -> str:
    """The code of a choice from its word; what is no such word stays as it is."""
    plain = word.strip().casefold()
    return next((one.value for one in choices if word_of(one) == plain), word)
