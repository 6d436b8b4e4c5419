"""The preview shows the document as it is now, to all, and never keeps the window waiting."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QPageRanges, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from qpdesk.domain import edits
from qpdesk.domain.nodes import Kind
from qpdesk.gui.dialogs.profile import ProfileDialog
from qpdesk.gui.dialogs.readiness import ReadinessDialog
from qpdesk.gui.views.proof_place import Place, moved
from qpdesk.report.proof import Bookmark, Proof
from qpdesk.services.printing import ReportKind
from tests.gui.conftest import titled, type_text
from tests.gui.test_access import nameless

HELD = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settled(window, qtbot):
    """Waits until the pages show the plan as it is now, and until they are painted."""

    def wait():
        view = window.pictures.made["view_preview"].view
        qtbot.waitUntil(lambda: view.is_settled, timeout=20_000)
        qtbot.waitUntil(lambda: view.pages.page >= 0 and not view.pages.in_sight(), timeout=20_000)
        return view

    return wait


@pytest.fixture
def preview(window, settled):
    window._do("view_preview")
    return settled()


def choose(box, value):
    row = next(row for row in range(box.count()) if box.itemData(row) == value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


@pytest.fixture
def text(preview, qtbot):
    """Gives the words of all pages, as they are read out."""

    def read():
        preview.text.clear()
        preview.bar.as_text.setChecked(True)
        qtbot.waitUntil(lambda: bool(preview.text.toPlainText()), timeout=20_000)
        preview.bar.as_text.setChecked(False)
        return preview.text.toPlainText()

    return read


def long_plan(window, areas=14):
    """Make the plan so long that one can be in the middle of it."""
    editor = window.session.editor
    plan = editor.register.children()[0].id
    for number in range(areas):
        area = edits.added(editor.attempt(edits.add, Kind.AREA, plan, title=f"Område {number}")).id
        for risk in range(6):
            editor.attempt(edits.add, Kind.RISK, area, title=f"Risk {number}.{risk} " * 20, level=9)


# --- what is shown


def test_it_comes_by_its_key_and_escape_leads_back(window, qtbot, settled):
    qtbot.keyClick(window, Qt.Key.Key_P, HELD)
    view = settled()
    assert window.focusWidget() is view.pages
    assert window.deeds["view_preview"].isChecked()
    assert view.bar.page.text() == "Sida 1 av 6"
    qtbot.keyClick(view.pages, Qt.Key.Key_Escape)
    assert window.session.desk.isVisible()


def test_all_that_can_have_the_focus_has_a_name(window, preview):
    for tab in range(3):
        preview.side.setCurrentIndex(tab)
        assert not nameless(QAccessible.queryAccessibleInterface(window))


def test_a_screen_reader_hears_the_page_and_its_number(preview, qtbot):
    preview.pages.go_to(Place(2, 0))
    qtbot.waitUntil(lambda: "Så här arbetar vi" in preview.pages.accessibleDescription())
    assert preview.pages.accessibleName() == "Sida 3 av 6"


def test_the_words_alone_can_be_read_with_a_cursor(preview, qtbot, text):
    words = text()
    assert words.index("Sida 1 av 6") < words.index("Så här arbetar vi") < words.index("Matlådan")
    assert "Ring <b>köket</b> & boka" in words


@pytest.mark.parametrize(
    ("kind", "there_and_gone"),
    [
        (ReportKind.FOLLOW_UP, ("Uppföljning av åtgärd", "Syfte med egenkontrollen")),
        (ReportKind.INDICATORS, ("Nöjda brukare", "Matlådan")),
        (ReportKind.UNREPORTED, ("Det som ännu inte är redovisat", "Nöjda brukare som")),
        (ReportKind.YEAR_REPORT, ("Kvalitetsberättelse 2026", "Syfte med egenkontrollen")),
    ],
)
def test_every_document_can_be_chosen(preview, settled, text, kind, there_and_gone):
    there, gone = there_and_gone
    choose(preview.bar.kind, kind)
    settled()
    words = text()
    assert there in words
    assert gone not in words


def test_one_area_alone_can_be_chosen(preview, settled, text, register):
    choose(preview.bar.part, "area:" + titled(register, "Nattpatrull"))
    settled()
    words = text()
    assert "Andel besök i tid" in words
    assert "Matlådan" not in words


# --- following the plan


def test_it_follows_edits_and_stays_where_one_was_reading(window, preview, settled, qtbot, text):
    long_plan(window)
    settled()
    goal = next(mark for mark in preview._outline.bookmarks if mark.title == "Område 9")
    preview.pages.go_to(Place(goal.page, goal.top + 30))
    register = window.session.editor.register
    text_before = preview.pages.place.top
    chapter = titled(register, "Inledning")
    window.session.editor.attempt(edits.change, [chapter], "text", "Nytt stycke.\n" * 120)
    qtbot.waitUntil(lambda: not preview.is_settled)
    settled()
    mark = next(mark for mark in preview._outline.bookmarks if mark.title == "Område 9")
    assert mark.page > goal.page
    assert preview.pages.place.page == mark.page
    assert abs((preview.pages.place.top - mark.top) - (text_before - goal.top)) < 2
    assert "Nytt stycke." in text()


def test_without_following_the_pages_say_that_they_are_old(window, preview, settled, qtbot, text):
    preview.bar.follow.setChecked(False)
    register = window.session.editor.register
    risk = titled(register, "Matlådan kommer för sent")
    window.session.editor.attempt(edits.change, [risk], "title", "Maten är kall")
    assert "före de senaste ändringarna" in preview.foot.state.text()
    assert preview.foot.renew.isVisible()
    qtbot.keyClick(preview.pages, Qt.Key.Key_F5)
    settled()
    assert not preview.foot.state.text()
    assert "Maten är kall" in text()


def test_stopping_leaves_the_pages_as_they_are(window, preview, qtbot):
    sizes = preview._outline.sizes
    preview._make()
    preview._cancel()
    qtbot.waitUntil(lambda: not preview.maker.is_working)
    assert not preview.bar.follow.isChecked()
    assert preview._outline.sizes == sizes


def test_edits_while_it_is_made_end_with_the_last_one(window, preview, settled, text):
    register = window.session.editor.register
    risk = titled(register, "Matlådan kommer för sent")
    for number in range(5):
        window.session.editor.attempt(edits.change, [risk], "title", f"Lydelse {number}")
        preview._make()
    settled()
    words = text()
    assert "Lydelse 4" in words
    assert "Lydelse 3" not in words


def test_closing_the_file_in_the_middle_of_it_all_is_no_harm(window, preview, qtbot):
    preview.bar.query.setText("a")
    preview._make()
    window.put_away()
    assert window.session is None


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place(3, 120), Place(5, 320)),  # 20 below B
        (Place(4, 50), Place(6, 50)),  # a page further on
        (Place(0, 10), Place(0, 10)),  # above all headings
        (Place(7, 5), Place(7, 5)),  # its heading is gone
    ],
)
def test_a_place_keeps_to_its_heading(place, found):
    before = [Bookmark("A", 0, 1, 50), Bookmark("B", 1, 3, 100), Bookmark("C", 0, 7, 0)]
    now = [Bookmark("A", 0, 1, 50), Bookmark("B", 1, 5, 300)]
    assert moved(place, before, now) == found


def test_a_profile_that_does_not_fit_is_told_in_words(window, preview, qtbot):
    folder = window.session.editor.document.path.parent / "profil"
    folder.mkdir()
    (folder / "profile.toml").write_text('colour = "#ffff00"', encoding="utf-8")
    preview._make()
    qtbot.waitUntil(
        lambda: "Kommunens profil (colour)" in preview.foot.state.text(), timeout=20_000
    )
    assert preview._outline.sizes


def test_the_municipalitys_new_look_is_worn_when_one_comes_back(window, preview, settled, text):
    folder = window.session.editor.document.path.parent / "profil"
    folder.mkdir()
    (folder / "profile.toml").write_text('footer = "Lillby kommun"', encoding="utf-8")
    window._do("view_plan")
    window._do("view_preview")
    settled()
    assert "Lillby kommun" in text()


def test_a_look_that_is_chosen_is_worn_at_once(window, preview, settled, text, monkeypatch):
    def chosen(dialog):
        dialog.lines["sender"].setText("Socialkontoret i Lillby")
        return dialog.DialogCode.Accepted

    monkeypatch.setattr(ProfileDialog, "exec", chosen)
    assert "Socialkontoret" not in text()
    window.preferences.show_profile()
    settled()
    assert "Socialkontoret i Lillby" in text()


# --- reading


def test_the_headings_lead_to_their_pages(preview, qtbot):
    tree = preview.side.headings
    found = [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]
    assert found == ["Inledning", "Risker och egenkontroller", "Kvalitetsindikatorer"]
    tree.setCurrentItem(tree.topLevelItem(1))
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    goal = tree.topLevelItem(1).data(0, Qt.ItemDataRole.UserRole)
    assert preview.pages.page == goal.page


def test_small_pages_lead_to_the_large_ones(preview, qtbot):
    preview.side.setCurrentIndex(1)
    small = preview.side.small
    qtbot.waitUntil(lambda: len(small._icons) > 1, timeout=20_000)
    assert small.index(3).data() == "Sida 4"
    preview.side.pages.activated.emit(small.index(3))
    assert preview.pages.page == 3


def test_keys_go_through_the_pages(preview, qtbot):
    for key, held, page in (
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 5),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_PageDown, HELD, 1),
        (Qt.Key.Key_PageDown, HELD, 2),
        (Qt.Key.Key_PageUp, HELD, 1),
    ):
        qtbot.keyClick(preview.pages, key, held)
        assert preview.pages.page == page
        assert preview.bar.page.value() == page + 1
    preview.bar.page.setValue(4)
    assert preview.pages.page == 3


def test_the_pages_grow_and_shrink_by_keys_and_wheel_within_their_limits(
    window, preview, settled, qtbot
):
    text_size = window.appearance.zoom
    qtbot.keyClick(preview.pages, Qt.Key.Key_0, HELD)
    assert preview.pages.percent == 100
    qtbot.keyClick(preview.pages, Qt.Key.Key_Plus, HELD)
    assert preview.bar.percent.value() == 125
    settled()
    assert preview.pages._pictures[0].width() == round(595.28 * 125 / 100 * 96 / 72 + 0.5)
    for _ in range(20):
        qtbot.keyClick(preview.pages, Qt.Key.Key_Minus, HELD)
    assert preview.pages.percent == 50
    for _ in range(20):
        turn(preview.pages, 120)
    assert preview.pages.percent == 400
    preview.bar.fit.click()
    settled()
    assert preview.pages.fits_width
    assert preview.pages.horizontalScrollBar().maximum() == 0
    assert window.appearance.zoom == text_size, "the keys meant the pages"


def turn(widget, angle):
    middle = QPointF(widget.viewport().rect().center())
    wheel = QWheelEvent(
        middle,
        widget.viewport().mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        HELD,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport(), wheel)


def test_words_are_looked_for_counted_and_gone_through(window, preview, qtbot):
    window._do("find")
    assert window.focusWidget() is preview.bar.query
    type_text(preview.bar.query, "körordning")
    qtbot.waitUntil(lambda: preview.bar.found.text() == "1 av 2 träffar", timeout=20_000)
    assert preview.pages._current.page == preview.pages.page
    qtbot.keyClick(preview.bar.query, Qt.Key.Key_Return)
    assert preview.bar.found.text() == "2 av 2 träffar"
    qtbot.keyClick(preview.pages, Qt.Key.Key_F3)
    assert preview.bar.found.text() == "1 av 2 träffar", "round the end"
    qtbot.keyClick(preview.pages, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert preview.bar.found.text() == "2 av 2 träffar"
    assert window.foot.line.text() == "2 av 2 träffar"
    preview.bar.query.setText("finns inte")
    qtbot.waitUntil(lambda: preview.bar.found.text() == "Inga träffar", timeout=20_000)
    qtbot.keyClick(preview.bar.query, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not preview.bar.found.text())


def test_what_was_found_is_marked_on_the_page(preview, qtbot):
    preview.pages.go_to(Place(2, 0))
    before = preview.pages.viewport().grab().toImage()
    preview.bar.query.setText("arbetar")
    qtbot.waitUntil(lambda: preview.bar.found.text() == "1 av 1 träffar", timeout=20_000)
    assert preview.pages.viewport().grab().toImage() != before


# --- what stops it


def test_what_stops_it_leads_to_the_item(window, preview, register, settled):
    choose(preview.bar.kind, ReportKind.FOLLOW_UP)
    settled()
    side = preview.side
    assert side.tabText(2).startswith("Att rätta (")
    assert "hindrar publicering" in preview.foot.lacking.text()
    row = next(
        row
        for row in range(side.findings.rowCount())
        if side.findings.index(row).data().endswith("Åtgärd ”Samtal med köket”")
    )
    side.lacking.activated.emit(side.findings.index(row))
    assert window.session.desk.isVisible()
    assert window.session.desk.tree.current_id() == titled(register, "Samtal med köket")
    assert window.focusWidget() is window.session.desk.details.form.editors["follow_up"].widget


# --- out of the window


@pytest.fixture
def saved(preview, window, qtbot, tmp_path, monkeypatch):
    """Saves the chosen document as a kind of file; gives the proposed name, and the file."""

    def save(suffix):
        path, asked = tmp_path / f"ut{suffix}", []

        def ask(_parent, _title, proposed, _kinds):
            asked.append(proposed)
            return str(path), ""

        monkeypatch.setattr("qpdesk.gui.delivery.QFileDialog.getSaveFileName", ask)
        monkeypatch.setattr(ReadinessDialog, "exec", lambda _: ReadinessDialog.DialogCode.Accepted)
        preview.bar.save_wanted.emit(suffix)
        qtbot.waitUntil(lambda: path.name in window.foot.line.text(), timeout=20_000)
        return asked[0], path

    return save


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_the_chosen_document_is_saved(preview, settled, saved, suffix):
    choose(preview.bar.kind, ReportKind.UNREPORTED)
    settled()
    proposed, path = saved(suffix)
    assert path.stat().st_size > 1_000
    assert proposed.endswith(f"Kvalitetsplan äldre 2026 – ej redovisat{suffix}")


def printer(path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


def test_the_pages_are_printed_as_they_are_seen(preview, window, qtbot, tmp_path):
    path = tmp_path / "papper.pdf"
    preview.printing.print_on(printer(path), 6, 0)
    qtbot.waitUntil(lambda: not preview.printing.is_busy, timeout=60_000)
    assert window.foot.line.text() == "Utskriften är skickad till skrivaren."
    paper = Proof(path.read_bytes())
    try:
        assert [width > height for width, height in paper.sizes] == [
            width > height for width, height in preview._outline.sizes
        ]
        for page, size in zip(paper.sizes, preview._outline.sizes, strict=True):
            assert page == pytest.approx(size, abs=1.5)
        assert len(set(paper.pixels(2, 1).data)) > 20, "there is ink on it"
    finally:
        paper.close()


def test_only_the_pages_that_are_wanted_are_printed(preview, qtbot, tmp_path):
    path = tmp_path / "papper.pdf"
    made = printer(path)
    made.setResolution(72)
    made.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    made.setPageRanges(ranges)
    preview.printing.print_on(made, 6, 0)
    qtbot.waitUntil(lambda: not preview.printing.is_busy, timeout=60_000)
    paper = Proof(path.read_bytes())
    assert len(paper.sizes) == 2
    paper.close()


def test_printing_can_be_stopped(preview, window, qtbot, tmp_path):
    preview.printing.print_on(printer(tmp_path / "papper.pdf"), 6, 0)
    assert preview.foot.stop.isVisible()
    preview.foot.stop.click()
    qtbot.waitUntil(lambda: not preview.printing.is_busy, timeout=60_000)
    assert "blev inte av" in window.foot.line.text()
    assert not preview.foot.stop.isVisible()
