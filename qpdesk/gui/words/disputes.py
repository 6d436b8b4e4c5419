"""What people have said differently, in words: the flag in the tree, the list, the answers."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind, title_of
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from qpdesk.gui.words import labels, messages, past, terms

if TYPE_CHECKING:
    from qpdesk.domain.record import Scalar
    from qpdesk.services.history import Conflict  # it loads the store; words must not

translate = QCoreApplication.translate

PLACE = "_place"
"""What a conflict calls where an item stands."""


def flag(kind: Kind) -> str:
    """What stands before an item in the tree."""
    return translate("Dispute", "{0}: olika uppgifter").format(terms.short_kinds()[kind])


def spoken() -> str:
    """What a screen reader adds to an item."""
    return translate("Dispute", "olika uppgifter att ta ställning till")


def field(kind: Kind, name: str) -> str:
    """What people disagree about."""
    if name == PLACE:
        return translate("Dispute", "Platsen i planen")
    if not name:
        return translate("Dispute", "Om posten ska finnas kvar")
    return labels.field(kind, name) if name in FIELDS[kind] else past.field(kind, name)


def value(register: Register, kind: Kind, name: str, raw: "Scalar") -> str:
    """What somebody has said, as the user reads it."""
    if name != PLACE:
        return past.value(kind, name, raw) or translate("Dispute", "(tomt)")
    parent, _ = json.loads(str(raw))
    node = register.get(parent) if parent is not None else None
    if node is None:
        return translate("Dispute", "En plats som inte finns längre")
    return translate("Dispute", "Under {0}").format(messages.cut(title_of(node), 120))


def count(conflicts: list["Conflict"]) -> str:
    """How much there is to decide."""
    if not conflicts:
        return translate("Dispute", "Inget att ta ställning till: alla har skrivit lika.")
    number = len(conflicts)
    return messages.plural(
        number,
        translate("Dispute", "sak att ta ställning till"),
        translate("Dispute", "saker att ta ställning till"),
    )


def keep() -> str:
    """One answer when an item was deleted by one and worked with by another."""
    return translate("Dispute", "Behåll posten")


def remove(who: str) -> str:
    """The other."""
    return translate("Dispute", "Ta bort posten, som {0} gjorde").format(past.who(who))


def counts_now(is_shown: bool) -> str:
    """Whether a value is the one in the plan now."""
    return translate("Dispute", "Ja") if is_shown else translate("Dispute", "Nej")
