"""A plan in figures, as one line."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind, Status
from qpdesk.domain.tally import Tally
from qpdesk.gui.words import terms
from qpdesk.gui.words.messages import plural, posts

translate = QCoreApplication.translate


def sentence(tally: Tally) -> str:
    """All items, the measures by status, and how much has a follow-up."""
    words = terms.counted_statuses()
    measures = tally.kinds[Kind.MEASURE]
    by_status = ", ".join(
        f"{tally.statuses[status]} {words[status]}" for status in Status if tally.statuses[status]
    )
    parts = [posts(sum(tally.kinds.values()))]
    if measures:
        word = plural(measures, translate("Count", "åtgärd"), translate("Count", "åtgärder"))
        parts.append(f"{word}: {by_status}")
    if tally.reportable:
        followed = translate("Count", "{0} av {1} uppföljda")
        parts.append(followed.format(tally.reported, tally.reportable))
    return "  ·  ".join(parts)
