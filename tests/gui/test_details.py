import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from qpdesk.domain.nodes import Kind, Status, kind_of
from qpdesk.domain.record import FIELDS
from tests.gui.conftest import titled, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(window):
    return window.session.desk.details


@pytest.fixture
def measure(window, register):
    found = titled(register, "Samtal med köket")
    window.session.desk.tree.go_to(found)
    return found


def field(panel, name):
    return panel.form.editors[name].widget


def refusal(panel, name):
    return panel.form._refusals[name]


_NOT_HERE = {"extra", "scale", "fewest"}  # the last two are set for all plans together


def test_every_field_of_every_kind_can_be_edited(window, panel, register):
    for node in list(register.walk()):
        window.session.desk.reveal(node.id)
        panel.show_item(node.id)
        assert panel.form.editors.keys() == FIELDS[kind_of(node)].keys() - _NOT_HERE
        for editor in panel.form.editors.values():
            assert editor.widget.accessibleName()


def test_a_text_is_in_the_plan_when_the_field_is_left(panel, measure, register, qtbot):
    steps = panel._editor.undo_stack.count()
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Köket ringer nu själva, åäö & <i>så</i>.")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert register[measure].follow_up == "Köket ringer nu själva, åäö & <i>så</i>."
    assert panel._editor.undo_stack.count() == steps + 1


def test_a_text_is_in_the_plan_when_typing_rests(panel, measure, register, qtbot):
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Klart ")
    panel._rest.setInterval(0)
    panel._rest.start()
    qtbot.waitUntil(lambda: register[measure].follow_up == "Klart ")
    assert text.toPlainText() == "Klart "


def test_going_to_another_item_saves_what_was_typed(window, panel, measure, register):
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Halvvägs")
    window.session.desk.tree.go_to(titled(register, "Hemtjänst"))
    assert register[measure].follow_up == "Halvvägs"


def test_closing_the_window_saves_what_was_typed(window, panel, measure, register):
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Sista ordet")
    window.close()
    assert register[measure].follow_up == "Sista ordet"


def test_ctrl_z_takes_back_typing_first_and_then_the_plan(window, panel, measure, register, qtbot):
    window.session.acts.set_status(Status.COMPLETED)
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Fel ord")
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.toPlainText() == ""
    assert register[measure].status is Status.COMPLETED
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert register[measure].status is Status.NOT_STARTED


@pytest.mark.parametrize("typed", ["i morgon", "12026-01-01", "2026-13-40"])
def test_a_refused_date_is_explained_beside_the_field_and_kept(
    panel, measure, register, qtbot, typed
):
    line = field(panel, "due")
    line.setFocus()
    type_text(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "datum" in refusal(panel, "due").text()
    assert register[measure].due is None
    panel.show_item(titled(register, "Hemtjänst"))
    panel.show_item(measure)
    assert field(panel, "due").text() == typed
    assert refusal(panel, "due").isVisible()
    field(panel, "due").setFocus()
    field(panel, "due").clear()
    type_text(field(panel, "due"), "2026-03-31")
    qtbot.keyClick(field(panel, "due"), Qt.Key.Key_Return)
    assert str(register[measure].due) == "2026-03-31"
    assert not refusal(panel, "due").isVisible()


def test_an_empty_title_is_refused_and_the_old_one_stands(panel, measure, register, qtbot):
    title = field(panel, "title")
    title.setFocus()
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert refusal(panel, "title").text()
    assert register[measure].title == "Samtal med köket"


def test_a_choice_is_in_the_plan_at_once(panel, measure, register):
    status = field(panel, "status")
    status.setCurrentIndex(list(Status).index(Status.DISCONTINUED))
    status.activated.emit(status.currentIndex())
    assert register[measure].status is Status.DISCONTINUED


def test_the_factors_of_a_risk_give_its_level(window, panel, register):
    risk = titled(register, "<b>Larm</b> & svar")
    window.session.desk.tree.go_to(risk)
    for name, value in (("likelihood", 4), ("consequence", 2)):
        choice = field(panel, name)
        choice.setCurrentIndex(choice.findData(value))
        choice.activated.emit(choice.currentIndex())
    assert register[risk].level == 8
    assert field(panel, "level").currentData() == 8


def test_an_undo_elsewhere_is_seen_in_the_form(window, panel, measure, register, qtbot):
    text = field(panel, "follow_up")
    text.setFocus()
    type_text(text, "Ord")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    window.session.desk.editor.step(back=True)
    assert field(panel, "follow_up").toPlainText() == ""


def test_pasted_binary_is_refused_in_words(panel, measure, register, qtbot):
    text = field(panel, "what_to_do")
    text.setFocus()
    text.setPlainText("PK\x03\x04\x00bild")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert "tecken" in refusal(panel, "what_to_do").text()
    assert register[measure].what_to_do == "Ring <b>köket</b> & boka"


def test_numbers_are_shown_and_read_with_a_comma(window, panel, register, qtbot):
    seen = next(node for node in register.walk() if kind_of(node) is Kind.OBSERVATION)
    window.session.desk.reveal(seen.id)
    outcome = field(panel, "outcome")
    assert outcome.text() == "4,2"
    outcome.setFocus()
    outcome.selectAll()
    type_text(outcome, "4,35")
    qtbot.keyClick(outcome, Qt.Key.Key_Return)
    assert register[seen.id].outcome == 4.35


def test_a_long_field_grows_with_its_text(panel, measure):
    text = field(panel, "follow_up")
    assert isinstance(text, QPlainTextEdit)
    before = text.height()
    text.setPlainText("rad\n" * 8)
    assert text.height() > before
