"""Branches between two windows of this program: items as the open plan format has them."""

import json
from dataclasses import dataclass

from qpdesk.domain.branches import Branches
from qpdesk.domain.nodes import Footnote, Kind, kind_of
from qpdesk.domain.record import to_record
from qpdesk.domain.register import Register
from qpdesk.exchange import json_text
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.json_text import wrong
from qpdesk.exchange.plan_format import item_object
from qpdesk.exchange.plan_reading import Reader
from qpdesk.exchange.planting import Planting

MIME = "application/x-qpdesk-branches+json"
LARGEST = 32 * 2**20  # bytes; a plan of 10,000 items is about 5 MB

_FORMAT = "qpdesk-branches"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Passage:
    """Branches on their way, and the mark by which their sender knows them again."""

    branches: Branches
    mark: str


def write_branches(register: Register, passage: Passage) -> bytes:
    """The branches as UTF-8 JSON.

    Args:
        register: Where they stand; what stands above them is looked up there.
        passage: What is sent.
    """
    heads = passage.branches.heads
    above = {node.id: node for head in heads for node in register.ancestors(head.id)}
    part = Register([*above.values(), *passage.branches.nodes])
    whole = {
        "format": _FORMAT,
        "version": _VERSION,
        "mark": passage.mark,
        "branches": [
            {"kind": kind_of(head).value, "item": item_object(part, head)} for head in heads
        ],
        "notes": [{"id": note.id, **to_record(note)} for note in passage.branches.notes],
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def read_branches(data: bytes) -> Passage:
    """The branches that such a text holds, with the ids that they had.

    Raises:
        ImportFailed: It holds something else, or too much; a value is wrong.
    """
    if len(data) > LARGEST:
        raise ImportFailed(Reason.TOO_LARGE)
    whole, findings = json_text.parse(data)
    if not isinstance(whole, dict) or whole.get("format") != _FORMAT:
        raise ImportFailed(Reason.OTHER_JSON)
    if whole.get("version") != _VERSION:
        raise ImportFailed(Reason.WRONG_VERSION, "version", repr(whole.get("version")))
    planting, notes = Planting(findings), Planting(findings)
    _read_items(whole, planting)
    _read_notes(whole, notes)
    nodes = tuple(planting.nodes())
    if not nodes:
        raise ImportFailed(Reason.EMPTY)
    found = tuple(note for note in notes.nodes() if isinstance(note, Footnote))
    return Passage(Branches(nodes, found), str(whole.get("mark", "")))


def _read_items(whole: dict[str, object], planting: Planting) -> None:
    reader = Reader(planting)
    for number, entry in enumerate(_list(whole, "branches")):
        path = ("branches", number)
        kind, item = entry.get("kind"), entry.get("item")
        if kind not in {kind.value for kind in Kind if kind is not Kind.PLAN}:
            raise wrong((*path, "kind"), kind)
        if not isinstance(item, dict):
            raise wrong((*path, "item"), item)
        reader.branch(Kind(kind), item, (*path, "item"), None)


def _read_notes(whole: dict[str, object], planting: Planting) -> None:
    for number, note in enumerate(_list(whole, "notes")):
        Reader(planting).branch(Kind.FOOTNOTE, note, ("notes", number), None)


def _list(whole: dict[str, object], key: str) -> list[dict[str, object]]:
    entries = whole.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise wrong((key,), entries)
    return entries
