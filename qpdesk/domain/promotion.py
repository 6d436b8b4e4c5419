"""From a bullet that nobody follows up to a measure that somebody does."""

from collections.abc import Iterator

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.nodes import Area, Chapter, Kind, Node, kind_of, may_stand_under, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.text import folded

_SHORT = 4  # letters; shorter words say nothing about what an area is about


def promote(register: Register, parent: NodeId, title: str, source: str) -> Edit:
    """Add a measure with a bullet's words under ``parent``; the bullet stays where it stands.

    Args:
        register: The register.
        parent: An area, a risk or a control.
        title: The bullet's text.
        source: Where it comes from, in words, for the measure to remember.

    Raises:
        EditRefused: A measure cannot stand there, or the text is empty.
    """
    return edits.add(register, Kind.MEASURE, parent, title=title, source=source)


def places(register: Register, plan: NodeId) -> Iterator[Node]:
    """Every item of a plan that a measure may stand under, each before those below it."""
    for area in register.children(plan, Kind.AREA):
        yield area
        for node in register.walk(area.id):
            if may_stand_under(Kind.MEASURE, kind_of(node)):
                yield node


def likely_place(register: Register, plan: NodeId, chapter: NodeId) -> NodeId | None:
    """The area whose name shares most with the chapter's and those above it; else the first."""
    words = _words(" ".join(_headings(register, plan, chapter)))
    areas = [node for node in register.children(plan, Kind.AREA) if isinstance(node, Area)]
    best = max(areas, key=lambda area: len(words & _words(title_of(area))), default=None)
    return best.id if best else None


def _headings(register: Register, plan: NodeId, chapter: NodeId) -> Iterator[str]:
    """The chapter's heading, and those that it stands under."""
    level = 4
    before = [node for node in register.children(plan, Kind.CHAPTER) if isinstance(node, Chapter)]
    numbers = [number for number, node in enumerate(before) if node.id == chapter]
    for node in reversed(before[: numbers[0] + 1] if numbers else []):
        if node.level < level:
            level = node.level
            yield node.title


def _words(text: str) -> set[str]:
    """The beginnings of the words that mean something: "öppenvård" meets "öppenvården"."""
    return {word[:_SHORT] for word in folded(text).split() if len(word) > _SHORT}
