"""What stops a document from being published, as sentences."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import kind_of, title_of
from qpdesk.domain.readiness import Finding, Matter, Severity
from qpdesk.domain.register import Register
from qpdesk.gui.words import labels, messages, terms

translate = QCoreApplication.translate

_LENGTH = 90


def sentence(finding: Finding, register: Register) -> str:
    """What is the matter, and in which item."""
    words = _matters()[finding.matter].format(detail=finding.detail)
    node = register.get(finding.id)
    if node is None:
        return words
    kind = kind_of(node)
    title = messages.cut(title_of(node), _LENGTH)
    where = f"{terms.kinds()[kind]} ”{title}”" if title else terms.kinds()[kind]
    if finding.matter in {Matter.NO_GLYPH, Matter.NOTE_MISSING} and finding.field:
        where = f"{where}, {labels.field(kind, finding.field)}"
    return f"{words} – {where}"


def weight(severity: Severity) -> str:
    """Whether the document must wait for it."""
    return {
        Severity.STOP: translate("Ready", "Hindrar"),
        Severity.WARN: translate("Ready", "Se över"),
    }[severity]


def summary(findings: Sequence[Finding]) -> str:
    """How much there is to look at."""
    stops = sum(finding.severity is Severity.STOP for finding in findings)
    others = len(findings) - stops
    parts = []
    if stops:
        one, many = (
            translate("Ready", "sak hindrar publicering"),
            translate("Ready", "saker hindrar publicering"),
        )
        parts.append(messages.plural(stops, one, many))
    if others:
        one, many = (
            translate("Ready", "sak att se över"),
            translate("Ready", "saker att se över"),
        )
        parts.append(messages.plural(others, one, many))
    return ", ".join(parts) or translate("Ready", "Inget hindrar publicering")


def _matters() -> dict[Matter, str]:
    return {
        Matter.NO_TITLE: translate("Ready", "Dokumentet saknar namn"),
        Matter.NO_YEAR: translate("Ready", "Planen saknar år"),
        Matter.OTHER_YEAR_IN_TITLE: translate("Ready", "Namnet har ett annat år än planen"),
        Matter.NO_REGISTRY_NUMBER: translate("Ready", "Diarienummer saknas"),
        Matter.NO_DECISION_DATE: translate("Ready", "Beslutsdatum saknas"),
        Matter.NOT_ADOPTED: translate("Ready", "Planen är ett utkast och skrivs ut med det märket"),
        Matter.EMPTY_CHAPTER: translate("Ready", "Kapitlet är tomt"),
        Matter.NOTE_MISSING: translate("Ready", "Fotnoten {detail} finns inte"),
        Matter.NOTE_UNUSED: translate("Ready", "Ingen text hänvisar till fotnoten"),
        Matter.NO_FACTORS: translate("Ready", "Risknivån har ingen sannolikhet och konsekvens"),
        Matter.NO_LEVEL: translate("Ready", "Risken är inte bedömd"),
        Matter.NO_REASON: translate("Ready", "Motivering saknas"),
        Matter.NO_REMEDY: translate("Ready", "Egenkontrollen visar en brist som inte har åtgärd"),
        Matter.NO_FOLLOW_UP: translate("Ready", "Uppföljning saknas"),
        Matter.NO_RESULT: translate("Ready", "Resultat saknas"),
        Matter.NO_JUDGEMENT: translate("Ready", "Bedömning av resultatet saknas"),
        Matter.NO_OUTCOME: translate("Ready", "Utfall saknas"),
        Matter.NO_GLYPH: translate("Ready", "Typsnittet saknar tecknen {detail}"),
    }
