"""The kinds of item in a förvaltning's register. Immutable: an edit makes a new one.

Source: shared glossary of the trade; field names are the open plan format's wherever it has one.
"""

from dataclasses import field
from datetime import date
from enum import StrEnum
from secrets import randbits
from time import time_ns

from qpdesk.domain.order import NodeId, Place
from qpdesk.values import dataclass


def new_id() -> NodeId:
    """Make an id that stays the same through delete, undo and redo.

    UUIDv7 (RFC 9562 §5.7) as 32 hexadecimal digits: later ids sort after earlier ones, which keeps
    the database's indexes dense. The order means nothing to the program.
    """
    milliseconds = time_ns() // 1_000_000
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | randbits(12) << 64 | 0b10 << 62
    return NodeId(f"{value | randbits(62):032x}")


class Kind(StrEnum):
    """What an item is."""

    PLAN = "plan"
    CHAPTER = "chapter"
    FOOTNOTE = "footnote"
    AREA = "area"
    RISK = "risk"
    CONTROL = "control"
    RESULT = "result"
    MEASURE = "measure"
    INDICATOR = "indicator"
    OBSERVATION = "observation"


class Status(StrEnum):
    """How far the work on a measure has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    ONGOING_NEXT_YEAR = "ongoing_next_year"
    DISCONTINUED = "discontinued"

    def next(self) -> "Status":
        """The status one press of Space leads to: ej påbörjad, pågår, klar and round again.

        From the two that end a year's work in another way, Space starts again at pågår.
        """
        match self:
            case Status.NOT_STARTED | Status.ONGOING_NEXT_YEAR | Status.DISCONTINUED:
                return Status.ONGOING
            case Status.ONGOING:
                return Status.COMPLETED
            case Status.COMPLETED:
                return Status.NOT_STARTED


class PlanState(StrEnum):
    """Where a plan stands in its year: utkast, fastställd, följs upp, avslutad."""

    DRAFT = "draft"
    ADOPTED = "adopted"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class Judgement(StrEnum):
    """What a control's result says: nothing yet, godkänt, brist, kan ej redovisas."""

    NONE = ""
    PASSED = "passed"
    DEFICIENT = "deficient"
    NOT_REPORTABLE = "not_reportable"


class NoMeasure(StrEnum):
    """Why a control has no measure. Blank is meaningful in the printed plans."""

    NONE = ""
    NOT_CARRIED_OUT = "not_carried_out"
    SATISFACTORY = "satisfactory"
    NEXT_YEAR = "next_year"


class Unit(StrEnum):
    """What an indicator counts in."""

    PERCENT = "percent"
    COUNT = "count"
    SCALE_1_5 = "scale_1_5"
    TEXT = "text"


class Direction(StrEnum):
    """Which way an indicator is wished to move."""

    NONE = ""
    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"


class Document(StrEnum):
    """The printed document that a chapter belongs to."""

    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    BOTH = "both"
    YEAR_REPORT = "year_report"
    """The kvalitetsberättelse, which all plans of a year make together."""


class Holds(StrEnum):
    """What is printed right after a chapter's text: nothing, the area tables, the indicators."""

    NOTHING = ""
    AREAS = "areas"
    INDICATORS = "indicators"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """What all kinds share.

    ``extra`` is a JSON object (as text, "" for none) with the keys that an imported file had and
    we do not know, so that they leave again with the next export.
    """

    id: NodeId = field(default_factory=new_id)
    place: Place
    extra: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(_Item):
    """A quality plan of one year for one target group.

    ``scale`` is what its risks are judged on, as ``scale.scale_text`` writes it; "" is the standard
    one. Outcomes that fewer than ``fewest`` people answered for are not shown (None: all are).
    """

    title: str
    year: int | None = None
    municipality: str = ""
    committee: str = ""
    department: str = ""
    target_group: str = ""
    registry_number: str = ""
    decision_date: date | None = None
    decision_paragraph: str = ""
    appendix: str = ""
    state: PlanState = PlanState.DRAFT
    follow_up_title: str = ""
    scale: str = ""
    fewest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(_Item):
    """A heading at level 1-3 of a plan, with running text in the notation of text.py."""

    title: str
    level: int = 1
    text: str = ""
    document: Document = Document.PLAN
    holds: Holds = Holds.NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote(_Item):
    """A note of a plan; texts refer to it as ``[^key]``. Printed numbers follow reading order."""

    key: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(_Item):
    """A process area of a plan."""

    title: str
    owner: str = ""
    routine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(_Item):
    """Something that may go wrong within an area.

    ``level`` is likelihood times consequence (1-4 each, up to 6 on an own scale). Older plans
    print only the product: then both factors are None. All three None: not judged yet.
    """

    title: str
    level: int | None = None
    likelihood: int | None = None
    consequence: int | None = None
    rationale: str = ""
    participants: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control(_Item):
    """A check of one's own (egenkontroll), under a risk or straight under an area."""

    title: str
    purpose: str = ""
    method: str = ""
    frequency: str = ""
    scope: str = ""
    responsible: str = ""
    no_measure: NoMeasure = NoMeasure.NONE
    follow_up: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(_Item):
    """What a control showed in one period, for one unit of the organisation."""

    period: str = ""
    organisational_unit: str = ""
    value: float | None = None
    unit: str = ""
    judgement: Judgement = Judgement.NONE
    no_result_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(_Item):
    """Something to be done (åtgärd), under a control, a risk or straight under an area.

    ``status_reference`` is the id of the item whose comment explains the status, or "".
    """

    title: str
    what_to_do: str = ""
    responsible: str = ""
    due: date | None = None
    status: Status = Status.NOT_STARTED
    status_reason: str = ""
    status_reference: str = ""
    follow_up: str = ""
    source: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(_Item):
    """Something counted to see whether quality moves.

    ``area`` is a heading, not an item: the printed plans group indicators under names that no
    table has, and name the same area differently in the two places.
    """

    title: str
    area: str = ""
    code: str = ""
    unit: Unit = Unit.COUNT
    direction: Direction = Direction.NONE
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(_Item):
    """An indicator's outcome in one period; ``note`` is the outcome in words (unit text)."""

    period: str = ""
    organisational_unit: str = ""
    outcome: float | None = None
    target: float | None = None
    n: int | None = None
    note: str = ""
    no_result_reason: str = ""


Node = (
    Plan | Chapter | Footnote | Area | Risk | Control | Result | Measure | Indicator | Observation
)

TYPES: dict[Kind, type[Node]] = {
    Kind.PLAN: Plan,
    Kind.CHAPTER: Chapter,
    Kind.FOOTNOTE: Footnote,
    Kind.AREA: Area,
    Kind.RISK: Risk,
    Kind.CONTROL: Control,
    Kind.RESULT: Result,
    Kind.MEASURE: Measure,
    Kind.INDICATOR: Indicator,
    Kind.OBSERVATION: Observation,
}
_KINDS = {node_type: kind for kind, node_type in TYPES.items()}

PARENTS: dict[Kind, tuple[Kind, ...]] = {
    Kind.PLAN: (),
    Kind.CHAPTER: (Kind.PLAN,),
    Kind.FOOTNOTE: (Kind.PLAN,),
    Kind.AREA: (Kind.PLAN,),
    Kind.RISK: (Kind.AREA,),
    Kind.CONTROL: (Kind.AREA, Kind.RISK),
    Kind.RESULT: (Kind.CONTROL,),
    Kind.MEASURE: (Kind.AREA, Kind.RISK, Kind.CONTROL),
    Kind.INDICATOR: (Kind.PLAN,),
    Kind.OBSERVATION: (Kind.INDICATOR,),
}
"""Under which kinds each kind may stand; a plan stands at the top."""

LEVELS = frozenset({1, 2, 3, 4, 6, 8, 9, 12, 16})
"""The products of two whole numbers from 1 to 4: the levels of the standard scale."""

STEPS = range(1, 7)
"""Every step that likelihood or consequence may have, on any scale."""

EVERY_LEVEL = frozenset(first * second for first in STEPS for second in STEPS)
"""The levels that any scale may give."""


def kind_of(node: Node) -> Kind:
    """The kind of an item."""
    return _KINDS[type(node)]


def title_of(node: Node) -> str:
    """What the item is called in a list; a result, observation or note by what tells it apart."""
    match node:
        case Footnote():
            return node.text
        case Result() | Observation():
            return ", ".join(filter(None, (node.period, node.organisational_unit)))
        case _:
            return node.title


def may_stand_under(kind: Kind, parent: Kind | None) -> bool:
    """Whether an item of ``kind`` may have a parent of that kind (None: the top)."""
    return parent in PARENTS[kind] if parent else not PARENTS[kind]
