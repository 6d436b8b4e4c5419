"""Items while a document is being read: they still grow, and get their places at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import Kind, Node, new_id
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.record import Scalar, from_record
from qpdesk.domain.text import cleansed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot

MOST_ITEMS = 200_000

_BREAKS = re.compile(r"[ \t]*[\n\t][ \t\n]*|  +")


@dataclass(slots=True)
class Draft:
    """An item with all below it. ``values`` are fields by name."""

    kind: Kind
    spot: Spot
    values: dict[str, Scalar]
    children: list["Draft"] = field(default_factory=list)
    id: NodeId = field(default_factory=new_id)

    def add(self, kind: Kind, spot: Spot, **values: Scalar) -> "Draft":
        """Put a new item last below this one."""
        child = Draft(kind, spot, values)
        self.children.append(child)
        return child

    def text(self, name: str) -> str:
        """A field's text so far."""
        return str(self.values.get(name) or "")

    def append(self, name: str, text: str) -> None:
        """Add lines to a field; a text that it has already is not repeated."""
        known = self.text(name)
        if text and text != known:
            self.values[name] = f"{known}\n{text}" if known else text


def planted(plan: Draft, findings: list[Finding]) -> list[Node]:
    """The plan and all below it as items, parents first, with clean texts.

    Raises:
        ImportFailed: There are more items than any plan has.
    """
    nodes: list[Node] = []
    todo: list[tuple[Draft, Place]] = [(plan, Place(None, keys_after("", 1)[0]))]
    while todo:
        draft, place = todo.pop()
        nodes.append(from_record(draft.kind, draft.id, place, dict(_clean(draft, findings))))
        if len(nodes) + len(todo) + len(draft.children) > MOST_ITEMS:
            raise ImportFailed(Reason.TOO_LARGE)
        keys = keys_after("", len(draft.children))
        below = [
            (child, Place(draft.id, key)) for child, key in zip(draft.children, keys, strict=True)
        ]
        todo += reversed(below)
    return nodes


def spots(plan: Draft) -> dict[NodeId, Spot]:
    """Where in the file each item stood."""
    found: dict[NodeId, Spot] = {}
    todo = [plan]
    while todo:
        draft = todo.pop()
        found[draft.id] = draft.spot
        todo += draft.children
    return found


def _clean(draft: Draft, findings: list[Finding]) -> Iterator[tuple[str, Scalar]]:
    for name, value in draft.values.items():
        if not isinstance(value, str):
            yield name, value
            continue
        text, replaced = cleansed(value)
        if replaced:
            findings.append(Finding(Code.CONTROL_CHARACTERS, draft.spot, text))
        yield name, text if name in LONG_TEXTS else _BREAKS.sub(" ", text).strip()
