"""Which documents there are. Needs no ReportLab, so that asking costs nothing."""

from collections.abc import Callable
from enum import StrEnum


class ReportKind(StrEnum):
    """Which document is made of a plan, or of all plans of its year."""

    PLAN = "plan"
    FOLLOW_UP = "follow_up"
    UNREPORTED = "unreported"
    """What the plan's follow-up still lacks."""
    YEAR_REPORT = "year_report"
    """The kvalitetsberättelse: chapters of its own, then the follow-up of each plan of the year."""


Progress = Callable[[int, int], None]
"""Told how many parts of how many are done. What it raises stops the work."""
