"""The running text is written as in Word: bursts are edits, headings are chapters, notes follow."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from qpdesk.domain import edits
from qpdesk.domain.nodes import Document, Footnote, Kind, Measure
from qpdesk.domain.running_text import Shape, chapters_of
from qpdesk.gui.looks.proofreader import Proofreader
from qpdesk.gui.views.writing import gestures, running_text
from qpdesk.gui.views.writing.clipboard import unpacked
from tests.gui.conftest import titled, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Move = QTextCursor.MoveOperation


@pytest.fixture
def desk(window):
    window.session.undoing._recall_first()  # what was done before is on the stack, to count from
    return window.session.desk


@pytest.fixture
def text(window, desk):
    """The running text, with the cursor at the end of "Så här arbetar vi¹."."""
    desk.outlines.turn_to(1)
    desk.side.text.sheet.setFocus()
    desk.side.text.sheet.moveCursor(Move.End)
    return desk.side.text


@pytest.fixture
def sheet(text):
    return text.sheet


def plan_text(desk):
    """The plan's chapters as (level, title, text)."""
    chapters = chapters_of(desk.editor.register, desk.plan)
    return [(chapter.level, chapter.title, chapter.text) for chapter in chapters]


def shown(sheet):
    return [(block.shape, block.text) for block in sheet.blocks()]


def notes(desk):
    found = desk.editor.register.children(desk.plan, Kind.FOOTNOTE)
    return {note.key: note.text for note in found if isinstance(note, Footnote)}


@pytest.mark.parametrize("native", [0x20, 0x10])
def test_what_is_written_with_alt_gr_on_windows_is_no_gesture(sheet, native):
    right = native == 0x20
    before = shown(sheet)[-1]
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        key = QKeyEvent(kind, Qt.Key.Key_2, CTRL | ALT, 3, 0x32, native, "@")
        QApplication.sendEvent(sheet, key)
    shape, words = shown(sheet)[-1]
    assert (shape == before[0]) is right
    assert words == before[1] + ("@" if right else "")


@pytest.mark.parametrize("keys", [[Qt.Key.Key_Return], [Qt.Key.Key_Return, Qt.Key.Key_Return]])
def test_an_empty_line_is_still_there_after_a_rest(desk, text, sheet, qtbot, keys):
    for key in keys:
        press(qtbot, sheet, key)
    text.save()
    type_text(sheet, "Vidare")
    text.save()
    assert plan_text(desk)[0][2] == "Så här arbetar vi[^1]." + "\n" * len(keys) + "Vidare"


def press(qtbot, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, key, modifiers)


def paste(sheet, **formats):
    data = QMimeData()
    for name, content in formats.items():
        {"html": data.setHtml, "text": data.setText}[name](content)
    sheet.insertFromMimeData(data)


# ----------------------------------------------------------------- typing and undoing


def test_a_chapter_is_shown_with_its_heading_and_the_number_of_its_note(desk, text, sheet, qtbot):
    assert shown(sheet) == [
        (Shape.HEADING_1, "Inledning"),
        (Shape.PARAGRAPH, "Så här arbetar vi[^1]."),
    ]
    qtbot.waitUntil(lambda: sheet.shown_number("1") == "1")


def test_a_burst_of_typing_is_one_edit(desk, text, sheet, qtbot):
    steps = desk.editor.undo_stack.count()
    type_text(sheet, " Åtgärder & <b>mål</b>")
    text._rest.setInterval(0)
    text._rest.start()
    qtbot.waitUntil(lambda: desk.editor.undo_stack.count() > steps)
    assert plan_text(desk) == [
        (1, "Inledning", "Så här arbetar vi[^1]. Åtgärder & <b>mål</b>"),
    ]
    assert desk.editor.undo_stack.count() == steps + 1


def test_undo_takes_typing_first_and_then_edits(window, desk, text, sheet, qtbot):
    type_text(sheet, " Ett.")
    text.save()
    type_text(sheet, " Två.")
    press(qtbot, sheet, Qt.Key.Key_Z, CTRL)
    assert shown(sheet)[1][1] == "Så här arbetar vi[^1]. Ett."
    window.deeds["undo"].trigger()
    assert shown(sheet)[1][1] == "Så här arbetar vi[^1]."
    assert plan_text(desk)[0][2] == "Så här arbetar vi[^1]."
    window.deeds["redo"].trigger()
    assert plan_text(desk)[0][2] == "Så här arbetar vi[^1]. Ett."
    assert shown(sheet)[1][1] == "Så här arbetar vi[^1]. Ett."
    assert sheet.hasFocus()


def test_ctrl_z_goes_to_the_plan_when_nothing_is_being_typed(desk, text, sheet, qtbot):
    type_text(sheet, " Ett.")
    text.save()
    press(qtbot, sheet, Qt.Key.Key_Z, CTRL)
    assert plan_text(desk)[0][2] == "Så här arbetar vi[^1]."


@pytest.mark.parametrize("way", ["tab", "plan fields", "close"])
def test_leaving_saves(window, desk, text, sheet, way):
    type_text(sheet, " Slut.")
    chapter = titled(desk.editor.register, "Inledning")
    register = desk.editor.register
    {
        "tab": lambda: desk.outlines.turn_to(0),
        "plan fields": desk.show_plan_fields,
        "close": window.close,
    }[way]()
    assert register[chapter].text.endswith(" Slut.")


def test_no_break_spaces_and_the_largest_characters_are_kept(desk, text, sheet):
    type_text(sheet, " 67")
    sheet.insertPlainText("\N{NO-BREAK SPACE}%")
    sheet.insertPlainText(" \N{GRINNING FACE}")
    text.save()
    assert plan_text(desk)[0][2].endswith("67\N{NO-BREAK SPACE}% \N{GRINNING FACE}")
    assert shown(sheet)[1][1].endswith("67\N{NO-BREAK SPACE}% \N{GRINNING FACE}")


def test_a_blank_at_the_end_of_a_heading_survives_a_rest(text, sheet, desk):
    sheet.moveCursor(Move.Start)
    sheet.moveCursor(Move.EndOfBlock)
    type_text(sheet, " ")
    text.save()
    type_text(sheet, "bis")
    text.save()
    assert plan_text(desk)[0][1] == "Inledning bis"


def test_what_others_change_is_shown_and_the_cursor_stays(desk, text, sheet):
    chapter = titled(desk.editor.register, "Inledning")
    place = sheet.textCursor().position()
    desk.editor.attempt(edits.rename, chapter, "Bakgrund")
    assert shown(sheet)[0] == (Shape.HEADING_1, "Bakgrund")
    sheet.moveCursor(Move.End)
    assert sheet.textCursor().position() == place - 1


# ----------------------------------------------------------------- headings, bullets


def test_keys_of_word_make_headings_bullets_and_text(window, desk, text, sheet, qtbot):
    press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_2, CTRL | ALT)
    assert desk.outlines.position == 1  # the window's own use of the key
    type_text(sheet, "Utredning")
    press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_L, CTRL | SHIFT)
    type_text(sheet, "Första")
    press(qtbot, sheet, Qt.Key.Key_Return)
    type_text(sheet, "Andra")
    press(qtbot, sheet, Qt.Key.Key_Return)
    press(qtbot, sheet, Qt.Key.Key_Return)
    type_text(sheet, "Slut")
    text.save()
    assert plan_text(desk) == [
        (1, "Inledning", "Så här arbetar vi[^1]."),
        (2, "Utredning", "- Första\n- Andra\nSlut"),
    ]
    assert desk.tree.plan_model.rowCount() == 2


def test_a_typed_list_mark_becomes_a_bullet_and_backspace_takes_it_away(text, sheet, qtbot):
    press(qtbot, sheet, Qt.Key.Key_Return)
    type_text(sheet, "-")
    press(qtbot, sheet, Qt.Key.Key_Space)
    assert sheet.shape() is Shape.BULLET
    press(qtbot, sheet, Qt.Key.Key_Backspace)
    assert sheet.shape() is Shape.PARAGRAPH


def test_dividing_a_chapter_is_one_edit_and_joining_keeps_the_first(
    window, desk, text, sheet, qtbot
):
    register = desk.editor.register
    first = titled(register, "Inledning")
    steps = desk.editor.undo_stack.count()
    press(qtbot, sheet, Qt.Key.Key_Return)
    type_text(sheet, "Syfte")
    press(qtbot, sheet, Qt.Key.Key_1, CTRL | ALT)
    press(qtbot, sheet, Qt.Key.Key_Return)
    type_text(sheet, "Därför.")
    text.save()
    assert desk.editor.undo_stack.count() == steps + 1
    second = titled(register, "Syfte")
    sheet.moveCursor(Move.PreviousBlock)
    press(qtbot, sheet, Qt.Key.Key_Backspace)  # the heading becomes text
    text.save()
    assert plan_text(desk) == [(1, "Inledning", "Så här arbetar vi[^1].\nSyfte\nDärför.")]
    assert first in register
    press(qtbot, sheet, Qt.Key.Key_1, CTRL | ALT)  # on second thoughts
    text.save()
    assert [chapter.id for chapter in chapters_of(register, desk.plan)] == [first, second]
    for _ in range(3):
        window.deeds["undo"].trigger()
    assert plan_text(desk) == [(1, "Inledning", "Så här arbetar vi[^1].")]
    assert len(shown(sheet)) == 2


def test_return_before_a_heading_leaves_the_heading_whole(desk, text, sheet, qtbot):
    chapter = titled(desk.editor.register, "Inledning")
    sheet.moveCursor(Move.Start)
    press(qtbot, sheet, Qt.Key.Key_Return)
    text.save()
    assert titled(desk.editor.register, "Inledning") == chapter
    assert len(plan_text(desk)) == 1


def test_alt_shift_arrows_change_the_level(desk, text, sheet, qtbot):
    sheet.moveCursor(Move.Start)
    press(qtbot, sheet, Qt.Key.Key_Right, ALT | SHIFT)
    text.save()
    assert plan_text(desk)[0][0] == 2


def test_a_plan_without_chapters_can_be_written(window, desk, text, qtbot):
    desk.editor.attempt(edits.add, Kind.PLAN, None, title="Ny")
    desk.show_plan(titled(desk.editor.register, "Ny"))
    sheet = text.sheet
    assert shown(sheet) == []
    sheet.setFocus()
    type_text(sheet, "Ord")
    text.save()
    assert plan_text(desk) == [(1, "Nytt kapitel", "Ord")]
    assert shown(sheet) == [(Shape.HEADING_1, "Nytt kapitel"), (Shape.PARAGRAPH, "Ord")]
    assert sheet.textCursor().block().text() == "Ord"


def test_the_tree_follows_the_cursor_and_the_cursor_the_tree(desk, text, sheet, qtbot):
    register = desk.editor.register
    desk.editor.attempt(edits.add, Kind.CHAPTER, desk.plan, title="Syfte", text="Därför")
    second = titled(register, "Syfte")
    sheet.moveCursor(Move.End)
    assert desk.tree.current_id() == second
    desk.tree.go_to(titled(register, "Inledning"))
    assert sheet.textCursor().block().text() == "Inledning"
    assert sheet.chapter() == titled(register, "Inledning")


def test_where_a_chapter_is_printed_is_chosen_above_it(desk, text):
    choice = text.tools.fields["document"]
    choice.setCurrentIndex(choice.findData(Document.BOTH.value))
    choice.activated.emit(choice.currentIndex())
    chapter = desk.editor.register[titled(desk.editor.register, "Inledning")]
    assert chapter.document is Document.BOTH


# ----------------------------------------------------------------- notes


def test_a_note_is_inserted_and_written_in_place(window, desk, text, sheet, qtbot):
    steps = desk.editor.undo_stack.count()
    type_text(sheet, " Mer")
    press(qtbot, sheet, Qt.Key.Key_F, CTRL | ALT)
    field = text.notes.editor.widget
    assert field.hasFocus()
    assert text.notes.label.text().endswith("2")
    type_text(field, "Enligt rutin, åäö.")
    press(qtbot, field, Qt.Key.Key_Escape)
    assert sheet.hasFocus()
    assert plan_text(desk)[0][2] == "Så här arbetar vi[^1]. Mer[^2]"
    assert notes(desk) == {"1": "Enligt nämndens beslut.", "2": "Enligt rutin, åäö."}
    assert desk.editor.undo_stack.count() == steps + 2
    window.deeds["undo"].trigger()
    window.deeds["undo"].trigger()
    assert notes(desk) == {"1": "Enligt nämndens beslut."}
    assert desk.outlines.position == 1


def test_the_note_at_the_cursor_is_shown_with_its_number(desk, text, sheet, qtbot):
    sheet.moveCursor(Move.Left)
    qtbot.waitUntil(lambda: text.notes.label.text() == "&Fotnot 1")
    assert text.notes.editor.raw() == "Enligt nämndens beslut."
    sheet.moveCursor(Move.Start)
    assert text.notes.isHidden()


def test_numbers_run_in_reading_order_through_tables_too(window, desk, text, sheet, qtbot):
    register = desk.editor.register
    area = titled(register, "Hemtjänst")
    desk.editor.attempt(edits.add, Kind.FOOTNOTE, desk.plan, key="x", text="I tabellen")
    desk.editor.attempt(edits.add, Kind.CHAPTER, desk.plan, title="Efter", text="Sist[^y]")
    desk.editor.attempt(edits.add, Kind.FOOTNOTE, desk.plan, key="y", text="Sist")
    desk.editor.attempt(edits.rename, area, "Hemtjänst[^x]")
    qtbot.waitUntil(lambda: sheet.shown_number("y") == "2")
    chapter = titled(register, "Inledning")
    desk.editor.attempt(edits.change, [chapter], "holds", "areas")
    qtbot.waitUntil(lambda: sheet.shown_number("y") == "3")


def test_deleting_a_mark_deletes_its_note_and_undo_brings_both_back(
    window, desk, text, sheet, qtbot
):
    sheet.moveCursor(Move.Left)
    press(qtbot, sheet, Qt.Key.Key_Backspace)
    text.save()
    assert plan_text(desk)[0][2] == "Så här arbetar vi."
    assert notes(desk) == {}
    window.deeds["undo"].trigger()
    assert notes(desk) == {"1": "Enligt nämndens beslut."}
    assert shown(sheet)[1][1] == "Så här arbetar vi[^1]."
    assert desk.outlines.position == 1


def test_cut_and_paste_keep_text_and_note_together(desk, text, sheet, qtbot):
    sheet.moveCursor(Move.StartOfBlock)
    sheet.moveCursor(Move.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    sheet.cut()
    text.save()
    assert notes(desk) == {}
    type_text(sheet, "Före. ")
    text.save()
    sheet.paste()
    text.save()
    assert plan_text(desk)[0][2] == "Före. Så här arbetar vi[^1]."
    assert notes(desk) == {"1": "Enligt nämndens beslut."}


def test_a_whole_chapter_can_be_cut_and_pasted_elsewhere(desk, text, sheet, qtbot):
    register = desk.editor.register
    first = titled(register, "Inledning")
    desk.editor.attempt(edits.change, [first], "document", "both")
    desk.editor.attempt(edits.add, Kind.CHAPTER, desk.plan, title="Syfte", text="Därför")
    sheet.moveCursor(Move.Start)
    for _ in range(2):
        sheet.moveCursor(Move.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    sheet.cut()
    text.save()
    assert [title for _, title, _ in plan_text(desk)] == ["Syfte"]
    sheet.moveCursor(Move.End)
    press(qtbot, sheet, Qt.Key.Key_Return)
    sheet.paste()
    text.save()
    assert [title for _, title, _ in plan_text(desk)] == ["Syfte", "Inledning"]
    moved = register[first]
    assert (moved.text, moved.document) == ("Så här arbetar vi[^1].", Document.BOTH)
    assert notes(desk) == {"1": "Enligt nämndens beslut."}


def test_a_note_from_another_plan_does_not_take_the_place_of_one_here(desk, text, sheet):
    sheet.moveCursor(Move.StartOfBlock)
    sheet.moveCursor(Move.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    sheet.copy()
    desk.editor.attempt(edits.add, Kind.PLAN, None, title="Ny")
    other = titled(desk.editor.register, "Ny")
    desk.editor.attempt(edits.add, Kind.CHAPTER, other, title="Kap", text="Här[^1]")
    desk.editor.attempt(edits.add, Kind.FOOTNOTE, other, key="1", text="En annan not")
    desk.show_plan(other)
    sheet.moveCursor(Move.End)
    sheet.paste()
    text.save()
    assert plan_text(desk)[0][2] == "Här[^1]Så här arbetar vi[^2]."
    assert notes(desk) == {"1": "En annan not", "2": "Enligt nämndens beslut."}


def test_what_is_copied_can_be_read_by_word(desk, text, sheet):
    sheet.show_numbers({"1": 7})
    sheet.selectAll()
    sheet.copy()
    data = QApplication.clipboard().mimeData()
    assert "<h1>Inledning</h1>" in data.html()
    assert data.text() == "Inledning\nSå här arbetar vi[7]."
    assert unpacked(data).notes == {"1": "Enligt nämndens beslut."}


# ----------------------------------------------------------------- pasting


def test_a_page_from_word_becomes_chapters_and_bullets(desk, text, sheet, qtbot):
    press(qtbot, sheet, Qt.Key.Key_Return)
    paste(
        sheet,
        html="<h2>Insatser</h2><p>Text med <b>fetstil</b><script>alert(1)</script></p>"
        "<ul><li>Ett</li></ul><a href='javascript:x()'>Tryck</a><img src='file:///etc/passwd'>",
    )
    text.save()
    assert plan_text(desk)[1] == (2, "Insatser", "Text med fetstil\n- Ett\nTryck")


def test_words_go_into_the_line_and_lines_between(desk, text, sheet):
    sheet.moveCursor(Move.StartOfBlock)
    paste(sheet, text="Alltså: ")
    paste(sheet, text="Ett\nTvå")
    text.save()
    assert plan_text(desk)[0][2] == "Alltså: \nEtt\nTvå\nSå här arbetar vi[^1]."


def test_a_pasted_binary_is_refused_in_words(window, desk, text, sheet):
    said = []
    desk.told.connect(said.append)
    paste(sheet, text="\x89PNG\x00\x01")
    assert "tecken" in said[-1]
    assert len(shown(sheet)) == 2


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"[1", b'{"blocks": [[1, 2, 3]], "notes": {}, "part": 0}', b"\xff" * 9]
)
def test_what_only_calls_itself_ours_is_not_trusted(sheet, raw):
    data = QMimeData()
    data.setData("application/x-qpdesk-running-text", raw)
    data.setText("Vanlig text")
    sheet.insertFromMimeData(data)
    assert "Vanlig text" in shown(sheet)[1][1]


# ----------------------------------------------------------------- links, measures, spelling


def answered(monkeypatch, name, answer):
    """Let a question be answered as a user would, with the real dialog."""
    real = getattr(running_text, name)

    class Answered(real):
        def exec(self):
            answer(self)
            return self.result()

    monkeypatch.setattr(running_text, name, Answered)


def test_a_link_is_put_after_the_words_it_is_for(desk, text, sheet, qtbot, monkeypatch):
    def answer(question):
        question.field.setText("javascript:alert(1)")
        question.accept()
        assert question.result() != QDialog.DialogCode.Accepted
        assert "webbadress" in question.refusal.text()
        question.field.setText("www.lillby.se/plan")
        question.accept()

    answered(monkeypatch, "LinkQuestion", answer)
    sheet.moveCursor(Move.StartOfBlock)
    sheet.moveCursor(Move.NextWord, QTextCursor.MoveMode.KeepAnchor)
    press(qtbot, sheet, Qt.Key.Key_K, CTRL)
    text.save()
    assert plan_text(desk)[0][2].startswith("Så (https://www.lillby.se/plan) här")


def test_a_link_at_the_cursor_is_changed(desk, text, sheet, qtbot, monkeypatch):
    def answer(question):
        assert question.field.text() == "https://a.se/x"
        question.field.setText("mailto:anna@lillby.se")
        question.accept()

    answered(monkeypatch, "LinkQuestion", answer)
    type_text(sheet, " Se https://a.se/x")
    press(qtbot, sheet, Qt.Key.Key_K, CTRL)
    text.save()
    assert plan_text(desk)[0][2].endswith(" Se mailto:anna@lillby.se")


def test_a_bullet_is_made_a_measure_and_stays(window, desk, sheet, qtbot, monkeypatch):
    register = desk.editor.register
    chapter = edits.added(
        desk.editor.attempt(
            edits.add, Kind.CHAPTER, desk.plan, title="Nattpatrullen", text="- Anonym chatt"
        )
    )

    def answer(question):
        assert register[question.place].title == "Nattpatrull"  # the chapter speaks of it
        question.accept()

    answered(monkeypatch, "PromotionQuestion", answer)
    sheet.moveCursor(Move.End)
    steps = desk.editor.undo_stack.count()
    press(qtbot, sheet, Qt.Key.Key_M, CTRL | SHIFT)
    measure = register[titled(register, "Anonym chatt")]
    assert isinstance(measure, Measure)
    assert register[measure.place.parent].title == "Nattpatrull"
    assert "Nattpatrullen" in measure.source
    assert register[chapter.id].text == "- Anonym chatt"
    assert desk.editor.undo_stack.count() == steps + 1
    window.deeds["undo"].trigger()
    assert measure.id not in register


def test_only_bullets_can_be_measures(desk, text, sheet, qtbot):
    said = []
    desk.told.connect(said.append)
    press(qtbot, sheet, Qt.Key.Key_M, CTRL | SHIFT)
    assert "punkt" in said[-1]


def test_every_gesture_is_in_the_menu_and_among_the_tools(text, sheet, qtbot):
    for name in {*gestures.SHAPES, "note", "link", "promote"}:
        assert text.tools.has(name)


def test_f7_finds_misspelt_words_in_headings_too(window, text, sheet, qtbot):
    sheet.moveCursor(Move.Start)
    type_text(sheet, "Arbetsätt och ")
    press(qtbot, sheet, Qt.Key.Key_F7)
    assert sheet.textCursor().selectedText() == "Arbetsätt"
    block = sheet.document().firstBlock()
    window.appearance.spelling.judge_all()
    assert all(part.format.font().bold() for part in block.layout().formats())  # still a heading


def test_escape_leads_back_to_the_chapters(desk, text, sheet, qtbot):
    press(qtbot, sheet, Qt.Key.Key_Escape)
    assert desk.tree.hasFocus()


# ------------------------------------------------------------- a long text


@pytest.fixture
def long_text(window, text, desk):
    """Three hundred paragraphs in the chapter, every word of them judged."""
    chapter = titled(desk.editor.register, "Inledning")
    lines = "\n".join(f"Stycke {number} om nämndens arbete." for number in range(300))
    desk.editor.attempt(edits.change, [chapter], "text", lines)
    window.appearance.spelling.judge_all()
    return text


@pytest.fixture
def read(monkeypatch):
    """The paragraphs that are read for misspelt words, as they are read."""
    found = []
    plain = Proofreader.highlightBlock

    def noted(proofreader, words):
        found.append(words)
        plain(proofreader, words)

    monkeypatch.setattr(Proofreader, "highlightBlock", noted)
    return found


def write_in_the_middle(text, words):
    cursor = QTextCursor(text.sheet.document().findBlockByNumber(150))
    text.sheet.setTextCursor(cursor)
    type_text(text.sheet, words)


def test_saving_reads_no_more_of_a_long_text_than_what_was_written(window, long_text, read):
    write_in_the_middle(long_text, "Ett nytt ")
    long_text.save()
    window.appearance.spelling.judge_all()
    assert read
    assert [words for words in read if "Stycke 149 " not in words] == []


def test_a_word_found_wrong_is_marked_where_it_stands_and_nothing_else_is_read(
    window, long_text, read
):
    write_in_the_middle(long_text, "arbetsätt ")
    del read[:]
    window.appearance.spelling.judge_all()
    assert {words for words in read if "arbetsätt" not in words} == set()
    block = long_text.sheet.document().findBlockByNumber(150)
    assert [block.text()[f.start : f.start + f.length] for f in block.layout().formats()] == [
        "arbetsätt"
    ]


def test_fields_behind_the_text_follow_when_they_come_to_the_front(desk, long_text):
    write_in_the_middle(long_text, "Ett nytt ")
    long_text.save()
    assert desk.details.form is None  # nothing is laid out that nobody sees
    desk.side.show_fields()
    assert "Ett nytt Stycke 149" in desk.details.form.editors["text"].raw()
