"""Why an edit can be refused. No words for the user: gui and cli have those."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qpdesk.domain.nodes import Kind


class EditRefused(Exception):
    """An edit that the rules do not allow."""


class OpenForReading(EditRefused):
    """The file is open for reading only."""


class EmptyTitle(EditRefused):
    """An item must have a title."""


class NotPrintable(EditRefused):
    """The text holds control characters, which no paper and no format can keep."""


class WrongParent(EditRefused):
    """An item of this kind cannot stand under that one; it may say which kinds those are."""

    def __init__(self, kind: "Kind | None" = None, above: "Kind | None" = None) -> None:
        super().__init__(kind, above)
        self.kind = kind
        self.above = above


class ImpossibleLevel(EditRefused):
    """No likelihood and consequence of the scale (1-4 each, as a rule) have this product."""


class OutOfScale(EditRefused):
    """Likelihood and consequence are whole numbers within the scale: 1 to 4, as a rule."""


class ImpossibleScale(EditRefused):
    """A scale has 3-6 named steps each way, and bands that rise from level 1."""


class NotANumber(EditRefused):
    """The text is no number (decimal comma or point)."""


class NotADate(EditRefused):
    """The text is no date between 1900 and 2200 as YYYY-MM-DD."""


class NotAFootnoteKey(EditRefused):
    """The key of a footnote is 1-40 characters without blanks and ``]``."""


class NowhereToMove(EditRefused):
    """There is no place in that direction."""


class PlanClosed(EditRefused):
    """The plan is closed: what stands in it is only read until it is opened again."""


class StaleEdit(EditRefused):
    """The edit was made for a register that has changed since."""


class NotAnAddress(EditRefused):
    """Only https, http and mail addresses may be links."""
