"""The text of a Word paragraph as a reader sees it, and what hides beside it."""

import re
from xml.etree.ElementTree import Element

from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.notes import RAISED_END, RAISED_START
from qpdesk.exchange.word_fields import NotePlaces
from qpdesk.exchange.word_styles import W

_PASSED_OVER = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "delText", "sdtPr", "sdtEndPr", "footnoteRef")
)
_TAKEN_BACK = frozenset({f"{W}del", f"{W}moveFrom"})
_PUT_IN = frozenset({f"{W}ins", f"{W}moveTo"})
_PLAIN = {
    f"{W}tab": " ",
    f"{W}ptab": " ",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "",
}
_FIELDS = frozenset({f"{W}fldChar", f"{W}instrText", f"{W}bookmarkStart", f"{W}bookmarkEnd"})
_RAISED_COMMA = f"{RAISED_START},{RAISED_END}"
_COMMA = re.compile(rf"(?<=\]){_RAISED_COMMA}(?=\[\^)|{RAISED_START}(?=,)|(?<=,){RAISED_END}")
_INNER_NOTE = "QPInnerNote"
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXTS = frozenset(
    {
        f"{W}t",
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    }
)
_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_SPLIT = re.compile(
    r"([^\W\d_])-[ \t]*\n[ \t]*(?!(?:och|eller|samt|respektive|till|i)\b)([a-zåäöé])"
)
_ENDING = re.compile(r"([a-zåäöé])\n(rna|arna|erna|orna|na|ar|or|[b-hj-np-z])(?=[\s.,;:)]|$)")


class Scribe:
    """Reads paragraphs in order and counts pages on the way.

    Args:
        keys: The keys of real footnotes and endnotes, by (kind, id in the file). It grows as
            references are met, so that the first one met is number 1.
    """

    def __init__(self, keys: dict[tuple[str, str], str]) -> None:
        self.page = 1
        self.findings: list[Finding] = []
        self._keys = keys
        self._spot = Spot()
        self._noted: set[Code] = set()
        self._places = NotePlaces()

    def text(self, paragraph: Element, spot: Spot) -> str:
        """The paragraph's text; line breaks within it are line breaks."""
        self._spot = spot
        self._places.leave_fields()
        text = "".join(self._pieces(paragraph)).replace("\N{SOFT HYPHEN}", "")
        text = _COMMA.sub("", text)
        lines = self._repaired(text).split("\n")
        return "\n".join(filter(None, (" ".join(line.split(" ")).strip() for line in lines)))

    def note_once(self, code: Code) -> None:
        """Mention something that concerns the whole document, the first time it is met."""
        if code not in self._noted:
            self._noted.add(code)
            self.findings.append(Finding(code, self._spot))

    def _pieces(self, element: Element) -> list[str]:
        pieces: list[str] = []
        for child in element:
            pieces += self._piece(child)
        return pieces

    def _piece(self, child: Element) -> list[str]:  # noqa: PLR0911 - one line for each kind of element
        tag = child.tag
        if tag in _TEXTS:
            shown = "" if self._places.hides else _without_marks(child.text or "")
            return [shown]
        if tag in _FIELDS:
            return [self._places.meet(child)]
        if tag in _PLAIN:
            return [_PLAIN[tag]]
        if tag == f"{W}r":
            return self._run(child)
        if tag in {f"{W}br", f"{W}lastRenderedPageBreak"}:
            return self._break(child)
        if tag == f"{W}sym":
            return [_symbol(child)]
        if tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            return [self._reference(child)]
        return self._container(child)

    def _container(self, child: Element) -> list[str]:
        if child.tag in _PASSED_OVER:
            return []
        if child.tag in _TAKEN_BACK:
            self.note_once(Code.TRACKED_CHANGES)
            return []
        if child.tag in _PUT_IN:
            self.note_once(Code.TRACKED_CHANGES)
        if child.tag in _PICTURES:
            self._picture(child)
            return []
        if child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            fallback = child.find(f"{_MC}Fallback")
            chosen = fallback if choice is None else choice
            return [] if chosen is None else self._pieces(chosen)
        return self._pieces(child)

    def _run(self, run: Element) -> list[str]:
        raised = run.find(f"{W}rPr/{W}vertAlign")
        pieces = self._pieces(run)
        text = "".join(pieces)
        is_raised = raised is not None and raised.get(f"{W}val") == "superscript"
        if _is_of_note(run):
            return []
        if is_raised and text.strip() == ",":
            return [_RAISED_COMMA]
        if is_raised and text.strip().isdecimal():
            return [f"{RAISED_START}{text.strip()}{RAISED_END}"]
        return pieces

    def _break(self, child: Element) -> list[str]:
        if child.tag == f"{W}br" and child.get(f"{W}type") != "page":
            return ["\n"]
        self.page += 1
        return ["\n"] if child.tag == f"{W}br" else []

    def _reference(self, child: Element) -> str:
        kind = "footnote" if child.tag == f"{W}footnoteReference" else "endnote"
        key = self._keys.setdefault((kind, child.get(f"{W}id", "")), str(len(self._keys) + 1))
        self._places.stand(f"[^{key}]")
        return f"[^{key}]"

    def _picture(self, picture: Element) -> None:
        """Texts in boxes and shapes are reported; they belong to no place in the running text."""
        spot = self._spot
        boxes = list(picture.iter(f"{W}txbxContent"))
        texts = ["".join(self._pieces(line)) for box in boxes for line in box.iter(f"{W}p")]
        texts += [drawn.text or "" for drawn in picture.iter(_DRAWN_TEXT)]
        if any(text.strip() for text in texts):
            self.findings.append(Finding(Code.TEXT_BOX, spot, "\n".join(filter(None, texts))))
        for element in picture.iter():
            if description := element.get("descr"):
                self.findings.append(Finding(Code.PICTURE, spot, description))

    def _repaired(self, text: str) -> str:
        """Words that a hard line break splits, whole again; each repair is reported."""
        if "\n" not in text:
            return text
        whole = _ENDING.sub(r"\1\2", _SPLIT.sub(r"\1\2", text))
        if whole != text:
            self.findings.append(Finding(Code.REPAIRED_WORD, self._spot, text))
        return whole


def _is_of_note(run: Element) -> bool:
    """Whether the run is the mark of a note that only another note refers to."""
    style = run.find(f"{W}rPr/{W}rStyle")
    return style is not None and style.get(f"{W}val") == _INNER_NOTE


def _without_marks(text: str) -> str:
    """The text as data: it cannot hold our own marks."""
    return text.replace(RAISED_START, "\N{REPLACEMENT CHARACTER}").replace(
        RAISED_END, "\N{REPLACEMENT CHARACTER}"
    )


def _symbol(symbol: Element) -> str:
    try:
        return chr(int(symbol.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
