"""What hangs under what in a Word plan's tables, however the municipality has drawn them."""

import pytest

from qpdesk.domain.nodes import Kind, Status
from qpdesk.exchange.findings import Code
from tests.exchange.trees import codes, of, outline, reading_of
from tests.exchange.word_files import HEAD, c, docx, h, p, table, tr

RISK = ("Ledsagare saknas vid akuta besök.", "Risknivå 9")


def plan(*rows, before=(), after=(), heading="Hemtjänst"):
    heads = [] if heading is None else [h("Risker"), p("Nedan visas risker."), h(heading, 2)]
    return reading_of(docx(*heads, *before, table(*rows), *after))


def test_measures_of_a_row_with_a_risk_hang_under_it_beside_its_controls():
    reading = plan(
        HEAD,
        tr(
            c(*RISK, merge="restart"),
            c("Stickprov", merge="restart"),
            c("Se läget", merge="restart"),
            c("Pröva larm"),
            c("Två veckor."),
        ),
        tr(c(merge="go"), c(merge="go"), c(merge="go"), c("Utbilda"), c("Alla.", "Även vikarier.")),
    )

    assert outline(reading) == [
        "area Hemtjänst",
        "  risk Ledsagare saknas vid akuta besök. (9)",
        "    control Stickprov",
        "    measure Pröva larm",
        "    measure Utbilda",
    ]
    assert of(reading, Kind.CONTROL)[0].purpose == "Se läget"
    assert [measure.what_to_do for measure in of(reading, Kind.MEASURE)] == [
        "Två veckor.",
        "Alla.\nÄven vikarier.",
    ]


def test_without_a_risk_measures_hang_under_the_control_and_without_both_under_the_area():
    reading = plan(
        HEAD,
        tr("", c("Andel planer", merge="restart"), c("", merge="restart"), "Gå igenom", ""),
        tr("", c(merge="go"), c(merge="go"), "Revidera", ""),
        ("", "", "", "Inför menyn", "Samla kurser."),
        ("", "Årlig kontroll", "", "", ""),
    )

    assert outline(reading) == [
        "area Hemtjänst",
        "  control Andel planer",
        "    measure Gå igenom",
        "    measure Revidera",
        "  measure Inför menyn",
        "  control Årlig kontroll",
    ]


def test_equal_titles_are_different_items():
    reading = plan(
        HEAD,
        (c(*RISK), "Kontroll", "", "Utökad rutin", "Fråga A?"),
        (c(*RISK), "Kontroll", "", "Utökad rutin", "Fråga B?"),
    )

    assert reading.counts[Kind.RISK] == reading.counts[Kind.CONTROL] == 2
    assert reading.counts[Kind.MEASURE] == 2


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        (c("Fel insats ges", "Risknivå 12"), 12),
        (c("Fel insats ges", "■ Risknivå 12"), 12),
        (c("Fel insats ges", "V  Risknivå 12"), 12),
        (c("Fel insats ges", "   Risknivå: 12"), 12),
        (c("Fel insats ges risknivå 12"), 12),
        (c("Fel insats ges\n■ Risknivå 12."), 12),
        (c("Fel insats ges (Risknivå 12)"), 12),
        (c("Fel insats ges"), None),
    ],
)
def test_the_level_is_read_inside_the_risk_s_cell(cell, level):
    (risk,) = of(plan(HEAD, (cell, "", "", "", "")), Kind.RISK)

    assert (risk.title, risk.level, risk.likelihood) == ("Fel insats ges", level, None)


@pytest.mark.parametrize("level", ["7", "11", "0", "99"])
def test_a_level_that_no_factors_give_is_kept_as_text_and_reported(level):
    reading = plan(HEAD, (c("Fel insats ges", f"Risknivå {level}"), "", "", "", ""))

    (risk,) = of(reading, Kind.RISK)
    assert (risk.title, risk.level, risk.rationale) == (
        "Fel insats ges",
        None,
        f"Risknivå {level}",
    )
    assert codes(reading, Code.IMPOSSIBLE_LEVEL) == [f"Fel insats ges: {level}"]


def test_columns_may_stand_in_any_order_and_some_may_be_missing():
    reading = plan(
        (
            "Ansvarig",
            "Vad skall göras?",
            "Åtgärder",
            "Risker",
            "Kontroll",
            "Klart senast",
            "Status",
        ),
        ("Enhetschef", "Ring.", "Följ upp", "Brist", "Prov", "2031-05-01", "Pågår"),
        ("", "", "Byt lås", "", "", "kvartal 3", "✓ Klar"),
    )

    first, second = of(reading, Kind.MEASURE)
    assert outline(reading) == [
        "area Hemtjänst",
        "  risk Brist",
        "    control Prov",
        "    measure Följ upp",
        "  measure Byt lås",
    ]
    assert (first.what_to_do, first.responsible, str(first.due)) == (
        "Ring.",
        "Enhetschef",
        "2031-05-01",
    )
    assert [first.status, second.status] == [Status.ONGOING, Status.COMPLETED]
    assert (second.due, second.what_to_do) == (None, "Klar senast: kvartal 3")
    assert codes(reading, Code.UNREADABLE_VALUE) == ["kvartal 3"]


def test_repeated_heads_and_a_table_without_heads_continue_the_table():
    reading = plan(
        HEAD,
        ("Risk A", "", "", "", ""),
        HEAD,
        ("", "Kontroll B", "", "", ""),
        after=[p("Fortsättning följer"), table(("Risk C", "", "", "", ""))],
    )

    assert outline(reading)[1:] == ["  risk Risk A", "  control Kontroll B", "  risk Risk C"]
    assert len(codes(reading, Code.REPEATED_HEADS)) == 1
    assert len(codes(reading, Code.NO_COLUMN_HEADS)) == 1


def test_several_tables_under_one_heading_are_one_area():
    reading = plan(HEAD, ("A", "", "", "", ""), after=[table(HEAD, ("B", "", "", "", ""))])

    assert outline(reading) == ["area Hemtjänst", "  risk A", "  risk B"]


def test_a_row_over_the_whole_width_names_an_area():
    reading = plan(
        HEAD,
        (c("Korttidsboende", span=5),),
        ("Risk A", "", "", "", ""),
        (c("Dagverksamhet", span=5),),
        ("Risk B", "", "", "", ""),
        heading=None,
    )

    assert outline(reading) == [
        "area Korttidsboende",
        "  risk Risk A",
        "area Dagverksamhet",
        "  risk Risk B",
    ]


def test_of_two_headings_the_nearest_is_the_area_and_the_other_is_to_be_confirmed():
    reading = plan(HEAD, ("A", "", "", "", ""), before=[h("Boendestöd", 2)], heading="Stödboende")

    assert outline(reading) == ["area Stödboende", "area Boendestöd", "  risk A"]
    assert codes(reading, Code.TWO_HEADINGS) == ["Stödboende"]


def test_a_row_that_a_page_break_split_is_joined_and_reported():
    reading = plan(
        HEAD,
        ("Risk A", "", "", "Inför rutin", "Första delen av"),
        ("", "", "", "", "meningen."),
        (c("Risknivå 6"), "", "", "", ""),
    )

    (measure,) = of(reading, Kind.MEASURE)
    assert measure.what_to_do == "Första delen av\nmeningen."
    assert codes(reading, Code.JOINED_ROW) == ["meningen."]
    assert codes(reading, Code.NO_OWNER) == ["Risknivå 6"]


def test_texts_without_an_item_and_unknown_columns_are_reported_with_their_place():
    reading = plan(
        (*HEAD, "Budget"),
        ("Risk A", "", "Syfte utan kontroll", "", "", "40 000"),
        ("", "", "", "", "Bara en beskrivning", ""),
    )

    assert codes(reading, Code.NO_OWNER) == ["Syfte utan kontroll"]
    assert codes(reading, Code.UNKNOWN_COLUMN) == ["Budget: 40 000"]
    (spot,) = [one.spot for one in reading.findings if one.code is Code.UNKNOWN_COLUMN]
    assert (spot.table, spot.row) == (1, 2)
    assert [measure.title for measure in of(reading, Kind.MEASURE)] == ["Bara en beskrivning"]


def test_a_table_that_is_about_something_else_is_listed_row_by_row():
    reading = plan(
        HEAD,
        ("Risk A", "", "", "", ""),
        after=[h("Kontakt"), table(("Namn", "Telefon"), ("Åsa Öberg", "0123-45"))],
    )

    assert codes(reading, Code.UNKNOWN_TABLE) == ["Namn | Telefon", "Åsa Öberg | 0123-45"]


def test_bullets_quotation_marks_and_paragraphs_in_cells_stay():
    reading = plan(
        HEAD,
        (
            'Fråga "Vem?" ställs ej',
            "”Min plan” finns",
            "",
            "Lägg till",
            c(
                "Fråga om:",
                p(
                    "farlighet",
                    settings='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
                ),
                "• hot",
                "- våld",
            ),
        ),
    )

    assert outline(reading)[1:3] == [
        '  risk Fråga "Vem?" ställs ej',
        "    control ”Min plan” finns",
    ]
    assert of(reading, Kind.MEASURE)[0].what_to_do == "Fråga om:\n- farlighet\n- hot\n- våld"


def test_a_nested_table_s_text_stays_in_the_cell_and_is_reported():
    inner = table(("Steg 1", "Ring"), ("Steg 2", "Skriv"))
    reading = plan(HEAD, ("", "", "", "Gör", c("Så här:", inner + p("Slut."))))

    assert of(reading, Kind.MEASURE)[0].what_to_do == "Så här:\nSteg 1\nRing\nSteg 2\nSkriv\nSlut."
    assert codes(reading, Code.NESTED_TABLE) == ["Steg 1 | Ring\nSteg 2 | Skriv"]


def test_a_title_of_several_paragraphs_is_joined_and_reported():
    reading = plan(HEAD, ("", "", "", c("Del ett", "del två"), ""))

    assert of(reading, Kind.MEASURE)[0].title == "Del ett del två"
    assert codes(reading, Code.JOINED_TITLE) == ["Del ett\ndel två"]


def test_likelihood_and_consequence_in_columns_of_their_own():
    head = ("Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd")
    reading = plan(
        head,
        ("A", "3", "4", "12", ""),
        ("B", "2", "hög", "", ""),
        ("C", "3", "3", "8", ""),
    )

    risks = [(risk.level, risk.likelihood, risk.consequence) for risk in of(reading, Kind.RISK)]
    assert risks == [(12, 3, 4), (None, 2, None), (8, None, None)]
    assert codes(reading, Code.UNREADABLE_VALUE) == ["hög", "3", "3"]


def test_indicators_in_tables_and_lists_stand_under_their_headings():
    reading = reading_of(
        docx(
            h("Kvalitetsindikatorer"),
            p("Här visas indikatorer."),
            h("Hemtjänst", 2),
            table(("Kvalitetsindikator",), ("Andel nöjda, andel (%)",), ("Antal fall",)),
            h("Boende", 2),
            p("• Trivsel, medelvärde (skala 1-5)"),
            p("• Kö i dagar"),
        )
    )

    assert [(one.area, one.title, one.unit.value) for one in of(reading, Kind.INDICATOR)] == [
        ("Hemtjänst", "Andel nöjda, andel (%)", "percent"),
        ("Hemtjänst", "Antal fall", "count"),
        ("Boende", "Trivsel, medelvärde (skala 1-5)", "scale_1_5"),
        ("Boende", "Kö i dagar", "count"),
    ]
    (chapter,) = of(reading, Kind.CHAPTER)
    assert (chapter.title, chapter.holds.value) == ("Kvalitetsindikatorer", "indicators")


def test_equal_controls_in_rows_without_a_risk_are_different_items():
    reading = plan(HEAD, ("", "Stickprov", "Se A", "", ""), ("", "Stickprov", "Se B", "", ""))

    assert [control.purpose for control in of(reading, Kind.CONTROL)] == ["Se A", "Se B"]


def test_a_heading_with_areas_below_it_is_a_chapter():
    reading = reading_of(docx(h("Risker"), h("Hemtjänst", 2), table(HEAD, ("A", "", "", "", ""))))

    (chapter,) = of(reading, Kind.CHAPTER)
    assert (chapter.title, chapter.holds.value) == ("Risker", "areas")
    assert outline(reading) == ["area Hemtjänst", "  risk A"]


def test_a_heading_about_indicators_that_gets_none_is_reported():
    reading = plan(
        HEAD,
        ("A", "", "", "", ""),
        after=[h("Kvalitetsindikatorer"), h("Boende", 2), table(("Indikator", "Utfall"))],
    )

    assert codes(reading, Code.LOOSE_TEXT) == ["Boende"]
