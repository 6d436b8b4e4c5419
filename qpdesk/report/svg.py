"""SVG logos drawn as pictures, once all that is in the file is known to be harmless.

The file comes from outside. Only shapes and their colours are let through: no text (its typeface is
not in the file), no pictures, scripts, filters, patterns or markers, no entities, and no reference
that leads out of the file. What is repeated is counted as often as it is drawn, and the more there
is to draw, the fewer pixels it is drawn in, so that no file can take the program's time.
Source: SVG 2, chapters 5 (structure) and 8 (viewBox).
"""

import re
from dataclasses import dataclass, field
from math import sqrt
from xml.parsers.expat import ExpatError, ParserCreate

_LARGEST = 1_000_000  # bytes
_DEEPEST = 60
_MOST = 2_000  # shapes that are drawn
_PIXELS = 100_000_000  # of all shapes together, were each as large as the picture
_SHARP = 1_000  # pixels along the longer side
_LONGEST = 20  # times as wide as high
_SVG = "http://www.w3.org/2000/svg"
_HREFS = frozenset({"href", "http://www.w3.org/1999/xlink href"})
_ALLOWED = frozenset(
    {"svg", "g", "a", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style"}
    | {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
    | {"linearGradient", "radialGradient", "stop", "clipPath", "mask"}
)
_LAYER = re.compile(r"(?:opacity|mask|clip-path|mix-blend-mode|isolation)")
_REFUSED = re.compile(
    r"@|expression|image-set|\\|(?:^|[;{\s])(?:filter|marker[a-z-]*|stroke-dasharray)\s*:(?!\s*none)"
)
_URL = re.compile(r"url\(\s*['\"]?\s*([^)'\"]*)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(%|[a-z]*)\s*")
_LAYER_COST = 4  # a layer is painted as a picture of its own


class UnfitDrawing(Exception):
    """The file is not an SVG that may be drawn; the message says why, in one word."""


@dataclass(slots=True)
class _Shape:
    """An element: what it costs by itself, what stands in it, what it refers to."""

    name: str
    cost: int
    inside: list["_Shape"] = field(default_factory=list)
    references: list[str] = field(default_factory=list)


def drawn(data: bytes) -> bytes:
    """The PNG picture of an SVG file.

    Raises:
        UnfitDrawing: It is none, or holds something that is not let through.
    """
    from resvg_py import svg_to_bytes  # noqa: PLC0415 - few have an SVG logo

    width, height, shapes = _looked_over(data)
    side = min(_SHARP, sqrt(_PIXELS / shapes * max(width, height) / min(width, height)))
    pixels = max(1, round(side))
    try:
        return svg_to_bytes(
            data.decode("utf-8-sig"),
            skip_system_fonts=True,
            dpi=96,
            width=pixels if width >= height else None,
            height=pixels if width < height else None,
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of Rust's is no Exception
        raise UnfitDrawing("form") from error


def _looked_over(data: bytes) -> tuple[float, float, int]:
    """The sides' proportion, and how much there is to draw."""
    if len(data) > _LARGEST:
        raise UnfitDrawing("size")
    reader = _Reader()
    try:
        data.decode("utf-8")
        reader.read(data)
        shapes = _cost(reader.top, reader.named, {}) * (1 + _LAYER_COST * reader.has_layers)
    except (ExpatError, UnicodeDecodeError, RecursionError) as error:
        raise UnfitDrawing("form") from error
    if shapes > _MOST:
        raise UnfitDrawing("size")
    width, height = reader.sides()
    if not 1 / _LONGEST <= width / height <= _LONGEST:
        raise UnfitDrawing("size")
    return width, height, max(1, shapes)


def _cost(shape: _Shape, named: dict[str, _Shape], known: dict[int, int]) -> int:
    """How much is drawn for an element: all that stands in it and all that it refers to."""
    if id(shape) in known:
        if known[id(shape)] < 0:
            raise UnfitDrawing("circle")
        return known[id(shape)]
    known[id(shape)] = -1
    others = [*shape.inside, *(named[name] for name in shape.references if name in named)]
    total = shape.cost + sum(_cost(other, named, known) for other in others)
    known[id(shape)] = total
    return total


class _Reader:
    """Reads the elements, and stops at the first that is not let through."""

    def __init__(self) -> None:
        self.top = _Shape("", 0)
        self.named: dict[str, _Shape] = {}
        self._open = [self.top]
        self._foreign = 0  # how deep inside an element that is none of SVG's, and is not drawn
        self._said: dict[str, str] = {}
        self._style: list[str] = []
        self.has_layers = False
        """Whether a style sheet makes layers, of whichever elements."""

    def read(self, data: bytes) -> None:
        """Read a file whole."""
        parser = ParserCreate("utf-8", " ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._style.append
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._refuse
        parser.ProcessingInstructionHandler = self._refuse
        parser.Parse(data, True)

    def sides(self) -> tuple[float, float]:
        """Width and height, in whatever unit.

        Raises:
            UnfitDrawing: The file does not say.
        """
        match re.split(r"[\s,]+", self._said.get("viewBox", "").strip()):
            case [_, _, wide, high]:
                lengths = [wide, high]
            case _:
                lengths = [self._said.get(side, "") for side in _SIDES]
        found = [_NUMBER.fullmatch(length) for length in lengths]
        units = {match[2] for match in found if match}
        if None in found or len(units) != 1 or "%" in units:
            raise UnfitDrawing("sides")
        width, height = (float(match[1]) for match in found if match)
        if not (0 < width < _HUGE and 0 < height < _HUGE):
            raise UnfitDrawing("sides")
        return width, height

    def _begin(self, name: str, said: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if len(self._open) + self._foreign > _DEEPEST:
            raise UnfitDrawing("depth")
        if self._foreign or space != _SVG:
            if len(self._open) == 1:
                raise UnfitDrawing("form")
            self._foreign += 1
            return
        if local not in _ALLOWED or (local == "svg") != (len(self._open) == 1):
            raise UnfitDrawing("element")
        if len(self._open) == 1:
            self._said = said
        self._style.clear()
        shape = self._shape(local, said)
        self._open[-1].inside.append(shape)
        self._open.append(shape)

    def _shape(self, name: str, said: dict[str, str]) -> _Shape:
        shape = _Shape(name, 1)
        for key, text in said.items():
            self._look_at(key, text, shape)
        if "id" in said:
            self.named.setdefault(said["id"], shape)
        return shape

    def _look_at(self, key: str, text: str, shape: _Shape) -> None:
        """Refuse what leads out of the file or cannot be bounded; note what is referred to."""
        if key in _HREFS:
            if not text.startswith("#"):
                raise UnfitDrawing("reference")
            shape.references.append(text[1:])
        if key == "stroke-dasharray" and text.strip() != "none":  # millions of dashes
            raise UnfitDrawing("element")
        if key == "style":
            self._look_at_style(text)
        for goal in _URL.findall(text):
            if not goal.startswith("#"):
                raise UnfitDrawing("reference")
            shape.references.append(goal[1:].strip())
        if _LAYER.fullmatch(key) or (key == "style" and _LAYER.search(text)):
            shape.cost += _LAYER_COST

    def _look_at_style(self, text: str) -> None:
        if _REFUSED.search(text):
            raise UnfitDrawing("style")
        if any(not goal.startswith("#") for goal in _URL.findall(text)):
            raise UnfitDrawing("reference")

    def _end(self, _name: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        shape = self._open.pop()
        if shape.name == "style":
            text = "".join(self._style)
            self._look_at_style(text)
            self.has_layers = self.has_layers or bool(_LAYER.search(text))

    def _doctype(self, _name: str, _system: object, _public: object, has_more: bool) -> None:
        """That it is SVG may be said; what is declared besides may not."""
        if has_more:
            self._refuse()

    def _refuse(self, *_: object) -> None:
        raise UnfitDrawing("declaration")


_SIDES = ("width", "height")
_HUGE = 1e7
