"""Reads a Word file back as one who hears it read: in order, by style, from its parts."""

import io
import re
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from tests.report.reading import squeezed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SIGNED = re.compile("[●◆▲■] (?=Risknivå |[0-9]+ )")


def unpacked(data):
    """The parts by name."""
    with ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


class WordFile:
    """A Word file as read: lines of (tag, text), as ``reading.Paper`` has them."""

    def __init__(self, data):
        self.parts = unpacked(data)
        self.body = self.xml("word/document.xml")[0]
        styles = self.xml("word/styles.xml")
        self._styles = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")}
        self._references = 0
        self.cover, self.contents, self.lines = [], [], []
        target = self.cover
        for block in self.body:
            if block.tag == f"{W}sdt":
                self.contents += self._blocks(block.find(f"{W}sdtContent"))
                target = self.lines
            else:
                target += self._block(block)
        self.notes = [
            ("Note", self._text(paragraph))
            for note in self.xml("word/footnotes.xml")
            if note.get(f"{W}type") is None
            for paragraph in note.iter(f"{W}p")
        ]

    def xml(self, name):
        return fromstring(self.parts[name])

    def _blocks(self, element):
        return [line for block in element for line in self._block(block)]

    def _block(self, block):
        match block.tag.removeprefix(W):
            case "p":
                return [line for line in self._paragraph(block) if line[1]]
            case "tbl":
                return [
                    line for cell in block.findall(f"{W}tr/{W}tc") for line in self._blocks(cell)
                ]
        return []

    def _paragraph(self, paragraph):
        for drawn in paragraph.iter(f"{_DRAWN}docPr"):
            yield "Figure", squeezed(drawn.get("descr"))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val")
        text = self._text(paragraph)
        if name.removeprefix("QP").startswith("Heading"):
            yield f"H{name[-1]}", text
        elif self._is_listed(name):
            yield "Lbl", "•"
            yield "LBody", text
        else:
            yield "P", _SIGNED.sub("", text)

    def _is_listed(self, name):
        style = self._styles[name]
        based = style.find(f"{W}basedOn")
        above = based is not None and self._is_listed(based.get(f"{W}val"))
        return style.find(f"{W}pPr/{W}numPr") is not None or above

    def _text(self, paragraph):
        text = ""
        for element in paragraph.iter():
            match element.tag.removeprefix(W):
                case "t":
                    text += element.text or ""
                case "tab":
                    text += " "
                case "footnoteReference":
                    self._references += 1
                    assert element.get(f"{W}id") == str(self._references)
                    text += str(self._references)
        return squeezed(text)
