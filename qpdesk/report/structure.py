"""The structure tree of a tagged PDF: what is a heading, a list, a cell, and in which order.

Source: ISO 32000-1 §14.7 and §14.8, ISO 14289-1. The tree is written as plain strings: a long plan
has some hundred thousand elements.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

FIRST_ANNOTATION = 1 << 24
"""The parent tree's keys below it are pages, those from it on are annotations."""

_PAGE_SHIFT = 16
_ID_MASK = (1 << _PAGE_SHIFT) - 1


@dataclass(frozen=True, slots=True)
class Annotated:
    """A kid that is an annotation: the writer's name of it, and the page it lies on (from 0)."""

    name: str
    page: int


class Element:
    """One element. Its kids are elements, marked content (as one number) and annotations.

    It does not know its parent: the tree is let go of as soon as it is written, and in circles it
    would wait for Python to look through all of it. ``number`` and ``above`` are its own and its
    parent's number, when they have one.
    """

    __slots__ = ("above", "attributes", "kids", "number", "tag")

    def __init__(self, tag: str, attributes: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.kids: list[Element | int | Annotated] = []
        self.number = self.above = 0

    def child(self, tag: str, attributes: str = "") -> "Element":
        """A new last kid."""
        element = Element(tag, attributes)
        self.kids.append(element)
        return element


def pdf_text(text: str) -> str:
    """A text as a PDF string that needs no escapes, for attributes."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex()}>"


class StructureTree:
    """All elements of a document, and what of each page's content belongs to which of them."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: list[list[Element]] = []
        self.annotations: list[Element] = []

    def add_page(self) -> None:
        """Marks are made on a new page from now on."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """The id that the element's next content has on the current page."""
        marked = self.pages[-1]
        number = len(marked)
        marked.append(element)
        element.kids.append((len(self.pages) - 1) << _PAGE_SHIFT | number)
        return number

    def annotate(self, element: Element, name: str) -> int:
        """The parent-tree key of an annotation on the current page that belongs to the element."""
        self.annotations.append(element)
        element.kids.append(Annotated(name, len(self.pages) - 1))
        return FIRST_ANNOTATION + len(self.annotations) - 1

    def let_go(self) -> None:
        """Forget all elements, when they have been written."""
        self.root = Element("Document")
        self.pages, self.annotations = [], []

    def number(self, last: int) -> "Numbered":
        """Give every element an object number, counting on from ``last``."""
        elements: list[Element] = []
        stack = [self.root]
        while stack:
            element = stack.pop()
            elements.append(element)
            number = element.number = last + len(elements)
            for kid in reversed(element.kids):
                if isinstance(kid, Element):
                    kid.above = number
                    stack.append(kid)
        first_page = last + len(elements) + 1
        return Numbered(self, elements, first_page, first_page + len(self.pages))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finished tree whose elements have object numbers."""

    tree: StructureTree
    elements: list[Element]
    first_page: int
    parent_tree: int
    """The last number in use."""

    def root(self) -> str:
        """The structure tree root's dictionary."""
        following = FIRST_ANNOTATION + len(self.tree.annotations)
        return (
            f"<</Type/StructTreeRoot/K {self.tree.root.number} 0 R"
            f"/ParentTree {self.parent_tree} 0 R/ParentTreeNextKey {following}>>"
        )

    def objects(
        self, root: int, pages: Sequence[int], names: Mapping[str, int]
    ) -> Iterator[tuple[int, str]]:
        """Every object of the tree as (number, text).

        Args:
            root: The object number of the structure tree root.
            pages: The object numbers of the pages.
            names: The object number of each annotation by the writer's name for it.
        """
        for element in self.elements:
            yield element.number, _dictionary(element, root, pages, names)
        for index, marked in enumerate(self.tree.pages):
            references = " ".join([f"{element.number} 0 R" for element in marked])
            yield self.first_page + index, f"[{references}]"
        yield self.parent_tree, f"<</Nums[{' '.join(self._keys())}]>>"

    def _keys(self) -> Iterator[str]:
        for index in range(len(self.tree.pages)):
            yield f"{index} {self.first_page + index} 0 R"
        for index, element in enumerate(self.tree.annotations):
            yield f"{FIRST_ANNOTATION + index} {element.number} 0 R"


def _dictionary(element: Element, root: int, pages: Sequence[int], names: Mapping[str, int]) -> str:
    home = -1
    kids: list[str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotated):
            kids.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {names[kid.name]} 0 R>>")
        else:
            page = kid >> _PAGE_SHIFT
            home = page if home < 0 else home
            number = kid & _ID_MASK
            mark = f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>"
            kids.append(str(number) if page == home else mark)
    on_page = f"/Pg {pages[home]} 0 R" if home >= 0 else ""
    content = f"/K[{' '.join(kids)}]" if kids else ""
    above = element.above or root
    return (
        f"<</Type/StructElem/S/{element.tag}/P {above} 0 R{element.attributes}{on_page}{content}>>"
    )
