"""Footnotes as people type them: a small raised number, or a bare one glued to a word.

A number is taken for a note's only where a note with that number exists.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from qpdesk.domain.text import folded
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.pages import Block, Cell, Grid, Paragraph, Row

RAISED_START, RAISED_END = "\ufdd0", "\ufdd1"
"""Around a number that Word shows raised. No text can hold these: they are no characters."""

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_SMALL = str.maketrans("0123456789", _SMALL)
_FROM_SMALL = str.maketrans(_SMALL, "0123456789")
_RAISED = re.compile(f" ?{RAISED_START}(\\d{{1,3}}){RAISED_END}| ?([{_SMALL}]{{1,3}})")
_GLUED = re.compile(r"(?<=[^\W\d_])(\d{1,2})(?![\w%-])")
_NOTE = re.compile(
    f"(?:{RAISED_START}(\\d{{1,3}}){RAISED_END}|([{_SMALL}]{{1,3}})|\\[?(\\d{{1,3}})[\\].):]?)\\s+(\\S.*)",
    re.DOTALL,
)
Change = Callable[[str], str]

_SECTION = frozenset({"fotnoter", "fotnot", "noter", "slutnoter"})


@dataclass(frozen=True, slots=True)
class TypedNotes:
    """The notes that a document's own text holds, and the blocks without them."""

    blocks: tuple[Block, ...]
    notes: Mapping[str, str]
    findings: tuple[Finding, ...]


def read_typed_notes(blocks: Iterable[Block], taken: Iterable[str]) -> TypedNotes:
    """Take the typed notes out of a document and put references in place of their numbers.

    Args:
        blocks: The document.
        taken: Keys of real footnotes, which typed ones must not get.
    """
    rest, numbered, findings = _without_notes(blocks)
    reserved = set(taken)
    keys = {number: f"t{number}" if number in reserved else number for number in numbered}
    matcher = _Matcher(keys)
    raised = [_with_texts(block, matcher.raised) for block in rest]
    matcher.only_unused()
    glued = [_with_texts(block, matcher.glued) for block in raised]
    findings += matcher.findings(glued)
    notes = {keys[number]: text for number, text in numbered.items()}
    return TypedNotes(tuple(glued), notes, tuple(findings))


class _Matcher:
    """Puts references into texts, and remembers which notes were referred to."""

    def __init__(self, keys: dict[str, str]) -> None:
        self._keys = keys
        self._open = dict(keys)
        self._used: set[str] = set()
        self._guessed: list[str] = []

    def raised(self, text: str) -> str:
        """With references for raised numbers; a raised number that is no note stays raised."""
        return _RAISED.sub(self._raised, text)

    def glued(self, text: str) -> str:
        """With references for bare numbers, of notes that no raised number refers to."""
        return _GLUED.sub(self._glued, text) if self._open else text

    def only_unused(self) -> None:
        """From now on, match only notes that nothing has referred to."""
        self._open = {number: key for number, key in self._keys.items() if number not in self._used}

    def findings(self, blocks: Iterable[Block]) -> list[Finding]:
        """The guesses, to be confirmed, each with the place it was made."""
        marks = [f"[^{self._keys[number]}]" for number in dict.fromkeys(self._guessed)]
        return [
            Finding(Code.GUESSED_NOTE, spot, text)
            for mark in marks
            for spot, text in _texts(blocks)
            if mark in text
        ]

    def _raised(self, match: re.Match[str]) -> str:
        number = match[1] or match[2].translate(_FROM_SMALL)
        if number not in self._keys:
            return match[0] if match[2] else number.translate(_TO_SMALL)
        self._used.add(number)
        return f"[^{self._keys[number]}]"

    def _glued(self, match: re.Match[str]) -> str:
        if match[1] not in self._open:
            return match[0]
        self._guessed.append(match[1])
        return f"[^{self._open[match[1]]}]"


def _without_notes(
    blocks: Iterable[Block],
) -> tuple[list[Block], dict[str, str], list[Finding]]:
    """The document without its note section and without paragraphs that begin raised."""
    rest: list[Block] = []
    notes: dict[str, str] = {}
    findings: list[Finding] = []
    inside, last = False, ""
    for block in blocks:
        if not isinstance(block, Paragraph):
            rest.append(block)
            continue
        if block.heading or folded(block.text).rstrip(":") in _SECTION:
            inside, last = folded(block.text).rstrip(": ") in _SECTION, ""
            if not inside:
                rest.append(block)
            continue
        number, text = _as_note(block.text, inside)
        if number and number not in notes:
            notes[number], last = text, number
        elif inside and last:
            notes[last] += "\n" + block.text
        elif inside:
            findings.append(Finding(Code.UNUSED_NOTE, block.spot, _plain(block.text)))
        else:
            rest.append(block)
    return rest, {number: _plain(text) for number, text in notes.items()}, findings


def _as_note(text: str, inside: bool) -> tuple[str, str]:
    match = _NOTE.fullmatch(text)
    if not match or (match[3] and not inside):
        return "", ""
    return match[1] or (match[2] or "").translate(_FROM_SMALL) or match[3], match[4]


def _plain(text: str) -> str:
    return _RAISED.sub(lambda match: match[0] if match[2] else match[1].translate(_TO_SMALL), text)


def _with_texts(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text))
    rows = tuple(
        Row(tuple(_in_cell(cell, change) for cell in row.cells), row.spot) for row in block.rows
    )
    return replace(block, rows=rows)


def _in_cell(cell: Cell, change: Change) -> Cell:
    inner = tuple(_with_texts(grid, change) for grid in cell.inner)
    kept = tuple(grid for grid in inner if isinstance(grid, Grid))
    return replace(cell, text=change(cell.text), inner=kept)


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[Spot, str]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spot, block.text
        else:
            yield from ((row.spot, cell.text) for row in block.rows for cell in row.cells)
