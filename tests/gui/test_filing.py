import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton

from qpdesk.domain import edits
from qpdesk.domain.nodes import Area, Kind, Measure, Plan, kind_of, title_of
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.readiness import Finding, Matter, Severity
from qpdesk.gui.dialogs.import_guide import ImportGuide
from qpdesk.gui.dialogs.new_plan import NewPlanDialog
from qpdesk.gui.dialogs.readiness import ReadinessDialog
from qpdesk.gui.words.readiness import sentence
from qpdesk.services import importing
from qpdesk.services.document import Document
from qpdesk.services.exporting import plan_as_json
from qpdesk.system.settings import remember
from tests.gui.conftest import titled
from tests.report.reading import Paper

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def empty_plans(monkeypatch):
    """A new file asks what its plan begins with; here it is left at an empty one."""
    monkeypatch.setattr(NewPlanDialog, "exec", lambda _: QDialog.DialogCode.Rejected)


@pytest.fixture
def guides(monkeypatch):
    """Let the guide of an import be answered."""
    shown = []

    def answer(with_what, look=str):
        def ends(guide):
            look(guide)
            shown.append(guide)
            return with_what

        monkeypatch.setattr(ImportGuide, "exec", ends)
        return shown

    return answer


def source(window, tmp_path):
    """A plan in the open format, as another municipality may send it."""
    path = tmp_path / "från grannen.json"
    path.write_bytes(plan_as_json(window.session.desk.editor.register, window.session.desk.plan))
    return path


def test_nothing_comes_in_before_it_is_accepted(window, guides, qtbot, tmp_path):
    register = window.session.desk.editor.register
    before = list(register.walk())
    shown = guides(QDialog.DialogCode.Rejected)
    window.filing.import_file(source(window, tmp_path))
    qtbot.waitUntil(lambda: bool(shown))
    assert list(register.walk()) == before


def test_an_import_is_a_plan_beside_the_others_and_one_edit(window, guides, qtbot, tmp_path):
    register = window.session.desk.editor.register
    guides(QDialog.DialogCode.Accepted)
    window.filing.import_file(source(window, tmp_path))
    qtbot.waitUntil(lambda: len(register.children()) == 2)
    assert window.session.desk.plan == register.children()[1].id
    assert "åtgärder" in window.foot.line.text()
    window.session.desk.editor.step(back=True)
    assert len(register.children()) == 1


def row_of(guide, title):
    node = next(node for node in guide._draft.walk() if title_of(node) == title)
    return guide._items[node.id]


def test_what_was_found_can_be_corrected_and_left_out(window, guides, qtbot, tmp_path):
    def correct(guide):
        guide.tree.setCurrentItem(row_of(guide, "Matlådan kommer för sent"))
        level = guide.corrections.fields["level"]
        level.setText("7")
        level.setModified(True)
        level.editingFinished.emit()
        assert guide.corrections.told.text()  # 7 is no product; said, and nothing is changed
        level.setText("12")
        level.setModified(True)
        level.editingFinished.emit()
        guide.tree.setCurrentItem(row_of(guide, "Samtal med köket"))
        status = guide.corrections.status
        status.setCurrentIndex(status.findData("discontinued"))
        status.activated.emit(status.currentIndex())
        row_of(guide, "Nattpatrull").setCheckState(0, Qt.CheckState.Unchecked)

    guides(QDialog.DialogCode.Accepted, correct)
    window.filing.import_file(source(window, tmp_path))
    register = window.session.desk.editor.register
    qtbot.waitUntil(lambda: len(register.children()) == 2)
    there = {title_of(node): node for node in register.walk(register.children()[1].id)}
    assert there["Matlådan kommer för sent"].level == 12
    assert there["Samtal med köket"].status.value == "discontinued"
    assert not {"Nattpatrull", "Andel besök i tid"} & set(there)


def test_an_import_without_an_open_file_begins_one(window, guides, chosen, qtbot, tmp_path):
    path = source(window, tmp_path)
    window.put_away()
    guides(QDialog.DialogCode.Accepted)
    chosen(tmp_path / "Ny förvaltning")
    assert window.deeds["import"].isEnabled()
    window.filing.import_file(path)
    qtbot.waitUntil(lambda: window.session is not None and window.session.desk.plan is not None)
    document = window.session.editor.document
    assert document.path == (tmp_path / "Ny förvaltning.qpd").resolve()
    assert len(document.register.children()) == 1


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not beside this checkout")
def test_a_real_word_file_comes_in(window, register, guides, qtbot):
    guides(QDialog.DialogCode.Accepted)
    window.filing.import_file(SEEDS / "kvalitetsplan-2022-barn-unga.docx")
    qtbot.waitUntil(lambda: len(register.children()) == 2)
    found = list(register.walk(window.session.desk.plan))
    assert sum(type(node).__name__ == "Measure" for node in found) == 15
    assert "8 risker" in window.foot.line.text()


def test_a_file_that_is_no_plan_is_told_and_changes_nothing(
    window, register, told, qtbot, tmp_path
):
    before = list(register.walk())
    path = tmp_path / "bild.docx"
    path.write_bytes(b"\x89PNG")
    window.filing.import_file(path)
    qtbot.waitUntil(lambda: bool(told))
    assert "Inget i planen har ändrats" in told[0]
    assert list(register.walk()) == before


def doubtful(appearance):
    """A guide to a plan with a doubtful measure, a text without a place, and a note."""
    plan = Plan(id=NodeId("p" * 32), place=Place(None, "1"), title="Plan")
    area = Area(id=NodeId("a" * 32), place=Place(plan.id, "1"), title="Område")
    measure = Measure(id=NodeId("m" * 32), place=Place(area.id, "1"), title="Åtgärd")
    at = importing.Spot(page=2, table=1, row=3)
    found = (
        importing.Finding(importing.Code.LOOSE_TEXT, importing.Spot(page=1), "<b>Lös</b> text"),
        importing.Finding(importing.Code.GUESSED_STATUS, at, "Utgått, se ovan"),
        importing.Finding(importing.Code.PICTURE, importing.Spot(page=5)),
    )
    reading = importing.Reading((plan, area, measure), found, {measure.id: at})
    return ImportGuide(reading, appearance.icons)


def test_the_doubtful_comes_first_and_leads_to_its_item(qtbot, appearance):
    guide = doubtful(appearance)
    qtbot.addWidget(guide)
    tops = [guide.list.topLevelItem(number) for number in range(3)]
    assert [top.isExpanded() for top in tops] == [True, True, False]
    guide.list.setCurrentItem(tops[1].child(0))
    assert guide.tree.currentItem().text(0) == "Åtgärd: Åtgärd"
    assert guide.corrections.status is not None
    assert "<b>Lös</b> text" in guide.as_text()


@pytest.mark.parametrize("keep", [True, False])
def test_a_text_without_a_place_is_kept_in_a_chapter_unless_one_says_no(qtbot, appearance, keep):
    guide = doubtful(appearance)
    qtbot.addWidget(guide)
    assert guide.keep_loose.isChecked()
    guide.keep_loose.setChecked(keep)
    texts = [node.text for node in guide.reading().nodes if kind_of(node) is Kind.CHAPTER]
    assert texts == (["<b>Lös</b> text"] if keep else [])


@pytest.fixture
def warned(monkeypatch):
    """Answer what is shown before a document is saved: save all the same, or go to the first."""
    shown = []

    def answer(goes=False):
        def ends(dialog):
            shown.append(dialog)
            if goes:
                dialog.list.activated.emit(dialog.model.index(0))
                return QDialog.DialogCode.Rejected
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(ReadinessDialog, "exec", ends)
        return shown

    return answer


@pytest.fixture
def written(window, chosen, qtbot, tmp_path):
    """Does a deed that writes a file, and says which."""

    def write(deed, suffix):
        path = tmp_path / f"{deed}{suffix}"
        chosen(path.with_suffix(""))
        window.deeds[deed].trigger()
        qtbot.waitUntil(lambda: path.name in window.foot.line.text(), timeout=20_000)
        return path

    return write


@pytest.mark.parametrize("deed", ["pdf_plan", "pdf_follow_up"])
def test_a_report_is_written_beside_the_window(warned, written, deed):
    warned()
    path = written(deed, ".pdf")
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("deed", ["word_plan", "word_follow_up"])
def test_a_word_file_is_written_and_read_back(warned, written, deed):
    warned()
    assert importing.read_source(written(deed, ".docx")).counts[Kind.MEASURE] == 4


@pytest.mark.parametrize(("deed", "suffix"), [("json", ".json"), ("excel", ".xlsx")])
def test_data_is_written_and_read_back(register, written, deed, suffix):
    reading = importing.read_source(written(deed, suffix))
    assert reading.counts[Kind.MEASURE] == 4
    assert {node.id for node in reading.nodes} == {node.id for node in register.walk()}


def test_what_stops_a_document_is_shown_before_it_is_saved(window, warned, qtbot):
    shown = warned(goes=True)
    window.deeds["pdf_follow_up"].trigger()
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    first = shown[0].model.index(0).data()
    assert first == "Hindrar: Resultat saknas – Egenkontroll ”Mätning av leveranstid”"
    assert "Planen är ett utkast" in shown[0].model.as_text()
    register = window.session.editor.register
    assert window.session.desk.tree.current_id() == titled(register, "Mätning av leveranstid")


def test_a_document_that_nothing_stops_is_saved_at_once(warned, written):
    shown = warned()
    written("pdf_plan", ".pdf")
    assert not shown


def test_characters_that_no_typeface_has_are_named(window, register, warned, written):
    warned()
    risk = titled(register, "Matlådan kommer för sent")
    window.session.editor.attempt(edits.change, [risk], "title", "Maten 漢 är kall")
    written("pdf_plan", ".pdf")
    assert "Typsnittet saknar tecken: 漢" in window.foot.line.text()


def test_documents_wear_the_municipalitys_look(window, written, told, qtbot, tmp_path):
    look = tmp_path / "profil"
    look.mkdir()
    (look / "profile.toml").write_text('footer = "Lillby kommun"', encoding="utf-8")
    path = written("pdf_plan", ".pdf")
    assert "Lillby kommun" in "".join(Paper(path).artifacts[1])
    (look / "profile.toml").write_text('colour = "#ffff00"', encoding="utf-8")
    window.deeds["pdf_plan"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "profil" in told[0]
    assert "#" in told[0]


@pytest.mark.parametrize("matter", Matter)
def test_every_matter_that_stops_a_document_has_a_sentence(matter, register):
    finding = Finding(matter, Severity.STOP, register.children()[0].id, "title", "漢")
    assert "Plan ”Kvalitetsplan äldre 2026”" in sentence(finding, register)


def test_an_old_file_is_never_begun_anew(window, chosen, told, tmp_path):
    path = tmp_path / "Gammal.qpd"
    path.write_bytes(b"not ours")
    chosen(path)
    window.deeds["new_file"].trigger()
    assert "finns redan" in told[0]
    assert path.read_bytes() == b"not ours"


def test_a_new_file_begins_with_a_plan_to_name(window, chosen, tmp_path):
    chosen(tmp_path / "Ny förvaltning")
    window.deeds["new_file"].trigger()
    assert window.session.desk.editor.document.path.name == "Ny förvaltning.qpd"
    assert len(window.session.desk.editor.register.children()) == 1
    assert window.session.desk.details.item == window.session.desk.plan


def test_a_file_that_is_no_plan_file_is_left_alone(window, told, tmp_path):
    path = tmp_path / "annat.qpd"
    path.write_bytes(b"\x00" * 5_000)
    assert not window.filing.opening.open(path)
    assert told
    assert path.read_bytes() == b"\x00" * 5_000
    assert window.session is not None  # what was open stays open


@pytest.fixture
def gone(window, monkeypatch, tmp_path):
    """A file that was open and has been taken away; answers what is asked about it."""
    path = tmp_path / "Borta.qpd"
    window.memory.remember_file(path)
    asked = []

    def answer(word):
        def ends(box):
            asked.append(box.text())
            button = next(b for b in box.buttons() if b.text().replace("&", "").startswith(word))
            button.click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", ends)
        return asked

    return path, answer


def test_a_file_that_is_gone_is_told_and_never_begun_anew(window, gone):
    path, answer = gone
    asked = answer("Avbryt")
    assert not window.filing.opening.open(path)
    assert "Borta.qpd hittas inte" in asked[0]
    assert not path.exists()
    assert path in window.memory.recent  # the share may be back tomorrow


def test_a_file_that_is_gone_can_be_forgotten(window, gone):
    path, answer = gone
    answer("Ta bort")
    assert not window.filing.opening.open(path)
    assert path not in window.memory.recent


def test_a_file_that_was_moved_can_be_found_again(window, gone, chosen, paths, tmp_path):
    path, answer = gone
    moved = tmp_path / "Flyttad.qpd"
    Document(moved, paths).close()
    answer("Leta")
    chosen(moved)
    assert window.filing.opening.open(path)
    assert window.memory.recent[0] == moved
    assert path not in window.memory.recent


def test_a_file_is_read_beside_the_window_and_can_be_left_unread(window, monkeypatch, tmp_path):
    started, go_on = threading.Event(), threading.Event()
    before = window.session
    closed = []

    class Slow(Document):
        def __init__(self, *args, **values):
            started.set()
            go_on.wait(20)
            super().__init__(*args, **values)

        def close(self):
            closed.append(self)
            super().close()

    monkeypatch.setattr("qpdesk.services.document.Document", Slow)
    painted = QTimer()
    painted.timeout.connect(
        lambda: started.is_set() and (window.filing.opening.cancel(), go_on.set())
    )
    painted.start(0)
    assert not window.filing.opening.begin(tmp_path / "Långsam.qpd")
    painted.stop()
    assert window.session is before
    assert closed  # what was read all the same is let go of


def test_the_history_knows_who_works(window, chosen, paths, tmp_path):
    remember(paths, {"author": "Åsa Öberg"})
    chosen(tmp_path / "Ny.qpd")
    window.deeds["new_file"].trigger()
    document = window.session.editor.document
    assert {event.who for event in document.history()} == {"Åsa Öberg"}


def test_files_opened_last_are_listed(window, register):
    window.deeds.recent.aboutToShow.emit()
    titled(register, "Hemtjänst")
    assert isinstance(window.deeds.recent.actions(), list)


def test_the_start_page_says_which_recent_files_are_gone(window, tmp_path, qtbot):
    gone = tmp_path / "Borta.qpd"
    for path in (window.session.editor.document.path, gone):
        window.memory.remember_file(path)
    window.put_away()
    page = window._start
    qtbot.waitUntil(lambda: any(row.isVisible() for _, _, row in page._recent))
    rows = {path.name: (button, row) for path, button, row in page._recent}
    assert "Hittas inte" in rows["Borta.qpd"][0].description()
    assert not rows["Lillby.qpd"][1].isVisible()
    forget = next(
        b for b in rows["Borta.qpd"][1].findChildren(QPushButton) if "Ta bort" in b.text()
    )
    forget.click()
    assert gone not in window.memory.recent
    assert [path.name for path, _, _ in page._recent] == ["Lillby.qpd"]
