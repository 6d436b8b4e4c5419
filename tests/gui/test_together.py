import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from qpdesk.domain.nodes import Status
from tests.gui.conftest import counted, titled, type_text
from tests.gui.test_access import nameless
from tests.gui.test_window import select

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ids(register):
    """A risk, a control and two measures."""
    titles = ("Matlådan kommer för sent", "Andel besök i tid", "Ny körordning", "Samtal med köket")
    return [titled(register, title) for title in titles]


@pytest.fixture
def together(desk, ids, qtbot):
    select(desk.tree, *ids)
    qtbot.waitUntil(lambda: desk.side.currentWidget() is not desk.details)
    return desk.side.together


def field(together, name):
    return together.editors[name].widget


def fill(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    type_text(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Return)


def test_several_rows_show_what_they_share_and_what_is_mixed(together):
    assert together._head.text() == "4 poster är markerade"
    assert field(together, "responsible").placeholderText() == "Blandat"
    assert field(together, "responsible").text() == ""
    words = "Gäller 3 av 4; de andra har inte den uppgiften."
    assert together._hints["responsible"].text() == words
    assert field(together, "responsible").accessibleDescription() == f"Blandat. {words}"
    assert field(together, "status").currentText() == "Ej påbörjad"
    assert not nameless(QAccessible.queryAccessibleInterface(together))


def test_a_responsible_is_set_for_all_that_have_one_in_one_edit(
    window, together, register, ids, qtbot
):
    done = counted(window.session.editor)
    fill(qtbot, field(together, "responsible"), "Åsa Öberg")
    assert [register[n].responsible for n in ids[1:]] == ["Åsa Öberg"] * 3
    assert len(done) == 1
    assert "Ansvarig ändrat för 3 poster" in window.foot.line.text()
    window.session.editor.step(back=True)
    assert field(together, "responsible").placeholderText() == "Blandat"
    assert register[ids[1]].responsible == "Samordnare"


def test_a_due_date_is_set_for_the_measures(together, register, ids, qtbot):
    fill(qtbot, field(together, "due"), "2026-10-01")
    assert [str(register[n].due) for n in ids[2:]] == ["2026-10-01"] * 2


def test_a_status_is_set_for_the_measures(together, register, ids):
    choice = field(together, "status")
    choice.setCurrentIndex(choice.findData(Status.ONGOING.value))
    choice.activated.emit(choice.currentIndex())
    assert {register[n].status for n in ids[2:]} == {Status.ONGOING}


def test_leaving_a_mixed_field_changes_nothing(together, register, qtbot):
    before = list(register.walk())
    for name in ("responsible", "due", "status"):
        field(together, name).setFocus()
    qtbot.keyClick(field(together, "status"), Qt.Key.Key_Tab)
    assert list(register.walk()) == before


@pytest.mark.parametrize("text", ["12026-01-01", "i morgon"])
def test_a_refused_date_is_explained_and_nothing_is_changed(together, register, qtbot, text):
    before = list(register.walk())
    fill(qtbot, field(together, "due"), text)
    assert "datum" in together._hints["due"].text()
    assert field(together, "due").text() == text
    assert list(register.walk()) == before


def test_a_refused_date_is_not_meant_for_the_next_rows(desk, together, register, ids, qtbot):
    fill(qtbot, field(together, "due"), "i morgon")
    select(desk.tree, titled(register, "Introduktion av nya"), ids[3])
    qtbot.waitUntil(lambda: len(together._ids) == 2)
    assert field(together, "due").text() == ""


def test_one_row_shows_its_own_fields_again_and_what_was_typed_is_saved(
    desk, together, register, ids
):
    widget = field(together, "responsible")
    widget.setFocus()
    type_text(widget, "Nyskriven")
    desk.tree.go_to(ids[3])
    assert desk.side.currentWidget() is desk.details
    assert [register[n].responsible for n in ids[1:]] == ["Nyskriven"] * 3


def test_rows_without_such_fields_are_told_what_to_select(desk, register, qtbot):
    areas = [titled(register, title) for title in ("Hemtjänst", "Nattpatrull")]
    select(desk.tree, *areas)
    qtbot.waitUntil(lambda: desk.side.currentWidget() is not desk.details)
    assert "Markera egenkontroller eller åtgärder" in desk.side.together._nothing.text()


def test_ctrl_z_takes_back_typing_first_and_then_the_plan(window, desk, together, register, qtbot):
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_3, CTRL)
    widget = field(together, "responsible")
    widget.setFocus()
    type_text(widget, "Fel")
    qtbot.keyClick(widget, Qt.Key.Key_Z, CTRL)
    assert widget.text() == ""
    measure = titled(register, "Samtal med köket")
    assert register[measure].status is Status.COMPLETED
    qtbot.keyClick(widget, Qt.Key.Key_Z, CTRL)
    assert register[measure].status is Status.NOT_STARTED


def test_names_in_use_are_offered_where_one_is_asked_for(desk, register):
    desk.tree.go_to(titled(register, "Samtal med köket"))
    widget = desk.details.form.editors["responsible"].widget
    widget.setFocus()
    model = widget.completer().model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert names == ["Enhetschef", "Samordnare"]


def test_the_plans_own_fields_come_to_the_front_too(window, desk, together):
    window.deeds["plan_fields"].trigger()
    assert desk.side.currentWidget() is desk.details
    assert desk.details.item == desk.plan
