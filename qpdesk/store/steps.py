"""What can be undone and redone, rebuilt from the log: so that undo survives a restart."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sqlalchemy import select

from qpdesk.domain.changes import Added, Deed, Edit, Moved, Removed, Replaced
from qpdesk.domain.changes import Change as ItemChange
from qpdesk.domain.nodes import Node, kind_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, value_of
from qpdesk.store.history import Archive, place_from
from qpdesk.store.log import DELETED, KIND, PLACE, Change, as_json
from qpdesk.store.log_tables import changeset
from qpdesk.store.tables import Cursor, nodes, sql


@dataclass(frozen=True, slots=True)
class Step:
    """An edit of ours that can be taken back, or taken up again when it ``is_undone``."""

    edit: Edit
    is_undone: bool
    changeset: str
    """The one that did it, or the one that took it back."""


class _Stale(Exception):
    """Others have changed the same: no step from here on can be trusted."""


def steps(cursor: Cursor, replica: str, limit: int) -> list[Step]:
    """The steps of one replica, in the order in which they were done; undone ones come last.

    A step whose fields others have changed since ends the list: what lies behind it stays as it
    is.
    """
    done, undone = _stacks(cursor, replica)
    archive = Archive(cursor)
    past, future = _State(cursor, archive), _State(cursor, archive)
    back = [Step(edit, False, name) for name, edit in past.back(done[: -limit - 1 : -1])]
    on = [
        Step(edit, True, undone[place][0])
        for place, (_, edit) in zip(
            range(len(undone) - 1, -1, -1),
            future.on([name for _, name in reversed(undone)]),
            strict=False,
        )
    ]
    return [*reversed(back), *on]


def _stacks(cursor: Cursor, replica: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The changesets that stand, and those undone: (the undoing, the undone), the next one last."""
    columns = (changeset.c.id, changeset.c.kind, changeset.c.undoes)
    ours = select(*columns).where(changeset.c.id.between("", "")).order_by(changeset.c.id)
    done: list[str] = []
    undone: list[tuple[str, str]] = []
    for name, kind, undoes in cursor.execute(sql(ours), (f"{replica}.", f"{replica}/")).fetchall():
        match kind:
            case "undo" if undoes in done:
                undone.append((name, undoes))
                del done[done.index(undoes) :]
            case "redo" if undoes in (undoings := [undoing for undoing, _ in undone]):
                del undone[undoings.index(undoes) :]
                done.append(name)
            case "edit":
                undone.clear()
                done.append(name)
            case _:
                done.clear()
                undone.clear()
    return done, undone


class _State:
    """The register as it is now, walked back or on through our changesets."""

    def __init__(self, cursor: Cursor, archive: Archive) -> None:
        self._archive = archive
        self._standing = {node.id: node for node in nodes(cursor)}
        self._gone: dict[NodeId, Node] = {}

    def back(self, names: list[str]) -> Iterator[tuple[str, Edit]]:
        """The edits that these changesets were, from the newest; each is taken back in turn."""
        for name in names:
            changes: list[ItemChange] = []
            try:
                for item, lines in reversed(_groups(self._archive.lines(name))):
                    changes[:0] = self._taken_back(NodeId(item), lines)
            except _Stale:
                return
            yield name, self._edit(name, changes)

    def on(self, names: list[str]) -> Iterator[tuple[str, Edit]]:
        """The edits that these undone changesets were, from the next; each is done in turn."""
        for name in names:
            changes: list[ItemChange] = []
            try:
                for item, lines in _groups(self._archive.lines(name)):
                    changes += self._done_again(NodeId(item), lines)
            except _Stale:
                return
            yield name, self._edit(name, changes)

    def _edit(self, name: str, changes: list[ItemChange]) -> Edit:
        about = self._archive.changeset(name)
        return Edit(Deed(about.deed), tuple(changes), about.note)

    def _taken_back(self, item: NodeId, lines: dict[str, Change]) -> list[ItemChange]:
        match _fate(lines):
            case "came":
                node = self._take(item)
                self._gone[item] = self._with(node, lines, old=True)
                return [Added(node)]
            case "went":
                self._standing[item] = self._lost(item)
                return [Removed(self._standing[item])]
            case "revived":
                return []
            case _:
                after = self._take(item)
                self._expect(after, lines, old=False)
                self._standing[item] = self._with(after, lines, old=True)
                return _between(self._standing[item], after)

    def _done_again(self, item: NodeId, lines: dict[str, Change]) -> list[ItemChange]:
        match _fate(lines):
            case "came":
                self._standing[item] = self._with(self._lost(item), lines, old=False)
                return [Added(self._standing[item])]
            case "went":
                self._gone[item] = self._take(item)
                return [Removed(self._gone[item])]
            case "revived":
                return []
            case _:
                before = self._take(item)
                self._expect(before, lines, old=True)
                self._standing[item] = self._with(before, lines, old=False)
                return _between(before, self._standing[item])

    def _take(self, item: NodeId) -> Node:
        node = self._standing.pop(item, None)
        if node is None:
            raise _Stale
        return node

    def _lost(self, item: NodeId) -> Node:
        node = self._gone.pop(item, None) or self._archive.ghost(item)
        if node is None or item in self._standing:
            raise _Stale
        return node

    def _expect(self, node: Node, lines: dict[str, Change], *, old: bool) -> None:
        if self._with(node, lines, old=old) != node:
            raise _Stale

    def _with(self, node: Node, lines: dict[str, Change], *, old: bool) -> Node:
        """The item with the old or the new values of a changeset."""
        kind = kind_of(node)
        for field, line in lines.items():
            text = line.old if old else line.new
            if text is None or field in {KIND, DELETED}:
                continue
            if field == PLACE:
                node = replace(node, place=place_from(text))
            elif field in FIELDS[kind]:
                value = value_of(kind, field, json.loads(text))
                node = replace(node, **{field: value})  # type: ignore[arg-type]  # of that field
        return node


def _groups(lines: list[Change]) -> list[tuple[str, dict[str, Change]]]:
    return [
        (item, {line.field: line for line in found})
        for item, found in groupby(lines, key=lambda line: line.item)
    ]


def _fate(lines: dict[str, Change]) -> str:
    """Whether the item came, went, was kept from going, or only changed."""
    deleted = lines.get(DELETED)
    if deleted is not None and deleted.new == as_json(True):
        return "went"
    if deleted is not None and deleted.old is None:
        return "revived"
    return "came" if KIND in lines or deleted is not None else "changed"


def _between(before: Node, after: Node) -> list[ItemChange]:
    moved = replace(before, place=after.place)
    changes: list[ItemChange] = [Moved(before, moved)] if moved != before else []
    return changes + ([Replaced(moved, after)] if after != moved else [])
