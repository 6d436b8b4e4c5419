"""Every word of a plan is read in its Word files, item by item, in reading order."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qpdesk.domain.nodes import Area, Chapter, Control, Measure, Plan, PlanState, Risk
from qpdesk.exchange.packing import packed
from qpdesk.report.kinds import ReportKind
from qpdesk.report.word.document import write_word
from tests.plans import registers
from tests.report.example import example
from tests.report.seeds import FOLDER, Grower, seed
from tests.report.word_expected import ExpectedInWord
from tests.report.word_faults import faults
from tests.report.word_reading import WordFile, unpacked

kinds = pytest.mark.parametrize("kind", ReportKind)


def written(register, plan, kind):
    return packed(write_word(register, plan, kind))


def check(register, plan, kind):
    data = written(register, plan, kind)
    read, wanted = WordFile(data), ExpectedInWord(register, plan, kind=kind)
    assert read.lines == wanted.lines
    assert read.notes == wanted.said_notes
    assert not faults(unpacked(data))
    return read


@kinds
def test_of_a_plan_with_everything(kind):
    check(*example(), kind)


@settings(max_examples=25)
@given(registers(largest=14, plans=1), st.sampled_from(ReportKind))
def test_of_any_plan(register, kind):
    [plan] = register.children()
    check(register, plan, kind)


@pytest.mark.skipif(not FOLDER.exists(), reason="the published plans do not lie beside the repo")
@pytest.mark.parametrize("name", ["barn-unga-plan", "barn-unga-followup"])
@kinds
def test_of_a_published_plan(name, kind):
    check(*seed(name), kind)


@pytest.mark.parametrize("kind", [ReportKind.PLAN, ReportKind.FOLLOW_UP])
def test_the_cover_and_the_contents(kind):
    register, plan = example()
    read = WordFile(written(register, plan, kind))
    title = {
        ReportKind.PLAN: "Kvalitetsplan 2026 för äldre",
        ReportKind.FOLLOW_UP: "Uppföljning av kvalitetsplan 2026 för äldre",
    }
    assert read.cover == [
        ("P", "Vätterås kommun"),
        ("P", "Bilaga 2"),
        ("P", "Utkast"),
        ("P", title[kind]),
        ("Lbl", "•"),
        ("LBody", "Äldre i ordinärt boende"),
        ("Lbl", "•"),
        ("LBody", "Äldre i särskilt boende"),
        ("P", "Nämnd: Äldrenämnden"),
        ("P", "Förvaltning: Äldreförvaltningen"),
        ("P", "År: 2026"),
        ("P", "Diarienummer: ÄN 2026/0012"),
        ("P", "Beslutsdatum: 2026-02-03"),
        ("P", "Paragraf: § 14"),
        ("P", "Status: Utkast"),
    ]
    headings = [text for tag, text in read.lines if re.fullmatch("H[1-4]", tag)]
    listed = [text for _, text in read.contents]
    assert listed[0] == "Innehåll"
    titles = [heading.removesuffix("1") for heading in headings]
    assert listed[1:] == [title for title in titles if title != "Andel nöjda"]


def test_only_an_unadopted_plan_is_marked_as_a_draft():
    for state in PlanState:
        parts = unpacked(written(*example(state), ReportKind.PLAN))
        marks = [b'string="Utkast"' in parts[f"word/header{number}.xml"] for number in (1, 2, 3)]
        assert set(marks) == {state is PlanState.DRAFT}


HOSTILE = (
    "<w:p/> &amp; ]]> <!-- \" ' -->",
    "{ INCLUDETEXT c:\\\\hemligt } DDEAUTO cmd \\* MERGEFORMAT",
    "javascript:alert(1) file:///etc/passwd",
    "Noll \x00 klocka \x07 och \ud800 ensam, \ufffe inget tecken",
    "\N{GRINNING FACE} \N{ARABIC LETTER ALEF}\u202e vänt",
    "ord" * 70,
    "a\tb   c",
)


def test_hostile_texts_are_texts():
    grower = Grower()
    plan = grower.add(Plan, title=HOSTILE[0], registry_number=HOSTILE[1], municipality=HOSTILE[3])
    grower.add(Chapter, plan, title=HOSTILE[1], text="\n".join(HOSTILE))
    area = grower.add(Area, plan, title=HOSTILE[2], owner=HOSTILE[3])
    for text in HOSTILE:
        risk = grower.add(Risk, area, title=text, level=9, rationale=text)
        control = grower.add(Control, risk, title=text, purpose=text)
        grower.add(Measure, control, title=text, what_to_do=text)
    data = written(grower.register(), plan, ReportKind.PLAN)
    assert not faults(unpacked(data))
    said = "\n".join(text for _, text in WordFile(data).lines)
    for text in HOSTILE:
        seen = re.sub("[\x00\x07\ud800\ufffe]", "\N{REPLACEMENT CHARACTER}", text)
        seen = " ".join(seen.replace("\u202e", "").split())
        assert said.count(seen) >= 5


@pytest.mark.parametrize("count", [0, 1, 300])
def test_many_items_in_one_risk(count):
    grower = Grower()
    plan = grower.add(Plan, title="Kvalitetsplan")
    risk = grower.add(Risk, grower.add(Area, plan, title="Område"), title="Risken", level=4)
    for number in range(count):
        control = grower.add(Control, risk, title=f"Kontroll {number}")
        for half in "ab":
            grower.add(Measure, control, title=f"Åtgärd {number} {half}")
    for kind in ReportKind:
        check(grower.register(), plan, kind)


def test_the_same_plan_gives_the_same_bytes():
    assert written(*example(), ReportKind.PLAN) == written(*example(), ReportKind.PLAN)


def test_progress_can_stop_the_work():
    class Stopped(Exception):
        pass

    def stop(done, parts):
        raise Stopped

    with pytest.raises(Stopped):
        write_word(*example(), ReportKind.PLAN, progress=stop)


def heading_as_text(xml):
    return xml.replace(b'"Heading2"', b'"Normal"', 1)


def cells_swapped(xml):
    return re.sub(
        rb"(<w:tc>(?:(?!</w:tc>).)*</w:tc>)(<w:tc>(?:(?!</w:tc>).)*</w:tc>)", rb"\2\1", xml, count=1
    )


def word_lost(xml):
    return xml.replace(b"Loggkontroll", b"", 1)


def reference_lost(xml):
    return xml.replace(b'<w:footnoteReference w:id="1"/>', b"", 1)


def list_as_text(xml):
    return xml.replace(b'"ListBullet"', b'"Normal"', 1)


@pytest.mark.parametrize(
    "mutate", [heading_as_text, cells_swapped, word_lost, reference_lost, list_as_text]
)
def test_the_reading_notices(mutate):
    register, plan = example()
    parts = unpacked(written(register, plan, ReportKind.PLAN))
    changed = mutate(parts["word/document.xml"])
    assert changed != parts["word/document.xml"]
    wanted = ExpectedInWord(register, plan, is_plan=True)
    try:
        read = WordFile(packed(parts | {"word/document.xml": changed}))
    except AssertionError:
        return
    assert read.lines != wanted.lines
