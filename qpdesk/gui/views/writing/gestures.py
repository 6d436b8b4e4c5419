"""What keys and the clipboard do to the sheet, as people know it from Word."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor

from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.rewriting import free_key
from qpdesk.domain.running_text import HEADINGS, Block, Shape
from qpdesk.domain.text import references, split_references, with_keys
from qpdesk.gui.views.writing import marks
from qpdesk.gui.views.writing.clipboard import Cutting, unpacked
from qpdesk.gui.views.writing.sheet import Sheet

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_CTRL_ALT = _Mod.ControlModifier | _Mod.AltModifier
_CTRL_SHIFT = _Mod.ControlModifier | _Mod.ShiftModifier
_ALT_SHIFT = _Mod.AltModifier | _Mod.ShiftModifier
_Keep = QTextCursor.MoveMode.KeepAnchor

SHAPES = {shape.value: shape for shape in Shape}
"""The gestures that give the chosen blocks a shape."""
SHIFTS = {"raise": -1, "lower": 1}
"""The gestures that give a heading another level."""

_KEYS = {
    (_CTRL_ALT, _Key.Key_1): Shape.HEADING_1.value,
    (_CTRL_ALT, _Key.Key_2): Shape.HEADING_2.value,
    (_CTRL_ALT, _Key.Key_3): Shape.HEADING_3.value,
    (_CTRL_SHIFT, _Key.Key_N): Shape.PARAGRAPH.value,
    (_CTRL_SHIFT, _Key.Key_L): Shape.BULLET.value,
    (_CTRL_ALT, _Key.Key_F): "note",
    (_Mod.ControlModifier, _Key.Key_K): "link",
    (_CTRL_SHIFT, _Key.Key_M): "promote",
    (_ALT_SHIFT, _Key.Key_Left): "raise",
    (_ALT_SHIFT, _Key.Key_Right): "lower",
    (_Mod.NoModifier, _Key.Key_Escape): "leave",
}
_RIGHT_ALT = 0x20
"""Windows tells AltGr as Ctrl+Alt, and this of the keys: with it Swedes write @, £ and $."""
_LIST_MARKS = {"-", "*", "\N{BULLET}"}


def gesture_of(event: QKeyEvent) -> str:
    """What a key asks for, or "" when it only writes."""
    if event.text().isprintable() and event.nativeModifiers() & _RIGHT_ALT:
        return ""
    modifiers = event.modifiers() & ~_Mod.KeypadModifier
    return _KEYS.get((modifiers, Qt.Key(event.key())), "")


def reshape(sheet: Sheet, shape: Shape) -> None:
    """Give the chosen blocks a shape; bullets that are bullets already become paragraphs."""
    chosen = list(_chosen(sheet))
    if shape is Shape.BULLET and all(marks.shape_of(each) is shape for each in chosen):
        shape = Shape.PARAGRAPH
    with _one_step(sheet):
        for block in chosen:
            marks.give(QTextCursor(block), shape, marks.chapter_once(block))
    sheet.cursorPositionChanged.emit()


def shift_level(sheet: Sheet, by: int) -> None:
    """Raise or lower a heading's level; text becomes a heading when it is raised."""
    level = sheet.shape().level
    wanted = min(max(level + by, 1), 3) if level else 1
    if level or by < 0:
        reshape(sheet, HEADINGS[wanted])


def typed(sheet: Sheet, event: QKeyEvent) -> bool:
    """Whether a key has been seen to here, since it means more than to Qt."""
    cursor = sheet.textCursor()
    plain = not cursor.hasSelection()
    match Qt.Key(event.key()):
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            _enter(sheet, cursor)
        case Qt.Key.Key_Backspace if plain and cursor.atBlockStart():
            return _take_back(sheet, cursor)
        case Qt.Key.Key_Space if plain and _is_list_mark(cursor):
            _begin_list(sheet, cursor)
        case _:
            return False
    sheet.ensureCursorVisible()
    return True


def _enter(sheet: Sheet, cursor: QTextCursor) -> None:
    """A new block: text below a heading, another bullet below a bullet unless that is empty."""
    with _one_step(sheet):
        cursor.removeSelectedText()
        block = cursor.block()
        shape, chapter = marks.shape_of(block), marks.chapter_once(block)
        if shape is Shape.BULLET and not block.text():
            marks.give(cursor, Shape.PARAGRAPH)
        elif cursor.atBlockStart() and block.text():
            cursor.insertBlock()  # the text and its shape go down, an empty block stays above
            above = QTextCursor(cursor.block().previous())
            marks.give(above, Shape.BULLET if shape is Shape.BULLET else Shape.PARAGRAPH)
            marks.give(cursor, shape, chapter)
        else:
            at_end = cursor.atBlockEnd()
            cursor.insertBlock()
            is_heading = bool(shape.level)
            marks.give(cursor, Shape.PARAGRAPH if is_heading and at_end else shape)
    sheet.setTextCursor(cursor)


def _take_back(sheet: Sheet, cursor: QTextCursor) -> bool:
    """Backspace at the beginning of a block takes its shape away before the block itself."""
    block = cursor.block()
    before = block.previous()
    if marks.shape_of(block) is not Shape.PARAGRAPH and (block.text() or not before.isValid()):
        reshape(sheet, Shape.PARAGRAPH)
        return True
    if marks.shape_of(block) is Shape.BULLET:
        reshape(sheet, Shape.PARAGRAPH)
        return True
    return False


def _is_list_mark(cursor: QTextCursor) -> bool:
    block = cursor.block()
    before = block.text()[: cursor.position() - block.position()]
    return marks.shape_of(block) is Shape.PARAGRAPH and before in _LIST_MARKS


def _begin_list(sheet: Sheet, cursor: QTextCursor) -> None:
    """A typed list mark and a blank become a bullet."""
    with _one_step(sheet):
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, _Keep)
        cursor.removeSelectedText()
        marks.give(cursor, Shape.BULLET)
    sheet.setTextCursor(cursor)


# ----------------------------------------------------------------- the clipboard


def cut_out(sheet: Sheet) -> Cutting:
    """What is chosen, with its notes. A heading that is chosen from its start keeps its chapter."""
    cursor = sheet.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    blocks: list[Block] = []
    for block in _chosen(sheet):
        start, end = max(first - block.position(), 0), last - block.position()
        if end <= 0 and blocks:
            break  # only the line end before it is chosen
        chapter = marks.chapter_of(block) if start == 0 else None
        text = marks.text_of(block, start, end)
        blocks.append(Block(marks.shape_of(block), text, chapter))
    is_part = sheet.document().findBlock(first) == sheet.document().findBlock(last)
    keys = {key for block in blocks for key in references(block.text)}
    notes = {key: sheet.notes[key] for key in keys if key in sheet.notes}
    return Cutting(blocks, notes, is_part)


def put_in(sheet: Sheet, source: QMimeData) -> None:
    """Put what lies on the clipboard in the place of what is chosen."""
    try:
        cutting = unpacked(source)
    except NotPrintable:
        sheet.wanted.emit("refuse")
        return
    if cutting is None or not cutting.blocks:
        return
    cutting = _with_own_notes(sheet, cutting)
    cursor = sheet.textCursor()
    with _one_step(sheet):
        cursor.removeSelectedText()
        if cutting.is_part:
            marks.write(cursor, cutting.blocks[0].text, sheet.notes.__contains__)
        else:
            _put_in_blocks(sheet, cursor, cutting.blocks)
    sheet.setTextCursor(cursor)
    sheet.ensureCursorVisible()


def _put_in_blocks(sheet: Sheet, cursor: QTextCursor, blocks: Iterable[Block]) -> None:
    """Whole blocks come between what is before and after the cursor."""
    block = cursor.block()
    shape, chapter = marks.shape_of(block), marks.chapter_once(block)
    if block.text():
        at_start, at_end = cursor.atBlockStart(), cursor.atBlockEnd()
        cursor.insertBlock()
        if at_start:
            marks.give(cursor, shape, chapter)
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        elif not at_end:
            marks.give(cursor, Shape.BULLET if shape is Shape.BULLET else Shape.PARAGRAPH)
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    marks.give(cursor, Shape.PARAGRAPH)
    there = set(sheet.chapters())
    for number, each in enumerate(blocks):
        if number:
            cursor.insertBlock()
        is_new = each.chapter in there
        marks.give(cursor, each.shape, None if is_new else each.chapter)
        marks.write(cursor, each.text, sheet.notes.__contains__)


def _with_own_notes(sheet: Sheet, cutting: Cutting) -> Cutting:
    """The cutting with keys that mean the same notes here as where it was cut."""
    keys: dict[str, str] = {}
    for key, text in cutting.notes.items():
        keys[key] = key
        if sheet.notes.get(key, text) != text:
            keys[key] = free_key({*sheet.notes, *cutting.notes})
        sheet.notes[keys[key]] = text
    blocks = [Block(b.shape, with_keys(b.text, keys), b.chapter) for b in cutting.blocks]
    return Cutting(blocks, {}, cutting.is_part)


def as_shown(sheet: Sheet, text: str) -> str:
    """A text with the numbers of its notes as they are seen."""
    return "".join(
        piece + (f"[{sheet.shown_number(key)}]" if key else "")
        for piece, key in split_references(text)
    )


def _chosen(sheet: Sheet) -> Iterator[QTextBlock]:
    """The blocks that are chosen, at least the one where the cursor is."""
    cursor = sheet.textCursor()
    block = sheet.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        yield block
        block = block.next()


@contextmanager
def _one_step(sheet: Sheet) -> Iterator[None]:
    """What happens inside is undone at once."""
    cursor = QTextCursor(sheet.document())
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()
