"""The small pieces of WordprocessingML. User text comes in here, and only as escaped text.

The order of elements inside paragraph, run, cell and section properties is the schema's: Word calls
a file damaged that has another. Source: ECMA-376-1 §17, wml.xsd. Lengths are in points.
"""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from qpdesk.domain.text import cleansed
from qpdesk.report.looks import Colour

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OUTSIDE = ' TargetMode="External"'
_TWIPS = 20  # in a point


def twips(points: float) -> int:
    """A length as Word counts it: in twentieths of a point."""
    return round(points * _TWIPS)


def hex_of(colour: Colour) -> str:
    """A colour as six digits."""
    return "".join(f"{round(part * 255):02X}" for part in (colour.red, colour.green, colour.blue))


def plain(text: str) -> str:
    """User text on one line, without characters that XML cannot hold (U+FFFD shows where)."""
    return cleansed(text)[0].replace("\t", " ").replace("\n", " ")


def content(text: str) -> str:
    """User text as an element's content."""
    return escape(plain(text))


def attribute(text: str) -> str:
    """User text as an attribute's value, with its quotes."""
    return quoteattr(plain(text))


def run(text: str, properties: str = "") -> str:
    """A stretch of text; "" for none."""
    if not text:
        return ""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{content(text)}</w:t></w:r>'


def field(code: str, shown: str, properties: str = "") -> str:
    """A field of ours (never of a user's text) with what it shows until Word works it out."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f"{field_mark('begin')}"
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f"{field_mark('separate')}"
        f'<w:r>{look}<w:t xml:space="preserve">{content(shown)}</w:t></w:r>'
        f"{field_mark('end')}"
    )


def field_mark(kind: str) -> str:
    """Where a field begins, where what it shows begins ("separate"), or where it ends."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its style's id, its runs, and further properties.

    ``section`` is the section that ends with it.
    """

    style: str
    runs: str
    settings: str = ""
    section: str = ""

    def xml(self) -> str:
        """The paragraph's element."""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        properties = f"{style}{self.settings}{self.section}"
        look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{look}{self.runs}</w:p>"


class Relations:
    """What a part refers to outside itself, by id."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, *, is_outside: bool = False) -> str:
        """The id of a relation of a kind ("styles") to a part, or to an address outside."""
        return self._ids.setdefault((kind, target, is_outside), f"rId{len(self._ids) + 1}")

    def xml(self) -> str:
        """The part that holds them; "" for none."""
        if not self._ids:
            return ""
        lines = "".join(
            f'<Relationship Id="{name}" Type="{RELATION}/{kind}" Target={quoteattr(target)}'
            f"{_OUTSIDE if is_outside else ''}/>"
            for (kind, target, is_outside), name in self._ids.items()
        )
        return (
            f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships">{lines}</Relationships>'
        )
