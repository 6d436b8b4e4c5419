"""Addresses in the running text: the one at the cursor, and putting one there."""

from PySide6.QtGui import QTextCursor

from qpdesk.domain.addresses import split_addresses


def address_at(cursor: QTextCursor) -> tuple[QTextCursor, str]:
    """What a link would replace: the address at the cursor, which is "" when there is none."""
    if cursor.hasSelection():
        return cursor, ""
    block = cursor.block()
    place, start = cursor.position() - block.position(), 0
    for piece, address in split_addresses(block.text()):
        size = len(piece.encode("utf-16-le", "surrogatepass")) // 2
        if address and start <= place <= start + size:
            cursor.setPosition(block.position() + start)
            cursor.setPosition(block.position() + start + size, QTextCursor.MoveMode.KeepAnchor)
            return cursor, piece
        start += size
    return cursor, ""


def put_address(cursor: QTextCursor, address: str, *, is_after_words: bool) -> None:
    """Put an address in the place of another, or in brackets after the words that are chosen."""
    chosen = cursor.selectedText()
    if chosen and is_after_words:
        blanks = len(chosen) - len(chosen.rstrip())
        cursor.setPosition(cursor.selectionEnd() - blanks)
        address = f" ({address})"
    cursor.insertText(address)
