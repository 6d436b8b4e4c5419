"""Which words of a text a spelling checker looks at; what it thinks of them is not known here."""

import re
import unicodedata
from collections.abc import Iterator

from qpdesk.domain.addresses import split_addresses
from qpdesk.domain.text import split_references

LONGEST = 60
"""Letters; what is longer is no word that anyone could spell, and is left alone."""

_MARKS = "[\u0300-\u036f\u00ad]*"  # combining marks, and hyphens that only show at a line's end
_LETTER = rf"[^\W\d_]{_MARKS}"
_WORD = re.compile(
    rf"(?<!\w)\w*\d\w*(?:[-:]\w+)*|{_LETTER}(?:{_LETTER}|[-\u2011:'\u2019](?={_LETTER}))*-?"
)
_SPECIAL = ("[^", "@", "//")
"""What a text has that refers to a note or holds an address."""
_JOINTS = re.compile("[-:'\u2019]")
_LONGEST_ENDING = 4  # of "IFO:s", "EU:erna"


def words(text: str) -> Iterator[tuple[int, str]]:
    """Each word with where it begins; no addresses, references to notes, or words with digits.

    A word that is cut short before "och", as "vård-", has its hyphen.
    """
    if not any(sign in text for sign in _SPECIAL):  # nearly every text
        yield from _words(text, 0)
        return
    start = 0
    for piece, key in split_references(text):
        for part, address in split_addresses(piece):
            if not address:
                yield from _words(part, start)
            start += len(part)
        start += len(f"[^{key}]") if key else 0


def plain(word: str) -> str:
    """The word as a dictionary has it: composed letters, no soft hyphens, plain joints."""
    word = unicodedata.normalize("NFC", word).replace("\N{SOFT HYPHEN}", "")
    return word.replace("\N{NON-BREAKING HYPHEN}", "-").replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )


def parts(word: str) -> list[str]:
    """What a joined word is made of, without the endings of abbreviations.

    "HSL-avvikelse" is HSL and avvikelse, "IFO:s" is IFO. A single part for a word without joints.
    """
    whole = [part for part in _JOINTS.split(word) if part]
    first, *rest = whole
    is_ending = len(rest) == 1 and ":" in word and len(rest[0]) <= _LONGEST_ENDING
    return [first] if is_ending else whole


def is_abbreviation(word: str) -> bool:
    """Whether it is written in capitals, as no dictionary can know: UBÅT, VB."""
    return word.isupper()


def _words(text: str, start: int) -> Iterator[tuple[int, str]]:
    for match in _WORD.finditer(text):
        word = match[0]
        is_plain = word.isalpha() or not any(sign.isdigit() or sign == "_" for sign in word)
        if is_plain and 1 < len(word.rstrip("-")) <= LONGEST:
            yield start + match.start(), word
