"""What the history of a förvaltning is told in: the words are the windows'."""

from qpdesk.store.history import Deleted, Event, What
from qpdesk.store.steps import Step

__all__ = ["Deleted", "Event", "Step", "What"]
