"""What an import found: the items, and everything a person should look at, with its place.

Nothing in a file disappears silently: a text is in an item or in a finding. No words for the user
here: gui and cli have those.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from qpdesk.domain.nodes import Kind, Node, kind_of
from qpdesk.domain.order import NodeId


class Weight(StrEnum):
    """How much a finding asks of the reader."""

    UNPLACED = "unplaced"
    """The text is in no item; it stands only in the report."""
    UNCERTAIN = "uncertain"
    """It was placed by a guess that a person should confirm."""
    NOTED = "noted"
    """Good to know."""


class Code(StrEnum):
    """What was found."""

    # unplaced
    LOOSE_TEXT = "loose_text"
    UNKNOWN_COLUMN = "unknown_column"
    UNKNOWN_TABLE = "unknown_table"
    UNKNOWN_STATUS = "unknown_status"
    NO_OWNER = "no_owner"
    """A purpose, description or follow-up in a row that has no item for it."""
    TEXT_BOX = "text_box"
    UNUSED_NOTE = "unused_note"
    NO_CACHED_VALUE = "no_cached_value"
    COMMENT = "comment"
    # uncertain
    IMPOSSIBLE_LEVEL = "impossible_level"
    UNREADABLE_VALUE = "unreadable_value"
    SEVERAL_LEVELS = "several_levels"
    TWO_HEADINGS = "two_headings"
    NO_HEADING = "no_heading"
    GUESSED_HEADING = "guessed_heading"
    HEADING_WITH_TEXT = "heading_with_text"
    JOINED_TITLE = "joined_title"
    JOINED_ROW = "joined_row"
    GUESSED_STATUS = "guessed_status"
    NO_STATUS = "no_status"
    NO_LABEL = "no_label"
    GUESSED_NOTE = "guessed_note"
    NESTED_TABLE = "nested_table"
    NO_COLUMN_HEADS = "no_column_heads"
    REPAIRED_WORD = "repaired_word"
    GUESSED_TITLE = "guessed_title"
    CONTROL_CHARACTERS = "control_characters"
    NEW_ID = "new_id"
    # noted
    COLUMN_HEADS = "column_heads"
    REPEATED_HEADS = "repeated_heads"
    REPEATED_ITEM = "repeated_item"
    LEGEND = "legend"
    CONTENTS = "contents"
    PAGE_HEADER = "page_header"
    TRACKED_CHANGES = "tracked_changes"
    LEVEL_MARK = "level_mark"
    NUMBERED_LIST = "numbered_list"
    FORMULA = "formula"
    HIDDEN = "hidden"
    LINK = "link"
    PICTURE = "picture"
    MACRO = "macro"
    EMBEDDED = "embedded"
    EXTERNAL = "external"


_UNPLACED = frozenset(
    {
        Code.LOOSE_TEXT,
        Code.UNKNOWN_COLUMN,
        Code.UNKNOWN_TABLE,
        Code.UNKNOWN_STATUS,
        Code.NO_OWNER,
        Code.TEXT_BOX,
        Code.UNUSED_NOTE,
        Code.NO_CACHED_VALUE,
        Code.COMMENT,
    }
)
_NOTED = frozenset(
    {
        Code.COLUMN_HEADS,
        Code.REPEATED_HEADS,
        Code.REPEATED_ITEM,
        Code.LEGEND,
        Code.CONTENTS,
        Code.PAGE_HEADER,
        Code.TRACKED_CHANGES,
        Code.LEVEL_MARK,
        Code.NUMBERED_LIST,
        Code.FORMULA,
        Code.HIDDEN,
        Code.LINK,
        Code.PICTURE,
        Code.MACRO,
        Code.EMBEDDED,
        Code.EXTERNAL,
    }
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the file. Numbers count from 1; 0 and "" mean that it does not apply.

    ``page`` is counted from the page breaks that Word last wrote down, so it is near, not exact.
    ``path`` is a place in JSON, or a part of the package.
    """

    page: int = 0
    paragraph: int = 0
    table: int = 0
    sheet: str = ""
    row: int = 0
    column: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at, with the text that stands there."""

    code: Code
    spot: Spot
    text: str = ""

    @property
    def weight(self) -> Weight:
        """How much it asks of the reader."""
        if self.code in _UNPLACED:
            return Weight.UNPLACED
        return Weight.NOTED if self.code in _NOTED else Weight.UNCERTAIN


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a file: one plan's items, parents first, and the findings."""

    nodes: tuple[Node, ...]
    findings: tuple[Finding, ...] = ()
    spots: Mapping[NodeId, Spot] = field(default_factory=dict)
    """Where in the file items were read, for those that a table or a document gave."""

    def near(self, finding: Finding) -> list[NodeId]:
        """The items that were read from the row or the paragraph that a finding is about."""
        wanted = _line(finding.spot)
        return [
            node.id
            for node in self.nodes
            if any(wanted) and _line(self.spots.get(node.id, Spot())) == wanted
        ]

    @property
    def counts(self) -> Counter[Kind]:
        """How many items of each kind."""
        return Counter(kind_of(node) for node in self.nodes)

    def of_weight(self, weight: Weight) -> Iterable[Finding]:
        """The findings of one weight, in the order of the file."""
        return (finding for finding in self.findings if finding.weight is weight)


def _line(spot: Spot) -> tuple[str, int, int, int]:
    return spot.sheet, spot.table, spot.row, 0 if spot.row else spot.paragraph
