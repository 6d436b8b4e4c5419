"""The running text of a plan, written as in Word: one sheet for all chapters, notes below it.

What is typed is in the plan when typing rests or the sheet is left: one edit for each burst. From
then on it is the plan's history that takes it back, not the sheet's.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from qpdesk.domain import edits
from qpdesk.domain.changes import Edit
from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.nodes import Chapter, Footnote, Kind, title_of
from qpdesk.domain.order import NodeId
from qpdesk.domain.promotion import promote
from qpdesk.domain.rewriting import Memory, free_key, rewrite
from qpdesk.domain.running_text import Block, Shape, blocks_of, chapters_of
from qpdesk.gui.editor import Editor
from qpdesk.gui.looks.appearance import Appearance
from qpdesk.gui.views.writing import links, marks
from qpdesk.gui.views.writing.note_field import NoteField
from qpdesk.gui.views.writing.questions import LinkQuestion, PromotionQuestion
from qpdesk.gui.views.writing.tools import WritingTools
from qpdesk.gui.views.writing.writing_sheet import WritingSheet
from qpdesk.gui.words import messages, terms
from qpdesk.services.errors import EditRefused

_REST = 1_000  # milliseconds without typing after which the text is saved
_COUNT = 200  # milliseconds until notes are numbered anew: what does that is loaded first
_LONGEST = 120  # letters of a title in a sentence


class RunningText(QWidget):
    """All chapters of the plan that is shown."""

    told = Signal(str)
    """A short sentence for the status bar and the screen reader."""
    chapter_entered = Signal(object)
    """The id of the chapter that the cursor has come into."""
    left = Signal()
    """The user wants back to the list of chapters."""

    def __init__(
        self, editor: Editor, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._appearance = appearance
        self._plan: NodeId | None = None
        self._shown: list[Block] = []
        self._chapters: dict[NodeId, Chapter] = {}
        self._entered: NodeId | None = None
        self._saving = False
        self._rest = _timer(self, _REST, self.save)
        self._count = _timer(self, _COUNT, self._renumber)
        self._build()
        editor.edited.connect(self._edited)

    # ------------------------------------------------------------- what is shown

    def show_plan(self, plan: NodeId | None) -> None:
        """Show the chapters of a plan; what was being written is saved first."""
        if plan != self._plan:
            self.save()
            self._plan, self._chapters, self.sheet.notes = plan, {}, {}
            self.sheet.show_numbers({})
        self._follow()
        self.setEnabled(plan is not None)

    def show_chapter(self, chapter: NodeId) -> None:
        """Bring a chapter to the top, unless the cursor is in it already."""
        if self.sheet.chapter() != chapter:
            self.sheet.go_to_chapter(chapter)

    def save(self) -> None:
        """Bring what has been written into the plan now."""
        self._rest.stop()
        self.notes.save()
        blocks = self.sheet.blocks()
        if self._plan is None or self._saving or blocks == self._shown:
            return
        memory = Memory(terms.new_titles()[Kind.CHAPTER], self._chapters, self.sheet.notes)
        try:
            edit = rewrite(self._editor.register, self._plan, blocks, memory)
        except EditRefused as refusal:
            self.told.emit(messages.refusal(refusal))
            return
        self._saving = True
        if not edit.changes:
            self._shown = blocks  # blanks at an end, say
        else:
            self._editor.do(edit)
        self._saving = False

    def _edited(self, _edit: Edit) -> None:
        if self._plan is not None and self._plan in self._editor.register:
            self._follow()

    def _follow(self) -> None:
        """Show what the register has; what is being typed stays."""
        if self._plan is None:
            self.sheet.show_blocks([])
            return
        if not self._saving and self.sheet.blocks() != self._shown:
            return  # the user is typing; it is saved soon, and then followed
        register = self._editor.register
        chapters = chapters_of(register, self._plan)
        self._chapters |= {chapter.id: chapter for chapter in chapters}
        notes = register.children(self._plan, Kind.FOOTNOTE)
        self.sheet.notes |= {note.key: note.text for note in notes if isinstance(note, Footnote)}
        self.sheet.show_blocks(blocks_of(chapters))
        self._shown = self.sheet.blocks()
        self._cursor_moved()
        self._count.start()

    def _renumber(self) -> None:
        """Show the notes' numbers as the documents print them now."""
        from qpdesk.services.numbering import note_numbers  # noqa: PLC0415 - not at start

        register = self._editor.register
        if self._plan in register and self._plan is not None:
            has_notes = register.children(self._plan, Kind.FOOTNOTE)
            self.sheet.show_numbers(note_numbers(register, self._plan) if has_notes else {})
            self._show_note()

    # ------------------------------------------------------------- the parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 8, 6)
        column.setSpacing(0)
        self.tools = WritingTools(self._appearance.icons, self)
        self.sheet = WritingSheet(self._appearance.spelling, self)
        self.sheet.setAccessibleName(self.tr("Löpande text"))
        self.sheet.setPlaceholderText(
            self.tr("Skriv här. Ctrl+Alt+1 gör en rubrik, Ctrl+Shift+L en punkt.")
        )
        self.notes = NoteField(self._appearance.spelling, self)
        column.addWidget(self.tools)
        column.addWidget(self.sheet, 1)
        column.addWidget(self.notes)
        self.setTabOrder(self.tools, self.sheet)
        self.sheet.textChanged.connect(self._rest.start)
        self.sheet.left.connect(self._leave)
        self.sheet.cursorPositionChanged.connect(self._cursor_moved)
        self.sheet.wanted.connect(self._do)
        self.sheet.menu_opened.connect(self.tools.fill)
        self.tools.wanted.connect(self._use)
        self.tools.field_chosen.connect(self._change_field)
        self.notes.written.connect(self._write_note)
        self.notes.left.connect(self.sheet.setFocus)

    def _leave(self) -> None:
        """The sheet is left: bullets without words are nothing."""
        cursor = QTextCursor(self.sheet.document())
        cursor.beginEditBlock()
        for number in reversed(range(self.sheet.document().blockCount())):
            block = self.sheet.document().findBlockByNumber(number)
            if marks.shape_of(block) is Shape.BULLET and not block.text().strip():
                marks.give(QTextCursor(block), Shape.PARAGRAPH)
        cursor.endEditBlock()
        self.save()

    def _cursor_moved(self) -> None:
        self.tools.show_shape(self.sheet.shape())
        entered = self.sheet.chapter()
        chapter = self._editor.register.get(entered) if entered else None
        self.tools.show_chapter(chapter if isinstance(chapter, Chapter) else None)
        if entered != self._entered:
            self._entered = entered
            self.chapter_entered.emit(entered)
        self._show_note()

    def _show_note(self) -> None:
        key = self.sheet.note()
        if not key and self.notes.editor.widget.hasFocus():
            return
        is_new = key and key != self.notes.key
        text = self.sheet.notes.get(key, "")
        self.notes.show_note(key, self.sheet.shown_number(key), text)
        if is_new:
            QTimer.singleShot(0, self.sheet.ensureCursorVisible)  # the sheet has become lower
        if is_new and self.sheet.hasFocus():
            self._say(f"{self.notes.label.text().replace('&', '')}: {text}")

    # ------------------------------------------------------------- gestures

    def _use(self, name: str) -> None:
        """A tool was used: go on in the text."""
        self.sheet.setFocus()
        self.sheet.do(name)

    def _do(self, name: str) -> None:
        verbs: dict[str, Callable[[], None]] = {
            "note": self.insert_note,
            "link": self.ask_link,
            "promote": self.ask_promotion,
            "leave": self.left.emit,
            "refuse": lambda: self.told.emit(messages.refusal(NotPrintable())),
        }
        verbs[name]()

    def insert_note(self) -> None:
        """Put a note at the cursor, and let it be written; in a mark: write that note."""
        if self._plan is None:
            return
        if not self.sheet.note():
            key = free_key(self.sheet.notes)
            self.sheet.notes[key] = ""
            cursor = self.sheet.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            marks.put_note(cursor, key)
            self.sheet.setTextCursor(cursor)
            self.save()
            self._renumber()
        self.notes.begin()

    def ask_link(self) -> None:
        """Let an address be typed, in place of the one at the cursor or after what is chosen."""
        cursor, address = links.address_at(self.sheet.textCursor())
        question = LinkQuestion(address, self)
        if question.exec() == QDialog.DialogCode.Accepted:
            links.put_address(cursor, question.address, is_after_words=not address)
        self.sheet.setFocus()

    def ask_promotion(self) -> None:
        """Ask where the bullet at the cursor is to be a measure, and make it one."""
        self.save()
        block = self.sheet.textCursor().block()
        chapter = self.sheet.chapter()
        text = marks.text_of(block).strip()
        if marks.shape_of(block) is not Shape.BULLET or not text or chapter is None:
            self.told.emit(self.tr("Ställ markören i en punkt först: punkter kan bli åtgärder."))
            return
        question = PromotionQuestion(self._editor.register, chapter, text, self._appearance, self)
        if question.exec() == QDialog.DialogCode.Accepted and question.place is not None:
            self._promote(question.place, question.title.text(), chapter)
        self.sheet.setFocus()

    def _promote(self, place: NodeId, title: str, chapter: NodeId) -> None:
        register = self._editor.register
        source = self.tr("Kapitlet ”{0}”").format(title_of(register[chapter]))
        if self._editor.attempt(promote, place, title, source) is not None:
            where = messages.cut(title_of(register[place]), _LONGEST)
            told = self.tr("Ny åtgärd under ”{0}”. Punkten står kvar. Ångra med Ctrl+Z.")
            self.told.emit(told.format(where))

    def _change_field(self, name: str, value: str) -> None:
        self.save()
        chapter = self.sheet.chapter()
        if chapter is not None:
            self._editor.attempt(edits.change, [chapter], name, value)

    def _write_note(self, key: str, text: str) -> None:
        if self._plan is None:
            return
        notes = self._editor.register.children(self._plan, Kind.FOOTNOTE)
        ids = [note.id for note in notes if isinstance(note, Footnote) and note.key == key]
        if self._editor.attempt(edits.change, ids, "text", text) is not None:
            self.sheet.notes[key] = text

    def _say(self, words: str) -> None:
        """Let a screen reader say something."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _timer(parent: QWidget, milliseconds: int, job: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(job)
    return timer
