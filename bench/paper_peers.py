"""Others who make PDF files of the same plan, each at its best and tagged if it can.

Platypus (stock ReportLab) neither tags nor archives. It gets one table an area; cells that span
rows are left out for all peers, as neither it nor the others can divide them over pages validly.
"""

from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec
from io import BytesIO

from qpdesk.domain.nodes import Control, Measure, Node, Plan, title_of
from qpdesk.domain.register import Register

Peer = Callable[[Register, Plan], int]
"""Makes the PDF; returns how many pages it has."""

_WIDTHS = (139, 150, 150, 150, 161)
_LANDSCAPE = (841.89, 595.28)


def platypus() -> Peer:
    """Stock ReportLab."""
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - the reference's own
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    style = ParagraphStyle("cell", fontName="Body", fontSize=9, leading=11.6)
    style.hyphenationLang = "sv_SE"

    def make(register: Register, plan: Plan) -> int:
        story = []
        for area, rows in _areas(register, plan):
            cells = [[Paragraph(text, style) for text in row] for row in rows]
            story += [Paragraph(area, style), Table(cells, _WIDTHS)]
        document = SimpleDocTemplate(BytesIO(), pagesize=_LANDSCAPE)
        document.build(story)
        return int(document.page)

    return make


def typst() -> Peer | None:
    """Typst, as PDF/UA-1; None where it is not installed."""
    if find_spec("typst") is None:
        return None
    import typst as engine  # noqa: PLC0415 - may be missing

    def make(register: Register, plan: Plan) -> int:
        columns = ", ".join(f"{width}pt" for width in _WIDTHS)
        parts = [
            '#set document(title: "Plan")\n#set page("a4", flipped: true)\n',
            '#set text(9pt, font: "DejaVu Sans", lang: "sv", hyphenate: true)\n',
        ]
        for area, rows in _areas(register, plan):
            cells = "".join(f"[{text}]," for row in rows for text in row)
            parts.append(f"= {area}\n#table(columns: ({columns}),{cells})\n")
        return _pages(engine.compile("".join(parts).encode(), pdf_standards=["ua-1"]))

    return make


def weasyprint() -> Peer | None:
    """WeasyPrint, as PDF/UA-1; None where it is not installed."""
    if find_spec("weasyprint") is None:
        return None
    import weasyprint as engine  # noqa: PLC0415 - may be missing

    style = (
        "@page { size: A4 landscape } table { width: 100%; table-layout: fixed }"
        "td { font: 9pt/11.6pt sans-serif; hyphens: auto; border: 0.5pt solid #bbb }"
    )

    def make(register: Register, plan: Plan) -> int:
        parts = [f"<html lang=sv><title>Plan</title><style>{style}</style>"]
        for area, rows in _areas(register, plan):
            parts.append(f"<h1>{escape(area)}</h1><table>")
            for row in rows:
                cells = "".join(f"<td>{escape(text)}</td>" for text in row)
                parts.append(f"<tr>{cells}</tr>")
            parts.append("</table>")
        document = engine.HTML(string="".join(parts)).render()
        document.write_pdf(BytesIO(), pdf_variant="pdf/ua-1")
        return len(document.pages)

    return make


PEERS: dict[str, tuple[Callable[[], Peer | None], float, bool]] = {
    "stock tables, untagged": (platypus, 1 / 5, False),
    "Typst, PDF/UA-1": (typst, 1 / 4, False),
    "WeasyPrint, PDF/UA-1, a page": (weasyprint, 1 / 40, True),
}
"""The peers; the largest part of their time that is good enough; whether that is by the page."""


def _areas(register: Register, plan: Plan) -> Iterator[tuple[str, list[list[str]]]]:
    for area in register.children(plan.id):
        yield (
            title_of(area),
            [row for risk in register.children(area.id) for row in _rows(register, risk)],
        )


def _rows(register: Register, risk: Node) -> Iterator[list[str]]:
    title = f"{title_of(risk)} Risknivå 9: hög"
    for control in register.children(risk.id):
        assert isinstance(control, Control)  # noqa: S101 - as they were made
        [measure] = register.children(control.id)
        assert isinstance(measure, Measure)  # noqa: S101 - as they were made
        done = f"{measure.title} Ansvarig: {measure.responsible}"
        yield [title, control.title, control.purpose, done, measure.what_to_do]
        title = ""


def _pages(data: bytes) -> int:
    import pypdfium2  # noqa: PLC0415 - counts alone

    with pypdfium2.PdfDocument(data) as pdf:
        return len(pdf)
