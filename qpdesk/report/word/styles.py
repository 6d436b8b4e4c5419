"""The styles of a Word document, by the ids and names that Word itself uses where it has one.

So they are called Rubrik 1 and so on in a Swedish Word, and a municipality can lay its own template
over them. Sizes are in points.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from qpdesk.report.looks import HEAD_TINT, INK, LINK, QUIET, RULE, STRONG_RULE, Colour
from qpdesk.report.word.markup import DECLARATION, NAMESPACES, attribute, hex_of, twips

FONT = "Calibri"
BULLETS, CELL_BULLETS = 1, 2  # the lists' numbers
_INDENT, _CELL_INDENT = 18.0, 10.0

TEXT, BULLET = "Normal", "ListBullet"
SMALL, SMALL_BULLET = "QPSmall", "QPSmallBullet"
CELL_HEAD, CELL_TITLE, CELL, CELL_BULLET = "QPCellHead", "QPCellTitle", "QPCell", "QPCellBullet"
CELL_SMALL, CELL_SMALL_BULLET = "QPCellSmall", "QPCellSmallBullet"
COVER_MARK, COVER_TEXT, COVER_BULLET = "QPCoverMark", "QPCoverText", "QPCoverBullet"
COVER_FACT, GAP, FIGURE, LOGO = "QPCoverFact", "QPGap", "QPFigure", "QPLogo"
COVER_PICTURE, SENDER, CONTACT = "QPCoverPicture", "QPSender", "QPContact"
TABLE = "QPTable"
CELL_TITLE_BELOW, INNER_NOTE = "QPCellTitleBelow", "QPInnerNote"


def unlisted_heading(level: int) -> str:
    """The style of a heading that the contents leave out: an indicator's."""
    return f"QPHeading{level}"


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: its name, what it builds on, and what is its own.

    ``settings`` are paragraph properties before the spacing, ``after_spacing`` those after it.
    """

    name: str
    base: str = "Normal"
    size: float = 0
    is_bold: bool = False
    colour: Colour | None = None
    before: float = 0
    after: float = 0
    settings: str = ""
    after_spacing: str = ""
    next: str = ""
    is_ours: bool = False

    def xml(self, name: str) -> str:
        """The style with this id."""
        size = f'<w:sz w:val="{round(self.size * 2)}"/><w:szCs w:val="{round(self.size * 2)}"/>'
        run = (
            ("<w:b/><w:bCs/>" if self.is_bold else "")
            + (f'<w:color w:val="{hex_of(self.colour)}"/>' if self.colour else "")
            + (size if self.size else "")
        )
        spacing = f'<w:spacing w:before="{twips(self.before)}" w:after="{twips(self.after)}"/>'
        based = f'<w:basedOn w:val="{self.base}"/>' if self.base else ""
        following = f'<w:next w:val="{self.next}"/>' if self.next else ""
        ours = ' w:customStyle="1"' if self.is_ours else ""
        default = ' w:default="1"' if name == TEXT else ""
        return (
            f'<w:style w:type="paragraph"{default}{ours} w:styleId="{name}">'
            f'<w:name w:val="{escape(self.name)}"/>{based}{following}<w:qFormat/>'
            f"<w:pPr>{self.settings}{spacing}{self.after_spacing}</w:pPr>"
            f"{f'<w:rPr>{run}</w:rPr>' if run else ''}</w:style>"
        )


def _numbered(number: int) -> str:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>'


def _heading(level: int, size: float, colour: Colour, before: float, after: float) -> _Look:
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    return _Look(
        f"heading {level}",
        size=size,
        is_bold=True,
        colour=colour,
        before=before,
        after=after,
        settings="<w:keepNext/><w:keepLines/>",
        after_spacing=outline,
        next=TEXT,
    )


def _contents(level: int, width: float) -> _Look:
    tab = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(width)}"/>'
    return _Look(
        f"toc {level}",
        size=10.5 if level == 1 else 10,
        is_bold=level == 1,
        before=5 if level == 1 else 0,
        after=3,
        settings=f"<w:tabs>{tab}</w:tabs>",
        after_spacing=f'<w:ind w:left="{twips(15 * (level - 1))}" w:right="{twips(34)}"/>',
        next=TEXT,
    )


def _looks(width: float, accent: Colour) -> dict[str, _Look]:
    """The paragraph styles by id; ``width`` is that of a line."""
    below = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{hex_of(RULE)}"/></w:pBdr>'
    )
    hanging = f'<w:ind w:left="{twips(105)}" w:hanging="{twips(105)}"/>'
    return {
        TEXT: _Look("Normal", base="", after=6, settings="<w:widowControl/>"),
        "Title": _Look("Title", size=30, is_bold=True, colour=accent, before=120, after=14),
        "TOCHeading": _Look(
            "TOC Heading",
            size=19,
            is_bold=True,
            colour=accent,
            after=14,
            settings="<w:keepNext/><w:keepLines/><w:pageBreakBefore/>",
            next=TEXT,
        ),
        **{f"TOC{level}": _contents(level, width) for level in range(1, 5)},
        "Heading1": _heading(1, 19, accent, 20, 7),
        "Heading2": _heading(2, 13.5, accent, 14, 4),
        "Heading3": _heading(3, 11.5, INK, 10, 3),
        **{f"Heading{level}": _heading(level, 10.5, QUIET, 8, 2) for level in range(4, 7)},
        BULLET: _Look(
            "List Bullet",
            after=3,
            settings=_numbered(BULLETS),
            after_spacing=_indent(_INDENT),
        ),
        SMALL: _Look("Liten text", size=9, colour=QUIET, after=4, is_ours=True),
        SMALL_BULLET: _Look(
            "Liten punkt",
            BULLET,
            size=9,
            colour=QUIET,
            after=2,
            after_spacing=_indent(_INDENT),
            is_ours=True,
        ),
        CELL: _Look("Celltext", size=9, before=2.5, is_ours=True),
        CELL_TITLE: _Look("Cellrubrik", CELL, is_bold=True, before=1, is_ours=True),
        CELL_TITLE_BELOW: _Look(
            "Cellrubrik under egenkontroll", CELL_TITLE, before=1, is_ours=True
        ),
        **{
            unlisted_heading(level): _Look(
                f"Indikatorrubrik {level}",
                f"Heading{level}",
                before=10,
                after=3,
                next=TEXT,
                is_ours=True,
            )
            for level in range(1, 7)
        },
        CELL_HEAD: _Look(
            "Tabellhuvud",
            CELL,
            is_bold=True,
            colour=accent,
            settings="<w:keepNext/>",
            is_ours=True,
        ),
        CELL_BULLET: _cell_bullet("Cellpunkt", CELL),
        CELL_SMALL: _Look("Liten celltext", CELL, size=8, colour=QUIET, before=2, is_ours=True),
        CELL_SMALL_BULLET: _cell_bullet("Liten cellpunkt", CELL_SMALL),
        COVER_MARK: _Look("Omslagsrad", size=12, is_bold=True, colour=accent, is_ours=True),
        COVER_TEXT: _Look("Omslagstext", size=14, after=3, is_ours=True),
        COVER_BULLET: _Look(
            "Omslagspunkt",
            BULLET,
            size=14,
            after=3,
            after_spacing=_indent(_INDENT),
            is_ours=True,
        ),
        COVER_FACT: _Look("Omslagsuppgift", size=11, after=3, after_spacing=hanging, is_ours=True),
        GAP: _Look("Mellanrum", size=4, is_ours=True),
        LOGO: _Look("Logotyp", before=6, after=8, is_ours=True),
        COVER_PICTURE: _Look("Omslagsbild", before=16, is_ours=True),
        SENDER: _Look("Omslagsavsändare", size=11, is_bold=True, colour=accent, is_ours=True),
        CONTACT: _Look("Omslagskontakt", size=9.5, colour=QUIET, is_ours=True),
        FIGURE: _Look("Diagram", before=4, after=4, settings="<w:keepNext/>", is_ours=True),
        "FootnoteText": _Look("footnote text", size=8.5, colour=QUIET, after=2),
        "Header": _Look("header", size=8.5, colour=QUIET, settings=below),
        "Footer": _Look("footer", size=8.5, colour=QUIET),
    }


def _indent(width: float) -> str:
    return f'<w:ind w:left="{twips(width)}" w:hanging="{twips(width)}"/>'


def _cell_bullet(name: str, base: str) -> _Look:
    return _Look(
        name,
        base,
        before=2,
        settings=_numbered(CELL_BULLETS),
        after_spacing=_indent(_CELL_INDENT),
        is_ours=True,
    )


_CHARACTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    f'<w:style w:type="character" w:customStyle="1" w:styleId="{INNER_NOTE}">'
    '<w:name w:val="Fotnot i fotnot"/><w:basedOn w:val="FootnoteReference"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:basedOn w:val="DefaultParagraphFont"/>'
    f'<w:rPr><w:color w:val="{hex_of(LINK)}"/><w:u w:val="single"/></w:rPr></w:style>'
)


def _line(side: str, colour: Colour) -> str:
    return f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{hex_of(colour)}"/>'


def _tables() -> str:
    outer = "".join(_line(side, STRONG_RULE) for side in ("top", "left", "bottom", "right"))
    inner = "".join(_line(side, RULE) for side in ("insideH", "insideV"))
    room = "".join(
        f'<w:{side} w:w="{twips(width)}" w:type="dxa"/>'
        for side, width in (("top", 2), ("left", 4.5), ("bottom", 3), ("right", 4.5))
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        '<w:name w:val="Plantabell"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{outer}{inner}</w:tblBorders>"
        f"<w:tblCellMar>{room}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{hex_of(HEAD_TINT)}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def styles(width: float, language: str, accent: Colour, font: str = FONT) -> str:
    """The styles' part.

    Args:
        width: Of a line on an upright page.
        language: Of the text (BCP 47).
        accent: Of headings.
        font: The typeface's name.
    """
    paragraphs = "".join(look.xml(name) for name, look in _looks(width, accent).items())
    name = attribute(font)
    fonts = f"<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia={name} w:cs={name}/>"
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{hex_of(INK)}"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{paragraphs}{_CHARACTERS}{_tables()}</w:styles>"
    )


def numbering() -> str:
    """The lists' part: bullets in running text and in cells."""
    own = f'<w:pStyle w:val="{BULLET}"/>'
    kinds = ((BULLETS, own, _INDENT), (CELL_BULLETS, "", _CELL_INDENT))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f"{style}"
        f'<w:lvlText w:val="\N{BULLET}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{_indent(indent)}</w:pPr></w:lvl></w:abstractNum>"
        for number, style, indent in kinds
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _, _ in kinds
    )
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{abstract}{used}</w:numbering>"


def settings(language: str) -> str:
    """The settings' part. Fields are not told to update: Word would ask about it each time."""
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )
