"""The cover, and the contents as a field of Word's with its entries already in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qpdesk.report.looks import RULE, Colour
from qpdesk.report.sheet import Front
from qpdesk.report.word import styles
from qpdesk.report.word.cells import COVER, text
from qpdesk.report.word.inline import Inline
from qpdesk.report.word.markup import Paragraph, field_mark, hex_of, run

DEEPEST = 4  # level that the contents have
_BAND = 80  # eighths of a point
_BOLD = "<w:b/><w:bCs/>"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for the contents, and the bookmark it stands in."""

    level: int
    title: str
    place: str


def cover_of(inline: Inline, front: Front, accent: Colour, logo: str = "") -> Iterator[Paragraph]:
    """The cover's paragraphs.

    Args:
        inline: Makes runs of user text.
        front: What the cover says.
        accent: The document's colour.
        logo: The run with the municipality's logo, if it has one.
    """
    colour = hex_of(accent)
    band = f'<w:pBdr><w:top w:val="single" w:sz="{_BAND}" w:space="0" w:color="{colour}"/></w:pBdr>'
    yield Paragraph(styles.GAP, "", band)
    if logo:
        yield Paragraph(styles.LOGO, logo)
    for mark in front.marks:
        yield Paragraph(styles.COVER_MARK, run(mark))
    if front.draft:
        edge = f'<w:bdr w:val="single" w:sz="6" w:space="0" w:color="{colour}"/>'
        yield Paragraph(
            styles.COVER_MARK, run(f"\N{NO-BREAK SPACE}{front.draft}\N{NO-BREAK SPACE}", edge)
        )
    yield Paragraph("Title", inline.runs(front.title))
    yield from text(inline, front.target_group, COVER)
    rule = f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="{hex_of(RULE)}"/></w:pBdr>'
    for index, (label, words) in enumerate(front.facts):
        above = "" if index else f'{rule}<w:spacing w:before="2400"/>'
        tab = "<w:r><w:tab/></w:r>"
        runs = run(f"{label}:", _BOLD) + tab + inline.runs(words)
        yield Paragraph(styles.COVER_FACT, runs, above)


def contents_of(title: str, entries: Sequence[Entry]) -> str:
    """The contents.

    Its entries have no page numbers before Word has laid the pages: it puts them in when someone
    updates the contents. A number that is wrong is worse than none.
    """
    opening = (
        f'{field_mark("begin")}<w:r><w:instrText xml:space="preserve"> '
        f'TOC \\o "1-{DEEPEST}" \\h \\z </w:instrText></w:r>{field_mark("separate")}'
    )
    listed = [entry for entry in entries if entry.level <= DEEPEST]
    last = len(listed) - 1
    lines = [
        Paragraph(
            f"TOC{entry.level}",
            ("" if index else opening)
            + f'<w:hyperlink w:anchor="{entry.place}">{run(entry.title)}</w:hyperlink>'
            + (field_mark("end") if index == last else ""),
        )
        for index, entry in enumerate(listed)
    ]
    lines = lines or [Paragraph("TOC1", opening + field_mark("end"))]
    inside = "".join(line.xml() for line in [Paragraph("TOCHeading", run(title)), *lines])
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
