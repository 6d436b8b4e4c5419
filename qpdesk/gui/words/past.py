"""The history in words: what happened, when, and what a text was before and after."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind
from qpdesk.domain.record import FIELDS, Scalar
from qpdesk.gui.words import labels, numbers, terms

if TYPE_CHECKING:
    from qpdesk.domain.differences import Run
    from qpdesk.services.history import Event  # it loads the store; words must not

translate = QCoreApplication.translate


def what(event: "Event") -> str:
    """What was done, as one line."""
    words = {
        "added": translate("Past", "Lades till"),
        "deleted": translate("Past", "Togs bort"),
        "restored": translate("Past", "Återställdes"),
        "moved": translate("Past", "Flyttades"),
        "changed": translate("Past", "Ändrades"),
    }[event.what.value]
    if event.field and event.kind is not None:
        words = f"{words}: {field(event.kind, event.field)}"
    undone = translate("Past", "ångrat")
    return f"{words} ({undone})" if event.is_undo else words


def field(kind: Kind, name: str) -> str:
    """A field's label; that of one of a later version as it is."""
    if name == "extra" or name not in FIELDS[kind]:
        return translate("Past", "annat ur en import")
    return labels.field(kind, name)


def value(kind: Kind | None, name: str, raw: Scalar) -> str:
    """A stored value as the user reads it."""
    wanted = FIELDS[kind].get(name, str) if kind is not None else str
    if raw is None or raw == "":
        return ""
    if issubclass(wanted, StrEnum):
        return terms.choices(wanted).get(str(raw), str(raw))
    return numbers.shown(raw) if isinstance(raw, int | float) else str(raw)


def moved(before: str, after: str) -> str:
    """From where to where an item was moved."""
    gone = translate("Past", "något som inte finns kvar")
    if before and before == after:
        return translate("Past", "Fick en annan plats under {0}.").format(after)
    return translate("Past", "Låg under {0}.\nFlyttades till {1}.").format(
        before or gone, after or gone
    )


def when(at: str) -> str:
    """A moment on this computer's clock, 2026-03-12 14:05; as it is when it is none."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def day(at: str) -> date | None:
    """The day of a moment, on this computer's clock."""
    try:
        return datetime.fromisoformat(at).astimezone().date()
    except ValueError:
        return None


def who(name: str) -> str:
    """Who it was, or that it is not known."""
    return name or translate("Past", "Okänd")


def spoken(runs: "tuple[Run, ...]") -> str:
    """The differences without any marks, for a screen reader."""
    from qpdesk.domain.differences import Sort  # noqa: PLC0415 - not at start

    heads = {
        Sort.REMOVED: translate("Past", "borttaget"),
        Sort.ADDED: translate("Past", "tillagt"),
    }
    told = [f"{heads[run.sort]}: {run.text.strip()}" for run in runs if run.sort in heads]
    return "; ".join(told) or translate("Past", "Ingen skillnad i orden")
