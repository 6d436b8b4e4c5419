"""The whole schema of a .qpd file, readable with any SQLite tool: items' tables beside the log.

Items' tables have the fields of the domain, in its order; a stored copy of the whole schema among
the tests guards both.
"""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text
from sqlalchemy.types import REAL, TypeEngine

from qpdesk.domain.nodes import EVERY_LEVEL, PARENTS, STEPS, Kind
from qpdesk.domain.record import FIELDS, OPTIONAL
from qpdesk.store.log_tables import field_columns, make_table, metadata, parent_columns

__all__ = ["items", "metadata"]


def _items(kind: Kind) -> Table:
    above = parent_columns(kind)
    alone = len(above) == 1
    parts: list[Column[object] | CheckConstraint | Index] = [Column("id", Text, primary_key=True)]
    # Deferred: within one transaction, items may come before their parents.
    parts += [
        Column(
            name,
            Text,
            ForeignKey(f"{parent}.id", deferrable=True, initially="DEFERRED"),
            nullable=not alone,
        )
        for name, parent in zip(above, PARENTS[kind], strict=True)
    ]
    parts += [Column("sort_key", Text, CheckConstraint("sort_key <> ''"), nullable=False)]
    parts += [_field(kind, name) for name in field_columns(kind)]
    if len(above) > 1:
        parts.append(
            CheckConstraint(" + ".join(f"({name} IS NOT NULL)" for name in above) + " = 1")
        )
    parts += [Index(f"{kind}_{name}", name) for name in above]
    return make_table(kind, *parts)


def _field(kind: Kind, name: str) -> Column[object]:
    wanted = FIELDS[kind][name]
    types: dict[type, TypeEngine[object]] = {int: Integer(), float: REAL()}  # type: ignore[dict-item]
    rules = [CheckConstraint(rule) for rule in _rules(kind, name, wanted)]
    return Column(name, types.get(wanted, Text()), *rules, nullable=name in OPTIONAL[kind])


def _rules(kind: Kind, name: str, wanted: type) -> list[str]:
    """What the database itself refuses: unknown choices, impossible factors, texts for dates."""
    match kind, name:
        case Kind.RISK, "level":
            return [f"level IN ({', '.join(map(str, sorted(EVERY_LEVEL)))})"]
        case Kind.RISK, "likelihood" | "consequence":
            return [f"{name} BETWEEN {STEPS[0]} AND {STEPS[-1]}"]
        case Kind.CHAPTER, "level":
            return ["level BETWEEN 1 AND 3"]
        case _:
            pass
    if issubclass(wanted, StrEnum):
        choices = ", ".join(f"'{choice.value}'" for choice in wanted)
        return [f"{name} IN ({choices})"]
    if wanted is date:
        return [f"{name} = date({name})"]
    return []


items: dict[Kind, Table] = {kind: _items(kind) for kind in Kind}
"""The table of each kind."""
