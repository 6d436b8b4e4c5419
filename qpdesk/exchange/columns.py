"""What a table's column heads mean, whatever a municipality calls them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from qpdesk.domain.text import folded


class Column(StrEnum):
    """What stands in a column."""

    AREA = "area"
    RISK = "risk"
    LEVEL = "level"
    LIKELIHOOD = "likelihood"
    CONSEQUENCE = "consequence"
    CONTROL = "control"
    PURPOSE = "purpose"
    METHOD = "method"
    FREQUENCY = "frequency"
    SCOPE = "scope"
    MEASURE = "measure"
    WHAT_TO_DO = "what_to_do"
    RESPONSIBLE = "responsible"
    DUE = "due"
    STATUS = "status"
    REASON = "reason"
    FOLLOW_UP = "follow_up"
    CONTROL_REVIEW = "control_review"
    MEASURE_REVIEW = "measure_review"
    INDICATOR = "indicator"
    PERIOD = "period"
    OUTCOME = "outcome"
    TARGET = "target"
    ANSWERS = "answers"
    UNIT = "unit"


class Sort(StrEnum):
    """What a table is about."""

    PLAN = "plan"
    REVIEW = "review"
    INDICATORS = "indicators"
    OBSERVATIONS = "observations"


_NAMES: dict[Column, tuple[str, ...]] = {
    Column.AREA: (
        "område",
        "process",
        "processområde",
        "process/område",
        "område/process",
        "verksamhetsområde",
        "delprocess",
    ),
    Column.RISK: (
        "risk",
        "risker",
        "identifierad risk",
        "identifierade risker",
        "riskbeskrivning",
        "beskrivning av risk",
        "risk och risknivå",
    ),
    Column.LEVEL: ("risknivå", "riskvärde", "risktal", "riskpoäng", "nivå", "riskbedömning"),
    Column.LIKELIHOOD: ("sannolikhet", "s", "likelihood"),
    Column.CONSEQUENCE: ("konsekvens", "k", "allvarlighetsgrad", "consequence"),
    Column.CONTROL: (
        "egenkontroll",
        "egenkontroller",
        "kontroll",
        "kontroller",
        "kontrollmoment",
        "kontrollaktivitet",
        "control",
    ),
    Column.PURPOSE: (
        "syfte",
        "syfte med egenkontrollen",
        "syfte med egenkontroll",
        "syfte med kontrollen",
        "syftet med egenkontrollen",
        "purpose",
    ),
    Column.METHOD: ("metod", "kontrollmetod", "hur", "tillvägagångssätt"),
    Column.FREQUENCY: ("frekvens", "hur ofta", "intervall", "periodicitet"),
    Column.SCOPE: ("omfattning", "urval"),
    Column.MEASURE: (
        "åtgärd",
        "åtgärder",
        "aktivitet",
        "aktiviteter",
        "planerad åtgärd",
        "planerade åtgärder",
        "åtgärd/aktivitet",
        "åtgärd(er)",
        "measure",
    ),
    Column.WHAT_TO_DO: (
        "vad ska göras",
        "vad skall göras",
        "vad behöver göras",
        "beskrivning",
        "beskrivning av åtgärd",
        "genomförande",
        "what to do",
    ),
    Column.RESPONSIBLE: ("ansvarig", "ansvar", "ansvariga", "ansvarig funktion", "responsible"),
    Column.DUE: (
        "klar senast",
        "klart senast",
        "ska vara klart",
        "tidplan",
        "tidsplan",
        "slutdatum",
        "deadline",
        "när",
        "klar",
        "due",
    ),
    Column.STATUS: ("status", "läge"),
    Column.REASON: ("orsak", "skäl", "anledning", "orsak till status"),
    Column.FOLLOW_UP: (
        "uppföljning",
        "resultat",
        "kommentar",
        "kommentarer",
        "uppföljning/resultat",
        "resultat/uppföljning",
        "resultat och analys",
        "analys",
        "follow-up",
    ),
    Column.CONTROL_REVIEW: (
        "uppföljning av egenkontroll",
        "uppföljning av egenkontroller",
        "uppföljning egenkontroll",
        "resultat av egenkontroll",
    ),
    Column.MEASURE_REVIEW: (
        "uppföljning av åtgärd",
        "uppföljning av åtgärder",
        "uppföljning åtgärd",
        "uppföljning åtgärder",
        "resultat av åtgärd",
    ),
    Column.INDICATOR: (
        "kvalitetsindikator",
        "kvalitetsindikatorer",
        "indikator",
        "indikatorer",
        "nyckeltal",
        "mått",
    ),
    Column.PERIOD: ("period", "år", "mätperiod", "tidpunkt"),
    Column.OUTCOME: ("utfall", "värde", "outcome"),
    Column.TARGET: ("mål", "målvärde", "etappmål", "målnivå", "target"),
    Column.ANSWERS: ("n", "antal svar", "antal svarande"),
    Column.UNIT: ("enhet", "måttenhet"),
}
_SPACES = re.compile(r"[\s:.?!*\N{NO-BREAK SPACE}]+")
_MARKS = re.compile(r"\[\^[^\]]*\]")
_LONGEST_HEAD = 60  # characters; a longer text is a cell's, not a head's
_ALIKE = 0.86  # how much of a head must agree: a slip of the pen, not another word


def _plain(text: str) -> str:
    """A head for comparing: no case, hyphens, question marks, note marks or line breaks."""
    return _SPACES.sub(" ", folded(_MARKS.sub("", text).replace("-\n", ""))).strip()


_BY_NAME = {_plain(name): column for column, names in _NAMES.items() for name in names}
_LONG_NAMES = [name for name in _BY_NAME if len(name) > len("risker")]

_TREE = frozenset({Column.RISK, Column.CONTROL, Column.MEASURE})
_REVIEW = frozenset({Column.CONTROL_REVIEW, Column.MEASURE_REVIEW})


@dataclass(frozen=True, slots=True)
class Heads:
    """A table's columns by position, None where the head says nothing we know."""

    columns: tuple[Column | None, ...]
    texts: tuple[str, ...]
    sort: Sort

    def has(self, column: Column) -> bool:
        """Whether the table has that column."""
        return column in self.columns


def meaning(text: str) -> Column | None:
    """What a column head means; None when it says nothing we know."""
    plain = _plain(text)
    if not plain or len(plain) > _LONGEST_HEAD:
        return None
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    close = get_close_matches(plain, _LONG_NAMES, n=1, cutoff=_ALIKE)
    return _BY_NAME[close[0]] if close else None


def read_heads(texts: Sequence[str]) -> Heads | None:
    """The columns, if these texts are column heads: enough of them mean something together."""
    filled = [text for text in texts if text]
    if not filled or max(map(len, filled)) > 2 * _LONGEST_HEAD:
        return None
    if not any(_plain(text) in _BY_NAME for text in filled):
        return None  # slips of the pen are looked for only beside a head that is none
    columns = [meaning(text) for text in texts]
    known = {column for column in columns if column}
    sort = _sort(known, len(filled))
    if sort is None or len(known) * 2 < len(filled):
        return None
    if sort is not Sort.PLAN and Column.OUTCOME not in known:
        columns = [
            Column.OUTCOME if _plain(text) == "resultat" else column
            for text, column in zip(texts, columns, strict=True)
        ]
    return Heads(tuple(columns), tuple(texts), sort)


def _sort(known: set[Column], filled: int) -> Sort | None:
    if known & _REVIEW and not known & {Column.CONTROL, Column.MEASURE}:
        return Sort.REVIEW
    if known & _TREE and len(known) > 1:
        return Sort.PLAN
    if Column.INDICATOR in known and (len(known) > 1 or filled == 1):
        return Sort.INDICATORS
    is_series = Column.PERIOD in known and bool(known & {Column.OUTCOME, Column.TARGET})
    return Sort.OBSERVATIONS if is_series else None
