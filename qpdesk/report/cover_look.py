"""How a municipality's covers look: the band, the logo's place, a picture, and who sends them."""

from dataclasses import dataclass
from enum import StrEnum

from qpdesk.report.pictures import Picture

PICTURE_ROOM = 230.0
"""Points of height that a picture is fitted into, where the texts leave as much."""


class Band(StrEnum):
    """The field of the document's colour along the cover's upper edge."""

    THIN = "thin"
    WIDE = "wide"
    NONE = "none"


class LogoPlace(StrEnum):
    """Where the logo stands between the margins."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class CoverLook:
    """What a cover has beside the plan's own facts.

    ``sender`` is who hands the document out, ``contact`` are the lines that say where and how they
    are reached; both stand at the cover's foot.
    """

    band: Band = Band.THIN
    logo_place: LogoPlace = LogoPlace.LEFT
    picture: Picture | None = None
    sender: str = ""
    contact: tuple[str, ...] = ()


BARE = CoverLook()
"""The cover of a municipality that has chosen nothing."""
