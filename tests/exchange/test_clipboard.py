import contextlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qpdesk.domain.branches import Branches, taken
from qpdesk.domain.errors import NotPrintable
from qpdesk.domain.nodes import Kind, kind_of
from qpdesk.exchange.branch_format import Passage, read_branches, write_branches
from qpdesk.exchange.clip_table import table_of
from qpdesk.exchange.clip_text import as_html, as_tabbed, read_tabbed
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from qpdesk.exchange.html_tables import read_tables
from qpdesk.exchange.pasted import read_pasted
from tests.plans import cells, registers

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!-- td {mso-number-format:General; color:black;} <table> --></style></head><body>
<table border=0 cellpadding=0>
<!--StartFragment-->
 <tr height=20><td class=xl65>Risk</td><td class=xl65>Riskv&auml;rde</td>
  <td>Planerad &aring;tg&auml;rd</td><td>Ansvarig</td><td>Tidplan</td><td>Status</td></tr>
 <tr><td>Maten kommer
  f&ouml;r sent</td><td align=right>9</td><td>Ny k&ouml;rordning</td><td>Enhetschef</td>
  <td>2026-05-01</td><td>p&aring;g&aring;r</td></tr>
 <tr><td>Maten kommer f&ouml;r sent</td><td align=right>9</td>
  <td>Samtal<br style='mso-data-placement:same-cell'>med k&ouml;ket</td>
  <td>&nbsp;</td><td>12026-05-01</td><td></td></tr>
<!--EndFragment-->
</table></body></html>"""

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>
<p class=MsoNormal>Text f&ouml;re tabellen</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Risk</b><o:p></o:p></p></td>
<td><p>Egenkontroll</p></td><td><p>Syfte</p></td></tr>
<tr><td rowspan=2><p>Maten kommer f&ouml;r sent</p></td><td><p>M&auml;tning</p></td>
<td><p>Varm mat</p><p class=MsoListParagraph><![if !supportLists]><span>&middot;<span>&nbsp;&nbsp;
</span></span><![endif]>i tid</p></td></tr>
<tr><td><p>Stickprov</p></td><td><p></p></td></tr></table></body></html>"""


def told(pasted):
    return [(kind_of(n).value, getattr(n, "title", "")) for n in pasted.branches.nodes]


@given(registers(smallest=2))
def test_branches_come_back_as_they_were(register):
    ids = [node.id for node in register.walk() if node.place.parent is not None][:5]
    branches = taken(register, ids)
    if not branches.nodes:
        return
    passage = read_branches(write_branches(register, Passage(branches, "märke")))
    assert passage.mark == "märke"
    assert sorted(_stripped(passage.branches.nodes)) == sorted(
        _stripped(branches.nodes), key=lambda t: t[0]
    )
    assert {n.text for n in passage.branches.notes} == {n.text for n in branches.notes}


def _stripped(nodes):
    return [(node.id, type(node), _values(node)) for node in nodes]


def _values(node):
    return [getattr(node, name) for name in type(node).__slots__ if name not in {"id", "place"}]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"format": "qpdesk-branches", "version": 2}',
        b'{"format": "qpdesk-branches", "version": 1, "branches": 7}',
        b'{"format": "qpdesk-branches", "version": 1, "branches": [{"kind": "plan", "item": {}}]}',
        b'{"format": "qpdesk-branches", "version": 1, "branches": [{"kind": "risk", "item": 1}]}',
        b'{"format": "qpdesk-branches", "version": 1, "branches": [{"kind": "risk", "item": {}}]}',
        b'{"format": "qpdesk-branches", "version": 1, "branches": []}',
    ],
)
def test_other_things_under_our_name_are_refused(data):
    with pytest.raises(ImportFailed):
        read_branches(data)


@given(
    st.lists(
        st.lists(cells | st.sampled_from(("'=1", "\t", '"', '"a" b', "-5", "- a"))), min_size=1
    )
)
@example([['"']])
@example([["=1+1", "'=x"]])
def test_tabbed_text_comes_back(rows):
    rows = [[c for c in row if not c.startswith("'")] for row in rows]
    rows = [row for row in rows if row not in ([], [""])]
    assert read_tabbed(as_tabbed(rows)) == rows


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "- FREDA3"])
def test_no_cell_is_a_formula(text):
    assert as_tabbed([[text]]).lstrip('"').startswith("'")
    assert "mso-number-format:'\\@'" in as_html([["Rubrik"], [text]])
    assert as_tabbed([["-5"], ["4,2"]]) == "-5\n4,2"


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=5))
def test_html_is_read_back_by_our_own_reader(rows):
    grids, outside = read_tables(as_html([["Ett", "Två"], *rows]))
    assert outside == []
    seen = [[cell.text for cell in row.cells] for row in grids[0].rows[1:]]
    assert seen == [[_as_read(text) for text in row] for row in rows]


def _as_read(text):
    """Blanks in a row are one in HTML, and empty lines none."""
    lines = (" ".join(filter(None, line.split(" "))) for line in text.split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def test_markup_in_a_text_is_text():
    html = as_html([["<b>"], ['</td><script>x</script> & "q"']])
    assert "<script>" not in html
    grids, _ = read_tables(html)
    assert [row.cells[0].text for row in grids[0].rows] == ["<b>", '</td><script>x</script> & "q"']


def test_rows_from_excel_become_a_tree():
    pasted = read_pasted(EXCEL, "", Kind.MEASURE)
    assert pasted.has_heads
    assert told(pasted) == [
        ("risk", "Maten kommer för sent"),
        ("measure", "Ny körordning"),
        ("measure", "Samtal med köket"),
    ]
    risk, first, second = pasted.branches.nodes
    assert (risk.level, first.responsible, str(first.due), first.status) == (
        9,
        "Enhetschef",
        "2026-05-01",
        "ongoing",
    )
    assert second.due is None
    assert "loose_text" not in [finding.code for finding in pasted.findings]
    texts = [f.text for f in pasted.findings] + [second.what_to_do]
    assert any("12026-05-01" in text for text in texts)


def test_a_table_from_word_keeps_its_merged_cells_and_lists():
    pasted = read_pasted(WORD, "", Kind.MEASURE)
    assert told(pasted) == [
        ("risk", "Maten kommer för sent"),
        ("control", "Mätning"),
        ("control", "Stickprov"),
    ]
    assert pasted.branches.nodes[1].purpose == "Varm mat\n- i tid"
    assert (Code.LOOSE_TEXT, "Text före tabellen") in [(f.code, f.text) for f in pasted.findings]


def test_lines_without_heads_are_titles_and_lose_nothing():
    pasted = read_pasted("", "Ring köket\tEnhetschef\t2026-05-01\n- Boka möte\n\n", Kind.MEASURE)
    assert not pasted.has_heads
    assert told(pasted) == [("measure", "Ring köket"), ("measure", "Boka möte")]
    assert pasted.branches.nodes[0].what_to_do == "Enhetschef\n2026-05-01"


def test_the_heads_that_we_write_are_understood_again():
    for text in ("Område\tRisk\tÅtgärd\nNatt\tLarm\tÖva", "Egenkontroll\tSyfte\nMätning\tI tid"):
        assert read_pasted("", text, Kind.MEASURE).has_heads
    areas = read_pasted("", "Område\tRisk\tÅtgärd\nNatt\tLarm\tÖva", Kind.MEASURE)
    assert told(areas) == [("area", "Natt"), ("risk", "Larm"), ("measure", "Öva")]


@given(registers(smallest=4))
def test_a_copied_table_names_every_item_that_it_pastes(register):
    areas = [n.id for n in register.walk() if kind_of(n) is Kind.AREA]
    branches = taken(register, areas)
    table = table_of(branches)
    if len(table) == 1:
        return
    words = {cell for row in table for cell in row}
    for node in branches.nodes:
        if hasattr(node, "title"):
            assert node.title in words


def test_a_cell_of_any_length_is_kept_whole():
    long = "ordet " * 20_000 + "slut"
    pasted = read_pasted("", f"Åtgärd\tVad ska göras?\nKort\t{long}", Kind.RISK)
    assert pasted.branches.nodes[0].what_to_do == long
    assert read_pasted("", long, Kind.RISK).branches.nodes[0].title == long


@pytest.mark.parametrize("text", ["PK\x03\x04\0bild", "a\0b\tc"])
def test_binary_is_refused(text):
    with pytest.raises(NotPrintable):
        read_pasted("", text, Kind.MEASURE)
    with pytest.raises(NotPrintable):
        read_pasted(f"<table><tr><td>{text}</td></tr></table>", "", Kind.MEASURE)


def test_too_much_is_refused():
    for text in ("x\n" * 5_001, "x" * 10_000_001):
        with pytest.raises(ImportFailed) as failed:
            read_pasted("", text, Kind.MEASURE)
        assert failed.value.reason is Reason.TOO_LARGE
    with pytest.raises(ImportFailed):
        read_pasted("", " \n\t\n", Kind.MEASURE)
    with pytest.raises(ImportFailed):
        read_tables("<table>" + "<tr><td colspan=9999>x<td>y" * 2)


@pytest.mark.parametrize(
    "html",
    [
        "<" * 300_000,
        "<table><!--" * 50_000,
        "<table><style>" * 50_000,
        "<td " * 200_000,
        "<table>" * 100_000,
        "<table><tr><td>" + "&" * 500_000,
        '"\n' * 200_000,
    ],
)
def test_hostile_html_comes_to_an_end(html):
    """With a look back for each tag these would take hours."""
    with contextlib.suppress(ImportFailed, NotPrintable):
        read_pasted(html if "<" in html else "", html, Kind.MEASURE)


def test_nothing_is_an_empty_table():
    assert table_of(Branches(())) == [[]]
