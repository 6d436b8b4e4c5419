"""The scale that risks are judged on: its steps, their names, and the bands of the levels.

A förvaltning may set its own. Changing it never alters a stored judgement: ``matrix`` tells which
ones no longer fit.
"""

from functools import lru_cache
from itertools import pairwise

from qpdesk.domain.errors import ImpossibleScale
from qpdesk.values import dataclass

SIZES = range(3, 7)
"""How many steps likelihood and consequence may have."""


_STEPS, _SIDES = "; ", " | "
_MARKS = frozenset(";|")  # they stand between names where a scale is text


def _is_name(text: str) -> bool:
    return bool(text) and text == " ".join(text.split()) and not _MARKS & set(text)


@dataclass(frozen=True, slots=True)
class Band:
    """The levels from ``lowest`` up to the next band, and what they are called."""

    lowest: int
    name: str


@dataclass(frozen=True, slots=True)
class Scale:
    """The names of the steps from 1 up, and the bands from the lowest up.

    Raises:
        ImpossibleScale: A side has other than 3-6 steps, a name is no single line, has ; or |, or
            comes twice,
            or the bands do not start at 1 and rise within the scale.
    """

    likelihoods: tuple[str, ...]
    consequences: tuple[str, ...]
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        for names in (self.likelihoods, self.consequences, [band.name for band in self.bands]):
            if not all(map(_is_name, names)) or len(set(names)) < len(names):
                raise ImpossibleScale
        if not {len(self.likelihoods), len(self.consequences)} <= set(SIZES):
            raise ImpossibleScale
        starts = [band.lowest for band in self.bands]
        rising = all(low < high for low, high in pairwise(starts))
        if not rising or starts[:1] != [1] or starts[-1] > self.highest:
            raise ImpossibleScale

    @property
    def highest(self) -> int:
        """The highest level."""
        return len(self.likelihoods) * len(self.consequences)

    @property
    def levels(self) -> frozenset[int]:
        """Every level that a likelihood and a consequence can give."""
        return frozenset(
            likelihood * consequence
            for likelihood in range(1, len(self.likelihoods) + 1)
            for consequence in range(1, len(self.consequences) + 1)
        )

    def holds(self, likelihood: int, consequence: int) -> bool:
        """Whether the scale has these steps."""
        return 1 <= likelihood <= len(self.likelihoods) and (
            1 <= consequence <= len(self.consequences)
        )

    def band(self, level: int) -> int:
        """Which band a level is in, counted from 0; its look and hatching follow from that."""
        return max((row for row, band in enumerate(self.bands) if band.lowest <= level), default=0)

    def gravity(self, level: int) -> int:
        """How grave a level is, 0 to 3, however many bands there are: for colours and signs."""
        most = len(self.bands) - 1
        return round(self.band(level) * 3 / most) if most else 0


STANDARD = Scale(
    ("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"),
    ("Försumbar", "Lindrig", "Kännbar", "Allvarlig"),
    (Band(1, "låg"), Band(4, "medel"), Band(8, "hög"), Band(12, "mycket hög")),
)
"""Four by four, until a förvaltning sets its own. No source gives names and bands: ours."""


def scale_text(scale: Scale) -> str:
    """The scale as one readable line: likelihoods | consequences | bands with lowest level."""
    bands = [f"{band.lowest} {band.name}" for band in scale.bands]
    return _SIDES.join(map(_STEPS.join, (scale.likelihoods, scale.consequences, bands)))


@lru_cache(maxsize=16)
def read_scale(text: str) -> Scale:
    """The scale that ``scale_text`` wrote.

    Raises:
        ImpossibleScale: The text is none.
    """
    try:
        likelihoods, consequences, bands = (part.split(_STEPS) for part in text.split(_SIDES))
        rows = [band.split(" ", 1) for band in bands]
        named = tuple(Band(int(lowest), name) for lowest, name in rows)
    except ValueError:
        raise ImpossibleScale from None
    return Scale(tuple(likelihoods), tuple(consequences), named)
