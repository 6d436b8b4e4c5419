import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.gui.clippings import Clippings
from qpdesk.gui.main_window import MainWindow
from qpdesk.services.clipping import MIME
from qpdesk.services.document import Document
from qpdesk.system.paths import Paths
from tests.gui.conftest import counted, fill, titled
from tests.gui.test_access import nameless
from tests.gui.test_window import row_field, select

CTRL = Qt.KeyboardModifier.ControlModifier
ROWS = "Risk\tRiskvärde\tÅtgärd\tAnsvarig\nMaten är kall\t9\tNya lådor\tKökschef\n\t\tProva\t"


@pytest.fixture
def previews(window):
    """Every preview that was shown; each is agreed to."""
    shown = []

    def ask(preview):
        preview.show()
        assert not nameless(QAccessible.queryAccessibleInterface(preview))
        preview.hide()
        shown.append(preview)
        return True

    window.session.clippings.ask = ask
    return shown


def board():
    return QApplication.clipboard().mimeData()


def press(desk, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(desk.tree, key, CTRL)


def children(register, node_id):
    return [(kind_of(n), n.title) for n in register.children(node_id)]


def test_a_branch_is_copied_whole_beside_the_first(desk, register, qtbot):
    risk = titled(register, "Matlådan kommer för sent")
    area = register[risk].place.parent
    desk.tree.go_to(risk)
    done = counted(desk.editor)
    press(desk, qtbot, Qt.Key.Key_C, Qt.Key.Key_V)
    copy = titled(register, "Matlådan kommer för sent", 1)
    assert [n.id for n in register.children(area)][:2] == [risk, copy]
    assert children(register, copy) == children(register, risk)
    assert desk.selected_ids() == [copy]
    assert desk.tree.isExpanded(desk.tree.plan_model.index_of(copy))
    assert len(done) == 1
    assert "Inklistrat: 1 post" in desk.window().foot.line.text()
    press(desk, qtbot, Qt.Key.Key_Z)
    assert copy not in register


def test_word_and_excel_get_a_table_and_formulas_are_texts(desk, register, qtbot):
    measure = titled(register, "Samtal med köket")
    desk.editor.attempt(edits.change, [measure], "follow_up", '=1+1\nrad "två"')
    desk.tree.go_to(titled(register, "Matlådan kommer för sent"))
    press(desk, qtbot, Qt.Key.Key_C)
    assert "<table" in board().html()
    assert "Ring &lt;b&gt;köket&lt;/b&gt; &amp; boka" in board().html()
    lines = board().text().split("\n")
    assert lines[0].split("\t")[:3] == ["Risk", "Risknivå", "Sannolikhet"]
    assert "\"'=1+1" in board().text()
    assert 'rad ""två"""' in board().text()


def test_what_is_cut_moves_when_it_is_pasted_and_keeps_its_id(desk, register, qtbot):
    measure = titled(register, "Introduktion av nya")
    desk.tree.go_to(measure)
    press(desk, qtbot, Qt.Key.Key_X)
    assert measure in register
    row = desk.tree.plan_model.index_of(measure)
    assert row.data(Qt.ItemDataRole.FontRole).italic()
    assert "urklippt" in row.data(Qt.ItemDataRole.AccessibleTextRole)
    check = titled(register, "Andel besök i tid")
    desk.tree.go_to(check)
    press(desk, qtbot, Qt.Key.Key_V)
    assert register[measure].place.parent == check
    assert desk.selected_ids() == [measure]
    row = desk.tree.plan_model.index_of(measure)
    assert row.data(Qt.ItemDataRole.FontRole) is None
    desk.tree.go_to(titled(register, "<b>Larm</b> & svar"))
    press(desk, qtbot, Qt.Key.Key_V)  # the second time it is a copy
    assert titled(register, "Introduktion av nya", 1) != measure


def test_cutting_and_deleting_does_not_lose_what_was_cut(desk, register, qtbot):
    measure = titled(register, "Introduktion av nya")
    desk.tree.go_to(measure)
    press(desk, qtbot, Qt.Key.Key_X)
    desk.editor.attempt(edits.delete, [measure])
    desk.tree.go_to(titled(register, "Nattpatrull"))
    press(desk, qtbot, Qt.Key.Key_V)
    assert titled(register, "Introduktion av nya") != measure


def test_a_paste_where_the_kind_may_not_stand_is_refused_in_words(window, desk, register, qtbot):
    desk.tree.go_to(titled(register, "Matlådan kommer för sent"))
    press(desk, qtbot, Qt.Key.Key_C)
    before = list(register.walk())
    desk.outlines.turn_to(1)
    desk.tree.setFocus()
    press(desk, qtbot, Qt.Key.Key_V)
    assert list(register.walk()) == before
    words = window.foot.line.text()
    assert "En risk kan inte ligga under ett kapitel, bara under ett processområde" in words


def test_rows_from_excel_are_previewed_and_come_as_one_edit(desk, register, qtbot, previews):
    QApplication.clipboard().setText(ROWS)
    night = titled(register, "Nattpatrull")
    desk.tree.go_to(night)
    done = counted(desk.editor)
    press(desk, qtbot, Qt.Key.Key_V)
    (preview,) = previews
    assert preview._summary.text() == "Det här läggs in: 1 risk, 2 åtgärder."
    assert preview.tree.topLevelItem(0).text(0) == "Under processområde: Nattpatrull"
    risk = titled(register, "Maten är kall")
    assert register[risk].place.parent == night
    assert register[risk].level == 9
    assert register[titled(register, "Nya lådor")].responsible == "Kökschef"
    assert len(done) == 1
    desk.editor.step(back=True)
    assert risk not in register


def test_rows_go_to_the_area_that_they_name(desk, register, qtbot, previews):
    QApplication.clipboard().setText(
        "Område\tRisk\nNattpatrull\tKyla\nNytt område\tMörker\nNattpatrull\tBuller"
    )
    desk.tree.go_to(titled(register, "Hemtjänst"))
    press(desk, qtbot, Qt.Key.Key_V)
    night = titled(register, "Nattpatrull")
    assert [t for _, t in children(register, night)][-2:] == ["Kyla", "Buller"]
    new = titled(register, "Nytt område")
    assert [t for _, t in children(register, new)] == ["Mörker"]
    assert register.row(new) == register.row(titled(register, "Hemtjänst")) + 1


def test_lines_become_what_is_natural_and_another_kind_can_be_chosen(
    desk, register, qtbot, previews, window
):
    def ask(preview):
        assert preview._choice.isVisibleTo(preview)
        assert preview._kind.currentData() == "measure"
        preview._kind.setCurrentIndex(preview._kind.findData("control"))
        return True

    window.session.clippings.ask = ask
    QApplication.clipboard().setText("Ring <b>alla</b>\n=1+1")
    risk = titled(register, "Matlådan kommer för sent")
    desk.tree.go_to(risk)
    press(desk, qtbot, Qt.Key.Key_V)
    assert children(register, risk)[-2:] == [
        (Kind.CONTROL, "Ring <b>alla</b>"),
        (Kind.CONTROL, "=1+1"),
    ]


def test_one_line_needs_no_preview(desk, register, qtbot, previews):
    QApplication.clipboard().setText("Boka tid")
    desk.tree.go_to(titled(register, "Andel besök i tid"))
    press(desk, qtbot, Qt.Key.Key_V)
    assert previews == []
    assert register[titled(register, "Boka tid")].place.parent == titled(
        register, "Andel besök i tid"
    )


def test_a_preview_that_is_left_changes_nothing(desk, register, qtbot, window):
    window.session.clippings.ask = lambda _preview: False
    QApplication.clipboard().setText(ROWS)
    before = list(register.walk())
    press(desk, qtbot, Qt.Key.Key_V)
    assert list(register.walk()) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PK\x03\x04\x00bild", "tecken"),
        ("rad\n" * 5_001, "för stort"),
        (" \n", "inget som kan klistras in"),
    ],
)
def test_what_cannot_be_pasted_is_told_in_words(desk, register, qtbot, text, words):
    window = desk.window()
    QApplication.clipboard().setText(text)
    before = list(register.walk())
    press(desk, qtbot, Qt.Key.Key_V)
    assert words in window.foot.line.text()
    assert list(register.walk()) == before


def test_strange_things_under_our_own_name_are_told_in_words(window, desk, register, qtbot):
    data = QMimeData()
    data.setData(MIME, b'{"format": "qpdesk-branches", "version": 1, "branches": 3}')
    QApplication.clipboard().setMimeData(data)
    press(desk, qtbot, Qt.Key.Key_V)
    assert "kunde inte läsas" in window.foot.line.text()


def test_in_a_field_the_keys_and_the_menu_mean_its_text(window, desk, register, qtbot):
    measure = titled(register, "Samtal med köket")
    desk.tree.go_to(measure)
    count = len(register)
    text = desk.details.form.editors["what_to_do"].widget
    text.setFocus()
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CTRL)
    assert board().text() == "Ring <b>köket</b> & boka"
    assert not board().hasFormat(MIME)
    text.moveCursor(text.textCursor().MoveOperation.End)
    window.deeds["paste"].trigger()
    assert text.toPlainText() == "Ring <b>köket</b> & boka" * 2
    desk.tree.setFocus()
    qtbot.keyClick(desk.tree, Qt.Key.Key_F2)
    field = row_field(desk.tree)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, CTRL)
    assert board().text() == "Samtal med köket"
    assert len(register) == count


@pytest.fixture
def second(qtbot, tmp_path, appearance):
    """A window of its own with another file."""
    home = Paths.under(tmp_path / "elsewhere")
    other = Document(tmp_path / "Storby.qpd", home)
    fill(other)
    note = next(n for n in other.register.walk() if kind_of(n) is Kind.FOOTNOTE)
    other.apply(edits.change(other.register, [note.id], "text", "Något annat här."))
    made = MainWindow(home, appearance)
    qtbot.addWidget(made)
    made.show_document(other)
    return made


def test_a_branch_goes_to_another_file_with_its_notes(desk, register, qtbot, second):
    other = second.session.editor.document
    check = titled(register, "Mätning av leveranstid")
    desk.editor.attempt(edits.change, [check], "purpose", "Varmt[^1]")
    desk.tree.go_to(check)
    press(desk, qtbot, Qt.Key.Key_C)
    there = second.session.desk
    there.tree.go_to(titled(other.register, "Nattpatrull"))
    second.session.do("paste")
    copy = other.register[there.selected_ids()[0]]
    assert copy.purpose == "Varmt[^2]"
    assert len(other.register.children(copy.id)) == 2
    notes = {n.key: n.text for n in other.register.walk() if kind_of(n) is Kind.FOOTNOTE}
    assert notes == {"1": "Något annat här.", "2": "Enligt nämndens beslut."}


def test_only_what_is_in_sight_is_copied(desk, register, qtbot):
    desk.filter.field.setText("köket")
    qtbot.waitUntil(lambda: desk.narrowing.kept is not None)
    desk.tree.go_to(titled(register, "Hemtjänst"))
    press(desk, qtbot, Qt.Key.Key_C)
    assert "Samtal med köket" in board().text()
    assert "Ny körordning" not in board().text()


def test_several_kinds_are_pasted_where_all_may_stand(desk, register, qtbot):
    measure, check = titled(register, "Samtal med köket"), titled(register, "Andel besök i tid")
    select(desk.tree, measure, check)
    press(desk, qtbot, Qt.Key.Key_C)
    risk = titled(register, "<b>Larm</b> & svar")
    desk.tree.go_to(risk)
    press(desk, qtbot, Qt.Key.Key_V)
    assert {t for _, t in children(register, risk)} == {"Samtal med köket", "Andel besök i tid"}


def test_the_clipboard_is_read_when_asked_for_only(window):
    assert window.session._clippings is None
    assert isinstance(window.session.clippings, Clippings)
