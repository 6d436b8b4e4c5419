"""Why a file from outside could not be read. No words for the user: gui and cli have those."""

from enum import StrEnum


class Reason(StrEnum):
    """What is the matter with the file."""

    NOT_FOUND = "not_found"
    NOT_PERMITTED = "not_permitted"
    EMPTY = "empty"
    UNKNOWN_FORMAT = "unknown_format"
    OLD_FORMAT = "old_format"
    """A .doc or .xls, or another format of last century's Office."""
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    """More bytes, items or levels than any plan has; also what a zip bomb would unpack to."""
    UNSAFE = "unsafe"
    """It declares entities of its own, which no office program writes."""
    NOT_JSON = "not_json"
    OTHER_JSON = "other_json"
    """JSON, but no quality plan."""
    WRONG_VERSION = "wrong_version"
    WRONG_VALUE = "wrong_value"
    MISSING = "missing"
    TWICE = "twice"
    """The same id or key two times."""
    NOTHING_FOUND = "nothing_found"
    """No table, chapter or list that belongs to a plan."""


class ImportFailed(Exception):
    """A file could not be read at all. Nothing has been changed.

    ``place`` names where in the file, as a path (``areas[2].children[0].level``) or the name of a
    part; ``detail`` is what stands there, as data.
    """

    def __init__(self, reason: Reason, place: str = "", detail: str = "") -> None:
        super().__init__(reason.value, place, detail)
        self.reason = reason
        self.place = place
        self.detail = detail[:200]
