"""User text at the door: what may be kept, and the plain notation inside it.

The notation is that of the open plan format: paragraphs end with a line break, a line that starts
with ``- `` is a list item, ``[^key]`` refers to the footnote with that key.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from qpdesk.domain.errors import NotPrintable

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# C0 and C1 controls but tab and line feed, lone surrogates, and the noncharacters of XML 1.0 §2.2.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_KEY = r"[^\]\s]{1,40}"
_REFERENCE = re.compile(rf"\[\^({_KEY})\]")
_BLANKS = re.compile("[ \t\n]+")
_BULLET = re.compile(r"^[-•·\uf0b7]\s+")


def clean(text: str) -> str:
    """The text with one kind of line end.

    Raises:
        NotPrintable: It holds control characters (a pasted binary, say).
    """
    text = _LINE_ENDS.sub("\n", text)
    if _FORBIDDEN.search(text):
        raise NotPrintable
    return text


def cleansed(text: str) -> tuple[str, int]:
    """The text with U+FFFD for each control character, and how many those were."""
    return _FORBIDDEN.subn("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The text as a title: cleaned, with blanks, tabs and line ends in a row as one blank.

    No-break spaces stay: someone put them between "67" and "%".

    Raises:
        NotPrintable: It holds control characters.
    """
    return _BLANKS.sub(" ", clean(text)).strip()


def paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """Each non-empty line as (is a list item, its text without the list mark)."""
    for line in text.split("\n"):
        if line.strip():
            yield split_bullet(line)


def split_bullet(line: str) -> tuple[bool, str]:
    """Whether the line is a list item, and its text without the list mark."""
    match = _BULLET.match(line)
    return (True, line[match.end() :]) if match else (False, line)


def references(text: str) -> Iterator[str]:
    """The footnote keys that the text refers to, in order."""
    return (match[1] for match in _REFERENCE.finditer(text))


def with_keys(text: str, keys: Mapping[str, str]) -> str:
    """The text with other footnote keys; a reference to none of ``keys`` stays."""
    return _REFERENCE.sub(lambda match: f"[^{keys.get(match[1], match[1])}]", text)


def is_footnote_key(text: str) -> bool:
    """Whether texts can refer to a footnote by this key."""
    return re.fullmatch(_KEY, text) is not None


def split_references(text: str) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the footnote key right after it ("" after the last)."""
    start = 0
    for match in _REFERENCE.finditer(text):
        yield text[start : match.start()], match[1]
        start = match.end()
    yield text[start:], ""


def folded(text: str) -> str:
    """The text for searching: no case, diacritics, hyphens or dashes; å ä ö stay letters.

    In Swedish å, ä and ö are letters of their own, so "ar" must not find "år"; é finds e.
    """
    text = unicodedata.normalize("NFC", text).casefold()  # å may come as a and a ring
    return _ODD.sub(lambda match: _fold(match[0]), text)


def sorting_key(text: str) -> str:
    """A key that sorts as a Swedish list does: ... z, å, ä, ö."""
    return folded(text).translate(_SWEDISH_ORDER)


_DASHES = frozenset("-\u00ad\u2010\u2011\u2012\u2013\u2014")
_ODD = re.compile("[^\x00-,.-\x7fåäö]")  # a dash, or a letter that may have to be taken apart
_SWEDISH_ORDER = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def _fold(character: str) -> str:
    if character in _DASHES:
        return ""
    return "".join(
        part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)
    )
