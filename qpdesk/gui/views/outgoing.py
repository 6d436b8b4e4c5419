"""What a view wants to hand out as a file; the window asks where, and writes it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A file on its way: the name proposed, its endings with their words, and what makes it.

    ``make`` is given the ending that was chosen, such as ".svg".
    """

    name: str
    kinds: dict[str, str]
    make: Callable[[str], bytes]
