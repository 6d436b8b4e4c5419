"""Text broken into lines: as many words as there is room for, the rest on the next line.

Widths are thousandths of the type size. Most paragraphs are plain; those with notes, links or two
faces are set from runs.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from qpdesk.report.faces import SOFT_HYPHEN, Face
from qpdesk.report.hyphens import Hyphens

_WORTH_A_HYPHEN = 0.12  # of the line's width must be free before a word that is not too long breaks
RAISED = 0.62
"""The size of a note's number, in parts of the text's."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one face within a paragraph; with an address, a link; with a note, its number.

    ``order`` tells the paragraph's runs apart, so that two alike stay two.
    """

    text: str
    face: Face
    address: str = ""
    note: int = 0
    order: int = 0

    def with_text(self, text: str) -> "Run":
        """The same run with another text."""
        return Run(text, self.face, self.address, self.note, self.order)

    def joins(self, other: "Run") -> bool:
        """Whether both are pieces of one run."""
        return self.order == other.order and self.face is other.face

    @property
    def scale(self) -> float:
        """The size in parts of the paragraph's."""
        return RAISED if self.note else 1


def plain_lines(text: str, face: Face, width: float, hyphens: Hyphens | None = None) -> list[str]:
    """A paragraph of one face as lines of at most ``width``.

    A line that ends where the text has a blank ends with it, so that reading on is reading the
    text; a broken word's hyphen is a soft one.
    """
    words, lines = text.split(" "), list[str]()
    widths, space = face.words, face.space
    # Where each word ends with its blank, were all in one line; the line at hand begins at `left`.
    ends = list(accumulate([widths[word] + space for word in words]))
    left, start = 0, 0
    while (index := bisect_right(ends, left + width + space, start)) < len(words):
        room = width - (ends[index - 1] - left if index > start else 0)
        head, tail = "", words[index]
        if hyphens and (room > _WORTH_A_HYPHEN * width or index == start):
            head, tail = _broken(tail, face, room, hyphens)
        if not head and index == start:
            cut = face.prefix_within(words[index], width)
            head, tail = words[index][:cut], words[index][cut:]
        lines.append(" ".join([*words[start:index], head]))  # a blank at the end without a head
        words[index] = tail
        start, left = index, ends[index] - space - widths[tail]
    lines.append(" ".join(words[start:]))
    return [_without_soft_hyphens(line) for line in lines] if SOFT_HYPHEN in text else lines


def _broken(word: str, face: Face, room: float, hyphens: Hyphens) -> tuple[str, str]:
    """The most of the word that fits into the room with a hyphen, and the rest; "" for nothing."""
    best = ("", word)
    for parts in hyphens.breaks(word):
        if face.words[parts[0]] > room:
            break
        best = parts
    return best


def _without_soft_hyphens(line: str) -> str:
    """The line without the soft hyphens inside it: only the last one is drawn."""
    return line[:-1].replace(SOFT_HYPHEN, "") + line[-1:]


_Word = list[Run]  # the runs that stand together without a blank
Line = list[Run]


def run_lines(runs: Sequence[Run], width: float, hyphens: Hyphens | None = None) -> list[Line]:
    """A paragraph of several runs as lines of at most ``width``; blanks as in plain lines."""
    if _is_one_line(runs, width):
        return [list(runs)]
    lines: list[list[_Word]] = [[]]
    broken: set[int] = set()
    filled = 0.0
    for word in _words(runs):
        rest = word
        while True:
            space = rest[0].face.space if lines[-1] else 0
            needed = _width(rest)
            if filled + space + needed <= width:
                lines[-1].append(rest)
                filled += space + needed
                break
            head, rest = _split(rest, width, width - filled - space, hyphens, bool(lines[-1]))
            if head:
                broken.add(len(lines) - 1)
                lines[-1].append(head)
            if not rest:
                break
            lines.append([])
            filled = 0.0
    unblanked = broken | {len(lines) - 1}
    return [_merged(line, number not in unblanked) for number, line in enumerate(lines) if line]


def _is_one_line(runs: Sequence[Run], width: float) -> bool:
    """Whether the runs can stand as they are: they fit, and no blank or soft hyphen is too many."""
    text = "".join([run.text for run in runs])
    is_clean = text and SOFT_HYPHEN not in text and " ".join(text.split()) == text
    return (
        bool(is_clean) and sum(run.face.width(run.text, 1000 * run.scale) for run in runs) <= width
    )


def _words(runs: Sequence[Run]) -> Iterator[_Word]:
    word: _Word = []
    for run in runs:
        first, *others = run.text.split(" ")
        if first:
            word.append(run.with_text(first))
        for other in others:
            if word:
                yield word
            word = [run.with_text(other)] if other else []
    if word:
        yield word


def _width(word: _Word) -> float:
    return sum(run.face.words[run.text] * run.scale for run in word)


def _split(
    word: _Word, width: float, room: float, hyphens: Hyphens | None, begun: bool
) -> tuple[_Word, _Word]:
    """What of a word that is too long goes on this line, and what on the next.

    Only the word's first run is broken, so that a note's number stays with its word. On a line of
    its own a word that no rule can break is cut where the room ends.
    """
    first = word[0]
    head, tail = ("", first.text)
    if hyphens and not first.note and (room > _WORTH_A_HYPHEN * width or not begun):
        head, tail = _broken(first.text, first.face, room, hyphens)
    if head:
        rest = [first.with_text(tail)] if tail else []
        return [first.with_text(head)], [*rest, *word[1:]]
    if begun:
        return [], word
    cut = first.face.prefix_within(first.text, room / first.scale)
    rest = [first.with_text(first.text[cut:])] if first.text[cut:] else []
    return [first.with_text(first.text[:cut])], [*rest, *word[1:]]


def _merged(words: list[_Word], has_blank: bool) -> Line:
    """A line's words with blanks between them, neighbours of one kind as one run."""
    pieces: list[Run] = []
    for index, word in enumerate(words):
        for number, run in enumerate(word):
            _append(pieces, run, " " if index and not number else "")
    if has_blank:
        pieces[-1] = pieces[-1].with_text(pieces[-1].text + " ")
    return [piece.with_text(_without_soft_hyphens(piece.text)) for piece in pieces]


def _append(pieces: list[Run], run: Run, blank: str) -> None:
    """Add a run to a line; the blank before it goes to its neighbour if the run is a link."""
    if not pieces:
        pieces.append(run)
        return
    before = pieces[-1]
    if before.joins(run) and not run.note:
        pieces[-1] = before.with_text(before.text + blank + run.text)
    elif blank and not (before.address or before.note):
        pieces[-1] = before.with_text(before.text + blank)
        pieces.append(run)
    else:
        pieces.append(run.with_text(blank + run.text))
