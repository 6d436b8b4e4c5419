"""What is pasted from Word or a web page, as plain blocks: its headings, bullets, links, no more.

The page is read as text. Nothing in it is run, fetched or obeyed.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import unquote

from typing_extensions import override

from qpdesk.domain.addresses import read_address
from qpdesk.domain.errors import NotAnAddress
from qpdesk.domain.running_text import HEADINGS, Block, Shape, body_of
from qpdesk.domain.text import cleansed, split_bullet

LARGEST = 4_000_000
"""Characters of a page that are read."""

_HIDDEN = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math"})
_BREAKS = re.compile(
    "address|article|aside|blockquote|body|br|caption|d[dlt]|div|fieldset|figcaption|figure|footer"
    "|form|h[1-6r]|header|li|main|nav|ol|p|pre|section|table|tbody|t[dhr]|tfoot|thead|ul"
)
_HEADING = re.compile("h([1-6])")
_BLANKS = re.compile("[ \t\n\r\f]+")


def from_html(page: str) -> list[Block]:
    """The blocks of an HTML page; empty paragraphs are left out."""
    reader = _Page()
    reader.feed(cleansed(page[:LARGEST])[0])
    reader.close()
    return reader.finished()


def from_text(text: str) -> list[Block]:
    """The blocks of a plain text, a paragraph or bullet each line."""
    return body_of(cleansed(text)[0])


def as_html(blocks: Sequence[Block], shown: Sequence[str]) -> str:
    """Blocks as a page for Word; ``shown`` are their texts as they are seen."""
    lines = ["<html><head><meta charset='utf-8'></head><body>"]
    for block, text in zip(blocks, shown, strict=True):
        tag = f"h{block.shape.level}" if block.shape.level else "p"
        tag = "li" if block.shape is Shape.BULLET else tag
        line = f"<{tag}>{_escaped(text)}</{tag}>"
        lines.append(f"<ul>{line}</ul>" if tag == "li" else line)
    return "\n".join([*lines, "</body></html>"]).replace("</ul>\n<ul>", "\n")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[Block] = []
        self._pieces: list[str] = []
        self._shape = Shape.PARAGRAPH
        self._hidden = 0
        self._link = ""
        self._link_start = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        if _BREAKS.fullmatch(tag):
            self._end_block()
        if heading := _HEADING.fullmatch(tag):
            self._shape = HEADINGS[min(int(heading[1]), 3)]
        elif tag == "li":
            self._shape = Shape.BULLET
        elif tag == "a":
            self._link, self._link_start = dict(attrs).get("href") or "", len(self._pieces)

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if _BREAKS.fullmatch(tag):
            self._end_block()

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(self._hidden - 1, 0)
        if tag == "a":
            self._end_link()
        if _BREAKS.fullmatch(tag):
            self._end_block()
        if tag == "li" or _HEADING.fullmatch(tag):
            self._shape = Shape.PARAGRAPH

    @override
    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._pieces.append(data)

    def finished(self) -> list[Block]:
        """What has been read."""
        self._end_block()
        return self._blocks

    def _end_link(self) -> None:
        """The address after its words, since a plan shows where its links lead."""
        words = "".join(self._pieces[self._link_start :]).strip()
        try:
            address = read_address(self._link)
        except NotAnAddress:  # another place in the page, or nothing that may be followed
            address = ""
        seen = unquote(address.removeprefix("mailto:")).rstrip("/")
        if address and not self._hidden and unquote(words).rstrip("/") not in {address, seen}:
            self._pieces.append(f" ({address.removeprefix('mailto:')})" if words else address)
        self._link = ""

    def _end_block(self) -> None:
        text = _BLANKS.sub(" ", "".join(self._pieces)).strip(" ")
        self._pieces, self._link_start = [], 0
        if not text.strip():
            return
        shape = self._shape
        is_bullet, words = split_bullet(text)  # Word writes list marks as text
        if is_bullet and not shape.level:
            shape, text = Shape.BULLET, words
        self._blocks.append(Block(shape, text))
        if shape is Shape.BULLET:
            self._shape = Shape.PARAGRAPH
