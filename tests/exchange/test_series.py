import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from qpdesk.domain.nodes import Kind
from qpdesk.domain.order import NodeId
from qpdesk.domain.record import from_record, to_record
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from qpdesk.exchange.series import (
    Role,
    guessed_roles,
    indicators_in,
    read_series,
    to_remember,
)
from qpdesk.exchange.series_table import MOST_ROWS, read_table
from qpdesk.exchange.values import number
from tests.plans import AWKWARD

PARENT = NodeId("i")


def read(text, roles=None, indicator=""):
    table = read_table(text if isinstance(text, bytes) else text.encode())
    return read_series(table, roles or guessed_roles(table), PARENT, indicator)


def facts(series):
    return [(node.period, node.outcome) for node in series.nodes]


def codes(series):
    return [(finding.code, finding.text) for finding in series.findings]


def test_a_swedish_csv_with_all_its_columns():
    series = read(
        "Period;Enhet;Utfall;Mål;Antal svar;Anmärkning\n"
        "VB 2021;Norr;4,2;4;69;\n"
        "D2 2022;Norr;;4;;För få svar\n"
    )
    first, gap = series.nodes
    assert (first.period, first.organisational_unit) == ("VB 2021", "Norr")
    assert (first.outcome, first.target, first.n) == (4.2, 4, 69)
    assert (gap.outcome, gap.target, gap.no_result_reason) == (None, 4, "För få svar")
    assert series.findings == ()
    assert {node.place.parent for node in series.nodes} == {PARENT}
    assert all(one.place.key < other.place.key for one, other in pairwise(series.nodes))


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separators_and_encodings_are_told_from_the_file(separator, encoding):
    text = '"År","Värde"\r\n"2021","1 234,5"\r\n"2022","67 %"\r\n'.replace('","', f'"{separator}"')
    assert facts(read(text.encode(encoding))) == [("2021", 1234.5), ("2022", 67)]


def test_years_side_by_side():
    series = read("Kommun;2020;2021;Mål\nEkdalen;24;31;40\nLinavik;;28;\n")
    assert [(n.organisational_unit, n.period, n.outcome, n.target) for n in series.nodes] == [
        ("Ekdalen", "2020", 24, 40),
        ("Ekdalen", "2021", 31, 40),
        ("Linavik", "2021", 28, None),
    ]


def test_lines_above_the_heads_and_ignored_columns_are_told():
    series = read("Hämtat ur statistiken\n\nPeriod;Utfall;Kön\n2022;5;Alla\n")
    assert facts(series) == [("2022", 5)]
    assert codes(series) == [
        (Code.LOOSE_TEXT, "Hämtat ur statistiken"),
        (Code.UNKNOWN_COLUMN, "Kön"),
    ]


def test_words_for_a_figure_become_the_reason_and_a_finding():
    series = read("Period;Utfall;Mål;n\n2021;..;många;fler\n2022;för få svar;4;2,5\n")
    assert [node.no_result_reason for node in series.nodes] == ["..", "för få svar"]
    assert [node.n for node in series.nodes] == [None, None]
    assert sorted(codes(series)) == [
        (Code.NO_OWNER, "2,5"),
        (Code.NO_OWNER, "fler"),
        (Code.NO_OWNER, "många"),
        (Code.UNREADABLE_VALUE, ".."),
        (Code.UNREADABLE_VALUE, "för få svar"),
    ]


def test_one_indicator_of_several():
    text = "Nyckeltal;År;Värde\nN1;2021;1\nN2;2021;2\nN1;2022;3\n"
    table = read_table(text.encode())
    roles = guessed_roles(table)
    assert indicators_in(table, roles) == ["N1", "N2"]
    assert facts(read(text, indicator="N1")) == [("2021", 1), ("2022", 3)]


def test_a_mapping_is_remembered_by_heads_whatever_their_order():
    table = read_table(b"A;B;C\n2022;7;x\n")
    roles = (Role.PERIOD, Role.OUTCOME, Role.IGNORED)
    remembered = to_remember(table, roles)
    again = read_table(b"B;period;A;C\n7;-;2022;x\n")
    assert guessed_roles(again, remembered) == (
        Role.OUTCOME, Role.PERIOD, Role.PERIOD, Role.IGNORED,
    )  # fmt: skip
    table = read_table(b"Utfall;2022\n7;2\n")
    assert guessed_roles(table, {"utfall": "", "2022": "nonsense"}) == (
        Role.IGNORED, Role.OUTCOME_IN_HEAD,
    )  # fmt: skip


def test_an_excel_file():
    book = Workbook()
    sheet = book.active
    sheet.append(["Uppföljning"])
    sheet.append(["Period", "Utfall", "Mål"])
    sheet.append(["VB 2022", 0.67, "=1+1"])
    sheet["B3"].number_format = "0%"
    data = io.BytesIO()
    book.save(data)
    series = read(data.getvalue())
    assert facts(series) == [("VB 2022", 67)]
    assert (Code.LOOSE_TEXT, "Uppföljning") in codes(series)
    assert Code.NO_CACHED_VALUE in {finding.code for finding in series.findings}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \n ", Reason.EMPTY),
        (b"\x00\x01\x02;\x00", Reason.UNKNOWN_FORMAT),
        (b"\xd0\xcf\x11\xe0 old", Reason.OLD_FORMAT),
        (b"PK\x03\x04 no zip", Reason.DAMAGED),
        (b"one column\n1\n2\n", Reason.NOTHING_FOUND),
        (b"a;b\n" + b"x" * 200_000 + b";1\n", Reason.DAMAGED),
        (b"a;b\n" + b"1;2\n" * (MOST_ROWS + 1), Reason.TOO_LARGE),
        (b";".join([b"1"] * 300) + b"\n", Reason.TOO_LARGE),
        (b"\xff\xfe\x00", Reason.UNKNOWN_FORMAT),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(ImportFailed) as told:
        read_table(data)
    assert told.value.reason is reason


def test_too_many_bytes_are_refused_before_anything_is_read():
    with pytest.raises(ImportFailed) as told:
        read_table(b"a;b\n" * 2**22 + b"1")
    assert told.value.reason is Reason.TOO_LARGE


_cell = (
    st.sampled_from(AWKWARD)
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
    | st.sampled_from(["", "2022", "4,2", "VB 2021"])
)


@given(st.lists(st.lists(_cell, min_size=1, max_size=5), min_size=1, max_size=6), st.randoms())
def test_any_table_is_read_or_refused_and_no_cell_vanishes(rows, random):
    data = "\n".join(";".join(f'"{cell.replace(chr(34), "")}"' for cell in row) for row in rows)
    try:
        table = read_table(data.encode())
    except ImportFailed:
        return
    roles = tuple(random.choice(list(Role)) for _ in table.heads)
    series = read_series(table, roles, PARENT)
    for node in series.nodes:
        assert from_record(Kind.OBSERVATION, node.id, node.place, to_record(node)) == node
    kept = "\n".join(
        [
            *(finding.text for finding in series.findings),
            *(f"{node.period}\n{node.organisational_unit}" for node in series.nodes),
            *(f"{node.no_result_reason}" for node in series.nodes),
        ]
    )
    figures = {n for node in series.nodes for n in (node.outcome, node.target, node.n)}
    for line in table.lines:
        for cell, role in zip(line.cells, roles, strict=True):
            if role not in {Role.IGNORED, Role.INDICATOR}:
                assert cell in kept or number(cell) in figures


def test_a_row_without_any_figure_is_told():
    series = read("Kommun;2020;2021\nEkdalen;;\n")
    assert codes(series) == [(Code.LOOSE_TEXT, "Ekdalen")]
