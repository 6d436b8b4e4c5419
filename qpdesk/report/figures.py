"""Numbers as they are printed."""

from decimal import Decimal

_THIN = "\N{NO-BREAK SPACE}"


def number(value: float, decimal_sign: str = ",") -> str:
    """A number with all its digits and no more: 4,2, 67 and 1 234 567."""
    whole, _, parts = format(Decimal(repr(value)), "f").partition(".")
    digits = f"{int(whole.lstrip('-')):,}".replace(",", _THIN)
    parts = parts.rstrip("0")
    sign = "\N{MINUS SIGN}" if value < 0 else ""
    return f"{sign}{digits}{decimal_sign}{parts}" if parts else f"{sign}{digits}"
