"""Makes items without their constructors: those of frozen classes take ten times as long.

A window waits until a whole register has been made, and every edit waits for its items. So they
are filled as drafts, of a class of the same shape that is not frozen, and then made items.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from qpdesk.domain.nodes import TYPES, Kind, Node, kind_of
from qpdesk.domain.order import Place
from qpdesk.domain.record import FIELDS, OPTIONAL

Row = Sequence[Any]

_FORM = """
def form(rows):
    for row in rows:
        node = new(Draft)
        node.id, parent, key, {fields} = row
        node.place = place = new(DraftPlace)
        place.parent, place.key = parent, key
        place.__class__ = Place
        {conversions}
        node.__class__ = Item
        yield node
"""
_COPY = """
def copy(node):
    draft = new(Draft)
    {copying}
    return draft
"""


def form(kind: Kind, fields: Sequence[str], rows: Iterable[Row]) -> Iterator[Node]:
    """The items of rows that a store of ours has kept.

    Args:
        kind: What they are.
        fields: Every field of the kind, in the order of the columns.
        rows: Of each item id, parent, key and its fields, as plain values.

    Raises:
        KeyError, ValueError: A value is none of the choices, or no date.
    """
    return _former(kind, tuple(fields))(rows)


def altered(node: Node, values: Mapping[str, object]) -> Node:
    """The item with other values in these fields, which must be of the right type."""
    item: Node = _copier(kind_of(node))(node)
    for name, value in values.items():
        setattr(item, name, value)
    item.__class__ = type(node)
    return item


@cache
def _former(kind: Kind, fields: tuple[str, ...]) -> Callable[[Iterable[Row]], Iterator[Node]]:
    places = {"DraftPlace": _draft(Place), "Place": Place, "date": date.fromisoformat}
    choices = {
        f"choices_{name}": {choice.value: choice for choice in wanted}
        for name, wanted in FIELDS[kind].items()
        if issubclass(wanted, StrEnum)
    }
    text = _FORM.format(
        fields=", ".join(f"node.{name}" for name in fields),
        conversions="\n        ".join(_conversions(kind)),
    )
    defined: Callable[[Iterable[Row]], Iterator[Node]]
    defined = _defined(text, kind, **places, **choices)["form"]
    return defined


@cache
def _copier(kind: Kind) -> Callable[[Node], Any]:
    names = ("id", "place", *FIELDS[kind])
    text = _COPY.format(copying="\n    ".join(f"draft.{name} = node.{name}" for name in names))
    defined: Callable[[Node], Any] = _defined(text, kind)["copy"]
    return defined


def _conversions(kind: Kind) -> Iterator[str]:
    """Statements for the values that are not kept as they are."""
    for name, wanted in FIELDS[kind].items():
        known = f"if node.{name} is not None: " if name in OPTIONAL[kind] else ""
        if wanted is date:
            yield f"{known}node.{name} = date(node.{name})"
        elif issubclass(wanted, StrEnum):
            yield f"{known}node.{name} = choices_{name}[node.{name}]"


def _defined(text: str, kind: Kind, **names: object) -> dict[str, Any]:
    """What a text of ours defines: it has the names of fields in it, and nothing from outside."""
    item: type = TYPES[kind]
    space = {"new": object.__new__, "Item": item, "Draft": _draft(item), **names}
    exec(text, space)  # noqa: S102 - as dataclasses do; spelled out, a name is quicker than a loop
    return space


@cache
def _draft(frozen: type) -> type:
    """A class of the same shape whose instances can be filled, and then made frozen ones."""
    unlocked = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(f"{frozen.__name__}Draft", (frozen,), {"__slots__": (), **unlocked})
