"""Numbers as the user writes them."""

from PySide6.QtCore import QLocale


def shown(number: float | None) -> str:
    """The number in the user's own way (4,2), "" for none."""
    if number is None:
        return ""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(number), "g", 12)
