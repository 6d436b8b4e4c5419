"""What the fields of an item are called on the form, and what helps to fill them in."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind

translate = QCoreApplication.translate


def field(kind: Kind, name: str) -> str:
    """The label of a field."""
    return _of_kind().get((kind, name)) or _common()[name]


def hint(kind: Kind, name: str) -> str:
    """What stands in the field while it is empty, or ""."""
    hints = {
        "due": translate("Hint", "ÅÅÅÅ-MM-DD"),
        "decision_date": translate("Hint", "ÅÅÅÅ-MM-DD"),
        "follow_up": translate("Hint", "Vad har gjorts? Vad blev resultatet?"),
        "period": translate("Hint", "till exempel D2 2025"),
        "status_reason": translate("Hint", "Behövs för Utgått och Fortsätter nästa år"),
    }
    return hints.get(name, "") if kind is not Kind.PLAN or name == "decision_date" else ""


def _of_kind() -> dict[tuple[Kind, str], str]:
    return {
        (Kind.PLAN, "title"): translate("Field", "Planens namn"),
        (Kind.CHAPTER, "title"): translate("Field", "Rubrik"),
        (Kind.CHAPTER, "level"): translate("Field", "Rubriknivå"),
        (Kind.AREA, "title"): translate("Field", "Processområde"),
        (Kind.RISK, "title"): translate("Field", "Risk"),
        (Kind.CONTROL, "title"): translate("Field", "Egenkontroll"),
        (Kind.MEASURE, "title"): translate("Field", "Åtgärd"),
        (Kind.INDICATOR, "title"): translate("Field", "Indikator"),
        (Kind.INDICATOR, "area"): translate("Field", "Rubrik som indikatorn står under"),
        (Kind.RESULT, "unit"): translate("Field", "Enhet"),
        (Kind.RESULT, "value"): translate("Field", "Resultat"),
        (Kind.CONTROL, "follow_up"): translate("Field", "Uppföljning av egenkontrollen"),
        (Kind.MEASURE, "follow_up"): translate("Field", "Uppföljning av åtgärden"),
        (Kind.RISK, "source"): translate("Field", "Hur risken upptäcktes"),
    }


def _common() -> dict[str, str]:
    return {
        "year": translate("Field", "År"),
        "municipality": translate("Field", "Kommun"),
        "committee": translate("Field", "Nämnd"),
        "department": translate("Field", "Förvaltning"),
        "target_group": translate("Field", "Målgrupp"),
        "registry_number": translate("Field", "Diarienummer"),
        "decision_date": translate("Field", "Beslutsdatum"),
        "decision_paragraph": translate("Field", "Paragraf"),
        "appendix": translate("Field", "Bilaga"),
        "state": translate("Field", "Läge"),
        "follow_up_title": translate("Field", "Uppföljningens namn"),
        "scale": translate("Field", "Skala för risker"),
        "fewest": translate("Field", "Minsta antal svar som redovisas"),
        "text": translate("Field", "Text"),
        "document": translate("Field", "Skrivs ut i"),
        "holds": translate("Field", "Efter texten skrivs"),
        "key": translate("Field", "Märke i texten"),
        "owner": translate("Field", "Processägare"),
        "routine": translate("Field", "Rutin"),
        "level": translate("Field", "Risknivå"),
        "likelihood": translate("Field", "Sannolikhet"),
        "consequence": translate("Field", "Konsekvens"),
        "rationale": translate("Field", "Motivering av bedömningen"),
        "participants": translate("Field", "Medverkande"),
        "source": translate("Field", "Källa"),
        "purpose": translate("Field", "Syfte med egenkontrollen"),
        "method": translate("Field", "Metod"),
        "frequency": translate("Field", "Hur ofta"),
        "scope": translate("Field", "Omfattning"),
        "responsible": translate("Field", "Ansvarig"),
        "no_measure": translate("Field", "Varför åtgärd saknas"),
        "period": translate("Field", "Period"),
        "organisational_unit": translate("Field", "Enhet i organisationen"),
        "judgement": translate("Field", "Bedömning"),
        "no_result_reason": translate("Field", "Varför resultat saknas"),
        "what_to_do": translate("Field", "Vad ska göras?"),
        "due": translate("Field", "Klar senast"),
        "status": translate("Field", "Status"),
        "status_reason": translate("Field", "Motivering av status"),
        "status_reference": translate("Field", "Se kommentaren till"),
        "evidence": translate("Field", "Underlag"),
        "code": translate("Field", "Kod"),
        "unit": translate("Field", "Enhet"),
        "direction": translate("Field", "Önskad riktning"),
        "comment": translate("Field", "Kommentar"),
        "outcome": translate("Field", "Utfall"),
        "target": translate("Field", "Mål"),
        "n": translate("Field", "Antal svar"),
        "note": translate("Field", "Utfall i ord"),
    }
