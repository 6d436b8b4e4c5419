"""Word's fields that refer to a note once more (NOTEREF), read as references to that note.

Word allows one mark for a footnote; what people insert as a cross-reference is a field with the
name of a bookmark around that mark.
"""

import re
from xml.etree.ElementTree import Element

from qpdesk.exchange.word_styles import W

_REFERENCE = re.compile(r"\s*NOTEREF\s+(\S+)")


class NotePlaces:
    """The notes that bookmarks stand around, and the field that is being read."""

    def __init__(self) -> None:
        self._open: dict[str, str] = {}  # bookmarks' names by id
        self._notes: dict[str, str] = {}  # what stands in the text for a note, by bookmark
        self._codes: list[str] = []  # of fields that have begun, the innermost last
        self._hidden = 0  # how many of them show what is already said

    @property
    def hides(self) -> bool:
        """Whether the text being read is a field's and has been given already."""
        return self._hidden > 0

    def leave_fields(self) -> None:
        """A new paragraph: our fields end in the paragraph where they begin."""
        self._codes, self._hidden = [], 0

    def stand(self, mark: str) -> None:
        """A note's mark stands here, inside the bookmarks that are open."""
        for name in self._open.values():
            self._notes.setdefault(name, mark)

    def meet(self, element: Element) -> str:
        """Go on through a bookmark or a field; gives what a field stands for, mostly nothing."""
        match element.tag.removeprefix(W):
            case "bookmarkStart":
                self._open[element.get(f"{W}id", "")] = element.get(f"{W}name", "")
            case "bookmarkEnd":
                self._open.pop(element.get(f"{W}id", ""), None)
            case "instrText" if self._codes:
                self._codes[-1] += element.text or ""
            case "fldChar":
                return self._field(element.get(f"{W}fldCharType", ""))
            case _:
                pass
        return ""

    def _field(self, kind: str) -> str:
        if kind == "begin":
            self._codes.append("")
        elif kind == "separate" and self._codes:
            return self._show(self._codes[-1])
        elif kind == "end" and self._codes and self._note(self._codes.pop()):
            self._hidden = max(self._hidden - 1, 0)
        return ""

    def _show(self, code: str) -> str:
        note = self._note(code)
        self._hidden += bool(note)
        return note

    def _note(self, code: str) -> str:
        match = _REFERENCE.match(code)
        return self._notes.get(match[1], "") if match else ""
