"""How fast a plan becomes a PDF: 1,000 and 10,000 table rows, beside the peers in ``paper_peers``.

Typst and WeasyPrint take part where they are installed (``uv sync --group bench``). With the word
``large`` every peer gets 10,000 rows as well: that takes some minutes and 2 GB of memory.
"""

import resource
import sys
from collections.abc import Iterator
from functools import partial
from random import Random

from measure import median_pair, median_seconds, report
from paper_peers import PEERS
from qpdesk.domain.nodes import Area, Control, Measure, Node, Plan, Risk
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


def main() -> None:
    """Measure, and print a line for each."""
    small, large, usual = plan_of(1_000), plan_of(10_000), plan_of(210)
    pages = ours(*usual).pages
    report(
        f"PDF of {pages} pages against 150 ms", median_seconds(partial(ours, *usual), 5), 0.15, 1
    )
    few = median_seconds(partial(ours, *small), 3)
    report("PDF of 1,000 rows, a page against 2 ms", few / ours(*small).pages, 0.002, 1)
    many = median_seconds(partial(ours, *large), 1, warm_up=0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report("PDF of 10,000 rows against 1,000", many, few, 10.5)
    report("... memory, 1 MB as 1 ms, against 130 MB", peak / 1000, 0.13, 1)
    against_peers(small, 3)
    if "large" in sys.argv:
        against_peers(large, 1)


def against_peers(plan: tuple[Register, Plan], rounds: int) -> None:
    """Each peer that is here, turn by turn with ours; WeasyPrint by the page, as its are fuller."""
    areas = len(plan[0].children(plan[1].id))
    for name, (make, aim, by_page) in PEERS.items():
        peer = make()
        if peer is None:
            print(f"{name} is not installed: uv sync --group bench", file=sys.stderr)
            continue
        ourselves, theirs = median_pair(
            partial(ours, *plan), partial(peer, *plan), rounds, warm_up=rounds > 1
        )
        if by_page:
            ourselves, theirs = ourselves / ours(*plan).pages, theirs / peer(*plan)
        report(f"PDF of {areas * _PER_AREA:,} rows against {name}", ourselves, theirs, aim)


if __name__ == "__main__":
    main()
