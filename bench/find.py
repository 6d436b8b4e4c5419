"""Search as you type over 10,000 items, beside a bare Python scan of the same strings."""

from measure import median_pair, median_seconds, report
from qpdesk.domain.changes import Replaced
from qpdesk.domain.conditions import LevelFrom, NotCompleted
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import Area, Control, Measure, Node, Plan, Risk
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.register import Register
from qpdesk.domain.search import Index, Search, searchable

_WORDS = (
    "uppföljning", "handläggning", "barn", "skydd", "bedömning", "rutin", "samtal", "ärende",
    "genomförandeplan", "kontroll", "bostad", "samverkan", "och", "att", "för", "vid", "under",
)  # fmt: skip


def _text(number: int, length: int) -> str:
    """Different words for each item, the same in each run."""
    return " ".join(_WORDS[(number * 7 + step * (number % 13 + 1)) % 17] for step in range(length))


def _plan(size: int) -> Register:
    plan = Plan(place=Place(None, "1"), title="Plan")
    nodes: list[Node] = [plan]
    keys = iter(keys_after("", 3 * size))
    while len(nodes) < size:
        area = Area(place=Place(plan.id, next(keys)), title=_text(len(nodes), 4))
        nodes.append(area)
        for _ in range(9):
            nodes += _risk(area.id, len(nodes), [next(keys), next(keys), next(keys)])
    return Register(nodes)


def _risk(area: NodeId, number: int, keys: list[str]) -> list[Node]:
    risk = Risk(place=Place(area, keys[0]), title=_text(number, 9), level=9)
    control = Control(
        place=Place(risk.id, keys[1]), title=_text(number + 1, 5), purpose=_text(number, 14)
    )
    measure = Measure(
        place=Place(control.id, keys[2]), title=_text(number + 2, 5), what_to_do=_text(number, 25)
    )
    return [risk, control, measure]


def main() -> None:
    """Measure building, key strokes and what an edit costs."""
    register = _plan(10_000)
    pairs = [(node.id, searchable(node)) for node in register.walk()]
    report("find: build the index, 10,000 items", median_seconds(lambda: Index(register), 3))
    index = Index(register)
    for query in ("u", "sk", "skydd", "genomförandeplan", "finns inte"):
        search = Search(query)
        word = max(query.split(), key=len)
        ours, bare = median_pair(
            lambda search=search: index.find(search),  # type: ignore[misc]
            lambda word=word: [node_id for node_id, text in pairs if word in text],  # type: ignore[misc]
            15,
        )
        hits = len(index.find(search).ids)
        report(f"find: key stroke “{query}”, {hits} hits in 10,000", ours, bare, 3.0)
    chips = Search("skydd", (NotCompleted(), LevelFrom(9)))
    report("find: key stroke with two chips", median_seconds(lambda: index.find(chips), 9))

    def after_a_move() -> None:
        index._rows = None  # noqa: SLF001 - what a move leaves behind
        index.find(Search("skydd"))

    report("find: first key stroke after a move", median_seconds(after_a_move, 5))
    node = next(node for node in register.nodes() if isinstance(node, Measure))
    change = Replaced(node, with_field(node, "title", "Ny rutin"))
    report("find: take note of an edit", median_seconds(lambda: index.changed(change), 99))


if __name__ == "__main__":
    main()
