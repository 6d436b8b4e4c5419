"""Which documents there are. Needs no ReportLab, so that asking costs nothing."""

from collections.abc import Callable
from enum import StrEnum


class ReportKind(StrEnum):
    """Which document is made of a plan."""

    PLAN = "plan"
    FOLLOW_UP = "follow_up"


Progress = Callable[[int, int], None]
"""Told how many parts of how many are done. What it raises stops the work."""
