"""Which fields of an item hold the user's own words: to search them, read them, compare them."""

from collections.abc import Iterator

from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.record import FIELDS

_CODES = frozenset(
    {"extra", "status_reference", "key", "scale"}
)  # texts that no one reads as words

PROSE: dict[Kind, tuple[str, ...]] = {
    kind: tuple(
        name for name, wanted in FIELDS[kind].items() if wanted is str and name not in _CODES
    )
    for kind in Kind
}
"""For each kind the fields that hold words."""


def prose(node: Node) -> Iterator[tuple[str, str]]:
    """The item's words, as (field, text); empty fields are left out."""
    for name in PROSE[kind_of(node)]:
        text: str = getattr(node, name)
        if text:
            yield name, text
