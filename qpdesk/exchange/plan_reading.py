"""Reading a plan in the open format. What we do not know is kept; what is wrong is named."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import LEVELS, Kind, Measure, Node, Risk, new_id
from qpdesk.domain.order import NodeId, Place, key_between
from qpdesk.domain.record import Record, Scalar, defaults, from_record, value_of
from qpdesk.exchange import json_text
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Reading, Spot
from qpdesk.exchange.json_text import Path, path_text
from qpdesk.exchange.plan_keys import (
    CHILDREN,
    EMPTY_IS_NULL,
    FORMAT,
    LISTS,
    TOP_KEYS,
    VERSION,
    WHOLE_FILE,
    fields_of,
    key_of,
    known_keys,
)

MOST_ITEMS = 200_000

_Object = dict[str, object]
_ID = re.compile("[0-9a-f]{32}")
_FACTORS = {1, 2, 3, 4}
_YEARS = range(1900, 2201)


def read_plan(data: bytes) -> Reading:
    """The plan that a file in the open format holds; ids are the file's where it has them.

    Raises:
        ImportFailed: It is no such file, of another version, or a value is wrong; ``place`` says
            where.
    """
    whole, findings = json_text.parse(data)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ImportFailed(Reason.OTHER_JSON)
    version = whole.get("version")
    if version != VERSION or isinstance(version, bool):
        raise ImportFailed(Reason.WRONG_VERSION, "version", repr(version))
    reader = _Reader(findings)
    reader.read(whole)
    return Reading(tuple(reader.with_references()), tuple(reader.findings))


class _Reader:
    """Collects the items, parents first, while it walks down the file."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        self._nodes: list[Node] = []
        self._ids: dict[str, NodeId] = {}  # by the id in the file
        self._last_key: dict[NodeId | None, str] = {}

    def read(self, whole: _Object) -> None:
        plan_object = _as_object(_required(whole, "plan", ()), ("plan",))
        unknown = {key: value for key, value in whole.items() if key not in TOP_KEYS}
        if WHOLE_FILE in plan_object:
            raise ImportFailed(Reason.WRONG_VALUE, f"plan.{WHOLE_FILE}")
        if unknown:
            plan_object = plan_object | {WHOLE_FILE: unknown}
        plan = self._item(Kind.PLAN, plan_object, ("plan",), None)
        for key, kind in LISTS.items():
            for path, item in _list(whole, key, ()):
                self._branch(kind, item, path, plan)
        for path, note in _notes(whole):
            self._item(Kind.FOOTNOTE, note, path, plan)

    def with_references(self) -> Iterator[Node]:
        """The items; a reference to an item whose id could not be kept follows its new id."""
        for node in self._nodes:
            if isinstance(node, Measure) and node.status_reference in self._ids:
                yield replace(node, status_reference=self._ids[node.status_reference])
            else:
                yield node

    def _branch(self, kind: Kind, item: _Object, path: Path, parent: NodeId) -> None:
        node_id = self._item(kind, item, path, parent)
        for key, kinds in CHILDREN[kind].items():
            for below, child in _list(item, key, path):
                self._branch(_kind(child, kinds, below), child, below, node_id)

    def _item(self, kind: Kind, item: _Object, path: Path, parent: NodeId | None) -> NodeId:
        if len(self._nodes) >= MOST_ITEMS:
            raise ImportFailed(Reason.TOO_LARGE, path_text(path))
        record = _record(kind, item, path)
        unknown = {key: value for key, value in item.items() if key not in known_keys(kind)}
        if kind is Kind.CHAPTER:
            record["text"], blocks = _text_of_blocks(item, path)
            unknown |= blocks
        if unknown:
            record["extra"] = json.dumps(unknown, ensure_ascii=False, sort_keys=True)
        node_id = self._id(item, path)
        self._last_key[parent] = key_between(self._last_key.get(parent, ""), "")
        place = Place(parent, self._last_key[parent])
        self._nodes.append(_checked(from_record(kind, node_id, place, record), path))
        return node_id

    def _id(self, item: _Object, path: Path) -> NodeId:
        """The file's own id, or a new one where it has none or one of another shape."""
        raw = item.get("id")
        if raw is None:
            return new_id()
        if not isinstance(raw, str):
            raise _wrong((*path, "id"), raw)
        if raw in self._ids:
            raise ImportFailed(Reason.TWICE, path_text((*path, "id")), raw)
        kept = bool(_ID.fullmatch(raw))
        if not kept:
            self.findings.append(Finding(Code.NEW_ID, Spot(path=path_text((*path, "id"))), raw))
        self._ids[raw] = NodeId(raw) if kept else new_id()
        return self._ids[raw]


def _record(kind: Kind, item: _Object, path: Path) -> Record:
    """The item's fields as plain values, each checked where it stands."""
    record: Record = {}
    for name in fields_of(kind):
        key = key_of(kind, name)
        if key == "blocks" or (key not in item and name in defaults(kind)):
            continue
        raw = _required(item, key, path)
        if raw is None and name in EMPTY_IS_NULL:
            continue
        try:
            value_of(kind, name, raw)  # type: ignore[arg-type]  # it refuses what is no scalar
        except ValueError:
            raise _wrong((*path, key), raw) from None
        record[name] = _tidy(name, raw, (*path, key))  # type: ignore[arg-type]  # a scalar now
    return record


def _tidy(name: str, raw: Scalar, path: Path) -> Scalar:
    """Titles and short texts are one line, and what names an item is not empty."""
    if isinstance(raw, str) and name not in LONG_TEXTS:
        raw = " ".join(raw.split()) if "\n" in raw or "\t" in raw else raw
        if not raw.strip() and name in {"title", "key"}:
            raise ImportFailed(Reason.MISSING, path_text(path))
    return raw


def _checked(node: Node, path: Path) -> Node:
    """The item, if its values go together.

    Raises:
        ImportFailed: They do not; the place is named.
    """
    level = getattr(node, "level", None)
    if isinstance(node, Risk):
        factors = (node.likelihood, node.consequence)
        for name, factor in zip(("likelihood", "consequence"), factors, strict=True):
            if factor not in {None, *_FACTORS}:
                raise _wrong((*path, name), factor)
        product = None if None in factors else (factors[0] or 0) * (factors[1] or 0)
        node = replace(node, level=product) if level is None else node
        if level not in {None, *LEVELS} or (product and level not in {None, product}):
            raise _wrong((*path, "level"), level)
    elif level not in {None, 1, 2, 3}:
        raise _wrong((*path, "level"), level)
    for name in ("year", "due", "decision_date"):
        value = getattr(node, name, None)
        if value is not None and getattr(value, "year", value) not in _YEARS:
            raise _wrong((*path, name), str(value))
    return node


def _text_of_blocks(item: _Object, path: Path) -> tuple[str, _Object]:
    """A chapter's text in notation, and the keys of its blocks that we do not know."""
    lines: list[str] = []
    unknown: _Object = {}
    for place, block in _list(item, "blocks", path):
        kind, text = block.get("kind", "paragraph"), _required(block, "text", place)
        if not isinstance(text, str):
            raise _wrong((*place, "text"), text)
        if kind not in {"paragraph", "bullet"}:
            raise _wrong((*place, "kind"), kind)
        if keys := {key: value for key, value in block.items() if key not in {"kind", "text"}}:
            unknown[str(len(lines))] = keys
        lines += f"- {text}".split("\n") if kind == "bullet" else text.split("\n")
    return "\n".join(lines), {"blocks": unknown} if unknown else {}


def _notes(whole: _Object) -> Iterator[tuple[Path, _Object]]:
    """Each footnote as an object: those with ids first, then the plain dictionary's others."""
    texts = dict(_as_object(whole.get("footnotes", {}), ("footnotes",)))
    named = set()
    for path, note in _list(whole, "notes", ()):
        key = _required(note, "key", path)
        if not isinstance(key, str):
            raise _wrong((*path, "key"), key)
        named.add(key)
        yield path, {"text": texts.get(key, "")} | note
    for key, text in texts.items():
        if key not in named:
            yield ("footnotes", key), {"key": key, "text": text}


def _kind(item: _Object, allowed: tuple[Kind, ...], path: Path) -> Kind:
    if "kind" not in item and len(allowed) == 1:
        return allowed[0]
    raw = _required(item, "kind", path) if Kind.MEASURE in allowed else allowed[0]
    if raw not in {kind.value for kind in allowed}:
        raise _wrong((*path, "kind"), raw)
    return Kind(raw)


def _list(item: _Object, key: str, path: Path) -> Iterator[tuple[Path, _Object]]:
    """The objects of a list that may be missing, each with its place."""
    entries = item.get(key, [])
    if not isinstance(entries, list):
        raise _wrong((*path, key), entries)
    for number, entry in enumerate(entries):
        place = (*path, key, number)
        yield place, _as_object(entry, place)


def _as_object(value: object, path: Path) -> _Object:
    if not isinstance(value, dict):
        raise _wrong(path, value)
    return value


def _required(item: _Object, key: str, path: Path) -> object:
    if key not in item:
        raise ImportFailed(Reason.MISSING, path_text((*path, key)))
    return item[key]


def _wrong(path: Path, value: object) -> ImportFailed:
    return ImportFailed(Reason.WRONG_VALUE, path_text(path), repr(value))
