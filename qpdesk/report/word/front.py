"""The cover, and the contents as a field of Word's with its entries already in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qpdesk.report.cover_look import Band, LogoPlace
from qpdesk.report.looks import RULE
from qpdesk.report.profile import Profile
from qpdesk.report.sheet import Front
from qpdesk.report.word import styles
from qpdesk.report.word.cells import COVER, text
from qpdesk.report.word.inline import Inline
from qpdesk.report.word.markup import Paragraph, field_mark, hex_of, run, twips

DEEPEST = 4  # level that the contents have
_BANDS = {
    Band.THIN: '<w:pBdr><w:top w:val="single" w:sz="80" w:space="0" w:color="{colour}"/></w:pBdr>',
    Band.WIDE: '<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'
    '<w:spacing w:after="240" w:line="960" w:lineRule="exact"/>',
}
_PLACES = {LogoPlace.LEFT: "left", LogoPlace.MIDDLE: "center", LogoPlace.RIGHT: "right"}
_TITLE_GAP, _FACTS_GAP, _FACTS_GAP_ALONE, _SENDER_GAP = 30.0, 30.0, 120.0, 24.0
_BOLD = "<w:b/><w:bCs/>"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading for the contents, and the bookmark it stands in."""

    level: int
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The runs with the cover's pictures, "" for none."""

    logo: str = ""
    picture: str = ""


def cover_of(inline: Inline, front: Front, profile: Profile, shown: Shown) -> Iterator[Paragraph]:
    """The cover's paragraphs.

    Args:
        inline: Makes runs of user text.
        front: What the cover says.
        profile: The municipality's own look.
        shown: Its pictures.
    """
    colour, look = hex_of(profile.colour), profile.cover
    if look.band in _BANDS:
        yield Paragraph(styles.GAP, "", _BANDS[look.band].format(colour=colour))
    if shown.logo:
        yield Paragraph(styles.LOGO, shown.logo, f'<w:jc w:val="{_PLACES[look.logo_place]}"/>')
    for mark in front.marks:
        yield Paragraph(styles.COVER_MARK, run(mark))
    if front.draft:
        edge = f'<w:bdr w:val="single" w:sz="6" w:space="0" w:color="{colour}"/>'
        yield Paragraph(
            styles.COVER_MARK, run(f"\N{NO-BREAK SPACE}{front.draft}\N{NO-BREAK SPACE}", edge)
        )
    if shown.picture:
        yield Paragraph(styles.COVER_PICTURE, shown.picture)
    near = _before(_TITLE_GAP) if shown.picture else ""
    yield Paragraph("Title", inline.runs(front.title), near)
    yield from text(inline, front.target_group, COVER)
    yield from _facts(inline, front, _FACTS_GAP if shown.picture else _FACTS_GAP_ALONE)
    for index, line in enumerate(filter(None, (look.sender, *look.contact))):
        style = styles.CONTACT if index or not look.sender else styles.SENDER
        yield Paragraph(style, inline.runs(line), "" if index else _before(_SENDER_GAP))


def _facts(inline: Inline, front: Front, above: float) -> Iterator[Paragraph]:
    """What is known of the plan, below a line."""
    rule = f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="{hex_of(RULE)}"/></w:pBdr>'
    for index, (label, words) in enumerate(front.facts):
        runs = run(f"{label}:", _BOLD) + "<w:r><w:tab/></w:r>" + inline.runs(words)
        yield Paragraph(styles.COVER_FACT, runs, "" if index else rule + _before(above))


def _before(points: float) -> str:
    return f'<w:spacing w:before="{twips(points)}"/>'


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
