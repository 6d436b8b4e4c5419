"""What a year's report is made of: the plans of the year and their chapters for it."""

from collections.abc import Sequence
from dataclasses import replace

from qpdesk.domain.nodes import Chapter, Document, Footnote, Kind, Node, Plan
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.text import with_keys

_SIGN = "\N{SYMBOL FOR UNIT SEPARATOR}"  # so that no one's own key is like ours


def plans_of_year(register: Register, plan: Plan) -> tuple[Plan, ...]:
    """The plans of a plan's year, in order; a plan without a year is alone."""
    plans = (node for node in register.children() if isinstance(node, Plan))
    same = (each for each in plans if each.year == plan.year and plan.year is not None)
    return tuple(same) or (plan,)


def free_chapters(register: Register, plans: Sequence[Plan]) -> tuple[Chapter, ...]:
    """The plans' chapters for the year's report, in order."""
    return tuple(
        node
        for plan in plans
        for node in register.children(plan.id, Kind.CHAPTER)
        if isinstance(node, Chapter) and node.document is Document.YEAR_REPORT
    )


def with_notes_apart(register: Register, plans: Sequence[Plan]) -> Register:
    """The plans by themselves, with footnotes whose keys are not those of another plan's."""
    nodes: list[Node] = []
    for number, plan in enumerate(plans, 1):
        keys = {
            note.key: f"{number}{_SIGN}{place}"
            for place, note in enumerate(register.children(plan.id, Kind.FOOTNOTE))
            if isinstance(note, Footnote)
        }
        nodes += [_renamed(node, keys) for node in (register[plan.id], *register.walk(plan.id))]
    return Register(nodes)


def _renamed(node: Node, keys: dict[str, str]) -> Node:
    texts = {name: with_keys(text, keys) for name, text in prose(node) if "[^" in text}
    if isinstance(node, Footnote):
        texts["key"] = keys[node.key]
    return replace(node, **texts) if texts else node  # type: ignore[arg-type]  # names of texts
