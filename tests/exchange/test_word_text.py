"""A Word document's running text: chapters, lists, notes, and what hides in the markup."""

import pytest

from qpdesk.domain.nodes import Kind
from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Weight
from tests.exchange.trees import codes, of, reading_of
from tests.exchange.word_files import (
    HEAD,
    W,
    c,
    docx,
    h,
    item,
    note_reference,
    p,
    r,
    raised,
    table,
)


def chapter(*body, **more):
    """The text of the one chapter with that body."""
    (one,) = of(reading_of(docx(h("Kapitel"), *body, **more)), Kind.CHAPTER)
    return one.text


def test_headings_are_told_by_outline_level_name_or_the_style_they_are_based_on():
    reading = reading_of(
        docx(
            p("Handlingsplan 2031", style="Rubrik"),
            h("Ett"),
            p("Text."),
            h("Två", 2),
            h("Tre", 3),
            p("Egen", style="Egen"),
            p("Direkt", settings='<w:outlineLvl w:val="5"/>'),
            p("Brödtext", settings='<w:outlineLvl w:val="9"/>', style="Rubrik1"),
        )
    )

    assert [(one.title, one.level) for one in of(reading, Kind.CHAPTER)] == [
        ("Ett", 1),
        ("Två", 2),
        ("Tre", 3),
        ("Egen", 2),
        ("Direkt", 3),
    ]
    assert of(reading, Kind.CHAPTER)[-1].text == "Brödtext"


def test_headings_that_begin_at_another_level_begin_at_one():
    reading = reading_of(docx(h("Kvalitetsplan 2031"), h("A", 2), p("x."), h("B", 3), h("C", 2)))

    assert reading.nodes[0].title == "Kvalitetsplan 2031"
    assert [(one.title, one.level) for one in of(reading, Kind.CHAPTER)] == [
        ("A", 1),
        ("B", 2),
        ("C", 1),
    ]


def test_short_bold_lines_are_headings_where_there_are_no_styles():
    bold = r("Hemtjänst", "<w:b/>")
    reading = reading_of(docx(p(bold), table(HEAD, ("A", "", "", "", ""))))

    assert [area.title for area in of(reading, Kind.AREA)] == ["Hemtjänst"]
    assert codes(reading, Code.GUESSED_HEADING) == ["Hemtjänst"]


def test_lists_by_style_numbering_and_typed_marks():
    reading = reading_of(
        docx(
            h("Kapitel"),
            p("Vi ska:"),
            p("ett", style="Punktlista"),
            item("två"),
            p("• tre"),
            p("\uf0b7 fyra"),
            p("- fem"),
            item("numrerad", 2),
            p("-6 grader"),
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text == (
        "Vi ska:\n- ett\n- två\n- tre\n- fyra\n- fem\n- numrerad\n-6 grader"
    )
    assert len(codes(reading, Code.NUMBERED_LIST)) == 1


def test_tracked_changes_links_breaks_and_fields_read_as_they_look():
    inserted = f"<w:ins>{r('nya ')}</w:ins>"
    deleted = "<w:del><w:r><w:delText>gamla </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('borta ')}</w:moveFrom><w:moveTo>{r('hit ')}</w:moveTo>"
    link = f"<w:hyperlink>{r('länken')}</w:hyperlink>"
    field = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
    soft = "<w:r><w:t>för</w:t><w:softHyphen/><w:t>valtning</w:t><w:tab/><w:t>x</w:t></w:r>"
    control = f"<w:sdt><w:sdtContent>{r(' i ruta')}</w:sdtContent></w:sdt>"
    text = chapter(p("De ", inserted, deleted, moved, link, field, "\n", soft, control))

    assert text == "De nya hit länken\nförvaltning x i ruta"


def test_paragraphs_in_content_controls_are_read():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('I rutan.')}</w:sdtContent></w:sdt>"

    assert chapter(p("Före."), control, p("Efter.")) == "Före.\nI rutan.\nEfter."


def test_words_that_a_hard_line_break_splits_are_whole_again_and_reported():
    reading = reading_of(
        docx(
            h("Kapitel"),
            p("funktions-\nnedsättning"),
            p("skydds-\noch begränsningsåtgärder"),
            p("aktualiseringa\nr i tid"),
            p("Rad ett\nrad två"),
            p("Nord-\nSyd"),
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text.split("\n") == [
        "funktionsnedsättning",
        "skydds-",
        "och begränsningsåtgärder",
        "aktualiseringar i tid",
        "Rad ett",
        "rad två",
        "Nord-",
        "Syd",
    ]
    assert codes(reading, Code.REPAIRED_WORD) == [
        "funktions-\nnedsättning",
        "aktualiseringa\nr i tid",
    ]


def test_real_footnotes_in_text_and_cells_are_numbered_as_they_are_met():
    reading = reading_of(
        docx(
            h("Kapitel"),
            p("Metoden", note_reference(7), " används."),
            h("Område", 2),
            table(HEAD, ("", "", "", c(p("Pröva ", r("FREDA"), note_reference(3))), "")),
            notes={3: "Frågor om våld.", 7: "En metod.", 9: "Aldrig nämnd."},
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text == "Metoden[^1] används."
    assert of(reading, Kind.MEASURE)[0].title == "Pröva FREDA[^2]"
    assert {note.key: note.text for note in of(reading, Kind.FOOTNOTE)} == {
        "1": "En metod.",
        "2": "Frågor om våld.",
    }
    assert codes(reading, Code.UNUSED_NOTE) == ["Aldrig nämnd."]


def test_typed_notes_are_matched_only_where_a_note_has_that_number():
    reading = reading_of(
        docx(
            h("Kapitel"),
            p(
                "Hela huset1 och ASI",
                raised("2"),
                " samt menyn ¹¹, covid19 och 30 m",
                raised("3"),
                ".",
            ),
            h("Hemtjänst", 2),
            table(HEAD, ('Frågan "Möts vi på Torget 4:a4?"', "", "", "", "")),
            h("Fotnoter"),
            p("1 Hela huset är en kurs."),
            p("2 ASI är en intervju"),
            p("som görs två gånger."),
            p("4 En mötesplats."),
            p("[11] En meny."),
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text == (
        "Hela huset[^1] och ASI[^2] samt menyn[^11], covid19 och 30 m³."
    )
    assert of(reading, Kind.RISK)[0].title == 'Frågan "Möts vi på Torget 4:a[^4]?"'
    assert {note.key: note.text for note in of(reading, Kind.FOOTNOTE)} == {
        "1": "Hela huset är en kurs.",
        "2": "ASI är en intervju\nsom görs två gånger.",
        "4": "En mötesplats.",
        "11": "En meny.",
    }
    assert len(codes(reading, Code.GUESSED_NOTE)) == 2


def test_typed_and_real_notes_do_not_mix():
    reading = reading_of(
        docx(
            h("Kapitel"),
            p("A", note_reference(5), " B", raised("1"), "."),
            p(raised("1"), " Typed."),
            notes={5: "Real."},
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text == "A[^1] B[^t1]."
    assert {note.key: note.text for note in of(reading, Kind.FOOTNOTE)} == {
        "1": "Real.",
        "t1": "Typed.",
    }


def test_text_boxes_pictures_comments_headers_and_contents_are_reported():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('Text i ruta.')}</w:txbxContent>"
    picture = (
        f"<w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing><docPr descr='En karta'/>{box}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    reading = reading_of(
        docx(
            p("Inledning	3", style="Innehll1"),
            h("Kapitel"),
            p("Se ", picture, "här."),
            parts={
                "word/header1.xml": f"<w:hdr {W}>{p('6 | Kvalitetsplan')}</w:hdr>",
                "word/comments.xml": f"<w:comments {W}>{p('Stämmer detta?')}</w:comments>",
                "word/vbaProject.bin": b"x",
                "word/embeddings/oleObject1.bin": b"x",
            },
        )
    )

    assert of(reading, Kind.CHAPTER)[0].text == "Se här."
    assert codes(reading, Code.TEXT_BOX) == ["Text i ruta."]
    assert codes(reading, Code.PICTURE) == ["En karta"]
    assert codes(reading, Code.COMMENT) == ["Stämmer detta?"]
    assert codes(reading, Code.PAGE_HEADER) == ["6 | Kvalitetsplan"]
    assert len(codes(reading, Code.CONTENTS)) == 1
    assert len(codes(reading, Code.MACRO)) == len(codes(reading, Code.EMBEDDED)) == 1


def test_pages_are_counted_from_breaks():
    page = "<w:r><w:lastRenderedPageBreak/></w:r>"
    hard = '<w:r><w:br w:type="page"/></w:r>'
    reading = reading_of(
        docx(h("Kapitel"), p("Ett.", page), p("Två.", hard), table(("Okänd", "tabell")))
    )

    (finding,) = [one for one in reading.findings if one.code is Code.UNKNOWN_TABLE]
    assert (finding.spot.page, finding.spot.table, finding.weight) == (3, 1, Weight.UNPLACED)


def test_the_title_page_is_understood_and_the_rest_of_it_reported():
    reading = reading_of(
        docx(
            p("Bilaga 2."),
            p("Kvalitetsplan 2031 för äldre", style="Rubrik"),
            p(
                "Sjöviks kommun, Omsorgsnämnden, Vård- och omsorgsförvaltningen",
                style="Underrubrik",
            ),
            p("Dnr: SN 2031/0013"),
            p("Fastställd 2031-03-16 § 12"),
            p("Omslagsfoto: Åke"),
            p("Planen gäller hela året och alla enheter i kommunen."),
            h("Kapitel"),
        )
    )
    plan = reading.nodes[0]

    assert (plan.title, plan.year, plan.appendix) == (
        "Kvalitetsplan 2031 för äldre",
        2031,
        "Bilaga 2",
    )
    assert (plan.municipality, plan.committee, plan.department) == (
        "Sjöviks kommun",
        "Omsorgsnämnden",
        "Vård- och omsorgsförvaltningen",
    )
    assert (plan.registry_number, str(plan.decision_date), plan.decision_paragraph) == (
        "SN 2031/0013",
        "2031-03-16",
        "§ 12",
    )
    assert codes(reading, Code.LOOSE_TEXT) == ["Omslagsfoto: Åke"]
    first = of(reading, Kind.CHAPTER)[0]
    assert (first.title, first.text) == (
        "Inledning",
        "Planen gäller hela året och alla enheter i kommunen.",
    )


def test_a_document_without_a_plan_is_told():
    with pytest.raises(ImportFailed) as failure:
        reading_of(docx(p("")))

    assert failure.value.reason is Reason.NOTHING_FOUND
