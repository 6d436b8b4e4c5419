"""From a table of figures to an indicator's outcomes, by a mapping of columns a person confirms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qpdesk.domain.nodes import Observation
from qpdesk.domain.order import NodeId, Place, keys_after
from qpdesk.domain.periods import PeriodKind, read_period
from qpdesk.domain.text import folded
from qpdesk.exchange import values
from qpdesk.exchange.findings import Code, Finding, Spot
from qpdesk.exchange.series_table import Line, Table

_LARGEST = 10**15  # what the fields of an item hold


class Role(StrEnum):
    """What a column holds."""

    IGNORED = ""
    INDICATOR = "indicator"
    """The indicator's name or code, where a file has several."""
    PERIOD = "period"
    OUTCOME = "outcome"
    OUTCOME_IN_HEAD = "outcome_in_head"
    """The outcome in the period that is the column's head (2020, 2021 ... side by side)."""
    TARGET = "target"
    N = "n"
    UNIT = "unit"
    """The unit of the organisation, or the municipality."""
    REASON = "reason"
    """Why there is no result."""


Roles = tuple[Role, ...]
"""A role for each column of a table."""

_HEADS = {
    Role.INDICATOR: ("indikator", "nyckeltal", "benämning", "kpi", "nyckeltalsid"),
    Role.PERIOD: ("period", "år", "månad", "kvartal", "tidpunkt", "mätperiod", "year"),
    Role.OUTCOME: ("utfall", "värde", "resultat", "value", "medelvärde", "andel", "antal"),
    Role.TARGET: ("mål", "målvärde", "målnivå", "etappmål", "target"),
    Role.N: ("n", "antal svar", "antal svarande", "svarande", "underlag"),
    Role.UNIT: ("enhet", "organisationsenhet", "kommun", "verksamhet", "utförare", "region"),
    Role.REASON: ("anmärkning", "orsak", "skäl", "notering"),
}


@dataclass(frozen=True, slots=True)
class Series:
    """The outcomes, to be put under their indicator, and what a person should look at."""

    nodes: tuple[Observation, ...]
    findings: tuple[Finding, ...]


def guessed_roles(table: Table, remembered: Mapping[str, str] | None = None) -> Roles:
    """What the columns hold, as far as their heads tell; a remembered mapping comes first.

    Args:
        table: From ``series_table.read_table``.
        remembered: From ``to_remember``, of an earlier file; unknown roles in it are passed over.
    """
    known = {head: Role(role) for head, role in (remembered or {}).items() if role in set(Role)}
    guessed = [known[key] if (key := _key(head)) in known else _guess(head) for head in table.heads]
    if Role.PERIOD in guessed:
        wide = Role.IGNORED  # a year as a head among columns with a period is something else
        return tuple(wide if role is Role.OUTCOME_IN_HEAD else role for role in guessed)
    return tuple(guessed)


def to_remember(table: Table, roles: Roles) -> dict[str, str]:
    """The mapping by heads, as plain values, for the next file that looks the same."""
    return {_key(head): role.value for head, role in zip(table.heads, roles, strict=True)}


def indicators_in(table: Table, roles: Roles) -> list[str]:
    """The names in the indicator's column, in the order they come; none without such a column."""
    names = (_cell(line, roles, Role.INDICATOR) for line in table.lines)
    return list(dict.fromkeys(filter(None, names)))


def read_series(table: Table, roles: Roles, parent: NodeId, indicator: str = "") -> Series:
    """The outcomes in a table.

    Args:
        table: From ``series_table.read_table``.
        roles: A role for each column.
        parent: The indicator's id.
        indicator: Only the rows with this name in the indicator's column; "" takes all.
    """
    findings = list(table.findings)
    for head, role in zip(table.heads, roles, strict=True):
        if role is Role.IGNORED and head:
            findings.append(Finding(Code.UNKNOWN_COLUMN, Spot(), head))
    drafts = [
        draft
        for line in table.lines
        if not indicator or _cell(line, roles, Role.INDICATOR) == indicator
        for draft in _read(line, table.heads, roles, findings)
    ]
    keys = keys_after("", len(drafts))
    nodes = (
        Observation(place=Place(parent, key), **draft)  # type: ignore[arg-type]  # by field name
        for key, draft in zip(keys, drafts, strict=True)
    )
    return Series(tuple(nodes), tuple(findings))


def _read(
    line: Line, heads: Sequence[str], roles: Roles, findings: list[Finding]
) -> Iterator[dict[str, object]]:
    """The fields of each outcome in a row: one, or one for each head that is a period."""
    shared = {
        "organisational_unit": _cell(line, roles, Role.UNIT),
        "no_result_reason": _cell(line, roles, Role.REASON),
        "target": _number(line, roles, Role.TARGET, findings),
        "n": _count(line, roles, findings),
    }
    outcomes = [
        (heads[column], line.cells[column])
        for column, role in enumerate(roles)
        if role is Role.OUTCOME_IN_HEAD and line.cells[column]
    ]
    text, period = _cell(line, roles, Role.OUTCOME), _cell(line, roles, Role.PERIOD)
    if text or (not outcomes and (shared["no_result_reason"] or shared["target"] is not None)):
        outcomes.append((period, text))
    elif outcomes and period:  # the heads have the periods
        findings.append(Finding(Code.NO_OWNER, line.spot, period))
    for when, each in outcomes:
        yield shared | {"period": when} | _outcome(each, line.spot, shared, findings)
    if not outcomes and any(line.cells):
        findings.append(Finding(Code.LOOSE_TEXT, line.spot, " | ".join(filter(None, line.cells))))


def _outcome(
    text: str, spot: Spot, shared: Mapping[str, object], findings: list[Finding]
) -> dict[str, object]:
    """The outcome; words in its place are taken for the reason why there is no figure."""
    number = _read_number(text)
    if number is not None or not text:
        return {"outcome": number}
    findings.append(Finding(Code.UNREADABLE_VALUE, spot, text))
    reason = shared["no_result_reason"]
    return {"no_result_reason": f"{text}: {reason}" if reason else text}


def _number(line: Line, roles: Roles, role: Role, findings: list[Finding]) -> float | None:
    text = _cell(line, roles, role)
    number = _read_number(text)
    if text and number is None:
        findings.append(Finding(Code.NO_OWNER, line.spot, text))
    return number


def _count(line: Line, roles: Roles, findings: list[Finding]) -> int | None:
    number = _number(line, roles, Role.N, findings)
    if number is None:
        return None
    if number < 0 or number != int(number):
        findings.append(Finding(Code.NO_OWNER, line.spot, _cell(line, roles, Role.N)))
        return None
    return int(number)


def _read_number(text: str) -> float | None:
    number = values.number(text)
    return number if number is not None and abs(number) < _LARGEST else None


def _cell(line: Line, roles: Roles, role: Role) -> str:
    """What the columns of a role say; several with a comma between."""
    cells = (cell for cell, each in zip(line.cells, roles, strict=True) if each is role)
    return ", ".join(filter(None, cells))


def _guess(head: str) -> Role:
    plain = _key(head)
    for role, words in _HEADS.items():
        if plain in words:
            return role
    known = read_period(head).kind is not PeriodKind.FREE
    return Role.OUTCOME_IN_HEAD if known else Role.IGNORED


def _key(head: str) -> str:
    return " ".join(folded(head).split())
