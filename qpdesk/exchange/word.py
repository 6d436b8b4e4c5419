"""Reading a Word file (.docx) as paragraphs and grids, straight from its parts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.notes import read_typed_notes
from qpdesk.exchange.package import Package
from qpdesk.exchange.pages import Block, Cell, Grid, Paragraph, Role, Row
from qpdesk.exchange.word_styles import Look, Styles, W
from qpdesk.exchange.word_text import Scribe

WIDEST = 200  # columns; a merged cell can claim any number
_DEEPEST = 20  # tables in tables, content controls in content controls
_BULLETS = ("•", "·", "▪", "\uf0b7", "-", "\N{EN DASH}")
_LEAVES = frozenset({f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"})
_GONE = frozenset({f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}sdtPr"})


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document as it reads: blocks in order, notes by key, and the title of its properties."""

    blocks: tuple[Block, ...]
    notes: dict[str, str]
    title: str
    findings: tuple[Finding, ...]


def read_word(package: Package, main: str) -> Manuscript:
    """The document.

    Args:
        package: The file.
        main: The name of its main part.

    Raises:
        ImportFailed: A part is missing, damaged or unsafe.
    """
    folder = main.rpartition("/")[0]
    styles = package.optional_xml(f"{folder}/styles.xml")
    numbering = package.optional_xml(f"{folder}/numbering.xml")
    body = package.xml(main).find(f"{W}body")
    if body is None:
        raise ImportFailed(Reason.DAMAGED, main)
    typist = _Typist(Styles(styles, numbering))
    try:
        blocks = list(typist.blocks(body))
    except RecursionError:
        raise ImportFailed(Reason.TOO_LARGE, main) from None
    real = typist.note_texts(package, folder)
    typed = read_typed_notes(blocks, real)
    findings = [*typist.findings(), *typed.findings, *_margins(package, folder)]
    findings += package.strangers()
    return Manuscript(typed.blocks, real | dict(typed.notes), package.title(), tuple(findings))


class _Typist:
    """Goes through the body once, counting paragraphs and tables."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._keys: dict[tuple[str, str], str] = {}
        self._scribe = Scribe(self._keys)
        self._paragraphs = 0
        self._tables = 0
        self._findings: list[Finding] = []

    def findings(self) -> list[Finding]:
        """What was met on the way."""
        return self._scribe.findings + self._findings

    def blocks(self, body: Element) -> Iterator[Block]:
        for element in _parts(body, f"{W}p", f"{W}tbl"):
            if element.tag == f"{W}tbl":
                yield self._grid(element)
            elif (paragraph := self._paragraph(element)).text:
                yield paragraph

    def note_texts(self, package: Package, folder: str) -> dict[str, str]:
        """Real footnotes and endnotes by key; those that nothing refers to are reported."""
        texts: dict[str, str] = {}
        for kind in ("footnote", "endnote"):
            notes = package.optional_xml(f"{folder}/{kind}s.xml")
            for note in [] if notes is None else notes.iter(f"{W}{kind}"):
                text = self._note_text(note)
                key = self._keys.get((kind, note.get(f"{W}id", "")))
                if key is not None:
                    texts[key] = text
                elif text and note.get(f"{W}type") is None:
                    place = Spot(path=f"{folder}/{kind}s.xml")
                    self._findings.append(Finding(Code.UNUSED_NOTE, place, text))
        return dict(sorted(texts.items(), key=lambda item: int(item[0])))

    def _note_text(self, note: Element) -> str:
        lines = (self._scribe.text(line, Spot()) for line in _parts(note, f"{W}p"))
        return "\n".join(line for line in lines if line)

    def _paragraph(self, element: Element) -> Paragraph:
        self._paragraphs += 1
        spot = Spot(page=self._scribe.page, paragraph=self._paragraphs)
        look = self._styles.look(element)
        text, bullet = self._listed(self._scribe.text(element, spot), look)
        text = " ".join(text.split("\n")) if look.heading else text
        return Paragraph(text, spot, look.heading, bullet, _is_strong(element), look.role)

    def _listed(self, text: str, look: Look) -> tuple[str, bool]:
        """The text without its list mark, and whether it is a list item."""
        if look.numbered and text:
            self._scribe.note_once(Code.NUMBERED_LIST)
        first, _, rest = text.partition(" ")
        if first in _BULLETS and rest.strip() and not look.heading:
            return rest.strip(), True
        return text, look.bullet

    def _grid(self, table: Element) -> Grid:
        self._tables += 1
        spot = Spot(page=self._scribe.page, table=self._tables)
        rows = [
            self._row(element, replace(spot, page=self._scribe.page, row=number))
            for number, element in enumerate(_parts(table, f"{W}tr"), start=1)
            if not self._is_deleted(element)
        ]
        width = max((len(row.cells) for row in rows), default=0)
        padded = (Row((*row.cells, *[Cell()] * (width - len(row.cells))), row.spot) for row in rows)
        return Grid(tuple(padded), spot)

    def _is_deleted(self, row: Element) -> bool:
        gone = row.find(f"{W}trPr/{W}del") is not None
        if gone:
            self._scribe.note_once(Code.TRACKED_CHANGES)
        return gone

    def _row(self, row: Element, spot: Spot) -> Row:
        cells = [Cell()] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for element in _parts(row, f"{W}tc"):
            cell = self._cell(element, spot)
            cells += [cell, *[Cell(continued=cell.continued)] * (cell.span - 1)]
        return Row(tuple(cells[:WIDEST]), spot)

    def _cell(self, element: Element, spot: Spot) -> Cell:
        settings = element.find(f"{W}tcPr")
        span = 1 if settings is None else _number(settings.find(f"{W}gridSpan"), 1)
        merge = None if settings is None else settings.find(f"{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val") != "restart"
        lines, inner, strong, role = self._content(element, spot)
        text = "\n".join(lines)
        if continued and text:
            self._findings.append(Finding(Code.LOOSE_TEXT, spot, text))
            text = ""
        return Cell(text, continued, max(span, 1), strong, tuple(inner), role)

    def _content(self, element: Element, spot: Spot) -> tuple[list[str], list[Grid], bool, Role]:
        """The cell's lines, its inner tables, whether all of it is bold, and its title's role."""
        lines: list[str] = []
        inner: list[Grid] = []
        strong, role = [], Role.BODY
        for part in _parts(element, f"{W}p", f"{W}tbl"):
            if part.tag == f"{W}tbl":
                grid = self._grid(part)
                inner.append(grid)
                texts = (cell.text for row in grid.rows for cell in row.cells if cell.text)
                lines += texts
                self._findings.append(
                    Finding(Code.NESTED_TABLE, spot, "\n".join(row.text() for row in grid.rows))
                )
            else:
                look = self._styles.look(part)
                text, bullet = self._listed(self._scribe.text(part, spot), look)
                if text:
                    role = look.role if role is Role.BODY else role
                    lines.append(f"- {text}" if bullet else text)
                    strong.append(_is_strong(part))
        return lines, inner, bool(strong) and all(strong), role


def _parts(element: Element, *tags: str, depth: int = 0) -> Iterator[Element]:
    """The paragraphs, tables, rows or cells right inside, seen through content controls."""
    if depth > _DEEPEST:
        raise ImportFailed(Reason.TOO_LARGE)
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _LEAVES and child.tag not in _GONE:
            yield from _parts(child, *tags, depth=depth + 1)


def _is_strong(paragraph: Element) -> bool:
    """Whether all of its text is bold by its own setting."""
    runs = [run for run in paragraph.iter(f"{W}r") if run.find(f"{W}t") is not None]
    return bool(runs) and all(_is_on(run.find(f"{W}rPr/{W}b")) for run in runs)


def _is_on(setting: Element | None) -> bool:
    return setting is not None and setting.get(f"{W}val", "1") not in {"0", "false", "off"}


def _number(element: Element | None, default: int) -> int:
    raw = "" if element is None else element.get(f"{W}val", "")
    return min(int(raw), WIDEST) if raw.isdecimal() else default


def _margins(package: Package, folder: str) -> Iterator[Finding]:
    """Page headers, page footers and comments: they belong to no item."""
    for name in sorted(package.names):
        base = name.removeprefix(f"{folder}/")
        if name == base or not base.endswith(".xml"):
            continue
        kinds = {"header": Code.PAGE_HEADER, "footer": Code.PAGE_HEADER, "comments": Code.COMMENT}
        for start, code in kinds.items():
            if base.startswith(start):
                lines = (
                    "".join(text.text or "" for text in line.iter(f"{W}t"))
                    for line in package.xml(name).iter(f"{W}p")
                )
                if text := "\n".join(filter(None, lines)):
                    yield Finding(code, Spot(path=name), text)
