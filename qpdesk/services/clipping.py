"""What goes onto a clipboard and comes from it: for this program whole, for others as a table."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from secrets import token_hex

from qpdesk.domain.branches import Branches, paste, taken, target_for
from qpdesk.domain.changes import Change, Deed, Edit
from qpdesk.domain.nodes import Area, Kind, Node
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.exchange.branch_format import MIME, Passage, read_branches, write_branches
from qpdesk.exchange.clip_table import table_of
from qpdesk.exchange.clip_text import as_html, as_tabbed, read_tabbed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Finding
from qpdesk.exchange.pasted import MOST_ITEMS, Pasted, read_pasted
from qpdesk.services.discretion import presentable

__all__ = [
    "MIME",
    "MOST_ITEMS",
    "Clipping",
    "Finding",
    "ImportFailed",
    "Passage",
    "Pasted",
    "Reason",
    "as_html",
    "as_tabbed",
    "clip",
    "paste_rows",
    "read_branches",
    "read_pasted",
    "read_tabbed",
]


@dataclass(frozen=True, slots=True)
class Clipping:
    """The same branches in three ways, and the mark by which they are known again."""

    own: bytes
    """In the format of ``MIME``."""
    html: str
    text: str
    mark: str


def clip(
    register: Register, node_ids: Sequence[NodeId], kept: Collection[NodeId] | None = None
) -> Clipping:
    """Branches for the clipboard, only with what is ``kept`` below, if that is given.

    The tables, which other programs see, hold nothing that too few answered for.
    """
    mark = token_hex(8)
    branches = taken(register, node_ids, kept)
    table = table_of(_as_others_see(register, branches))
    own = write_branches(register, Passage(branches, mark))
    return Clipping(own, as_html(table), as_tabbed(table), mark)


def paste_rows(
    register: Register, rows: Branches, plan: NodeId, current: NodeId | None
) -> tuple[Edit, list[tuple[NodeId, Branches]]]:
    """The one edit that puts rows from elsewhere where they fit, and which goes under what.

    Areas that the plan has by that name, once, get the rows; others become new ones.

    Args:
        register: Where to.
        rows: From ``read_pasted``.
        plan: The plan that is shown.
        current: The item that has the focus, if any.

    Raises:
        WrongParent: There is no place for some of them here.
    """
    changes: list[Change] = []
    places = []
    for home, branches in _groups(register, rows, plan):
        parent, before = home, None
        if home is None:
            parent, before = target_for(register, branches.kinds, plan, current)
        parent = parent or plan
        changes += paste(register, branches, parent, before).changes
        places.append((parent, branches))
    return Edit(Deed.PASTE, tuple(changes)), places


def _groups(
    register: Register, rows: Branches, plan: NodeId
) -> Iterator[tuple[NodeId | None, Branches]]:
    """What goes together, with the area of the plan that it goes to, if it names one."""
    homes = _areas(register, plan)
    heads = {node.id for node in rows.heads}
    group_of: dict[NodeId, tuple[NodeId | None, bool]] = {}
    groups: dict[tuple[NodeId | None, bool], list[Node]] = {}
    for node in rows.nodes:
        if node.id not in heads:
            group = group_of[node.place.parent or node.id]
        elif isinstance(node, Area) and node.title in homes:
            group_of[node.id] = (homes[node.title], False)
            continue  # it is there already
        else:
            group = (None, isinstance(node, Area))
        group_of[node.id] = group
        groups.setdefault(group, []).append(node)
    for (home, _), nodes in groups.items():
        yield home, Branches(tuple(nodes))


def _areas(register: Register, plan: NodeId) -> dict[str, NodeId]:
    """The plan's areas by title; a title that several have names none of them."""
    areas = [area for area in register.children(plan, Kind.AREA) if isinstance(area, Area)]
    count = Counter(area.title for area in areas)
    return {area.title: area.id for area in areas if count[area.title] == 1}


def _as_others_see(register: Register, branches: Branches) -> Branches:
    shown = presentable(register)
    return Branches(tuple(shown.get(node.id) or node for node in branches.nodes))
