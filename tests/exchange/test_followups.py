"""The follow-up's three-column tables: labels, marks, texts, and what is only suggested."""

import pytest

from qpdesk.domain.nodes import Document, Kind, Status
from qpdesk.exchange.findings import Code
from tests.exchange.trees import codes, of, outline, reading_of
from tests.exchange.word_files import c, docx, h, p, table, tr

HEAD = ("Risk", "Uppföljning av egenkontroll", "Uppföljning av åtgärd")


def review(*rows, heading="Hemtjänst"):
    return reading_of(
        docx(
            p("Bilaga 3."),
            p("Uppföljning av kvalitetsplan 2031 för äldre"),
            h("Risker och egenkontroller"),
            p("✓ = åtgärden är klar 🟢 = arbete pågår och fortsätter"),
            p("Så gick det."),
            h(heading, 2),
            table(HEAD, *rows),
        )
    )


def test_labels_marks_and_texts_become_items_with_status_and_follow_up():
    reading = review(
        (
            c("Nycklar försvinner.", "■ Risknivå 8"),
            c(
                "Egenkontroll:",
                "Stickprov",
                "Uppföljning:",
                "Två av tio brast.",
                "Bättre än i fjol.",
            ),
            c(
                "Åtgärd:",
                "✓ Nytt skåp",
                "Uppföljning:",
                "- På plats i mars",
                "- Alla har kod",
                "Åtgärd:",
                "▶ Utbildning",
                "Uppföljning:",
                "Fortsätter 2032.",
            ),
        ),
        ("", "Egenkontroll: Loggar Uppföljning: Görs varje månad.", ""),
    )

    assert outline(reading) == [
        "area Hemtjänst",
        "  risk Nycklar försvinner. (8)",
        "    control Stickprov",
        "    measure Nytt skåp",
        "    measure Utbildning",
        "  control Loggar",
    ]
    controls, measures = of(reading, Kind.CONTROL), of(reading, Kind.MEASURE)
    assert [one.follow_up for one in controls] == [
        "Två av tio brast.\nBättre än i fjol.",
        "Görs varje månad.",
    ]
    assert [(one.status, one.follow_up) for one in measures] == [
        (Status.COMPLETED, "- På plats i mars\n- Alla har kod"),
        (Status.ONGOING_NEXT_YEAR, "Fortsätter 2032."),
    ]
    assert len(codes(reading, Code.LEGEND)) == 1


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("✓", Status.COMPLETED),
        ("✔", Status.COMPLETED),
        ("✔\ufe0f", Status.COMPLETED),
        ("▶", Status.ONGOING_NEXT_YEAR),
        ("🟢", Status.ONGOING_NEXT_YEAR),
    ],
)
def test_the_marks_of_the_published_follow_ups(mark, status):
    (measure,) = of(review(("", "", f"Åtgärd: {mark} Nytt skåp Uppföljning: Ja.")), Kind.MEASURE)

    assert (measure.title, measure.status, measure.follow_up) == ("Nytt skåp", status, "Ja.")


def test_a_measure_without_a_readable_mark_is_reported():
    reading = review(("", "", c("Åtgärd:", "Nytt skåp", "Uppföljning:", "Finns.")))

    assert of(reading, Kind.MEASURE)[0].status is Status.NOT_STARTED
    assert codes(reading, Code.NO_STATUS) == ["Nytt skåp"]


def test_dropped_is_suggested_from_the_text_with_its_reason_and_reference():
    text = "Kod saknas. Åtgärd har utgått, se kommentar för egenkontrollen."
    reading = review(
        tr(
            "",
            c("Egenkontroll: Andel skåp", "Uppföljning: Skåpen är sålda.", merge="restart"),
            c("Åtgärd: ✔ Nytt skåp", f"Uppföljning: {text}"),
        ),
        tr("", c(merge="go"), c("Åtgärd: ✔ Ny kod", "Uppföljning: Klart.")),
    )

    (control,) = of(reading, Kind.CONTROL)
    first, second = of(reading, Kind.MEASURE)
    assert (first.status, first.status_reference) == (Status.DISCONTINUED, control.id)
    assert first.status_reason == "Åtgärd har utgått, se kommentar för egenkontrollen."
    assert first.follow_up == text
    assert (second.status, second.place.parent) == (Status.COMPLETED, control.id)
    assert len(codes(reading, Code.GUESSED_STATUS)) == 1


def test_the_plan_s_title_is_made_from_the_follow_up_s_and_chapters_are_the_follow_up_s():
    reading = review(("Risk A", "", ""))
    plan = reading.nodes[0]

    assert plan.follow_up_title == "Uppföljning av kvalitetsplan 2031 för äldre"
    assert (plan.title, plan.year, plan.appendix) == (
        "Kvalitetsplan 2031 för äldre",
        2031,
        "Bilaga 3",
    )
    assert [one.document for one in of(reading, Kind.CHAPTER)] == [Document.FOLLOW_UP]


def test_cells_without_labels_are_read_and_reported():
    reading = review(("", c("Loggkontroll", "Gjordes."), ""))

    (control,) = of(reading, Kind.CONTROL)
    assert (control.title, control.follow_up) == ("Loggkontroll", "Gjordes.")
    assert codes(reading, Code.NO_LABEL) == ["Loggkontroll\nGjordes."]


def test_several_marked_lines_are_several_measures():
    reading = review(("", "", c("Åtgärder:", "✓ Ett", "▶ Två", "Uppföljning:", "Bra.")))

    assert [(one.title, one.follow_up) for one in of(reading, Kind.MEASURE)] == [
        ("Ett", ""),
        ("Två", "Bra."),
    ]


def test_comments_with_a_small_table_of_periods_become_observations():
    series = table(
        ("Period", "Utfall", "Mål"),
        ("VB 2030", "4,2", ""),
        ("D2 2031", "4,3", "4"),
        ("VB 2031", "Ej mätt", "minst 4"),
    )
    reading = reading_of(
        docx(
            h("Kvalitetsindikatorer"),
            table(
                ("Kvalitetsindikator", "Kommentar"),
                ("Trivsel, medelvärde (skala 1-5)", c("Nytt i år.", series + p("Bra läge."))),
            ),
        )
    )

    (indicator,) = of(reading, Kind.INDICATOR)
    assert indicator.comment == "Nytt i år.\nBra läge."
    seen = [
        (one.period, one.outcome, one.target, one.note) for one in of(reading, Kind.OBSERVATION)
    ]
    assert seen == [
        ("VB 2030", 4.2, None, ""),
        ("D2 2031", 4.3, 4, ""),
        ("VB 2031", None, None, "Ej mätt Mål: minst 4"),
    ]
