"""Reads a tagged PDF back as a screen reader does: by its structure tree, never by position."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Name

_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


@dataclass
class Read:
    """One element: its tag, its attributes, and its kids in order (texts are plain strings)."""

    tag: str
    attributes: dict = field(default_factory=dict)
    kids: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def find(self, *tags):
        """All elements with these tags below this one, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Read):
                if kid.tag in tags:
                    yield kid
                yield from kid.find(*tags)


def squeezed(text):
    """A text as compared: composed, without invisible signs, white space as single blanks."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


class Paper:
    """A PDF as read: its tree, and the texts of its artifacts by page."""

    def __init__(self, source):
        with pikepdf.open(source) as pdf:
            self.pages = len(pdf.pages)
            self.title = str(pdf.docinfo["/Title"])
            self._marked = {}
            self.artifacts = []
            for page in pdf.pages:
                texts, artifacts = _page_texts(page)
                self.artifacts.append(artifacts)
                self._marked |= {(page.objgen, mark): text for mark, text in texts.items()}
            self.root = self._element(pdf.Root.StructTreeRoot.K)
            self.bookmarks = list(_bookmarks(pdf))
            self.unread = [text for text in self._marked.values() if text.strip()]

    def lines(self):
        """What is read, piece by piece: (tag, text) of everything that holds text."""
        return list(_lines(self.root))

    def _element(self, item, page=None):
        page = item.get("/Pg", page)
        read = Read(str(item.S)[1:], dict(_attributes(item)))
        kids = item.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                read.kids.append(self._marked.pop((page.objgen, kid)))
            elif kid.get("/Type") == Name.MCR:
                read.kids.append(self._marked.pop((kid.Pg.objgen, int(kid.MCID))))
            elif kid.get("/Type") != Name.OBJR:
                read.kids.append(self._element(kid, page))
        return read


def _attributes(item):
    for key, value in (item.A if "/A" in item else {}).items():
        yield str(key), int(value) if isinstance(value, int) else str(value)
    for key in ("/ID", "/Alt"):
        if key in item:
            yield key, str(item[key])


_INLINE = {"Link", "Reference"}


def _lines(element):
    """Each run of text between the blocks inside an element, with the element's tag."""
    if element.tag == "Figure":
        yield element.tag, squeezed(element.attributes["/Alt"])
        return
    text = ""
    for kid in [*element.kids, None]:
        if isinstance(kid, str):
            text += kid
        elif kid is not None and kid.tag in _INLINE:
            text += kid.text
        else:
            if text.strip():
                yield element.tag, squeezed(text)
            text = ""
            if kid is not None:
                yield from _lines(kid)


def _bookmarks(pdf):
    with pdf.open_outline() as outline:
        stack = [(item, 1) for item in reversed(outline.root)]
        while stack:
            item, level = stack.pop()
            yield level, item.title
            stack += [(child, level + 1) for child in reversed(item.children)]


def _page_texts(page):
    """The texts of a page by mark, and those of its artifacts."""
    fonts = {name: _decoder(font) for name, font in page.Resources.Font.items()}
    texts, artifacts = defaultdict(str), []
    inside, current = [], None
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                _begin(inside, operands, texts, artifacts)
            case "EMC":
                inside.pop()
            case "Tf":
                current = fonts[str(operands[0])]
            case "Tj" | "'" if not (inside and isinstance(inside[-1], str)):
                decoded = "".join(current[code] for code in bytes(operands[0]))
                _add(inside, texts, artifacts, decoded)
    assert not inside
    return dict(texts), artifacts


def _begin(inside, operands, texts, artifacts):
    """Go into an artifact (None), a mark (its number) or a text of its own (that text)."""
    tag, values = operands
    if tag == Name.Artifact:
        artifacts.append("")
        inside.append(None)
    elif "/ActualText" in values:
        _add(inside, texts, artifacts, str(values.ActualText))
        inside.append(str(values.ActualText))
    else:
        inside.append(int(values.MCID))
        texts[inside[-1]] += ""


def _add(inside, texts, artifacts, text):
    assert inside, f"text outside all marks: {text!r}"
    if inside[-1] is None:
        artifacts[-1] += text
    else:
        texts[inside[-1]] += text


def _decoder(font):
    data = font.ToUnicode.read_bytes()
    return {
        int(code, 16): bytes.fromhex(value.decode()).decode("utf-16-be")
        for code, value in _PAIR.findall(data[data.index(b"beginbfchar") :])
    }
