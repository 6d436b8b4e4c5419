"""From texts to blocks: paragraphs, list items, labels, notes and links, in lines of some width.

Text is text: nothing in it is ever taken for markup. What the notation of the domain means (list
items, references to notes) and web and mail addresses are all that is looked for.
"""

from collections.abc import Iterable, Iterator

from qpdesk.domain.addresses import as_uri, split_addresses
from qpdesk.domain.text import paragraphs, split_references
from qpdesk.report.badges import BESIDE, STATUS_COLOURS, BadgeBlock, band
from qpdesk.report.blocks import AS_IT_IS, Block, Column, Mark, RunBlock, Setting, Target
from qpdesk.report.canvas import TaggedCanvas
from qpdesk.report.faces import Faces, printable
from qpdesk.report.hyphens import Hyphens
from qpdesk.report.lines import Run, plain_lines, run_lines
from qpdesk.report.looks import ACCENT, Colour, Style, Styles
from qpdesk.report.notes import Note, Notes
from qpdesk.report.passages import Badge, Look, Passage, StatusMark, Text
from qpdesk.report.structure import Element
from qpdesk.report.words import Words

BULLET = "\N{BULLET}"
_BULLET_INDENT = 1.15  # of the size
_LIST = "/A<</O/List/ListNumbering/Disc>>"
_NOT_PLAIN = ("[^", "@", "://")
"""What a text has in it that may need more than one run."""
_WITH_NEXT = Setting(keep=True)


class Typesetter:
    """Sets texts for one document.

    Args:
        canvas: What the blocks will be drawn on.
        faces: The document's faces.
        words: The fixed texts' language.
        notes: The document's footnotes.
        accent: The colour of headings.
    """

    def __init__(
        self,
        canvas: TaggedCanvas,
        faces: Faces,
        words: Words,
        notes: Notes,
        accent: Colour = ACCENT,
    ) -> None:
        self.styles = Styles.of(faces, accent)
        self.notes = notes
        self._canvas = canvas
        self._faces = faces
        self.words = words
        self._hyphens = Hyphens(words.hyphenation)

    def paragraph(
        self,
        element: Element,
        text: str,
        style: Style,
        width: float,
        setting: Setting = AS_IT_IS,
    ) -> Block:
        """One paragraph as a block of the element."""
        text = printable(text)
        units = style.units(width - setting.indent)
        hyphens = self._hyphens if setting.hyphenated else None
        is_plain = not any(sign in text for sign in _NOT_PLAIN)
        if is_plain and not setting.label:
            return Block(element, plain_lines(text, style.face, units, hyphens), style, setting)
        targets: dict[int, Target] = {}
        label = f"{setting.label} "
        runs = [Run(label, self._faces.bold, order=-1)] if setting.label else []
        runs += [Run(text, style.face)] if is_plain else self._runs(text, style, targets)
        return RunBlock(element, run_lines(runs, units, hyphens), style, targets, setting)

    def text(
        self, parent: Element, text: str, style: Style, width: float, label: str = ""
    ) -> Iterator[Block]:
        """A text of paragraphs and list items, as elements below ``parent``."""
        items: Element | None = None
        for is_item, line in paragraphs(text):
            if is_item and label:
                setting = Setting(label, keep=True)
                yield self.paragraph(parent.child("P"), "", style, width, setting)
            if is_item:
                items = items or parent.child("L", _LIST)
                yield self._item(items, line, style, width)
            else:
                items = None
                setting = Setting(label) if label else AS_IT_IS
                yield self.paragraph(parent.child("P"), line, style, width, setting)
            label = ""

    def cell(self, element: Element, passages: Iterable[Passage], width: float) -> Column:
        """The passages of a cell. A single paragraph is the cell's own content."""
        passages = tuple(passages)
        match passages:
            case (Text(text, Look.BODY, ""),) if "\n" not in text and not text.startswith("-"):
                return Column([self.paragraph(element, text, self.styles.cell, width)])
        blocks: list[Block] = []
        for passage in passages:
            blocks.extend(self._passage(element, passage, width))
        return Column(blocks)

    def note(self, element: Element, note: Note, width: float) -> Block:
        """A footnote, with a link back from its number to the first reference."""
        style = self.styles.note
        targets: dict[int, Target] = {}
        label = Element("Lbl")
        link = Element("Link")
        label.kids.append(link)
        back = self.words.back_to_reference.format(number=note.number)
        targets[-1] = Target(link, label, back, destination=note.first_reference)
        number = Run(f"{note.number} ", self._faces.bold, order=-1)
        text = " ".join(line for _, line in paragraphs(note.text))
        runs = [number, *self._runs(printable(text), style, targets)]
        return RunBlock(element, run_lines(runs, style.units(width), self._hyphens), style, targets)

    def _passage(self, element: Element, passage: Passage, width: float) -> Iterator[Block]:
        match passage:
            case Text():
                yield from self._text_passage(element, passage, width)
            case Badge(level, text):
                style = self.styles.badge
                room = style.units(width - BESIDE)
                lines = plain_lines(printable(text), style.face, room, self._hyphens)
                yield BadgeBlock(element.child("P"), lines, style, band(level))
            case StatusMark(status, text):
                style = Style(self._faces.bold, 9, 11.6, STATUS_COLOURS[status])
                yield self.paragraph(element.child("P"), text, style, width, _WITH_NEXT)

    def _text_passage(self, element: Element, passage: Text, width: float) -> Iterator[Block]:
        styles, text = self.styles, passage.text
        match passage.look:
            case Look.TITLE:
                paragraph = element.child("P")
                yield self.paragraph(paragraph, text, styles.cell_title, width, _WITH_NEXT)
            case Look.BODY:
                yield from self.text(element, text, styles.cell, width, passage.label)
            case Look.SMALL:
                yield from self.text(element, text, styles.cell_small, width, passage.label)

    def _item(self, items: Element, text: str, style: Style, width: float) -> Block:
        item = items.child("LI")
        indent = style.size * _BULLET_INDENT
        setting = Setting(indent=indent, mark=Mark(item.child("Lbl"), BULLET, indent))
        return self.paragraph(item.child("LBody"), text, style, width, setting)

    def _runs(self, text: str, style: Style, targets: dict[int, Target]) -> list[Run]:
        """The text in runs; where linked ones lead is put into ``targets``."""
        runs: list[Run] = []
        for piece, key in split_references(text):
            for part, address in split_addresses(piece):
                runs.append(Run(part, style.face, address, order=len(runs)))
                if address:
                    targets[runs[-1].order] = self._address(address)
            if key:
                runs.append(self._reference(key, style, runs, targets))
        return runs

    def _address(self, address: str) -> Target:
        link = Element("Link")
        description = self.words.link.format(address=address.removeprefix("mailto:"))
        return Target(link, link, description, address=as_uri(address))

    def _reference(
        self, key: str, style: Style, runs: list[Run], targets: dict[int, Target]
    ) -> Run:
        referred = self.notes.refer(key)
        if referred is None:  # a reference to nothing is text like any other
            return Run(f"[^{key}]", style.face, order=len(runs))
        note, is_first = referred
        reference = Element("Reference")
        link = Element("Link")
        reference.kids.append(link)
        targets[len(runs)] = Target(
            link,
            reference,
            self.words.to_note.format(number=note.number),
            destination=note.place,
            place=note.first_reference if is_first else "",
        )
        comma = "," if runs and runs[-1].note else ""
        return Run(f"{comma}{note.number}", style.face, note=note.number, order=len(runs))
