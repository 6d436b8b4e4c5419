"""What must be read in a Word file: as on paper, but for where Word puts its footnotes."""

from qpdesk.domain.text import paragraphs, references, split_references
from tests.report.expected import Expected
from tests.report.reading import squeezed


class ExpectedInWord(Expected):
    """A note's mark is followed by those of the notes that it leads to; Word has them all last."""

    def __init__(self, register, plan, *, is_plan=False, kind=None):
        super().__init__(register, plan, is_plan=is_plan, kind=kind)
        in_cells = {"TH": "P", "TD": "P"}
        self.lines = [(in_cells.get(tag, tag), text) for tag, text in self.lines]
        self.said_notes = [
            ("Note", squeezed(self._in_note(f"- {line}" if is_item else line)))
            for key in self.numbers
            for is_item, line in list(paragraphs(self.notes[key])) or [(False, "")]
        ]

    def say(self, tag, text):
        said, is_after_mark = "", False
        for piece, key in split_references(text):
            said += piece
            marks = []
            if key and key not in self.notes:
                said += f"[^{key}]"
            elif key:
                marks = [key, *self._new(key)] if key not in self.numbers else [key]
            comma = "," if is_after_mark and not piece and marks else ""
            said += comma + ",".join(str(self.numbers[mark]) for mark in marks)
            is_after_mark = bool(marks)
        self.lines.append((tag, said))

    def notes_here(self):
        pass

    def _new(self, key):
        self.numbers[key] = len(self.numbers) + 1
        found = []
        for inner in references(self.notes[key]):
            if inner in self.notes and inner not in self.numbers:
                found += [inner, *self._new(inner)]
        return found

    def _in_note(self, line):
        said, is_after_mark = "", False
        for piece, key in split_references(line):
            said += piece
            comma = "," if is_after_mark and not piece and key in self.numbers else ""
            is_after_mark = key in self.numbers
            said += comma + str(self.numbers.get(key, f"[^{key}]" if key else ""))
        return said
