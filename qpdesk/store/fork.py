"""Two computers that work as one replica: what ours did since gets a name of its own.

It happens when a working copy is cloned: a restored user profile, the image of a disk.
"""

from sqlalchemy import delete, insert, select

from qpdesk.store.journal import new_replica
from qpdesk.store.log import Change, Changeset, as_json, changeset_id, hash_of, names_in
from qpdesk.store.log_tables import change, changeset
from qpdesk.store.tables import Cursor, log_of, sql


def part(ours: Cursor, theirs: Cursor) -> str | None:
    """Rename our changesets that another has otherwise under the same names.

    Heads and facts still have the old names afterwards: the join that follows renews them.

    Returns:
        The new replica, or None when there is nothing to part.
    """
    known = dict(theirs.execute(sql(select(changeset.c.id, changeset.c.hash))).fetchall())
    changesets, changes = log_of(ours)
    double = [line for line in changesets if known.get(line.id, line.hash) != line.hash]
    if not double:
        return None
    first = double[0].id
    old, replica = first.partition(".")[0], new_replica()
    mine = [line for line in changesets if line.id >= first and line.id.startswith(f"{old}.")]
    names = {line.id: changeset_id(replica, at) for at, line in enumerate(mine, 1)}
    _forget(ours, names)
    _write(ours, [line for line in changesets if line.id in names], changes, names)
    return replica


def _forget(cursor: Cursor, names: dict[str, str]) -> None:
    old = [(name,) for name in names]
    cursor.executemany(sql(delete(change).where(change.c.changeset == "")), old)
    cursor.executemany(sql(delete(changeset).where(changeset.c.id == "")), old)


def _write(
    cursor: Cursor, changesets: list[Changeset], changes: list[Change], names: dict[str, str]
) -> None:
    """Write them under their new names, chained anew."""
    previous = None
    for about in changesets:
        lines = [_renamed(line, names) for line in changes if line.changeset == about.id]
        new = about._replace(
            id=names[about.id],
            undoes=names.get(about.undoes or "", about.undoes),
            previous_hash=previous,
        )
        new = new._replace(hash=hash_of(new, lines))
        previous = new.hash
        cursor.execute(sql(insert(changeset)), new)
        cursor.executemany(sql(insert(change)), lines)


def _renamed(line: Change, names: dict[str, str]) -> Change:
    return line._replace(
        changeset=names[line.changeset],
        replaces=as_json(sorted(_new_name(name, names) for name in names_in(line.replaces))),
        seen=None
        if line.seen is None
        else as_json(sorted(_new_name(name, names) for name in names_in(line.seen))),
    )


def _new_name(name: str, names: dict[str, str]) -> str:
    owner, _, number = name.rpartition(".")
    return f"{names.get(owner, owner)}.{number}"
