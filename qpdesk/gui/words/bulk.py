"""Sentences about several items at once."""

from PySide6.QtCore import QCoreApplication

from qpdesk.gui.words import messages

translate = QCoreApplication.translate


def chosen(count: int) -> str:
    """How many items are selected."""
    return translate("Bulk", "{0} är markerade").format(messages.posts(count))


def mixed() -> str:
    """That the items say different things."""
    return translate("Bulk", "Blandat")


def reach(having: int, count: int) -> str:
    """How many of the selected items a field is about."""
    if having == count:
        return translate("Bulk", "Gäller alla {0}.").format(count)
    return translate("Bulk", "Gäller {0} av {1}; de andra har inte den uppgiften.").format(
        having, count
    )


def nothing_shared() -> str:
    """That the selected items have nothing that can be set together."""
    return translate(
        "Bulk",
        "Markera egenkontroller eller åtgärder för att ange ansvarig, datum eller status för dem"
        " alla på en gång.",
    )


def done(field: str, count: int) -> str:
    """That a field has been set for so many."""
    return translate("Bulk", "{0} ändrat för {1}. Ångra med Ctrl+Z.").format(
        field, messages.posts(count)
    )
