"""The file itself: a PDF 1.7 that keeps the rules of PDF/UA-1 and PDF/A-3a.

ReportLab numbers and formats its own objects; here they are put in a file with object streams,
together with the structure tree, and what its writer gets wrong for PDF/A is put right.
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from reportlab.pdfbase import pdfdoc
from typing_extensions import override

from qpdesk.report.metadata import PRODUCER, About, packet
from qpdesk.report.structure import Numbered, StructureTree

_PER_OBJECT_STREAM = 200
_PER_CHARACTER_BLOCK = 100  # PDF/A: no longer bfchar blocks than that
_FREE, _FIRST, _SECOND = 0, 1, 2  # an object's number is free; it is in the file; in a stream
_PLACE = struct.Struct(">BIH")  # an entry in a cross-reference stream
# A stream must not end at its data's last byte (ISO 19005-3 §6.1.7.1); as data may end with either
# half of a line break, only both together are safe.
_END = b"\r\nendstream"
_EFFORT = 4  # of zlib's nine: the usual six takes half as long again for three per cent
_TO_UNICODE = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,6})>\n")
_CODE_SPACE = re.compile(r"<00> <[0-9A-F]{2}>\nendcodespacerange\n.*endbfchar", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A JSON file that a document carries along: its name, its bytes, what it is."""

    name: str
    data: bytes
    description: str


class _Text(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are known when the file is written."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content = b""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        del document
        return self.content


class TaggedDocument(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's document with a structure tree and an archive's metadata."""

    tree: StructureTree
    about: About

    def begin(self, about: About, profile: bytes) -> None:
        """Give the new document its tree and metadata.

        Args:
            about: Title, author, subject, language.
            profile: The ICC profile of its colours.
        """
        self.about = about
        self.tree = StructureTree()
        self._root, self._xmp = _Text(), _Text()
        self._layers: dict[str, pdfdoc.PDFObjectReference] = {}
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        self._resources = self.Reference(resources)
        catalogue = self.Catalog
        # ReportLab's catalogue writes only the keys that it has a slot for.
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "AF"]
        catalogue.AF = None
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalogue.StructTreeRoot = self._root
        catalogue.Metadata = self._xmp
        catalogue.OutputIntents = pdfdoc.PDFArray([self._intent(profile)])
        self.info = _Information(about)

    def _intent(self, profile: bytes) -> pdfdoc.PDFDictionary:
        stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), profile, [pdfdoc.PDFZCompress])
        name = pdfdoc.PDFString("sRGB IEC61966-2.1")
        return pdfdoc.PDFDictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": name,
                "Info": name,
                "DestOutputProfile": self.Reference(stream),
            }
        )

    @override
    def addPage(self, page: pdfdoc.PDFPage) -> None:
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self.Pages.pages)
        page.Tabs = "/S"
        page.Contents = self._content(page.stream)
        if not (page.XObjects or page.ExtGState):
            page.Resources = self._resources  # once for all pages of text; most are that
        page.stream = None
        super().addPage(page)

    def finish_page(self, page: pdfdoc.PDFPage, below: str, above: str) -> None:
        """Set what lies under and over a page's own content: head and foot need the last page."""
        layers = (self._layer(below), page.Contents, self._layer(above))
        page.Contents = pdfdoc.PDFArray([layer for layer in layers if layer])

    def _layer(self, operators: str) -> pdfdoc.PDFObjectReference | None:
        """A stream of operators; the same ones are written once for all pages."""
        if operators and operators not in self._layers:
            self._layers[operators] = self._content(operators)
        return self._layers.get(operators)

    def _content(self, operators: str) -> pdfdoc.PDFObjectReference:
        stream = _Text()
        content = zlib.compress(operators.encode("latin-1"), _EFFORT)
        stream.content = _stream(f"/Filter/FlateDecode/Length {len(content)}", content)
        return self.Reference(stream)

    def attach(self, files: Sequence[Attachment]) -> None:
        """Let the file carry others (PDF/A-3: associated files), from which it was made."""
        pairs = [(pdfdoc.PDFString(each.name), self._carried(each)) for each in files]
        if pairs:
            self.Catalog.AF = pdfdoc.PDFArray([reference for _, reference in pairs])
            names = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray(list(chain(*pairs)))})
            self.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": names})

    def _carried(self, attachment: Attachment) -> pdfdoc.PDFObjectReference:
        written = pdfdoc.PDFDictionary(
            {
                "Type": "/EmbeddedFile",
                "Subtype": "/application#2Fjson",
                "Params": pdfdoc.PDFDictionary({"Size": len(attachment.data)}),
            }
        )
        stream = pdfdoc.PDFStream(written, attachment.data, [pdfdoc.PDFZCompress])
        file = self.Reference(stream)
        text = pdfdoc.PDFString(attachment.name)
        specification = pdfdoc.PDFDictionary(
            {
                "Type": "/Filespec",
                "F": text,
                "UF": text,
                "Desc": pdfdoc.PDFString(attachment.description),
                "AFRelationship": "/Source",
                "EF": pdfdoc.PDFDictionary({"F": file, "UF": file}),
            }
        )
        return self.Reference(specification, f"attached-{attachment.name}")

    @override
    def format(self) -> bytes:
        for item in (self.Catalog, self.info, self._root, self._xmp):
            self.Reference(item)
        for name, item in self.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                item.content = to_unicode(item.content)
        # Formatting an object may give others their numbers, so ReportLab's come first and the
        # tree's are counted from where they end.
        objects = dict(self._own_objects())
        numbered = self.tree.number(self.objectcounter)
        xmp = packet(self.about)
        objects[self._number(self._xmp)] = _stream(
            f"/Type/Metadata/Subtype/XML/Length {len(xmp)}", xmp
        )
        objects[self._number(self._root)] = numbered.root().encode()
        return _File(objects, self._tree_objects(numbered), numbered.parent_tree).bytes(
            self._number(self.Catalog), self._number(self.info)
        )

    def _own_objects(self) -> Iterator[tuple[int, bytes]]:
        number = 0
        while number < self.objectcounter:
            number += 1
            item = self.idToObject[self.numberToId[number]]
            content: bytes = pdfdoc.format(item, self, toplevel=1).strip()
            if content.endswith(b"endstream") and not isinstance(item, _Text):
                content = content.removesuffix(b"endstream").removesuffix(b"\n") + _END
            yield number, content

    def _number(self, item: pdfdoc.PDFObject) -> int:
        number: int = self.idToObjectNumberAndVersion[item.__InternalName__][0]
        return number

    def _tree_objects(self, numbered: Numbered) -> Iterable[tuple[int, str]]:
        numbers = {name: pair[0] for name, pair in self.idToObjectNumberAndVersion.items()}
        pages = [numbers[f"Page{index + 1}"] for index in range(len(self.tree.pages))]
        return numbered.objects(self._number(self._root), pages, numbers)


class _Information(pdfdoc.PDFInfo):  # type: ignore[misc]  # ReportLab has no types
    """The old-style metadata, in step with the XMP packet: no dates."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.author, self.subject = about.title, about.author, about.subject

    @override
    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        texts = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": PRODUCER,
            "Producer": PRODUCER,
        }
        entries = {name: pdfdoc.PDFString(text) for name, text in texts.items()}
        formatted: bytes = pdfdoc.PDFDictionary(entries).format(document)
        return formatted


class _File:
    """Objects on their way into a file: streams as they are, all others in object streams."""

    def __init__(
        self, objects: dict[int, bytes], tree: Iterable[tuple[int, str]], last: int
    ) -> None:
        self._parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        self._at = len(self._parts[0])
        self._places = bytearray(_PLACE.pack(_FREE, 0, 65535))
        self._last = last
        streams = {number for number, each in objects.items() if each.endswith(b"endstream")}
        for number in streams:
            self._add(number, objects[number])
        others = ((number, each) for number, each in objects.items() if number not in streams)
        small = chain(others, ((number, text.encode("latin-1")) for number, text in tree))
        while group := list(islice(small, _PER_OBJECT_STREAM)):
            self._pack(group)

    def _add(self, number: int, content: bytes) -> None:
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        self._place(number, _FIRST, self._at, 0)
        self._parts.append(whole)
        self._at += len(whole)

    def _place(self, number: int, kind: int, where: int, index: int) -> None:
        """Note where an object is, for the cross-reference stream."""
        start = number * _PLACE.size
        if len(self._places) < start + _PLACE.size:
            self._places.extend(bytes(start + _PLACE.size - len(self._places)))
        _PLACE.pack_into(self._places, start, kind, where, index)

    def _pack(self, group: list[tuple[int, bytes]]) -> None:
        self._last += 1
        offsets, offset = [], 0
        for index, (number, content) in enumerate(group):
            offsets.append(f"{number} {offset}")
            offset += len(content) + 1
            self._place(number, _SECOND, self._last, index)
        head = " ".join(offsets).encode() + b"\n"
        packed = zlib.compress(head + b"\n".join([each for _, each in group]), _EFFORT)
        keys = f"/Type/ObjStm/N {len(group)}/First {len(head)}/Filter/FlateDecode"
        self._add(self._last, _stream(f"{keys}/Length {len(packed)}", packed))

    def bytes(self, catalogue: int, information: int) -> bytes:
        """The finished file; its id is a digest of its content, so it is the same every time."""
        start = self._at
        self._place(self._last + 1, _FIRST, start, 0)
        packed = zlib.compress(self._places, _EFFORT)
        digest = hashlib.md5(b"".join(self._parts), usedforsecurity=False).hexdigest()
        keys = (
            f"/Type/XRef/Size {self._last + 2}/W[1 4 2]/Root {catalogue} 0 R/Info {information} 0 R"
            f"/ID[<{digest}><{digest}>]/Filter/FlateDecode/Length {len(packed)}"
        )
        self._add(self._last + 1, _stream(keys, packed))
        return b"".join([*self._parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _stream(keys: str, content: bytes) -> bytes:
    return b"<<%s>>\nstream\n%s%s" % (keys.encode("latin-1"), content, _END)


def to_unicode(character_map: str) -> str:
    """ReportLab's map from codes to characters, as the standards want it.

    It maps filler codes to U+0000 (forbidden, ISO 14289-1 §7.21.7), writes blocks that are too
    long, and writes characters beyond U+FFFF with five digits instead of as UTF-16.
    """
    start = character_map.index("beginbfchar")
    pairs = []
    for code, value in _TO_UNICODE.findall(character_map[start:]):
        character = int(value, 16)
        if character not in {0, 0xFEFF, 0xFFFE}:
            pairs.append(f"<{code}> <{chr(character).encode('utf-16-be').hex().upper()}>")
    blocks = []
    for first in range(0, len(pairs), _PER_CHARACTER_BLOCK):
        block = pairs[first : first + _PER_CHARACTER_BLOCK]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    written = "\n".join(["<00> <FF>", "endcodespacerange", *blocks])
    return _CODE_SPACE.sub(lambda _: written, character_map)
