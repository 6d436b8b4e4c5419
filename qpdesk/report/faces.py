"""Typefaces in one document: how wide words are, and the codes that show them.

Measuring and encoding are look-ups in tables that fill themselves, as nearly all of a plan's words
and characters come again and again.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from qpdesk.report.writer import TaggedDocument

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_HYPHEN = 0x2D
_UNKNOWN = 0xFFFD
# What stands in for a character that no face has, with the character itself as its ActualText.
_STAND_INS = {0x1F7E2: 0x25CF, 0x1F7E1: 0x25CF, 0x1F534: 0x25CF, 0x2714: 0x2713, 0x27A4: 0x25B6}
_UNSEEN = frozenset({"Cf"})  # joiners, direction marks: no ink, no width
_FIRST_MARK = 0xE000  # private use: no code of a face is that high
_MARK = re.compile("[\ue000-\uf8ff]")
_ESCAPES = {0x28: "\\(", 0x29: "\\)", 0x5C: "\\\\", 0x0A: "\\n", 0x0D: "\\r"}

FACES = {
    "Body": "SourceSans3_400Regular.ttf",
    "Bold": "SourceSans3_700Bold.ttf",
    "Spare": "DejaVuSans.ttf",
}
"""The faces by what they are for; Spare has the signs that the others lack."""


@cache
def _font(name: str) -> TTFont:
    """The face, read once: ReportLab keeps what belongs to one document apart in it."""
    with as_file(files("qpdesk.assets").joinpath("fonts", FACES[name])) as path:
        font = TTFont(name, str(Path(path)), asciiReadable=1)
    pdfmetrics.registerFont(font)
    return font


def _own_font(path: Path) -> TTFont:
    """A municipality's own face, named after what is in its file."""
    data = path.read_bytes()
    name = f"Own{hashlib.sha256(data).hexdigest()[:12]}"
    font = TTFont(name, BytesIO(data), asciiReadable=1)
    font.face.name = name.encode()  # ReportLab confuses two files whose faces are called the same
    pdfmetrics.registerFont(font)
    return font


def unshowable(text: str) -> str:
    """The characters of a text that none of our faces can show, each once."""
    if text.isascii():
        return ""
    faces = [_font(name).face.charToGlyph for name in ("Body", "Spare")]
    points = dict.fromkeys(ord(sign) for sign in printable(text))
    return "".join(
        chr(point)
        for point in points
        if unicodedata.category(chr(point)) not in _UNSEEN
        and not any(_STAND_INS.get(point, point) in face or point in face for face in faces)
    )


class _Table(dict[str, int]):
    """Answers remembered."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, key: str) -> int:
        value = self[key] = self._work_out(key)
        return value


class _Codes(dict[int, str]):
    """A table for ``str.translate``: from characters to what stands in a PDF string."""

    def __init__(self, work_out: Callable[[int], str]) -> None:
        super().__init__({0x0A: ")'\n("})
        self._work_out = work_out

    def __missing__(self, key: int) -> str:
        value = self[key] = self._work_out(key)
        return value


class Face:
    """One typeface in one document.

    Args:
        font: One of ``FACES``, or a municipality's own.
        document: The document it is embedded in.
        spare: The face that is asked for characters this one lacks.
        missing: Where characters that neither has are counted.
    """

    def __init__(
        self, font: TTFont, document: TaggedDocument, spare: "Face | None", missing: Counter[str]
    ) -> None:
        self._font = font
        self._document = document
        self._spare = spare
        self._missing = missing
        self._characters = _Table(self._character_width)
        self._codes = _Codes(self._code)
        self._strangers: dict[str, tuple[TTFont, int, str, str]] = {}
        self.words = _Table(self._word_width)
        """The width of a word (or any text) in thousandths of the type size."""
        self._font.splitString(" ", document)
        self.name: str = self._font.getSubsetInternalName(0, document)
        self.space = self._characters[" "]

    def width(self, text: str, size: float) -> float:
        """The width of a text in points."""
        words = text.split(" ")
        return (
            (sum(self.words[word] for word in words) + self.space * (len(words) - 1)) * size / 1000
        )

    def prefix_within(self, word: str, room: float) -> int:
        """How many of the word's characters fit into so many thousandths; at least one."""
        filled = 0
        for count, character in enumerate(word):
            filled += self._characters[character]
            if filled > room:
                return max(1, count)
        return len(word)

    def show(self, lines: str, size: float) -> str:
        """The operators that show lines, each one leading below the one before."""
        if not self._strangers:
            shown = lines.translate(self._codes)
            if not self._strangers:
                return f"({shown})'"
        parts = [
            self._with_strangers(line.translate(self._codes), size) for line in lines.split("\n")
        ]
        return "\n".join(parts)

    def _with_strangers(self, line: str, size: float) -> str:
        def switch(match: re.Match[str]) -> str:
            font, subset, code, actual = self._strangers[match[0]]
            name = font.getSubsetInternalName(subset, self._document)
            begin, end = (f"/Span <</ActualText {actual}>> BDC ", " EMC") if actual else ("", "")
            return f") Tj {name} {size:g} Tf {begin}({code}) Tj{end} {self.name} {size:g} Tf ("

        if not _MARK.search(line):
            return f"({line})'"
        return f"T* ({_MARK.sub(switch, line)}) Tj"

    def _word_width(self, word: str) -> int:
        # A soft hyphen is drawn at the end of a line and nowhere else.
        seen = word[:-1].replace(SOFT_HYPHEN, "") + word[-1:]
        return sum(self._characters[character] for character in seen)

    def _character_width(self, character: str) -> int:
        if character == SOFT_HYPHEN:
            return self._glyph_width(_HYPHEN)
        face, drawn = self._drawn(ord(character))
        return face._glyph_width(drawn) if drawn else 0  # noqa: SLF001 - the same class

    def _glyph_width(self, point: int) -> int:
        width: float = self._font.face.charWidths[point]
        return round(width)

    def _has(self, point: int) -> bool:
        return point in self._font.face.charToGlyph

    def _drawn(self, point: int) -> tuple["Face", int]:
        """The face and the character that are drawn for one in a text; 0 for nothing at all."""
        if unicodedata.category(chr(point)) in _UNSEEN and point != ord(SOFT_HYPHEN):
            return self, 0
        for wanted in (point, _STAND_INS.get(point, point)):
            for face in (self, self._spare):
                if face and face._has(wanted):  # noqa: SLF001 - the same class
                    return face, wanted
        return self._spare or self, _UNKNOWN

    def _code(self, point: int) -> str:
        face, drawn = self._drawn(point)
        if not drawn:
            return ""
        if drawn == _UNKNOWN:
            self._missing[chr(point)] += 1
        font: TTFont = face._font  # noqa: SLF001 - the same class
        [(subset, codes)] = font.splitString(chr(drawn), self._document)
        code = _ESCAPES.get(codes[0], chr(codes[0]))
        actual = "" if drawn == point else f"<FEFF{chr(point).encode('utf-16-be').hex()}>"
        if face is self and subset == 0 and not actual:
            return code
        mark = chr(_FIRST_MARK + len(self._strangers))
        self._strangers[mark] = (font, subset, code, actual)
        return mark


class Faces:
    """The faces of one document, and the characters that none of them could show.

    Args:
        document: The document.
        own: Files of faces that stand in for ours, by the name of ours.
    """

    def __init__(
        self, document: TaggedDocument, own: Mapping[str, Path] = MappingProxyType({})
    ) -> None:
        self.missing: Counter[str] = Counter()
        fonts = {name: _own_font(own[name]) if name in own else _font(name) for name in FACES}
        spare = Face(fonts["Spare"], document, None, self.missing)
        self.body = Face(fonts["Body"], document, spare, self.missing)
        self.bold = Face(fonts["Bold"], document, spare, self.missing)


def embedded_font() -> str:
    """The name of a registered face, for a canvas to begin with."""
    name: str = _font("Body").fontName
    return name


_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """User text as it can be set on one line: composed, without tabs and control characters.

    The domain lets no control characters in; should one come all the same, U+FFFD shows where.
    """
    if not text.isprintable():
        text = _CONTROL.sub(chr(_UNKNOWN), text.replace("\t", " ").replace("\n", " "))
    return text if text.isascii() else unicodedata.normalize("NFC", text)
