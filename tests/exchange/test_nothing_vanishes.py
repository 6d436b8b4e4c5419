"""Every word of a source is in an item or in the report, whatever the document looks like."""

import io
import re
import zipfile
from collections import Counter

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from qpdesk.domain.record import to_record
from qpdesk.exchange.errors import ImportFailed, Reason
from tests.exchange.seeds import SEEDS, needs_seeds
from tests.exchange.trees import reading_of
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
    tr,
)

TEXT = f"{{{W[9:-1]}}}t"
SHOWN = {TEXT, TEXT[:-1] + "br"}
WORD = re.compile("[a-zåäöé]{2,}", re.IGNORECASE)
READ_AS_VALUES = {"risknivå", "riskvärde", "egenkontroll", "uppföljning", "åtgärd", "åtgärder"} | {
    "fotnoter"
}
"""Labels that are not kept as text: their meaning is."""


def words(*texts):
    return Counter(word.casefold() for text in texts for word in WORD.findall(text))


def kept(reading):
    """The words of all items and findings."""
    fields = (str(value) for node in reading.nodes for value in to_record(node).values())
    return words(*fields, *(finding.text for finding in reading.findings))


def missing(source, reading):
    lost = source - kept(reading)
    return {word for word in lost if word not in READ_AS_VALUES}


def words_of_docx(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [
            name
            for name in archive.namelist()
            if name in {"word/document.xml", "word/footnotes.xml"}
        ]
        roots = [fromstring(archive.read(name)) for name in parts]
    paragraphs = (para for root in roots for para in root.iter(TEXT[:-1] + "p"))
    return words(
        *("".join(t.text or "\n" for t in para.iter() if t.tag in SHOWN) for para in paragraphs)
    )


def words_of_xlsx(data):
    book = load_workbook(io.BytesIO(data))
    return words(*(str(cell.value or "") for sheet in book for row in sheet.rows for cell in row))


VOCABULARY = """Stickprov larm nycklar skyddsbedömning åtgärdas brist Enhetschef kontrollera
Risk Syfte utgått Klar Pågår Risknivå Egenkontroll Kommentar"""
sentences = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=1,
    max_size=5,
).map(" ".join)
levels = st.sampled_from(["Risknivå 9", "■ Risknivå 7", "Risknivå: 12", "Riskvärde 3"])
labelled = st.sampled_from(["Egenkontroll: ", "Uppföljning: ", "Åtgärd: ✓ ", "Åtgärder: ▶ ", ""])
pieces = st.one_of(
    sentences,
    levels,
    st.tuples(labelled, sentences).map("".join),
    sentences.map(lambda text: p(r(text), raised("1"))),
    sentences.map(lambda text: p(r(text), note_reference(1))),
    sentences.map(lambda text: p(r("\n".join(text.split(" "))))),
    sentences.map(item),
    sentences.map(lambda text: table((text, "inuti")) + p()),
)
cells = st.tuples(
    st.lists(pieces, max_size=3), st.sampled_from(["", "", "restart", "go"]), st.integers(1, 3)
).map(lambda cell: c(*cell[0], merge=cell[1], span=cell[2]))
heads = st.sampled_from(
    [
        HEAD,
        ("Risk", "Uppföljning av egenkontroll", "Uppföljning av åtgärd"),
        ("Kvalitetsindikator", "Utfall", "Mål", "Kommentar"),
        ("Åtgärd", "Ansvarig", "Klar senast", "Status", "Budget", "Risk"),
        ("Namn", "Telefon"),
    ]
)
rows = st.one_of(st.lists(cells, max_size=6).map(lambda row: tr(*row)), heads)
blocks = st.one_of(
    sentences.map(p),
    sentences.map(item),
    st.tuples(sentences, st.integers(1, 3)).map(lambda both: h(*both)),
    st.sampled_from(
        [h("Kvalitetsindikatorer"), h("Fotnoter"), p("1 En not om larm."), p("✓ = klar")]
    ),
    st.tuples(heads, st.lists(rows, max_size=5)).map(lambda both: table(both[0], *both[1])),
    st.lists(rows, max_size=3).map(lambda only: table(*only)),
)


@given(st.lists(blocks, min_size=1, max_size=10))
def test_no_word_of_a_word_file_vanishes(body):
    data = docx(*body, notes={1: "En fotnot om nycklar."})
    try:
        reading = reading_of(data, "fil")
    except ImportFailed as failure:
        assert failure.reason is Reason.NOTHING_FOUND  # noqa: PT017 - nothing at all is no plan
        return

    assert not missing(words_of_docx(data), reading)


@given(
    st.lists(
        st.one_of(
            st.lists(st.none() | sentences | levels | st.integers(0, 20), max_size=9),
            heads,
            st.just(
                ("Område", "Risk", "Risknivå", "Sannolikhet", "Egenkontroll", "Åtgärd", "Frekvens")
            ),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_no_word_of_an_excel_file_vanishes(sheet_rows):
    book = Workbook()
    for row in sheet_rows:
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    try:
        reading = reading_of(buffer.getvalue(), "fil")
    except ImportFailed as failure:
        assert failure.reason is Reason.NOTHING_FOUND  # noqa: PT017 - nothing at all is no plan
        return

    # A sheet writes the same item out in several rows, so how often does not count.
    assert set(words_of_xlsx(buffer.getvalue())) <= set(kept(reading)) | READ_AS_VALUES


@needs_seeds
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_no_word_of_the_published_plan_vanishes(ending):
    data = (SEEDS / f"kvalitetsplan-2022-barn-unga.{ending}").read_bytes()
    source = words_of_docx(data) if ending == "docx" else words_of_xlsx(data)
    lost = set(source) - set(kept(reading_of(data, "fil")))

    assert lost <= READ_AS_VALUES
