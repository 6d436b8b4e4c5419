"""Tables and texts on pages: nothing is lost where rows, cells and words meet the page's end."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest

from qpdesk.domain.nodes import (
    Area,
    Chapter,
    Control,
    Footnote,
    Holds,
    Indicator,
    Measure,
    Observation,
    Plan,
    PlanState,
    Risk,
)
from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from tests.plans import AWKWARD
from tests.report.expected import Expected
from tests.report.judges import all_faults
from tests.report.reading import Paper, squeezed
from tests.report.seeds import Grower
from tests.report.test_every_word import body

LONG = " ".join(f"Mening nummer {number} handlar om kontinuitetsplaner." for number in range(400))


@pytest.fixture
def grower():
    return Grower()


@pytest.fixture
def plan(grower):
    return grower.add(Plan, title="Kvalitetsplan", state=PlanState.ADOPTED)


@pytest.fixture
def printed(grower, plan, tmp_path):
    """Prints what has grown; every time judged, and read against the plan."""

    def print_it(kind=ReportKind.PLAN):
        register = grower.register()
        data = write(register, plan, kind).data
        path = tmp_path / "out.pdf"
        path.write_bytes(data)
        assert not all_faults(path)
        paper = Paper(BytesIO(data))
        assert body(paper) == Expected(register, plan, is_plan=kind is ReportKind.PLAN).lines
        assert not paper.unread
        return paper

    return print_it


def cells(paper):
    """The rows of all tables, as (tag, rows spanned, text) of each cell."""
    for row in paper.root.find("TR"):
        yield [(c.tag, c.attributes.get("/RowSpan", 1), squeezed(c.text)) for c in row.kids]


def test_a_cell_of_four_pages_is_one_cell(grower, plan, printed):
    area = grower.add(Area, plan, title="Område")
    risk = grower.add(Risk, area, title="Risk", level=9)
    grower.add(Measure, risk, title="Åtgärd", what_to_do=LONG)
    grower.add(Measure, risk, title="Nästa", what_to_do="Kort.")
    paper = printed()
    assert paper.pages >= 6
    assert [row[-1][2] for row in cells(paper)] == ["Vad ska göras?", LONG, "Kort."]


def test_a_risk_longer_than_its_rows_goes_on_over_pages(grower, plan, printed):
    area = grower.add(Area, plan, title="Område")
    risk = grower.add(Risk, area, title="Risk", level=2, rationale=LONG)
    for number in range(3):
        grower.add(Measure, risk, title=f"Åtgärd {number}")
    paper = printed()
    assert paper.pages >= 6
    spans = [row[0][:2] for row in cells(paper)]
    assert spans[1] == ("TH", 3)


def test_a_long_control_beside_its_many_measures(grower, plan, printed):
    area = grower.add(Area, plan, title="Område")
    risk = grower.add(Risk, area, title="Risk")
    control = grower.add(Control, risk, title="Kontroll", purpose=LONG[:4000], method=LONG[:9000])
    for number in range(40):
        grower.add(Measure, control, title=f"Åtgärd {number}", what_to_do=LONG[:300])
    grower.add(Control, risk, title="Ensam")
    rows = list(cells(printed()))
    assert len(rows) == 42
    assert [cell[:2] for cell in rows[1][:3]] == [("TH", 41), ("TD", 40), ("TD", 40)]


def test_three_hundred_items_in_one_risk(grower, plan, printed):
    area = grower.add(Area, plan, title="Område")
    risk = grower.add(Risk, area, title="En risk med mycket under sig", level=16)
    for number in range(150):
        grower.add(Control, risk, title=f"Kontroll {number}", purpose="Ett syfte.")
        grower.add(Measure, risk, title=f"Åtgärd {number}", what_to_do="Något ska göras.")
    paper = printed()
    rows = list(cells(paper))
    assert rows[1][0][:2] == ("TH", 150)
    assert {len(row) for row in rows[2:]} == {4}
    reminders = ["mycket under sig (forts.)" in squeezed("".join(p)) for p in paper.artifacts]
    assert sum(reminders) == paper.pages - 3  # cover, contents, and where the risk itself stands


def test_heads_of_columns_are_read_once_and_seen_on_every_page(grower, plan, printed):
    area = grower.add(Area, plan, title="Område")
    for number in range(60):
        grower.add(Risk, area, title=f"Risk {number}", level=4, rationale="Därför.")
    paper = printed()
    heads = [text for tag, text in paper.lines() if (tag, text) == ("TH", "Egenkontroll")]
    assert heads == ["Egenkontroll"]
    repeated = ["Egenkontroll" in page for page in paper.artifacts]
    assert repeated == [False] * 3 + [True] * (paper.pages - 3)


def test_a_word_of_two_hundred_letters_stays_in_its_cell_and_whole(grower, plan, printed):
    word = "Kvalitetsledningssystemsuppföljning" * 6
    area = grower.add(Area, plan, title=word)
    risk = grower.add(Risk, area, title=word, rationale=word)
    grower.add(Measure, risk, title=word + "[^n]", what_to_do=word)
    grower.add(Footnote, plan, key="n", text=word)
    grower.add(Chapter, plan, title=word, text=f"https://exempel.se/{word}?a={word}")
    printed()


def test_hostile_texts_are_texts(grower, plan, printed):
    hostile = (
        *AWKWARD,
        "<a href='javascript:alert(1)'>Klicka</a>",
        "javascript:alert(1) file:///etc/passwd",
        "\\n(parentes) \\( ) %PDF-1.4 endstream endobj",
        "&amp; &#0; <![CDATA[ ]]> ]]",
        "${jndi:ldap://x} {0} %s {title}",
        "\N{RIGHT-TO-LEFT OVERRIDE}omvänt\N{POP DIRECTIONAL FORMATTING}",
        "\N{GRINNING FACE WITH SMILING EYES} \N{LARGE GREEN CIRCLE} 漢字 \ue123",
    )
    area = grower.add(Area, plan, title=hostile[0])
    for text in hostile:
        grower.add(Chapter, plan, title=text, text=text)
        risk = grower.add(Risk, area, title=text, level=1, rationale=text)
        grower.add(Measure, risk, title=text, what_to_do=text)
        indicator = grower.add(Indicator, plan, title=text, area=text, comment=text)
        grower.add(Observation, indicator, period=text, outcome=1, no_result_reason=text)
    printed()
    with pikepdf.open(BytesIO(write(grower.register(), plan, ReportKind.PLAN).data)) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                assert "/Dest" in link or str(link.A.URI).startswith(("https://", "mailto:"))


def test_control_characters_that_came_in_all_the_same_do_not_break_the_file(tmp_path):
    grower = Grower()
    plan = grower.add(Plan, title="Plan\x00 med\x1b fel\ud800", municipality="\x07")
    grower.add(Chapter, plan, title="\x00", text="a\x00b\x1fc\ud800d\ufffee")
    path = tmp_path / "out.pdf"
    written = write(grower.register(), plan, ReportKind.PLAN)
    path.write_bytes(written.data)
    assert not all_faults(path)
    texts = [text for _, text in Paper(path).lines()]
    assert "a\ufffdb\ufffdc\ufffdd\ufffde" in texts


def test_what_no_face_can_show_is_told_and_still_read(grower, plan, printed):
    grower.add(Chapter, plan, title="Tecken", text="Ett 漢 tecken")
    written = write(grower.register(), plan, ReportKind.PLAN)
    assert written.missing == ("漢",)
    assert ("P", "Ett 漢 tecken") in printed().lines()


def test_signs_beyond_the_first_face_are_shown_with_the_spare_one(grower, plan, printed):
    grower.add(Chapter, plan, title="Tecken", text="א ◐ Ж " + normalize("NFD", "åäö"))
    assert not write(grower.register(), plan, ReportKind.PLAN).missing
    assert ("P", "א ◐ Ж åäö") in printed().lines()


def test_the_same_plan_gives_the_same_bytes(grower, plan):
    grower.add(Chapter, plan, title="Kapitel", text=LONG, holds=Holds.AREAS)
    area = grower.add(Area, plan, title="Område")
    grower.add(Risk, area, title="Risk ● 漢", level=9)
    register = grower.register()
    first = write(register, plan, ReportKind.PLAN, attachment=b"{}")
    assert write(register, plan, ReportKind.PLAN, attachment=b"{}") == first


def test_notes_are_numbered_in_reading_order_and_linked_both_ways(grower, plan, printed):
    for key in "abc":
        grower.add(Footnote, plan, key=key, text=f"Not {key}")
    grower.add(Chapter, plan, title="Kapitel", text="Först b[^b], sedan a[^a] och b igen[^b].")
    area = grower.add(Area, plan, title="Område")
    grower.add(Measure, area, title="Åtgärd[^c]")
    paper = printed()
    notes = [squeezed(note.text) for note in paper.root.find("Note")]
    assert notes == ["1 Not b", "2 Not a", "3 Not c"]
    ids = [note.attributes["/ID"] for note in paper.root.find("Note")]
    assert len(set(ids)) == 3
    with pikepdf.open(BytesIO(write(grower.register(), plan, ReportKind.PLAN).data)) as pdf:
        descriptions = [
            str(link.Contents) for page in pdf.pages for link in page.get("/Annots", [])
        ]
    assert [text for text in descriptions if "not" in text.lower() and "sida" not in text] == [
        "Till not 1",
        "Till not 2",
        "Till not 1",
        "Tillbaka till texten från not 1",
        "Tillbaka till texten från not 2",
        "Till not 3",
        "Tillbaka till texten från not 3",
    ]


def test_links_lead_where_they_say(grower, plan, printed):
    text = "Se https://exempel.se/sida?a=å&b=1. Skriv till namn.efternamn@exempel.se!"
    grower.add(Chapter, plan, title="Kapitel", text=text)
    printed()
    with pikepdf.open(BytesIO(write(grower.register(), plan, ReportKind.PLAN).data)) as pdf:
        addresses = [
            str(link.A.URI)
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if "/A" in link
        ]
    assert addresses == [
        "https://exempel.se/sida?a=%C3%A5&b=1",
        "mailto:namn.efternamn@exempel.se",
    ]


def test_ten_times_the_rows_are_about_ten_times_the_pages(grower, plan):
    def pages(areas):
        grown = Grower()
        top = grown.add(Plan, title="Plan")
        for number in range(areas):
            area = grown.add(Area, top, title=f"Område {number}")
            for _ in range(10):
                grown.add(Risk, area, title="Risk", level=4)
        return write(grown.register(), top, ReportKind.PLAN)

    few, many = pages(3), pages(30)
    assert 5 < many.pages / few.pages < 10.5
    assert len(many.data) / len(few.data) < 10.5


def test_an_empty_plan_is_a_document_too(grower, plan, printed):
    assert printed().pages == 2


def test_settings_of_reportlab_do_not_reach_us(tmp_path):
    script = (
        "import sys\n"
        "from qpdesk.report.document import write; from qpdesk.report.kinds import ReportKind\n"
        "from qpdesk.domain.register import Register; from qpdesk.domain.nodes import Plan\n"
        "from qpdesk.domain.order import Place\n"
        "plan = Plan(id='p' * 32, place=Place(None, '1'), title='Plan')\n"
        "sys.stdout.buffer.write(write(Register([plan]), plan, ReportKind.PLAN).data)\n"
    )
    mark = tmp_path / "was run"
    home = tmp_path / "home"
    home.mkdir()
    (home / ".reportlab_settings").write_text(f"open({str(mark)!r}, 'w')\nuseA85 = 1\n")
    disturbed = {
        "HOME": str(home),
        "RL_useA85": "1",
        "RL_pageCompression": "x",
        "RL_invariant": "0",
    }
    files = [
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | settings,
            capture_output=True,
            check=True,
        ).stdout
        for settings in ({}, disturbed)
    ]
    assert files[0] == files[1]
    assert not mark.exists()
