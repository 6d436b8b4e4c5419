import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from qpdesk.domain import edits
from qpdesk.domain.nodes import Judgement, Kind, Status, kind_of
from qpdesk.gui.views.follow_up import FollowUpView
from tests.gui.conftest import titled, type_text
from tests.gui.test_access import nameless

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(editor, appearance, qtbot):
    made = FollowUpView(editor, appearance)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_plans([editor.register.children()[0].id])
    made.begin()
    return made


@pytest.fixture
def register(editor):
    return editor.register


def measure(view, title):
    """Go, with the keys alone, to the measure with this title."""
    wanted = titled(view._editor.register, title)
    for _ in range(12):
        if view.item == wanted:
            return wanted
        view.skip()
    raise AssertionError(title)


def status(view, wanted):
    view.card.status.choose(wanted)


def test_what_is_missing_comes_first_and_is_counted(view, register):
    assert view._count.text() == "1 av 7 klara"  # the indicator's outcome is there
    assert kind_of(register[view.item]) is Kind.CONTROL
    assert view.focusWidget() is view.card._results


def test_an_item_is_answered_and_left_by_keys_alone(view, register, qtbot):
    node = measure(view, "Samtal med köket")
    text = view.focusWidget()
    assert text is view.card.text.editor.widget
    type_text(text, "Köket ringer själva, åäö & <b>")
    qtbot.keyClick(text, Qt.Key.Key_3, CTRL)
    steps = view._editor.undo_stack.count()
    qtbot.keyClick(text, Qt.Key.Key_Return, CTRL)
    assert register[node].follow_up == "Köket ringer själva, åäö & <b>"
    assert register[node].status is Status.COMPLETED
    assert view.item != node
    assert view._count.text() == "2 av 7 klara"
    assert view._editor.undo_stack.count() == steps


def test_a_whole_plan_is_followed_up_without_the_mouse(view, register, qtbot):
    for _ in range(9):
        node = register[view.item]
        if kind_of(node) is Kind.CONTROL:
            view.card._results.table.setData(view.card._results.table.index(0, 0), "T1 2026")
            result = view.card._results.table.index(0, 4)
            view.card._results.table.setData(result, Judgement.PASSED.value)
        view.card.text.editor.widget.setFocus()
        type_text(view.card.text.editor.widget, "Gjort.")
        qtbot.keyClick(view.card.text.editor.widget, Qt.Key.Key_Return, CTRL)
        if view._queue.done == 7:
            break
    assert view._count.text() == "7 av 7 klara"
    assert all(
        node.follow_up == "Gjort."
        for node in register.walk()
        if kind_of(node) in {Kind.MEASURE, Kind.CONTROL}
    )


@pytest.mark.parametrize("wanted", [Status.DISCONTINUED, Status.ONGOING_NEXT_YEAR])
def test_a_status_without_its_reason_is_refused_in_words(view, register, qtbot, wanted):
    node = measure(view, "Samtal med köket")
    told = []
    view.told.connect(told.append)
    type_text(view.focusWidget(), "Inte gjort.")
    status(view, wanted)
    qtbot.keyClick(view.card.text.editor.widget, Qt.Key.Key_Return, CTRL)
    assert view.item == node
    assert "motiveras" in told[-1]
    assert "motiveras" in view.card.reason.refusal.text()
    assert "motiveras" in view.card.reason.editor.widget.accessibleDescription()
    assert register[node].status is Status.NOT_STARTED
    assert view.focusWidget() is view.card.reason.editor.widget
    type_text(view.card.reason.editor.widget, "   ")
    qtbot.keyClick(view.card.reason.editor.widget, Qt.Key.Key_Return, CTRL)
    assert register[node].status is Status.NOT_STARTED
    type_text(view.card.reason.editor.widget, "Köket har flyttat.")
    qtbot.keyClick(view.card.reason.editor.widget, Qt.Key.Key_Return, CTRL)
    assert register[node].status is wanted
    assert register[node].status_reason.strip() == "Köket har flyttat."
    assert view.item != node


def test_going_elsewhere_saves_the_text_and_keeps_a_status_that_must_wait(view, register, qtbot):
    node = measure(view, "Samtal med köket")
    type_text(view.focusWidget(), "Halvvägs")
    status(view, Status.DISCONTINUED)
    qtbot.keyClick(view.card.text.editor.widget, Qt.Key.Key_Return, CTRL | SHIFT)
    assert view.item != node
    assert register[node].follow_up == "Halvvägs"
    assert register[node].status is Status.NOT_STARTED
    view.step(back=True)
    view._shown.button(2).click()
    while view.item != node:
        view.step(back=False)
    assert view.card.status.status() is Status.DISCONTINUED
    type_text(view.card.reason.editor.widget, "Behövs inte")
    view.save()
    assert register[node].status is Status.DISCONTINUED


def test_control_characters_are_refused_beside_the_field_and_kept(view, register):
    node = measure(view, "Samtal med köket")
    view.card.text.editor.widget.setPlainText("PK\x03\x04")
    assert not view.card.save()
    assert "tecken" in view.card.text.refusal.text()
    assert register[node].follow_up == ""
    view.skip()
    view.card.show_item(node)
    assert "PK" in view.card.text.editor.widget.toPlainText()


def test_results_of_a_control_are_added_changed_and_taken_away(view, register, qtbot):
    control = view.item
    results = view.card._results
    results.setCurrentIndex(results.table.index(0, 0))
    qtbot.keyClick(results, Qt.Key.Key_F2)
    type_text(results.focusWidget(), "T1 2026")
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register.children(control, Kind.RESULT) != ())
    (made,) = register.children(control, Kind.RESULT)
    assert made.period == "T1 2026"
    table = results.table
    assert table.setData(table.index(0, 1), "Östra gruppen")
    assert table.setData(table.index(0, 2), "67,5")
    assert table.setData(table.index(0, 4), Judgement.DEFICIENT.value)
    (made,) = register.children(control, Kind.RESULT)
    assert (made.value, made.judgement) == (67.5, Judgement.DEFICIENT)
    assert table.index(0, 2).data() == "67,5"
    assert table.index(0, 4).data() == "Brist"
    assert table.setData(table.index(1, 0), "T2 2026")
    assert [each.period for each in register.children(control, Kind.RESULT)] == [
        "T1 2026",
        "T2 2026",
    ]
    results.selectRow(1)
    qtbot.keyClick(results, Qt.Key.Key_Delete)
    assert len(register.children(control, Kind.RESULT)) == 1
    assert not table.setData(table.index(0, 2), "många")


def test_a_judgement_is_chosen_with_the_keys(view, register, qtbot):
    results = view.card._results
    results.table.setData(results.table.index(0, 0), "T1")
    results.setCurrentIndex(results.table.index(0, 4))
    qtbot.keyClick(results, Qt.Key.Key_Return)
    choice = view.focusWidget()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    (made,) = register.children(view.item, Kind.RESULT)
    assert made.judgement is Judgement.PASSED


def test_a_status_that_needs_no_reason_takes_the_refusal_back(view, register):
    node = measure(view, "Samtal med köket")
    status(view, Status.DISCONTINUED)
    assert "inte ändrad" in view.card.reason.refusal.text()
    status(view, Status.COMPLETED)
    assert register[node].status is Status.COMPLETED
    assert not view.card.reason.refusal.text()
    assert not view.card.reason.editor.widget.accessibleDescription()


def test_last_years_text_stands_beside_and_can_be_put_in(view, editor, qtbot):
    def add(kind, parent, **values):
        edit = editor.attempt(edits.add, kind, parent, **values)
        return edits.added(edit).id

    plan = add(Kind.PLAN, None, title="Kvalitetsplan äldre 2025", year=2025)
    area = add(Kind.AREA, plan, title="Hemtjänst")
    risk = add(Kind.RISK, area, title="Matlådan kommer för sent")
    add(Kind.MEASURE, risk, title="Samtal med köket", follow_up="Gick bra, två möten.")
    view.show_plans([editor.register.children()[0].id])
    node = measure(view, "Samtal med köket")
    assert view.card._last_year.text.toPlainText() == "Gick bra, två möten."
    assert "2025" in view.card._last_year.head.text()
    view.card._last_year.insert.click()
    view.save()
    assert editor.register[node].follow_up == "Gick bra, två möten."
    measure(view, "Introduktion av nya")
    assert view.card._last_year.isHidden()


def test_mine_are_those_of_one_person(view, register, qtbot):
    view._name.setCurrentIndex(view._name.findText("Samordnare"))
    view._shown.button(1).click()
    assert view._count.text() == "0 av 1 klara"
    assert register[view.item].title == "Andel besök i tid"


def test_all_shows_what_is_done_too(view, register):
    view._shown.button(2).click()
    seen = set()
    for _ in range(7):
        view.step(back=False)
        seen.add(view.item)
    assert len(seen) == 7


def test_outcomes_of_an_indicator_are_asked_for(view, editor, register):
    plan = register.children()[0].id
    trend = edits.added(editor.attempt(edits.add, Kind.INDICATOR, plan, title="Nya")).id
    view.show_plans([plan])
    while view.item != trend:
        view.skip()
    outcomes = view.card._outcomes
    assert view.focusWidget() is outcomes
    assert outcomes.table.setData(outcomes.table.index(0, 2), "4,1")
    (made,) = register.children(trend)
    assert made.outcome == 4.1


def test_an_undo_is_seen_and_a_deleted_item_is_left(view, editor, register):
    node = measure(view, "Samtal med köket")
    type_text(view.card.text.editor.widget, "Ord")
    view.save()
    editor.step(back=True)
    assert view.card.text.editor.widget.toPlainText() == ""
    editor.attempt(edits.delete, [node])
    assert view.item != node


def test_every_part_has_a_name_and_every_button_a_key(view):
    assert not nameless(QAccessible.queryAccessibleInterface(view))
    keys = {each.key().toString() for each in view.findChildren(QShortcut)}
    assert {"Ctrl+Return", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Shift+Return", "Ctrl+5"} <= keys
    found = [QKeySequence.mnemonic(b.text()).toString() for b in view.findChildren(QAbstractButton)]
    found = [key for key in found if key]
    assert len(found) == len(set(found)) == 8
    assert not set(found) & {f"Alt+{letter}" for letter in "ARPSVH"}  # the menus have those


def test_an_empty_plan_says_so(view, editor):
    plan = edits.added(editor.attempt(edits.add, Kind.PLAN, None, title="Tom")).id
    view.show_plans([plan])
    assert view.item is None
    assert view._empty.isVisible()
    view.save_and_next()


def test_the_window_leads_to_the_follow_up_and_back(window, qtbot):
    qtbot.keyClick(window.session.desk.tree, Qt.Key.Key_F8)
    page = window._pages.currentWidget()
    register = window.session.editor.register
    assert isinstance(page.view, FollowUpView)
    measure_id = measure(page.view, "Samtal med köket")
    type_text(window.focusWidget(), "Skrivet och lämnat")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_3, CTRL)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window._pages.currentWidget() is window.session.desk
    assert register[measure_id].follow_up == "Skrivet och lämnat"
    assert register[measure_id].status is Status.COMPLETED


def test_closing_the_window_saves_what_was_typed_in_the_follow_up(window, qtbot):
    window.deeds["view_follow_up"].trigger()
    page = window._pages.currentWidget()
    register = window.session.editor.register
    measure_id = measure(page.view, "Samtal med köket")
    type_text(window.focusWidget(), "Sista ordet")
    window.close()
    assert register[measure_id].follow_up == "Sista ordet"
