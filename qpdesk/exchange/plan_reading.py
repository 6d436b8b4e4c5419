"""Reading a plan in the open format. What we do not know is kept; what is wrong is named."""

import json
from collections.abc import Iterator

from qpdesk.domain.nodes import Kind
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Record, defaults, value_of
from qpdesk.exchange import json_text
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Reading
from qpdesk.exchange.json_text import Path, path_text, wrong
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
from qpdesk.exchange.planting import Planting, tidy

_Object = dict[str, object]


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
    planting = Planting(findings)
    Reader(planting).read(whole)
    return Reading(tuple(planting.nodes()), tuple(findings))


class Reader:
    """Walks down the file, parents first."""

    def __init__(self, planting: Planting) -> None:
        self._planting = planting

    def read(self, whole: _Object) -> None:
        """Read a plan with all its lists."""
        plan_object = _as_object(_required(whole, "plan", ()), ("plan",))
        unknown = {key: value for key, value in whole.items() if key not in TOP_KEYS}
        if WHOLE_FILE in plan_object:
            raise ImportFailed(Reason.WRONG_VALUE, f"plan.{WHOLE_FILE}")
        if unknown:
            plan_object = plan_object | {WHOLE_FILE: unknown}
        plan = self._item(Kind.PLAN, plan_object, ("plan",), None)
        for key, kind in LISTS.items():
            for path, item in _list(whole, key, ()):
                self.branch(kind, item, path, plan)
        for path, note in _notes(whole):
            self._item(Kind.FOOTNOTE, note, path, plan)

    def branch(self, kind: Kind, item: _Object, path: Path, parent: NodeId | None) -> None:
        """Read an item with all below it."""
        node_id = self._item(kind, item, path, parent)
        for key, kinds in CHILDREN[kind].items():
            for below, child in _list(item, key, path):
                self.branch(_kind(child, kinds, below), child, below, node_id)

    def _item(self, kind: Kind, item: _Object, path: Path, parent: NodeId | None) -> NodeId:
        record = _record(kind, item, path)
        unknown = {key: value for key, value in item.items() if key not in known_keys(kind)}
        if kind is Kind.CHAPTER:
            record["text"], blocks = _text_of_blocks(item, path)
            unknown |= blocks
        if unknown:
            record["extra"] = json.dumps(unknown, ensure_ascii=False, sort_keys=True)
        return self._planting.add(kind, item.get("id"), parent, record, path)


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
            raise wrong((*path, key), raw) from None
        record[name] = tidy(name, raw, (*path, key))  # type: ignore[arg-type]  # a scalar now
    return record


def _text_of_blocks(item: _Object, path: Path) -> tuple[str, _Object]:
    """A chapter's text in notation, and the keys of its blocks that we do not know."""
    lines: list[str] = []
    unknown: _Object = {}
    for place, block in _list(item, "blocks", path):
        kind, text = block.get("kind", "paragraph"), _required(block, "text", place)
        if not isinstance(text, str):
            raise wrong((*place, "text"), text)
        if kind not in ("paragraph", "bullet"):  # a tuple: it may be anything
            raise wrong((*place, "kind"), kind)
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
            raise wrong((*path, "key"), key)
        named.add(key)
        yield path, {"text": texts.get(key, "")} | note
    for key, text in texts.items():
        if key not in named:
            yield ("footnotes", key), {"key": key, "text": text}


def _kind(item: _Object, allowed: tuple[Kind, ...], path: Path) -> Kind:
    if "kind" not in item and len(allowed) == 1:
        return allowed[0]
    raw = _required(item, "kind", path) if Kind.MEASURE in allowed else allowed[0]
    if raw not in [kind.value for kind in allowed]:  # a list: it may be anything, hashable or not
        raise wrong((*path, "kind"), raw)
    return Kind(raw)


def _list(item: _Object, key: str, path: Path) -> Iterator[tuple[Path, _Object]]:
    """The objects of a list that may be missing, each with its place."""
    entries = item.get(key, [])
    if not isinstance(entries, list):
        raise wrong((*path, key), entries)
    for number, entry in enumerate(entries):
        place = (*path, key, number)
        yield place, _as_object(entry, place)


def _as_object(value: object, path: Path) -> _Object:
    if not isinstance(value, dict):
        raise wrong(path, value)
    return value


def _required(item: _Object, key: str, path: Path) -> object:
    if key not in item:
        raise ImportFailed(Reason.MISSING, path_text((*path, key)))
    return item[key]
