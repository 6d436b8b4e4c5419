"""Branches as one table: a row for each item, in which what stands above it is repeated."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from qpdesk.domain.branches import Branches
from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.exchange.sheet_words import word_of


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its head, which an import understands, and the field that it shows of each kind."""

    head: str
    fields: dict[Kind, str] = field(default_factory=dict)
    repeated: bool = False
    """Whether the rows below the item say it too."""


_COLUMNS = (
    _Column("Område", {Kind.AREA: "title", Kind.INDICATOR: "area"}, repeated=True),
    _Column("Risk", {Kind.RISK: "title"}, repeated=True),
    _Column("Risknivå", {Kind.RISK: "level"}, repeated=True),
    _Column("Sannolikhet", {Kind.RISK: "likelihood"}, repeated=True),
    _Column("Konsekvens", {Kind.RISK: "consequence"}, repeated=True),
    _Column("Egenkontroll", {Kind.CONTROL: "title"}, repeated=True),
    _Column("Syfte med egenkontrollen", {Kind.CONTROL: "purpose"}),
    _Column("Metod", {Kind.CONTROL: "method"}),
    _Column("Hur ofta", {Kind.CONTROL: "frequency"}),
    _Column("Omfattning", {Kind.CONTROL: "scope"}),
    _Column("Åtgärd", {Kind.MEASURE: "title"}),
    _Column("Vad ska göras?", {Kind.MEASURE: "what_to_do"}),
    _Column("Rubrik", {Kind.CHAPTER: "title"}),
    _Column("Märke", {Kind.FOOTNOTE: "key"}),
    _Column("Text", {Kind.CHAPTER: "text", Kind.FOOTNOTE: "text"}),
    _Column("Indikator", {Kind.INDICATOR: "title"}, repeated=True),
    _Column("Period", {Kind.RESULT: "period", Kind.OBSERVATION: "period"}),
    _Column(
        "Enhet i organisationen",
        {Kind.RESULT: "organisational_unit", Kind.OBSERVATION: "organisational_unit"},
    ),
    _Column("Utfall", {Kind.RESULT: "value", Kind.OBSERVATION: "outcome"}),
    _Column("Måttenhet", {Kind.RESULT: "unit", Kind.INDICATOR: "unit"}),
    _Column("Mål", {Kind.OBSERVATION: "target"}),
    _Column("Antal svar", {Kind.OBSERVATION: "n"}),
    _Column("Bedömning", {Kind.RESULT: "judgement"}),
    _Column("Utfall i ord", {Kind.OBSERVATION: "note"}),
    _Column(
        "Varför resultat saknas",
        {Kind.RESULT: "no_result_reason", Kind.OBSERVATION: "no_result_reason"},
    ),
    _Column("Ansvarig", {Kind.CONTROL: "responsible", Kind.MEASURE: "responsible"}),
    _Column("Klar senast", {Kind.MEASURE: "due"}),
    _Column("Status", {Kind.MEASURE: "status"}),
    _Column("Orsak till status", {Kind.MEASURE: "status_reason"}),
    _Column("Uppföljning", {Kind.CONTROL: "follow_up", Kind.MEASURE: "follow_up"}),
    _Column("Kommentar", {Kind.INDICATOR: "comment"}),
)
_TOLD_BELOW = frozenset({Kind.AREA, Kind.RISK})
"""What needs no row of its own when something stands below it: its columns are repeated there."""


def table_of(branches: Branches) -> list[list[str]]:
    """The table: its heads, then the rows. Columns that would be empty are left out."""
    rows = list(_rows(branches))
    used = [number for number in range(len(_COLUMNS)) if any(row[number] for row in rows)]
    heads = [_COLUMNS[number].head for number in used]
    return [heads, *([row[number] for number in used] for row in rows)]


def _rows(branches: Branches) -> Iterator[list[str]]:
    nodes = {node.id: node for node in branches.nodes}
    parents = {node.place.parent for node in branches.nodes}
    for node in branches.nodes:
        if kind_of(node) not in _TOLD_BELOW or node.id not in parents:
            yield _row(node, nodes)


def _row(node: Node, nodes: dict[NodeId, Node]) -> list[str]:
    line = [node]
    while (above := nodes.get(line[-1].place.parent or NodeId(""))) is not None:
        line.append(above)
    row = []
    for column in _COLUMNS:
        said = line if column.repeated else line[:1]
        found = (each for each in said if kind_of(each) in column.fields)
        owner = next(found, None)
        row.append("" if owner is None else _shown(owner, column.fields[kind_of(owner)]))
    return row


def _shown(node: Node, name: str) -> str:
    value: object = getattr(node, name)
    match value:
        case None:
            return ""
        case StrEnum():
            word = word_of(value)
            return word[:1].upper() + word[1:]
        case float():
            return f"{value:.12g}".replace(".", ",")
        case date():
            return value.isoformat()
        case _:
            return str(value)
