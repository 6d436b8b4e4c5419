"""Writing a plan in the open format (qpdesk-plan, version 1): same plan, same bytes."""

import json
from collections.abc import Iterable

from qpdesk.domain.nodes import Chapter, Footnote, Kind, Node, Plan, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import Scalar, defaults, to_record
from qpdesk.domain.register import Register
from qpdesk.exchange.plan_keys import (
    ALWAYS,
    CHILDREN,
    EMPTY_IS_NULL,
    FORMAT,
    LISTS,
    VERSION,
    WHOLE_FILE,
    fields_of,
    key_of,
    known_keys,
)

Json = dict[str, object]

_BULLET = "- "


def export_plan(register: Register, plan_id: NodeId) -> bytes:
    """The plan with all below it as UTF-8 JSON, ending with a line break.

    Raises:
        KeyError: There is no plan with that id.
    """
    return (
        json.dumps(plan_object(register, plan_id), ensure_ascii=False, indent=2) + "\n"
    ).encode()


def plan_object(register: Register, plan_id: NodeId) -> Json:
    """The plan as the object that the JSON file holds."""
    plan = register[plan_id]
    if not isinstance(plan, Plan):
        raise KeyError(plan_id)
    whole: Json = {"format": FORMAT, "version": VERSION}
    own = item_object(register, plan)
    unknown = own.pop(WHOLE_FILE, {})
    whole["plan"] = own
    for key, kind in LISTS.items():
        whole[key] = [item_object(register, node) for node in register.children(plan_id, kind)]
    whole.update(_footnotes(register, register.children(plan_id, Kind.FOOTNOTE)))
    if isinstance(unknown, dict):
        whole.update({key: value for key, value in unknown.items() if key not in whole})
    return whole


def unknown_keys(node: Node) -> Json:
    """What an imported file had about the item and we do not know."""
    try:
        extra = json.loads(node.extra or "{}")
    except ValueError:
        extra = None
    return extra if isinstance(extra, dict) else {"extra": node.extra}


def item_object(register: Register, node: Node) -> Json:
    """An item with all below it, as the object that stands for it in the file."""
    kind = kind_of(node)
    result: Json = {"kind": kind.value} if "kind" in known_keys(kind) else {}
    result["id"] = node.id
    record, usual = to_record(node), defaults(kind)
    for name in fields_of(kind):
        if name in ALWAYS[kind] or record[name] != usual.get(name):
            result[key_of(kind, name)] = _plain(name, record[name])
    extra = unknown_keys(node)
    if isinstance(node, Chapter):
        result["blocks"] = _blocks(node.text, extra.pop("blocks", None))
    for key, kinds in CHILDREN[kind].items():
        result[key] = [item_object(register, child) for child in register.children(node.id, *kinds)]
    return result | {key: value for key, value in extra.items() if key not in known_keys(kind)}


def _plain(name: str, value: Scalar) -> Scalar:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if name in EMPTY_IS_NULL and value == "" else value


def _blocks(text: str, unknown: object) -> list[Json]:
    """One block a line. ``unknown`` holds keys that blocks had at import, by their number."""
    blocks = [_block(line) for line in text.split("\n")] if text or unknown else []
    for number, keys in unknown.items() if isinstance(unknown, dict) else ():
        blocks[min(int(number), len(blocks) - 1)].update(keys)
    return blocks


def _block(line: str) -> Json:
    if line.startswith(_BULLET):
        return {"kind": "bullet", "text": line.removeprefix(_BULLET)}
    return {"kind": "paragraph", "text": line}


def _footnotes(register: Register, nodes: Iterable[Node]) -> Json:
    """The plain dictionary, and the list with ids; a key's second note has its text there."""
    texts: dict[str, str] = {}
    notes = []
    for node in nodes:
        if isinstance(node, Footnote):
            note = item_object(register, node)
            if texts.setdefault(node.key, node.text) == node.text:
                note.pop("text", None)
            else:
                note["text"] = node.text
            notes.append(note)
    return {"footnotes": texts, "notes": notes}
