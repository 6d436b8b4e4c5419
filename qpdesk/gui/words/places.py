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


def locked_now() -> str:
    """That nothing can be moved from now on."""
    return translate("Place", "Ordningen är låst: inget kan flyttas av misstag.")


def unlocked_now() -> str:
    """That things can be moved again."""
    return translate("Place", "Ordningen är inte längre låst.")


def sorted_now(column: str) -> str:
    """What the list is sorted by; "" for the order of the plan."""
    if not column:
        return translate("Place", "Listan står i planens ordning.")
    return translate("Place", "Listan är sorterad efter {0}. Planens ordning ändras inte.").format(
        column
    )


def own_order() -> str:
    """The order of the plan, as something to choose."""
    return translate("Place", "Planens ordning")


def turned() -> str:
    """The other way round, as something to choose."""
    return translate("Place", "Åt andra hållet")


def nothing_fits() -> str:
    """That what is dragged is nothing for a plan."""
    return translate("Place", "Det där kan inte läggas i planen. Inget har ändrats.")


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
