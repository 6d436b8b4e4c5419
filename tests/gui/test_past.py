from datetime import datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible

from qpdesk.domain import edits
from qpdesk.domain.nodes import Status
from qpdesk.gui.dialogs.difference_text import DifferenceText
from qpdesk.gui.dialogs.history import HistoryDialog
from qpdesk.gui.dialogs.wastebasket import WastebasketDialog
from tests.gui.conftest import titled
from tests.gui.test_access import nameless

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def basket(editor, appearance, qtbot):
    made = WastebasketDialog(editor, appearance.icons)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def history(editor, qtbot):
    made = HistoryDialog(editor, editor.register.children()[0].id)
    qtbot.addWidget(made)
    made.show()
    return made


def words(tree, column=0):
    return [tree.topLevelItem(row).text(column) for row in range(tree.topLevelItemCount())]


def test_what_is_deleted_lies_in_the_basket_and_comes_back_whole(editor, basket):
    register = editor.register
    risk = titled(register, "Matlådan kommer för sent")
    before = [node.id for node in register.walk()]
    assert basket._told.text() == "Papperskorgen är tom."
    editor.attempt(edits.delete, [risk])
    assert words(basket.list) == ["Risk: Matlådan kommer för sent"]
    assert basket.list.topLevelItem(0).text(1) == "Hemtjänst"
    assert basket.list.topLevelItem(0).childCount() == 2
    steps = editor.undo_stack.count()
    basket._restore.click()
    assert [node.id for node in register.walk()] == before
    assert editor.undo_stack.count() == steps + 1
    assert words(basket.list) == []
    editor.step(back=True)
    assert risk not in register
    assert words(basket.list) == ["Risk: Matlådan kommer för sent"]


def test_a_part_brings_what_it_stood_under(editor, basket):
    register = editor.register
    measure = titled(register, "Samtal med köket")
    editor.attempt(edits.delete, [titled(register, "Hemtjänst")])
    risk = basket.list.topLevelItem(0).child(0)
    row = next(r for r in range(risk.childCount()) if "köket" in risk.child(r).text(0))
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    basket.list.setCurrentItem(risk.child(row), 0, only)  # whatever keys other tests held down
    basket.restore()
    assert measure in register
    assert titled(register, "Matlådan kommer för sent") in register
    assert words(basket.list) != []


def test_the_basket_can_be_searched(editor, basket):
    editor.attempt(edits.delete, [titled(editor.register, "Hemtjänst")])
    editor.attempt(edits.delete, [titled(editor.register, "Nattpatrull")])
    basket._search.setText("kökét")
    assert words(basket.list) == ["Processområde: Hemtjänst"]
    basket._search.setText("finns ej")
    assert basket._told.text() == "Inga träffar."
    assert not basket._restore.isEnabled()


def test_a_changed_text_is_shown_word_by_word_and_can_be_taken_back(editor, history):
    measure = titled(editor.register, "Samtal med köket")
    editor.attempt(edits.change, [measure], "follow_up", "Vi ringde köket")
    editor.attempt(edits.change, [measure], "follow_up", "Vi mailade <b>köket</b>")
    history.list.setCurrentItem(history.list.topLevelItem(0))
    event = history.chosen()
    assert (event.before, event.after) == ("Vi ringde köket", "Vi mailade <b>köket</b>")
    assert "Vi [-ringde köket-] [+mailade <b>köket</b>+]" in history._text.toPlainText()
    assert "borttaget: ringde köket" in history._text.accessibleDescription()
    history._restore.click()
    assert editor.register[measure].follow_up == "Vi ringde köket"
    editor.step(back=True)
    assert editor.register[measure].follow_up == "Vi mailade <b>köket</b>"


def test_what_was_removed_is_struck_out_and_what_came_is_underlined(qtbot):
    shown = DifferenceText()
    qtbot.addWidget(shown)
    shown.show_difference("ett gammalt ord", "ett nytt ord")
    cursor = shown.textCursor()
    marks = {}
    for word in ("gammalt", "nytt", "ett"):
        cursor.setPosition(shown.toPlainText().index(word) + 1)
        look = cursor.charFormat()
        marks[word] = (look.fontStrikeOut(), look.fontUnderline())
    assert marks == {"gammalt": (True, False), "nytt": (False, True), "ett": (False, False)}


def test_a_deleted_item_can_be_taken_back_from_the_history(editor, history):
    risk = titled(editor.register, "Matlådan kommer för sent")
    editor.attempt(edits.delete, [risk])
    rows = words(history.list, 3)
    row = rows.index("Risk: Matlådan kommer för sent")
    history.list.setCurrentItem(history.list.topLevelItem(row))
    history.restore()
    assert risk in editor.register
    assert titled(editor.register, "Ny körordning", 1)


def test_a_move_says_from_where_to_where_and_can_be_taken_back(editor, history):
    register = editor.register
    measure, night = titled(register, "Samtal med köket"), titled(register, "Nattpatrull")
    before = register[measure].place
    editor.attempt(edits.move, [measure], night)
    history.list.setCurrentItem(history.list.topLevelItem(0))
    assert history._text.toPlainText() == (
        "Låg under Risk: Matlådan kommer för sent.\nFlyttades till Processområde: Nattpatrull."
    )
    history._restore.click()
    assert register[measure].place == before
    editor.attempt(edits.move_up, [measure])
    history.list.setCurrentItem(history.list.topLevelItem(0))
    assert "annan plats under Risk: Matlådan" in history._text.toPlainText()
    editor.attempt(edits.delete, [titled(register, "Hemtjänst")])
    moves = [event for event in history._events if event.what.value == "moved"]
    assert not history._can_restore(moves[0])


def test_what_was_deleted_is_told_with_all_it_said(editor, history):
    measure = titled(editor.register, "Samtal med köket")
    editor.attempt(edits.delete, [measure])
    history.list.setCurrentItem(history.list.topLevelItem(0))
    words = history._text.toPlainText()
    assert "Åtgärd: Samtal med köket" in words
    assert "Vad ska göras?: Ring <b>köket</b> & boka" in words


def test_a_drawer_is_never_larger_than_the_screen(editor, appearance, qtbot):
    appearance.set_zoom(200)
    for made in (WastebasketDialog(editor, appearance.icons), HistoryDialog(editor, None)):
        qtbot.addWidget(made)
        room = made.screen().availableSize()
        assert made.width() < room.width()
        assert made.height() < room.height()


def test_history_is_about_one_item_or_one_plan(editor, history, qtbot):
    measure = titled(editor.register, "Samtal med köket")
    editor.attempt(edits.set_status, [measure], Status.COMPLETED)
    other = edits.added(editor.attempt(edits.add, "plan", None, title="Annan plan")).id
    assert "Plan: Annan plan" not in words(history.list, 3)
    one = HistoryDialog(editor, other, measure)
    qtbot.addWidget(one)
    assert words(one.list, 2) == ["Ändrades: Status", "Lades till"]
    assert "Klar" in one._text.toPlainText()


def test_history_is_narrowed_by_person_and_day(editor, history):
    everything = len(words(history.list))
    assert everything > 10
    history._from.setText("2199-01-01")
    assert words(history.list) == []
    assert not history._restore.isEnabled()
    history._from.setText(datetime.now().astimezone().date().isoformat())
    assert len(words(history.list)) == everything
    history._to.setText("2001-01-01")
    assert words(history.list) == []
    history._to.setText("igår")
    assert "datum" in history._to.accessibleDescription()
    assert "datum" in history._told.text()
    assert len(words(history.list)) == everything
    history._who.setCurrentIndex(1)
    assert len(words(history.list)) == everything


def test_the_chosen_line_stays_while_one_works(editor, history):
    history.list.setCurrentItem(history.list.topLevelItem(4))
    chosen = history.chosen()
    editor.attempt(edits.change, [titled(editor.register, "Samtal med köket")], "follow_up", "x")
    assert history.chosen() == chosen


def test_everything_has_a_name(basket, history):
    for dialog in (basket, history):
        assert not nameless(QAccessible.queryAccessibleInterface(dialog))


def test_keys_open_the_drawers_and_closing_the_file_shuts_them(window, qtbot):
    desk = window.session.desk
    risk = titled(desk.editor.register, "Matlådan kommer för sent")
    desk.tree.go_to(risk)
    qtbot.keyClick(desk.tree, Qt.Key.Key_H, CTRL)
    assert window.session.drawers.open["item_history"]._item == risk
    window.session.acts.delete()
    window.activateWindow()
    qtbot.keyClick(desk.tree, Qt.Key.Key_Delete, CTRL | Qt.KeyboardModifier.ShiftModifier)
    basket = window.session.drawers.open["wastebasket"]
    basket.restore()
    assert desk.tree.current_id() == risk
    window.deeds["plan_history"].trigger()
    assert len(window.session.drawers.open) == 3
    drawers = window.session.drawers
    window.put_away()
    assert drawers.open == {}
