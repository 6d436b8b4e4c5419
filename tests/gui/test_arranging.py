import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.gui.models.rows import Column
from qpdesk.services.clipping import clip
from tests.gui.conftest import counted, titled
from tests.gui.test_window import select

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ABOVE, ON, BELOW = 0.1, 0.5, 0.9


@pytest.fixture
def tree(desk):
    return desk.tree


def point(tree, node_id, height):
    rect = tree.visualRect(tree.plan_model.index_of(node_id))
    return QPoint(rect.left() + 40, rect.top() + round(rect.height() * height))


def drag(tree, data, at, action=MOVE, *, lets_go=True):
    """As the system tells it: the mouse comes, moves, and the button is let go of."""
    view, buttons, keys = tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view, QDragEnterEvent(at, action, data, buttons, keys))
    move = QDragMoveEvent(at, action, data, buttons, keys)
    QApplication.sendEvent(view, move)
    if lets_go and move.isAccepted():
        QApplication.sendEvent(view, QDropEvent(QPointF(at), action, data, buttons, keys))
    return move.isAccepted()


def shown(tree):
    """The titles in the order they are seen, all branches open."""
    found, index = [], tree.plan_model.index(0, 0)
    while index.isValid():
        found.append(tree.plan_model.node(index).title)
        index = tree.indexBelow(index)
    return found


def test_a_row_is_dragged_under_another_with_all_below_it(desk, tree, register):
    check, risk = titled(register, "Mätning av leveranstid"), titled(register, "<b>Larm</b> & svar")
    tree.go_to(check)
    done = counted(desk.editor)
    assert drag(tree, tree.carrier.pick_up(), point(tree, risk, ON))
    assert register[check].place.parent == risk
    assert len(register.children(check)) == 2
    assert desk.selected_ids() == [check]
    assert len(done) == 1
    assert "Flyttat: 1 post" in desk.window().foot.line.text()


def test_rows_are_dragged_between_others_and_keep_their_order(desk, tree, register):
    first, second = (titled(register, "Ny körordning", n) for n in (0, 1))
    risk = titled(register, "Matlådan kommer för sent")
    select(tree, second, first)
    assert drag(
        tree, tree.carrier.pick_up(), point(tree, titled(register, "Samtal med köket"), ABOVE)
    )
    titles = [node.id for node in register.children(risk)]
    assert titles[1:3] == [first, second]


def test_below_an_open_row_is_first_under_it(tree, register):
    measure = titled(register, "Introduktion av nya")
    check = titled(register, "Mätning av leveranstid")
    tree.go_to(measure)
    assert drag(tree, tree.carrier.pick_up(), point(tree, check, BELOW))
    assert register.children(check)[0].id == measure


def test_with_ctrl_a_copy_comes_with_ids_of_its_own(tree, register):
    measure, check = titled(register, "Samtal med köket"), titled(register, "Andel besök i tid")
    tree.go_to(measure)
    assert drag(tree, tree.carrier.pick_up(), point(tree, check, ON), COPY)
    assert [node.title for node in register.children(check)] == ["Samtal med köket"]
    assert register[measure].place.parent == titled(register, "Matlådan kommer för sent")


def test_a_drop_where_the_kind_may_not_stand_is_refused_in_words(desk, tree, register):
    area = titled(register, "Nattpatrull")
    tree.go_to(area)
    before = list(register.walk())
    at = point(tree, titled(register, "Mätning av leveranstid"), ON)
    assert not drag(tree, tree.carrier.pick_up(), at)
    assert list(register.walk()) == before
    words = desk.window().foot.line.text()
    assert "Ett processområde kan inte ligga under en egenkontroll, bara under en plan" in words


def test_a_mark_shows_where_rows_would_go_and_goes_away(tree, register):
    tree.go_to(titled(register, "Samtal med köket"))
    data = tree.carrier.pick_up()
    at = point(tree, titled(register, "Introduktion av nya"), ABOVE)
    assert drag(tree, data, at, lets_go=False)
    assert tree._mark.isVisible()
    drag(tree, data, at)
    assert not tree._mark.isVisible()


def test_what_comes_from_another_window_is_copied(desk, tree, register):
    measure = titled(register, "Samtal med köket")
    data = QMimeData()
    data.setData("application/x-qpdesk-branches+json", clip(register, [measure]).own)
    night = titled(register, "Andel besök i tid")
    assert drag(tree, data, point(tree, night, ON))
    assert [node.title for node in register.children(night)] == ["Samtal med köket"]
    assert measure in register


@pytest.mark.parametrize("own", [b"", b"{", b'{"format": "qpdesk-branches"}'])
def test_what_is_nothing_for_a_plan_is_refused(tree, register, own):
    data = QMimeData()
    data.setText("c:\\fil.exe")
    if own:
        data.setData("application/x-qpdesk-branches+json", own)
    assert not drag(tree, data, point(tree, titled(register, "Nattpatrull"), ON))


def test_a_locked_order_is_kept_and_says_so(window, desk, tree, register, qtbot):
    window.deeds["lock"].trigger()
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    before = list(register.walk())
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT_SHIFT)
    assert "Ordningen är låst" in window.foot.line.text()
    assert not drag(tree, tree.carrier.pick_up(), point(tree, titled(register, "Nattpatrull"), ON))
    qtbot.keyClick(tree, Qt.Key.Key_X, CTRL)
    tree.go_to(titled(register, "Nattpatrull"))
    qtbot.keyClick(tree, Qt.Key.Key_V, CTRL)
    assert list(register.walk()) == before
    window.deeds["lock"].trigger()
    tree.go_to(measure)
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT_SHIFT)
    assert list(register.walk()) != before


def test_the_lock_is_remembered(window, desk):
    window.deeds["lock"].trigger()
    path = desk.editor.document.path
    window.put_away()
    window.deeds["lock"].setChecked(False)
    window.filing.opening.open(path)
    assert window.session.desk.locked
    assert window.deeds["lock"].isChecked()


def click_head(tree, column):
    tree.header().sectionClicked.emit(tree.plan_model.outline.columns.index(column))


def test_a_click_on_a_head_sorts_within_branches_and_leaves_the_plan_alone(desk, tree, register):
    night = titled(register, "Nattpatrull")
    desk.editor.attempt(edits.add, Kind.RISK, night, title="Kyla", likelihood=4, consequence=4)
    desk.editor.attempt(edits.add, Kind.RISK, night, title="Mörker")
    before, plan = list(register.walk()), shown(tree)
    click_head(tree, Column.LEVEL)
    under = ["Kyla", "<b>Larm</b> & svar", "Andel besök i tid", "Mörker"]
    assert shown(tree)[-4:] == under  # those without a level come last, as they stand
    assert "sorterad efter Risknivå" in desk.window().foot.line.text()
    click_head(tree, Column.LEVEL)
    assert shown(tree)[-4:] == ["<b>Larm</b> & svar", "Kyla", "Andel besök i tid", "Mörker"]
    assert list(register.walk()) == before
    click_head(tree, Column.LEVEL)
    assert shown(tree) == plan
    assert not tree.header().isSortIndicatorShown()


def test_the_order_is_chosen_in_the_menu_too(window, desk, tree, register):
    plan = shown(tree)
    menu = window.deeds.sort_menu
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[0] == "Planens ordning"
    next(action for action in menu.actions() if action.text() == "Ansvarig").trigger()
    assert desk.sorted_by == "Ansvarig"
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Planens ordning").trigger()
    assert shown(tree) == plan


def test_sort_selection_and_place_survive_filtering_and_editing(desk, tree, register, qtbot):
    click_head(tree, Column.TITLE)
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    whole = shown(tree)
    desk.filter._open.click()
    narrowed = shown(tree)
    assert narrowed == [title for title in whole if title in narrowed]
    assert tree.current_id() == measure
    desk.editor.attempt(edits.rename, measure, "A först i bokstavsordning")
    assert tree.current_id() == measure
    assert shown(tree).index("A först i bokstavsordning") == narrowed.index("Samtal med köket")
    desk.filter.clear()
    assert desk.selected_ids() == [measure]
    assert tree.header().isSortIndicatorShown()


def test_rows_of_a_sorted_list_are_not_put_in_order_by_hand(window, desk, tree, register, qtbot):
    click_head(tree, Column.TITLE)
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    before = list(register.walk())
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT_SHIFT)
    assert list(register.walk()) == before
    assert "Planens ordning" in window.foot.line.text()
    at = point(tree, titled(register, "Ny körordning"), ABOVE)
    drag(tree, tree.carrier.pick_up(), at)
    assert register[measure].place.parent == titled(register, "Matlådan kommer för sent")
    check = titled(register, "Andel besök i tid")
    assert drag(tree, tree.carrier.pick_up(), point(tree, check, ON))
    assert register[measure].place.parent == check


def test_edits_and_undo_while_sorted_keep_tree_and_register_alike(desk, tree, register, qtbot):
    click_head(tree, Column.TITLE)
    check = titled(register, "Andel besök i tid")
    tree.go_to(check)
    for key in (Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X):
        qtbot.keyClick(tree, key, CTRL)
    tree.go_to(titled(register, "Hemtjänst"))
    qtbot.keyClick(tree, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    for _ in range(3):
        qtbot.keyClick(tree, Qt.Key.Key_Z, CTRL)
    plan = register.children()[0].id
    kinds = {Kind.AREA, Kind.RISK, Kind.CONTROL, Kind.MEASURE}
    wanted = sorted(node.title for node in register.walk(plan) if kind_of(node) in kinds)
    tree.expandAll()
    assert sorted(shown(tree)) == wanted


def test_branches_that_were_closed_are_closed_after_a_search(desk, tree, register, qtbot):
    area = titled(register, "Nattpatrull")
    tree.collapse(tree.plan_model.index_of(area))
    desk.filter.field.setText("andel")
    qtbot.waitUntil(lambda: desk.narrowing.kept is not None)
    assert "Andel besök i tid" in shown(tree)
    desk.filter.clear()
    assert not tree.isExpanded(tree.plan_model.index_of(area))
    assert tree.isExpanded(tree.plan_model.index_of(titled(register, "Hemtjänst")))


def test_branches_that_were_opened_again_stay_open_after_a_search(desk, tree):
    whole = shown(tree)
    desk.outlines.collapse_all()
    assert len(shown(tree)) == tree.plan_model.rowCount()
    desk.outlines.expand_all()
    for words in ("köket", ""):
        desk.filter.field.setText(words)
        desk.filter._ask()
    assert shown(tree) == whole


def test_more_letters_that_change_no_hit_leave_the_tree_as_it_is(desk, tree, qtbot):
    desk.filter.field.setText("köke")
    desk.filter._ask()
    filled = QSignalSpy(tree.plan_model.modelReset)
    for words, times in (("köket", 0), ("kök", 0), ("andel", 1), ("", 2)):
        desk.filter.field.setText(words)
        desk.filter._ask()
        assert filled.count() == times, words


def test_a_search_that_hits_everything_opens_what_was_closed(desk, tree, register):
    whole = shown(tree)
    area = tree.plan_model.index_of(titled(register, "Nattpatrull"))
    tree.collapse(area)
    tree.show_kept(tree.plan_model.plan, frozenset(node.id for node in register.walk()))
    assert shown(tree) == whole
    tree.show_kept(tree.plan_model.plan, None)
    assert not tree.isExpanded(tree.plan_model.index_of(titled(register, "Nattpatrull")))


def test_what_has_nothing_below_it_is_neither_open_nor_closed(tree, register, qtbot):
    measure = tree.plan_model.index_of(titled(register, "Samtal med köket"))
    spoken = QAccessible.queryAccessibleInterface(tree)
    child = next(
        cell
        for cell in map(spoken.child, range(spoken.childCount()))
        if "Samtal med köket" in cell.text(QAccessible.Text.Name)
    )
    assert not child.state().expanded
    assert not child.state().expandable
    tree.setCurrentIndex(measure)
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert tree.current_id() == titled(register, "Matlådan kommer för sent")
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert "Samtal med köket" not in shown(tree)


def test_what_was_out_of_sight_for_a_while_is_chosen_again(desk, tree, register, qtbot):
    measure = titled(register, "Introduktion av nya")
    tree.go_to(measure)
    desk.filter.field.setText("larm")
    qtbot.waitUntil(lambda: desk.narrowing.kept is not None)
    assert tree.current_id() != measure
    desk.filter.clear()
    assert tree.current_id() == measure
    assert desk.selected_ids() == [measure]


def test_the_sort_is_there_after_a_restart(window, desk, tree):
    click_head(tree, Column.LEVEL)
    order, path = shown(tree), desk.editor.document.path
    window.put_away()
    window.filing.opening.open(path)
    assert window.session.desk.sorted_by == "Risknivå"
    assert shown(window.session.desk.tree) == order
