"""The one alphabet of change. An edit is a sequence of these, and each can be turned back."""

from enum import StrEnum

from qpdesk.domain.nodes import Node
from qpdesk.values import dataclass


@dataclass(frozen=True, slots=True)
class Added:
    """An item now stands at its place."""

    node: Node


@dataclass(frozen=True, slots=True)
class Removed:
    """An item without children no longer stands there."""

    node: Node


@dataclass(frozen=True, slots=True)
class Replaced:
    """An item has new values; its id, kind and place are the same."""

    before: Node
    after: Node


@dataclass(frozen=True, slots=True)
class Moved:
    """An item, with all below it, has another place and nothing else new."""

    before: Node
    after: Node


Change = Added | Removed | Replaced | Moved


class Deed(StrEnum):
    """What the user did, for the undo menu and the history; gui and cli have the words."""

    ADD = "add"
    DELETE = "delete"
    RENAME = "rename"
    CHANGE = "change"
    STATUS = "status"
    MOVE = "move"
    IMPORT = "import"
    PASTE = "paste"
    RESTORE = "restore"
    JOIN = "join"
    """Taking in what others did to the file."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One act of the user: all its changes happen, or none.

    ``note`` says more about it, as data for the history: the imported file's name, the field.
    """

    deed: Deed
    changes: tuple[Change, ...]
    note: str = ""

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        changes = tuple(_inverse(change) for change in reversed(self.changes))
        return Edit(self.deed, changes, self.note)


def _inverse(change: Change) -> Change:
    match change:
        case Added(node):
            return Removed(node)
        case Removed(node):
            return Added(node)
        case Replaced(before, after):
            return Replaced(after, before)
        case Moved(before, after):
            return Moved(after, before)
