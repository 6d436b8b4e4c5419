"""The heads of the fields that an edit touches: which changes it replaces, and what stands then."""

from collections.abc import Mapping
from itertools import chain
from secrets import token_bytes

from sqlalchemy import delete, insert, select, update

from qpdesk.store.log import DELETED, Change, Changeset, as_json, changeset_id, hash_of
from qpdesk.store.log_tables import change, changeset, head
from qpdesk.store.tables import Cursor, sql

_ADD_CHANGESET = sql(insert(changeset))
_ADD_CHANGE = sql(insert(change))
_ADD_HEAD = sql(insert(head))
_ONE_HEAD = (head.c.item == "", head.c.field == "", head.c.change == "")
_MOVE_HEAD = sql(update(head).values(change="").where(*_ONE_HEAD))
_DROP_HEAD = sql(delete(head).where(*_ONE_HEAD))
_HEADS_OF = sql(select(head.c.field, head.c.change).where(head.c.item == ""))
_HEADS_OF_FIELD = sql(select(head.c.change).where(head.c.item == "", head.c.field == ""))
_VALUE_OF = sql(select(change.c.new).where(change.c.changeset == "", change.c.number == 0))
_LINK_OF = sql(select(changeset.c.hash).where(changeset.c.id == ""))
_CLOCK_OF = sql(select(changeset.c.hlc).where(changeset.c.id == ""))

_IS_DELETED = (DELETED, as_json(True))
_LATEST = 2**63  # later than any clock


class Heads:
    """The heads as they are in the file, and as the lines of one new changeset leave them.

    Args:
        cursor: Of the one connection; who calls begins and ends the transactions.
        changeset_name: The changeset that the lines are to be of.
    """

    def __init__(self, cursor: Cursor, changeset_name: str) -> None:
        self._cursor = cursor
        self._changeset = changeset_name
        self._known: dict[str, dict[str, list[str]]] = {}
        self._whole: set[str] = set()  # items of which all heads are known
        self._new: list[tuple[str, str, str]] = []
        self._moved: list[tuple[str, str, str, str]] = []
        self._gone: list[tuple[str, str, str]] = []
        self.lines: list[Change] = []

    def shown(self, item: str) -> dict[str, str | None]:
        """What the log says of an item by field: of several heads, the latest's value."""
        found = self._of_item(item).items()
        return {field: max(map(self._found, names))[3] for field, names in found}

    def supersede(
        self, item: str, field: str, old: str | None, new: str, salt: bytes = b""
    ) -> None:
        """Add the line that replaces all heads of a field; without a salt, it is given one."""
        replaced = sorted(self._of_field(item, field))
        number = len(self.lines)
        line = Change(
            self._changeset,
            number,
            item,
            field,
            old,
            new,
            as_json(replaced),
            _seen(self._of_item(item)) if (field, new) == _IS_DELETED else None,
            salt or token_bytes(16),
            None,
        )
        self.lines.append(line)
        name = line.id
        if replaced:
            # Put in the place of the one before: as a row of its own it might need another page.
            self._moved.append((name, item, field, replaced[0]))
            self._gone += ((item, field, other) for other in replaced[1:])
        else:
            self._new.append((item, field, name))
        self._known.setdefault(item, {})[field] = [name]

    def write(self, about: Changeset) -> None:
        """Write the changeset and its lines, and make the heads table say what now is.

        Args:
            about: The changeset; its links are made here, to the one that is there before it.
        """
        owner, _, number = about.id.partition(".")
        before = (changeset_id(owner, int(number) - 1),)
        (link,) = self._cursor.execute(_LINK_OF, before).fetchone() or (None,)
        about = about._replace(previous_hash=link)
        self._cursor.execute(_ADD_CHANGESET, about._replace(hash=hash_of(about, self.lines)))
        for statement, rows in (
            (_ADD_CHANGE, self.lines),
            (_ADD_HEAD, self._new),
            (_MOVE_HEAD, self._moved),  # in order: an edit may replace what it has just said
            (_DROP_HEAD, self._gone),
        ):
            if rows:
                self._cursor.executemany(statement, rows)

    def _of_field(self, item: str, field: str) -> list[str]:
        """The heads of a field, as they are now; most edits need no others of the item."""
        known = self._known.get(item)
        if known is not None and (field in known or item in self._whole):
            return known.get(field, [])
        rows = self._cursor.execute(_HEADS_OF_FIELD, (item, field)).fetchall()
        return [name for (name,) in rows]

    def _of_item(self, item: str) -> dict[str, list[str]]:
        """The heads of an item by field, as they are now."""
        if item not in self._whole:
            names: dict[str, list[str]] = {}
            for field, name in self._cursor.execute(_HEADS_OF, (item,)).fetchall():
                names.setdefault(field, []).append(name)
            self._known[item] = names | self._known.get(item, {})
            self._whole.add(item)
        return self._known[item]

    def _found(self, name: str) -> tuple[int, str, int, str | None]:
        changeset_name, _, digits = name.rpartition(".")
        number = int(digits)
        if changeset_name == self._changeset:
            return _LATEST, changeset_name, number, self.lines[number].new
        (hlc,) = self._cursor.execute(_CLOCK_OF, (changeset_name,)).fetchone()
        (value,) = self._cursor.execute(_VALUE_OF, (changeset_name, number)).fetchone()
        return hlc, changeset_name, number, value


def _seen(heads: Mapping[str, list[str]]) -> str:
    """All that the author of a deletion knew of the item."""
    return as_json(sorted(chain(*(names for field, names in heads.items() if field != DELETED))))
