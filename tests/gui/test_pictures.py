import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollBar, QTableView

from qpdesk.domain import edits
from qpdesk.domain.nodes import Control, Kind, Measure, Risk, Status
from qpdesk.domain.rules import set_rules
from qpdesk.domain.scale import read_scale
from qpdesk.gui.dialogs.rules import RulesDialog
from qpdesk.services.document import Document
from tests.gui.conftest import fill, titled
from tests.gui.test_access import nameless
from tests.gui.test_finding import shown
from tests.report.reading import Paper

VIEWS = ["view_indicators", "view_matrix", "view_overview", "view_reminders"]


def picture(window, name):
    window._do(name)
    return window.pictures.made[name].view


@pytest.fixture
def matrix(window):
    return picture(window, "view_matrix")


@pytest.fixture
def overview(window):
    return picture(window, "view_overview")


@pytest.mark.parametrize("name", VIEWS)
def test_all_that_can_have_the_focus_has_a_name(window, name):
    picture(window, name)
    assert not nameless(QAccessible.queryAccessibleInterface(window))


@pytest.mark.parametrize("name", VIEWS)
def test_a_picture_comes_by_its_key_and_escape_leads_back(window, qtbot, name):
    held = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_5 + VIEWS.index(name)), held)
    page = window.pictures.made[name]
    assert page.isVisible()
    assert page.isAncestorOf(window.focusWidget())
    assert window.deeds[name].isChecked()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.session.desk.isVisible()


def test_a_file_that_opens_shows_its_tree_and_the_button_says_so(window, tmp_path, paths):
    assert window.deeds["view_plan"].isChecked()
    picture(window, "view_overview")
    window.show_document(Document(tmp_path / "Andra.qpd", paths))
    assert window.session.desk.isVisible()
    assert window.deeds["view_plan"].isChecked()


def test_what_is_done_to_the_chosen_rows_cannot_be_done_out_of_sight(window, overview, register):
    assert not window.deeds["delete"].isEnabled()
    assert not window.deeds["status_completed"].isEnabled()
    window._do("view_plan")
    assert window.deeds["delete"].isEnabled()


def test_an_undo_leaves_the_picture_in_front(window, matrix, register):
    risk = titled(register, "Matlådan kommer för sent")
    window.session.editor.attempt(edits.change, [risk], "likelihood", 4)
    window._do("undo")
    assert matrix.isVisible()
    assert register[risk].likelihood == 3


@pytest.mark.parametrize("name", ["view_follow_up", *VIEWS])
def test_at_twice_the_size_the_window_stays_on_the_screen_and_nothing_is_cut(
    window, appearance, name, qtbot
):
    view = picture(window, name)
    appearance.set_zoom(200)
    qtbot.waitUntil(lambda: view.fontMetrics().height() > 25)
    window._do(name)
    assert window.minimumSizeHint().width() <= 1340
    assert window.width() == 1340
    bars = window.pictures.made[name].findChildren(QScrollBar)
    assert not [bar for bar in bars if bar.isVisible() and sideways(bar) and not in_table(bar)]


def sideways(bar):
    return bar.orientation() is Qt.Orientation.Horizontal


def in_table(bar):
    """Tables may be scrolled sideways, as anywhere."""
    return isinstance(bar.parentWidget().parentWidget(), QTableView)


@pytest.mark.parametrize("name", ["view_follow_up", *VIEWS])
def test_what_is_made_larger_later_is_as_large_as_what_is_made_large(
    window, appearance, name, qtbot
):
    def sizes():
        page = window.pictures.made[name]
        labels = {w.text(): w.font().pointSizeF() for w in page.findChildren(QLabel)}
        rows = [w.verticalHeader().defaultSectionSize() for w in page.findChildren(QTableView)]
        return labels, rows

    view = picture(window, name)
    appearance.set_zoom(200)
    qtbot.waitUntil(lambda: view.fontMetrics().height() > 25)
    grown = sizes()
    window._do("view_plan")
    window.pictures.end()
    picture(window, name)
    assert sizes() == grown


# --- matrix


def test_the_matrix_has_sixteen_cells_with_names_in_words(matrix):
    assert len(matrix.grid.cells) == 16
    cell = QAccessible.queryAccessibleInterface(matrix.grid.cells[3, 3])
    name = "Sannolikhet 3 Möjlig, konsekvens 3 Kännbar: risknivå 9, hög"
    assert cell.text(QAccessible.Text.Name) == name
    assert cell.text(QAccessible.Text.Description) == "1 risk"
    assert cell.state().focusable
    empty = QAccessible.queryAccessibleInterface(matrix.grid.cells[1, 1])
    assert empty.text(QAccessible.Text.Description) == "inga risker"


def test_arrow_keys_go_from_cell_to_cell_and_enter_lists_the_risks(window, matrix, qtbot):
    first = matrix.grid.cells[4, 1]
    first.setFocus()
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
    ):
        qtbot.keyClick(window.focusWidget(), key)
    assert window.focusWidget() is matrix.grid.cells[3, 3]
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert matrix.grid.cells[3, 3].isChecked()
    assert "Matlådan kommer för sent" in matrix._model.index(0).data()
    qtbot.keyClick(first, Qt.Key.Key_Left)  # at the edge nothing happens


def test_a_cell_narrows_the_tree_to_its_risks(window, matrix):
    matrix.choose(3, 3)
    matrix._filter.click()
    desk = window.session.desk
    assert desk.isVisible()
    assert shown(desk) == {"Hemtjänst", "Matlådan kommer för sent"}
    desk.filter._chosen.click()
    assert len(shown(desk)) > 8
    assert not desk.filter._chosen.isVisible()


def test_risks_with_only_a_level_stand_beside_the_grid_and_lead_into_the_plan(window, matrix):
    assert matrix.beside.number.accessibleName().startswith("Bara risknivå")
    assert matrix.beside.number.text() == "1"
    matrix.beside.number.click()
    assert shown(window.session.desk) == {"Nattpatrull", "<b>Larm</b> & svar"}


def test_the_matrix_follows_edits(window, matrix, register, qtbot):
    risk = titled(register, "Matlådan kommer för sent")
    window.session.editor.attempt(edits.change, [risk], "likelihood", 4)
    qtbot.waitUntil(lambda: matrix.grid.cells[4, 3].cell.ids == (risk,))
    assert matrix.grid.cells[3, 3].cell.ids == ()


def test_each_band_is_hatched_in_its_own_way(matrix):
    cells = matrix.grid.cells
    pictures = [cells[square].grab().toImage() for square in ((1, 1), (2, 2), (2, 4), (3, 4))]
    strips = {
        bytes(p.copy(p.width() - 12, 24, 8, 16).convertToFormat(p.Format.Format_Mono).constBits())
        for p in pictures
    }
    assert len(strips) == 4


def test_last_years_place_is_an_arrow_and_words(window, register, qtbot):
    editor = window.session.editor
    plan = register.children()[0].id

    def add(kind, parent, **values):
        return edits.added(editor.attempt(edits.add, kind, parent, **values)).id

    earlier = add(Kind.PLAN, None, title="Kvalitetsplan äldre 2025", year=2025)
    area = add(Kind.AREA, earlier, title="Hemtjänst")
    add(Kind.RISK, area, title="Matlådan kommer för sent", likelihood=4, consequence=4)
    window.session.desk.show_plan(plan)
    view = picture(window, "view_matrix")
    assert view.moved.isVisible()
    assert "från sannolikhet 4, konsekvens 4 till" in view.moved.number.accessibleDescription()
    assert view.grid.arrows._ways == {((4, 4), (3, 3)): 1}


# --- the scale


@pytest.fixture
def dialog(window, register, qtbot):
    made = RulesDialog(register, window)
    qtbot.addWidget(made)
    return made


def test_an_own_scale_is_kept_and_what_no_longer_fits_is_shown(
    window, matrix, register, dialog, monkeypatch
):
    risk = titled(register, "Matlådan kommer för sent")
    before = register[risk]

    def answer(own):
        own.likelihoods.show_names(("Sällan", "Ibland", "Alltid"))
        own.consequences.show_names(("Liten", "Stor", "Enorm", "Ofattbar", "Slut"))
        own.fewest.setValue(5)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RulesDialog, "exec", answer)
    window._do("rules")
    window._do("view_matrix")
    assert len(matrix.grid.cells) == 15
    assert register[risk] == before
    assert matrix.outside.isHidden()  # 3 by 3 still fits
    window.session.editor.attempt(edits.change, [risk], "consequence", 5)
    assert register[risk].level == 15
    window._do("undo")
    window._do("undo")
    assert register.children()[0].scale == ""


def test_an_impossible_scale_cannot_be_kept_and_says_why(dialog):
    dialog.likelihoods._names[1].setText("Osannolik")
    assert not dialog._keep.isEnabled()
    assert "3–6" in dialog.told.text()
    dialog.likelihoods._names[1].setText("Ovanlig")
    assert dialog._keep.isEnabled()
    dialog.likelihoods._count.setValue(3)
    dialog.consequences._count.setValue(3)
    dialog.bands.show_bands(dialog.bands.bands()[:2])
    assert dialog.told.text().startswith("1 risk passar inte skalan")  # level 12 of 9 at most


def test_all_fields_of_the_dialog_have_names(dialog):
    dialog.show()
    assert not nameless(QAccessible.queryAccessibleInterface(dialog))


# --- overview


def numbers(view):
    return {row.figure.words: len(row.figure.ids) for rows in view._rows.values() for row in rows}


def test_the_numbers_are_those_of_a_plain_count(overview, register):
    nodes = list(register.walk())
    risks = [n for n in nodes if isinstance(n, Risk)]
    measures = [n for n in nodes if isinstance(n, Measure)]
    controls = [n for n in nodes if isinstance(n, Control)]
    found = numbers(overview)
    assert found["Risker"] == len(risks) == 2
    assert found["Risker på nivå 9 eller mer"] == sum((r.level or 0) >= 9 for r in risks) == 2
    assert found["Risker på nivå 9 eller mer utan öppen åtgärd"] == 1
    assert found["Egenkontroller utan uppföljning"] == len(controls) == 2
    assert found["Indikatorer utan mål"] == 0
    for status, word in ((Status.NOT_STARTED, "Ej påbörjad"), (Status.COMPLETED, "Klar")):
        assert found[word] == sum(m.status is status for m in measures)
    assert found["Åtgärder"] == len(measures) == 4
    by_name = {row[0].words: len(row[0].ids) for row in overview.responsible.rows}
    assert by_name == {"Enhetschef": 1, "Utan ansvarig": 3}


def test_every_number_leads_to_what_it_counts(window, overview, register):
    desk = window.session.desk
    pressed = 0
    for rows in overview._rows.values():
        for row in rows:
            if row.figure.ids:
                row.number.click()
                assert desk.isVisible()
                ids = set(row.figure.ids)
                assert all(desk.narrowing.kept >= {one} for one in ids)
                assert desk.tree.current_id() in ids
                pressed += 1
                window._do("view_overview")
    assert pressed >= 7


def test_a_number_in_a_table_leads_there_too(window, overview, qtbot):
    model = overview.responsible
    row = next(r for r, figures in enumerate(model.rows) if figures[0].words == "Enhetschef")
    table = overview._tables[0][0]
    table.setCurrentIndex(model.index(row, 1))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert shown(window.session.desk) == {
        "Hemtjänst", "Matlådan kommer för sent", "Mätning av leveranstid", "Ny körordning",
    }  # fmt: skip


def test_the_threshold_is_the_users(overview, register):
    overview._threshold.setCurrentIndex(overview._threshold.findData(12))
    assert numbers(overview)["Risker på nivå 12 eller mer"] == 1


def test_several_plans_are_counted_at_once(window, register):
    fill(window.session.editor.document)
    view = picture(window, "view_overview")
    page = window.pictures.made["view_overview"]
    assert numbers(view)["Risker"] == 2
    page.scope.setCurrentIndex(page.scope.count() - 1)
    page.read()
    found = numbers(view)
    assert found["Risker"] == 4
    assert found["Olika risker (samma namn räknas en gång)"] == 2
    next(r for r in view._rows["Innehåll"] if r.figure.words == "Risker").number.click()
    assert "2 till finns i filens andra planer" in window.foot.line.text()


def test_the_overview_follows_edits(window, overview, register, qtbot):
    late = titled(register, "Samtal med köket")
    window.session.editor.attempt(edits.change, [late], "due", "2020-01-01")
    qtbot.waitUntil(lambda: numbers(overview)["Försenade åtgärder"] == 1)


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx"])
def test_the_overview_is_written_as_it_is_seen(window, overview, tmp_path, monkeypatch, suffix):
    path = tmp_path / f"översikt{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    overview.export_wanted.emit(suffix)
    if suffix == ".pdf":
        texts = [text for _, text in Paper(path).lines()]
    else:
        book = openpyxl.load_workbook(path)
        texts = [str(c) for sheet in book for row in sheet.values for c in row if c is not None]
    for words in ("Risker på nivå 9 eller mer", "Ej påbörjad", "Utan ansvarig"):
        assert words in texts
        if words != "Utan ansvarig":
            assert texts[texts.index(words) + 1] == str(numbers(overview)[words])


# --- reminders


def test_reminders_are_listed_and_written_for_a_calendar(window, register, tmp_path, monkeypatch):
    measure = titled(register, "Samtal med köket")
    day = "2099-05-01"
    window.session.editor.attempt(edits.change, [measure], "due", day)
    control = titled(register, "Andel besök i tid")
    window.session.editor.attempt(edits.change, [control], "frequency", "vid behov")
    view = picture(window, "view_reminders")
    assert view.model.index(0, 0).data() == day
    assert view.model.index(0, 2).data() == "Samtal med köket"
    assert view._odd.text().startswith("1 egenkontroll")
    path = tmp_path / "påminnelser.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    view._save.click()
    words = path.read_text("utf-8")
    assert "BEGIN:VEVENT" in words
    assert day.replace("-", "") in words
    view._open(view.model.index(0, 0))
    assert window.session.desk.tree.current_id() == measure


def test_the_tree_and_the_fields_follow_the_scale(window, register):
    desk = window.session.desk
    risk = titled(register, "Matlådan kommer för sent")
    desk.tree.go_to(risk)
    own = read_scale("a; b; c; d; e | f; g; h; i; j | 1 liten; 9 enorm")
    window.session.editor.attempt(set_rules, scale=own, fewest=0)
    index = desk.tree.plan_model.index_of(risk)
    assert "risknivå 9, enorm" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    field = desk.details.form.editors["consequence"].widget
    assert [field.itemText(row) for row in range(field.count())][1:] == [
        "1 – f", "2 – g", "3 – h", "4 – i", "5 – j",
    ]  # fmt: skip
    assert field.currentData() == 3
    field.setCurrentIndex(5)
    field.activated.emit(5)
    assert register[risk].level == 15
    assert desk.filter._level.findData(25) > 0
