"""An Excel plan: heads wherever they stand, merged cells, formulas, several sheets."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from qpdesk.domain.nodes import Kind, Status
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from tests.exchange.trees import codes, of, outline, reading_of
from tests.exchange.word_files import zipped

HEAD = ["Område", "Risk", "Risknivå", "Egenkontroll", "Syfte", "Åtgärd", "Vad ska göras?", "Status"]


def book(*sheets, change=lambda _book: None):
    """The bytes of a workbook; each sheet is (name, rows)."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    change(workbook)
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def plan(*rows, change=lambda _book: None):
    return reading_of(book(("Blad1", rows), change=change), "filnamn")


def test_a_risk_written_out_in_each_row_is_one_risk_and_a_control_too():
    reading = plan(
        ["Kvalitetsplan 2031 äldre"],
        [],
        HEAD,
        ["Hemtjänst", "Nycklar försvinner", 8, "Stickprov", "Se", None, None, None],
        ["Hemtjänst", "Nycklar försvinner", 8, None, None, "Nytt skåp", "Köp.", "✓"],
        ["Hemtjänst", "Nycklar försvinner", 8, None, None, "Nytt skåp", "Köp två.", "Pågår"],
        ["Hemtjänst", None, None, "Andel planer", None, None, None, None],
        ["Hemtjänst", None, None, "Andel planer", None, "Revidera", None, "Utgått - såld"],
        ["Boende", "Nycklar försvinner", "Risknivå 6", None, None, None, None, None],
    )

    assert outline(reading) == [
        "area Hemtjänst",
        "  risk Nycklar försvinner (8)",
        "    control Stickprov",
        "    measure Nytt skåp",
        "    measure Nytt skåp",
        "  control Andel planer",
        "    measure Revidera",
        "area Boende",
        "  risk Nycklar försvinner (6)",
    ]
    assert codes(reading, Code.REPEATED_ITEM) == ["Nycklar försvinner", "Andel planer"]
    statuses = [(one.status, one.status_reason) for one in of(reading, Kind.MEASURE)]
    assert statuses == [
        (Status.COMPLETED, ""),
        (Status.ONGOING, ""),
        (Status.DISCONTINUED, "såld"),
    ]
    assert (reading.nodes[0].title, reading.nodes[0].year) == ("Kvalitetsplan 2031 äldre", 2031)


def test_merged_cells_continue_the_item():
    def merge(workbook):
        workbook["Blad1"].merge_cells("A2:A4")
        workbook["Blad1"].merge_cells("B2:B3")

    reading = plan(
        HEAD,
        ["Hemtjänst", "Brist", 9, None, None, "Ett", None, None],
        [None, None, None, None, None, "Två", None, None],
        [None, None, None, None, None, "Tre", None, None],
        change=merge,
    )

    assert outline(reading) == [
        "area Hemtjänst",
        "  risk Brist (9)",
        "    measure Ett",
        "    measure Två",
        "  measure Tre",
    ]


def test_areas_as_rows_of_their_own():
    def embolden(workbook):
        for place in ("A2", "A4"):
            workbook["Blad1"][place].font = Font(bold=True)

    reading = plan(
        ["Risk", "Egenkontroll", "Åtgärd"],
        ["Hemtjänst"],
        ["Brist", "Prov", "Gör"],
        ["Boende"],
        ["Fel", None, None],
        change=embolden,
    )

    assert [line for line in outline(reading) if line.startswith("area")] == [
        "area Hemtjänst",
        "area Boende",
    ]


def test_without_any_area_the_sheet_s_name_is_the_area_and_several_sheets_are_read():
    sheet = [["Risk", "Åtgärd"], ["Brist", "Gör"]]
    reading = reading_of(book(("Hemtjänst", sheet), ("Boende", sheet)), "fil")

    assert [area.title for area in of(reading, Kind.AREA)] == ["Hemtjänst", "Boende"]
    assert len(codes(reading, Code.NO_HEADING)) == 2
    assert reading.nodes[0].title == "fil"
    assert codes(reading, Code.GUESSED_TITLE) == ["fil"]


def test_indicators_with_their_observations():
    rows = [
        ["Område", "Kvalitetsindikator", "Period", "Utfall", "Mål", "Kommentar"],
        ["Boende", "Trivsel (skala 1-5)", "VB 2030", 4.2, None, "Bra."],
        ["Boende", "Trivsel (skala 1-5)", "VB 2031", "4,3", 4, None],
        ["Boende", "Andel nöjda", "2031", 0.67, "minst 80 %", None],
        ["Hemtjänst", "Utan siffror", None, None, None, "Antalet svar för lågt."],
    ]

    def as_percent(workbook):
        workbook["Mått"]["D4"].number_format = "0%"

    reading = reading_of(book(("Mått", rows), change=as_percent), "fil")

    assert [(one.area, one.title, one.comment) for one in of(reading, Kind.INDICATOR)] == [
        ("Boende", "Trivsel (skala 1-5)", "Bra."),
        ("Boende", "Andel nöjda", ""),
        ("Hemtjänst", "Utan siffror", "Antalet svar för lågt."),
    ]
    seen = [
        (one.period, one.outcome, one.target, one.note) for one in of(reading, Kind.OBSERVATION)
    ]
    assert seen == [
        ("VB 2030", 4.2, None, ""),
        ("VB 2031", 4.3, 4, ""),
        ("2031", 67, None, "Mål: minst 80 %"),
    ]


def test_formulas_are_never_run_and_those_without_a_value_are_reported():
    reading = plan(["Risk", "Åtgärd"], ["Brist", '=HYPERLINK("http://evil", "x")'])

    assert codes(reading, Code.NO_CACHED_VALUE) == ['=HYPERLINK("http://evil", "x")']
    assert outline(reading) == ["area Blad1", "  risk Brist"]


def test_a_formula_s_saved_value_is_used():
    data = book(("Blad1", [["Risk", "Risknivå"], ["Brist", "=3*4"]]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"<v></v>", b"<v>12</v>").replace(b"<v />", b"<v>12</v>")
    reading = reading_of(zipped(parts))

    assert of(reading, Kind.RISK)[0].level == 12
    assert codes(reading, Code.FORMULA) == ["=3*4: 12"]


def test_comments_hidden_sheets_and_sheets_about_something_else_are_reported():
    def change(workbook):
        workbook["Blad1"]["A2"].comment = Comment("Är det så?", "Åsa")
        workbook["Dold"].sheet_state = "hidden"

    sheets = [
        ("Blad1", [["Risk", "Åtgärd"], ["Brist", "Gör"]]),
        ("Dold", [["Telefonlista"], ["Åsa", "0123"]]),
    ]
    reading = reading_of(book(*sheets, change=change), "fil")

    assert codes(reading, Code.COMMENT) == ["Är det så?"]
    assert codes(reading, Code.HIDDEN) == ["Dold"]
    assert codes(reading, Code.UNKNOWN_TABLE) == ["Telefonlista", "Åsa | 0123"]


def test_a_cell_far_away_costs_nothing():
    def far(workbook):
        workbook["Blad1"]["XFD1048576"] = "långt bort"

    reading = plan(["Risk", "Åtgärd"], ["Brist", "Gör"], change=far)

    assert reading.counts[Kind.RISK] == 1


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("junk", [b"<a", b"", b"\xff\xfe\x00", b"<workbook/>"])
def test_a_damaged_part_is_told(name, junk):
    data = book(("Blad1", [["Risk", "Åtgärd"], ["Brist", "Gör"]]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}

    with pytest.raises(ImportFailed) as failure:
        reading_of(zipped(parts | {name: junk}))

    assert failure.value.reason in {Reason.DAMAGED, Reason.NOTHING_FOUND}
