"""Sentences about where items stand: what may not stand where, and what moving needs first."""

from PySide6.QtCore import QCoreApplication

from qpdesk.domain.nodes import PARENTS, Kind

translate = QCoreApplication.translate


def refused(kind: Kind, above: Kind) -> str:
    """That an item of one kind cannot stand under another, and under which it can."""
    one = _one()
    where = [one[parent] for parent in PARENTS[kind]]
    listed = translate("Place", " eller ").join(filter(None, (", ".join(where[:-1]), where[-1])))
    who = one[kind][:1].upper() + one[kind][1:]
    return translate(
        "Place", "{0} kan inte ligga under {1}, bara under {2}. Inget har ändrats."
    ).format(who, one[above], listed)


def locked() -> str:
    """That nothing can be moved now, and what to do about it."""
    return translate(
        "Place", "Ordningen är låst. Välj Lås ordningen i menyn Plan för att kunna flytta."
    )


def sorted_otherwise(column: str) -> str:
    """That rows cannot be put in order while the list is sorted, and what to do about it."""
    return translate(
        "Place",
        "Listan är sorterad efter {0}. Välj Planens ordning i menyn Visa, Sortera, för att flytta"
        " upp och ned.",
    ).format(column)


def _one() -> dict[Kind, str]:
    return {
        Kind.PLAN: translate("Place", "en plan"),
        Kind.CHAPTER: translate("Place", "ett kapitel"),
        Kind.FOOTNOTE: translate("Place", "en fotnot"),
        Kind.AREA: translate("Place", "ett processområde"),
        Kind.RISK: translate("Place", "en risk"),
        Kind.CONTROL: translate("Place", "en egenkontroll"),
        Kind.RESULT: translate("Place", "ett resultat"),
        Kind.MEASURE: translate("Place", "en åtgärd"),
        Kind.INDICATOR: translate("Place", "en indikator"),
        Kind.OBSERVATION: translate("Place", "ett utfall"),
    }
