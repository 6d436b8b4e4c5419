"""What stands in a cell or under a heading, before anyone has asked how it looks on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from qpdesk.domain.nodes import Status


class Look(Enum):
    """How a text is set: as a title, as running text, or small below a title."""

    TITLE = auto()
    BODY = auto()
    SMALL = auto()


@dataclass(frozen=True, slots=True)
class Text:
    """User text in the domain's notation, after a label of ours ("" for none)."""

    text: str
    look: Look = Look.BODY
    label: str = ""


@dataclass(frozen=True, slots=True)
class Badge:
    """A risk's level: the number's band as shape and colour, number and word as text."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A measure's status: symbol and word."""

    status: Status
    text: str


Passage = Text | Badge | StatusMark


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell holds, how many rows it spans, and whether it is the head of its rows.

    ``is_below`` is a measure of the control beside it, and not of the rows' risk.
    """

    passages: tuple[Passage, ...] = ()
    rows: int = 1
    is_head: bool = False
    is_below: bool = False


Row = Sequence[Content | None]
"""A cell for each column; None where a cell above reaches down."""
