"""The open plan format's own words: which key carries which field, and which are always written.

Keys that the format's example shows are always there. The others carry fields that the example
lacks and are left out while they hold the default: ``id`` of chapters, results, observations and
``notes``; plan ``appendix``, ``follow_up_title``, ``scale``, ``fewest``; chapter ``document`` and
``holds``; area ``owner`` and ``routine``; risk ``participants`` and ``source``; control ``scope``
and ``no_measure``; measure ``status_reference``, ``source`` and ``evidence``; indicator ``code``;
observation ``organisational_unit`` and ``note``. ``notes`` lists the footnotes in order with ids;
``footnotes`` stays the plain dictionary of the example.
"""

from qpdesk.domain.nodes import Kind
from qpdesk.domain.record import FIELDS

FORMAT = "qpdesk-plan"
VERSION = 1

WHOLE_FILE = FORMAT
"""The key in a plan's ``extra`` that holds what the file's top level had and we do not know."""

_RENAMED = {
    (Kind.CHAPTER, "title"): "heading",
    (Kind.CHAPTER, "text"): "blocks",
    (Kind.AREA, "title"): "name",
    (Kind.INDICATOR, "title"): "name",
}

ALWAYS: dict[Kind, tuple[str, ...]] = {
    Kind.PLAN: (
        "title",
        "year",
        "municipality",
        "committee",
        "department",
        "target_group",
        "registry_number",
        "decision_date",
        "decision_paragraph",
        "state",
    ),
    Kind.CHAPTER: ("level", "title", "text"),
    Kind.FOOTNOTE: ("key",),
    Kind.AREA: ("title",),
    Kind.RISK: ("title", "level", "likelihood", "consequence", "rationale"),
    Kind.CONTROL: ("title", "purpose", "method", "frequency", "responsible", "follow_up"),
    Kind.RESULT: (
        "period",
        "value",
        "unit",
        "organisational_unit",
        "judgement",
        "no_result_reason",
    ),
    Kind.MEASURE: (
        "title",
        "what_to_do",
        "responsible",
        "due",
        "status",
        "status_reason",
        "follow_up",
    ),
    Kind.INDICATOR: ("area", "title", "unit", "direction"),
    Kind.OBSERVATION: ("period", "outcome", "target", "n", "no_result_reason"),
}
"""The fields that are written even at their default, in this order."""

CHILDREN: dict[Kind, dict[str, tuple[Kind, ...]]] = {
    Kind.PLAN: {},  # a plan's lists stand beside it, at the top of the file
    Kind.CHAPTER: {},
    Kind.FOOTNOTE: {},
    Kind.AREA: {"children": (Kind.RISK, Kind.CONTROL, Kind.MEASURE)},
    Kind.RISK: {"children": (Kind.CONTROL, Kind.MEASURE)},
    Kind.CONTROL: {"results": (Kind.RESULT,), "children": (Kind.MEASURE,)},
    Kind.RESULT: {},
    Kind.MEASURE: {},
    Kind.INDICATOR: {"observations": (Kind.OBSERVATION,)},
    Kind.OBSERVATION: {},
}
"""The lists that each kind's object holds, and what may stand in them."""

LISTS: dict[str, Kind] = {
    "chapters": Kind.CHAPTER,
    "areas": Kind.AREA,
    "indicators": Kind.INDICATOR,
}
"""The lists at the top of the file (the footnotes have a shape of their own)."""

TOP_KEYS = frozenset({"format", "version", "plan", "footnotes", "notes", *LISTS})

EMPTY_IS_NULL = frozenset({"no_result_reason"})
"""Texts that the format writes as null when there is none."""


def key_of(kind: Kind, field: str) -> str:
    """The key that carries a field."""
    return _RENAMED.get((kind, field), field)


def fields_of(kind: Kind) -> tuple[str, ...]:
    """The fields that have keys, in the order they are written."""
    always = ALWAYS[kind]
    return always + tuple(name for name in FIELDS[kind] if name not in {*always, "extra"})


def known_keys(kind: Kind) -> frozenset[str]:
    """Every key that an object of this kind may have and we understand."""
    own = {"id", "kind"} if kind in {Kind.RISK, Kind.CONTROL, Kind.MEASURE} else {"id"}
    return frozenset(own | {key_of(kind, name) for name in fields_of(kind)} | {*CHILDREN[kind]})
