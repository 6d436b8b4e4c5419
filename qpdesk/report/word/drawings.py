"""What is not text in a Word document, in its frame: charts and pictures, with words for them.

Source: ECMA-376-1 §20, dml-wordprocessingDrawing.xsd, dml-picture.xsd.
"""

from dataclasses import dataclass
from io import BytesIO

from qpdesk.report.logo import Logo
from qpdesk.report.looks import PAPER, Colour
from qpdesk.report.word.markup import attribute

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU = 12700  # in a point
# Source: [MS-ODRAWXML] 2.28.1, decorative; Word 2019 and later.
_DECORATIVE = (
    f'<a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
    'val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawing in a line of text.

    ``number`` is its own among all drawings, from 1; lengths are in points; ``alternative`` says
    what it shows, "" for one that is there for looks alone.
    """

    name: str
    number: int
    width: float
    height: float
    alternative: str

    @property
    def extent(self) -> str:
        """The size as attributes."""
        return f'cx="{round(self.width * _EMU)}" cy="{round(self.height * _EMU)}"'

    def around(self, shown: str, kind: str) -> str:
        """The run that shows a graphic of a kind (its namespace)."""
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" '
            f'distR="0"><wp:extent {self.extent}/><wp:docPr id="{self.number}" '
            f"name={attribute(self.name)} descr={attribute(self.alternative)}>"
            f"{'' if self.alternative else _DECORATIVE}</wp:docPr>"
            f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{kind}">'
            f"{shown}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def picture(frame: Frame, relation: str) -> str:
    """The run that shows a picture; ``relation`` is the id of its part."""
    shape = (
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {frame.extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    )
    shown = (
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr id="0" '
        f"name={attribute(frame.name)}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f"</pic:blipFill>{shape}</pic:pic>"
    )
    return frame.around(shown, _PICTURE)


def as_png(logo: Logo, accent: Colour) -> bytes:
    """The logo's file, on a field of the document's colour if it is too light for paper."""
    data = BytesIO()
    logo.on(accent if logo.needs_ground else PAPER).save(data, "PNG", optimize=True)
    return data.getvalue()
