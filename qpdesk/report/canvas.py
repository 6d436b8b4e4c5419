"""ReportLab's canvas with tags: everything drawn is an element's content, or an artifact."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from qpdesk.report.metadata import About
from qpdesk.report.structure import Element
from qpdesk.report.writer import TaggedDocument

HEADER = "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC"
FOOTER = "/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC"
WATERMARK = "/Artifact <</Type/Pagination/Subtype/Watermark>> BDC"
LAYOUT = "/Artifact <</Type/Layout>> BDC"
REPEATED = "/Artifact <</Type/Pagination>> BDC"
END = "EMC"


class TaggedCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas for one document. Lengths are in points, from the page's lower left corner.

    Args:
        about: What the document says about itself.
        profile: The ICC profile of its colours.
        font: The registered name of an embedded font, for pages on which nothing is written.
    """

    def __init__(self, about: About, profile: bytes, font: str) -> None:
        super().__init__(
            BytesIO(),
            pageCompression=1,
            initialFontName=font,
            lang=about.language,
            pdfVersion=(1, 7),
            invariant=1,
        )
        rl_config.useA85 = 0
        self.document: TaggedDocument = self._doc
        self.document.__class__ = TaggedDocument
        self.document.begin(about, profile)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.showOutline()
        self.tree = self.document.tree
        self.tree.add_page()

    @property
    def code(self) -> list[str]:
        """The current page's operators so far."""
        code: list[str] = self._code
        return code

    @property
    def pages(self) -> list[Any]:
        """The finished pages in their order; a caller may put them in another."""
        pages: list[Any] = self.document.Pages.pages
        return pages

    def opened(self, element: Element) -> str:
        """The operator that begins content of the element; ``END`` ends it."""
        return f"/{element.tag} <</MCID {self.tree.mark(element)}>> BDC"

    def link(
        self,
        element: Element,
        area: tuple[float, float, float, float],
        description: str,
        *,
        address: str = "",
        destination: str = "",
    ) -> None:
        """Make an area (left, bottom, right, top) of the page clickable.

        Args:
            element: The Link element whose text lies there.
            area: Where.
            description: What a screen reader says of it.
            address: A web or mail address, or
            destination: the name of a place in this document.
        """
        name = f"NUMBER{self._annotationCount + 1}"
        key = self.tree.annotate(element, self.document.annotationName(name))
        entries = {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pdfdoc.PDFArray([round(length, 2) for length in area]),
            "Border": "[0 0 0]",
            "F": 4,
            "Contents": pdfdoc.PDFString(description),
            "StructParent": key,
        }
        if address:
            action = {"S": "/URI", "URI": pdfdoc.PDFString(address)}
            entries["A"] = pdfdoc.PDFDictionary(action)
        else:
            entries["Dest"] = self._bookmarkReference(destination)
        self._addAnnotation(pdfdoc.PDFDictionary(entries))

    def place(self, name: str, top: float) -> None:
        """Name a height on the current page, for links and bookmarks to go to."""
        self.bookmarkHorizontalAbsolute(name, top)

    @override
    def _startPage(self) -> None:
        super()._startPage()
        if hasattr(self, "tree"):  # not for the first page, which ReportLab makes on its way here
            self.tree.add_page()

    def finished(self) -> bytes:
        """The file. All pages have been shown; the empty one that follows them is dropped."""
        self.tree.pages.pop()
        data: bytes = self.document.GetPDFData(self)
        self.tree.let_go()  # ReportLab's objects, which hold it, wait for Python to find them
        return data
