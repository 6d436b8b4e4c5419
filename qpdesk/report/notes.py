"""The footnotes of a document: numbered as they are first referred to, printed soon after."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote with its printed number."""

    number: int
    text: str

    @property
    def place(self) -> str:
        """The name of where it is printed."""
        return f"note-{self.number}"

    @property
    def first_reference(self) -> str:
        """The name of where it is first referred to."""
        return f"reference-{self.number}"


class Notes:
    """Footnotes by key, and those that wait to be printed.

    Args:
        texts: The plan's footnotes.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._numbers: dict[str, Note] = {}
        self._waiting: list[Note] = []

    def refer(self, key: str) -> tuple[Note, bool] | None:
        """The note with this key, and whether this is the first reference; None: no such note."""
        if key not in self._texts:
            return None
        if key in self._numbers:
            return self._numbers[key], False
        note = self._numbers[key] = Note(len(self._numbers) + 1, self._texts[key])
        self._waiting.append(note)
        return note, True

    @property
    def ahead(self) -> tuple[Note, ...]:
        """The notes that ``waiting`` will give."""
        return tuple(self._waiting)

    def waiting(self) -> list[Note]:
        """The notes referred to since the last call; texts of notes may refer to more."""
        waiting, self._waiting = self._waiting, []
        return waiting
