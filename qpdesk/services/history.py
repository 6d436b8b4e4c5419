"""What the history of a förvaltning is told in; the words are the windows'."""

from qpdesk.store.backups import Backup
from qpdesk.store.history import Conflict, Deleted, Event, Version, What, place_from
from qpdesk.store.presence import Presence
from qpdesk.store.reading import Glance
from qpdesk.store.steps import Step

__all__ = [
    "Backup",
    "Conflict",
    "Deleted",
    "Event",
    "Glance",
    "Presence",
    "Step",
    "Version",
    "What",
    "place_from",
]
