import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, Status, kind_of
from qpdesk.gui.main_window import MainWindow
from qpdesk.gui.models.rows import Column
from qpdesk.services.document import Document
from qpdesk.services.errors import NotPermitted
from qpdesk.system.paths import Paths
from tests.gui.conftest import fill, titled, type_text

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def desk(window):
    return window.session.desk


@pytest.fixture
def tree(desk):
    desk.tree.setFocus()
    return desk.tree


def select(tree, *ids):
    tree.go_to(ids[0])
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for node_id in ids[1:]:
        tree.selectionModel().select(tree.plan_model.index_of(node_id), flags)


def row_field(tree):
    """The field in which a row is being edited."""
    return next(field for field in tree.findChildren(QLineEdit) if field.isVisible())


def saved(window):
    """The statuses and titles that the file holds, read by another opening of it."""
    return {node.id: node for node in window.session.desk.editor.document._file.load().nodes()}


def test_space_moves_the_selected_measures_on_together(window, tree, register, qtbot):
    first, second = (titled(register, "Ny körordning", number) for number in (0, 1))
    select(tree, first, second)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert [register[n].status for n in (first, second)] == [Status.ONGOING, Status.ONGOING]
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert [register[n].status for n in (first, second)] == [Status.COMPLETED] * 2
    assert [saved(window)[n].status for n in (first, second)] == [Status.COMPLETED] * 2


@pytest.mark.parametrize(("key", "status"), list(enumerate(Status, 1)))
def test_ctrl_and_a_digit_set_the_status_of_all_selected(tree, register, qtbot, key, status):
    ids = [node.id for node in register.walk() if kind_of(node) is Kind.MEASURE]
    tree.selectAll()
    qtbot.keyClick(tree, Qt.Key.Key_0 + key, CTRL)
    assert {register[node_id].status for node_id in ids} == {status}
    qtbot.keyClick(tree, Qt.Key.Key_Z, CTRL)
    assert {register[node_id].status for node_id in ids} != {status}


def test_a_click_on_the_badge_changes_the_status_of_that_row_only(tree, register, qtbot):
    first, second = (titled(register, "Ny körordning", number) for number in (0, 1))
    select(tree, first, second)
    column = tree.plan_model.outline.columns.index(Column.STATUS)
    cell = tree.visualRect(tree.plan_model.index_of(first, column))
    on_badge = QPoint(cell.left() + 20, cell.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=on_badge)
    assert register[first].status is Status.ONGOING
    assert register[second].status is Status.ONGOING  # as it was
    beside = QPoint(cell.right() - 3, cell.center().y())
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert register[first].status is Status.ONGOING


def test_select_all_takes_every_open_row(desk, tree, register):
    tree.selectAll()
    shown = [n.id for n in register.walk(titled(register, "Kvalitetsplan äldre 2026"))]
    assert set(desk.selected_ids()) == {n for n in shown if tree.plan_model.index_of(n).isValid()}
    tree.collapse(tree.plan_model.index_of(titled(register, "Hemtjänst")))
    tree.selectAll()
    assert titled(register, "Samtal med köket") not in desk.selected_ids()


def test_f2_renames_and_escape_thinks_again(tree, register, qtbot):
    area = titled(register, "Hemtjänst")
    tree.go_to(area)
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    editor = row_field(tree)
    editor.selectAll()
    type_text(editor, "Hemtjänst på östra sidan åäö")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register[area].title == "Hemtjänst på östra sidan åäö")
    qtbot.waitUntil(lambda: tree.state() is tree.State.NoState)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    editor = row_field(tree)
    type_text(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tree.state() is tree.State.NoState)
    assert register[area].title == "Hemtjänst på östra sidan åäö"


def test_what_was_added_with_ctrl_held_down_is_chosen_and_the_next_key_is_for_it(
    tree, register, qtbot
):
    tree.go_to(titled(register, "Samtal med köket"))
    qtbot.keyClick(tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    new = tree.current_id()
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tree.state() is tree.State.NoState)
    assert tree.selected_ids() == [new]
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert register[new].status is Status.ONGOING


def test_ctrl_enter_adds_a_sibling_and_lets_it_be_named(tree, register, qtbot):
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    qtbot.keyClick(tree, Qt.Key.Key_Return, CTRL)
    editor = row_field(tree)
    type_text(editor, "Provsmakning")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Provsmakning" in {getattr(n, "title", "") for n in register.walk()})
    new = titled(register, "Provsmakning")
    assert register[new].place.parent == register[measure].place.parent
    assert register.row(new) == register.row(measure) + 1
    assert tree.current_id() == new
    assert tree.selected_ids() == [new]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_ctrl_shift_enter_asks_which_kind_of_child(window, tree, register, qtbot):
    risk = titled(register, "Matlådan kommer för sent")
    tree.go_to(risk)
    qtbot.keyClick(tree, Qt.Key.Key_Return, CTRL | SHIFT)
    menu = next(m for m in window.findChildren(QMenu) if m.isVisible())
    assert [action.text() for action in menu.actions()] == ["Egenkontroll", "Åtgärd"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert kind_of(register.children(risk)[-1]) is Kind.MEASURE


def test_delete_takes_the_branch_and_undo_brings_it_back(tree, register, qtbot):
    risk = titled(register, "Matlådan kommer för sent")
    before = list(register.walk())
    tree.go_to(risk)
    qtbot.keyClick(tree, Qt.Key.Key_Delete)
    assert risk not in register
    assert tree.current_id() == titled(register, "Introduktion av nya")
    qtbot.keyClick(tree, Qt.Key.Key_Z, CTRL)
    assert list(register.walk()) == before
    assert tree.plan_model.index_of(titled(register, "Ny körordning")).isValid()


def test_alt_shift_and_arrows_move(tree, register, qtbot):
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    home = titled(register, "Hemtjänst")
    qtbot.keyClick(tree, Qt.Key.Key_Up, ALT | SHIFT)
    assert register.row(measure) == 0
    qtbot.keyClick(tree, Qt.Key.Key_Down, ALT | SHIFT)
    assert register.row(measure) == 1
    qtbot.keyClick(tree, Qt.Key.Key_Left, ALT | SHIFT)
    assert register[measure].place.parent == home
    qtbot.keyClick(tree, Qt.Key.Key_Right, ALT | SHIFT)
    assert register[measure].place.parent == titled(register, "Matlådan kommer för sent")
    assert tree.current_id() == measure


def test_a_refused_move_is_told_in_words(window, tree, register, qtbot):
    tree.go_to(titled(register, "Hemtjänst"))
    qtbot.keyClick(tree, Qt.Key.Key_Left, ALT | SHIFT)
    assert "inte" in window.foot.line.text()


def test_undo_shows_what_it_undid_wherever_that_is(desk, tree, register, qtbot):
    tree.go_to(titled(register, "Samtal med köket"))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    desk.outlines.turn_to(3)
    qtbot.keyClick(desk.tree, Qt.Key.Key_Z, CTRL)
    assert desk.outlines.position == 0
    assert desk.tree.current_id() == titled(register, "Samtal med köket")


def test_counts_follow_every_edit(window, tree, register, qtbot):
    tree.go_to(titled(register, "Samtal med köket"))
    qtbot.waitUntil(lambda: "4 åtgärder: 2 ej påbörjade, 1 pågår, 1 klara" in window.foot._counts)
    qtbot.keyClick(tree, Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(lambda: "4 åtgärder: 1 ej påbörjade, 1 pågår, 2 klara" in window.foot._counts)


def test_all_words_of_the_user_are_shown_as_they_are(window, desk, register):
    desk.tree.go_to(titled(register, "<b>Larm</b> & svar"))
    window.session.acts.add(Kind.MEASURE)
    for label in window.findChildren(QLabel):
        if "Larm" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>Larm</b> & svar" in desk.details._above.text()


def test_what_is_shown_is_on_disk_after_the_window_is_gone(window, paths, tree, register, qtbot):
    measure = titled(register, "Samtal med köket")
    tree.go_to(measure)
    qtbot.keyClick(tree, Qt.Key.Key_3, CTRL)
    path = window.session.desk.editor.document.path
    window.close()
    again = Document(path, paths)
    assert again.register[measure].status is Status.COMPLETED
    again.close()


def test_a_file_that_cannot_be_written_is_told_in_words(window, tree, qtbot, monkeypatch):
    document = window.session.desk.editor.document

    def refuses():
        raise NotPermitted(document.path)

    with monkeypatch.context() as broken:
        broken.setattr(document._file, "publish", refuses)
        tree.go_to(titled(document.register, "Samtal med köket"))
        qtbot.keyClick(tree, Qt.Key.Key_Space)
        qtbot.keyClick(tree, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: "skrivskyddad" in window.foot.saved.text())
        assert "Sparat på den här datorn" in window.foot.saved.text()
    qtbot.keyClick(tree, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.foot.saved.text().startswith("Allt sparat "))
    assert document.is_published


def test_no_two_menus_or_actions_share_a_mnemonic(window):
    def mnemonic(text):
        at = text.replace("&&", "").find("&")
        return text.replace("&&", "")[at + 1].casefold() if at >= 0 else None

    def menus(bar):
        yield [action for action in bar.actions() if action.text()]
        for action in bar.actions():
            if action.menu() is not None:
                yield from menus(action.menu())

    for actions in menus(window.menuBar()):
        marks = [mnemonic(action.text()) for action in actions if mnemonic(action.text())]
        assert len(marks) == len(set(marks)), [action.text() for action in actions]


def test_a_second_plan_has_its_place_in_the_list(window, desk, register):
    window.session.acts.add_plan()
    assert desk.plan == titled(register, "Ny plan")
    assert desk.plans.isVisible()
    desk.editor.step(back=True)
    assert desk.plan == titled(register, "Kvalitetsplan äldre 2026")
    assert not desk.plans.isVisible()


def test_the_start_page_is_left_by_opening_and_found_again(window, qtbot):
    assert window._pages.currentWidget() is window.session.desk
    window.put_away()
    assert window._pages.currentWidget() is window._start
    assert window.session is None
    assert not window.deeds["undo"].isEnabled()


def test_undo_goes_on_where_it_was_when_the_file_was_closed(window, tree, register, qtbot):
    first, second = titled(register, "Samtal med köket"), titled(register, "Introduktion av nya")
    before = register[first].status
    for measure in (first, second):
        tree.go_to(measure)
        qtbot.keyClick(tree, Qt.Key.Key_4, CTRL)
    qtbot.keyClick(tree, Qt.Key.Key_Z, CTRL)
    path = window.session.desk.editor.document.path
    window.put_away()
    window.filing.opening.open(path)
    stack = window.session.desk.editor.undo_stack
    qtbot.waitUntil(stack.canUndo)
    window.activateWindow()  # a slow machine shows a dialog while it opens, and keys go there
    qtbot.waitUntil(window.isActiveWindow)
    assert stack.canRedo()
    register = window.session.desk.editor.register
    qtbot.keyClick(window.session.desk.tree, Qt.Key.Key_Z, CTRL)
    assert register[first].status is before
    qtbot.keyClick(window.session.desk.tree, Qt.Key.Key_Y, CTRL)
    qtbot.keyClick(window.session.desk.tree, Qt.Key.Key_Y, CTRL)
    assert register[second].status is Status.ONGOING_NEXT_YEAR


def test_what_a_colleague_has_published_is_taken_in(window, tree, register, tmp_path, qtbot):
    document = window.session.desk.editor.document
    document.publish()
    other = Document(document.path, Paths.under(tmp_path / "colleague"))
    new = edits.add(other.register, Kind.MEASURE, titled(register, "Hemtjänst"), title="Grannens")
    other.apply(new)
    other.close()
    tree.go_to(titled(register, "Samtal med köket"))
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    qtbot.keyClick(tree, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: document.is_published and "Grannens" in str(list(register.walk())))
    assert tree.plan_model.index_of(titled(register, "Grannens")).isValid()


def test_tab_moves_a_row_in_and_out_only_while_it_is_typed_first(window, tree, register, qtbot):
    check = titled(register, "Andel besök i tid")
    tree.go_to(check)
    window.session.acts.add(Kind.MEASURE)  # under the control
    type_text(row_field(tree), "Prova")
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Backtab)
    qtbot.waitUntil(lambda: "Prova" in {getattr(n, "title", "") for n in register.walk()})
    new = titled(register, "Prova")
    night = titled(register, "Nattpatrull")
    qtbot.waitUntil(lambda: register[new].place.parent == night)
    qtbot.waitUntil(lambda: tree.state() is tree.State.EditingState)
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: register[new].place.parent == check)
    qtbot.waitUntil(lambda: tree.state() is tree.State.EditingState)
    field = row_field(tree)
    field.selectAll()
    type_text(field, "Prova mera")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: register[new].title == "Prova mera")
    qtbot.waitUntil(lambda: tree.state() is tree.State.NoState)
    qtbot.keyClick(tree, Qt.Key.Key_F2)  # a row that is there already
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Backtab)
    qtbot.wait(0)
    assert register[new].place.parent == check


def test_a_row_that_cannot_go_further_in_says_so_and_is_typed_on(window, tree, register, qtbot):
    tree.go_to(titled(register, "Hemtjänst"))
    qtbot.keyClick(tree, Qt.Key.Key_Return, CTRL)
    type_text(row_field(tree), "Dagvård")
    qtbot.keyClick(row_field(tree), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "Det går inte att flytta" in window.foot.line.text())
    qtbot.waitUntil(lambda: tree.state() is tree.State.EditingState)
    assert row_field(tree).text() == "Dagvård"


def test_undo_goes_back_as_far_as_the_file_does(window, tree, register, qtbot, monkeypatch):
    monkeypatch.setattr("qpdesk.gui.undoing._STEPS", 3)
    measure = titled(register, "Samtal med köket")
    for number in range(8):
        window.session.editor.attempt(edits.rename, measure, f"Namn {number}")
    path = window.session.desk.editor.document.path
    window.put_away()
    window.filing.opening.open(path)
    session = window.session
    stack, register = session.editor.undo_stack, session.editor.register
    qtbot.waitUntil(stack.canUndo)
    for number in range(7, 0, -1):
        session.do("undo")
        assert register[measure].title == f"Namn {number - 1}"
        assert stack.canUndo()
    session.do("undo")
    assert register[measure].title == "Samtal med köket"
    for number in range(8):
        session.do("redo")
        assert register[measure].title == f"Namn {number}"
    assert not stack.canRedo()


def test_whoever_undoes_before_the_plan_is_drawn_undoes_what_earlier_days_did(
    tmp_path, paths, appearance, qtbot
):
    path = tmp_path / "Lillby.qpd"
    yesterday = Document(path, paths)
    fill(yesterday)
    area = titled(yesterday.register, "Hemtjänst")
    yesterday.apply(edits.rename(yesterday.register, area, "Hemvård"))
    yesterday.close()
    window = MainWindow(paths, appearance)
    qtbot.addWidget(window)
    window.show_document(Document(path, paths))
    window.deeds["undo"].trigger()
    assert window.session.editor.register[area].title == "Hemtjänst"
    window.deeds["redo"].trigger()
    assert window.session.editor.register[area].title == "Hemvård"
    assert not window.deeds["redo"].isEnabled()


def test_where_nothing_was_done_nothing_can_be_undone(tmp_path, paths, appearance, qtbot):
    window = MainWindow(paths, appearance)
    qtbot.addWidget(window)
    window.show_document(Document(tmp_path / "Tom.qpd", paths))
    qtbot.waitUntil(lambda: not window.deeds["undo"].isEnabled())
    assert not window.deeds["redo"].isEnabled()
