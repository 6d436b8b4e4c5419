"""The failures that doors and windows must be ready for; the store's own, under this roof."""

from qpdesk.domain.errors import EditRefused
from qpdesk.report.kinds import ProfileRefused, Unfit
from qpdesk.store.errors import (
    ChangedElsewhere,
    Damaged,
    DiskFull,
    InUse,
    NotAPlanFile,
    NotFound,
    NotPermitted,
    StoreError,
    TooNew,
    Vanished,
)

__all__ = [
    "ChangedElsewhere",
    "Damaged",
    "DiskFull",
    "EditRefused",
    "InUse",
    "NotAPlanFile",
    "NotFound",
    "NotPermitted",
    "ProfileRefused",
    "StoreError",
    "TooNew",
    "Unfit",
    "Vanished",
]
