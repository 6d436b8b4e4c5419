"""Random but legal plans, with the oddities that real ones have, for the tests of every room."""

import json
import string
from dataclasses import replace
from datetime import date
from enum import StrEnum

from hypothesis import strategies as st

from qpdesk.domain.fields import LONG_TEXTS
from qpdesk.domain.nodes import LEVELS, PARENTS, Footnote, Kind, Measure, Node, kind_of, title_of
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.record import FIELDS, OPTIONAL, Record, from_record
from qpdesk.domain.register import Register

AWKWARD = (
    "Vårdplan finns i alla ärenden",
    'Frågan "Vem får inte veta?" ställs, och ”Min plan” fylls i',
    "=SUM(A1:A9)",
    "<b>fet</b> & <para>&amp; {%s} \\n",
    "'; DROP TABLE item; --",
    "Andel (%) 13\N{EN DASH}20 år - 67\N{NO-BREAK SPACE}%",
    "skydds\N{SOFT HYPHEN}bedömning/funktions-/nedsättning",
    "A\N{COMBINING RING ABOVE}r \N{ARABIC LETTER ALEF} \N{GRINNING FACE}",
    "x" * 300,
    "..\\..\\CON: a/b?",
)
"""Texts that a careless program takes for markup, formula, path or command, or cannot print."""

_LETTERS = string.ascii_letters + "åäöÅÄÖéü §\N{EN DASH}-\"”'()[]^,.%0123456789"
_LARGEST = 10**12

lines = st.sampled_from(AWKWARD) | st.text(_LETTERS, min_size=1, max_size=30).map(
    lambda text: " ".join(text.split()) or "Å"
)
"""A title: one line, not empty."""

cells = st.just("") | st.lists(
    st.sampled_from(("", "- ")).flatmap(lambda mark: lines.map(lambda line: mark + line)),
    max_size=3,
).map("\n".join)
"""A cell's text: nothing, or paragraphs and list items."""

extras = st.just("") | st.dictionaries(
    lines, lines | st.integers(0, 9), min_size=1, max_size=2
).map(lambda keys: json.dumps(keys, ensure_ascii=False, sort_keys=True))
"""What an imported file had and we do not know."""

WIDER = "a; b; c; d; e | f; g; h; i; j | 1 låg; 10 hög"
"""A scale of five by five, as plans store it."""

_dates = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
_numbers = st.floats(-_LARGEST, _LARGEST, allow_nan=False) | st.sampled_from((0.0, 4.2, 67.0))
_factor = st.integers(1, 4)

judgements = st.one_of(
    st.just((None, None, None)),
    st.tuples(st.sampled_from(sorted(LEVELS)), st.none(), st.none()),
    st.tuples(st.none() | st.sampled_from(sorted(LEVELS)), _factor, st.none()),
    st.tuples(_factor, _factor).map(lambda both: (both[0] * both[1], *both)),
)
"""A risk's level, likelihood and consequence: not judged, only the product, half known, whole."""


def records(kind: Kind) -> st.SearchStrategy[Record]:
    """Legal values for every field of a kind."""
    fields = {name: _values(kind, name) for name in FIELDS[kind]}
    if kind is not Kind.RISK:
        return st.fixed_dictionaries(fields)
    names = ("level", "likelihood", "consequence")
    others = st.fixed_dictionaries({name: fields[name] for name in fields if name not in names})
    return st.tuples(others, judgements).map(
        lambda both: both[0] | dict(zip(names, both[1], strict=True))
    )


def _values(kind: Kind, name: str) -> st.SearchStrategy[str | int | float | None]:
    """What may stand in one field."""
    wanted = FIELDS[kind][name]
    if name in _SPECIAL:
        return _SPECIAL[name]
    if issubclass(wanted, StrEnum):
        return st.sampled_from([choice.value for choice in wanted])
    short = st.just("") | lines
    plain = {str: short, int: st.integers(0, 10**6), float: _numbers, date: _dates}[wanted]
    return st.none() | plain if name in OPTIONAL[kind] else plain


_SPECIAL = dict.fromkeys(LONG_TEXTS, cells) | {
    "extra": extras,
    "title": lines,
    "key": st.text(string.digits + "ab", min_size=1, max_size=3),
    "level": st.integers(1, 3),  # a chapter's; a risk's stands among the judgements
    "status_reference": st.just(""),
    "scale": st.sampled_from(("", WIDER)),
    "fewest": st.none() | st.integers(0, 20),
    "year": st.none() | st.integers(1900, 2200),
}


@st.composite
def registers(draw: st.DrawFn, *, smallest: int = 0, largest: int = 12, plans: int = 2) -> Register:
    """A register of at most so many plans, each with so many items below it.

    Parents are any that the rules allow, so risks without controls, controls without risks and
    measures with neither all occur; titles repeat, texts refer to notes, some siblings share a key.
    """
    seed = draw(st.integers(0, 2**32 - 1))
    nodes: list[Node] = []
    for _ in range(draw(st.integers(1, plans))):
        branch = [_node(draw, seed, len(nodes), Kind.PLAN, None)]
        for _ in range(draw(st.integers(smallest, largest))):
            parent = draw(st.sampled_from([node for node in branch if _BELOW[kind_of(node)]]))
            kind = draw(st.sampled_from(_BELOW[kind_of(parent)]))
            branch.append(_node(draw, seed, len(nodes) + len(branch), kind, parent.id))
        nodes += _with_references(draw, branch)
    return Register(_with_keys(draw, nodes))


_BELOW = {above: [kind for kind in Kind if above in PARENTS[kind]] for above in Kind}


def _node(draw: st.DrawFn, seed: int, number: int, kind: Kind, parent: NodeId | None) -> Node:
    record = draw(records(kind))
    if kind is Kind.FOOTNOTE:
        record["key"] = f"{record['key']}n{number}"  # a plan's notes have different keys
    return from_record(kind, NodeId(f"{seed:08x}{number:024x}"), Place(parent, "1"), record)


def _with_references(draw: st.DrawFn, nodes: list[Node]) -> list[Node]:
    """Some texts refer to the plan's notes, some measures to another item's comment."""
    notes = ["", *(f'"Hela huset[^{node.key}]?"' for node in nodes if isinstance(node, Footnote))]
    return [_referring(draw, node, notes, nodes) for node in nodes]


def _referring(draw: st.DrawFn, node: Node, notes: list[str], nodes: list[Node]) -> Node:
    values = {
        name: getattr(node, name) + draw(st.sampled_from(notes))
        for name in ("what_to_do", "follow_up", "comment", "purpose")
        if len(notes) > 1 and hasattr(node, name)
    }
    if isinstance(node, Measure) and draw(st.booleans()):
        values["status_reference"] = draw(st.sampled_from(nodes)).id
    return replace(node, **values)


def _with_keys(draw: st.DrawFn, nodes: list[Node]) -> list[Node]:
    """Ascending keys in the order drawn, but now and then two siblings share one."""
    last: dict[NodeId | None, str] = {}
    result = []
    for node in nodes:
        parent = node.place.parent
        shared = parent in last and draw(st.integers(0, 9)) == 0
        last[parent] = last[parent] if shared else keys_after(last.get(parent, ""), 1)[0]
        result.append(replace(node, place=Place(parent, last[parent])))
    return result


def facts(register: Register, parent: NodeId | None = None) -> list[object]:
    """The tree without ids and keys: equal for two registers exactly when they say the same.

    Items that are shown in different lists have no order among each other.
    """
    rows: list[object] = []
    for kinds in _LISTS:
        for node in register.children(parent, *kinds):
            values = {name: getattr(node, name) for name in FIELDS[kind_of(node)]}
            if isinstance(node, Measure):
                target = register.get(node.status_reference)
                values["status_reference"] = target and title_of(target)
            rows.append((kind_of(node), values, facts(register, node.id)))
    return rows


_TREE = (Kind.RISK, Kind.CONTROL, Kind.MEASURE)
_LISTS = (_TREE, *((kind,) for kind in Kind if kind not in _TREE))
