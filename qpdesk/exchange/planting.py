"""Items from a file that knows their ids: kept where they can be, and each value's fit checked."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import EVERY_LEVEL, STEPS, Kind, Measure, Node, Risk, new_id
from qpdesk.domain.order import NodeId, Place, key_between
from qpdesk.domain.record import Record, Scalar, from_record
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.json_text import Path, path_text, wrong

MOST_ITEMS = 200_000

_ID = re.compile("[0-9a-f]{32}")
_YEARS = range(1900, 2201)


class Planting:
    """Collects items, parents first, each last under its parent."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._nodes: list[Node] = []
        self._ids: dict[str, NodeId] = {}  # by the id in the file
        self._last_key: dict[NodeId | None, str] = {}

    def add(
        self, kind: Kind, raw_id: object, parent: NodeId | None, record: Record, path: Path
    ) -> NodeId:
        """Add an item; the id it got is the file's own where that has the right shape.

        Raises:
            ImportFailed: A value does not fit, the id comes twice, or there are too many items.
        """
        if len(self._nodes) >= MOST_ITEMS:
            raise ImportFailed(Reason.TOO_LARGE, path_text(path))
        node_id = self._id(raw_id, (*path, "id"))
        self._last_key[parent] = key_between(self._last_key.get(parent, ""), "")
        place = Place(parent, self._last_key[parent])
        self._nodes.append(_checked(from_record(kind, node_id, place, record), path))
        return node_id

    def nodes(self) -> Iterator[Node]:
        """The items; a reference to an item whose id could not be kept follows its new id."""
        for node in self._nodes:
            if isinstance(node, Measure) and node.status_reference in self._ids:
                yield replace(node, status_reference=self._ids[node.status_reference])
            else:
                yield node

    def _id(self, raw: object, path: Path) -> NodeId:
        """The file's own id, or a new one where it has none or one of another shape."""
        if raw is None:
            return new_id()
        if not isinstance(raw, str):
            raise wrong(path, raw)
        if raw in self._ids:
            raise ImportFailed(Reason.TWICE, path_text(path), raw)
        kept = bool(_ID.fullmatch(raw))
        if not kept:
            self._findings.append(Finding(Code.NEW_ID, Spot(path=path_text(path)), raw))
        self._ids[raw] = NodeId(raw) if kept else new_id()
        return self._ids[raw]


def tidy(name: str, raw: Scalar, path: Path) -> Scalar:
    """A field's value: short texts are one line, and what names an item is not empty.

    Raises:
        ImportFailed: A title is empty.
    """
    if isinstance(raw, str) and name not in LONG_TEXTS:
        raw = " ".join(raw.split()) if "\n" in raw or "\t" in raw else raw
        if not raw.strip() and name in {"title", "key"}:
            raise ImportFailed(Reason.MISSING, path_text(path))
    return raw


def _checked(node: Node, path: Path) -> Node:
    """The item, if its values go together; a risk with both factors gets its level."""
    level = getattr(node, "level", None)
    if isinstance(node, Risk):
        node = _with_level(node, path)
    elif level not in {None, 1, 2, 3}:
        raise wrong((*path, "level"), level)
    for name in ("year", "due", "decision_date"):
        value = getattr(node, name, None)
        if value is not None and getattr(value, "year", value) not in _YEARS:
            raise wrong((*path, name), str(value))
    return node


def _with_level(risk: Risk, path: Path) -> Risk:
    for name in ("likelihood", "consequence"):
        if getattr(risk, name) not in {None, *STEPS}:
            raise wrong((*path, name), getattr(risk, name))
    product = None
    if risk.likelihood is not None and risk.consequence is not None:
        product = risk.likelihood * risk.consequence
    level = product if risk.level is None else risk.level
    if level not in {None, *EVERY_LEVEL} or (product and level != product):
        raise wrong((*path, "level"), level)
    return replace(risk, level=level)
