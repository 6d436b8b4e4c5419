"""Which documents there are, and why one is refused. Needs no ReportLab: asking costs nothing."""

from collections.abc import Callable
from enum import StrEnum


class ReportKind(StrEnum):
    """Which document is made of a plan, or of all plans of its year."""

    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    INDICATORS = "indicators"
    """The plan's indicators alone, with their charts."""
    UNREPORTED = "unreported"
    """What the plan's follow-up still lacks."""
    YEAR_REPORT = "year_report"
    """The kvalitetsberättelse: chapters of its own, then the follow-up of each plan of the year."""


Progress = Callable[[int, int], None]
"""Told how many parts of how many are done. What it raises stops the work."""


class Unfit(StrEnum):
    """Why a profile is refused."""

    UNREADABLE = "unreadable"
    UNKNOWN_KEY = "unknown_key"
    NOT_TEXT = "not_text"
    OUTSIDE = "outside"
    """A file that does not lie in the profile's folder."""
    NO_LOGO_TEXT = "no_logo_text"
    LOGO = "logo"
    PICTURE = "picture"
    CHOICE = "choice"
    """None of the words that may stand there; they are offered."""
    COLOUR = "colour"
    CONTRAST = "contrast"
    FONT = "font"


class ProfileRefused(Exception):
    """The profile cannot be used; ``key`` is where it is wrong, ``offer`` what would pass."""

    def __init__(self, why: Unfit, key: str = "", offer: str = "") -> None:
        super().__init__(why, key, offer)
        self.why = why
        self.key = key
        self.offer = offer
