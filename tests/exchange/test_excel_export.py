"""Our own Excel file: back without loss, also after edits in Excel; texts are never formulas."""

import io

import pytest
from hypothesis import Phase, given, settings
from openpyxl import load_workbook

from qpdesk.domain.nodes import Area, Control, Kind, Measure, Plan, Risk, Status
from qpdesk.domain.order import NodeId, Place
from qpdesk.domain.record import FIELDS
from qpdesk.domain.register import Register
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from qpdesk.exchange.sheet_words import HEADS, KINDS, fields_in, word_of
from qpdesk.exchange.sheet_writing import LONGEST_CELL, export_workbook
from tests.exchange.test_plan_format import told
from tests.exchange.trees import codes, of, reading_of
from tests.plans import registers

PLAN = NodeId("1" * 32)


@pytest.fixture
def register():
    plan = Plan(id=PLAN, place=Place(None, "1"), title="Plan", year=2031)
    area = Area(id=NodeId("2" * 32), place=Place(PLAN, "1"), title="Hemtjänst")
    risk = Risk(id=NodeId("3" * 32), place=Place(area.id, "1"), title="Brist", level=9)
    control = Control(id=NodeId("4" * 32), place=Place(risk.id, "1"), title="Prov")
    measure = Measure(id=NodeId("5" * 32), place=Place(risk.id, "2"), title="Gör")
    return Register([plan, area, risk, control, measure])


def edited(data, change):
    """The file after someone has been at it in Excel."""
    book = load_workbook(io.BytesIO(data))
    change(book["Risker och åtgärder"])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def column(sheet, head):
    return next(cell.column for cell in sheet[1] if cell.value == head)


@settings(phases=[Phase.generate], max_examples=12)  # shrinking workbooks takes minutes
@given(registers(plans=1, largest=12))
def test_the_plan_comes_back_without_loss_and_the_same_plan_gives_the_same_bytes(register):
    (plan,) = register.children()
    data = export_workbook(register, plan.id)

    reading = reading_of(data)

    assert told(Register(reading.nodes)) == told(register)
    assert not reading.findings
    assert export_workbook(Register(reading.nodes), plan.id) == data


def test_every_field_has_a_column_of_its_own():
    for kind in Kind:
        heads = [HEADS[name] for name in FIELDS[kind]]
        assert len(set(heads)) == len(heads)
    assert len(set(KINDS.values())) == len(Kind)
    assert fields_in("Fotnoter")[0] == "key"
    assert [word_of(status) for status in Status].count("") == 0


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+46",
        "-5",
        "@x",
        "'citat",
        "_x0041_",
        "\tx",
        " två  rader \n\n slut ",
        "#REF!",
        "1,5",
    ],
)
def test_awkward_texts_are_texts(register, text):
    control = register[NodeId("4" * 32)]
    nodes = [node for node in register.nodes() if node is not control]
    register = Register(
        [*nodes, Control(id=control.id, place=control.place, title="P", purpose=text)]
    )
    data = export_workbook(register, PLAN)

    assert of(reading_of(data), Kind.CONTROL)[0].purpose == text
    for sheet in load_workbook(io.BytesIO(data)):
        assert all(cell.data_type in {"s", "n"} for row in sheet.rows for cell in row)


def test_texts_that_no_cell_holds_go_on_below(register):
    long = "_x0041_ord " * LONGEST_CELL
    measure = register[NodeId("5" * 32)]
    nodes = [node for node in register.nodes() if node is not measure]
    measure = Measure(
        id=measure.id, place=measure.place, title="G", what_to_do=long, follow_up=long
    )

    reading = reading_of(export_workbook(Register([*nodes, measure]), PLAN))

    (again,) = of(reading, Kind.MEASURE)
    assert again.what_to_do == again.follow_up == long


def test_edits_in_excel_come_in_and_new_rows_are_new_items(register):
    def change(sheet):
        for row in sheet.iter_rows(min_row=2):
            if row[0].value == "åtgärd":
                row[column(sheet, "Status") - 1].value = "Klar"
        sheet.append(["åtgärd", None, None, "Ny åtgärd"])
        sheet.append(["egenkontroll", None, "2" * 32, "Ny kontroll"])
        sheet.append(["påhitt", None, None, "Vad är detta?"])
        sheet.cell(1, sheet.max_column + 1, "Egen kolumn")
        sheet.cell(2, sheet.max_column, "anteckning")

    reading = reading_of(edited(export_workbook(register, PLAN), change))

    measures, controls = of(reading, Kind.MEASURE), of(reading, Kind.CONTROL)
    assert {one.title: one.status for one in measures} == {
        "Gör": Status.COMPLETED,
        "Ny åtgärd": Status.NOT_STARTED,
    }
    assert controls[1].place.parent == "2" * 32
    assert codes(reading, Code.UNKNOWN_TABLE) == ["påhitt | Vad är detta?"]
    assert codes(reading, Code.UNKNOWN_COLUMN) == ["Egen kolumn: anteckning"]


@pytest.mark.parametrize(
    ("head", "value", "reason"),
    [
        ("Nivå", 7, Reason.WRONG_VALUE),
        ("Nivå", "hög", Reason.WRONG_VALUE),
        ("Status", "kanske", Reason.WRONG_VALUE),
        ("Rubrik", None, Reason.MISSING),
        ("Under", "1" * 32, Reason.WRONG_VALUE),
        ("Id", "2" * 32, Reason.TWICE),
    ],
)
def test_what_is_wrong_is_named_with_sheet_and_row(register, head, value, reason):
    def change(sheet):
        kind = "åtgärd" if head == "Status" else "risk"
        row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == kind)
        row[column(sheet, head) - 1].value = value
        if head == "Under":
            row[0].value = "resultat"

    with pytest.raises(ImportFailed) as failure:
        reading_of(edited(export_workbook(register, PLAN), change))

    assert failure.value.reason is reason
    assert failure.value.place.startswith("Risker och åtgärder[")


def test_a_file_without_a_plan_row_is_told(register):
    book = load_workbook(io.BytesIO(export_workbook(register, PLAN)))
    for name in book.sheetnames:
        book[name].delete_rows(2, 100)
    buffer = io.BytesIO()
    book.save(buffer)

    with pytest.raises(ImportFailed) as failure:
        reading_of(buffer.getvalue())

    assert failure.value.reason is Reason.NOTHING_FOUND


def test_only_a_plan_can_be_exported(register):
    with pytest.raises(KeyError):
        export_workbook(register, NodeId("2" * 32))
