"""An item as plain values by field name, both ways: for the log, the tables and the open format."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import get_args, get_type_hints

from qpdesk.domain.nodes import TYPES, Kind, Node, kind_of
from qpdesk.domain.order import NodeId, Place

Scalar = str | int | float | None
Record = dict[str, Scalar]

_LARGEST = 10**15  # whole numbers below it are exact as floats; it leaves out NaN too


def _hints(kind: Kind) -> dict[str, type]:
    """The type of each field of its own (not id and place), None left out of the unions."""
    hints = get_type_hints(TYPES[kind])
    names = [field.name for field in fields(TYPES[kind]) if field.name not in {"id", "place"}]
    return {name: _not_none(hints[name]) for name in names}


def _not_none(hint: type | UnionType) -> type:
    if isinstance(hint, UnionType):
        (hint,) = (choice for choice in get_args(hint) if choice is not type(None))
    return hint  # type: ignore[return-value]  # a union of one class and None by construction


FIELDS: dict[Kind, dict[str, type]] = {kind: _hints(kind) for kind in Kind}
"""For each kind its fields (beside id and place) with their Python type, as declared."""

OPTIONAL: dict[Kind, frozenset[str]] = {
    kind: frozenset(field.name for field in fields(TYPES[kind]) if field.default is None)
    for kind in Kind
}
"""The fields that may be None."""


def scalar(value: object) -> Scalar:
    """A field's value as text, number or None. Dates become YYYY-MM-DD, choices their code."""
    match value:
        case date():
            return value.isoformat()
        case StrEnum():
            return str(value)  # every edit asks, and ``value.value`` takes longer
        case None | str() | int() | float():
            return value
        case _:
            raise TypeError(type(value))


def defaults(kind: Kind) -> Record:
    """The values of the fields that may be left out."""
    return {
        field.name: scalar(field.default)
        for field in fields(TYPES[kind])
        if field.name in FIELDS[kind] and field.default is not MISSING
    }


def value_of(kind: Kind, name: str, raw: Scalar) -> object:
    """The field's value from its plain form.

    Raises:
        ValueError: It has the wrong type or is none of the choices; the message names the field.
        KeyError: The kind has no such field.
    """
    wanted = FIELDS[kind][name]
    if raw is None:
        if name in OPTIONAL[kind]:
            return None
        raise ValueError(f"{name}: null")
    if type(raw) in {int, float} and wanted in {int, float}:  # bool is an int too
        return _number(name, wanted, raw)
    if wanted is date and isinstance(raw, str):
        return _date(name, raw)
    if wanted is str and isinstance(raw, str):
        return raw
    if issubclass(wanted, StrEnum) and isinstance(raw, str):
        return _choice(name, wanted, raw)
    raise ValueError(f"{name}: {raw!r}")


def to_record(node: Node) -> Record:
    """The item's fields but id and place, as plain values."""
    return {name: scalar(getattr(node, name)) for name in FIELDS[kind_of(node)]}


def from_record(kind: Kind, node_id: NodeId, place: Place, record: Mapping[str, Scalar]) -> Node:
    """The item with these values; fields not named take their defaults.

    Raises:
        ValueError: A value has the wrong type, or a field without default is not named.
        KeyError: The kind has no field of a name in the record.
    """
    values = {name: value_of(kind, name, raw) for name, raw in record.items()}
    try:
        return TYPES[kind](id=node_id, place=place, **values)  # type: ignore[arg-type]
    except TypeError as error:
        raise ValueError(str(error)) from error


def _number(name: str, wanted: type, raw: Scalar) -> int | float:
    assert isinstance(raw, int | float)  # noqa: S101 - told by the caller
    if not -_LARGEST < raw < _LARGEST or (wanted is int and raw != int(raw)):
        raise ValueError(f"{name}: {raw!r}")
    return int(raw) if wanted is int else float(raw)


def _date(name: str, raw: str) -> date:
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise ValueError(f"{name}: {raw!r}") from None


def _choice(name: str, choices: type[StrEnum], raw: str) -> StrEnum:
    try:
        return choices(raw)
    except ValueError:
        raise ValueError(f"{name}: {raw!r}") from None
