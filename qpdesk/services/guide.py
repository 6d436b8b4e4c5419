"""The guide that ships with the program: its text, and the headings that lead into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qpdesk import assets

_MARK = re.compile(r'<a id="([a-z-]+)"></a>\n')
_HEADING = re.compile(r'(?:<a id="([a-z-]+)"></a>\n)?^(##+) (.+)$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the guide."""

    level: int
    """2 is a chapter, 3 a part of one."""
    words: str
    key: str
    """By which a link, or F1, comes to a chapter; "" below one."""


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide in one language."""

    text: str
    """Markdown, without the marks that links lead to: Qt would drop them."""
    headings: tuple[Heading, ...]
    """In reading order; the title of the whole is none of them."""


def read_guide(name: str) -> Guide:
    """Read the guide in one language, by the name of its file in docs/."""
    path = Path(assets.__file__).parent / "guide" / name
    text = path.read_text(encoding="utf-8")
    return Guide(_MARK.sub("", text), tuple(_headings(text)))


def _headings(text: str) -> Iterator[Heading]:
    for key, signs, words in _HEADING.findall(text):
        yield Heading(len(signs), words, key)
