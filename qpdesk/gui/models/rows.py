"""What stands in each cell of a tree's row, and what a screen reader says there."""

from datetime import date
from enum import IntEnum, auto

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Indicator,
    Kind,
    Measure,
    Node,
    Observation,
    Result,
    Risk,
    Status,
    kind_of,
    title_of,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.remaining import is_late
from qpdesk.domain.rules import scale_of
from qpdesk.gui.words import labels, messages, numbers, terms
from qpdesk.values import dataclass

translate = QCoreApplication.translate

_SHOWN = 300
"""Characters of a text that a row of two lines could ever show; laying out more takes time."""


class Column(IntEnum):
    """What a column is about."""

    TITLE = auto()
    LEVEL = auto()
    STATUS = auto()
    DUE = auto()
    RESPONSIBLE = auto()
    FOLLOW_UP = auto()
    TEXT = auto()
    DOCUMENT = auto()
    KEY = auto()
    HEADING = auto()
    OUTCOME = auto()
    TARGET = auto()
    COMMENT = auto()


@dataclass(frozen=True, slots=True)
class Outline:
    """What one tree shows of a plan: which kinds at the top, and which columns."""

    tops: tuple[Kind, ...]
    columns: tuple[Column, ...]


PLAN = Outline(
    (Kind.AREA,),
    (
        *(Column.TITLE, Column.LEVEL, Column.STATUS, Column.DUE),
        *(Column.RESPONSIBLE, Column.FOLLOW_UP),
    ),
)
CHAPTERS = Outline((Kind.CHAPTER,), (Column.TITLE, Column.TEXT, Column.DOCUMENT))
FOOTNOTES = Outline((Kind.FOOTNOTE,), (Column.TITLE, Column.KEY))
INDICATORS = Outline(
    (Kind.INDICATOR,),
    (Column.TITLE, Column.HEADING, Column.OUTCOME, Column.TARGET, Column.COMMENT),
)


def header(outline: Outline, column: Column) -> str:
    """What stands above a column."""
    if column is Column.TITLE:
        return {
            Kind.AREA: translate("Column", "Område, risk, egenkontroll och åtgärd"),
            Kind.CHAPTER: translate("Column", "Kapitel"),
            Kind.FOOTNOTE: translate("Column", "Fotnot"),
        }.get(outline.tops[0], translate("Column", "Indikator och utfall"))
    return {
        Column.LEVEL: translate("Column", "Risknivå"),
        Column.STATUS: translate("Column", "Status"),
        Column.DUE: translate("Column", "Klar senast"),
        Column.RESPONSIBLE: translate("Column", "Ansvarig"),
        Column.FOLLOW_UP: translate("Column", "Uppföljning"),
        Column.TEXT: translate("Column", "Text"),
        Column.DOCUMENT: translate("Column", "Skrivs ut i"),
        Column.KEY: translate("Column", "Märke i texten"),
        Column.HEADING: translate("Column", "Står under"),
        Column.OUTCOME: translate("Column", "Utfall"),
        Column.TARGET: translate("Column", "Mål"),
        Column.COMMENT: translate("Column", "Kommentar"),
    }[column]


def field_of(node: Node, column: Column) -> str:
    """The field that typing into a cell changes, or "" when a cell cannot be typed into."""
    match node, column:
        case Chapter() | Area() | Risk() | Control() | Measure() | Indicator(), Column.TITLE:
            return "title"
        case Control() | Measure(), Column.RESPONSIBLE:
            return "responsible"
        case Measure(), Column.DUE:
            return "due"
        case Area(), Column.RESPONSIBLE:
            return "owner"
        case _:
            return ""


def cell(register: Register, node: Node, column: Column) -> str:
    """The words of a cell, at most as many as a row can show. Badges say the rest."""
    if column is Column.TITLE:
        return clipped(title_of(node)) or translate("Row", "(utan namn)")
    match node:
        case Area() | Risk() | Control() | Measure() | Result():
            return _work(register, node, column)
        case Indicator() | Observation():
            return _indicator(node, column)
        case Chapter() | Footnote():
            return _text(node, column)
        case _:
            return ""


def _work(
    register: Register, node: Area | Risk | Control | Measure | Result, column: Column
) -> str:
    match node, column:
        case Area(), Column.STATUS:
            return progress(register, node.id)
        case Result(), Column.STATUS:
            return _result(node)
        case Measure(), Column.DUE:
            return "\n".join(_due(node))
        case ((Area() | Control() | Measure()), Column.RESPONSIBLE):
            return clipped(getattr(node, field_of(node, column)))
        case ((Control() | Measure()), Column.FOLLOW_UP):
            return clipped(node.follow_up)
        case _:
            return ""


def _due(measure: Measure) -> list[str]:
    """When a measure is to be done, and in words that it is late."""
    if measure.due is None:
        return []
    today = date.today()  # noqa: DTZ011 - the user's own day
    late = [translate("Row", "försenad")] if is_late(measure, today) else []
    return [measure.due.isoformat(), *late]


def _text(node: Chapter | Footnote, column: Column) -> str:
    match node, column:
        case Chapter(), Column.TEXT:
            return clipped(node.text)
        case Chapter(), Column.DOCUMENT:
            return terms.choices(type(node.document))[node.document.value]
        case Footnote(), Column.KEY:
            return f"[^{clipped(node.key)}]"
        case _:
            return ""


def _indicator(node: Indicator | Observation, column: Column) -> str:
    match node, column:
        case Indicator(), Column.HEADING:
            return clipped(node.area)
        case Indicator(), Column.OUTCOME:
            return terms.choices(type(node.unit))[node.unit.value]
        case Indicator(), Column.COMMENT:
            return clipped(node.comment)
        case Observation(), Column.OUTCOME:
            return numbers.shown(node.outcome) or clipped(node.note or node.no_result_reason)
        case Observation(), Column.TARGET:
            return numbers.shown(node.target)
        case _:
            return ""


def _result(result: Result) -> str:
    value = " ".join(filter(None, (numbers.shown(result.value), result.unit)))
    word = terms.choices(type(result.judgement))[result.judgement.value]
    return clipped(", ".join(filter(None, (value, word if result.judgement else ""))))


def progress(register: Register, branch: NodeId) -> str:
    """How many of the branch's measures are done, in words; "" when it has none."""
    measures = [node for node in register.walk(branch) if isinstance(node, Measure)]
    if not measures:
        return ""
    done = sum(measure.status is Status.COMPLETED for measure in measures)
    return translate("Row", "{0} av {1} klara").format(done, len(measures))


def spoken(register: Register, node: Node, outline: Outline, column: Column) -> str:
    """What a screen reader says about a cell: the kind and the state in words, never nothing."""
    if column is not Column.TITLE:
        value = badge(register, node, column) or cell(register, node, column)
        name = header(outline, column)
        said = value.replace("\n", ", ") or translate("Row", "ingen uppgift")
        return f"{name}: {said}"
    parts = [f"{terms.kinds()[kind_of(node)]}: {clipped(title_of(node))}"]
    match node:
        case Measure(status=status):
            parts.append(translate("Row", "status {0}").format(terms.statuses()[status]))
            parts.extend(_due(node)[1:])
        case Risk(level=int() as level):
            name = labels.field(Kind.RISK, "level")
            band = terms.level(level, scale_of(register, node.id))
            parts.append(f"{name.lower()} {level}, {band}")
        case Area():
            parts.extend(filter(None, [progress(register, node.id)]))
        case _:
            pass
    return ", ".join(parts)


def cut_word() -> str:
    """What is said last of a row that will move when it is pasted."""
    return translate("Row", ", urklippt")


def badge(register: Register, node: Node, column: Column) -> str:
    """What a badge in the cell says, or ""."""
    match node, column:
        case Measure(status=status), Column.STATUS:
            return terms.statuses()[status]
        case Risk(level=int() as level), Column.LEVEL:
            return f"{level}, {terms.level(level, scale_of(register, node.id))}"
        case _:
            return ""


def clipped(text: str) -> str:
    """As much of a text as a row could ever show."""
    return messages.cut(text, _SHOWN)
