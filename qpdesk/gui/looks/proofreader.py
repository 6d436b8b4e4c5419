"""Wavy lines under misspelt words in one editor, and what to do about them, also by keyboard."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit
from typing_extensions import override

from qpdesk.domain.spelling import words
from qpdesk.gui.looks.colours import worn
from qpdesk.gui.looks.spelling import Spelling

translate = QCoreApplication.translate

_SHOWN = 3  # suggestions that are read aloud


class Proofreader(QSyntaxHighlighter):
    """Reads along in an editor. The word that is being typed is left in peace."""

    def __init__(self, editor: QPlainTextEdit | QTextEdit, spelling: Spelling) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._spelling = spelling
        self._unfinished = -1  # number of the paragraph whose last typed word was passed over
        self._is_typing = False
        self._seen = self.document().characterCount()
        self._line = QTextCharFormat()
        self._line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        spelling.changed.connect(self.rehighlight)
        spelling.judged.connect(self._mark)
        editor.cursorPositionChanged.connect(self._cursor_moved)

    @override
    def highlightBlock(self, text: str) -> None:
        if not self._spelling.is_on:
            return
        block = self.currentBlock()
        wrong = [each for each in _placed(text) if not self._spelling.knows(each[2])]
        if not wrong:
            return
        self._line.setUnderlineColor(QColor(worn().alarm))
        written = self._written_to(block)
        for start, end, _ in wrong:
            if end == written:
                self._unfinished = block.blockNumber()
            else:
                look = QTextCharFormat(self.format(start))  # a heading stays one
                look.merge(self._line)
                self.setFormat(start, end - start, look)

    def go_to_next(self) -> str:
        """Select the next misspelt word, from the beginning again after the last.

        Returns what to say about it, or that there is none.
        """
        self.rehighlight()  # so that every word has been asked for
        self._spelling.judge_all()
        if self._spelling.is_broken:
            return translate(
                "Spelling", "Ordlistan kan inte läsas på den här datorn. Allt annat fungerar."
            )
        if not self._spelling.is_on:
            return translate("Spelling", "Stavningskontrollen är avstängd. Slå på den under Visa.")
        found = self._next()
        if found is None:
            return translate("Spelling", "Inga felstavade ord i texten.")
        self._editor.setTextCursor(found)
        self._editor.ensureCursorVisible()
        word = found.selectedText()
        suggestions = self._spelling.suggest(word)[:_SHOWN]
        if not suggestions:
            return translate("Spelling", "Okänt ord: {0}. Inga förslag.").format(word)
        told = translate("Spelling", "Okänt ord: {0}. Förslag: {1}. Välj med menytangenten.")
        return told.format(word, ", ".join(suggestions))

    def menu(self, event: QContextMenuEvent) -> QMenu:
        """The editor's own menu, with suggestions first when there is a misspelt word there."""
        at = event.pos()
        is_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        menu: QMenu = self._standard_menu(at)
        menu.setParent(self._editor, menu.windowFlags())
        cursor = self._editor.cursorForPosition(at) if is_mouse else self._editor.textCursor()
        word = self._word_at(cursor)
        if word is not None:
            first = menu.actions()[0]
            menu.insertActions(first, list(self._choices(word, menu)))
            menu.insertSeparator(first)
        return menu

    def _mark(self, wrong: frozenset[str]) -> None:
        """Look again at the paragraphs that have these words; in a long text that is few of all."""
        has_some = re.compile("|".join(map(re.escape, wrong))).search
        block = self.document().begin()
        while block.isValid():
            if has_some(block.text()):
                self.rehighlightBlock(block)
            block = block.next()

    def _written_to(self, block: QTextBlock) -> int:
        """How far into a paragraph the user is typing right now; -1 when they are not there."""
        is_typing = self._is_typing or self.document().characterCount() != self._seen
        if not is_typing or not self._editor.hasFocus():
            return -1
        return self._editor.textCursor().position() - block.position()

    def _standard_menu(self, at: QPoint) -> QMenu:
        return self._editor.createStandardContextMenu(at)

    def _choices(self, word: QTextCursor, menu: QMenu) -> Iterator[QAction]:
        """What can be done about a word: other spellings, and the user's own list."""
        text = word.selectedText()
        is_wrong = not self._spelling.knows(text)
        suggestions = self._spelling.suggest(text) if is_wrong else []
        for suggestion in suggestions:
            action = QAction(suggestion.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, new=suggestion: _replace(word, new))
            yield action
        if is_wrong and not suggestions:
            none = QAction(translate("Spelling", "(inga förslag)"), menu)
            none.setEnabled(False)
            yield none
        if is_wrong:
            add = QAction(translate("Spelling", "&Lägg till i ordlistan"), menu)
            add.triggered.connect(lambda: self._spelling.add(text))
            yield add
        elif text in self._spelling.own_words():
            remove = QAction(translate("Spelling", "&Ta bort ur ordlistan"), menu)
            remove.triggered.connect(lambda: self._spelling.remove(text))
            yield remove

    def _word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """The word at a place, as a selection, when there is something to do about it."""
        block = cursor.block()
        place = cursor.position() - block.position()
        for start, end, word in _placed(block.text()):
            if start <= place <= end:
                is_wrong = not self._spelling.knows(word)
                if is_wrong or (self._spelling.is_on and word in self._spelling.own_words()):
                    return _selection(block, start, end)
        return None

    def _next(self) -> QTextCursor | None:
        here = self._editor.textCursor().selectionEnd()
        every = list(self._misspelt())
        later = (found for found in every if found.selectionStart() >= here)
        return next(later, every[0] if every else None)

    def _misspelt(self) -> Iterator[QTextCursor]:
        block = self.document().begin()
        while block.isValid():
            for start, end, word in _placed(block.text()):
                if not self._spelling.knows(word):
                    yield _selection(block, start, end)
            block = block.next()

    def _cursor_moved(self) -> None:
        """A word that has been left is judged."""
        count = self.document().characterCount()
        self._is_typing, self._seen = count != self._seen, count
        if self._unfinished >= 0:
            block = self.document().findBlockByNumber(self._unfinished)
            self._unfinished = -1
            if block.isValid():
                self.rehighlightBlock(block)


def _placed(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with its beginning and end as Qt counts: in halves of the largest characters."""
    is_plain = text.isascii() or max(text) <= "\uffff"
    for start, word in words(text):
        first = start if is_plain else len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
        size = len(word) if is_plain else len(word.encode("utf-16-le", "surrogatepass")) // 2
        yield first, first + size, word


def _selection(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _replace(word: QTextCursor, new: str) -> None:
    word.insertText(new)
