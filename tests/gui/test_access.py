import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from qpdesk.gui.dialogs.about import AboutDialog, KeysDialog
from tests.gui.conftest import titled


def nameless(interface):
    """The parts that can have the focus and that a screen reader has no name for."""
    found, stack = [], [interface]
    while stack:
        part = stack.pop()
        if part is None or not part.isValid():
            continue
        state = part.state()
        name = part.text(QAccessible.Text.Name)
        if state.focusable and not state.invisible and not name:
            found.append((part.role(), part.object()))
        stack += [part.child(number) for number in range(part.childCount())]
    return found


@pytest.mark.parametrize("position", range(4))
def test_all_that_can_have_the_focus_has_a_name(window, position):
    window.session.desk.show_outline(position)
    assert not nameless(QAccessible.queryAccessibleInterface(window))


def test_the_start_page_and_dialogs_have_names(window, qtbot):
    window.put_away()
    assert not nameless(QAccessible.queryAccessibleInterface(window))
    for dialog in (AboutDialog(), KeysDialog(window.deeds.with_keys())):
        qtbot.addWidget(dialog)
        assert not nameless(QAccessible.queryAccessibleInterface(dialog))


def test_leaves_are_not_said_to_be_open(window):
    tree = window.session.desk.tree
    leaf = tree.plan_model.index_of(
        titled(window.session.desk.editor.register, "Introduktion av nya")
    )
    assert not tree.isExpanded(leaf)


def test_tab_leads_through_the_window_and_out_of_the_tree(window, qtbot):
    tree = window.session.desk.tree
    tree.setFocus()
    seen = []
    for _ in range(40):
        focused = window.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        if window.focusWidget() is tree:
            break
    assert window.focusWidget() is tree  # round and back
    assert len(seen) > 5


def test_a_refusal_is_told_to_the_one_who_cannot_see_it(window, qtbot):
    desk = window.session.desk
    desk.tree.go_to(titled(desk.editor.register, "Samtal med köket"))
    due = desk.details.form.editors["due"].widget
    due.setText("x")
    due.editingFinished.emit()
    assert "datum" in due.accessibleDescription()


def test_focus_is_seen_as_a_frame_of_another_colour(window):
    desk = window.session.desk
    desk.tree.go_to(titled(desk.editor.register, "Samtal med köket"))
    line = desk.details.form.editors["responsible"].widget
    before = line.grab().toImage()
    line.setFocus()
    assert isinstance(line, QWidget)
    assert line.grab().toImage() != before
