"""Every file keeps PDF/UA-1 and PDF/A-3a, and the judges of that notice when one does not."""

import re

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from qpdesk.report.document import write
from qpdesk.report.kinds import ReportKind
from tests.plans import registers
from tests.report.example import example
from tests.report.judges import all_faults, needs_qpdf, syntax_faults
from tests.report.seeds import FOLDER, seed

_DATA = b'{"format": "qpdesk-plan"}'


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """A plan with everything in it, printed with its data attached."""
    register, plan = example()
    path = tmp_path_factory.mktemp("printed") / "plan.pdf"
    path.write_bytes(write(register, plan, ReportKind.PLAN, attachment=_DATA).data)
    return path


@pytest.mark.parametrize("kind", ReportKind)
@pytest.mark.parametrize("attachment", [(), _DATA], ids=["bare", "attached"])
def test_a_plan_with_everything_conforms(kind, attachment, tmp_path):
    register, plan = example()
    path = tmp_path / "out.pdf"
    path.write_bytes(write(register, plan, kind, attachment=attachment).data)
    assert not all_faults(path)


@settings(max_examples=20)
@given(registers(largest=14, plans=1), st.sampled_from(ReportKind))
def test_any_plan_conforms(tmp_path_factory, register, kind):
    [plan] = register.children()
    path = tmp_path_factory.getbasetemp() / "any.pdf"
    path.write_bytes(write(register, plan, kind).data)
    assert not all_faults(path)


@pytest.mark.skipif(not FOLDER.exists(), reason="the published plans do not lie beside the repo")
@pytest.mark.parametrize("name", ["barn-unga-plan", "barn-unga-followup"])
@pytest.mark.parametrize("kind", ReportKind)
def test_a_published_plan_conforms(name, kind, tmp_path):
    register, plan = seed(name)
    path = tmp_path / "out.pdf"
    path.write_bytes(write(register, plan, kind).data)
    assert not all_faults(path)


@needs_qpdf
def test_the_syntax_is_in_order(printed):
    assert not syntax_faults(printed)


@needs_qpdf
def test_qpdf_notices_a_broken_file(printed, tmp_path):
    path = tmp_path / "broken.pdf"
    data = printed.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    assert syntax_faults(path)


def test_the_attachment_comes_out_as_it_went_in(printed):
    with pikepdf.open(printed) as pdf:
        data = pdf.attachments["plan.json"].get_file().read_bytes()
        relation = pdf.Root.AF[0].AFRelationship
        assert (data, relation) == (_DATA, Name.Source)


def test_the_document_says_what_it_is_and_in_which_language(printed):
    with pikepdf.open(printed) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == "Kvalitetsplan 2026 för äldre"
        assert "ÄN 2026/0012" in str(pdf.docinfo["/Subject"])


# ------------------------------------------------------------------ mutants


def elements(pdf, tag=None):
    stack = [pdf.Root.StructTreeRoot.K]
    while stack:
        element = stack.pop()
        if tag is None or Name(f"/{tag}") == element.S:
            yield element
        kids = element.get("/K", Array())
        stack += reversed(
            [kid for kid in (kids if isinstance(kids, Array) else [kids]) if _is_one(kid)]
        )


def _is_one(kid):
    return isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem


def rewrite(pdf, pattern, replacement):
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(re.sub(pattern, replacement, content, flags=re.DOTALL))


def packet(pdf, pattern):
    data = re.sub(pattern, b"", pdf.Root.Metadata.read_bytes(), flags=re.DOTALL)
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def no_language(pdf):
    del pdf.Root.Lang


def no_tree(pdf):
    del pdf.Root.StructTreeRoot


def not_marked(pdf):
    del pdf.Root.MarkInfo


def no_parent_tree(pdf):
    del pdf.Root.StructTreeRoot.ParentTree


def heads_without_scope(pdf):
    for head in elements(pdf, "TH"):
        del head.A.Scope


def page_head_is_content(pdf):
    rewrite(pdf, rb"/Artifact <</Type/Pagination/Subtype/Header[^\n]*BDC(.*?)EMC", rb"\1")


def no_characters(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and "/ToUnicode" in item:
            del item.ToUnicode


def font_not_embedded(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and "/FontFile2" in item:
            del item.FontFile2


def links_without_description(pdf):
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            del link.Contents


def no_tab_order(pdf):
    for page in pdf.pages:
        del page.Tabs


def title_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def heading_skips(pdf):
    for heading in elements(pdf, "H2"):
        heading.S = Name.H3


def wrong_row_span(pdf):
    spanning = next(e for e in elements(pdf) if "/A" in e and "/RowSpan" in e.A)
    spanning.A.RowSpan = int(spanning.A.RowSpan) - 1


def note_without_id(pdf):
    del next(elements(pdf, "Note")).ID


def no_claim(pdf):
    packet(pdf, rb"<pdfuaid:part>1</pdfuaid:part>")


def no_title(pdf):
    packet(pdf, rb"<dc:title>.*?</dc:title>")
    del pdf.docinfo["/Title"]


def item_outside_list(pdf):
    for element in elements(pdf, "L"):
        element.S = Name.Div


def unknown_element(pdf):
    next(elements(pdf, "P")).S = Name("/Kvalitet")


def short_row(pdf):
    row = next(e for e in elements(pdf, "TR") if isinstance(e.K, Array) and len(e.K) >= 3)
    del row.K[-1]


def no_colour_profile(pdf):
    del pdf.Root.OutputIntents


def attachment_of_unknown_relation(pdf):
    del pdf.Root.AF[0].AFRelationship


MUTATIONS = (
    no_language,
    no_tree,
    not_marked,
    no_parent_tree,
    heads_without_scope,
    page_head_is_content,
    no_characters,
    font_not_embedded,
    links_without_description,
    no_tab_order,
    title_not_shown,
    heading_skips,
    wrong_row_span,
    note_without_id,
    no_claim,
    no_title,
    item_outside_list,
    unknown_element,
    short_row,
    no_colour_profile,
    attachment_of_unknown_relation,
)


@pytest.fixture(scope="module")
def each_printed(tmp_path_factory):
    """Every kind of document of a plan with everything in it, by kind."""
    register, plan = example()
    folder = tmp_path_factory.mktemp("each")
    for kind in ReportKind:
        data = write(register, plan, kind, attachment=_DATA).data
        (folder / f"{kind}.pdf").write_bytes(data)
    return folder


MUTANTS = [
    (kind, mutate)
    for kind in ReportKind
    for mutate in MUTATIONS
    # Some have neither notes nor cells that span rows.
    if kind not in {ReportKind.UNREPORTED, ReportKind.INDICATORS}
    or mutate not in {wrong_row_span, note_without_id}
]


@pytest.mark.parametrize(("kind", "mutate"), MUTANTS)
def test_the_validator_notices(mutate, kind, each_printed, tmp_path):
    path = tmp_path / "mutant.pdf"
    with pikepdf.open(each_printed / f"{kind}.pdf") as pdf:
        mutate(pdf)
        pdf.save(path)
    assert all_faults(path)


def test_rewriting_a_file_alone_breaks_nothing(printed, tmp_path):
    path = tmp_path / "same.pdf"
    with pikepdf.open(printed) as pdf:
        pdf.docinfo["/Subject"] = String(str(pdf.docinfo["/Subject"]))
        pdf.save(path)
    assert not all_faults(path)
