"""Misspelt words are seen, found by keyboard, and put right or put on the user's own list."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from qpdesk import assets
from qpdesk.domain import edits
from qpdesk.gui.dialogs.own_words import OwnWordsDialog
from qpdesk.gui.looks.spelling import Spelling
from tests.gui.conftest import titled, type_text


@pytest.fixture
def text(window, qtbot):
    """The field "Vad ska göras?" of a measure, with the focus."""
    desk = window.session.desk
    desk.tree.go_to(titled(desk.editor.register, "Samtal med köket"))
    field = desk.details.form.editors["what_to_do"].widget
    field.setFocus()
    field.selectAll()
    type_text(field, "Ett nytt arbetsätt och ett arbetssätt till, se UBÅT. ")
    return field


def judged(window):
    window.appearance.spelling.judge_all()


def marked(field):
    """The words with a line under them."""
    found = []
    block = field.document().begin()
    while block.isValid():
        parts = block.layout().formats()
        found += [block.text()[part.start : part.start + part.length] for part in parts]
        block = block.next()
    return found


def menu_of(field, reason=QContextMenuEvent.Reason.Keyboard):
    return field.proof.menu(QContextMenuEvent(reason, QPoint(4, 4), QPoint(4, 4)))


def chosen(menu, words):
    return next(action for action in menu.actions() if action.text().replace("&", "") == words)


def test_a_misspelt_word_has_a_line_under_it(window, text):
    judged(window)
    assert marked(text) == ["arbetsätt"]


def test_the_word_that_is_being_typed_is_left_in_peace(window, text):
    type_text(text, "utredningn")
    judged(window)
    assert marked(text) == ["arbetsätt"]
    type_text(text, " ")
    judged(window)
    assert marked(text) == ["arbetsätt", "utredningn"]


def test_lines_are_right_after_the_largest_characters(window, text):
    type_text(text, "\N{GRINNING FACE} åtgrdä ")
    judged(window)
    assert marked(text)[0] == "arbetsätt"
    last = text.document().lastBlock()
    part = last.layout().formats()[-1]
    whole = last.text().encode("utf-16-le")
    assert whole[2 * part.start : 2 * (part.start + part.length)].decode("utf-16-le") == "åtgrdä"


def test_f7_selects_the_word_and_says_what_may_be_meant(window, text, qtbot):
    said = []
    window.session.desk.told.connect(said.append)
    qtbot.keyClick(text, Qt.Key.Key_F7)
    assert text.textCursor().selectedText() == "arbetsätt"
    assert "arbetsätt" in said[-1]
    assert "arbetssätt" in said[-1]


def test_the_menu_puts_it_right(window, text, qtbot):
    qtbot.keyClick(text, Qt.Key.Key_F7)
    chosen(menu_of(text), "arbetssätt").trigger()
    assert text.toPlainText().startswith("Ett nytt arbetssätt och")
    qtbot.keyClick(text, Qt.Key.Key_F7)
    judged(window)
    assert marked(text) == []


def test_an_own_word_is_right_from_then_on_and_can_be_taken_away(window, text, qtbot):
    qtbot.keyClick(text, Qt.Key.Key_F7)
    chosen(menu_of(text), "Lägg till i ordlistan").trigger()
    judged(window)
    assert marked(text) == []
    assert (window.paths.settings / "ordlista.txt").read_text(encoding="utf-8") == "arbetsätt\n"
    chosen(menu_of(text), "Ta bort ur ordlistan").trigger()
    judged(window)
    assert marked(text) == ["arbetsätt"]


def test_the_list_of_own_words(window, qtbot):
    spelling = window.appearance.spelling
    dialog = OwnWordsDialog(spelling, window)
    qtbot.addWidget(dialog)
    type_text(dialog.field, "Åsmyra")
    dialog.add.click()
    assert spelling.own_words() == ["Åsmyra"]
    dialog.words.setCurrentRow(0)
    dialog.remove.click()
    assert spelling.own_words() == []


def test_it_can_be_turned_off_and_stays_so(window, text):
    judged(window)
    window.deeds["spelling"].trigger()
    assert marked(text) == []
    window.close()
    assert window.memory.text("spelling") == "off"


def test_underlining_is_no_edit(window, text, qtbot):
    stack = window.session.editor.undo_stack
    window.session.desk.details.save()
    steps = stack.count()
    judged(window)
    window.session.desk.details.save()
    assert stack.count() == steps


def test_a_no_break_space_survives_a_visit(window, editor_register, qtbot):
    desk = window.session.desk
    measure = titled(editor_register, "Samtal med köket")
    desk.tree.go_to(measure)
    field = desk.details.form.editors["what_to_do"].widget
    field.setPlainText("67\N{NO-BREAK SPACE}%")
    desk.details.save()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert editor_register[measure].what_to_do == "67\N{NO-BREAK SPACE}%"


def test_the_municipality_is_not_misspelt(window, text):
    plan = window.session.desk.plan
    window.session.editor.attempt(edits.change, [plan], "municipality", "Fagernäs kommun")
    window.session.proofs.begin(window.memory)
    type_text(text, "Fagernäs Fagernässkogen ")
    judged(window)
    assert "Fagernäs" not in marked(text)


@pytest.fixture
def editor_register(window):
    return window.session.editor.register


def test_a_broken_dictionary_leaves_texts_alone(window, text, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(assets, "__file__", str(tmp_path / "__init__.py"))
    said = []
    window.session.desk.told.connect(said.append)
    qtbot.keyClick(text, Qt.Key.Key_F7)
    assert marked(text) == []
    assert "kan inte läsas" in said[-1]
    assert text.toPlainText().startswith("Ett nytt arbetsätt")


def test_the_window_lives_while_the_dictionary_is_read(window, text, qtbot):
    """Nothing else on the window's thread waits for more than a slice of it."""
    spelling, turns, at_first = window.appearance.spelling, [], []
    spelling.judged.connect(lambda _: at_first.append(len(turns)))
    between = QTimer()
    between.timeout.connect(lambda: turns.append(spelling._speller))
    between.start(0)
    spelling._timer.start(0)  # it need not rest for a second here
    qtbot.waitUntil(lambda: marked(text) == ["arbetsätt"])
    between.stop()
    assert at_first[0] > 10


def test_after_a_crash_it_stays_off(qapp, tmp_path):
    (tmp_path / "spelling.loading").touch()
    spelling = Spelling()
    spelling.begin(tmp_path, on=True)
    assert spelling.knows("arbetsätt")
    assert not spelling.is_on
    spelling.switch(on=True)  # the user dares again
    assert spelling.is_on
    assert not list(tmp_path.iterdir())


def test_without_a_text_f7_says_what_to_do(window, qtbot):
    said = []
    window.session.desk.told.connect(said.append)
    window.session.desk.tree.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F7)
    assert "text" in said[-1]
