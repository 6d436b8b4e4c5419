"""Head and foot of every page, and the mark of an unadopted plan: artifacts, drawn last.

They are drawn when all pages are there, as each says how many pages there are.
"""

from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import PDFPage

from qpdesk.report.canvas import END, FOOTER, HEADER, WATERMARK, TaggedCanvas
from qpdesk.report.faces import Face, Faces, printable
from qpdesk.report.looks import QUIET, RULE, Style
from qpdesk.report.looks import WATERMARK as WATERMARK_COLOUR
from qpdesk.report.paper import SIDE

_SIZE = 8.5
_HEAD, _FOOT = 34.0, 28.0  # from the page's edges to the baselines
_MARK_SIZE = 120.0
_SLANT = (0.829, 0.559)  # cosine and sine of 34 degrees


@dataclass(frozen=True, slots=True)
class Furniture:
    """The texts at the edges of the pages; ``watermark`` "" for none.

    ``page_of`` has places for page and pages.
    """

    head_left: str
    head_right: str
    foot_left: str
    page_of: str
    watermark: str


def furnish(canvas: TaggedCanvas, faces: Faces, furniture: Furniture) -> None:
    """Finish all pages of the canvas, which must be in their final order. The cover stays bare."""
    body, pages = faces.body, canvas.pages
    for number, page in enumerate(pages, 1):
        below = _watermark(faces.bold, page, furniture.watermark) if furniture.watermark else ""
        above = ""
        if number > 1:
            foot = furniture.page_of.format(page=number, pages=len(pages))
            above = _edges(body, page, furniture, foot)
        canvas.document.finish_page(page, below, above)


def _edges(face: Face, page: PDFPage, furniture: Furniture, page_of: str) -> str:
    style = Style(face, _SIZE, _SIZE, QUIET)
    left, right = SIDE, page.pagewidth - SIDE
    top = page.pageheight - _HEAD
    wide = (right - left) * 0.62
    head_left = _fitted(face, printable(furniture.head_left), wide)
    head_right = _fitted(face, printable(furniture.head_right), right - left - wide - 10)
    foot_left = _fitted(face, printable(furniture.foot_left), wide)
    line = f"0.5 w {RULE.stroke} {left:.2f} {top - 7:.2f} m {right:.2f} {top - 7:.2f} l S"
    return "\n".join(
        (
            HEADER,
            line,
            _text(style, head_left, left, top),
            _text(style, head_right, right - face.width(head_right, _SIZE), top),
            END,
            FOOTER,
            _text(style, foot_left, left, _FOOT),
            _text(style, page_of, right - face.width(page_of, _SIZE), _FOOT),
            END,
        )
    )


def _fitted(face: Face, text: str, width: float) -> str:
    """The text, cut at a word where it is too wide: it stands in full on the cover."""
    words = text.split(" ")
    while words and face.width(" ".join(words), _SIZE) > width:
        words.pop()
    short = " ".join(words)
    return short if short == text else f"{short} \N{HORIZONTAL ELLIPSIS}"


def _text(style: Style, text: str, x: float, y: float) -> str:
    shown = style.face.show(text, style.size)
    return f"{style.opening}{x:.2f} {y + style.leading:.2f} Td {shown} ET"


def _watermark(face: Face, page: PDFPage, text: str) -> str:
    """The text across the page, behind everything."""
    style = Style(face, _MARK_SIZE, _MARK_SIZE, WATERMARK_COLOUR)
    width = face.width(text, _MARK_SIZE)
    cosine, sine = _SLANT
    x = page.pagewidth / 2 - cosine * width / 2 + sine * _MARK_SIZE / 3
    y = page.pageheight / 2 - sine * width / 2 - cosine * _MARK_SIZE / 3
    turned = f"q {cosine} {sine} {-sine} {cosine} {x:.2f} {y:.2f} cm"
    return f"{WATERMARK}\n{turned} {_text(style, text, 0, 0)} Q {END}"
