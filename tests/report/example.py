"""A plan with every field filled in and every oddity of real ones, for tests that look closely."""

from datetime import date

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Direction,
    Document,
    Footnote,
    Holds,
    Indicator,
    Judgement,
    Measure,
    NoMeasure,
    Observation,
    Plan,
    PlanState,
    Result,
    Risk,
    Status,
    Unit,
)
from tests.report.seeds import Grower


def example(state=PlanState.DRAFT):
    """The register and its plan."""
    grower = Grower()
    plan = grower.add(
        Plan,
        title="Kvalitetsplan 2026 för äldre",
        year=2026,
        municipality="Vätterås kommun",
        committee="Äldrenämnden",
        department="Äldreförvaltningen",
        target_group="- Äldre i ordinärt boende\n- Äldre i särskilt boende",
        registry_number="ÄN 2026/0012",
        decision_date=date(2026, 2, 3),
        decision_paragraph="§ 14",
        appendix="2",
        state=state,
    )
    _notes(grower, plan)
    _chapters(grower, plan)
    _home_care(grower, plan)
    grower.add(Area, plan, title="Område utan innehåll")
    _indicators(grower, plan)
    return grower.register(), plan


def _notes(grower, plan):
    grower.add(Footnote, plan, key="a", text="En not, se https://www.example.se/rutin.")
    grower.add(Footnote, plan, key="b", text="En not som hänvisar till en annan[^c].")
    grower.add(Footnote, plan, key="c", text="Den andra noten.")
    grower.add(Footnote, plan, key="z", text="Ingen text hänvisar hit.")


def _chapters(grower, plan):
    grower.add(
        Chapter,
        plan,
        title="Inledning[^a]",
        text="Detta är planen[^b][^a]. Fråga registrator@example.se.\n- En punkt\n- En till[^x]",
        document=Document.BOTH,
    )
    grower.add(Chapter, plan, title="Fördjupning", level=3, text="Rubriken hoppar en nivå.")
    grower.add(
        Chapter,
        plan,
        title="Risker och kontroller",
        text="Tabellerna följer.",
        document=Document.BOTH,
        holds=Holds.AREAS,
    )
    grower.add(Chapter, plan, title="Det här året", document=Document.FOLLOW_UP, text="Gick bra.")


def _home_care(grower, plan):
    area = grower.add(Area, plan, title="Hemtjänst", owner="Enhetschef", routine="Rutin 7")
    risk = grower.add(
        Risk,
        area,
        title="Insatser uteblir när scheman ändras sent",
        level=12,
        likelihood=3,
        consequence=4,
        rationale="Det hände fyra gånger.\n- Två på natten\n- Två på helgen",
        participants="Två undersköterskor",
        source="lex Sarah 2025",
    )
    control = grower.add(
        Control,
        risk,
        title="Loggkontroll av utförda besök",
        purpose="Se att besöken görs.\n\nOch att de görs i rätt tid.",
        method="Stickprov",
        frequency="Varje månad",
        scope="20 besök",
        responsible="Samordnare",
        follow_up="Kontrollen[^b] har gjorts:\n- i norr\n- i söder",
    )
    grower.add(
        Result,
        control,
        period="D1 2026",
        organisational_unit="Norra",
        value=67.5,
        unit="%",
        judgement=Judgement.DEFICIENT,
    )
    reason = "systemet stödjer det inte"
    grower.add(
        Result, control, judgement=Judgement.NOT_REPORTABLE, period="D2", no_result_reason=reason
    )
    for status in Status:
        grower.add(
            Measure,
            control,
            title="Ny mall för schemaläggning",
            what_to_do="Ta fram mallen och pröva den.\n- Först i norr\n- Sedan i söder",
            responsible="Enhetschef",
            due=date(2026, 9, 1),
            status=status,
            status_reason="För dyrt" if status is Status.DISCONTINUED else "",
            status_reference=control.id if status is Status.DISCONTINUED else "",
            follow_up="Gjort till hälften.",
            evidence="Kunskapsstöd",
            source="Revision",
        )
    grower.add(Control, risk, title="Enkät", no_measure=NoMeasure.SATISFACTORY)
    grower.add(Measure, risk, title="Rakt under risken", what_to_do="Gör den[^b].")
    grower.add(Measure, risk, title="Ännu en")
    for level in (1, 6, 9):
        grower.add(Risk, area, title=f"Ensam risk {level}", level=level)
    grower.add(Control, area, title="Kontroll utan risk", purpose="Ett syfte.")
    grower.add(Measure, area, title="Åtgärd utan risk")


def _indicators(grower, plan):
    indicator = grower.add(
        Indicator,
        plan,
        title="Andel nöjda",
        area="Hemtjänst",
        code="U21468",
        unit=Unit.PERCENT,
        direction=Direction.HIGHER_IS_BETTER,
        comment="Fler är nöjda.",
    )
    grower.add(Observation, indicator, period="VB 2024", outcome=81.5, target=85, n=1200)
    grower.add(Observation, indicator, period="VB 2025", target=85, no_result_reason="För få svar")
    grower.add(
        Observation,
        indicator,
        period="VB 2026",
        organisational_unit="Norra",
        outcome=86.0,
        n=131,
        note="Bäst i länet",
    )
    grower.add(Indicator, plan, title="Bara ett namn", area="Särskilt boende")
