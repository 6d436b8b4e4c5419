"""Sentences about what is cut, copied and pasted."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import Kind, Node, kind_of, title_of
from qpdesk.domain.record import defaults, to_record
from qpdesk.gui.words import findings, labels, messages, numbers, past, terms

if TYPE_CHECKING:
    from qpdesk.services.clipping import ImportFailed

translate = QCoreApplication.translate

_SHOWN = 200  # characters of a text


def copied(count: int) -> str:
    """That items are on the clipboard now."""
    return translate("Pasting", "Kopierat: {0}, även som tabell för Word och Excel.").format(
        messages.posts(count)
    )


def cut(count: int) -> str:
    """That items will move when they are pasted."""
    return translate(
        "Pasting", "Urklippt: {0}. Flyttas dit du klistrar in (Ctrl+V); än ligger allt kvar."
    ).format(messages.posts(count))


def pasted(count: int) -> str:
    """That items have come."""
    return translate("Pasting", "Inklistrat: {0}. Ångra med Ctrl+Z.").format(messages.posts(count))


def moved(count: int) -> str:
    """That items that were cut stand here now."""
    return translate("Pasting", "Flyttat hit: {0}. Ångra med Ctrl+Z.").format(messages.posts(count))


def nothing_chosen() -> str:
    """That there is nothing to copy."""
    return translate("Pasting", "Markera en eller flera rader först.")


def nothing_there() -> str:
    """That the clipboard is empty, or holds a picture, say."""
    return translate("Pasting", "Urklipp innehåller inget som kan klistras in i planen.")


def failed(error: "ImportFailed", most: int) -> str:
    """Why what the clipboard holds cannot be pasted, and what to do instead."""
    match error.reason.value:
        case "too_large":
            return too_large(most)
        case "nothing_found" | "empty":
            return nothing_there()
        case _:
            return translate(
                "Pasting", "Urklippet kunde inte läsas. Inget har ändrats. Kopiera en gång till."
            )


def too_large(most: int) -> str:
    """That this is too much at a time, and what to do instead."""
    return translate(
        "Pasting",
        "Urklippet är för stort: högst {0} poster åt gången. Inget har ändrats. Klistra in det i"
        " omgångar, eller spara det som en Excel-fil och importera den.",
    ).format(numbers.shown(most))


def coming(nodes: Iterable[Node]) -> str:
    """How many items of each kind will come."""
    return findings.counted(Counter(kind_of(node) for node in nodes))


def named(node: Node) -> str:
    """An item with its kind."""
    title = messages.cut(title_of(node), _SHOWN) or translate("Row", "(utan namn)")
    return f"{terms.kinds()[kind_of(node)]}: {title}"


def details(node: Node) -> str:
    """What else is known of an item that comes, in one line."""
    kind = kind_of(node)
    usual = defaults(kind)
    return "; ".join(
        f"{labels.field(kind, name)}: {messages.cut(past.value(kind, name, value), _SHOWN)}"
        for name, value in to_record(node).items()
        if name not in {"title", "extra", "area"} and value not in (None, "", usual.get(name))
    )


def under(kind: Kind, title: str) -> str:
    """The place where they will stand."""
    return translate("Pasting", "Under {0}: {1}").format(
        terms.kinds()[kind].lower(), messages.cut(title, _SHOWN)
    )
