"""What may be typed into a field: clean text, numbers, dates, risk factors that fit the level."""

import re
from datetime import date
from math import isfinite

from qpdesk.domain.errors import (
    EmptyTitle,
    ImpossibleLevel,
    NotADate,
    NotAFootnoteKey,
    NotANumber,
    OutOfScale,
)
from qpdesk.domain.forming import altered
from qpdesk.domain.nodes import Chapter, Kind, Node, Plan, Risk, kind_of
from qpdesk.domain.record import FIELDS, OPTIONAL, Scalar, value_of
from qpdesk.domain.scale import STANDARD, Scale, read_scale, scale_text
from qpdesk.domain.text import clean, is_footnote_key, one_line

LONG_TEXTS = frozenset(
    {"text", "rationale", "purpose", "method", "follow_up", "what_to_do", "comment", "target_group"}
)
"""The fields that hold paragraphs; all other texts are one line."""

_FACTORS = ("likelihood", "consequence")
_NUMBER = re.compile(r"[-+\N{MINUS SIGN}]?[0-9][0-9 \N{NO-BREAK SPACE}]*([.,][0-9]+)?")
_YEARS = range(1900, 2201)


def with_field(node: Node, name: str, raw: Scalar, scale: Scale = STANDARD) -> Node:
    """The item as it is when ``raw`` has been typed into the field ``name``.

    Numbers may be typed with decimal comma, dates as YYYY-MM-DD; "" empties an optional field.
    A factor of a risk sets its level when both are known; a level typed by hand clears factors
    that no longer give it. Both must fit the förvaltning's scale; what is stored already need not.

    Raises:
        EditRefused: The value is not allowed there; the kind says why.
    """
    return altered(node, _values(node, name, raw, scale))


def read_number(text: str) -> float:
    """The number in a text with decimal comma or point, blanks between thousands allowed.

    Raises:
        NotANumber: There is none, or more than that.
    """
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        raise NotANumber
    plain = (
        re.sub(r"[ \N{NO-BREAK SPACE}]", "", text).replace(",", ".").replace("\N{MINUS SIGN}", "-")
    )
    value = float(plain)
    if not isfinite(value):
        raise NotANumber
    return value


def read_date(text: str) -> date:
    """The date in a text, YYYY-MM-DD.

    Raises:
        NotADate: It is none, or of another age.
    """
    try:
        value = date.fromisoformat(text.strip())
    except ValueError:
        raise NotADate from None
    if value.year not in _YEARS:
        raise NotADate
    return value


def _values(node: Node, name: str, raw: Scalar, scale: Scale) -> dict[str, object]:
    value = _typed(kind_of(node), name, raw)
    match node:
        case Risk() if name in _FACTORS:
            return _with_level(node, name, value, scale)
        case Risk() if name == "level":
            return _with_factors(node, value, scale)
        case Chapter() if name == "level" and value not in {1, 2, 3}:
            raise OutOfScale
        case Plan() if name == "scale" and value:
            return {name: scale_text(read_scale(str(value)))}
        case Plan() if name == "fewest" and value is not None and int(str(value)) < 0:
            raise OutOfScale
        case Plan() if name == "year" and value is not None and value not in _YEARS:
            raise NotADate
        case _:
            return {name: value}


def _typed(kind: Kind, name: str, raw: Scalar) -> object:
    wanted = FIELDS[kind][name]
    if name in OPTIONAL[kind] and raw in (None, ""):
        return None
    if wanted is str:
        return _text(name, "" if raw is None else str(raw))
    if wanted is date:
        return read_date(str(raw))
    if wanted in (int, float):
        return _number(kind, name, raw if isinstance(raw, int | float) else read_number(str(raw)))
    return value_of(kind, name, raw)


def _number(kind: Kind, name: str, number: float) -> object:
    """The number as the field holds it; what the log could not read back is refused here."""
    try:
        return value_of(kind, name, number)
    except ValueError:
        raise NotANumber from None


def _text(name: str, raw: str) -> str:
    text = clean(raw) if name in LONG_TEXTS or name == "extra" else one_line(raw)
    if name == "title" and not text:
        raise EmptyTitle
    if name == "key" and not is_footnote_key(text):
        raise NotAFootnoteKey
    return text


def _with_level(risk: Risk, name: str, value: object, scale: Scale) -> dict[str, object]:
    steps = scale.likelihoods if name == "likelihood" else scale.consequences
    if value is not None and value not in range(1, len(steps) + 1):
        raise OutOfScale
    factors = {factor: getattr(risk, factor) for factor in _FACTORS} | {name: value}
    likelihood, consequence = (factors[factor] for factor in _FACTORS)
    known = likelihood is not None and consequence is not None
    # While one factor is missing the printed level still stands; without any factor it may too.
    return {name: value} | ({"level": likelihood * consequence} if known else {})


def _with_factors(risk: Risk, value: object, scale: Scale) -> dict[str, object]:
    if value is not None and value not in scale.levels:
        raise ImpossibleLevel
    if risk.likelihood is None or risk.consequence is None:
        return {"level": value}
    if risk.likelihood * risk.consequence == value:
        return {"level": value}
    return {"level": value, "likelihood": None, "consequence": None}
