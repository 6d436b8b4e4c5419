import pytest
from PySide6.QtCore import Qt

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, kind_of
from tests.gui.conftest import titled, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(window):
    return window.session.desk


def shown(desk):
    model = desk.tree.plan_model
    found = [model.index(row, 0) for row in range(model.rowCount())]
    for index in found:
        found += [model.index(row, 0, index) for row in range(model.rowCount(index))]
    return {model.node(index).title for index in found}


def test_typing_narrows_the_tree_to_the_hits_and_what_stands_above(window, desk, qtbot):
    qtbot.keyClick(desk.tree, Qt.Key.Key_F, CTRL)
    assert window.focusWidget() is desk.filter.field
    type_text(desk.filter.field, "köket")
    wanted = {"Hemtjänst", "Matlådan kommer för sent", "Samtal med köket"}
    qtbot.waitUntil(lambda: shown(desk) == wanted)
    assert desk.filter._hits.text() == "1 träff"
    qtbot.keyClick(desk.filter.field, Qt.Key.Key_Return)
    assert window.focusWidget() is desk.tree
    assert desk.outlines.tabs.tabText(0) == "Risker och åtgärder (1)"
    desk.filter.focus()
    qtbot.keyClick(desk.filter.field, Qt.Key.Key_Escape)
    assert window.focusWidget() is desk.tree
    assert desk.outlines.tabs.tabText(0) == "Risker och åtgärder"
    qtbot.waitUntil(lambda: len(shown(desk)) > 8)
    assert not desk.filter._hits.isVisible()


def test_chips_combine(desk, qtbot):
    everything = shown(desk)
    desk.filter._open.click()
    assert "Introduktion av nya" not in shown(desk)
    assert "Samtal med köket" in shown(desk)
    desk.filter._level.setCurrentIndex(desk.filter._level.findData(12))
    assert shown(desk) == set()
    assert desk.filter._hits.text() == "0 träffar"
    desk.filter._clear.click()
    assert shown(desk) == everything


def test_responsibles_are_offered_in_swedish_order_and_followed(desk, register):
    names = [desk.filter._responsible.itemText(row) for row in range(2, 4)]
    assert names == ["Enhetschef", "Samordnare"]
    desk.filter._responsible.setCurrentIndex(2)
    assert shown(desk) == {
        "Hemtjänst",
        "Matlådan kommer för sent",
        "Mätning av leveranstid",
        "Ny körordning",
    }
    measure = titled(register, "Ny körordning")
    desk.editor.attempt(edits.change, [measure], "responsible", "Ångström")
    assert [desk.filter._responsible.itemText(row) for row in (2, 3)] == ["Samordnare", "Ångström"]


def test_responsibles_come_and_go_with_the_items_that_name_them(desk, register):
    def offered():
        box = desk.filter._responsible
        return [box.itemText(row) for row in range(2, box.count())]

    home = titled(register, "Hemtjänst")
    desk.editor.attempt(edits.delete, [titled(register, "Ny körordning")])
    assert offered() == ["Samordnare"]
    desk.editor.step(back=True)
    assert offered() == ["Enhetschef", "Samordnare"]
    other = edits.added(desk.editor.attempt(edits.add, Kind.PLAN, None, title="Annan plan")).id
    desk.editor.attempt(edits.move, [home], other)
    assert offered() == ["Samordnare"]
    desk.editor.step(back=True)
    assert offered() == ["Enhetschef", "Samordnare"]


def test_the_current_item_stays_through_narrowing_and_back(desk, register):
    measure = titled(register, "Samtal med köket")
    desk.tree.go_to(measure)
    desk.filter._open.click()
    assert desk.tree.current_id() == measure
    assert desk.selected_ids() == [measure]
    desk.filter.clear()
    assert desk.tree.current_id() == measure
    assert desk.details.item == measure


def test_an_edit_keeps_the_row_in_sight_until_the_next_question(desk, register, qtbot):
    desk.filter._open.click()
    measure = titled(register, "Samtal med köket")
    desk.tree.go_to(measure)
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_3, CTRL)
    assert "Samtal med köket" in shown(desk)
    assert desk.tree.current_id() == measure
    desk.filter._unreported.click()
    assert "Samtal med köket" not in shown(desk)


def test_an_undo_out_of_sight_is_brought_into_sight(window, desk, register, qtbot):
    area = titled(register, "Nattpatrull")
    desk.editor.attempt(edits.delete, [area])
    desk.filter.field.setText("köket")
    qtbot.waitUntil(lambda: len(shown(desk)) == 3)
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_Z, CTRL)
    assert desk.tree.current_id() == area
    assert "Nattpatrull" in shown(desk)


def test_what_is_added_while_narrowed_is_seen(window, desk, register, qtbot):
    desk.filter.field.setText("köket")
    qtbot.waitUntil(lambda: len(shown(desk)) == 3)
    desk.tree.go_to(titled(register, "Samtal med köket"))
    window.session.acts.add(Kind.MEASURE)
    assert "Ny åtgärd" in shown(desk)


def test_f3_goes_from_hit_to_hit_through_all_lists_and_round(window, desk, register, qtbot):
    desk.filter.focus()
    type_text(desk.filter.field, "n")
    ids = []
    for _ in range(40):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F3)
        ids.append(desk.tree.current_id())
        if len(ids) > 1 and ids[-1] == ids[0]:
            break
    found = ids[:-1]
    assert len(found) == len(set(found)) == desk.narrowing._finder.count
    plan = register.children()[0].id
    order = [node.id for node in register.walk(plan) if node.id in found]
    first = order.index(found[0])
    assert found == order[first:] + order[:first]
    assert {kind_of(register[n]) for n in found} >= {Kind.MEASURE, Kind.CHAPTER, Kind.INDICATOR}
    assert window.foot.line.text() == f"Träff {first + 1} av {len(found)}"
    qtbot.keyClick(desk.tree, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert desk.tree.current_id() == found[-1]


def test_f3_without_a_search_lets_one_type(window, desk, qtbot):
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_F3)
    assert window.focusWidget() is desk.filter.field


def test_f3_passes_over_what_has_been_deleted(desk, register, qtbot):
    desk.filter.field.setText("körordning")
    desk.narrowing.go_to_hit()
    first = desk.tree.current_id()
    desk.editor.attempt(edits.delete, [first])
    desk.narrowing.go_to_hit()
    assert desk.tree.current_id() == titled(register, "Ny körordning")


def test_what_a_search_shows_of_a_selection_stays_selected_in_as_few_runs_as_branches(desk):
    desk.outlines.select_all()
    desk.filter.field.setText("köket")
    desk.filter._ask()
    model = desk.tree.plan_model
    shown = {model._rows.nodes[number].id for number in model._rows.numbers.values()}
    assert set(desk.selected_ids()) == shown
    assert len(desk.tree.selectionModel().selection()) == len(model.branches())
