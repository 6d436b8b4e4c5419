"""Where one is in a document, and where that is when the document has been made anew."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qpdesk.services.proofs import Bookmark


@dataclass(frozen=True, slots=True)
class Place:
    """A height on a page, in points from its top; pages count from 0."""

    page: int
    top: float


def moved(place: Place, before: "Sequence[Bookmark]", now: "Sequence[Bookmark]") -> Place:
    """Where a place of the old document is in the new one: as far below the same heading."""
    above = [mark for mark in before if (mark.page, mark.top) <= (place.page, place.top)]
    if not above:
        return place
    mark = above[-1]
    number = sum(each.title == mark.title for each in above)
    same = [each for each in now if each.title == mark.title][number - 1 : number]
    if not same:
        return place
    pages = place.page - mark.page
    top = place.top if pages else same[0].top + place.top - mark.top
    return Place(same[0].page + pages, top)
