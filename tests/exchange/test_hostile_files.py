"""Files that mean harm, or are something else: refused with a reason, and quickly."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qpdesk.exchange import draft, package
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code
from tests.exchange.trees import codes, reading_of
from tests.exchange.word_files import HEAD, W, docx, h, p, table, zipped

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
)
GOOD = docx(h("Hemtjänst"), table(HEAD, ("Brist", "", "", "Gör", "")))


def reason_of(data):
    with pytest.raises(ImportFailed) as failure:
        reading_of(data)
    return failure.value.reason


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/footnotes.xml"])
@pytest.mark.parametrize("xml", [BOMB, OUTSIDE, BOMB.encode("utf-16")])
def test_document_types_and_entities_are_refused(part, xml):
    assert reason_of(docx(parts={part: xml})) in {Reason.UNSAFE, Reason.DAMAGED}


def test_an_entity_bomb_in_a_workbook_is_refused():
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Override PartName="/xl/workbook.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    assert (
        reason_of(zipped({"[Content_Types].xml": types, "xl/workbook.xml": BOMB})) is Reason.UNSAFE
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert reason_of(docx(parts={"word/media/x": b"\0" * (110 * 2**20)})) is Reason.TOO_LARGE
    assert reason_of(docx(parts={"word/media/x": b"\0" * (20 * 2**20)})) is Reason.TOO_LARGE


def test_too_many_parts_are_refused():
    parts = {f"word/x{number}": "" for number in range(package.MOST_PARTS)}
    assert reason_of(docx(parts=parts)) is Reason.TOO_LARGE


def test_too_many_items_are_refused(monkeypatch):
    monkeypatch.setattr(draft, "MOST_ITEMS", 2)
    assert reason_of(GOOD) is Reason.TOO_LARGE


def test_very_deep_markup_is_refused_without_a_crash():
    deep = "<w:sdt><w:sdtContent>" * 3000 + p("x") + "</w:sdtContent></w:sdt>" * 3000
    assert reason_of(docx(deep)) is Reason.TOO_LARGE
    runs = "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000
    assert reason_of(docx(p(runs))) is Reason.TOO_LARGE


def test_numbers_out_of_any_measure_do_no_harm():
    wide = table('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr>')
    assert reason_of(docx(wide)) is Reason.NOTHING_FOUND


def test_links_out_are_reported_and_not_followed():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/hyperlink" Target="https://example.org" '
        'TargetMode="External"/>'
        '<Relationship Id="b" Type="x/attachedTemplate" Target="file://h/t.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    parts = {"word/_rels/document.xml.rels": relations}
    reading = reading_of(docx(h("Kapitel"), p("Text."), parts=parts))

    assert codes(reading, Code.LINK) == ["https://example.org"]
    assert codes(reading, Code.EXTERNAL) == ["file://h/t.dotm"]


def encrypted_zip():
    data = bytearray(GOOD)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"  \n", Reason.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Reason.OLD_FORMAT),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Reason.ENCRYPTED,
        ),
        (b"{\\rtf1 hej}", Reason.OLD_FORMAT),
        (b"%PDF-1.7", Reason.UNKNOWN_FORMAT),
        (b"just text", Reason.UNKNOWN_FORMAT),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), Reason.UNKNOWN_FORMAT),
        (GOOD[:200], Reason.DAMAGED),
        (b"PK\x03\x04", Reason.DAMAGED),
        (encrypted_zip(), Reason.ENCRYPTED),
        (docx(parts={"word/document.xml": "<w:document"}), Reason.DAMAGED),
        (docx(parts={"word/document.xml": f"<w:document {W}/>"}), Reason.DAMAGED),
        (b"{}", Reason.OTHER_JSON),
    ],
)
def test_what_is_something_else_is_told(data, reason):
    assert reason_of(data) is reason


def test_a_part_with_another_checksum_is_told():
    data = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        part = archive.getinfo("word/document.xml")
    data[part.header_offset + 30 + len(part.filename) + 40] ^= 0xFF

    assert reason_of(bytes(data)) is Reason.DAMAGED


@given(st.data())
def test_any_damage_ends_in_a_reading_or_a_reason(data):
    damaged = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(damaged)))
    try:
        reading_of(bytes(damaged[:end]))
    except ImportFailed as failure:
        assert failure.reason  # noqa: PT017 - being refused is only one of the good ends
