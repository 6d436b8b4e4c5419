"""What the follow-up says: how far it has come, what an item lacks, where an older text is from."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.follow_up import Missing, Queue
from qpdesk.domain.last_year import Precedent, Sureness
from qpdesk.domain.nodes import Status
from qpdesk.gui.words import terms

translate = QCoreApplication.translate


def progress(queue: Queue) -> str:
    """How many of the items lack nothing."""
    return translate("FollowUp", "{0} av {1} klara").format(queue.done, len(queue.steps))


def lacking(missing: tuple[Missing, ...]) -> str:
    """What an item lacks, as one line."""
    if not missing:
        return translate("FollowUp", "Inget saknas")
    words = {
        Missing.FOLLOW_UP: translate("FollowUp", "uppföljning"),
        Missing.REASON: translate("FollowUp", "motivering"),
        Missing.RESULT: translate("FollowUp", "resultat"),
        Missing.JUDGEMENT: translate("FollowUp", "bedömning"),
        Missing.OUTCOME: translate("FollowUp", "utfall"),
    }
    named = ", ".join(words[each] for each in missing)
    return translate("FollowUp", "Saknas: {0}").format(named)


def reason_wanted(status: Status) -> str:
    """Why a status is not saved yet."""
    return translate(
        "FollowUp", "{0} måste motiveras. Skriv varför; statusen är inte ändrad än."
    ).format(terms.statuses()[status])


def last_year(year: int | None, precedent: Precedent) -> str:
    """Whose text stands beside, and how sure it is that it is about the same thing."""
    sure = {
        Sureness.CERTAIN: translate("FollowUp", "samma rubrik"),
        Sureness.LIKELY: translate("FollowUp", "troligen samma"),
        Sureness.POSSIBLE: translate("FollowUp", "kanske samma, kontrollera"),
    }[precedent.sureness]
    when = "" if year is None else f" {year}"
    return translate("FollowUp", "Förra årets uppföljning{0} – {1}").format(when, sure)
