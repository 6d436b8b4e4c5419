"""From running text back to chapters: what was written, as one edit.

A heading that is typed divides a chapter and one that is taken away joins two. A chapter whose
heading stays is the same chapter, wherever its text has gone.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from qpdesk.domain.changes import Added, Change, Deed, Edit, Moved, Removed, Replaced
from qpdesk.domain.fields import with_field
from qpdesk.domain.nodes import Chapter, Footnote, Holds, Kind, Node, new_id
from qpdesk.domain.order import NodeId, Place, key_between
from qpdesk.domain.prose import prose
from qpdesk.domain.register import Register
from qpdesk.domain.running_text import Block, Shape, body_of, chapters_of, text_of
from qpdesk.domain.text import references


@dataclass(frozen=True, slots=True)
class Memory:
    """What was shown when the text was last in step with the register, and may have been cut out.

    ``untitled`` is what text before the first heading is put under.
    """

    untitled: str
    chapters: Mapping[NodeId, Chapter] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)


def rewrite(register: Register, plan: NodeId, blocks: Iterable[Block], memory: Memory) -> Edit:
    """Make the plan's chapters say what the blocks say.

    A chapter that is in the register but not in ``memory`` is left alone: it was never shown. A
    note comes with the first reference to it, and goes with the last.

    Raises:
        EditRefused: A text may not be kept as it is.
    """
    old = {chapter.id: chapter for chapter in chapters_of(register, plan)}
    wanted = _wanted(plan, blocks, memory, old)
    new_ids = {chapter.id for chapter in wanted}
    gone = [each for each in old.values() if each.id in memory.chapters and each.id not in new_ids]
    wanted = _holding(list(old.values()), wanted, gone)
    wanted = [replace(each, place=place) for each, place in _placed(old, wanted, register, plan)]
    changes: list[Change] = []
    for chapter in wanted:
        changes += _changed(old.get(chapter.id), chapter)
    changes += [Removed(chapter) for chapter in gone]
    before, after = old.values(), (*wanted, *(old[i] for i in old if i not in new_ids))
    staying = [each for each in after if each not in gone]
    added, removed = _notes(register, plan, before, staying, memory.notes)
    return Edit(Deed.CHANGE, (*changes, *added, *removed), "text")


@dataclass(slots=True)
class _Section:
    heading: Block
    body: list[Block]


def _sections(blocks: Iterable[Block], memory: Memory) -> Iterator[_Section]:
    """A section for each heading; one that is empty and names no chapter is a blank line."""
    section: _Section | None = None
    for block in blocks:
        names = block.text.strip() or block.chapter in memory.chapters
        if block.shape.level and names:
            if section is not None:
                yield section
            section = _Section(block, [])
            continue
        if section is None:
            if not block.text.strip():
                continue
            section = _Section(Block(Shape.HEADING_1, memory.untitled), [])
        section.body.append(Block(Shape.PARAGRAPH, "") if block.shape.level else block.settled())
    if section is not None:
        yield section


def _wanted(
    plan: NodeId, blocks: Iterable[Block], memory: Memory, old: Mapping[NodeId, Chapter]
) -> list[Chapter]:
    """The chapters as the blocks say, those that were there where they were."""
    wanted: list[Chapter] = []
    seen: set[NodeId] = set()
    for section in _sections(blocks, memory):
        name = section.heading.chapter
        known = None
        if name is not None and name not in seen:
            known = old.get(name) or memory.chapters.get(name)
        wanted.append(_chapter(plan, section, known, wanted[-1] if wanted else None))
        seen.add(wanted[-1].id)
    return wanted


def _chapter(
    plan: NodeId, section: _Section, known: Chapter | None, above: Chapter | None
) -> Chapter:
    """A section as a chapter; a new one is printed in the same document as the one above it."""
    if known is None:
        known = Chapter(id=new_id(), place=Place(plan, ""), title="-")
        known = replace(known, document=above.document) if above else known
    values: dict[str, str | int] = {"level": section.heading.shape.level}
    if section.heading.text.strip():
        values["title"] = section.heading.text
    if [block.settled() for block in body_of(known.text)] != section.body:
        values["text"] = text_of(section.body)
    for name, value in values.items():
        if getattr(known, name) != value:
            changed = with_field(known, name, value)
            known = changed if isinstance(changed, Chapter) else known
    return known


def _holding(
    before: Sequence[Chapter], wanted: list[Chapter], gone: Sequence[Chapter]
) -> list[Chapter]:
    """Tables stay where they stood: below the text that was the last above them."""
    chapters = {chapter.id: chapter for chapter in wanted}
    lost = {chapter.id for chapter in gone}
    above: NodeId | None = None
    for chapter in before:
        if chapter.id in chapters:
            above = chapter.id
        elif chapter.id in lost and above is not None and not chapters[above].holds:
            chapters[above] = replace(chapters[above], holds=chapter.holds)
    old = {chapter.id: chapter for chapter in before}
    for first, second in pairwise(wanted):
        holder = chapters[first.id]
        if holder.holds and second.id not in old and _ends(old.get(first.id), second):
            chapters[second.id] = replace(chapters[second.id], holds=holder.holds)
            chapters[first.id] = replace(holder, holds=Holds.NOTHING)
    return list(chapters.values())


def _ends(divided: Chapter | None, rest: Chapter) -> bool:
    """Whether the new chapter has the last words that the divided one had."""
    last = [block for block in body_of(divided.text if divided else "") if block.text.strip()][-1:]
    return bool(last) and last[0] in body_of(rest.text)


def _placed(
    old: Mapping[NodeId, Chapter], wanted: Sequence[Chapter], register: Register, plan: NodeId
) -> Iterator[tuple[Chapter, Place]]:
    """Where each stands: as many as can keep their place do, the others come between them."""
    slots = [(each.place.key, each.id) for each in wanted]
    if slots == sorted(slots) and all(each.id in old for each in wanted):
        yield from ((each, each.place) for each in wanted)  # though two may share a key
        return
    kept = _ascending([(i, each.place.key) for i, each in enumerate(wanted) if each.id in old])
    rest = iter([*(wanted[i].place.key for i in sorted(kept)), ""])
    following = next(rest)
    last = ""
    end = max((node.place.key for node in register.children(plan)), default="")
    for number, chapter in enumerate(wanted):
        if number in kept:
            last, following = chapter.place.key, next(rest)
        else:
            last = key_between(last if last or following else end, following)
        yield chapter, Place(plan, last)


def _ascending(keys: Sequence[tuple[int, str]]) -> set[int]:
    """The numbers of the longest series of keys that ascend as they stand."""
    ends: list[str] = []
    chains: list[list[int]] = []
    for number, key in keys:
        at = bisect_left(ends, key)
        chain = [*(chains[at - 1] if at else []), number]
        ends[at : at + 1], chains[at : at + 1] = [key], [chain]
    return set(chains[-1]) if chains else set()


def _changed(before: Chapter | None, after: Chapter) -> Iterator[Change]:
    """What is done to one chapter."""
    if before is None:
        yield Added(after)
        return
    there = replace(after, place=before.place)
    if there != before:
        yield Replaced(before, there)
    if after != there:
        yield Moved(there, after)


def _notes(
    register: Register,
    plan: NodeId,
    before: Iterable[Chapter],
    after: Iterable[Chapter],
    texts: Mapping[str, str],
) -> tuple[list[Change], list[Change]]:
    """The notes that come with what is written, and those that nothing refers to any more."""
    there = [node for node in register.children(plan, Kind.FOOTNOTE) if isinstance(node, Footnote)]
    named, wanted = _keys(before), _keys(after)
    known = {note.key for note in there}
    last = max((node.place.key for node in register.children(plan)), default="")
    added: list[Change] = []
    for key in wanted:
        if key not in known and key in texts:
            last = key_between(last, "")
            note = Footnote(id=new_id(), place=Place(plan, last), key=key)
            added.append(Added(with_field(note, "text", texts[key])))
    dropped = set(named) - set(wanted)
    if dropped:
        others = (node for node in register.walk(plan) if not isinstance(node, Chapter))
        dropped -= set(_keys(others))
    return added, [Removed(note) for note in there if note.key in dropped]


def _keys(nodes: Iterable[Node]) -> dict[str, None]:
    """The keys that texts refer to, in order."""
    return {key: None for node in nodes for _, text in prose(node) for key in references(text)}


def free_key(taken: Iterable[str]) -> str:
    """The lowest number that is no note's key yet."""
    keys = set(taken)
    return str(1 + sum(1 for _ in takewhile(lambda n: str(n) in keys, range(1, len(keys) + 1))))
