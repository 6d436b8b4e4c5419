"""The fixed texts of the documents. Another language is another value of the same kind."""

from collections.abc import Mapping
from dataclasses import dataclass

from qpdesk.domain.follow_up import Missing
from qpdesk.domain.nodes import Direction, Judgement, Kind, NoMeasure, PlanState, Status, Unit
from qpdesk.report.badges import Band


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is printed and is not the user's. Places in braces are filled in."""

    language: str
    hyphenation: str
    decimal_sign: str

    contents: str
    contents_entry: str
    page_of: str
    draft: str
    appendix: str
    follow_up_of: str
    year_report: str
    indicators_of: str
    no_indicators: str
    unreported_of: str
    unreported: str
    unreported_count: str
    all_reported: str
    unreported_columns: tuple[str, str, str]
    unreported_table: str
    missing: Mapping[Missing, str]
    kinds: Mapping[Kind, str]
    plans: str
    continued: str
    notes: str
    unused_notes: str
    to_note: str
    back_to_reference: str
    link: str
    attachment: str

    committee: str
    department: str
    target_group: str
    registry_number: str
    decision_date: str
    decision_paragraph: str
    year: str
    state: str
    states: Mapping[PlanState, str]

    areas: str
    indicators: str
    plan_columns: tuple[str, str, str, str, str]
    follow_up_columns: tuple[str, str, str]
    plan_table: str
    follow_up_table: str
    legend: str
    empty_area: str
    owner: str
    routine: str

    level: str
    bands: Mapping[Band, str]
    likelihood: str
    consequence: str
    rationale: str
    participants: str
    source: str
    method: str
    frequency: str
    scope: str
    responsible: str
    due: str
    evidence: str
    no_measure: str
    no_measure_reasons: Mapping[NoMeasure, str]
    result: str
    judgements: Mapping[Judgement, str]
    statuses: Mapping[Status, str]
    status_reason: str
    see_comment: str

    code: str
    direction: str
    directions: Mapping[Direction, str]
    outcome: str
    units: Mapping[Unit, str]
    target: str
    period: str
    organisational_unit: str
    answers: str
    remark: str
    not_reported: str
    observations: str
    indicator_kind: str
    no_result_reason: str
    chart: str
    chart_point: str
    chart_target: str
    chart_gap: str


SWEDISH = Words(
    language="sv-SE",
    hyphenation="sv_SE",
    decimal_sign=",",
    contents="Innehåll",
    contents_entry="{title}, sida {page}",
    page_of="Sida {page} av {pages}",
    draft="Utkast",
    appendix="Bilaga {number}",
    follow_up_of="Uppföljning av {title}",
    year_report="Kvalitetsberättelse {year}",
    indicators_of="Indikatorer i {title}",
    no_indicators="Planen har inga indikatorer.",
    unreported_of="Ej redovisat i {title}",
    unreported="Det som ännu inte är redovisat",
    unreported_count="{waiting} av {all} egenkontroller, åtgärder och indikatorer saknar något.",
    all_reported="Allt är redovisat.",
    unreported_columns=("Det som ska redovisas", "Ansvarig", "Saknas"),
    unreported_table="Ej redovisat: {area}",
    missing={
        Missing.FOLLOW_UP: "uppföljning i text",
        Missing.REASON: "orsak",
        Missing.RESULT: "resultat",
        Missing.JUDGEMENT: "bedömning av resultatet",
        Missing.OUTCOME: "utfall",
    },
    kinds={
        Kind.CONTROL: "Egenkontroll:",
        Kind.MEASURE: "Åtgärd:",
        Kind.INDICATOR: "Indikator:",
        Kind.OBSERVATION: "Utfall:",
    },
    plans="Planer",
    continued="forts.",
    notes="Noter",
    unused_notes="Noter utan hänvisning i texten",
    to_note="Till not {number}",
    back_to_reference="Tillbaka till texten från not {number}",
    link="Länk: {address}",
    attachment="Planens uppgifter i öppet format (JSON)",
    committee="Nämnd",
    department="Förvaltning",
    target_group="Målgrupp",
    registry_number="Diarienummer",
    decision_date="Beslutsdatum",
    decision_paragraph="Paragraf",
    year="År",
    state="Status",
    states={
        PlanState.DRAFT: "Utkast",
        PlanState.ADOPTED: "Fastställd",
        PlanState.FOLLOW_UP: "Följs upp",
        PlanState.CLOSED: "Avslutad",
    },
    areas="Risker och egenkontroller",
    indicators="Kvalitetsindikatorer",
    plan_columns=(
        "Risk",
        "Egenkontroll",
        "Syfte med egenkontrollen",
        "Åtgärder",
        "Vad ska göras?",
    ),
    follow_up_columns=("Risk", "Uppföljning av egenkontroll", "Uppföljning av åtgärd"),
    plan_table="Risker, egenkontroller och åtgärder: {area}",
    follow_up_table="Uppföljning av egenkontroller och åtgärder: {area}",
    legend="Åtgärdernas status:",
    empty_area="Här finns inga risker, egenkontroller eller åtgärder.",
    owner="Processägare:",
    routine="Process och rutin:",
    level="Risknivå {level}: {band}",
    bands={
        Band.LOW: "låg",
        Band.MEDIUM: "medel",
        Band.HIGH: "hög",
        Band.VERY_HIGH: "mycket hög",
    },
    likelihood="Sannolikhet:",
    consequence="Konsekvens:",
    rationale="Motivering:",
    participants="Deltagare:",
    source="Källa:",
    method="Metod:",
    frequency="Frekvens:",
    scope="Omfattning:",
    responsible="Ansvarig:",
    due="Klart senast:",
    evidence="Kunskapsunderlag:",
    no_measure="Ingen åtgärd:",
    no_measure_reasons={
        NoMeasure.NOT_CARRIED_OUT: "egenkontrollen är ännu inte genomförd",
        NoMeasure.SATISFACTORY: "resultatet är tillfredsställande",
        NoMeasure.NEXT_YEAR: "planeras i nästa års plan",
    },
    result="Resultat",
    judgements={
        Judgement.PASSED: "godkänt",
        Judgement.DEFICIENT: "brist",
        Judgement.NOT_REPORTABLE: "kan inte redovisas",
    },
    statuses={
        Status.NOT_STARTED: "Ej påbörjad",
        Status.ONGOING: "Pågår",
        Status.COMPLETED: "Klar",
        Status.ONGOING_NEXT_YEAR: "Pågår och fortsätter nästa år",
        Status.DISCONTINUED: "Utgått",
    },
    status_reason="Orsak:",
    see_comment="Se kommentaren till:",
    code="Kod:",
    direction="Önskad riktning:",
    directions={
        Direction.HIGHER_IS_BETTER: "högre är bättre",
        Direction.LOWER_IS_BETTER: "lägre är bättre",
    },
    outcome="Utfall{unit}",
    units={Unit.PERCENT: " (%)", Unit.COUNT: " (antal)", Unit.SCALE_1_5: " (skala 1\u20135)"},
    target="Mål",
    period="Period",
    organisational_unit="Enhet",
    answers="Antal svar (n)",
    remark="Kommentar",
    not_reported="Redovisas ej",
    observations="Utfall och mål: {title}",
    indicator_kind="Indikator",
    no_result_reason="Redovisas ej:",
    chart="Stapeldiagram. {title}. {points}.",
    chart_point="{period}: {outcome}",
    chart_target="{point}, mål {target}",
    chart_gap="redovisas ej",
)
"""The language of the program."""
