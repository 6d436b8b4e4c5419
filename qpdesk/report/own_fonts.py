"""A municipality's own typefaces: whether a file is one that may be, and can be, embedded.

Source: OpenType 1.9, tables OS/2 (fsType) and glyf.
"""

import struct
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.text import one_line

_LARGEST = 8_000_000  # bytes
_FORMS = (b"\x00\x01\x00\x00", b"true")
_ENTRY = struct.Struct(">4sIII")
_RESTRICTED, _BITMAPS_ONLY = 0x0002, 0x0200  # bits of fsType
_FS_TYPE_AT = 8
_MOST_TABLES = 64
_LONGEST = 31  # characters of a typeface's name in Word
# What ReportLab meets in a file that lies about itself.
_DAMAGED = (TTFError, struct.error, ArithmeticError, AssertionError, LookupError, MemoryError,
            TypeError, ValueError, AttributeError)  # fmt: skip


class NotEmbeddable(Exception):
    """The file is no TrueType face, or its maker does not allow it to be embedded."""


def checked_font(path: Path) -> Path:
    """The path of a face that can be embedded.

    Raises:
        NotEmbeddable: It cannot; the message says why, in no language of people.
        OSError: The file cannot be read.
    """
    data = path.read_bytes()[: _LARGEST + 1]
    if len(data) > _LARGEST:
        raise NotEmbeddable("size")
    if data[:4] not in _FORMS:
        raise NotEmbeddable("form")  # CFF outlines, collections, web fonts
    tables = _tables(data)
    if not {"glyf", "OS/2", "cmap", "head", "hmtx"} <= tables.keys():
        raise NotEmbeddable("tables")
    at = tables["OS/2"] + _FS_TYPE_AT
    if len(data) < at + 2:
        raise NotEmbeddable("tables")
    [allowed] = struct.unpack_from(">H", data, at)
    if allowed & (_RESTRICTED | _BITMAPS_ONLY):
        raise NotEmbeddable("licence")
    try:
        TTFont("trial", BytesIO(data), asciiReadable=1)
    except _DAMAGED as error:
        raise NotEmbeddable("damaged") from error
    return path


def family_of(path: Path) -> str:
    """What a checked face calls its family; "" for nothing that can be shown.

    Raises:
        OSError: The file cannot be read.
    """
    face = TTFont("named", BytesIO(path.read_bytes()), asciiReadable=1).face
    name: object = getattr(face, "familyName", b"")
    text = name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
    try:
        return one_line(text)[:_LONGEST]
    except NotPrintable:
        return ""


def _tables(data: bytes) -> dict[str, int]:
    """Where the file's tables begin."""
    [count] = struct.unpack_from(">H", data, 4) if len(data) >= 12 else [0]  # noqa: PLR2004
    if count > _MOST_TABLES or len(data) < 12 + count * _ENTRY.size:
        raise NotEmbeddable("tables")
    found = {}
    for index in range(count):
        tag, _, start, length = _ENTRY.unpack_from(data, 12 + index * _ENTRY.size)
        if start + length > len(data):
            raise NotEmbeddable("tables")
        found[tag.decode("latin-1").strip()] = start
    return found
