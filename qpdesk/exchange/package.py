"""The parts of an office file (a zip of XML), opened as if its maker meant harm.

Nothing is ever unpacked to disk; only parts that are asked for are read, by name.
"""

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from qpdesk.exchange.errors import ImportFailed, Reason
from qpdesk.exchange.findings import Code, Finding, Spot

LARGEST_FILE = 64 * 2**20  # bytes as they lie on disk
LARGEST_UNPACKED = 100 * 2**20  # all parts together
LARGEST_RATIO = 100  # unpacked to packed; XML of repeated styles comes to 30
_RATIO_FROM = 10 * 2**20  # what unpacks to less does no harm at any ratio
MOST_PARTS = 1000

_ENCRYPTED = 0x1
_CONTENT_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}"


class Package:
    """An office file's parts.

    Raises:
        ImportFailed: It is no zip, is damaged or encrypted, or would unpack to too much.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise ImportFailed(Reason.TOO_LARGE)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise ImportFailed(Reason.DAMAGED, detail=str(error)) from None
        parts = self._zip.infolist()
        unpacked = sum(part.file_size for part in parts)
        ratio = unpacked / max(len(data), 1)
        if len(parts) > MOST_PARTS or unpacked > LARGEST_UNPACKED:
            raise ImportFailed(Reason.TOO_LARGE)
        if ratio > LARGEST_RATIO and unpacked > _RATIO_FROM:
            raise ImportFailed(Reason.TOO_LARGE)
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise ImportFailed(Reason.ENCRYPTED)
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            ImportFailed: There is no such part, or it is damaged.
        """
        try:
            return self._zip.read(name)
        except KeyError:
            raise ImportFailed(Reason.DAMAGED, name) from None
        except Exception as error:  # noqa: BLE001 - a forged zip can make zlib and lzma raise anything
            raise ImportFailed(Reason.DAMAGED, name, str(error)) from None

    def xml(self, name: str) -> Element:
        """A part as XML.

        Raises:
            ImportFailed: There is none, it is no XML, or it declares a document type or entities.
        """
        data = self.read(name)
        expect_no_doctype(data, name)
        try:
            root: Element = fromstring(data, forbid_dtd=True)
        except DefusedXmlException:
            raise ImportFailed(Reason.UNSAFE, name) from None
        except (ParseError, ValueError, LookupError) as error:
            raise ImportFailed(Reason.DAMAGED, name, str(error)) from None
        return root

    def optional_xml(self, name: str) -> Element | None:
        """A part as XML, or None where there is none."""
        return self.xml(name) if name in self.names else None

    def part_of_type(self, *endings: str) -> str:
        """The name of the part whose content type ends so, "" for none."""
        for override in self.xml("[Content_Types].xml").iter(f"{_CONTENT_TYPE}Override"):
            if override.get("ContentType", "").endswith(endings):
                return override.get("PartName", "").removeprefix("/")
        return ""

    def title(self) -> str:
        """The title in the document's properties."""
        core = self.optional_xml("docProps/core.xml")
        found = None if core is None else core.find("{http://purl.org/dc/elements/1.1/}title")
        return "" if found is None else (found.text or "").strip()

    def strangers(self) -> Iterator[Finding]:
        """What the file holds beside text and is left alone: macros, embedded files, links out."""
        for name in sorted(self.names):
            for piece, code in _STRANGE.items():
                if piece in name.lower():
                    yield Finding(code, Spot(path=name))
            if name.endswith(".rels"):
                yield from self._links(name)

    def _links(self, name: str) -> Iterator[Finding]:
        for relation in self.xml(name).iter(f"{_RELATION}Relationship"):
            if relation.get("TargetMode") == "External":
                is_link = relation.get("Type", "").endswith("/hyperlink")
                code = Code.LINK if is_link else Code.EXTERNAL
                yield Finding(code, Spot(path=name), relation.get("Target", "")[:500])


_STRANGE = {
    "vbaproject": Code.MACRO,
    "/embeddings/": Code.EMBEDDED,
    "/activex/": Code.EMBEDDED,
    "/externallinks/externallink": Code.EXTERNAL,
    "/media/": Code.PICTURE,
}


def expect_no_doctype(data: bytes, name: str) -> None:
    """Refuse a part that declares a document type, in whichever encoding.

    Raises:
        ImportFailed: It does.
    """
    if any("<!DOCTYPE".encode(code) in data for code in ("utf-8", "utf-16-le", "utf-16-be")):
        raise ImportFailed(Reason.UNSAFE, name)
