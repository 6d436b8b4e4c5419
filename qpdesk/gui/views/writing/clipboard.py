"""What is cut or copied from the running text: for itself whole, for Word as a page, as text.

Its own format carries the chapters that headings name and the notes, so that what is cut and put
in elsewhere is the same chapter with the same notes. It is read as anything from outside is.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QMimeData

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.order import NodeId
from qpdesk.domain.pasted import LARGEST, as_html, from_html, from_text
from qpdesk.domain.running_text import Block, Shape
from qpdesk.domain.text import clean, is_footnote_key, one_line

_OWN = "application/x-qpdesk-running-text"


@dataclass(frozen=True, slots=True)
class Cutting:
    """Some blocks, the first and last of which may be parts of one; and the notes in them.

    ``is_part``: it is words out of one block, to go into another.
    """

    blocks: list[Block]
    notes: Mapping[str, str] = field(default_factory=dict)
    is_part: bool = False


def packed(cutting: Cutting, shown: Sequence[str]) -> QMimeData:
    """Blocks for the clipboard; ``shown`` are their texts with the numbers of notes."""
    data = QMimeData()
    own = {
        "blocks": [[b.shape.value, b.text, b.chapter or ""] for b in cutting.blocks],
        "notes": dict(cutting.notes),
        "part": cutting.is_part,
    }
    data.setData(_OWN, QByteArray(json.dumps(own).encode()))
    data.setText(
        "\n".join(
            f"- {text}" if block.shape is Shape.BULLET and not cutting.is_part else text
            for block, text in zip(cutting.blocks, shown, strict=True)
        )
    )
    if not cutting.is_part:
        data.setHtml(as_html(cutting.blocks, shown))
    return data


def unpacked(data: QMimeData) -> Cutting | None:
    """What lies on the clipboard, None when it is no text.

    Raises:
        NotPrintable: It holds what no plan can keep.
    """
    if data.hasFormat(_OWN):
        own = _own(bytes(data.data(_OWN).data()))
        if own is not None:
            return own
    if data.hasHtml() and len(data.html()) <= LARGEST:
        return _whole_or_part(from_html(clean(data.html())), data.text())
    if data.hasText():
        return _whole_or_part(from_text(clean(data.text())), data.text())
    return None


def can_unpack(data: QMimeData) -> bool:
    """Whether there is text on it."""
    return data.hasFormat(_OWN) or data.hasText() or data.hasHtml()


def _whole_or_part(blocks: list[Block], text: str) -> Cutting:
    """A single paragraph is words to go into the line where the cursor is."""
    is_part = len(blocks) == 1 and blocks[0].shape is Shape.PARAGRAPH and "\n" not in text.strip()
    return Cutting(blocks, is_part=is_part)


def _own(raw: bytes) -> Cutting | None:
    """Our own format; None when somebody else has written something under its name."""
    try:
        read = json.loads(raw) if len(raw) <= LARGEST else {}
        blocks = [
            Block(Shape(shape), _kept(text), NodeId(str(chapter)) or None)
            for shape, text, chapter in read["blocks"]
        ]
        notes = {str(key): clean(str(text)) for key, text in read["notes"].items()}
        if not all(map(is_footnote_key, notes)):
            return None
        return Cutting(blocks, notes, bool(read["part"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, NotPrintable):
        return None


def _kept(text: str) -> str:
    """A block's text as it is, if it is one line.

    Raises:
        NotPrintable: It may not be kept.
    """
    return one_line(text) if "\n" in clean(text) else clean(text)
