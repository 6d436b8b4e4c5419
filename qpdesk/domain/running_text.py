"""The chapters of a plan as one running text: headings, paragraphs and bullets, block by block."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from qpdesk.domain.nodes import Chapter, Kind
from qpdesk.domain.order import NodeId
from qpdesk.domain.register import Register
from qpdesk.domain.text import one_line, split_bullet


class Shape(StrEnum):
    """What a block is."""

    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"

    @property
    def level(self) -> int:
        """The level of a heading, 0 for what is none."""
        return _LEVELS.get(self, 0)


_LEVELS = {Shape.HEADING_1: 1, Shape.HEADING_2: 2, Shape.HEADING_3: 3}
HEADINGS = {level: shape for shape, level in _LEVELS.items()}


@dataclass(frozen=True, slots=True)
class Block:
    """One line of running text; ``[^key]`` in it refers to a note.

    ``chapter`` is which chapter a heading names; None: one that is not there yet.
    """

    shape: Shape
    text: str
    chapter: NodeId | None = None

    def settled(self) -> "Block":
        """As it will be read again: blanks of a heading as one, a typed list mark as a bullet."""
        if self.shape.level:
            return replace(self, text=one_line(self.text))
        is_bullet, text = split_bullet(self.text)
        if self.shape is Shape.PARAGRAPH and not is_bullet:
            return self if self.chapter is None else Block(Shape.PARAGRAPH, self.text)
        return Block(Shape.BULLET, text if self.shape is Shape.PARAGRAPH else self.text.lstrip())


def blocks_of(chapters: Iterable[Chapter]) -> list[Block]:
    """Chapters as running text."""
    blocks = []
    for chapter in chapters:
        blocks.append(Block(HEADINGS[chapter.level], chapter.title, chapter.id))
        blocks += body_of(chapter.text)
    return blocks


def body_of(text: str) -> list[Block]:
    """A chapter's text as blocks."""
    lines = text.removesuffix("\n").split("\n") if text else []
    return [
        Block(Shape.BULLET if is_bullet else Shape.PARAGRAPH, words)
        for is_bullet, words in map(split_bullet, lines)
    ]


def text_of(body: Iterable[Block]) -> str:
    """Blocks without headings as a chapter's text; a blank line at the end is one of its own."""
    lines = [f"- {each.text}" if each.shape is Shape.BULLET else each.text for each in body]
    return "\n".join(lines) + ("\n" if lines and not lines[-1] else "")


def chapters_of(register: Register, plan: NodeId) -> list[Chapter]:
    """A plan's chapters in order."""
    nodes = register.children(plan, Kind.CHAPTER)
    return [node for node in nodes if isinstance(node, Chapter)]
