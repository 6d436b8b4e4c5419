"""Where a new item goes, seen from the one that has the focus."""

from qpdesk.domain.nodes import Footnote, Kind, Node, kind_of, may_stand_under
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import FIELDS, Scalar
from qpdesk.domain.register import Register
from qpdesk.gui.models.rows import Outline
from qpdesk.gui.words import terms


def kinds_of(outline: Outline) -> tuple[Kind, ...]:
    """The kinds that may stand in a tree, from the top down."""
    found = list(outline.tops)
    for above in found:
        found += [k for k in Kind if may_stand_under(k, above) and k not in found]
    return tuple(found)


def kinds_below(node: Node) -> tuple[Kind, ...]:
    """The kinds that may stand right under an item."""
    return tuple(kind for kind in Kind if may_stand_under(kind, kind_of(node)))


def place_for(
    register: Register, kind: Kind, plan: NodeId, current: NodeId | None
) -> tuple[NodeId, NodeId | None] | None:
    """The parent of a new item, and the sibling right after which it goes (None: last).

    Last under the current item where that is allowed; else after the nearest item above it that
    has room for such a sibling. None when there is no such place.
    """
    if current is None:
        return (plan, None) if may_stand_under(kind, Kind.PLAN) else None
    below: NodeId | None = None
    for node in (register[current], *register.ancestors(current)):
        if may_stand_under(kind, kind_of(node)):
            same = below is not None and kind_of(register[below]) is kind
            return node.id, below if same or below == current else None
        below = node.id
    return None


def first_values(register: Register, kind: Kind, plan: NodeId) -> dict[str, Scalar]:
    """What a new item needs to exist: a name, or a note's mark that no other has."""
    if kind is Kind.FOOTNOTE:
        notes = register.children(plan, Kind.FOOTNOTE)
        taken = {note.key for note in notes if isinstance(note, Footnote)}
        free = (str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
        return {"key": next(free)}
    return {"title": terms.new_titles()[kind]} if "title" in FIELDS[kind] else {}
