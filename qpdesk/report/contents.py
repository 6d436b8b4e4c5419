"""The list of contents: written when all headings have their pages, and moved to the front."""

from qpdesk.report.blocks import Block, Setting
from qpdesk.report.canvas import END, LAYOUT
from qpdesk.report.lines import plain_lines
from qpdesk.report.looks import PORTRAIT, RULE, Style
from qpdesk.report.paper import SIDE, Entry, Paper
from qpdesk.report.structure import Element

_INDENT = 15.0  # for each level
_NUMBER = 34.0  # kept free for page numbers
_BASELINE = 0.25


def write_contents(paper: Paper, section: Element, at: int) -> None:
    """Write the list below ``section`` and put its pages before page ``at`` (from 0)."""
    paper.need(0)
    canvas, entries = paper.canvas, tuple(paper.entries)
    if not paper.is_at_top:
        paper.new_page(PORTRAIT)
    paper.turn(PORTRAIT)
    first = paper.page
    paper.parent = section
    style = paper.styles.heading_style(1)
    title = paper.setter.paragraph(section.child("H1"), paper.words.contents, style, paper.measure)
    paper.blocks([title], after=14)
    blocks = [_lines(paper, entry) for entry in entries]
    ahead = _pages(paper, [block.count * block.leading + block.style.after for block in blocks])
    listed = section.child("TOC")
    for entry, block in zip(entries, blocks, strict=True):
        number = entry.page + 1 + (ahead if entry.page >= at else 0)
        link = listed.child("TOCI").child("Reference").child("Link")
        _write(paper, link, entry, block, str(number))
    canvas.showPage()
    pages = canvas.pages
    moved = pages[first:]
    del pages[first:]
    pages[at:at] = moved


def _style(paper: Paper, level: int) -> Style:
    body, bold = paper.styles.body.face, paper.styles.cell_title.face
    if level == 1:
        return Style(bold, 10.5, 14.5, before=5, after=3)
    return Style(body, 10, 13.5, after=2.5)


def _lines(paper: Paper, entry: Entry) -> Block:
    style = _style(paper, entry.level)
    indent = (entry.level - 1) * _INDENT
    lines = plain_lines(entry.title, style.face, style.units(paper.width - indent - _NUMBER))
    return Block(paper.parent, lines, style, Setting(indent=indent))


def _pages(paper: Paper, heights: list[float]) -> int:
    """How many pages entries of these heights take, from the current height on."""
    pages, y = 1, paper.room
    for height in heights:
        if y < height:
            pages, y = pages + 1, paper.height
        y -= height
    return pages


def _write(paper: Paper, link: Element, entry: Entry, block: Block, page: str) -> None:
    """One entry: its lines, a row of dots, and the page's number."""
    style, face = block.style, block.style.face
    paper.need(block.count * style.leading + style.after)
    left, right = SIDE + block.indent, SIDE + paper.width
    page_left = right - face.width(page, style.size)
    top, bottom = paper.y, paper.y - block.count * style.leading
    base = bottom + style.leading * _BASELINE
    text = "\n".join(block.lines) + " "
    paper.draw(
        f"{paper.canvas.opened(link)}\n{style.opening}"
        f"{left:.2f} {top + style.leading * _BASELINE:.2f} Td "
        f"{face.show(text, style.size)} ET "
        f"{style.opening}{page_left:.2f} {base + style.leading:.2f} Td "
        f"{face.show(page, style.size)} ET {END}"
    )
    end = left + face.width(block.lines[-1], style.size) + 5
    if end < page_left - 8:
        paper.draw(
            f"{LAYOUT} 0.6 w {RULE.stroke} [0.6 3] 0 d {end:.2f} {base:.2f} m "
            f"{page_left - 5:.2f} {base:.2f} l S [] 0 d {END}"
        )
    description = paper.words.contents_entry.format(title=entry.title, page=page)
    paper.canvas.link(link, (left, bottom, right, top), description, destination=entry.place)
    paper.y = bottom - style.after
