"""Kept versions in words: what they are, and what going back to one would change."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from qpdesk.domain.comparison import Difference, Way
from qpdesk.domain.nodes import Node, kind_of, title_of
from qpdesk.gui.words import messages, past, terms

translate = QCoreApplication.translate

_SHOWN = 120  # letters of a title


def ways() -> dict[Way, str]:
    """What would become of an item."""
    return {
        Way.COMES: translate("Version", "Läggs tillbaka"),
        Way.GOES: translate("Version", "Tas bort"),
        Way.MOVES: translate("Version", "Flyttas"),
        Way.CHANGES: translate("Version", "Ändras"),
    }


def what(difference: Difference) -> str:
    """One line of the comparison."""
    word = ways()[difference.way]
    if difference.way is not Way.CHANGES:
        return word
    return f"{word}: {past.field(kind_of(difference.node), difference.field)}"


def named(node: Node) -> str:
    """An item by kind and title."""
    title = messages.cut(title_of(node), _SHOWN) or translate("Version", "(utan namn)")
    return f"{terms.kinds()[kind_of(node)]}: {title}"


def summary(differences: Sequence[Difference]) -> str:
    """How much going back would change."""
    if not differences:
        return translate("Version", "Ingen skillnad: allt är som i den här versionen.")
    counts = Counter(difference.way for difference in differences)
    parts = [
        f"{QLocale().toString(counts[way])} {word.lower()}"
        for way, word in ways().items()
        if counts[way]
    ]
    return translate("Version", "Om du går tillbaka: {0}.").format(", ".join(parts))


def size(count: int) -> str:
    """A file's size."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def unreadable() -> str:
    """That a version is damaged."""
    return translate(
        "Version", "Den här versionen är skadad och kan inte visas eller läggas tillbaka."
    )


def aside() -> str:
    """What a working copy that made room is good for."""
    return translate(
        "Version",
        "Den här arbetskopian lades åt sidan: den var skadad, eller hörde till en annan fil på"
        " samma plats. Spara den som en egen fil för att se vad den har.",
    )


def kinds() -> tuple[str, str]:
    """A replaced version, and a working copy that lies aside."""
    return translate("Version", "Ersatt version"), translate("Version", "Undanlagd kopia")
