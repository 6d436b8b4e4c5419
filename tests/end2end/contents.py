"""What a .qpd file holds, read with SQLite alone: no code of the program has a part in it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

_KINDS = """
SELECT tables.name FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns
WHERE tables.type = 'table' AND columns.name = 'sort_key'
"""


@dataclass(frozen=True)
class Contents:
    """Every item by its id, each as its table has it; equal when not a letter differs."""

    items: dict

    def titled(self, title):
        """The one item with this title; None when there is none."""
        found = [item for item in self.items.values() if item.get("title") == title]
        assert len(found) < 2, f"{title!r} is there {len(found)} times"
        return found[0] if found else None

    def below(self, title):
        """The titles of what stands below an item, in order."""
        above = self.titled(title)["id"]
        found = [item for item in self.items.values() if above in _parents(item)]
        return [item["title"] for item in sorted(found, key=lambda item: item["sort_key"])]

    def within(self, title):
        """Whatever stands anywhere below an item."""
        inside, last = {}, {self.titled(title)["id"]}
        while last:
            found = {item["id"]: item for item in self.items.values() if last & _parents(item)}
            inside, last = inside | found, found.keys()
        return Contents(inside)

    def unlike(self, other):
        """The ids of the items that are not the same, word for word, in both."""
        both = self.items.keys() | other.items.keys()
        return {item for item in both if self.items.get(item) != other.items.get(item)}


def contents(path):
    """Read the tables of all items."""
    with closing(_opened(path)) as file:
        file.row_factory = sqlite3.Row
        return Contents(
            {
                row["id"]: {"kind": kind} | dict(row)
                for (kind,) in file.execute(_KINDS).fetchall()
                for row in file.execute(f'SELECT * FROM "{kind}"')  # noqa: S608 - its own tables
            }
        )


def count_changes(path):
    """How many acts the file's log holds."""
    with closing(_opened(path)) as file:
        return file.execute("SELECT count(*) FROM changeset").fetchone()[0]


def _opened(path):
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)


def _parents(item):
    return {value for name, value in item.items() if name.endswith("_id") and value is not None}
