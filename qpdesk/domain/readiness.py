"""What stops a plan or its follow-up from being published, as a list that leads to the places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from qpdesk.domain.follow_up import Missing, is_followed_up, lacks_reason, missing
from qpdesk.domain.nodes import (
    Chapter,
    Control,
    Document,
    Footnote,
    Holds,
    Kind,
    Measure,
    Node,
    Plan,
    PlanState,
    Risk,
)
from qpdesk.domain.order import NodeId
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.remedies import lacks_remedy
from qpdesk.domain.text import references
from qpdesk.domain.year import years_in


class Severity(StrEnum):
    """Whether the document must wait for it."""

    STOP = "stop"
    WARN = "warn"


class Matter(StrEnum):
    """What is the matter."""

    NO_TITLE = "no_title"
    NO_YEAR = "no_year"
    OTHER_YEAR_IN_TITLE = "other_year_in_title"
    """The title names years, but not the plan's."""
    NO_REGISTRY_NUMBER = "no_registry_number"
    NO_DECISION_DATE = "no_decision_date"
    NOT_ADOPTED = "not_adopted"
    EMPTY_CHAPTER = "empty_chapter"
    NOTE_MISSING = "note_missing"
    """A text refers to a footnote that the plan does not have."""
    NOTE_UNUSED = "note_unused"
    NO_FACTORS = "no_factors"
    """A risk has a level but not the likelihood and consequence that it came from."""
    NO_LEVEL = "no_level"
    NO_REASON = "no_reason"
    """Work was given up or goes on next year, or a result cannot be reported; not said why."""
    NO_REMEDY = "no_remedy"
    """A control showed a deficiency; no measure answers it, and not said why."""
    NO_FOLLOW_UP = "no_follow_up"
    NO_RESULT = "no_result"
    NO_JUDGEMENT = "no_judgement"
    NO_OUTCOME = "no_outcome"
    NO_GLYPH = "no_glyph"
    """A text has a character that no typeface of the documents can show."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at: in which item, in which field ("" for the item as a whole).

    ``detail`` is data: the key of a footnote that is missing, or the characters.
    """

    matter: Matter
    severity: Severity
    id: NodeId
    field: str = ""
    detail: str = ""


def findings(register: Register, plan_id: NodeId, document: Document) -> tuple[Finding, ...]:
    """All there is to look at before the plan or its follow-up (not both) goes out.

    In reading order, the plan's own fields first.
    """
    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise TypeError(plan_id)
    chapters = [node for node in register.children(plan_id) if isinstance(node, Chapter)]
    found = [*_of_plan(plan, document), *_of_chapters(chapters, document)]
    found += _of_notes(register, plan_id)
    for node in register.walk(plan_id):
        found += _of_item(register, node, document)
    return in_reading_order(register, plan_id, found)


def in_reading_order(
    register: Register, plan_id: NodeId, found: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Findings about a plan as its items come, the plan's own first."""
    rows = {plan_id: 0} | {node.id: row for row, node in enumerate(register.walk(plan_id), 1)}
    return tuple(sorted(found, key=lambda finding: rows[finding.id]))


def is_ready(found: Sequence[Finding]) -> bool:
    """Whether nothing among the findings stops the document."""
    return all(finding.severity is not Severity.STOP for finding in found)


def _of_plan(plan: Plan, document: Document) -> Iterator[Finding]:
    name = "title"
    if document is Document.FOLLOW_UP and plan.follow_up_title.strip():
        name = "follow_up_title"
    title: str = getattr(plan, name)
    if not title.strip():
        yield Finding(Matter.NO_TITLE, Severity.STOP, plan.id, name)
    if plan.year is None:
        yield Finding(Matter.NO_YEAR, Severity.STOP, plan.id, "year")
    years = {year for year, _ in years_in(title)}
    if years and plan.year is not None and plan.year not in years:
        yield Finding(Matter.OTHER_YEAR_IN_TITLE, Severity.WARN, plan.id, name)
    # A draft is sent round before it has a number and a decision; what is adopted has both.
    severity = Severity.WARN if plan.state is PlanState.DRAFT else Severity.STOP
    if plan.state is PlanState.DRAFT:
        yield Finding(Matter.NOT_ADOPTED, severity, plan.id, "state")
    if not plan.registry_number.strip():
        yield Finding(Matter.NO_REGISTRY_NUMBER, severity, plan.id, "registry_number")
    if plan.decision_date is None:
        yield Finding(Matter.NO_DECISION_DATE, severity, plan.id, "decision_date")


def _of_chapters(chapters: Sequence[Chapter], document: Document) -> Iterator[Finding]:
    """Chapters without text, tables or chapters below them, in the document at hand."""
    printed = [each for each in chapters if each.document in (document, Document.BOTH)]
    for chapter, following in zip_longest(printed, printed[1:]):
        has_parts = following is not None and following.level > chapter.level
        if not chapter.text.strip() and chapter.holds is Holds.NOTHING and not has_parts:
            yield Finding(Matter.EMPTY_CHAPTER, Severity.WARN, chapter.id, "text")


def _of_notes(register: Register, plan_id: NodeId) -> Iterator[Finding]:
    """References without a note, and notes without a reference."""
    nodes = register.children(plan_id, Kind.FOOTNOTE)
    notes = [node for node in nodes if isinstance(node, Footnote)]
    keys = {note.key for note in notes}
    used: set[str] = set()
    for node in (register[plan_id], *register.walk(plan_id)):
        for name, text in prose(node):
            for key in references(text):
                used.add(key)
                if key not in keys:
                    yield Finding(Matter.NOTE_MISSING, Severity.STOP, node.id, name, key)
    for note in notes:
        if note.key not in used:
            yield Finding(Matter.NOTE_UNUSED, Severity.WARN, note.id, "key", note.key)


def _of_item(register: Register, node: Node, document: Document) -> Iterator[Finding]:
    match node:
        case Risk() if node.level is None:
            yield Finding(Matter.NO_LEVEL, Severity.WARN, node.id, "level")
        case Risk() if node.likelihood is None or node.consequence is None:
            yield Finding(Matter.NO_FACTORS, Severity.WARN, node.id, "likelihood")
        case Measure() if document is Document.PLAN and lacks_reason(register, node):
            yield Finding(Matter.NO_REASON, Severity.STOP, node.id, "status_reason")
        case Control() if lacks_remedy(register, node):
            yield Finding(Matter.NO_REMEDY, Severity.STOP, node.id, "no_measure")
    if document is Document.FOLLOW_UP and is_followed_up(register, node):
        for lack in missing(register, node):
            yield _unanswered(node, lack)


def _unanswered(node: Node, lack: Missing) -> Finding:
    matter, name = _UNANSWERED[lack]
    return Finding(matter, Severity.STOP, node.id, name if hasattr(node, name) else "")


_UNANSWERED = {
    Missing.FOLLOW_UP: (Matter.NO_FOLLOW_UP, "follow_up"),
    Missing.REASON: (Matter.NO_REASON, "status_reason"),
    Missing.RESULT: (Matter.NO_RESULT, "results"),
    Missing.JUDGEMENT: (Matter.NO_JUDGEMENT, "results"),
    Missing.OUTCOME: (Matter.NO_OUTCOME, "outcome"),
}
"""Where each is answered: a control's results stand below it, so they have no field."""
