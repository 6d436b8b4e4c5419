import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog

from qpdesk.domain import edits
from qpdesk.domain.assessment import observations_of
from qpdesk.domain.nodes import Kind
from qpdesk.domain.rules import set_rules
from qpdesk.domain.scale import STANDARD
from qpdesk.gui.dialogs.series_import import SeriesImport
from qpdesk.gui.models.outcomes import FIELDS
from qpdesk.services.exporting import plan_as_json
from qpdesk.services.printing import Report, ReportKind, write_report
from tests.exchange.seeds import SEEDS, needs_seeds
from tests.gui.conftest import titled, type_text
from tests.gui.test_access import nameless
from tests.report.reading import Paper

OUTCOME, TARGET, N, REASON = (
    FIELDS.index(n) for n in ("outcome", "target", "n", "no_result_reason")
)
WRITTEN = [
    ("Stöd i rätt tid, medelvärde", [("VB 2023", "4,1", ""), ("D2 2025", "4,3", ""),
                                     ("VB 2025", "4,2", "4")]),
    ("Deltagare i kurs", [("2023", "209", ""), ("2025", "207", "")]),
    ("Andel trygga, %", [("VB 2024", "67 %", ""), ("VB 2025", "Antalet svar för lågt", "80")]),
    ("Antal utan utfall", []),
]  # fmt: skip
"""As printed follow-ups have them: gaps between years, words for a result, a target on the last."""


@pytest.fixture
def view(window):
    window._do("view_indicators")
    return window.pictures.made["view_indicators"].view


def enter(view, title, rows):
    """Make an indicator as a person does: name it, then type period by period."""
    view.add()
    name = view.details.form.editors["title"].widget
    assert name.hasFocus()
    name.selectAll()
    type_text(name, title)
    view.save()
    view._editor.attempt(edits.change, [view.indicator], "direction", "higher_is_better")
    if title.endswith("%"):
        view._editor.attempt(edits.change, [view.indicator], "unit", "percent")
    model = view.table.outcomes
    for row, (period, outcome, target) in enumerate(rows):
        assert model.setData(model.index(row, 0), period)
        for column, text in ((OUTCOME, outcome), (TARGET, target)):
            fits = any(character.isdigit() for character in text)
            if text:
                place = column if fits else REASON
                assert model.setData(model.index(model.row_of(last(view, period)), place), text)


def last(view, period):
    return next(o.id for o in reversed(view.table.outcomes.observations) if o.period == period)


def entered(view, register, tmp_path, written):
    """What is entered stands in the register, in the chart's words and in the printed follow-up."""
    for title, rows in written:
        enter(view, title, rows)
    plan = view._plan
    path = tmp_path / "uppföljning.pdf"
    write_report(register, Report(plan, ReportKind.FOLLOW_UP), path)
    paper = " ".join(text for _, text in Paper(path).lines())
    for title, rows in written:
        indicator = register[titled(register, title)]
        found = observations_of(register, indicator)
        assert [o.period for o in found] == [period for period, _, _ in rows]
        view._fill(indicator.id)
        words = view.chart.chart.words()
        assert title in paper
        for period, outcome, target in rows:
            for text in (period, outcome.replace(" %", "\N{NO-BREAK SPACE}%"), target):
                assert text in words
            assert outcome.removesuffix(" %") in paper
    return paper


def test_indicators_of_a_follow_up_are_entered_charted_printed_and_read_back(
    view, register, tmp_path
):
    paper = entered(view, register, tmp_path, WRITTEN)
    assert "Antalet svar för lågt" in paper
    view._fill(titled(register, WRITTEN[0][0]))
    assert "målet nått" in view.chart.chart.words()
    assert view.table.outcomes.index(2, len(FIELDS)).data().startswith("målet nått")


@needs_seeds
def test_the_published_follow_ups_indicators_are_entered_charted_printed(view, register, tmp_path):
    data = json.loads((SEEDS / "barn-unga-followup.json").read_text("utf-8"))
    written = []
    for number, one in enumerate(data["indicators"]):
        rows = [
            (str(o["period"]), shown(o.get("outcome")), shown(o.get("target")))
            for o in one["series"]
        ]
        if not rows:
            rows = [("VB 2022", "Antalet svar för lågt", "")]
        written.append((f"Indikator {number}", rows))
    assert len(written) == 9
    entered(view, register, tmp_path, written)


def shown(value):
    return "" if value is None else f"{value:g}".replace(".", ",")


def test_columns_copied_in_excel_are_pasted_as_one_edit(view, register, qtbot):
    stack = view._editor.undo_stack
    before = stack.count()
    indicator = view.indicator
    QGuiApplication.clipboard().setText(
        "Period\tEnhet i organisationen\tUtfall\n2026\t\t4,4\n2027\t\tför få svar\n"
    )
    view.table.setCurrentIndex(view.table.outcomes.index(1, 0))
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = observations_of(register, register[indicator])
    assert [(o.period, o.outcome, o.no_result_reason) for o in found] == [
        ("2025", 4.2, ""), ("2026", 4.4, ""), ("2027", None, "för få svar"),
    ]  # fmt: skip
    assert stack.count() == before + 1
    stack.undo()
    assert len(observations_of(register, register[indicator])) == 1
    assert view.table.outcomes.rowCount() == 2


def test_what_does_not_fit_is_refused_and_nothing_of_the_paste_is_done(view, register):
    refused = []
    view._editor.failed.connect(refused.append)
    QGuiApplication.clipboard().setText("2026\t\t4\tmånga\n")
    view.table.setCurrentIndex(view.table.outcomes.index(1, 0))
    view.table.paste()
    assert refused
    assert len(observations_of(register, register[view.indicator])) == 1


def test_outcomes_stand_in_order_of_time_and_free_periods_where_they_are_put(view):
    model = view.table.outcomes
    for period in ("D2 2025", "Enkät våren", "mars 2025", "VB 2024"):
        model.setData(model.index(model.rowCount() - 1, 0), period)
    shown = [model.index(row, 0).data() for row in range(model.rowCount() - 1)]
    assert shown == ["VB 2024", "mars 2025", "D2 2025", "Enkät våren", "2025"]


def test_delete_takes_outcomes_away_and_undo_brings_them_back(view, register, qtbot):
    view.table.setCurrentIndex(view.table.outcomes.index(0, 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.table.outcomes.rowCount() == 1
    view._editor.undo_stack.undo()
    assert view.table.outcomes.rowCount() == 2


def test_change_is_told_in_percentage_points(view, register):
    view._editor.attempt(edits.change, [view.indicator], "unit", "percent")
    model = view.table.outcomes
    for row, (period, value) in enumerate((("2026", "50"), ("2027", "52,5"))):
        model.setData(model.index(row + 1, 0), period)
        model.setData(model.index(row + 1, OUTCOME), value)
    assert "+2,5 procentenheter sedan 2026" in model.index(2, len(FIELDS)).data()


def test_few_answers_are_hidden_in_chart_table_and_json(view, register):
    model = view.table.outcomes
    model.setData(model.index(0, N), "3")
    assert "4,2" in view.chart.chart.words()
    view._editor.attempt(set_rules, scale=STANDARD, fewest=5)
    assert "4,2" not in view.chart.chart.words()
    assert "för få svar" in view.chart.chart.words()
    cells = [view.chart.table.item(0, c).text() for c in range(view.chart.table.columnCount())]
    assert "4,2" not in cells
    assert b"4.2" not in plan_as_json(register, view._plan)
    assert model.index(0, OUTCOME).data() == "4,2"  # who types it in still sees it


def test_the_chart_is_a_chart_with_its_values_to_a_screen_reader(window, view):
    interface = QAccessible.queryAccessibleInterface(view.chart.chart)
    assert interface.role() == QAccessible.Role.Chart
    assert "Nöjda brukare" in interface.text(QAccessible.Text.Name)
    assert "2025: utfall 4,2, mål 4,5, målet" not in interface.text(QAccessible.Text.Name)
    assert "utfall 4,2, mål 4,5" in interface.text(QAccessible.Text.Description)
    assert not nameless(QAccessible.queryAccessibleInterface(window))


def test_the_chart_is_drawn_without_need_of_colour_and_copied(view):
    view._editor.attempt(edits.change, [view.indicator], "unit", "scale_1_5")
    view.chart.chart.copy()
    image = QGuiApplication.clipboard().image().convertToFormat(QImage.Format.Format_Grayscale8)
    greys = {image.pixelColor(x, y).red() for x in range(0, image.width(), 3)
             for y in range(0, image.height(), 3)}  # fmt: skip
    assert min(greys) < 110
    assert max(greys) == 255
    assert view.chart.chart.as_png().startswith(b"\x89PNG")
    svg = view.chart.chart.as_svg().decode()
    assert "<svg" in svg
    assert "Nöjda brukare" in svg


def test_lines_instead_of_columns_and_a_table_instead_of_both(view):
    before = view.chart.chart.as_png()
    view.chart.lines.setChecked(True)
    assert view.chart.chart.as_png() != before
    view.chart.as_table.setChecked(True)
    assert view.chart.table.isVisible()
    heads = [view.chart.table.horizontalHeaderItem(c).text()
             for c in range(view.chart.table.columnCount())]  # fmt: skip
    assert heads == ["Period", "Utfall", "Mål", *heads[3:]]
    assert view.chart.table.item(0, 1).text() == "4,2"


def test_a_picture_is_saved_where_the_user_wants_it(window, view, tmp_path, monkeypatch):
    path = tmp_path / "bild.svg"
    chosen = (str(path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    view.chart._send()
    assert b"<svg" in path.read_bytes()


def test_a_series_is_taken_in_and_its_mapping_remembered(
    window, view, register, tmp_path, monkeypatch
):
    path = tmp_path / "värden.csv"
    path.write_text("År;Nöjdhet\n2026;4,4\n2027;4,5\n", encoding="cp1252")
    asked = []

    def answer(dialog):
        asked.append([choice.currentData() for choice in dialog.roles])
        dialog.roles[1].setCurrentIndex(dialog.roles[1].findData("outcome"))
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SeriesImport, "exec", answer)
    window.pictures.read_series(view.indicator, path)
    found = observations_of(register, register[view.indicator])
    assert [o.outcome for o in found] == [4.2, 4.4, 4.5]
    window.pictures.read_series(view.indicator, path)
    assert asked == [["period", ""], ["period", "outcome"]]
    assert window.session.editor.undo_stack.count() >= 2


def test_a_new_indicator_stands_under_the_same_area(view, register):
    view.add()
    node = register[view.indicator]
    assert node.area == "Hemtjänst"
    view.delete()
    assert node.id not in register
    assert len(register.children(view._plan, Kind.INDICATOR)) == 1
