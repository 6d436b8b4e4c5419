"""All parts of a Word file together: what each is, how they hang together, the properties."""

from collections.abc import Mapping

from qpdesk.report.metadata import PRODUCER, About
from qpdesk.report.word.markup import DECLARATION, RELATION, content

_FORMATS = "application/vnd.openxmlformats-"
_WORD = f"{_FORMATS}officedocument.wordprocessingml."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KINDS = {
    "document": f"{_WORD}document.main+xml",
    "styles": f"{_WORD}styles+xml",
    "numbering": f"{_WORD}numbering+xml",
    "settings": f"{_WORD}settings+xml",
    "footnotes": f"{_WORD}footnotes+xml",
    "header": f"{_WORD}header+xml",
    "footer": f"{_WORD}footer+xml",
    "charts/chart": f"{_FORMATS}officedocument.drawingml.chart+xml",
}


def together(
    written: Mapping[str, str], about: About, pictures: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The whole file's parts by name, in the order in which they are packed.

    Args:
        written: The parts of the folder ``word``; empty ones are left out.
        about: What the document says about itself.
        pictures: PNG and JPEG files of the same folder.
    """
    kept = {f"word/{name}": text for name, text in written.items() if text}
    whole = {
        "[Content_Types].xml": _types(kept),
        "_rels/.rels": _relations(),
        "docProps/core.xml": _core(about),
        "docProps/app.xml": _application(),
        **kept,
    }
    shown = {f"word/{name}": data for name, data in pictures.items()}
    return {name: text.encode() for name, text in whole.items()} | shown


def _types(names: Mapping[str, str]) -> str:
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_kind(name)}"/>'
        for name in names
        if not name.endswith(".rels")
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_FORMATS.removesuffix("-")}-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        'package.core-properties+xml"/><Override PartName="/docProps/app.xml" '
        f'ContentType="{_FORMATS}officedocument.extended-properties+xml"/>{kinds}</Types>'
    )


def _kind(name: str) -> str:
    return _KINDS[name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")]


def _relations() -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(
            (
                (f"{RELATION}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{RELATION}/extended-properties", "docProps/app.xml"),
            ),
            1,
        )
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _core(about: About) -> str:
    """No dates: the same plan gives the same bytes."""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{content(about.title)}</dc:title>"
        f"<dc:subject>{content(about.subject)}</dc:subject>"
        f"<dc:creator>{content(about.author)}</dc:creator>"
        f"<dc:language>{content(about.language)}</dc:language></cp:coreProperties>"
    )


def _application() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'extended-properties"><Application>{PRODUCER}</Application></Properties>'
    )
