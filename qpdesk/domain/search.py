"""Search as you type over a register: folded texts kept ready, hits in reading order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress

from qpdesk.domain.changes import Added, Change, Moved, Removed, Replaced
from qpdesk.domain.conditions import Condition, matcher
from qpdesk.domain.nodes import Node
from qpdesk.domain.order import NodeId
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.text import folded, split_references

_WORD = re.compile('"([^"]*)"?|([^\\s"]+)')
_QUOTES = str.maketrans("”“„»«", '"""""')


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words, and conditions that must all hold besides.

    ``query`` is as typed: every word must occur somewhere in the item, in any order, also inside
    longer words; words in quotation marks must stand together in one field.
    """

    query: str = ""
    conditions: tuple[Condition, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything is wanted."""
        return not self.query and not self.conditions


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found.

    ``ids`` are the items that match, in reading order; ``above`` are the items that must be shown
    for a tree to hold them and that do not match themselves. A count of hits is ``len(ids)``.
    """

    ids: tuple[NodeId, ...]
    above: frozenset[NodeId]


def words_of(query: str) -> tuple[str, ...]:
    """The folded words and phrases of a query; a quotation not yet closed is a phrase too."""
    found = (phrase or word for phrase, word in _WORD.findall(query.translate(_QUOTES)))
    return tuple(filter(None, (_ready(text) for text in found)))


def searchable(node: Node) -> str:
    """All words of an item, folded, one line for each field; footnote marks are left out."""
    return "\n".join(_ready(text) for _, text in prose(node))


class Index:
    """The searchable texts of a register, in reading order.

    Call ``changed`` after each change of the register. A change of an item's words costs one
    folding; a change of the tree has the rows counted anew at the next search.
    """

    def __init__(self, register: Register) -> None:
        self._register = register
        self._text_of = {node.id: searchable(node) for node in register.nodes()}
        self._rows: dict[NodeId, int] | None = None
        self._ids: list[NodeId] = []
        self._texts: list[str] = []
        self._parents: list[int] = []
        self._sizes: list[int] = []

    def changed(self, change: Change) -> None:
        """Take note of a change that the register has made."""
        match change:
            case Added(node):
                self._text_of[node.id] = searchable(node)
                self._rows = None
            case Removed(node):
                del self._text_of[node.id]
                self._rows = None
            case Replaced(_, after):
                self._text_of[after.id] = searchable(after)
                if self._rows is not None:
                    self._texts[self._rows[after.id]] = self._text_of[after.id]
            case Moved():
                self._rows = None

    def find(self, search: Search, branch: NodeId | None = None) -> Hits:
        """The items at and below ``branch`` (a plan, say; None: everywhere) that match."""
        rows = self._counted()
        words = words_of(search.query)
        passed = _matching(self._texts, words)
        if branch is not None:
            start = rows[branch]
            passed = _only(passed, start, start + self._sizes[start])
        if search.conditions:
            test = matcher(self._register, search.conditions, words=bool(words))
            passed = [
                yes and test(self._register[node_id])
                for node_id, yes in zip(self._ids, passed, strict=True)
            ]
        above = self._above(passed)
        return Hits(tuple(compress(self._ids, passed)), above)

    def _above(self, passed: list[bool]) -> frozenset[NodeId]:
        """The items above those that passed the search and that did not pass it themselves.

        Marks in an array and no sets of rows: those would be large, made anew at each key stroke,
        and large pieces of memory are slow to come by.
        """
        seen = bytearray(passed)
        seen.append(True)  # what stands above a plan, at row -1
        above: list[int] = []
        for parent in compress(self._parents, passed):
            row = parent
            while not seen[row]:
                seen[row] = True
                above.append(row)
                row = self._parents[row]
        return frozenset([self._ids[row] for row in above])

    def _counted(self) -> dict[NodeId, int]:
        """The rows of all items; the tree is walked only if it has changed."""
        if self._rows is None:
            nodes = list(self._register.walk())
            self._ids = [node.id for node in nodes]
            self._texts = [self._text_of[node_id] for node_id in self._ids]
            self._rows = {node_id: row for row, node_id in enumerate(self._ids)}
            self._parents = [
                -1 if node.place.parent is None else self._rows[node.place.parent] for node in nodes
            ]
            self._sizes = [1] * len(nodes)
            for row in range(len(nodes) - 1, -1, -1):  # children come after their parents
                if self._parents[row] >= 0:
                    self._sizes[self._parents[row]] += self._sizes[row]
        return self._rows


def _matching(texts: Sequence[str], words: Iterable[str]) -> list[bool]:
    """For each text whether all words occur in it."""
    passed = [True] * len(texts)
    for number, word in enumerate(sorted(words, key=len, reverse=True)):  # the rarest first, mostly
        if number == 0:
            passed = [word in text for text in texts]
        else:
            passed = [yes and word in text for yes, text in zip(passed, texts, strict=True)]
    return passed


def _only(passed: list[bool], start: int, end: int) -> list[bool]:
    """The marks from ``start`` to ``end``; all others taken away."""
    return [False] * start + passed[start:end] + [False] * (len(passed) - end)


def _ready(text: str) -> str:
    if "[^" in text:
        text = "".join(piece for piece, _ in split_references(text))
    return " ".join(folded(text).split())
