"""Word takes the files without a word about repair, and they say what they are."""

import re
import shutil
import subprocess

import pytest

from qpdesk.domain.nodes import PlanState, Status
from qpdesk.exchange.packing import packed
from qpdesk.report.badges import FILLS, SIGNS, STATUS_COLOURS, STATUS_FILL, Band
from qpdesk.report.kinds import ReportKind
from qpdesk.report.looks import INK
from qpdesk.report.word.document import write_word
from tests.report.example import example
from tests.report.word_faults import faults
from tests.report.word_reading import W, WordFile, unpacked

OFFICE = shutil.which("soffice")


def written(kind=ReportKind.PLAN, state=PlanState.DRAFT):
    return packed(write_word(*example(state), kind))


def order_of_properties(xml):
    return re.sub(rb'(<w:pStyle w:val="QPCoverFact"/>)(<w:pBdr>.*?</w:pBdr>)', rb"\2\1", xml)


def separator_lost(xml):
    return xml.replace(b'w:id="-1"', b'w:id="9"')


def relation_lost(xml):
    return xml.replace(b'Target="numbering.xml"', b'Target="listor.xml"')


def link_to_a_script(xml):
    return xml.replace(b'Target="mailto:', b'Target="javascript:')


def cell_lost(xml):
    return re.sub(rb"<w:tc>(?:(?!</w:tc>).)*</w:tc></w:tr>", b"</w:tr>", xml, count=1)


def merge_from_nothing(xml):
    return xml.replace(b'<w:vMerge w:val="restart"/>', b"", 1)


def head_unmarked(xml):
    return xml.replace(b"<w:tblHeader/>", b"", 1)


def field_open(xml):
    return xml.replace(b'<w:fldChar w:fldCharType="end"/>', b"", 1)


def field_of_a_stranger(xml):
    return xml.replace(b" NOTEREF ", b" INCLUDETEXT ", 1)


def bookmark_twice(xml):
    return xml.replace(b"_Toc00000002", b"_Toc00000001")


def kind_unsaid(xml):
    return xml.replace(b"/word/footnotes.xml", b"/word/noter.xml")


def style_unknown(xml):
    return xml.replace(b'w:val="QPCell"', b'w:val="QPKell"', 1)


@pytest.mark.parametrize(
    ("part", "mutate"),
    [
        ("word/document.xml", order_of_properties),
        ("word/footnotes.xml", separator_lost),
        ("word/_rels/document.xml.rels", relation_lost),
        ("word/_rels/document.xml.rels", link_to_a_script),
        ("word/document.xml", cell_lost),
        ("word/document.xml", merge_from_nothing),
        ("word/document.xml", head_unmarked),
        ("word/document.xml", field_open),
        ("word/document.xml", field_of_a_stranger),
        ("word/document.xml", bookmark_twice),
        ("[Content_Types].xml", kind_unsaid),
        ("word/document.xml", style_unknown),
    ],
)
def test_what_word_would_repair_is_noticed(part, mutate):
    parts = unpacked(written())
    assert not faults(parts)
    changed = mutate(parts[part])
    assert changed != parts[part]
    assert faults(parts | {part: changed})


def test_it_says_what_it_is_and_in_which_language():
    parts = unpacked(written())
    core = parts["docProps/core.xml"].decode()
    assert "<dc:title>Kvalitetsplan 2026 för äldre</dc:title>" in core
    assert "<dc:creator>Vätterås kommun</dc:creator>" in core
    assert "Diarienummer ÄN 2026/0012" in core
    assert b'<w:lang w:val="sv-SE"' in parts["word/styles.xml"]


def test_headings_and_lists_have_the_names_that_word_knows():
    styles = WordFile(written()).xml("word/styles.xml")
    names = {
        style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val")
        for style in styles.iter(f"{W}style")
    }
    for level in range(1, 7):
        assert names[f"Heading{level}"] == f"heading {level}"
    assert names["Title"] == "Title"
    assert names["ListBullet"] == "List Bullet"
    assert names["FootnoteText"] == "footnote text"


def test_tables_lie_on_wide_pages_and_running_text_stands_on_upright_ones():
    document = WordFile(written()).body
    wide = [size.get(f"{W}orient") == "landscape" for size in document.iter(f"{W}pgSz")]
    assert wide == [False, False, True, False]  # cover and contents, chapters, tables, indicators


def test_the_pages_are_counted_but_for_the_cover():
    parts = unpacked(written())
    for number in (1, 2):
        foot = parts[f"word/footer{number}.xml"].decode()
        assert re.search(r"Sida .* PAGE .* av .* NUMPAGES ", foot)
    assert parts["word/document.xml"].count(b"<w:titlePg/>") == 1
    assert b"Kvalitetsplan" not in parts["word/header3.xml"]


def test_marks_have_a_sign_and_can_be_read_on_their_tint():
    assert len(set(SIGNS.values())) == len(Band)
    assert all(INK.contrast(fill) > 4.5 for fill in FILLS.values())
    assert all(STATUS_COLOURS[status].contrast(STATUS_FILL) > 4.5 for status in Status)
    body = unpacked(written())["word/document.xml"].decode()
    assert all(f"{SIGNS[band]} Risknivå" in body for band in Band)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.slow
def test_another_office_opens_it_and_keeps_headings_notes_and_tables(tmp_path):
    path, out = tmp_path / "plan.docx", tmp_path / "out"
    path.write_bytes(written())
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [OFFICE, home, "--headless", "--convert-to", "docx", "--outdir", out, path]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    before, after = WordFile(path.read_bytes()), unpacked((out / "plan.docx").read_bytes())
    document = after["word/document.xml"]
    for tag, text in before.lines:
        if tag.startswith("H"):
            assert text.removesuffix("1").encode() in document
    assert document.count(b"<w:footnoteReference") == len(before.notes)
    tables = before.parts["word/document.xml"].count(b"<w:tbl>")
    assert tables == document.count(b"<w:tbl>") == document.count(b"<w:tblHeader")
