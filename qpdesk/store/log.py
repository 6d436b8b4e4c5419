"""The log of a file as values: its lines, their checksums, and the register that they come to.

A file is a set of changes; what it says is a pure function of that set. Every change names the
changes of the same field that its author saw and replaced. Those that none replaces are the heads:
two with different values mean that two people disagree; the later by clock is shown until somebody
decides. A deletion names all heads of the item that its author saw: what he did not see survives.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import NamedTuple

from qpdesk.domain.errors import StaleEdit
from qpdesk.domain.nodes import Kind, Node
from qpdesk.domain.order import NodeId, Place, is_key
from qpdesk.domain.record import FIELDS, from_record
from qpdesk.domain.register import Register
from qpdesk.values import dataclass

KIND, PLACE, DELETED = "_kind", "_place", "_deleted"
"""The fields of an item that are no fields of the domain."""

_write: Callable[[object, int], tuple[str, ...]] = json.encoder.c_make_encoder(  # type: ignore[attr-defined]  # typeshed lacks it
    None, None, json.encoder.encode_basestring, None, ":", ",", True, False, True
)  # as JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True), which makes it anew
_scan: Callable[[str, int], tuple[object, int]] = json.JSONDecoder().scan_once  # type: ignore[attr-defined]  # typeshed lacks it
_SLICE = 500  # lines
_KINDS = {kind.value: kind for kind in Kind}


class BrokenLog(Exception):
    """The log contradicts itself; the message says where. It holds no texts of the plan."""


class Changeset(NamedTuple):
    """One act of one user, as the row that it is."""

    id: str
    hlc: int
    person: str
    at: str
    kind: str
    deed: str
    note: str
    undoes: str | None
    app: str
    previous_hash: bytes | None
    hash: bytes


class Change(NamedTuple):
    """One field of one item before and after, as the row that it is (JSON texts)."""

    changeset: str
    number: int
    item: str
    field: str
    old: str | None
    new: str | None
    replaces: str
    seen: str | None
    salt: bytes | None
    digest: bytes | None
    """Of the values; only where they have been blanked."""

    @property
    def id(self) -> str:
        """How other changes name this one."""
        return f"{self.changeset}.{self.number}"


Heads = dict[str, dict[str, list[Change]]]
"""For each item and field the changes that none replaces, the one that is shown last."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a log comes to."""

    nodes: dict[NodeId, Node]
    heads: Heads

    def let_go(self) -> None:
        """Throw it away bit by bit: all at once, no window is drawn for a tenth of a second."""
        for items in (self.nodes, self.heads):
            while items:
                items.popitem()

    def head_rows(self) -> Iterator[tuple[str, str, str]]:
        """The heads as rows of their table."""
        for item, fields in self.heads.items():
            for field, lines in fields.items():
                for line in lines:
                    yield item, field, line.id


def as_json(value: object) -> str:
    """The one way we write JSON: what is hashed must never be written differently."""
    return "".join(_write(value, 0))


def person_id_of(salt: bytes, name: str) -> str:
    """The id of a person: it can be checked, yet says nothing when salt and name are blanked."""
    return sha256(salt + name.encode()).hexdigest()[:32]


def place_json(place: Place) -> str:
    """A place as one value, so that a move is whole."""
    return as_json([place.parent, place.key])


def digest_of(line: Change) -> bytes:
    """What the chain knows of the values: they may be blanked one day, and it still holds."""
    if line.digest is not None:
        return line.digest
    # A line break stands in no JSON text, and no JSON text is empty.
    values = f"{line.old or ''}\n{line.new or ''}"
    return sha256((line.salt or b"") + values.encode()).digest()


def hash_of(changeset: Changeset, changes: Iterable[Change]) -> bytes:
    """The link in its replica's chain; ``changeset.hash`` itself is not looked at.

    Of the JSON text of ``[changeset, changes]``, in slices: an import has a hundred thousand
    lines, and while one piece of JSON is written no window is drawn.
    """
    link = sha256(changeset.previous_hash or b"")
    link.update(f"[{as_json(changeset[:-2])},[".encode())
    lines = [(*line[1:4], *line[6:8], digest_of(line).hex()) for line in changes]
    for start in range(0, len(lines), _SLICE):
        text = as_json(lines[start : start + _SLICE])[1:-1]
        link.update((f",{text}" if start else text).encode())
    link.update(b"]]")
    return link.digest()


def changeset_id(replica: str, number: int) -> str:
    """Ids of one replica sort in the order of its changes."""
    return f"{replica}.{number:08d}"


def check_chain(
    changesets: Iterable[Changeset],
    changes: Iterable[Change],
    ends: Mapping[str, tuple[int, bytes]] = MappingProxyType({}),
    watch: Callable[[Iterable[Change]], Iterable[Change]] = iter,
) -> None:
    """See that no link and no value has been altered or is missing.

    Args:
        changesets: In the order of their ids.
        changes: In the order of their ids.
        ends: For each replica the number and hash of the link before these; none: from the first.
        watch: Counts the changes as they are checked.

    Raises:
        BrokenLog: At the first link that does not hold.
    """
    lines: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        lines[change.changeset].append(change)
        if change.digest is not None and (change.salt or change.old or change.new):
            raise BrokenLog(f"digest of {change.id}")
    replica, number = "", 0
    previous: bytes | None = None
    for changeset in changesets:
        owner = changeset.id.partition(".")[0]
        if owner != replica:
            replica = owner
            number, previous = ends.get(owner, (0, None))
        number += 1
        if changeset.id != changeset_id(replica, number) or changeset.previous_hash != previous:
            raise BrokenLog(f"chain at {changeset.id}")
        if hash_of(changeset, watch(lines.get(changeset.id, []))) != changeset.hash:
            raise BrokenLog(f"hash of {changeset.id}")
        previous = changeset.hash
        lines.pop(changeset.id, None)
    if lines:
        raise BrokenLog(f"changes without {min(lines)}")


def replay(
    changes: Iterable[Change],
    clock: Mapping[str, int],
    watch: Callable[[Iterable[str]], Iterable[str]] = iter,
) -> Outcome:
    """The items that a set of changes comes to; the order they are given in does not matter.

    Args:
        changes: All changes of a log.
        clock: The hybrid logical clock of each changeset.
        watch: Counts the items as they are made.

    Raises:
        BrokenLog: They make no register.
    """
    heads = _heads(changes, clock)
    shown = {
        item: {field: _value(found[-1]) for field, found in fields.items() if found[-1].new}
        for item, fields in heads.items()
    }
    known = _known(shown)
    visible = _visible(heads, {item: place.parent for item, (_, place) in known.items()})
    nodes = {}
    for item in watch(visible):
        kind, place = known[item]
        record = {name: shown[item][name] for name in FIELDS[kind] if name in shown[item]}
        try:
            nodes[NodeId(item)] = from_record(kind, NodeId(item), place, record)  # type: ignore[arg-type]  # from_record looks at each value
        except ValueError as error:
            raise BrokenLog(f"item {item}: {str(error).partition(':')[0]}") from error
    try:
        Register(nodes.values())
    except (StaleEdit, KeyError) as error:
        raise BrokenLog(f"place of {error.args[0] if error.args else '?'}") from error
    return Outcome(nodes, heads)


def _heads(changes: Iterable[Change], clock: Mapping[str, int]) -> Heads:
    registers: dict[str, dict[str, list[Change]]] = defaultdict(dict)
    for change in changes:
        registers[change.item].setdefault(change.field, []).append(change)
    return {
        item: {
            field: lines
            if len(lines) == 1 and lines[0].replaces == "[]"
            else _newest(lines, clock, f"{item}.{field}")
            for field, lines in fields.items()
        }
        for item, fields in registers.items()
    }


def _newest(lines: list[Change], clock: Mapping[str, int], where: str) -> list[Change]:
    """The changes of one field that none of them replaces, the latest last."""
    replaced = {name for line in lines for name in names_in(line.replaces)}
    names = {line.id for line in lines}
    found = [line for line in lines if line.id not in replaced]
    if not found or not replaced <= names:
        raise BrokenLog(f"heads of {where}")
    found.sort(key=lambda line: (clock[line.changeset], line.changeset, line.number))
    return found


def names_in(text: str | None) -> list[str]:
    """The changes that a change replaces or has seen.

    Raises:
        BrokenLog: It is no such list.
    """
    if text in {None, "[]"}:
        return []
    try:
        names = json.loads(text or "[]")
    except (ValueError, RecursionError) as error:
        raise BrokenLog("list of changes") from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BrokenLog("list of changes")
    return names


def _value(change: Change) -> object:
    text = change.new or "null"
    try:
        value, end = _scan(text, 0)  # as json.loads, which looks for blanks around first
    except (ValueError, StopIteration, RecursionError) as error:
        raise BrokenLog(f"value of {change.id}") from error
    if end != len(text):
        raise BrokenLog(f"value of {change.id}")
    return value


def _known(shown: dict[str, dict[str, object]]) -> dict[str, tuple[Kind, Place]]:
    """The items of kinds that we know: a later minor version may have more."""
    known = {}
    for item, values in shown.items():
        kind = _KINDS.get(str(values.get(KIND)))
        match values.get(PLACE):
            case [None | str() as parent, str(key)] if is_key(key):
                if kind is not None:
                    known[item] = (kind, Place(None if parent is None else NodeId(parent), key))
            case _:
                raise BrokenLog(f"place of {item}")
    return known


def _visible(heads: Heads, parents: Mapping[str, str | None]) -> Iterator[str]:
    """The items that stand: not deleted, or changed by one who did not know, or with such below."""
    below: dict[str | None, list[str]] = defaultdict(list)
    for item, parent in parents.items():
        below[parent].append(item)
    order = _downwards(below, [None])
    outside = _downwards(below, heads.keys() - parents.keys())  # below items of unknown kinds
    if parents.keys() - set(order) - set(outside):
        raise BrokenLog("parents")
    standing: set[str] = set()
    for item in reversed(order):
        if not _is_deleted(heads[item]) or any(child in standing for child in below[item]):
            standing.add(item)
    return (item for item in order if item in standing)


def _downwards(below: Mapping[str | None, list[str]], tops: Iterable[str | None]) -> list[str]:
    """Everything below these, each before what is below it."""
    order: list[str] = []
    stack = [item for top in tops for item in below.get(top, ())]
    while stack:
        order.append(stack.pop())
        stack += below.get(order[-1], ())
    return order


def _is_deleted(fields: dict[str, list[Change]]) -> bool:
    """Whether all agree that the item is gone, and knew all that was said of it."""
    deletions = fields.get(DELETED, [])
    if not deletions or not all(_value(line) is True for line in deletions):
        return False
    seen = {name for line in deletions for name in names_in(line.seen)}
    others = (line for field, lines in fields.items() if field != DELETED for line in lines)
    return all(line.id in seen for line in others)
