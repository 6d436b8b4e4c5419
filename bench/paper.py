"""How fast a plan becomes a PDF: 1,000 and 10,000 table rows, beside stock ReportLab's tables.

Platypus gets the same texts, faces and column widths, one table an area, and neither tags nor
archives what it draws; its row-spanning cells must be left out, as it cannot break them over pages.
"""

import resource
import sys
from collections.abc import Iterator
from io import BytesIO
from random import Random

from measure import median_pair, median_seconds, report
from qpdesk.domain.nodes import Area, Control, Measure, Node, Plan, Risk, title_of
from qpdesk.domain.order import Place, keys_after
from qpdesk.domain.register import Register
from qpdesk.report.document import Written, write
from qpdesk.report.kinds import ReportKind

_FIRST = (
    "skydd", "vård", "stöd", "insats", "utredning", "handlägg", "uppfölj", "kontroll",
    "bedöm", "planering", "kvalitet", "barn", "familje", "ungdoms", "boende", "hemtjänst",
    "omsorgs", "samverkans", "kontinuitets", "avvikelse",
)  # fmt: skip
_LAST = (
    "bedömningar", "planen", "rutinen", "insatserna", "uppdraget", "samtalet", "ärenden",
    "tiden", "gruppen", "personalen", "arbetet", "underlaget", "besluten", "mötet",
    "enheterna",
)  # fmt: skip
_SMALL = (
    "att", "och", "för", "av", "som", "inom", "med", "när", "den", "det", "är", "ska",
    "får", "inte", "under", "varje", "alla", "enligt", "till", "på", "i", "ökar", "minskar",
    "följs", "prövas", "saknas", "brister", "finns", "görs", "ny", "säker", "tidigt",
    "sent", "månad", "år",
)  # fmt: skip
_PER_AREA = 40


def sentences(random: Random, length: int) -> str:
    """Made-up text of about so many characters, with the long words of the trade."""
    words: list[str] = []
    size = 0
    while size < length:
        compound = random.random() < 0.25  # noqa: PLR2004 - one word in four
        word = random.choice(_FIRST) + random.choice(_LAST) if compound else random.choice(_SMALL)
        words.append(word)
        size += len(word) + 1
    return " ".join(words).capitalize() + "."


def plan_of(rows: int) -> tuple[Register, Plan]:
    """A plan whose tables have so many rows."""
    random = Random(rows)  # noqa: S311 - made-up texts, not secrets
    plan = Plan(place=Place(None, "1"), title=f"Kvalitetsplan med {rows} rader")
    nodes: list[Node] = [plan]
    for number, key in enumerate(keys_after("", -(-rows // _PER_AREA))):
        area = Area(place=Place(plan.id, key), title=sentences(random, 30).rstrip("."))
        nodes.append(area)
        nodes += _branches(random, area, min(_PER_AREA, rows - number * _PER_AREA))
    return Register(nodes), plan


def _branches(random: Random, area: Area, rows: int) -> Iterator[Node]:
    risk_keys = iter(keys_after("", rows))
    while rows > 0:
        spanned = min(rows, random.choice((1, 1, 1, 2, 2, 3, 4, 6)))
        rows -= spanned
        level = random.choice((2, 6, 9, 12))
        place = Place(area.id, next(risk_keys))
        risk = Risk(place=place, title=sentences(random, 75), level=level)
        yield risk
        for key in keys_after("", spanned):
            control = Control(
                place=Place(risk.id, key),
                title=sentences(random, 50),
                purpose=sentences(random, 110),
            )
            yield control
            yield Measure(
                place=Place(control.id, "1"),
                title=sentences(random, 55),
                what_to_do=sentences(random, 125),
                responsible="Enhetschef",
            )


def ours(register: Register, plan: Plan) -> Written:
    """The product's own way."""
    return write(register, plan, ReportKind.PLAN)


def platypus(register: Register, plan: Plan) -> None:
    """Stock ReportLab, at its best: a table for each area."""
    from reportlab.lib.pagesizes import A4, landscape  # noqa: PLC0415 - the reference's own
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table  # noqa: PLC0415

    style = ParagraphStyle("cell", fontName="Body", fontSize=9, leading=11.6)
    style.hyphenationLang = "sv_SE"
    story = []
    for area in register.children(plan.id):
        rows = []
        for risk in register.children(area.id):
            title = Paragraph(title_of(risk), style)
            for control in register.children(risk.id):
                assert isinstance(control, Control)  # noqa: S101 - as they were made
                [measure] = register.children(control.id)
                assert isinstance(measure, Measure)  # noqa: S101 - as they were made
                texts = (control.title, control.purpose, measure.title, measure.what_to_do)
                rows.append([title, *(Paragraph(text, style) for text in texts)])
                title = ""
        story += [Paragraph(title_of(area), style), Table(rows, [139, 150, 150, 150, 161])]
    SimpleDocTemplate(BytesIO(), pagesize=landscape(A4)).build(story)


def main() -> None:
    """Measure, and print a line for each."""
    small, large = plan_of(1_000), plan_of(10_000)
    few, stock = median_pair(lambda: ours(*small), lambda: platypus(*small), 3)
    many = median_seconds(lambda: ours(*large), 1, warm_up=0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = ours(*small).pages
    report("PDF of 1,000 rows, a page against 2 ms", few / pages, 0.002, 1)
    report("PDF of 10,000 rows against 1,000", many, few, 10.5)
    report("PDF of 1,000 rows against stock tables, untagged", few, stock, 0.2)
    print(f"1,000 rows: {pages} pages; memory after 10,000 rows: {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
