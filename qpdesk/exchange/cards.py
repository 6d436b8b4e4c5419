"""Cells as this program prints them: a title, lines with labels below it, and then a text.

They are known by the style of the title, so no other table is ever read this way.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import Kind, NoMeasure, Status
from qpdesk.exchange import values
from qpdesk.exchange.draft import Draft

_LABELS: Mapping[Kind, Mapping[str, str]] = {
    Kind.RISK: {
        "Sannolikhet": "likelihood",
        "Konsekvens": "consequence",
        "Motivering": "rationale",
        "Deltagare": "participants",
        "Källa": "source",
    },
    Kind.CONTROL: {
        "Metod": "method",
        "Frekvens": "frequency",
        "Omfattning": "scope",
        "Ansvarig": "responsible",
        "Ingen åtgärd": "no_measure",
    },
    Kind.MEASURE: {
        "Ansvarig": "responsible",
        "Klart senast": "due",
        "Källa": "source",
        "Kunskapsunderlag": "evidence",
        "Orsak": "status_reason",
        "Se kommentaren till": "status_reference",
    },
}
_NO_MEASURE = {
    "egenkontrollen är ännu inte genomförd": NoMeasure.NOT_CARRIED_OUT,
    "resultatet är tillfredsställande": NoMeasure.SATISFACTORY,
    "planeras i nästa års plan": NoMeasure.NEXT_YEAR,
}
_STATUSES = {
    "○ Ej påbörjad": Status.NOT_STARTED,
    "● Pågår": Status.ONGOING,
    "✓ Klar": Status.COMPLETED,
    "▶ Pågår och fortsätter nästa år": Status.ONGOING_NEXT_YEAR,
    "✗ Utgått": Status.DISCONTINUED,
}
_LEVEL = re.compile(r"\S Risknivå (\d{1,3}): \S.*")
_RESULT = re.compile(r"Resultat(?: [^:\n]*)?: ")
_LABELLED = re.compile(r"([^\W\d][^:\n]{2,30}):(?: (.*))?")


@dataclass(slots=True)
class Card:
    """What a cell says: the fields by name, and what follows them as running text."""

    title: str
    level: int | None = None
    status: Status | None = None
    fields: dict[str, str] = field(default_factory=dict)
    rest: str = ""

    def fill(self, draft: Draft) -> None:
        """Give the item the fields that hold text and the status.

        A text without a label goes to its follow-up; a risk has none, but a rationale.
        """
        for name, text in self.fields.items():
            if name == "no_measure":
                draft.values[name] = _NO_MEASURE[text].value
            elif name == "due":
                draft.values[name] = text
            elif name not in {"likelihood", "consequence", "status_reference"}:
                draft.append(name, text)
        if self.status:
            draft.values["status"] = self.status.value
        draft.append("rationale" if draft.kind is Kind.RISK else "follow_up", self.rest)


def read_card(kind: Kind, text: str) -> Card:
    """The card of an item of a kind; the cell's first line is its title, or a status above it."""
    lines = text.split("\n")
    status = _STATUSES.get(lines[0]) if kind is Kind.MEASURE and len(lines) > 1 else None
    lines = lines[1:] if status else lines
    card = Card(lines[0], status=status)
    level = _LEVEL.fullmatch(lines[1]) if kind is Kind.RISK and len(lines) > 1 else None
    card.level = int(level[1]) if level else None
    _read_fields(card, kind, lines[2 if level else 1 :])
    return card


def _read_fields(card: Card, kind: Kind, lines: list[str]) -> None:
    """The lines with labels; a long text goes on until the next label, others are one line.

    A control's results stand among them. They are kept as they read, before the follow-up.
    """
    last, results = "", list[str]()
    for number, line in enumerate(lines):
        name, said = _labelled(kind, line)
        if name and name not in card.fields:
            card.fields[name], last = said, name
        elif last in LONG_TEXTS:
            card.fields[last] = f"{card.fields[last]}\n{line}".strip()
        elif kind is Kind.CONTROL and _RESULT.match(line):
            results.append(line)
            last = ""
        else:
            results += lines[number:]
            break
    card.rest = "\n".join(results)


def _labelled(kind: Kind, line: str) -> tuple[str, str]:
    """The field that a line is, and what it says; "" for none."""
    match = _LABELLED.fullmatch(line)
    name = _LABELS[kind].get(match[1], "") if match else ""
    said = (match[2] or "") if match else ""
    if name == "no_measure" and said not in _NO_MEASURE:
        return "", ""
    if name == "due":
        day = values.read_date(said)
        return ("due", day.isoformat()) if day else ("", "")
    return name, said
