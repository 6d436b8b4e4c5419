"""Head and foot of the pages, and the mark of an unadopted plan behind the text."""

import re

from qpdesk.report.furniture import Furniture
from qpdesk.report.looks import Colour
from qpdesk.report.word.markup import (
    DECLARATION,
    NAMESPACES,
    Paragraph,
    attribute,
    field,
    hex_of,
    run,
    twips,
)

_TAB = "<w:r><w:tab/></w:r>"
_PLACES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_MARK = Colour.from_hex("#d9dfe3")  # Word shows it half transparent
_SHAPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom" '
    'o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" '
    'xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)
_DRAWN = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def head(furniture: Furniture, width: float, number: int) -> str:
    """The part of a page head.

    Args:
        furniture: What stands there.
        width: Between the margins, in points.
        number: Which of the document's heads it is; their marks need names of their own.
    """
    texts = run(furniture.head_left) + _TAB + run(furniture.head_right)
    return _part("hdr", "Header", width, texts + _watermark(furniture.watermark, number))


def bare_head(furniture: Furniture, number: int) -> str:
    """The part of the cover's head, which has nothing but the mark of an unadopted plan."""
    mark = Paragraph("", _watermark(furniture.watermark, number)).xml()
    return f"{DECLARATION}<w:hdr {NAMESPACES}{_DRAWN}>{mark}</w:hdr>"


def foot(furniture: Furniture, width: float) -> str:
    """The part of a page foot."""
    pages = "".join(
        field(_PLACES[piece], "1") if piece in _PLACES else run(piece)
        for piece in re.split(r"(\{\w+\})", furniture.page_of)
    )
    return _part("ftr", "Footer", width, run(furniture.foot_left) + _TAB + pages)


def _part(tag: str, style: str, width: float, runs: str) -> str:
    stops = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    body = Paragraph(style, runs, stops).xml()
    return f"{DECLARATION}<w:{tag} {NAMESPACES}{_DRAWN}>{body}</w:{tag}>"


def _watermark(text: str, number: int) -> str:
    """The mark as Word makes its own: a drawn text in the head, across the page."""
    if not text:
        return ""
    name = f"PowerPlusWaterMarkObject{number}"
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:380pt;height:127pt;rotation:315;"
        "z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;"
        "mso-position-vertical-relative:margin"
    )
    return (
        f'<w:r><w:pict>{_SHAPE}<v:shape id="{name}" o:spid="_x0000_s{2048 + number}" '
        f'type="#_x0000_t136" alt="" style="{style}" o:allowincell="f" '
        f'fillcolor="#{hex_of(_MARK)}" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt" '
        f"string={attribute(text)}/></v:shape></w:pict></w:r>"
    )
