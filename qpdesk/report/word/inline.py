"""Text with links and references to footnotes as Word has them, and the footnotes themselves."""

from collections.abc import Iterator, Mapping

from qpdesk.domain.addresses import as_uri, split_addresses
from qpdesk.domain.text import paragraphs, references, split_references
from qpdesk.report.word.markup import (
    DECLARATION,
    NAMESPACES,
    Paragraph,
    Relations,
    attribute,
    field,
    plain,
    run,
)
from qpdesk.report.word.styles import INNER_NOTE

RAISED = '<w:rStyle w:val="FootnoteReference"/>'
_INNER = f'<w:rStyle w:val="{INNER_NOTE}"/>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'
_COMMA = f'{RAISED}<w:vertAlign w:val="superscript"/>'


class Footnotes:
    """The document's footnotes, numbered as they are first referred to.

    Word counts by itself and allows one mark for a note; a further reference is a cross-reference
    to it. A note cannot have notes: what it refers to gets its mark in the text, right after its
    own, so that nothing is left out.

    Args:
        texts: The plan's footnotes by key.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._numbers: dict[str, int] = {}
        self.relations = Relations()

    def marks(self, key: str) -> list[str] | None:
        """What stands in the text for a reference; None when there is no such note."""
        if key not in self._texts:
            return None
        if key in self._numbers:
            return [self._again(key)]
        first, *inner = self._with_those_inside(key)
        return [self._first(first), *[run(",", _INNER) + self._first(new, _INNER) for new in inner]]

    def again(self, key: str) -> list[str] | None:
        """The same inside a note."""
        return [self._again(key)] if key in self._numbers else None

    def _with_those_inside(self, key: str) -> list[str]:
        """The key and those that its note leads to and have no number yet; all get theirs."""
        self._numbers[key] = len(self._numbers) + 1
        keys = [key]
        for inner in references(self._texts[key]):
            if inner in self._texts and inner not in self._numbers:
                keys += self._with_those_inside(inner)
        return keys

    def _first(self, key: str, look: str = RAISED) -> str:
        number = self._numbers[key]
        place = f'w:id="{number}"'
        return (
            f'<w:bookmarkStart {place} w:name="_RefNote{number}"/><w:r><w:rPr>{look}</w:rPr>'
            f"<w:footnoteReference {place}/></w:r><w:bookmarkEnd {place}/>"
        )

    def _again(self, key: str) -> str:
        number = self._numbers[key]
        return field(f"NOTEREF _RefNote{number} \\f \\h", str(number), RAISED)

    def xml(self) -> str:
        """The part that holds them, with the two separators that Word asks for."""
        notes = "".join(self._note(key, number) for key, number in self._numbers.items())
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" '
            f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        return f"{DECLARATION}<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"

    def _note(self, key: str, number: int) -> str:
        mark = f"<w:r><w:rPr>{RAISED}</w:rPr><w:footnoteRef/></w:r>{run(' ')}"
        inline = Inline(self, self.relations, is_note=True)
        lines = [f"- {line}" if is_item else line for is_item, line in paragraphs(self._texts[key])]
        body = "".join(
            Paragraph("FootnoteText", ("" if index else mark) + inline.runs(line)).xml()
            for index, line in enumerate(lines or [""])
        )
        return f'<w:footnote w:id="{number}">{body}</w:footnote>'


class Inline:
    """Makes runs of user text.

    Args:
        notes: The document's footnotes.
        relations: Of the part that the text stands in, for its links.
        is_note: Whether it stands in a footnote.
    """

    def __init__(self, notes: Footnotes, relations: Relations, *, is_note: bool = False) -> None:
        self._marks = notes.again if is_note else notes.marks
        self._relations = relations

    def runs(self, text: str, properties: str = "") -> str:
        """One line of text in the domain's notation."""
        return "".join(self._pieces(plain(text), properties))

    def _pieces(self, text: str, properties: str) -> Iterator[str]:
        is_after_mark = False
        for piece, key in split_references(text):
            for part, address in split_addresses(piece):
                yield self._link(part, address) if address else run(part, properties)
            marks = self._marks(key) if key else []
            if marks is None:  # a reference to nothing is text like any other
                yield run(f"[^{key}]", properties)
                marks = []
            if is_after_mark and not piece and marks:
                yield run(",", _COMMA)
            yield from marks
            is_after_mark = bool(marks)

    def _link(self, text: str, address: str) -> str:
        name = self._relations.add("hyperlink", as_uri(address), is_outside=True)
        shown = run(text, _LINK)
        return f'<w:hyperlink r:id={attribute(name)} w:history="1">{shown}</w:hyperlink>'
